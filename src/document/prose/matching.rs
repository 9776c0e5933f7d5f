//! Which known name a value is of: one that stands beside it, or one whose parts the sentence spreads.

use std::collections::HashMap;

use super::{
    figures::FigureKind,
    lexicon::Measure,
    names::{Entry, Names, core, covered, pairs},
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
    /// Where in the clause a number stands that leads its noun.
    pub leading: Option<usize>,
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

/// The best known name for a value of `kind`; `changes` says that the value is a growth or decline. What stands behind
/// the clause is only looked at when nothing before it names the value.
pub fn best<'a>(
    names: &'a Names,
    around: &Around<'_>,
    kind: FigureKind,
    changes: bool,
) -> Option<Match<'a>> {
    let first = Around { behind: "", ..*around };
    let found = best_of(names, &first, kind, changes);
    found.or_else(|| {
        let behind = (!around.behind.is_empty()).then_some(around)?;
        best_of(names, behind, kind, changes).filter(|found| {
            let beside = core(behind.beside);
            explained(&found.entry.core, &beside) == beside.len()
        })
    })
}

fn best_of<'a>(
    names: &'a Names,
    around: &Around<'_>,
    kind: FigureKind,
    changes: bool,
) -> Option<Match<'a>> {
    let said = covered(around.own);
    let mut own = core(&said);
    if kind == FigureKind::Coverage && !own.ends_with(&['覆', '盖']) {
        own.extend(['覆', '盖']);
    }
    let mut levels: HashMap<(char, char), usize> = HashMap::new();
    let others = [around.before, around.lead, around.heading, around.behind]
        .map(|text| core(&covered(text)));
    for (level, text) in std::iter::once(&own).chain(&others).enumerate() {
        for pair in pairs(text) {
            levels.entry(pair).or_insert(level);
        }
    }
    let beside = core(around.beside);
    let led = if is_general(&beside) { core(around.lead) } else { Vec::new() };
    names
        .holding(pairs(&own).chain(pairs(&led)))
        .into_iter()
        .filter(|entry| fits(entry.measure, kind, changes))
        // Most names are ruled out by their last two characters, before anything is searched for.
        .filter(|entry| {
            is_whole(&beside, kind) || says_head(entry, kind, &levels, around.leading.is_some())
        })
        .filter_map(|entry| {
            let whole = around.own.rfind(&entry.key);
            let is_beside =
                whole.is_some_and(|at| around.leading.is_none_or(|number| number <= at));
            let told = if is_beside { &[] } else { beside.as_slice() };
            let joined = whole.is_some() || said.contains(&*entry.covered);
            let score =
                score(entry, kind, &levels, (whole.is_some(), around.leading.is_some()), told)?;
            let is_sure = kind != FigureKind::Every
                && (joined && entry.core.len() > 5 || is_carried(&entry.core, &levels));
            Some(((is_sure, score), Match { entry, whole }))
        })
        .max_by_key(|(score, found)| {
            (*score, found.whole.is_some(), std::cmp::Reverse(&found.entry.key))
        })
        .map(|(_, found)| found)
}

/// Whether a noun has no meaning without another: 60平方公里左右区域.
fn is_general(beside: &[char]) -> bool {
    beside == ['区', '域'] || beside == ['范', '围']
}

/// Whether a name is what stands beside the value, behind a subject that the sentence has named before.
fn is_carried(name: &[char], levels: &HashMap<(char, char), usize>) -> bool {
    let levels: Vec<Option<&usize>> = pairs(name).map(|pair| levels.get(&pair)).collect();
    let own = levels.iter().rev().take_while(|level| **level == Some(&0)).count();
    let before = levels.iter().take_while(|level| **level == Some(&1)).count();
    own > 3 && before > 1 && own + before + 1 >= levels.len()
}

/// Whether the noun beside the value says nothing of what it is of.
fn is_whole(beside: &[char], kind: FigureKind) -> bool {
    is_general(beside) || kind == FigureKind::Every
}

/// Whether the clause itself says the last two characters of a name that the value leaves to be said.
fn says_head(
    entry: &Entry,
    kind: FigureKind,
    levels: &HashMap<(char, char), usize>,
    leads: bool,
) -> bool {
    let core = &entry.core;
    let said = core.len().saturating_sub(implied_tail(core, kind, leads));
    let is_own = |pair: &[char]| match pair {
        [first, second] => levels.get(&(*first, *second)) == Some(&0),
        _ => false,
    };
    let in_own = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| core.get(before..=at));
        before.is_some_and(is_own) || core.get(at..=at.saturating_add(1)).is_some_and(is_own)
    };
    (0..said).rev().take(2).all(in_own)
}

/// How well the words cover a name; `None` when too little of it is said.
fn score(
    entry: &Entry,
    kind: FigureKind,
    levels: &HashMap<(char, char), usize>,
    (whole, leads): (bool, bool),
    beside: &[char],
) -> Option<i64> {
    let said = entry.core.len().saturating_sub(implied_tail(&entry.core, kind, leads));
    let of_pairs: Vec<Option<usize>> =
        pairs(&entry.core).map(|pair| levels.get(&pair).copied()).collect();
    let level = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| of_pairs.get(at)).copied().flatten();
        let behind = of_pairs.get(at).copied().flatten();
        [before, behind].into_iter().flatten().min()
    };
    let head = says_head(entry, kind, levels, leads);
    let is_beside = is_whole(beside, kind) || head && meets(&entry.core, beside, kind, leads);
    if !is_beside {
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
fn implied_tail(core: &[char], kind: FigureKind, leads: bool) -> usize {
    let tails: &[&str] = match kind {
        FigureKind::Number(Measure::Share) if !leads => &[],
        FigureKind::Number(Measure::Share) | FigureKind::Coverage | FigureKind::Every => {
            &["覆盖率", "达标率", "率", "比例", "占比", "比重"]
        }
        FigureKind::Number(Measure::Time) => &["时间"],
        FigureKind::Number(Measure::Area) => &["面积"],
        FigureKind::Number(Measure::Count | Measure::People) | FigureKind::Numeral(_) => {
            &["数量", "规模", "数"]
        }
        FigureKind::Hold => &[],
        _ => &[],
    };
    let ends =
        |tail: &&&str| core.iter().rev().copied().take(tail.chars().count()).eq(tail.chars().rev());
    let tail = tails.iter().find(ends).map_or(0, |tail| tail.chars().count());
    // What is covered is said: only the word 率 behind it is not.
    let is_said = core.ends_with(&['覆', '盖', '率']) && kind != FigureKind::Every;
    if is_said { 1 } else { tail }
}

/// Which characters of the noun beside the value stand in a name, in pairs.
fn held(name: &[char], beside: &[char]) -> Vec<bool> {
    let own: Vec<(char, char)> = pairs(name).collect();
    let held: Vec<bool> = pairs(beside).map(|pair| own.contains(&pair)).collect();
    let is_held = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| held.get(at)).copied().unwrap_or_default();
        before || held.get(at).copied().unwrap_or_default()
    };
    (0..beside.len()).map(is_held).collect()
}

/// How many characters of the noun beside the value stand in a name.
fn explained(name: &[char], beside: &[char]) -> usize {
    held(name, beside).into_iter().filter(|held| *held).count()
}

/// Whether a name leaves out characters between others of the noun, or those it begins with: 国内外游客 are not 国内游客.
fn has_gap(name: &[char], beside: &[char], leads: bool) -> bool {
    let held = held(name, beside);
    let first = held.iter().position(|held| *held).filter(|_| leads).unwrap_or_default();
    let last = held.iter().rposition(|held| *held).unwrap_or_default();
    let says_all = |at: usize| matches!(beside.get(at), Some('全' | '部' | '均' | '都'));
    (first..last).any(|at| held.get(at) == Some(&false) && !says_all(at))
}

/// Whether the noun beside the value is part of the name, and most of it.
fn meets(name: &[char], beside: &[char], kind: FigureKind, leads: bool) -> bool {
    let first: Vec<_> = pairs(beside).take(1).collect();
    let last: Vec<_> = pairs(beside).last().into_iter().collect();
    let held = |pair: &[(char, char)]| {
        pair.first().is_some_and(|pair| pairs(name).any(|own| own == *pair))
    };
    let is_number = matches!(kind, FigureKind::Number(_) | FigureKind::Numeral(_));
    let most = !(is_number && has_gap(name, beside, leads))
        && explained(name, beside) * 5 >= beside.len() * 3;
    beside.len() < 2 || most && (held(&first) || held(&last))
}

/// Whether a value of this kind can be one of an indicator measured so.
fn fits(measure: Option<Measure>, kind: FigureKind, changes: bool) -> bool {
    let Some(measure) = measure else { return kind != FigureKind::Coverage };
    match kind {
        FigureKind::Number(Measure::Share) => measure == Measure::Share || changes,
        FigureKind::Number(Measure::Points) => matches!(measure, Measure::Share | Measure::Points),
        FigureKind::Number(Measure::Bare) => !matches!(measure, Measure::Time),
        FigureKind::Number(own) | FigureKind::Numeral(own) => {
            let counts = |measure| matches!(measure, Measure::Count | Measure::People);
            own == measure || counts(own) && counts(measure)
        }
        FigureKind::Coverage | FigureKind::Every => {
            matches!(measure, Measure::Share | Measure::Count)
        }
        FigureKind::Zero => matches!(measure, Measure::Count),
        FigureKind::Front | FigureKind::Rank | FigureKind::Assigned | FigureKind::Hold => true,
        FigureKind::Related => true,
        FigureKind::Blank => measure == Measure::Money,
    }
}
