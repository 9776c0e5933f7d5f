//! Who lies below, and what each states: the plans of the regions below, or the numbers issued to them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::units::units_meet,
    rolled_up::{RegionTerm, RollupCompleteness},
};
use crate::{
    alignment::{Alignment, figure::speaker},
    catalogue::RegionId,
    hierarchy::Forest,
    model::{Model, Origin, PlanId, Role, Statement, StatementId},
    quantity::Decimal,
};

/// How much of the whole the weights of its parts must make up, to count as all of them: printed weights are rounded.
// Half a percent, a choice: printed weights are rounded each for itself.
const WHOLE: Decimal = Decimal::from_parts(995, 0, 0, false, 3);

/// The parts of one figure, before they are rolled up.
pub struct RollupParts {
    /// Whether an allocations table issues them.
    pub issued: bool,
    /// What is known.
    pub terms: Vec<RegionTerm>,
    /// What is kept back.
    pub reserve: Option<StatementId>,
    /// Who says nothing.
    pub silent: Vec<RegionId>,
    /// Whether these are all.
    pub known: RollupCompleteness,
}

impl RollupParts {
    /// Whether the same regions come to the same numbers.
    pub fn equals(&self, other: &Self) -> bool {
        let numbers = |parts: &Self| {
            let terms = parts.terms.iter().map(|term| (term.region, term.number));
            terms.collect::<BTreeMap<_, _>>()
        };
        let silent = |parts: &Self| parts.silent.iter().copied().collect::<BTreeSet<_>>();
        self.reserve.is_none()
            && other.reserve.is_none()
            && self.known == other.known
            && silent(self) == silent(other)
            && numbers(self) == numbers(other)
    }
}

/// The rows of a plan's allocations tables.
pub struct AllocationIndex {
    rows: BTreeMap<(u32, u32), Vec<StatementId>>,
}

impl AllocationIndex {
    /// Gathers the allocations of `plan`.
    pub fn of(model: &Model, plan: PlanId) -> Self {
        let mut rows = BTreeMap::<_, Vec<StatementId>>::new();
        for (id, statement) in model.statements(plan) {
            if statement.origin == Origin::Allocation {
                rows.entry((statement.at.0, statement.at.1)).or_default().push(id);
            }
        }
        Self { rows }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row that issues what `parent` states, the first of several; the other regions below are silent.
    pub fn of_statement(
        &self,
        model: &Model,
        parent: &Statement,
        below: &RollupRegions<'_>,
    ) -> Option<RollupParts> {
        let issues = |id: StatementId| {
            let statement = model.statement(id);
            statement.measure == parent.measure && statement.year == parent.year
        };
        // The first row that issues this target; a second would issue the same shares again, or others
        // that contradict them.
        let row = self.rows.values().find(|row| row.iter().any(|&id| issues(id)))?;
        let mut parts = RollupParts {
            issued: true,
            terms: vec![],
            reserve: None,
            silent: vec![],
            known: RollupCompleteness::All,
        };
        for &id in row {
            let statement = model.statement(id);
            match (statement.role, statement.region, statement.number) {
                (Role::Reserve, _, number) => parts.reserve = number.map(|_| id),
                (_, Some(region), Some(number)) => {
                    parts.terms.push(RegionTerm { region, statement: id, number, weight: None });
                }
                (_, Some(region), None) => parts.silent.push(region),
                // A column whose region nobody knows is no part of the whole that can be named.
                (_, None, _) => parts.known = RollupCompleteness::Some,
            }
        }
        below.add_unnamed(&mut parts);
        (!parts.terms.is_empty()).then_some(parts)
    }
}

/// The regions below one plan's region, and the plans that look up to it.
#[derive(Clone, Copy)]
pub struct RollupRegions<'a> {
    /// The plans.
    model: &'a Model,
    /// Who lies above whom.
    forest: &'a Forest,
    /// Numbers of references, resolved.
    alignment: &'a Alignment,
    /// The plan above.
    plan: PlanId,
    /// Its region.
    region: RegionId,
    /// Whether the regions below are all known.
    known: RollupCompleteness,
}

impl<'a> RollupRegions<'a> {
    /// The regions below `region`, as `plan` looks down on them.
    pub fn of(
        model: &'a Model,
        forest: &'a Forest,
        alignment: &'a Alignment,
        (plan, region): (PlanId, RegionId),
    ) -> Self {
        let known = rollup_completeness(model, forest, region);
        Self { model, forest, alignment, plan, region, known }
    }

    /// Adds the regions below that an allocations table passes over, where it is for regions of that level.
    fn add_unnamed(&self, parts: &mut RollupParts) {
        let children = self.forest.children(self.region);
        let named = |region: &RegionId| {
            parts.silent.contains(region) || parts.terms.iter().any(|term| term.region == *region)
        };
        if !children.iter().any(named) {
            return;
        }
        let unnamed: Vec<RegionId> =
            children.iter().copied().filter(|region| !named(region)).collect();
        if !unnamed.is_empty() {
            parts.silent.extend(unnamed);
            // The table does not show any more that there are no regions besides.
            if parts.known == RollupCompleteness::All {
                parts.known = self.known;
            }
        }
    }

    /// What the regions below state of what `parent` states; none where no plan below states it. For a region whose own plans
    /// are silent the number issued to it counts.
    pub fn of_statement(&self, parent: &Statement) -> Option<RollupParts> {
        // Without any plan below that states it there is nothing to roll up, even where numbers were
        // issued: that is the other list.
        let mut own = self.own(parent).into_iter().peekable();
        own.peek()?;
        let (mut terms, mut silent) = (Vec::new(), Vec::new());
        for &region in self.forest.children(self.region) {
            let stated = own.next_if(|term| term.region == region);
            match stated.or_else(|| self.issued_to(region, parent)) {
                Some(term) => terms.push(term),
                None => silent.push(region),
            }
        }
        Some(RollupParts { issued: false, terms, reserve: None, silent, known: self.known })
    }

    /// The terms of the plans below, in the order of their regions.
    fn own(&self, parent: &Statement) -> Vec<RegionTerm> {
        // The first of a region's plans that states it, and both lists are in the order of the regions.
        let mut terms: Vec<RegionTerm> = Vec::new();
        for &(region, plan) in self.forest.below(self.plan) {
            if terms.last().is_none_or(|last| last.region != region) {
                terms.extend(self.term(region, plan, parent));
            }
        }
        terms
    }

    fn issued_to(&self, region: RegionId, parent: &Statement) -> Option<RegionTerm> {
        self.term(region, self.plan, parent)
    }

    fn term(&self, region: RegionId, plan: PlanId, parent: &Statement) -> Option<RegionTerm> {
        let id = speaker(self.model, plan, region, &parent.measure, parent.year, None)?;
        let statement = self.model.statement(id);
        let resolved = self.alignment.statement(id).and_then(|comparison| comparison.number);
        let number = resolved.or(statement.number)?;
        let meets = units_meet(statement.unit.as_ref(), parent.unit.as_ref());
        meets.then_some(RegionTerm { region, statement: id, number, weight: None })
    }
}

/// Weights that make up the whole show that no region is left out; a table of several regions is taken for complete with a
/// grain of salt.
fn rollup_completeness(model: &Model, forest: &Forest, region: RegionId) -> RollupCompleteness {
    let children = forest.children(region);
    let weight = |region: RegionId, name: &str, year: Option<i32>| {
        let weights = &model.catalogue.region_of(region).weights;
        weights.iter().find(|w| &*w.name == name && w.year == year).map(|weight| weight.value)
    };
    let whole = model.catalogue.region_of(region).weights.iter().any(|total| {
        let mut parts = children.iter().map(|&child| weight(child, &total.name, total.year));
        let sum = parts.try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
        let least = total.value.checked_mul(WHOLE);
        total.value > Decimal::ZERO && sum.zip(least).is_some_and(|(sum, least)| sum >= least)
    });
    // Divisions that only their own documents name are no list: others may be missing.
    let in_table = |child: &RegionId| model.catalogue.region_of(*child).place.is_some();
    match children {
        _ if whole => RollupCompleteness::All,
        [_, _, ..] if children.iter().all(in_table) => RollupCompleteness::Listed,
        _ => RollupCompleteness::Some,
    }
}
