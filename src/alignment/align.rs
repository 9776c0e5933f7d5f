//! Every target of a plan set beside its ancestors' figures.

use std::sync::Arc;

use crate::{
    catalogue::{Indicator, RegionId},
    hierarchy::{Forest, ParentReason, Parents},
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Admissible, Direction, ReadingKind, Undetermined},
};

use super::{
    Comparison, Cutoffs, Figure, IncomparableAncestor, Resolution, WhyUnjudged,
    against::AncestorFigure,
    changes::change_above,
    clause::{Clauses, clauses_for},
    comparer::Comparer,
    figure::{speaker, stated_figure},
    reference::{addressed, figure_for, resolve_reference, speaking},
};

/// Compares the targets of one plan with those of its parents.
#[must_use]
pub fn align_plan(
    model: &Model,
    forest: &Forest,
    cutoffs: &Cutoffs,
    plan: PlanId,
) -> Vec<Comparison> {
    let comparer = Comparer { model, forest, cutoffs };
    model
        .statements(plan)
        .filter(|(id, statement)| comparer.speaks(*id, statement))
        .map(|(id, statement)| comparer.compare(id, statement))
        .collect()
}

impl Comparer<'_> {
    fn speaks(&self, id: StatementId, statement: &Statement) -> bool {
        let Some(region) = statement.region else { return false };
        let said = statement.condition();
        statement.role == Role::Target
            && speaker(self.model, statement.plan, region, &statement.measure, statement.year, said)
                == Some(id)
    }

    fn compare(&self, id: StatementId, statement: &Statement) -> Comparison {
        let indicator = self.model.catalogue.indicator(statement.measure.indicator);
        let mut comparison = Comparison::of(id, statement, indicator);
        let parents = self.forest.parents(statement.plan);
        comparison.against.reserve(parents.len());
        if let Some(change) = self.shared_change(statement, parents) {
            comparison.as_change = true;
            (comparison.set, comparison.number) = (Some(change.set), Some(change.number));
        }
        // References first, since what they resolve to is set beside the figures like any number.
        if statement.is_reference() && statement.number.is_none() {
            self.resolve(&mut comparison, id, indicator);
        }
        // Outlines stand before the regions above: `nearest` passes them over, for they lie on no way up.
        if let Some(outlines) = self.forest.outlines(statement.plan) {
            self.take_figures(&mut comparison, statement, indicator, outlines);
        }
        self.gather(&mut comparison, statement, indicator, parents);
        if comparison.set.is_none() && comparison.undetermined.is_none() {
            let above = !comparison.against.is_empty() || !comparison.passed.is_empty();
            comparison.undetermined = above.then(|| why_unset(statement));
        }
        comparison
    }

    fn resolve(&self, comparison: &mut Comparison, id: StatementId, indicator: &Indicator) {
        let resolution = resolve_reference(self.model, self.forest, id, comparison.direction);
        match &resolution {
            Resolution::Resolved { number, set, .. } => {
                comparison.number = Some(*number);
                // What a reference means is met with the range again, for a figure above may reach beyond
                // it.
                comparison.set = Some(set.meet(&indicator.range));
            }
            Resolution::Open => comparison.undetermined = Some(WhyUnjudged::NoReference),
            Resolution::Dangling { .. } => {}
        }
        comparison.resolution = Some(resolution);
    }

    /// The ancestors' figures, nearest first; a clause by tags, where one is stated, stands for all of them.
    pub fn gather(
        &self,
        comparison: &mut Comparison,
        statement: &Statement,
        indicator: &Indicator,
        parents: &[Parents],
    ) {
        for parents in parents {
            // A clause by tags speaks for the region as a whole, so the walk upwards ends here.
            if statement.condition().is_none()
                && self.take_clause(comparison, statement, indicator, parents)
            {
                // The number of a region in between concerns that region; only what it issued to the child stays.
                comparison.against.retain(|nearer| {
                    nearer.figure.allocated || nearer.clause.is_some() || nearer.is_outline()
                });
                return;
            }
            self.take_figures(comparison, statement, indicator, parents);
        }
    }

    /// The figure of the latest plan of one region that has one; of plans that 依据 names each counts.
    pub fn take_figures(
        &self,
        comparison: &mut Comparison,
        statement: &Statement,
        indicator: &Indicator,
        parents: &Parents,
    ) {
        for plan in speaking(self.model, statement, parents) {
            // Told by a plan of its own, not by another plan that 依据 names of this same region above.
            let told = |of| {
                let mut nearer = comparison.against.iter();
                nearer.any(|one| one.region == of && self.model.plan(one.plan).region == Some(of))
            };
            let region = addressed(self.model, statement, (plan, parents.region), told);
            match self.figure(comparison, statement, plan, region) {
                Ok(Some(figure)) => {
                    let above = self.above(statement, (parents, region), plan, figure);
                    self.take(comparison, statement, indicator, above);
                    // Of the plans that 依据 names each was chosen by the drafter; of others the latest
                    // speaks for its region.
                    if parents.choice != ParentReason::Named {
                        return;
                    }
                }
                Ok(None) => {}
                // An outline without a number leaves the number to the special plans.
                Err(_) if parents.choice == ParentReason::Outline => {}
                Err(passed) => {
                    comparison.passed.push(IncomparableAncestor { plan, statement: passed })
                }
            }
        }
    }

    fn above(
        &self,
        statement: &Statement,
        (parents, region): (&Parents, RegionId),
        plan: PlanId,
        figure: Figure,
    ) -> AncestorFigure {
        AncestorFigure {
            plan,
            region,
            choice: parents.choice,
            one_of_several: speaking(self.model, statement, parents).nth(1).is_some(),
            figure,
            clause: None,
        }
    }

    /// Sets one figure beside the child's.
    fn take(
        &self,
        comparison: &mut Comparison,
        statement: &Statement,
        indicator: &Indicator,
        above: AncestorFigure,
    ) {
        match self.against(comparison, statement, indicator, above) {
            Some(against) => comparison.against.push(against),
            None => comparison.undetermined = Some(WhyUnjudged::UnitDiffers),
        }
    }

    fn figure(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        plan: PlanId,
        region: RegionId,
    ) -> Result<Option<Figure>, StatementId> {
        let Some(said) = statement.condition() else {
            let figure = figure_for(self.model, statement, plan, region, comparison.direction);
            return match (comparison.as_change, &statement.change) {
                (true, Some(change)) => change_above(self.model, figure, statement, change),
                _ => figure,
            };
        };
        // A target under a condition is held against the same condition only.
        let clause =
            speaker(self.model, plan, region, &statement.measure, statement.year, Some(said));
        match clause {
            Some(id) => Ok(stated_figure(self.model, id)),
            None => Ok(None),
        }
    }

    /// Takes the clause of the nearest ancestor that states one; true when there are clauses, whether or not one fits.
    fn take_clause(
        &self,
        comparison: &mut Comparison,
        statement: &Statement,
        indicator: &Indicator,
        parents: &Parents,
    ) -> bool {
        // Regions without tags are most regions, and looking for clauses costs a walk through the plan.
        if !parents.plans.iter().any(|&plan| self.model.states_conditions(plan)) {
            return false;
        }
        for plan in speaking(self.model, statement, parents) {
            let (chosen, others) = match clauses_for(self.model, statement, plan, parents.region) {
                Clauses::Absent => continue,
                Clauses::Unfit => {
                    // A clause that fits no tag still says that the number depends on tags, so the plain
                    // number above is none of this region's.
                    comparison.undetermined = Some(WhyUnjudged::NoTag);
                    return true;
                }
                Clauses::Fit { chosen, others } => (chosen, others),
            };
            comparison.other_clauses = others;
            if let Some(figure) = stated_figure(self.model, chosen) {
                let clause = self.model.statement(chosen).condition().map(Arc::from);
                let above = AncestorFigure {
                    clause,
                    ..self.above(statement, (parents, parents.region), plan, figure)
                };
                self.take(comparison, statement, indicator, above);
            }
            return true;
        }
        false
    }
}

impl Comparison {
    /// A target on its own, before anything is put beside it.
    pub fn of(id: StatementId, statement: &Statement, indicator: &Indicator) -> Self {
        let heading = statement.quantity.as_ref().and_then(|quantity| quantity.heading);
        Self {
            child: id,
            set: statement.interval().copied(),
            number: statement.number,
            direction: if statement.measure.coverage {
                // Full coverage is better the higher it is, whatever the catalogue says of the count that
                // it is promised for.
                Some(Direction::Higher)
            } else {
                indicator.direction.or(heading).or_else(|| inferred_direction(statement, indicator))
            },
            resolution: None,
            as_change: false,
            against: Vec::new(),
            passed: Vec::new(),
            other_clauses: Vec::new(),
            undetermined: None,
        }
    }
}

/// The side that is better where only base and target show it: the end of the set that its range does not give.
fn inferred_direction(statement: &Statement, indicator: &Indicator) -> Option<Direction> {
    let set = statement.interval().filter(|_| statement.inferred)?;
    // The set was narrowed on one side only, and that side was inferred; where both ends differ the plan
    // has said them itself.
    match (set.low != indicator.range.low, set.high != indicator.range.high) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}

/// Why a child's statement has no set.
fn why_unset(statement: &Statement) -> WhyUnjudged {
    match (statement.kind, statement.set) {
        (ReadingKind::Placeholder, _) => WhyUnjudged::Placeholder,
        (ReadingKind::Absent, _) => WhyUnjudged::NoValue,
        (ReadingKind::Unreadable, _) => WhyUnjudged::Unreadable,
        (_, Admissible::Undetermined(Undetermined::Direction)) => WhyUnjudged::NoDirection,
        (_, Admissible::Undetermined(Undetermined::Base)) => WhyUnjudged::NoBase,
        (_, Admissible::Undetermined(Undetermined::Reference)) => WhyUnjudged::NoReference,
        _ => WhyUnjudged::WordsOnly,
    }
}
