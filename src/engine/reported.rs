//! The plans that a run reports on.

use crate::model::{Model, Plan, PlanId};

/// The plans that are reported on: those of `--against` only serve as parents.
pub(super) fn reported(model: &Model) -> impl Iterator<Item = (PlanId, &Plan)> {
    model.plans().filter(|(_, plan)| !plan.reference_only)
}
