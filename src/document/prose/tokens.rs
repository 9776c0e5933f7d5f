//! The tokens of a clause: its values, its times, and the words that plans put around names.
//!
//! Each has the sign that `grammar/clause.pest` knows it by.

use std::{collections::HashMap, sync::LazyLock};

use crate::quantity::UnitDimension;

use super::{
    clauses::Clause,
    figures::{FigureKind, ProseFigure},
    lexicon::{BETWEEN, HELD, MAKING, MEASURED, OPENING, VERBS},
    noun::{length_of_item_number, makes_noun},
    times::time_at,
};

/// A token; places are bytes of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProseToken {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its value, when it is one.
    pub figure: Option<ProseFigure>,
}

/// The tokens of a clause in order, and their signs, a byte each.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// What the grammar reads.
    pub signs: String,
    /// What each sign stands for.
    pub all: Vec<ProseToken>,
}

/// What ends that which is said of a value, directly behind it.
const ENDS: [&str; 17] = [
    "安排",
    "的建设目标",
    "的发展目标",
    "的工作目标",
    "的预期目标",
    "的目标",
    "的水平",
    "的任务",
    "的要求",
    "的标准",
    "的比例",
    "目标",
    "等",
    "台阶",
    "新台阶",
    "大关",
    "每年",
];

/// Words that say how many of what stands before them there shall be.
const RAISING: [&str; 5] = ["扩大到", "增加到", "提高到", "发展到", "达到"];

/// Each word with its sign, by its first character.
static WORDS: LazyLock<HashMap<char, Vec<(&'static str, char)>>> = LazyLock::new(|| {
    // A word of several lists has the sign that is set last.
    // So the lists go from what a word may be to what it is for its clause: 建设 leads a name as a verb,
    // but before a count it makes.
    let mut signs: HashMap<&'static str, char> = HashMap::new();
    let leads = || VERBS.words().chain(OPENING.words());
    signs.extend(MEASURED.words().map(|word| (word, 'u')));
    signs.extend(HELD.words().map(|word| (word, 'w')));
    signs.extend(leads().map(|word| (word, 'v')));
    signs.extend(BETWEEN.words().map(|word| (word, 's')));
    signs.extend(leads().filter(|word| BETWEEN.holds(word)).map(|word| (word, 't')));
    signs.extend(MAKING.words().map(|word| {
        let sign = match (VERBS.holds(word), BETWEEN.holds(word)) {
            (true, true) => 'r',
            (true, false) => 'm',
            _ => 'q',
        };
        (word, sign)
    }));
    signs.extend(RAISING.map(|word| (word, 'z')));
    signs.extend([("分别", 'l'), ("均", 'e'), ("都", 'e'), ("各", 'e'), ("的", 'd')]);
    signs.extend([("从", 'x'), ("由", 'x'), ("、", 'j'), ("(", '('), (")", ')')]);
    signs.extend(["和", "及", "与", "并", "或"].map(|word| (word, 'k')));
    let mut signs: Vec<(&'static str, char)> = signs.into_iter().collect();
    // The longest of those that begin alike is tried first.
    signs.sort_unstable_by_key(|(word, _)| std::cmp::Reverse((word.len(), *word)));
    let mut words: HashMap<char, Vec<(&'static str, char)>> = HashMap::new();
    for (word, sign) in signs {
        words.entry(word.chars().next().unwrap_or_default()).or_default().push((word, sign));
    }
    words
});

/// The tokens of a clause with these values; `names` are where known names stand that hold a value.
pub fn tokens_of_clause(
    text: &str,
    clause: &Clause,
    values: &[ProseFigure],
    names: &[(usize, usize)],
) -> Tokens {
    let mut tokens = Tokens::default();
    let brackets = paired_brackets(text.get(clause.start..clause.end).unwrap_or_default());
    let mut values = values.iter().peekable();
    let mut at = clause.start;
    while at < clause.end {
        let rest = text.get(at..clause.end).unwrap_or_default();
        let value = values.next_if(|value| value.start <= at).filter(|value| value.end > at);
        let limit = values.peek().map_or(clause.end, |next| next.start);
        let behind_value =
            tokens.all.last().is_some_and(|token: &ProseToken| token.figure.is_some());
        // A known name that holds what reads as a value (每百户水表数) is one token, or its number would
        // be given to the clause.
        let name = names.iter().find(|(start, end)| *start == at && *end <= limit);
        let (length, sign) = match (value, name) {
            (Some(value), _) => (value.end - at, sign_of_value(text, clause, value)),
            (None, Some((_, end))) => (end - at, 'n'),
            (None, None) => token_of_word(
                rest.get(..limit.saturating_sub(at)).unwrap_or(rest),
                behind_value,
                at == clause.start,
            ),
        };
        // A bracket without its partner would make a group of all that follows it.
        let is_open = "()".contains(sign) && brackets.binary_search(&(at - clause.start)).is_err();
        // What nobody closes only parts.
        // Other words in a row are one token: the grammar needs no more, and its time grows with the
        // signs.
        let sign = if is_open { 'j' } else { sign };
        match tokens.all.last_mut().filter(|_| sign == 'w' && tokens.signs.ends_with('w')) {
            Some(words) => words.end = at + length,
            None => {
                tokens.signs.push(sign);
                tokens.all.push(ProseToken { start: at, end: at + length, figure: value.copied() });
            }
        }
        at += length;
    }
    tokens
}

/// Where brackets stand that have a partner.
fn paired_brackets(words: &str) -> Vec<usize> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (at, character) in words.char_indices() {
        match character {
            '(' => open.push(at),
            ')' => found.extend(open.pop().into_iter().flat_map(|start| [start, at])),
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// The sign of a value.
fn sign_of_value(text: &str, clause: &Clause, value: &ProseFigure) -> char {
    let exceeds = || {
        text.get(clause.start..value.start).is_some_and(|before| before.ends_with('超'))
            || text.get(value.start..value.end).is_some_and(|words| words.ends_with("以上"))
    };
    match value.kind {
        FigureKind::Number(UnitDimension::Share) => '%',
        FigureKind::Number(UnitDimension::Count | UnitDimension::People) => 'C',
        FigureKind::Number(UnitDimension::Money) | FigureKind::Numeral(UnitDimension::Money) => {
            if exceeds() {
                'O'
            } else {
                'M'
            }
        }
        FigureKind::Number(_) => 'Q',
        FigureKind::Numeral(_) => 'N',
        FigureKind::Coverage => 'F',
        FigureKind::Zero => 'Z',
        FigureKind::Rank | FigureKind::Front => 'R',
        FigureKind::Blank => 'B',
        FigureKind::Every | FigureKind::Assigned | FigureKind::Hold | FigureKind::Related => 'w',
    }
}

/// The bytes and the sign of the token that words begin with.
fn token_of_word(words: &str, behind_value: bool, is_first: bool) -> (usize, char) {
    let first = words.chars().next().unwrap_or_default();
    if behind_value && let Some(end) = ENDS.iter().find(|end| words.starts_with(**end)) {
        return (end.len(), 'E');
    }
    if let Some(time) = time_at(words) {
        return time;
    }
    let item = if is_first { length_of_item_number(words) } else { 0 };
    if item > 0 {
        return (item, 'v');
    }
    let known = WORDS.get(&first).into_iter().flatten();
    let mut known = known.filter(|(word, _)| words.starts_with(word));
    match known.next() {
        Some((word, 'v' | 'm' | 't' | 'r'))
            if words
                .get(word.len()..)
                // Only the first character is given as a word, for a list may know what begins at the
                // next: 性住房 behind 保障.
                .is_some_and(|rest| verb_becomes_noun(rest) && !word.contains('、')) =>
        {
            (first.len_utf8(), 'w')
        }
        Some((word, sign)) => (word.len(), *sign),
        None => (first.len_utf8(), 'w'),
    }
}

/// Whether what follows a verb makes it part of a noun: 保障性住房, 保障房、公租房, 投入、产出.
fn verb_becomes_noun(rest: &str) -> bool {
    let ends = |rest: &str| rest.starts_with(['、', '和', '及', '与']);
    let behind = rest.chars().next().and_then(|first| rest.get(first.len_utf8()..));
    makes_noun(rest)
        || rest.starts_with('、')
        || behind.is_some_and(|behind| ends(behind) && !ends(rest))
}
