//! One target of a child beside every ancestor's figure for it, and all of those of a run.

use std::{collections::HashMap, sync::Arc};

use crate::{
    catalogue::{RegionId, Relation},
    hierarchy::ParentReason,
    model::{PlanId, StatementId},
    quantity::{Decimal, Direction, Interval, Verdict},
    syntax::Class,
};

use super::{
    Figure, FigureSource, Gap, Progress, Resolution, Rollup, RollupOutcome, Trajectory, Unweighed,
    WhyUnjudged,
};

/// The comparisons of a run, by plan and statement.
#[derive(Debug, Default)]
pub struct Alignment {
    comparisons: Vec<Vec<Comparison>>,
    /// Where each statement's comparison stands: its plan and its place among those of the plan.
    by_statement: Vec<Option<(u32, u32)>>,
    /// For each plan what the regions below it come to.
    rollups: Vec<(Vec<Rollup>, Vec<Unweighed>)>,
    /// For each plan how far its targets have come.
    progress: Vec<Vec<Progress>>,
}

impl Alignment {
    /// Joins the comparisons of all plans, given in the order of the plans.
    #[must_use]
    pub fn of(comparisons: Vec<Vec<Comparison>>) -> Self {
        let mut by_statement = Vec::new();
        for (plan, list) in (0..).zip(&comparisons) {
            for (at, comparison) in (0..).zip(list) {
                // Plans and their statements are numbered in one order.
                by_statement.resize(comparison.child.0 as usize, None);
                by_statement.push(Some((plan, at)));
            }
        }
        Self { comparisons, by_statement, rollups: Vec::new(), progress: Vec::new() }
    }

    /// The same with the roll-ups of all plans, given in the order of the plans.
    #[must_use]
    pub fn with_rollups(mut self, rollups: Vec<(Vec<Rollup>, Vec<Unweighed>)>) -> Self {
        self.rollups = rollups;
        let carried: HashMap<StatementId, Carried> = self
            .rollups
            .iter()
            .flat_map(|(rollups, _)| rollups)
            .filter_map(|rollup| Some((rollup.parent, Carried::by(rollup)?)))
            .collect();
        if !carried.is_empty() {
            for against in self.comparisons.iter_mut().flatten().flat_map(|one| &mut one.against) {
                against.carried = match against.figure.source {
                    FigureSource::Stated(id) if !against.figure.allocated => {
                        carried.get(&id).copied()
                    }
                    _ => None,
                };
            }
        }
        self
    }

    /// The same with the observed values of all plans, given in the order of the plans.
    #[must_use]
    pub fn with_progress(self, progress: Vec<Vec<Progress>>) -> Self {
        Self { progress, ..self }
    }

    /// How far the targets of a plan have come, where a later observed value says so.
    #[must_use]
    pub fn progress(&self, plan: PlanId) -> &[Progress] {
        self.progress.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// What the regions below a plan's region come to, in the order of its targets.
    #[must_use]
    pub fn rollups(&self, plan: PlanId) -> &[Rollup] {
        self.rollups.get(plan.0 as usize).map_or(&[], |(rollups, _)| rollups)
    }

    /// The targets of a plan that cannot be rolled up for want of weights, in its order.
    #[must_use]
    pub fn unweighed(&self, plan: PlanId) -> &[Unweighed] {
        self.rollups.get(plan.0 as usize).map_or(&[], |(_, unweighed)| unweighed)
    }

    /// The comparisons of a plan's targets, in its order.
    #[must_use]
    pub fn plan(&self, plan: PlanId) -> &[Comparison] {
        self.comparisons.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The comparison of a statement that speaks for its plan.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<&Comparison> {
        let (plan, at) = (*self.by_statement.get(id.0 as usize)?)?;
        self.comparisons.get(plan as usize)?.get(at as usize)
    }
}

/// A child's target beside its ancestors' figures.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The child's statement, which speaks for its plan; of a target still to be written the one that is asked for.
    pub child: StatementId,
    /// Its set, references resolved; `None` when it says nothing comparable.
    pub set: Option<Interval>,
    /// Its number, references resolved.
    pub number: Option<Decimal>,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// What became of its reference, when it is one.
    pub resolution: Option<Resolution>,
    /// Whether set and number are those of its change, since the nearest figure above is a change against the same year.
    pub as_change: bool,
    /// The outline of the own region and the ancestors that state the target with a number, nearest first.
    pub against: Vec<Against>,
    /// The ancestors that state it without one.
    pub passed: Vec<IncomparableAncestor>,
    /// The numbers of the parent's clauses for other tags, where a clause was chosen by the region's tags.
    pub other_clauses: Vec<(Arc<str>, StatementId)>,
    /// Why it cannot be judged.
    pub undetermined: Option<WhyUnjudged>,
}

/// One ancestor's figure and how the child stands to it.
#[derive(Clone, Debug)]
pub struct Against {
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
    /// The relation this figure is judged by.
    pub relation: Relation,
    /// Why the figure does not speak to the child's region as it stands.
    pub detour: Option<Detour>,
    /// What all regions below come to, where each of them has spoken: the figure of a mean is met by them together or not.
    pub carried: Option<Carried>,
    /// How the sets stand; `None` where the relation compares nothing.
    pub verdict: Option<Verdict>,
    /// How far the child is behind, between printed numbers.
    pub gap: Option<Gap>,
    /// The two bases of one year and their gap, when both are printed.
    pub base: Option<BaseGap>,
    /// Whether the gap widens.
    pub trajectory: Trajectory,
    /// Whether the trajectory rests on an estimate whose rounding decides, or on a missing base under a mean.
    pub review: bool,
}

/// Why a figure does not speak to a region below it as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detour {
    /// It is issued region by region, and nothing was found that was issued to this one.
    Unissued,
    /// It is the mean of a region further up, and nothing was found that this one, which lies between, makes of it.
    Skips(RegionId),
}

/// What all regions below a figure come to, and whether that meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carried {
    /// The weighted mean of all of them.
    pub mean: Decimal,
    /// The values that can come out.
    pub reach: Interval,
    /// Whether the figure is met by it.
    pub met: bool,
}

/// Two bases of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseGap {
    /// The child's base.
    pub child: StatementId,
    /// The ancestor's base.
    pub parent: StatementId,
    /// Their gap.
    pub gap: Gap,
}

/// An ancestor that states the target without anything comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomparableAncestor {
    /// The ancestor's plan.
    pub plan: PlanId,
    /// Its statement.
    pub statement: StatementId,
}

impl Carried {
    /// What a weighted mean comes to whose regions have all spoken.
    fn by(rollup: &Rollup) -> Option<Self> {
        let all = rollup.weights.is_some() && rollup.is_complete() && !rollup.issued;
        let mean = rollup.reach.low.filter(|_| all)?.value;
        let met = rollup.outcome == RollupOutcome::Open;
        Some(Self { mean, reach: rollup.reach, met })
    }
}

impl Comparison {
    /// The set, or everything when there is none.
    #[must_use]
    pub fn set_or_all(&self) -> Interval {
        self.set.unwrap_or_default()
    }

    /// The figure of the nearest region above. The outline of the own region lies on no way up.
    #[must_use]
    pub fn nearest(&self) -> Option<&Against> {
        self.against.iter().find(|against| !against.is_outline())
    }

    /// Whether the nearest ancestor is met; true without any.
    #[must_use]
    pub fn nearest_met(&self) -> bool {
        // A verdict without a shortfall is one of wording, which weaker-wording tells, and breaks no
        // chain.
        self.nearest().is_none_or(|nearest| {
            nearest.verdict != Some(Verdict::Weaker)
                && nearest.verdict != Some(Verdict::Conflicting)
                || !nearest.is_short()
        })
    }

    /// The violated ancestors that count: all, or, when the nearest is met, only those that bind each child.
    pub fn violated(&self) -> impl Iterator<Item = &Against> {
        let nearest_met = self.nearest_met();
        self.against
            .iter()
            // If the nearest is met and only a higher one is missed, the break lies in between and is
            // told there; what binds each child binds it past any level between.
            .filter(move |against| against.is_violated() && (!nearest_met || against.binds_each()))
    }
}

impl Against {
    /// Whether it stands in the outline of the child's own region.
    #[must_use]
    pub fn is_outline(&self) -> bool {
        self.choice == ParentReason::Outline
    }

    /// Whether the region alone does not say whose figure it is.
    #[must_use]
    pub fn names_plan(&self) -> bool {
        self.one_of_several || self.is_outline()
    }

    /// Whether the regions below meet the figure together, so that no single one misses it.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        let mean = matches!(self.relation, Relation::Mean { .. });
        mean && self.carried.is_some_and(|carried| carried.met)
    }

    /// Whether the child's number is short of this ancestor's.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.gap.is_some_and(|gap| gap.0 > Decimal::ZERO)
    }

    /// Whether the child's plan can be met while this ancestor's is missed, its number being short.
    #[must_use]
    pub fn is_violated(&self) -> bool {
        self.is_short() && matches!(self.verdict, Some(Verdict::Weaker | Verdict::Conflicting))
    }

    /// Whether every child must meet it by itself.
    #[must_use]
    pub fn binds_each(&self) -> bool {
        matches!(self.relation, Relation::Each | Relation::Allocated)
    }

    /// Whether the figure is binding.
    #[must_use]
    pub fn is_binding(&self) -> bool {
        self.figure.class == Some(Class::Binding)
    }
}
