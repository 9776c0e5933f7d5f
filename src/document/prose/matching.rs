//! Which known name a value is of.
//!
//! That is the noun beside it, one whose parts its clause spreads, or one whose beginning the sentence has said before.

use std::collections::HashSet;

use crate::quantity::UnitDimension;

use super::{
    carried::{NameBeginning, unsaid_stretches},
    figures::FigureKind,
    names::{NameEntry, Names, adjacent_pairs, core, with_plain_coverage},
    noun::general_measure,
    value_context::ValueContext,
};

/// A known name found for a value.
#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    /// The name.
    pub entry: &'a NameEntry,
    /// Where in the clause it stands in one piece.
    pub whole: Option<usize>,
    /// How many characters it begins with that the sentence has said before.
    pub front: usize,
}

/// The known name of a value of `kind`; `changes` says that the value is a growth or decline.
pub fn best<'a>(
    names: &'a Names,
    around: &ValueContext<'a>,
    kind: FigureKind,
    changes: bool,
) -> Option<Match<'a>> {
    // What all of something do is never only what the end of the clause names.
    let is_whole = |entry: &NameEntry| {
        fits_measure(entry.measure, kind, changes)
            && (kind != FigureKind::Every || entry.key.len() == around.beside.len())
    };
    let whole = around.whole.filter(|(entry, _)| is_whole(entry));
    let whole = whole.map(|(entry, at)| Match { entry, whole: Some(at), front: 0 });
    let beside = core(around.beside);
    let is_named = whole.is_some_and(|whole| whole.entry.core.len() >= beside.len());
    // What is covered may be counted under its own name: the rate goes first.
    let is_rate = kind == FigureKind::Coverage;
    // A front is asked after first: 单个敬老院床位75张，护理型床位 goes on with the name before though it
    // is one itself.
    if is_named && !is_rate && general_measure(around.beside).is_none() && around.front.is_empty() {
        return whole;
    }
    let said = with_plain_coverage(around.own);
    let mut own = core(&said);
    if kind == FigureKind::Coverage && !own.ends_with(&['覆', '盖']) {
        own.extend(['覆', '盖']);
    }
    // What all of something do stands before what they are, and what surrounds a place behind it.
    let elsewhere = match kind {
        FigureKind::Every => own.clone(),
        _ if is_general(&beside) => core(around.above.last().copied().unwrap_or_default()),
        _ => Vec::new(),
    };
    // The noun's first and last pair are enough: `meets` wants one of them in the name, and all names
    // would be too many.
    let ends = adjacent_pairs(&beside).take(1).chain(adjacent_pairs(&beside).last());
    let mut fitting = names.holding(ends.chain(adjacent_pairs(&elsewhere)));
    fitting.retain(|entry| fits_measure(entry.measure, kind, changes));
    let spread = match_in_any_order(&fitting, around, (&own, &beside), kind);
    let is_longer =
        |said: usize| whole.is_none_or(|whole: Match<'_>| whole.entry.core.len() < said);
    let best = spread.filter(|(said, _)| is_longer(*said)).map(|(_, found)| found).or(whole);
    match_with_front(&fitting, around, &beside)
        .or_else(|| match_carried_name(&fitting, around, (&own, &beside), kind, best))
        .or(best)
}

/// The name whose parts the clause says all, in whatever order, and how many of its characters: 改造老旧小区 for 老旧小区改造.
fn match_in_any_order<'a>(
    fitting: &[&'a NameEntry],
    around: &ValueContext<'_>,
    (own, beside): (&[char], &[char]),
    kind: FigureKind,
) -> Option<(usize, Match<'a>)> {
    let leads = around.leading.is_some();
    let turned = turn_as_name_says(own);
    let own_pairs: HashSet<(char, char)> = adjacent_pairs(own).collect();
    let said = with_plain_coverage(around.own);
    let spread = fitting.iter().filter_map(|entry| {
        let name = entry.core.get(..entry.core.len() - implied_tail(&entry.core, kind, leads))?;
        let ordered = |own: &[char]| {
            unsaid_stretches(name, own).into_iter().map(<[char]>::len).sum::<usize>()
        };
        // What is said in words alone is said in the order of the name: 覆盖全部常住人口 says nothing of 常住人口城镇化率.
        let missing = match kind {
            FigureKind::Every => ordered(own).min(ordered(&turned)),
            _ => (0..name.len()).filter(|at| !is_said(name, *at, &own_pairs)).count(),
        };
        let says_end = || (0..name.len()).rev().take(2).all(|at| is_said(name, at, &own_pairs));
        let is_beside = says_nothing_of_value(beside, kind)
            || says_end() && meets(&entry.core, beside, kind, leads);
        let is_joined = kind != FigureKind::Every
            && entry.core.len() > 5
            && said.contains(&with_plain_coverage(&entry.key));
        let rank = (is_joined, name.len() - missing);
        // One character in seven may be missing, a choice: in a name of less than seven each may tell it
        // from another.
        (is_beside && missing * 7 <= name.len()).then_some((rank, entry))
    });
    let best = spread.max_by_key(|(rank, entry)| (*rank, std::cmp::Reverse(&entry.key)));
    best.map(|((_, said), entry)| (said, Match { entry, whole: None, front: 0 }))
}

/// The name that begins as that of an earlier value of the item: 单个敬老院床位75张，护理型床位占比60%.
fn match_with_front<'a>(
    fitting: &[&'a NameEntry],
    around: &ValueContext<'_>,
    beside: &[char],
) -> Option<Match<'a>> {
    let front = core(around.front);
    let is_it = |entry: &&&'a NameEntry| entry.core.strip_prefix(front.as_slice()) == Some(beside);
    let entry = fitting.iter().filter(|_| !front.is_empty() && beside.len() > 1).find(is_it)?;
    Some(Match { entry, whole: None, front: front.len() })
}

/// The name that the words above begin, unless the noun beside the value is one by itself.
fn match_carried_name<'a>(
    fitting: &[&'a NameEntry],
    around: &ValueContext<'_>,
    (own, beside): (&[char], &[char]),
    kind: FigureKind,
    best: Option<Match<'a>>,
) -> Option<Match<'a>> {
    let is_settled = match general_measure(around.beside) {
        _ if is_general(beside) => false,
        Some(_) => kind == FigureKind::Every,
        None => {
            best.is_some_and(|best| best.entry.core.len() >= beside.len())
                || fitting.iter().any(|entry| entry.key == around.beside)
        }
    };
    if is_settled || beside.len() < 2 {
        return None;
    }
    let beside = if says_nothing_of_value(beside, kind) { &[] } else { beside };
    let (own, above) = (turn_as_name_says(own), NameBeginning::of(around));
    let places = fitting.iter().filter_map(|entry| {
        let said = entry.core.len() - implied_tail(&entry.core, kind, around.leading.is_some());
        Some((above.carries(entry, entry.core.get(..said)?, &own, beside)?, entry))
    });
    let (place, entry) = places.min_by_key(|(place, entry)| (*place, &entry.key))?;
    Some(Match { entry, whole: None, front: place.front })
}

/// The clause with what all of something do before it, as a name says it: 44个乡镇全部完成验收 as 完成验收乡镇, 所有学校均达到标准
/// as 达到标准学校.
fn turn_as_name_says(own: &[char]) -> Vec<char> {
    let find = |words: &[char]| own.windows(words.len()).position(|window| window == words);
    let number = own.iter().rposition(char::is_ascii_digit);
    let each = number.zip(find(&['全', '部'])).filter(|(number, at)| number < at);
    let each = each.map(|(number, at)| (number + 1, at, at + 2));
    let all =
        find(&['所', '有']).zip(find(&['均']).or_else(|| find(&['都'])).or_else(|| find(&['达'])));
    let all = all.filter(|(at, does)| at < does).map(|(at, does)| {
        let skipped = usize::from(own.get(does) != Some(&'达'));
        (at + 2, does, does + skipped)
    });
    match each.or(all) {
        Some((noun, end, does)) => {
            let (noun, does) = (own.get(noun..end), own.get(does..));
            [does.unwrap_or_default(), noun.unwrap_or_default()].concat()
        }
        None => own.to_vec(),
    }
}

/// Whether a noun has no meaning without another: 60平方公里左右区域.
fn is_general(beside: &[char]) -> bool {
    beside == ['区', '域'] || beside == ['范', '围']
}

/// Whether the noun beside the value says nothing of what it is of.
fn says_nothing_of_value(beside: &[char], kind: FigureKind) -> bool {
    is_general(beside) || kind == FigureKind::Every
}

/// Whether a clause with these pairs holds a character of a name with one of its neighbours.
fn is_said(name: &[char], at: usize, own: &HashSet<(char, char)>) -> bool {
    let with = |at: usize| {
        name.get(at).zip(name.get(at + 1)).is_some_and(|(one, next)| own.contains(&(*one, *next)))
    };
    with(at) || at.checked_sub(1).is_some_and(with)
}

/// How many characters at the end of a name the value itself says.
fn implied_tail(core: &[char], kind: FigureKind, leads: bool) -> usize {
    let tails: &[&str] = match kind {
        FigureKind::Number(UnitDimension::Share) if !leads => &[],
        FigureKind::Number(UnitDimension::Share) | FigureKind::Coverage | FigureKind::Every => {
            &["覆盖率", "达标率", "率", "比例", "占比", "比重"]
        }
        FigureKind::Number(UnitDimension::Time) => &["时间"],
        FigureKind::Number(UnitDimension::Area) => &["面积"],
        FigureKind::Number(UnitDimension::Count | UnitDimension::People)
        | FigureKind::Numeral(_) => &["数量", "规模", "数"],
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
fn characters_held(name: &[char], beside: &[char]) -> Vec<bool> {
    let own: Vec<(char, char)> = adjacent_pairs(name).collect();
    let held: Vec<bool> = adjacent_pairs(beside).map(|pair| own.contains(&pair)).collect();
    let is_held = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| held.get(at)).copied().unwrap_or_default();
        before || held.get(at).copied().unwrap_or_default()
    };
    (0..beside.len()).map(is_held).collect()
}

/// How many characters of the noun beside the value stand in a name.
fn explained(name: &[char], beside: &[char]) -> usize {
    characters_held(name, beside).into_iter().filter(|held| *held).count()
}

/// Whether a name leaves out characters between others of the noun, or those it begins with: 国内外游客 are not 国内游客.
fn has_gap(name: &[char], beside: &[char], leads: bool) -> bool {
    let held = characters_held(name, beside);
    let first = held.iter().position(|held| *held).filter(|_| leads).unwrap_or_default();
    let last = held.iter().rposition(|held| *held).unwrap_or_default();
    let says_all = |at: usize| matches!(beside.get(at), Some('全' | '部' | '均' | '都'));
    (first..last).any(|at| held.get(at) == Some(&false) && !says_all(at))
}

/// Whether the noun beside the value is part of the name, and most of it.
fn meets(name: &[char], beside: &[char], kind: FigureKind, leads: bool) -> bool {
    let first: Vec<_> = adjacent_pairs(beside).take(1).collect();
    let last: Vec<_> = adjacent_pairs(beside).last().into_iter().collect();
    let held = |pair: &[(char, char)]| {
        pair.first().is_some_and(|pair| adjacent_pairs(name).any(|own| own == *pair))
    };
    let is_number = matches!(kind, FigureKind::Number(_) | FigureKind::Numeral(_));
    let most = !(is_number && has_gap(name, beside, leads))
        && explained(name, beside) * 5 >= beside.len() * 3;
    beside.len() < 2 || most && (held(&first) || held(&last))
}

/// Whether a value of this kind can be one of an indicator measured so.
fn fits_measure(measure: Option<UnitDimension>, kind: FigureKind, changes: bool) -> bool {
    // Without a unit nothing says that an indicator can be covered.
    let Some(measure) = measure else { return kind != FigureKind::Coverage };
    match kind {
        FigureKind::Number(UnitDimension::Share) => measure == UnitDimension::Share || changes,
        FigureKind::Number(UnitDimension::Points) => {
            matches!(measure, UnitDimension::Share | UnitDimension::Points)
        }
        FigureKind::Number(UnitDimension::Bare) => !matches!(measure, UnitDimension::Time),
        FigureKind::Number(own) | FigureKind::Numeral(own) => {
            let counts = |measure| matches!(measure, UnitDimension::Count | UnitDimension::People);
            own == measure || counts(own) && counts(measure)
        }
        FigureKind::Coverage | FigureKind::Every => {
            matches!(measure, UnitDimension::Share | UnitDimension::Count)
        }
        FigureKind::Zero => matches!(measure, UnitDimension::Count),
        FigureKind::Front | FigureKind::Rank | FigureKind::Assigned | FigureKind::Hold => true,
        FigureKind::Related => true,
        FigureKind::Blank => measure == UnitDimension::Money,
    }
}
