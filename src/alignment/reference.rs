//! 高于市均, 完成上级下达指标: what figures of the regions above they mean.

use crate::{
    catalogue::{RegionId, Relation},
    hierarchy::{Forest, ParentReason, Parents},
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Average, Bound, Comparator, Decimal, Direction, Interval, Relative},
};

use super::{
    clause::{Clauses, clauses_for},
    figure::{Figure, plan_figure, speaker, stated_figure, values_reaching},
};

/// What became of a reference.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolution {
    /// It means this figure of this plan; the set is the child's.
    Resolved {
        /// The plan it is taken from.
        plan: PlanId,
        /// Whose figure it is.
        region: RegionId,
        /// The statement that gives it.
        statement: StatementId,
        /// The number it resolves to.
        number: Decimal,
        /// The values that satisfy the reference.
        set: Interval,
    },
    /// Plans above were read, and none of those it can mean has a number.
    Dangling {
        /// What was looked at, nearest region first; a placeholder among it is the cause.
        above: Vec<Unresolved>,
    },
    /// Nothing above was read that could say, or what stands there cannot be taken for this region.
    Open,
}

/// A region above without a number to refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The region.
    pub region: RegionId,
    /// What it states instead of a number; `None` where its plans do not state the target.
    pub stated: Option<StatementId>,
}

/// What one plan above gives to refer to.
enum ReferenceCandidate {
    /// A number.
    Figure(Figure),
    /// The target, but nothing that can be taken for this region.
    OfAnotherKind,
    /// The target without a number.
    WithoutNumber(StatementId),
    /// Nothing.
    Nothing,
}

/// Resolves a statement that refers upwards.
#[must_use]
pub fn resolve_reference(
    model: &Model,
    forest: &Forest,
    id: StatementId,
    direction: Option<Direction>,
) -> Resolution {
    let statement = model.statement(id);
    let Some(quantity) = &statement.quantity else { return Resolution::Open };
    let looked_at = match quantity.relative {
        Some(Relative::Of(Average::Peers)) => return Resolution::Open,
        Some(Relative::Of(average)) => average,
        // 与经济增长同步 looks at another indicator of the same plan, not at what stands above.
        _ => return Resolution::Open,
    };
    let mut above = Vec::new();
    // All regions that the word can mean, nearest first; 市均 passes a county by.
    for parents in forest.parents(statement.plan) {
        if !is_meant(model, parents.region, looked_at) {
            continue;
        }
        let mut stated = None;
        for plan in speaking(model, statement, parents) {
            match reference_candidate(model, statement, plan, parents.region, direction) {
                ReferenceCandidate::Figure(figure) => {
                    return resolve_to_figure(statement, plan, parents.region, &figure, direction);
                }
                // A total, or a number for another part, stands above and cannot be this region's: that
                // is no gap of the plan above.
                ReferenceCandidate::OfAnotherKind => return Resolution::Open,
                ReferenceCandidate::WithoutNumber(instead) => stated = stated.or(Some(instead)),
                ReferenceCandidate::Nothing => {}
            }
        }
        // Plans of other topics that never name the target say nothing about who should have set it.
        if stated.is_some() || parents.choice != ParentReason::Indicator {
            above.push(Unresolved { region: parents.region, stated });
        }
    }
    // A sentence may refer to a plan of another topic; only a table's row, or a gap that was seen above, is known to hang.
    let seen = statement.in_table() || above.iter().any(|region| region.stated.is_some());
    if above.is_empty() || !seen { Resolution::Open } else { Resolution::Dangling { above } }
}

fn reference_candidate(
    model: &Model,
    statement: &Statement,
    plan: PlanId,
    region: RegionId,
    direction: Option<Direction>,
) -> ReferenceCandidate {
    match clauses_for(model, statement, plan, region) {
        Clauses::Absent => {}
        Clauses::Unfit => return ReferenceCandidate::OfAnotherKind,
        Clauses::Fit { chosen, .. } => {
            let clause = stated_figure(model, chosen);
            return clause
                .map_or(ReferenceCandidate::WithoutNumber(chosen), ReferenceCandidate::Figure);
        }
    }
    match figure_for(model, statement, plan, region, direction) {
        Ok(Some(figure)) if figure.allocated || shares_its_number(model, statement, region) => {
            ReferenceCandidate::Figure(figure)
        }
        Ok(Some(_)) => ReferenceCandidate::OfAnotherKind,
        // Another basis or part answers the reference in a way that cannot be compared, which is not the
        // same as silence.
        Ok(None) if counts_otherwise(model, statement, plan, region) => {
            ReferenceCandidate::OfAnotherKind
        }
        Ok(None) => ReferenceCandidate::Nothing,
        Err(instead) => ReferenceCandidate::WithoutNumber(instead),
    }
}

/// Whether the plan has a number for the year in another part of the region or on another basis.
fn counts_otherwise(model: &Model, statement: &Statement, plan: PlanId, region: RegionId) -> bool {
    let ids = model.stated(plan, region, statement.measure.indicator);
    ids.iter().map(|&id| model.statement(id)).any(|other| {
        other.role == Role::Target && other.year == statement.year && other.number.is_some()
    })
}

/// The plans of a region above that could state the target.
pub fn speaking<'a>(
    model: &'a Model,
    statement: &'a Statement,
    parents: &'a Parents,
) -> impl Iterator<Item = PlanId> + 'a {
    let wanted = statement.measure.indicator;
    parents.plans.iter().copied().filter(move |&plan| {
        let line = statement.region.into_iter().flat_map(|own| model.catalogue.line(own));
        let mut line = line.take_while(|&region| region != parents.region).chain([parents.region]);
        line.any(|region| !model.stated(plan, region, wanted).is_empty())
    })
}

/// The region that a plan above means for a child's target: the nearest one between them that it issued a number to, else its own.
pub fn addressed(
    model: &Model,
    statement: &Statement,
    (plan, above): (PlanId, RegionId),
    told: impl Fn(RegionId) -> bool,
) -> RegionId {
    let Some(own) = statement.region else { return above };
    let between = model.catalogue.line(own).skip(1).take_while(|&region| region != above);
    // What the Union issued to Belgium is what Flanders has a part in, not what the Union says of all states. Where
    // Belgium has told its own number, that one is nearer.
    let mut between = between.filter(|&region| !told(region));
    let issued = |region: &RegionId| {
        speaker(model, plan, *region, &statement.measure, statement.year, None).is_some()
    };
    // What it issued to the region itself is its own word to it.
    if issued(&own) { above } else { between.find(issued).unwrap_or(above) }
}

/// The figure of a plan above for a child's target: what it issued to the child's region, else its own.
pub fn figure_for(
    model: &Model,
    statement: &Statement,
    plan: PlanId,
    region: RegionId,
    direction: Option<Direction>,
) -> Result<Option<Figure>, StatementId> {
    // What was issued to the region by name goes before what the issuing region says of itself.
    if let Some(own) = statement.region.filter(|own| *own != region) {
        let issued = plan_figure(model, plan, own, &statement.measure, statement.year, direction)?;
        if let Some(figure) = issued {
            return Ok(Some(Figure { allocated: true, ..figure }));
        }
    }
    plan_figure(model, plan, region, &statement.measure, statement.year, direction)
}

fn is_meant(model: &Model, region: RegionId, average: Average) -> bool {
    let tiers = &model.catalogue.tiers;
    let wanted = match average {
        Average::Superior => return true,
        Average::Nation => tiers.read("国家"),
        Average::Province => tiers.read("省"),
        Average::City => tiers.read("市"),
        Average::County => tiers.read("县"),
        Average::Peers => None,
    };
    wanted.is_some() && model.catalogue.region_of(region).tier == wanted
}

/// Whether a parent's own number can stand for the child: never a total for a share of it, and what is issued to each
/// region is no average, only the average it is compared with is.
fn shares_its_number(model: &Model, statement: &Statement, above: RegionId) -> bool {
    match model.relation_between(statement.measure.indicator, above, statement.region) {
        // 完成下达任务 of a mean would make each child's share of the mean number itself.
        Relation::Each => true,
        Relation::Mean { .. } | Relation::Allocated => {
            comparator_of(statement) != Some(Comparator::Assigned)
        }
        Relation::Sum | Relation::Together { .. } | Relation::Own => false,
    }
}

fn comparator_of(statement: &Statement) -> Option<Comparator> {
    statement.quantity.as_ref().map(|quantity| quantity.comparator)
}

fn resolve_to_figure(
    statement: &Statement,
    plan: PlanId,
    region: RegionId,
    figure: &Figure,
    direction: Option<Direction>,
) -> Resolution {
    let end = |open| Some(Bound { value: figure.number, open });
    // 高于市均 is above the number itself, whatever its own sign was; 完成…指标 takes the very set.
    let set = match comparator_of(statement) {
        Some(Comparator::RelativeMore) => Some(Interval { low: end(true), high: None }),
        Some(Comparator::RelativeAtLeast) => Some(Interval { low: end(false), high: None }),
        Some(Comparator::RelativeLess) => Some(Interval { low: None, high: end(true) }),
        Some(Comparator::RelativeAtMost) => Some(Interval { low: None, high: end(false) }),
        // What is assigned is the very target: >90 stays >90.
        Some(Comparator::Assigned) => Some(figure.set),
        _ => direction.and_then(|direction| values_reaching(figure.number, direction)),
    };
    match set {
        Some(set) => Resolution::Resolved {
            plan,
            region,
            statement: figure.source.shown(),
            number: figure.number,
            set,
        },
        None => Resolution::Open,
    }
}
