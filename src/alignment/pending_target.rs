//! A target that a region still has to write, beside the figures above it.

use crate::{
    catalogue::RegionId,
    hierarchy::{Forest, Parents},
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Admissible, Interval, ReadingKind, Undetermined},
};

use super::{Comparison, Cutoffs, base_of, comparer::Comparer};

/// What the figures of `parents` ask of `region` in `year` for the target that `like` states; its baselines stand in one of
/// `plans`.
///
/// The child of the comparison is `like`, and any value is still open to it: a verdict says that the figure is compared.
#[must_use]
pub fn align_asked(
    model: &Model,
    forest: &Forest,
    cutoffs: &Cutoffs,
    (like, year): (StatementId, i32),
    (region, plans): (RegionId, &[PlanId]),
    parents: &[Parents],
) -> Comparison {
    let stated = model.statement(like);
    let based = plans
        .iter()
        .find(|&&plan| base_of(model, plan, region, &stated.measure, None).is_some())
        .or(plans.first());
    // Everything but what makes the target one still to be written stays as the other region states it.
    let asked = Statement {
        plan: based.copied().unwrap_or(stated.plan),
        region: Some(region),
        year,
        role: Role::Target,
        kind: ReadingKind::Absent,
        quantity: None,
        set: Admissible::Undetermined(Undetermined::Words),
        number: None,
        ..stated.clone()
    };
    let comparer = Comparer { model, forest, cutoffs };
    let indicator = model.catalogue.indicator(stated.measure.indicator);
    let mut comparison = Comparison {
        set: Some(Interval::default()),
        number: None,
        ..Comparison::of(like, stated, indicator)
    };
    if let Some(outlines) = based.and_then(|&plan| forest.outlines(plan)) {
        comparer.take_figures(&mut comparison, &asked, indicator, outlines);
    }
    comparer.gather(&mut comparison, &asked, indicator, parents);
    comparison
}
