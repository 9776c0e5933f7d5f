//! The noun beside a value that no catalogue knows, and whether it is clear enough to name an indicator.

use super::{
    figures::FigureKind,
    lexicon::{MAKING, MEASURED, Measure, VERBS, beginning, ending, holds},
    values::Value,
};

/// A noun that names an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is clear.
    pub is_clear: bool,
}

/// Characters a name has at most.
const LONGEST: usize = 28;

/// Where the words of `text` between `from` and `to` begin behind verbs and adverbs.
pub fn behind_verbs(text: &str, from: usize, to: usize) -> usize {
    let mut start = from;
    while let Some(word) = beginning(text.get(start..to).unwrap_or_default(), VERBS) {
        start += word.len();
    }
    start
}

/// The noun that a value is of, by its place beside it.
pub fn beside(text: &str, value: &Value) -> (usize, usize) {
    if value.leads {
        let (from, to) = (value.figure.end, value.own.1);
        let of = text.get(from..to).is_some_and(|words| words.starts_with('的'));
        (if of { from + '的'.len_utf8() } else { from }, to)
    } else {
        (behind_verbs(text, value.left.0, value.left.1), value.left.1)
    }
}

/// The noun of a value, unless there is none that could name an indicator.
pub fn noun(text: &str, value: &Value) -> Option<Noun> {
    let (start, mut end) = beside(text, value);
    let mut words = text.get(start..end)?;
    for tail in ["建设", "创建", "培育", "等", "试点建设"] {
        if let Some(rest) = words.strip_suffix(tail).filter(|rest| rest.chars().count() > 3) {
            (words, end) = (rest, start + rest.len());
        }
    }
    let length = words.chars().count();
    if !(2..=LONGEST).contains(&length) || words.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_plain = !holds(
        words,
        &[
            "的", "等", "为", "以", "向", "对", "、", "从", "(", "把", "按", "于", "其", "这",
            "本", "该",
        ],
    );
    let verb = text.get(value.own.0..value.figure.start).is_some_and(|words| holds(words, MAKING));
    let listed = value.leads
        && text.get(value.own.0..value.figure.start).is_some_and(|words| words.contains('、'));
    let signed = value.left.1 < value.figure.start;
    let measured = ending(words, MEASURED).is_some();
    let is_clear = is_plain
        && !listed
        && match value.figure.kind {
            FigureKind::Number(Measure::Count) => verb && length <= 18,
            FigureKind::Number(Measure::Length | Measure::Area | Measure::Amount) => {
                (verb || measured) && !value.leads
            }
            FigureKind::Number(_) => measured && signed && !value.leads,
            _ => false,
        };
    Some(Noun { start, end, is_clear })
}
