//! Catalogue rows for the indicators that plans use and nobody defines, with what the plans show of them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use crate::{
    catalogue::{Catalogue, IndicatorId, Likeness, NameIndex, NameKey, RegionId, Relation},
    model::{Model, Origin, PlanId, Role, Statement},
    quantity::{Decimal, Direction},
    syntax::RelationWord,
};

/// The share of common pairs of characters, in millionths, from which two names may mean one indicator.
// Stricter than what rules call close, two fifths: here a person is asked to merge two names, and every wrong
// proposal costs a look.
const ALIKE: usize = 600_000;

/// What shows which way an indicator is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A comparator or verb: 不低于, 降至.
    Wording,
    /// The way from base to target.
    Base,
}

/// A row that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorSuggestion {
    /// The name as the first plan prints it, without unit.
    pub name: Arc<str>,
    /// The unit that all its values have.
    pub unit: Option<Arc<str>>,
    /// The direction and what shows it; `None` where nothing does, or the plans show both.
    pub direction: Option<(Direction, Evidence)>,
    /// The relation that is assumed: a mean for shares, rates and ratios, none for amounts.
    pub relation: RelationWord,
    /// The defined indicator with the closest name.
    pub close: Option<Arc<str>>,
}

/// What the plans of a run show of one indicator.
#[derive(Default)]
struct ShownIndicator {
    units: BTreeSet<Arc<str>>,
    worded: Vec<Direction>,
    bases: HashMap<(PlanId, Option<RegionId>), Decimal>,
    targets: Vec<((PlanId, Option<RegionId>), Decimal)>,
}

/// One row for each indicator without definition, in the order of the names.
#[must_use]
pub fn suggest_indicators(model: &Model) -> Vec<IndicatorSuggestion> {
    let mut shown: BTreeMap<IndicatorId, ShownIndicator> = BTreeMap::new();
    for (id, plan) in model.plans() {
        if !plan.reference_only {
            for (_, statement) in
                model.statements(id).filter(|(_, s)| is_of_undefined_indicator(model, s))
            {
                shown.entry(statement.indicator).or_default().add(statement);
            }
        }
    }
    let known = known_names(&model.catalogue);
    let known =
        DefinedNames { index: NameIndex::of(known.iter().map(|(_, name)| name)), names: known };
    let row = |(id, shown)| suggestion(&model.catalogue, id, &shown, &known);
    let mut rows: Vec<IndicatorSuggestion> = shown.into_iter().map(row).collect();
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    rows
}

/// Whether a statement is of an indicator that nobody defines; the name of a row that breaks off may be a heading.
fn is_of_undefined_indicator(model: &Model, statement: &Statement) -> bool {
    let breaks_off = matches!(statement.origin, Origin::Table(row) if model.row(row).breaks_off);
    statement.role != Role::Citation
        && !breaks_off
        && !model.catalogue.indicator(statement.indicator).is_defined()
}

impl ShownIndicator {
    fn add(&mut self, statement: &Statement) {
        self.units.extend(statement.unit.as_ref().map(|unit| unit.name.clone()));
        let target = (statement.plan, statement.region);
        match (statement.role, statement.number) {
            (Role::Observed | Role::Estimate, Some(number)) => {
                self.bases.insert(target, number);
            }
            (Role::Target, number) => {
                let quantity = statement.quantity.as_ref();
                self.worded.extend(quantity.and_then(|quantity| quantity.heading));
                self.targets.extend(number.map(|number| (target, number)));
            }
            _ => {}
        }
    }

    fn direction(&self) -> Option<(Direction, Evidence)> {
        let moved = |(target, number): &((PlanId, Option<RegionId>), Decimal)| match number
            .cmp(self.bases.get(target)?)
        {
            std::cmp::Ordering::Greater => Some(Direction::Higher),
            std::cmp::Ordering::Less => Some(Direction::Lower),
            std::cmp::Ordering::Equal => None,
        };
        // Words before numbers: a target below its base may be a concession and no sign that less is better.
        if self.worded.is_empty() {
            let moved: Vec<Direction> = self.targets.iter().filter_map(moved).collect();
            agreed_direction(&moved).map(|direction| (direction, Evidence::Base))
        } else {
            agreed_direction(&self.worded).map(|direction| (direction, Evidence::Wording))
        }
    }
}

/// The direction that all show.
fn agreed_direction(shown: &[Direction]) -> Option<Direction> {
    let first = *shown.first()?;
    shown.iter().all(|direction| *direction == first).then_some(first)
}

fn suggestion(
    catalogue: &Catalogue,
    id: IndicatorId,
    shown: &ShownIndicator,
    known: &DefinedNames,
) -> IndicatorSuggestion {
    let indicator = catalogue.indicator(id);
    let relation = match &indicator.relation {
        // A name without a unit was taken for an amount before its values were seen.
        Relation::Own if shown.units.iter().any(|unit| &**unit == "%") => RelationWord::Mean,
        relation => relation.word(),
    };
    IndicatorSuggestion {
        name: indicator.name.trim_start_matches(['*', '＊']).trim().into(),
        unit: shown.units.first().filter(|_| shown.units.len() == 1).cloned(),
        direction: shown.direction(),
        relation,
        close: known.closest(&indicator.key),
    }
}

fn known_names(catalogue: &Catalogue) -> Vec<(Arc<str>, Likeness)> {
    let mut whole = catalogue.clone();
    whole.take_in_built_in();
    let defined = whole.indicators().map(|(_, known)| known).filter(|known| known.is_defined());
    defined.map(|known| (known.name.clone(), Likeness::of(&known.key))).collect()
}

/// The names that are defined, and which of them may be close to another.
struct DefinedNames {
    names: Vec<(Arc<str>, Likeness)>,
    index: NameIndex,
}

impl DefinedNames {
    /// The closest of them that may well mean the same; of equals the first in order.
    fn closest(&self, key: &NameKey) -> Option<Arc<str>> {
        let own = Likeness::of(key);
        let share = |other: &Likeness| {
            let (twice, total) = own.shared(other);
            (twice * 1_000_000).checked_div(total).unwrap_or_default()
        };
        let (near, _) = self.index.near(&own);
        let near = near.into_iter().filter_map(|at| self.names.get(at));
        let close = near.filter(|(_, other)| own.close(other) && share(other) >= ALIKE);
        let best = close
            .max_by(|one, two| share(&one.1).cmp(&share(&two.1)).then_with(|| two.0.cmp(&one.0)));
        best.map(|(name, _)| name.clone())
    }
}
