//! Names that are close but not the same, between two plans.

use std::collections::{HashMap, HashSet};

use crate::{
    catalogue::{IndicatorId, Likeness, NameIndex, NameKey, RegionId, scope_words_differ},
    model::{Model, PlanId, TargetRow},
    text::Span,
};

use super::units_convert;

/// How many equally close names a row has at most: a name as close to many says nothing of any.
// A choice that also keeps the pairs linear in the rows: names that are all alike tie with each other.
const MOST_TIES: usize = 8;

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
    /// How much was done to find them: rows looked up and names held against one another.
    pub work: usize,
}

impl<'a> CloseNames<'a> {
    /// Searches the rows of `child` that have no counterpart in `parent` for close names there, and the reverse.
    #[must_use]
    pub fn between(model: &'a Model, child: PlanId, parent: PlanId) -> Self {
        let lower = unmatched(model, child, parent);
        let upper = if lower.is_empty() { Vec::new() } else { unmatched(model, parent, child) };
        // Both sides must have rows left over, so most pairs of plans end here.
        if upper.is_empty() {
            return Self::default();
        }
        let mut pairs = confusable_pairs(model, &lower, &upper);
        // What the catalogue lists as confusable is taken out before likeness is asked, or a closer
        // stranger would hide it.
        let taken = |side: fn(&ClosePair<'a>) -> &'a TargetRow| -> HashSet<Span> {
            pairs.iter().map(|pair| side(pair).name).collect()
        };
        let free = |rows: &[&'a TargetRow], taken: HashSet<Span>| -> Vec<Prepared<'a>> {
            let rows = rows.iter().filter(|row| !taken.contains(&row.name));
            rows.map(|row| Prepared::of(model, row)).collect()
        };
        let (lower, upper) =
            (free(&lower, taken(|pair| pair.child)), free(&upper, taken(|pair| pair.parent)));
        let (found, work) = mutual(&lower, &upper);
        pairs.extend(found);
        pairs.sort_by_key(|pair| (pair.child.name, pair.parent.name));
        Self { pairs, work }
    }
}

/// The rows of `plan` whose indicator `other` does not state.
fn unmatched(model: &Model, plan: PlanId, other: PlanId) -> Vec<&TargetRow> {
    let rows = model.rows(plan).map(|(_, row)| row);
    rows.filter(|row| !model.speaks_of(other, row.indicator)).collect()
}

fn confusable_pairs<'a>(
    model: &Model,
    lower: &[&'a TargetRow],
    upper: &[&'a TargetRow],
) -> Vec<ClosePair<'a>> {
    let by_indicator: HashMap<IndicatorId, &TargetRow> =
        upper.iter().map(|row| (row.indicator, *row)).collect();
    // How fast something grows is never written for how much of it there is.
    let grows = |row: &TargetRow| NameKey::of(&row.printed).is_growth();
    lower
        .iter()
        .flat_map(|child| {
            let confusable = &model.catalogue.indicator(child.indicator).confusable;
            let parents = confusable.iter().filter_map(|other| by_indicator.get(other));
            let parents = parents.filter(move |parent| grows(parent) == grows(child));
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
        // The region's name stands in its own names only (湖州市…), and would make them unlike the
        // parent's.
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
    // 乾县 without its tier is one character, which would be cut out of other words.
    names.filter(|name| name.chars().count() > 1)
}

/// Pairs that are each other's closest, with those that tie, and the work it took.
fn mutual<'a>(lower: &[Prepared<'a>], upper: &[Prepared<'a>]) -> (Vec<ClosePair<'a>>, usize) {
    let index = NameIndex::of(upper.iter().map(|parent| &parent.likeness));
    let mut close: Vec<(usize, usize, u128)> = Vec::new();
    let mut best_above: HashMap<usize, u128> = HashMap::new();
    let mut work = 0;
    for (at, child) in lower.iter().enumerate() {
        let (candidates, looked_up) = index.near(&child.likeness);
        work += looked_up + candidates.len();
        let parents = candidates.into_iter().filter_map(|other| Some((other, upper.get(other)?)));
        let mut found: Vec<(usize, usize, u128)> = parents
            // Names that are alike in other units are other things, and sharing words says less than the
            // unit.
            .filter(|(_, parent)| {
                child.likeness.close(&parent.likeness)
                    && units_convert(child.row.unit.as_ref(), parent.row.unit.as_ref())
            })
            .map(|(other, parent)| (at, other, score(child, parent)))
            .collect();
        for (_, other, score) in &found {
            let known = best_above.entry(*other).or_default();
            *known = (*known).max(*score);
        }
        // Only the best of each row, and later only where that row is the best of the other as well:
        // close on one side alone is chance.
        let best = found.iter().map(|found| found.2).max();
        found.retain(|found| Some(found.2) == best);
        close.extend(found.into_iter().take(MOST_TIES));
    }
    // Ties above are counted, too: one upper name as close to many lower ones says nothing of any.
    let mut ties: HashMap<usize, usize> = HashMap::new();
    let mutual = close.iter().filter(|(_, other, score)| {
        let is_best = best_above.get(other) == Some(score);
        let ties = ties.entry(*other).or_default();
        *ties += usize::from(is_best);
        is_best && *ties <= MOST_TIES
    });
    let pair = |&(at, other, _): &(usize, usize, u128)| {
        Some(ClosePair::of(lower.get(at)?, upper.get(other)?, false))
    };
    (mutual.filter_map(pair).collect(), work)
}

/// The share of common pairs as a number that compares exactly: millionths.
fn score(one: &Prepared, other: &Prepared) -> u128 {
    let (twice, total) = one.likeness.shared(&other.likeness);
    (twice as u128 * 1_000_000).checked_div(total as u128).unwrap_or_default()
}
