//! Which known name a value is of: one that stands beside it, or one whose parts the sentence spreads.

use std::collections::HashMap;

use super::{
    figures::FigureKind,
    lexicon::Measure,
    names::{Entry, Names, core, pairs},
};

/// The words around a value, nearest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// The clause, without its other values' parts.
    pub own: &'a str,
    /// What stands before the clause in its sentence.
    pub before: &'a str,
    /// What stands behind the clause in its sentence.
    pub behind: &'a str,
    /// The short sentence that leads the paragraph.
    pub lead: &'a str,
    /// The heading or the title of the box.
    pub heading: &'a str,
    /// The noun directly beside the value, when there is one.
    pub beside: &'a str,
}

/// A known name found for a value.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The name.
    pub entry: &'a Entry,
    /// Where in the clause it stands in one piece.
    pub whole: Option<usize>,
}

/// How much a character counts by where it is found: beside the value, before it in the sentence, in its lead, in
/// the heading, behind it in the sentence.
const WEIGHTS: [i64; 5] = [10, 4, 4, 2, 1];

/// The best known name for a value of `kind`; `changes` says that the value is a growth or decline.
pub fn best<'a>(
    names: &'a Names,
    around: &Around<'_>,
    kind: FigureKind,
    changes: bool,
) -> Option<Match<'a>> {
    let own = core(&covered(around.own));
    let mut levels: HashMap<(char, char), usize> = HashMap::new();
    let others = [around.before, around.lead, around.heading, around.behind]
        .map(|text| core(&covered(text)));
    for (level, text) in std::iter::once(&own).chain(&others).enumerate() {
        for pair in pairs(text) {
            levels.entry(pair).or_insert(level);
        }
    }
    let mut candidates: Vec<u32> =
        pairs(&own).filter_map(|pair| names.by_pair.get(&pair)).flatten().copied().collect();
    candidates.sort_unstable();
    candidates.dedup();
    let beside = core(around.beside);
    candidates
        .into_iter()
        .filter_map(|at| names.entries.get(at as usize))
        .filter(|entry| fits(entry.measure, kind, changes))
        .filter_map(|entry| {
            let whole = around.own.rfind(&entry.key);
            let score = score(entry, kind, &levels, whole.is_some(), &beside)?;
            Some((score, Match { entry, whole }))
        })
        .max_by_key(|(score, found)| {
            let is_whole = found.whole.is_some() && found.entry.core.len() > 5;
            (is_whole, *score, found.whole.is_some(), std::cmp::Reverse(&found.entry.key))
        })
        .map(|(_, found)| found)
}

/// 全覆盖 stands for 覆盖 in the names of rates.
fn covered(text: &str) -> String {
    text.replace("全覆盖", "覆盖")
}

/// How well the words cover a name; `None` when too little of it is said.
fn score(
    entry: &Entry,
    kind: FigureKind,
    levels: &HashMap<(char, char), usize>,
    whole: bool,
    beside: &[char],
) -> Option<i64> {
    let said = entry.core.len().saturating_sub(implied_tail(&entry.core, kind));
    let of_pairs: Vec<Option<usize>> =
        pairs(&entry.core).map(|pair| levels.get(&pair).copied()).collect();
    let level = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| of_pairs.get(at)).copied().flatten();
        let behind = of_pairs.get(at).copied().flatten();
        [before, behind].into_iter().flatten().min()
    };
    let is_general = beside == ['区', '域'] || beside == ['范', '围'] || kind == FigureKind::Every;
    let head = (0..said).rev().take(2).all(|at| level(at) == Some(0));
    if !(head || is_general) || !(is_general || meets(&entry.core, beside)) {
        return None;
    }
    let (mut total, mut missing) = (0, 0);
    for (at, character) in entry.core.iter().enumerate().take(said) {
        match level(at) {
            Some(level) if level == 0 || !character.is_ascii_digit() => {
                total += WEIGHTS.get(level).copied().unwrap_or_default();
            }
            _ => missing += 1,
        }
    }
    (whole || missing * 7 <= said)
        .then_some(total - 12 * i64::try_from(missing).unwrap_or_default())
}

/// How many characters at the end of a name the value itself says.
fn implied_tail(core: &[char], kind: FigureKind) -> usize {
    let tails: &[&str] = match kind {
        FigureKind::Number(Measure::Share) | FigureKind::Coverage | FigureKind::Every => {
            &["覆盖率", "达标率", "率", "比例", "占比", "比重"]
        }
        FigureKind::Number(Measure::Time) => &["时间"],
        FigureKind::Number(Measure::Area) => &["面积"],
        FigureKind::Number(Measure::Count) | FigureKind::Numeral(_) => &["数量", "规模", "数"],
        FigureKind::Hold => &[],
        _ => &[],
    };
    let ends =
        |tail: &&&str| core.iter().rev().copied().take(tail.chars().count()).eq(tail.chars().rev());
    let tail = tails.iter().find(ends).map_or(0, |tail| tail.chars().count());
    // What is covered is said: only the word 率 behind it is not.
    if tail == 3 && kind != FigureKind::Every { 1 } else { tail }
}

/// Whether the noun beside the value is part of the name.
fn meets(name: &[char], beside: &[char]) -> bool {
    let first: Vec<_> = pairs(beside).take(1).collect();
    let last: Vec<_> = pairs(beside).last().into_iter().collect();
    let held = |pair: &[(char, char)]| {
        pair.first().is_some_and(|pair| pairs(name).any(|own| own == *pair))
    };
    beside.len() < 2 || held(&first) || held(&last)
}

/// Whether a value of this kind can be one of an indicator measured so.
fn fits(measure: Option<Measure>, kind: FigureKind, changes: bool) -> bool {
    let Some(measure) = measure else { return kind != FigureKind::Coverage };
    match kind {
        FigureKind::Number(Measure::Share) => measure == Measure::Share || changes,
        FigureKind::Number(Measure::Points) => matches!(measure, Measure::Share | Measure::Points),
        FigureKind::Number(Measure::Bare) => !matches!(measure, Measure::Time),
        FigureKind::Number(own) | FigureKind::Numeral(own) => own == measure,
        FigureKind::Coverage | FigureKind::Every => {
            matches!(measure, Measure::Share | Measure::Count)
        }
        FigureKind::Zero => matches!(measure, Measure::Count),
        FigureKind::Front | FigureKind::Rank | FigureKind::Assigned | FigureKind::Hold => true,
        FigureKind::Blank => measure == Measure::Money,
    }
}
