//! What a list of names says once for all of them: 居民用电、用水、用气; 会议费、培训费等支出.

use super::{
    lexicon::MEASURED,
    list_of_names::{split_at_list_commas, split_list_of_names},
    named_phrase::NamedPhrase,
};

/// The names of a list that stands at `from..to`, each with what the list says once before the first or behind the last.
pub(super) fn named_list(
    text: &str,
    (from, to): (usize, usize),
    phrase: (usize, usize),
) -> Vec<NamedPhrase> {
    let words = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default();
    if let Some(tail) = shared_tail(words((from, to))) {
        let names = split_kinds(text, from, to - "等".len() - tail.len());
        let whole = |name: (usize, usize)| format!("{}{tail}", words(name));
        return names
            .into_iter()
            .map(|name| NamedPhrase { name, words: Some(whole(name)), phrase })
            .collect();
    }
    let names = split_list_of_names(text, from, to);
    let front = names.split_first().and_then(|(first, rest)| {
        let rest: Vec<&str> = rest.iter().map(|name| words(*name)).collect();
        shared_front(words(*first), &rest)
    });
    let named = |(at, name): (usize, (usize, usize))| {
        let front = front.filter(|_| at > 0);
        NamedPhrase { name, words: front.map(|front| format!("{front}{}", words(name))), phrase }
    };
    names.into_iter().enumerate().map(named).collect()
}

/// What is measured of all kinds of a list that 等 closes: 支出 of 会议费、培训费等支出.
fn shared_tail(words: &str) -> Option<&str> {
    let (list, tail) = words.rsplit_once('等')?;
    (list.contains('、') && (MEASURED.holds(tail) || tail == "价格")).then_some(tail)
}

/// The kinds of a list. 及 parts the last two only where both end alike, for it stands inside names: 车辆购置及运行费.
fn split_kinds(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut kinds = split_at_list_commas(text, from, to);
    let Some(last) = kinds.pop() else { return kinds };
    let ending =
        |(from, to): (usize, usize)| text.get(from..to).and_then(|words| words.chars().next_back());
    let parts = split_list_of_names(text, last.0, last.1);
    let is_alike = parts.iter().all(|part| ending(*part) == ending(last));
    kinds.extend(if is_alike { parts } else { vec![last] });
    kinds
}

/// What stands before the first name of a list and belongs to all: 居民 of 居民用电、用水; 投入的 of 投入的总量、增量.
fn shared_front<'a>(first: &'a str, rest: &[&str]) -> Option<&'a str> {
    let head = rest.first()?;
    let begins = head.chars().next()?;
    // 用电, 用水: short words of one kind begin alike.
    let is_kind = |name: &&str| name.chars().count() == 2 && name.starts_with(begins);
    let is_measure = |name: &&str| MEASURED.holds(name);
    let front = if rest.iter().all(is_measure) {
        let front = first.strip_suffix(MEASURED.ends(first)?)?;
        // 粮食播种面积和产量: what is sown is the area.
        Some(["播种", "种植"].iter().find_map(|sown| front.strip_suffix(sown)).unwrap_or(front))
    } else if rest.iter().all(is_kind) {
        let (at, _) = first.char_indices().rev().nth(1)?;
        first.get(at..).filter(|own| own.starts_with(begins)).and(first.get(..at))
    } else {
        None
    };
    front.filter(|front| front.chars().count() > 1)
}
