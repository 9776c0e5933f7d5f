//! Names that are close but not the same, between two plans.

use std::collections::{HashMap, HashSet};

use crate::{
    catalogue::{IndicatorId, Likeness, NameKey, RegionId, scope_words_differ},
    model::{Model, PlanId, TargetRow},
    text::Span,
};

use super::units_convert;

/// Two rows of two plans whose names are close or listed as easily confused.
#[derive(Clone, Copy, Debug)]
pub struct ClosePair<'a> {
    /// The row of the lower or later plan.
    pub child: &'a TargetRow,
    /// The row of the upper or earlier plan.
    pub parent: &'a TargetRow,
    /// Whether a catalogue lists the two as easily confused.
    pub listed: bool,
    /// Whether a word of scope differs: 跨省 here, 跨县 there.
    pub scope_differs: bool,
    /// The share of common pairs of characters, in millionths.
    pub likeness: u128,
}

impl<'a> ClosePair<'a> {
    fn of(child: &Prepared<'a>, parent: &Prepared<'a>, listed: bool) -> Self {
        let key = |row: &TargetRow| NameKey::of(&row.printed);
        Self {
            child: child.row,
            parent: parent.row,
            listed,
            scope_differs: scope_words_differ(&key(child.row), &key(parent.row)),
            likeness: score(child, parent),
        }
    }
}

/// The close names of one plan among those of another.
#[derive(Clone, Debug, Default)]
pub struct CloseNames<'a> {
    /// The pairs, in the order of the lower plan's rows.
    pub pairs: Vec<ClosePair<'a>>,
}

impl<'a> CloseNames<'a> {
    /// Searches the rows of `child` that have no counterpart in `parent` for close names there, and the reverse.
    #[must_use]
    pub fn between(model: &'a Model, child: PlanId, parent: PlanId) -> Self {
        let lower = unmatched(model, child, parent);
        let upper = if lower.is_empty() { Vec::new() } else { unmatched(model, parent, child) };
        if upper.is_empty() {
            return Self::default();
        }
        let mut pairs = listed(model, &lower, &upper);
        let taken = |side: fn(&ClosePair<'a>) -> &'a TargetRow| -> HashSet<Span> {
            pairs.iter().map(|pair| side(pair).name).collect()
        };
        let free = |rows: &[&'a TargetRow], taken: HashSet<Span>| -> Vec<Prepared<'a>> {
            let rows = rows.iter().filter(|row| !taken.contains(&row.name));
            rows.map(|row| Prepared::of(model, row)).collect()
        };
        let (lower, upper) =
            (free(&lower, taken(|pair| pair.child)), free(&upper, taken(|pair| pair.parent)));
        pairs.extend(mutual(&lower, &upper));
        pairs.sort_by_key(|pair| (pair.child.name, pair.parent.name));
        Self { pairs }
    }
}

/// The rows of `plan` whose indicator `other` does not state.
fn unmatched(model: &Model, plan: PlanId, other: PlanId) -> Vec<&TargetRow> {
    let rows = model.rows(plan).map(|(_, row)| row);
    rows.filter(|row| !model.speaks_of(other, row.indicator)).collect()
}

fn listed<'a>(
    model: &Model,
    lower: &[&'a TargetRow],
    upper: &[&'a TargetRow],
) -> Vec<ClosePair<'a>> {
    let by_indicator: HashMap<IndicatorId, &TargetRow> =
        upper.iter().map(|row| (row.indicator, *row)).collect();
    lower
        .iter()
        .flat_map(|child| {
            let confusable = &model.catalogue.indicator(child.indicator).confusable;
            let parents = confusable.iter().filter_map(|other| by_indicator.get(other));
            parents.map(|parent| {
                let (one, other) = (Prepared::of(model, child), Prepared::of(model, parent));
                ClosePair::of(&one, &other, true)
            })
        })
        .collect()
}

/// A row with its name prepared.
struct Prepared<'a> {
    row: &'a TargetRow,
    likeness: Likeness,
}

impl<'a> Prepared<'a> {
    fn of(model: &Model, row: &'a TargetRow) -> Self {
        let mut bare = NameKey::of(&row.printed);
        for name in region_names(model, row.region) {
            bare.0 = bare.0.replace(name, "");
        }
        Self { row, likeness: Likeness::of(&bare) }
    }
}

/// The region's name in full and without its tier's word: 浙江省, 浙江.
fn region_names(model: &Model, region: Option<RegionId>) -> impl Iterator<Item = &str> {
    let names = region.into_iter().flat_map(|region| {
        let name = &*model.catalogue.region_of(region).name;
        [name, name.trim_end_matches(['省', '市', '县', '区'])]
    });
    names.filter(|name| name.chars().count() > 1)
}

/// Pairs that are each other's closest; ties count all.
fn mutual<'a>(lower: &[Prepared<'a>], upper: &[Prepared<'a>]) -> Vec<ClosePair<'a>> {
    let index = index_pairs(upper);
    let close: Vec<(usize, usize, u128)> = lower
        .iter()
        .enumerate()
        .flat_map(|(at, child)| {
            candidates(&index, child)
                .into_iter()
                .filter_map(|other| upper.get(other).map(|parent| (other, parent)))
                .filter(|(_, parent)| {
                    child.likeness.close(&parent.likeness)
                        && units_convert(child.row.unit.as_ref(), parent.row.unit.as_ref())
                })
                .map(move |(other, parent)| (at, other, score(child, parent)))
                .collect::<Vec<_>>()
        })
        .collect();
    let best = |side: fn(&(usize, usize, u128)) -> usize| {
        let mut best: HashMap<usize, u128> = HashMap::new();
        for pair in &close {
            let known = best.entry(side(pair)).or_default();
            *known = (*known).max(pair.2);
        }
        best
    };
    let (best_below, best_above) = (best(|pair| pair.0), best(|pair| pair.1));
    close
        .iter()
        .filter(|(at, other, score)| {
            best_below.get(at) == Some(score) && best_above.get(other) == Some(score)
        })
        .filter_map(|(at, other, _)| {
            Some(ClosePair::of(lower.get(*at)?, upper.get(*other)?, false))
        })
        .collect()
}

/// The share of common pairs as a number that compares exactly: millionths.
fn score(one: &Prepared, other: &Prepared) -> u128 {
    let (twice, total) = one.likeness.shared(&other.likeness);
    (twice as u128 * 1_000_000).checked_div(total as u128).unwrap_or_default()
}

/// Which rows hold a pair of characters: names that share none are never looked at together.
fn index_pairs(rows: &[Prepared]) -> HashMap<(char, char), Vec<usize>> {
    let mut index: HashMap<(char, char), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        for &pair in row.likeness.pairs() {
            index.entry(pair).or_default().push(at);
        }
    }
    index
}

fn candidates(index: &HashMap<(char, char), Vec<usize>>, child: &Prepared) -> Vec<usize> {
    let mut found: Vec<usize> = child
        .likeness
        .pairs()
        .iter()
        .filter_map(|pair| index.get(pair))
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
