//! A name and its phrase: where the name begins, and whether the two are a target.

use crate::quantity::{self, Comparator, ReadingKind};

use super::{
    lexicon::{CUES, HELD, MEASURED, OPENING, RELATED, VERBS, WordList},
    noun::{behind_verbs, length_of_leading_years},
};

/// Words of a comparison that 与 and 和, which mostly join, begin.
pub const ALIKE: [&str; 7] = ["同步", "持平", "相当", "一致", "同价", "匹配", "相适应"];

/// A name and its phrase, as bytes of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPhrase {
    /// Where the name stands.
    pub name: (usize, usize),
    /// The name, where it does not stand in one piece: 居民用电、用水.
    pub words: Option<String>,
    /// The phrase.
    pub phrase: (usize, usize),
}

impl NamedPhrase {
    /// A name that stands in one piece, and its phrase.
    pub fn of(name: (usize, usize), phrase: (usize, usize)) -> Self {
        Self { name, words: None, phrase }
    }

    /// The name in words.
    pub fn words<'a>(&'a self, text: &'a str) -> &'a str {
        let printed = text.get(self.name.0..self.name.1).unwrap_or_default();
        self.words.as_deref().unwrap_or(printed)
    }
}

/// Characters of a name.
// Words of two characters are as often the rest of a verb, so `is_name` knows those that are names (物价,
// 口粮) by its list.
pub(super) const NAMES: std::ops::RangeInclusive<usize> = 3..=28;

/// Whether a cue mostly joins.
pub(super) fn cue_mostly_joins(cue: &str) -> bool {
    matches!(cue, "与" | "和" | "同" | "跟")
}

/// Whether a phrase is understood as one target. 与 and 和 join more than they compare: behind them something else is named.
pub(super) fn is_one_target(phrase: &str) -> bool {
    let reading = quantity::read_phrase(phrase);
    let [target] = reading.targets.as_slice() else { return false };
    let joins = CUES.begins(phrase).is_some_and(cue_mostly_joins);
    reading.kind == ReadingKind::Targets
        && (!joins || target.comparator == Comparator::RelativeEqual)
}

/// Where the name begins, behind the verbs and the words that open a clause.
pub(super) fn start_of_name(text: &str, from: usize, to: usize) -> usize {
    let mut start = from;
    loop {
        let rest = text.get(start..to).unwrap_or_default();
        let opening = OPENING.begins(rest).filter(|word| !matches!(*word, "到" | "至"));
        // 并网任务 begins with no 并.
        let is_held = |word: &str| HELD.begins(rest).is_some_and(|held| held.len() > word.len());
        let opening = opening.filter(|word| !is_held(word));
        let opened = start + opening.map_or(0, str::len);
        let year = length_of_leading_years(text.get(opened..to).unwrap_or_default());
        let behind = behind_verbs(text, opened + year, to);
        if behind == start {
            return start;
        }
        start = behind;
    }
}

/// Whether words name something that can be measured.
pub(super) fn names_something_measured(words: &str) -> bool {
    // 收入翻番目标, 就业优先战略: what is behind the name is said of it.
    let words = words.strip_suffix("目标").unwrap_or(words);
    let words = words.strip_suffix("战略").unwrap_or(words);
    let ends = |list: &WordList| list.ends(words).is_some();
    // 物价, 口粮: two characters are a name where the list knows them.
    RELATED.ends(words) == Some(words)
        || NAMES.contains(&words.chars().count())
            && (ends(&MEASURED) || ends(&RELATED))
            && !words.starts_with(['的', '以', '为', '把', '将', '要', '在', '与', '同', '跟'])
            && !words.starts_with("各项")
            // A verb at the end makes a clause of the words, but growth is named by verbs: 排放降低,
            // 收入增长.
            && VERBS.ends(words).is_none_or(|verb| RELATED.ends(verb).is_some())
}
