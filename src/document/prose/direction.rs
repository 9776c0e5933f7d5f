//! A direction that a clause promises for what is measured: 确保投入总量和比重进一步提高.

use super::{
    lexicon::{MEASURED, longest_ending},
    named_phrase::{NAMES, NamedPhrase, start_of_name},
    shared_words::named_list,
};

/// How surely or steadily it goes.
const HOW: [&str; 8] = ["均有所", "均有", "有所", "进一步", "持续", "稳步", "逐年", "逐步"];

/// Which way.
const WAYS: [&str; 7] = ["提高", "增加", "增长", "上升", "下降", "降低", "减少"];

/// What clauses with such a promise hold.
pub(super) fn direction_cues() -> impl Iterator<Item = String> {
    HOW.iter().flat_map(|how| WAYS.iter().map(move |way| format!("{how}{way}")))
}

/// The names for which a clause promises a direction.
// A direction alone is said of anything that goes well (水平稳步提高), so the clause must promise it and its names must be
// amounts or shares.
pub(super) fn direction(text: &str, (from, to): (usize, usize)) -> Vec<NamedPhrase> {
    let words = text.get(from..to).unwrap_or_default();
    let Some(rest) = ["确保", "保证"].iter().find_map(|word| words.strip_prefix(word)) else {
        return Vec::new();
    };
    let Some(way) = longest_ending(rest, &WAYS) else { return Vec::new() };
    let before = rest.get(..rest.len() - way.len()).unwrap_or_default();
    let Some(how) = longest_ending(before, &HOW) else { return Vec::new() };
    let phrase = (to - way.len() - how.len(), to);
    let mut names = named_list(text, (to - rest.len(), phrase.0), phrase);
    let owner = owner_before(text, from);
    for name in &mut names {
        // 确保总量提高: of what, the clause before has said.
        let words = name.words(text);
        let is_part =
            MEASURED.holds(words) || ["用于", "投向"].iter().any(|to| words.starts_with(to));
        name.words = match owner.filter(|_| is_part) {
            Some(owner) => Some(format!("{owner}{words}")),
            None if is_part => return Vec::new(),
            None => name.words.take(),
        };
    }
    let is_amount = |name: &NamedPhrase| {
        let words = name.words(text);
        MEASURED.ends(words).is_some() && NAMES.contains(&words.chars().count())
    };
    if names.iter().all(is_amount) { names } else { Vec::new() }
}

/// The money or amount that the clause before one is about: 财政支出重点向农业倾斜.
fn owner_before(text: &str, clause: usize) -> Option<&str> {
    let before = text.get(..clause)?.strip_suffix(',')?;
    let stop = |(_, character): &(usize, char)| matches!(character, ',' | ';' | ':' | '。');
    let stop = before.char_indices().rev().find(stop);
    let from = stop.map_or(0, |(at, character)| at + character.len_utf8());
    let from = start_of_name(text, from, before.len());
    let words = before.get(from..)?;
    let at =
        ["重点", "主要", "优先", "更多", "集中"].iter().filter_map(|how| words.find(how)).min()?;
    let owner = words.get(..at)?;
    (MEASURED.ends(owner).is_some() && NAMES.contains(&owner.chars().count())).then_some(owner)
}
