//! Every target of a plan set beside its ancestors' figures.

use std::{collections::HashMap, sync::Arc};

use crate::{
    catalogue::{Indicator, RegionId, Relation},
    hierarchy::{Forest, Parents},
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Decimal, Direction, Unit, verdict},
};

use super::{
    Against, Comparison, Cutoffs, Figure, Gap, Passed, Resolution, Trajectory,
    clause::{Clauses, clauses_for},
    comparison::BaseGap,
    figure::{bases_of, condition, speaker, stated_figure},
    reference::{figure_for, resolve, speaking},
    trajectory::half_digit,
};

/// The comparisons of a run, by plan and statement.
#[derive(Debug, Default)]
pub struct Alignment {
    comparisons: Vec<Vec<Comparison>>,
    by_statement: HashMap<StatementId, (u32, u32)>,
}

impl Alignment {
    /// Joins the comparisons of all plans, given in the order of the plans.
    #[must_use]
    pub fn of(comparisons: Vec<Vec<Comparison>>) -> Self {
        let mut by_statement = HashMap::new();
        for (plan, list) in (0..).zip(&comparisons) {
            for (at, comparison) in (0..).zip(list) {
                by_statement.insert(comparison.child, (plan, at));
            }
        }
        Self { comparisons, by_statement }
    }

    /// The comparisons of a plan's targets, in its order.
    #[must_use]
    pub fn plan(&self, plan: PlanId) -> &[Comparison] {
        self.comparisons.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The comparison of a statement that speaks for its plan.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Comparison> {
        let (plan, at) = self.by_statement.get(&id)?;
        self.comparisons.get(*plan as usize)?.get(*at as usize)
    }
}

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

/// What comparing needs.
#[derive(Clone, Copy)]
pub struct Comparer<'a> {
    /// The plans.
    pub model: &'a Model,
    /// Who lies above whom.
    pub forest: &'a Forest,
    /// Where trajectories part.
    pub cutoffs: &'a Cutoffs,
}

impl Comparer<'_> {
    fn speaks(&self, id: StatementId, statement: &Statement) -> bool {
        let Some(region) = statement.region else { return false };
        let said = condition(statement);
        statement.role == Role::Target
            && speaker(self.model, statement.plan, region, &statement.measure, statement.year, said)
                == Some(id)
    }

    fn compare(&self, id: StatementId, statement: &Statement) -> Comparison {
        let indicator = self.model.catalogue.indicator(statement.measure.indicator);
        let heading = statement.quantity.as_ref().and_then(|quantity| quantity.heading);
        let mut comparison = Comparison {
            child: id,
            set: statement.interval().copied(),
            number: statement.number,
            direction: if statement.measure.coverage {
                Some(Direction::Higher)
            } else {
                indicator.direction.or(heading).or_else(|| inferred_direction(statement, indicator))
            },
            resolution: None,
            against: Vec::new(),
            passed: Vec::new(),
            other_clauses: Vec::new(),
            undetermined: None,
        };
        if statement.is_reference() {
            self.resolve(&mut comparison, id, indicator);
        }
        self.gather(&mut comparison, statement, indicator);
        if comparison.set.is_none() && comparison.undetermined.is_none() {
            let above = !comparison.against.is_empty() || !comparison.passed.is_empty();
            comparison.undetermined = above.then(|| why_unset(statement));
        }
        comparison
    }

    fn resolve(&self, comparison: &mut Comparison, id: StatementId, indicator: &Indicator) {
        let resolution = resolve(self.model, self.forest, id, comparison.direction);
        match &resolution {
            Resolution::Resolved { number, set, .. } => {
                comparison.number = Some(*number);
                comparison.set = Some(set.meet(&indicator.range));
            }
            Resolution::Open => comparison.undetermined = Some("no-reference"),
            Resolution::Dangling { .. } => {}
        }
        comparison.resolution = Some(resolution);
    }

    /// The ancestors' figures, nearest first; a clause by tags, where one is stated, stands for all of them.
    fn gather(&self, comparison: &mut Comparison, statement: &Statement, indicator: &Indicator) {
        for parents in self.forest.parents(statement.plan) {
            if condition(statement).is_none()
                && self.take_clause(comparison, statement, indicator, parents)
            {
                // The number of a region in between concerns that region; only what it issued to the child stays.
                comparison
                    .against
                    .retain(|nearer| nearer.figure.allocated || nearer.clause.is_some());
                return;
            }
            let mut stated = false;
            for plan in speaking(self.model, statement, parents) {
                match self.figure(comparison, statement, plan, parents.region) {
                    Ok(Some(figure)) => {
                        let against = self.against(
                            comparison,
                            statement,
                            indicator,
                            parents.region,
                            plan,
                            figure,
                            None,
                        );
                        comparison.against.extend(against);
                        stated = true;
                    }
                    Ok(None) => {}
                    Err(passed) => comparison.passed.push(Passed { plan, statement: passed }),
                }
                if stated {
                    break;
                }
            }
        }
    }

    fn figure(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        plan: PlanId,
        region: RegionId,
    ) -> Result<Option<Figure>, StatementId> {
        let Some(said) = condition(statement) else {
            return figure_for(self.model, statement, plan, region, comparison.direction);
        };
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
        for plan in speaking(self.model, statement, parents) {
            let (chosen, others) = match clauses_for(self.model, statement, plan, parents.region) {
                Clauses::Absent => continue,
                Clauses::Unfit => {
                    comparison.undetermined = Some("no-tag");
                    return true;
                }
                Clauses::Fit { chosen, others } => (chosen, others),
            };
            comparison.other_clauses = others;
            if let Some(figure) = stated_figure(self.model, chosen) {
                let clause = condition(self.model.statement(chosen)).map(Arc::from);
                let against = self.against(
                    comparison,
                    statement,
                    indicator,
                    parents.region,
                    plan,
                    figure,
                    clause,
                );
                comparison.against.extend(against);
            }
            return true;
        }
        false
    }

    /// `None` where the units do not meet; that is said as undetermined.
    #[expect(
        clippy::too_many_arguments,
        reason = "the two ends of one comparison and what is known of each"
    )]
    fn against(
        &self,
        comparison: &mut Comparison,
        statement: &Statement,
        indicator: &Indicator,
        region: RegionId,
        plan: PlanId,
        figure: Figure,
        clause: Option<Arc<str>>,
    ) -> Option<Against> {
        let parent = self.model.statement(figure.source.shown());
        if !units_meet(statement.unit.as_ref(), parent.unit.as_ref()) {
            comparison.undetermined = Some("unit-differs");
            return None;
        }
        let relation = relation(statement, indicator, &figure);
        let compared = match relation {
            Relation::Each => true,
            // What was not issued to this region says nothing to it.
            Relation::Allocated => figure.allocated,
            Relation::Mean { .. } => comparison.direction.is_some_and(|d| d != Direction::Neither),
            Relation::Sum | Relation::Own => false,
        };
        let gap = |child: Option<Decimal>, parent: Decimal| {
            child.zip(comparison.direction).and_then(|(c, d)| Gap::between(d, c, parent))
        };
        let target_gap = gap(comparison.number, figure.number);
        let base = if clause.is_none() {
            self.base_gap(comparison, statement, plan, region)
        } else {
            None
        };
        let (trajectory, review) = self.trajectory(base, target_gap, &relation);
        Some(Against {
            plan,
            region,
            verdict: comparison.set.filter(|_| compared).map(|set| verdict(&set, &figure.set)),
            gap: target_gap,
            base,
            trajectory,
            review,
            relation,
            clause,
            figure,
        })
    }

    fn base_gap(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        plan: PlanId,
        region: RegionId,
    ) -> Option<BaseGap> {
        let (model, measure) = (self.model, &statement.measure);
        let (child, parent) =
            bases_of(model, measure, (statement.plan, statement.region?), (plan, region))?;
        let number = |id: StatementId| model.statement(id).number;
        let gap = Gap::between(comparison.direction?, number(child)?, number(parent)?)?;
        Some(BaseGap { child, parent, gap })
    }

    /// The trajectory, and whether it must be looked at: an estimate whose rounding decides, a missing base under a mean.
    fn trajectory(
        &self,
        base: Option<BaseGap>,
        target: Option<Gap>,
        relation: &Relation,
    ) -> (Trajectory, bool) {
        let mean = matches!(relation, Relation::Mean { .. });
        let (Some(base), Some(target)) = (base, target) else { return (Trajectory::Unknown, mean) };
        let ends = [base.child, base.parent].map(|id| self.model.statement(id));
        let estimated = ends.iter().any(|end| end.role == Role::Estimate);
        let slack = || ends.iter().filter_map(|end| end.number).map(half_digit).sum();
        let review = estimated && base.gap.rests_on_rounding(slack(), target, self.cutoffs);
        (base.gap.towards(target, self.cutoffs), review)
    }
}

/// The side that is better where only base and target show it: the end of the set that its range does not give.
fn inferred_direction(statement: &Statement, indicator: &Indicator) -> Option<Direction> {
    let set = statement.interval().filter(|_| statement.inferred)?;
    match (set.low != indicator.range.low, set.high != indicator.range.high) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}

/// What was issued to a region binds it; full coverage holds for every child; a mean at the end of its range can only
/// be met by every child at that end.
fn relation(statement: &Statement, indicator: &Indicator, figure: &Figure) -> Relation {
    let mean = matches!(indicator.relation, Relation::Mean { .. });
    if figure.allocated {
        Relation::Allocated
    } else if statement.measure.coverage || mean && indicator.at_best_end(figure.number) {
        Relation::Each
    } else {
        indicator.relation.clone()
    }
}

/// Why a child's statement has no set, as a term key.
fn why_unset(statement: &Statement) -> &'static str {
    use crate::quantity::{Admissible, ReadingKind, Undetermined};
    match (statement.kind, statement.set) {
        (ReadingKind::Placeholder, _) => "placeholder",
        (ReadingKind::Absent, _) => "no-value",
        (ReadingKind::Unreadable, _) => "unreadable",
        (_, Admissible::Undetermined(Undetermined::Direction)) => "no-direction",
        (_, Admissible::Undetermined(Undetermined::Base)) => "no-base",
        (_, Admissible::Undetermined(Undetermined::Reference)) => "no-reference",
        _ => "words-only",
    }
}

/// Whether two units can be compared: equal, or one is missing; a ratio `:1` is a multiple.
#[must_use]
pub fn units_meet(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    let name = |unit: &Unit| match &*unit.name {
        ":1" | "倍" => "倍".to_owned(),
        name => name.to_owned(),
    };
    match (one, other) {
        (Some(one), Some(other)) => one.name == other.name || name(one) == name(other),
        _ => true,
    }
}
