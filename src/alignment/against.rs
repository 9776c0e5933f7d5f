//! One ancestor's figure set against a child's target: units, relation, gap, trajectory, verdict.

use std::sync::Arc;

use crate::{
    catalogue::{Indicator, RegionId, Relation},
    hierarchy::ParentReason,
    model::{PlanId, Role, Statement, StatementId},
    quantity::{Decimal, Direction, Unit, verdict_of_sets},
    syntax::Class,
};

use super::{
    Against, Comparison, Detour, Figure, Gap, Trajectory,
    comparer::Comparer,
    comparison::BaseGap,
    figure::{FigureSource, bases_of},
    units::{magnitude_is_open, units_meet},
};

/// An ancestor's figure and where it was found.
pub struct AncestorFigure {
    /// The ancestor's plan.
    pub plan: PlanId,
    /// The ancestor.
    pub region: RegionId,
    /// Why its plan is a parent.
    pub choice: ParentReason,
    /// Whether it is only one of several plans of the region that state the indicator.
    pub one_of_several: bool,
    /// Its figure.
    pub figure: Figure,
    /// The clause that was taken for the child's tags.
    pub clause: Option<Arc<str>>,
}

impl Comparer<'_> {
    /// `None` where the units do not meet; that is said as undetermined.
    pub fn against(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        indicator: &Indicator,
        above: AncestorFigure,
    ) -> Option<Against> {
        let parent = self.model.statement(above.figure.source.shown());
        let units = (statement.unit.as_ref(), parent.unit.as_ref());
        // Two changes are both counted in percent or both in points.
        let units = if comparison.as_change { (None, None) } else { units };
        // A missing unit meets any, so 6 in 万人 beside a bare 60000 would be a gap of ten thousand
        // times: nobody knows which is meant.
        if !units_meet(units.0, units.1) || magnitude_is_open(units.0, units.1) {
            return None;
        }
        // A region neither catches up with itself nor falls behind.
        let base = if above.clause.is_none()
            && !comparison.as_change
            && !is_own_outline(statement, above.choice, above.region)
        {
            self.base_gap(comparison, statement, above.plan, above.region)
        } else {
            None
        };
        Some(self.judged(comparison, statement, indicator, above, base))
    }

    /// How the child stands to a figure whose unit meets its own, with the gap they start from.
    pub fn judged(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        indicator: &Indicator,
        above: AncestorFigure,
        base: Option<BaseGap>,
    ) -> Against {
        let AncestorFigure { plan, region, choice, one_of_several, figure, clause } = above;
        let own_outline = is_own_outline(statement, choice, region);
        let relation =
            self.relation_to_figure(statement, indicator, &figure, (region, own_outline));
        // Nothing was issued to this region, so that the figure of the whole is the nearest there is: a share of the
        // amount is nobody's rate, but a rate of the whole is what the regions come to on average.
        let unissued =
            relation == Relation::Allocated && !figure.allocated && is_rate(statement, &figure);
        let relation = if unissued { Relation::Mean { weight: None } } else { relation };
        let detour = if unissued {
            Some(Detour::Unissued)
        } else {
            self.skipped(comparison, statement, &relation, region).map(Detour::Skips)
        };
        let compared = match relation {
            // Under a mean something must be better.
            Relation::Mean { .. } => {
                comparison.direction.is_some_and(|d| d != Direction::Neither)
                    && !self.is_far_reading(statement, region, &figure)
                    // Who issues to a county is its city: what the province's whole comes to says nothing of it.
                    && !(unissued && self.is_far(statement, region))
            }
            ref relation => holds_each_child(relation, &figure),
        };
        let gap = |child: Option<Decimal>, parent: Decimal| {
            child.zip(comparison.direction).and_then(|(c, d)| Gap::between(d, c, parent))
        };
        let target_gap = gap(comparison.number, figure.number);
        let (trajectory, review) = self.trajectory(base, target_gap, &relation);
        Against {
            plan,
            region,
            choice,
            one_of_several,
            verdict: comparison
                .set
                .filter(|_| compared)
                .map(|set| verdict_of_sets(&set, &figure.set)),
            gap: target_gap,
            base,
            trajectory,
            review,
            relation,
            detour,
            carried: None,
            clause,
            figure,
        }
    }

    /// The region between, where a mean is that of a region further up than the next and nothing in between states the target.
    fn skipped(
        &self,
        comparison: &Comparison,
        statement: &Statement,
        relation: &Relation,
        above: RegionId,
    ) -> Option<RegionId> {
        let nearer = comparison.against.iter().any(|against| !against.is_outline());
        let alone = !nearer && comparison.passed.is_empty();
        let is_mean = matches!(relation, Relation::Mean { .. });
        statement
            .region
            .filter(|_| is_mean && alone)
            .and_then(|own| self.forest.region_between(own, above))
    }

    /// Whether a figure is only read between two years, and of a region further up than the next: what a county should be at in a year
    /// for which its province names nothing is no mean of the province's.
    fn is_far_reading(&self, statement: &Statement, above: RegionId, figure: &Figure) -> bool {
        matches!(figure.source, FigureSource::Between(..))
            && figure.class != Some(Class::Binding)
            && self.is_far(statement, above)
    }

    /// Whether a region stands between that of the statement and the one above.
    fn is_far(&self, statement: &Statement, above: RegionId) -> bool {
        statement.region.and_then(|own| self.forest.region_between(own, above)).is_some()
    }

    /// Two plans of one region speak of the very same number; what was issued to a region binds it; full coverage holds for
    /// every child; a mean at the end of its range can only be met by every child at that end.
    fn relation_to_figure(
        &self,
        statement: &Statement,
        indicator: &Indicator,
        figure: &Figure,
        (above, same_region): (RegionId, bool),
    ) -> Relation {
        let of = statement.measure.indicator;
        let stated = self.model.relation_between(of, above, statement.region);
        // From what binds without question: the own outline, what was issued, what every child must reach.
        let mean = matches!(stated, Relation::Mean { .. });
        if same_region {
            Relation::Each
        } else if figure.allocated {
            Relation::Allocated
        } else if statement.measure.coverage || mean && indicator.at_best_end(figure.number) {
            Relation::Each
        } else {
            stated.clone()
        }
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
        // A missing base hides whether a child under a mean catches up, which is what its level hangs on;
        // elsewhere it hides nothing.
        let mean = matches!(relation, Relation::Mean { .. });
        let (Some(base), Some(target)) = (base, target) else { return (Trajectory::Unknown, mean) };
        let ends = [base.child, base.parent].map(|id| self.model.statement(id));
        // Only an estimate: a final figure that is rounded is what both plans stand by.
        let estimated = ends.iter().any(|end| end.role == Role::Estimate);
        let half =
            |end: &&Statement| end.number.map(|number| self.model.half_printed_digit(end, number));
        let slack = || ends.iter().filter_map(half).sum();
        let review = estimated && base.gap.rests_on_rounding(slack(), target, self.cutoffs);
        (base.gap.towards(target, self.cutoffs), review)
    }
}

/// Whether a figure is a rate, so that regions can be measured by the number of the whole: a share, a ratio, a change in
/// percent.
fn is_rate(statement: &Statement, figure: &Figure) -> bool {
    let per =
        |unit: &Unit| matches!(&*unit.name, "%" | "‰" | "倍" | ":1") || unit.name.contains('/');
    figure.as_change || statement.unit.as_ref().is_some_and(per)
}

/// Whether a figure stands in the outline of the child's own region.
fn is_own_outline(statement: &Statement, choice: ParentReason, region: RegionId) -> bool {
    choice == ParentReason::Outline && statement.region == Some(region)
}

/// Whether a figure of the whole asks the same of each child, in relations other than a mean.
fn holds_each_child(relation: &Relation, figure: &Figure) -> bool {
    match relation {
        // Where every child must meet the figure it binds without any direction. A sum is judged by its roll-up: a
        // county's 32 schools are not weaker than the city's 230.
        Relation::Each => true,
        // What was not issued to this region says nothing to it.
        Relation::Allocated => figure.allocated,
        // What the whole reaches together is no demand on one of its parts.
        Relation::Sum | Relation::Mean { .. } | Relation::Together { .. } | Relation::Own => false,
    }
}
