//! A plan named in 依据 that is no longer in force, or not yet.

use std::{collections::HashMap, sync::Arc};

use serde::Serialize;

use crate::{
    catalogue::NameKey,
    finding::{Draft, Drafts, Subject},
    model::{CitedPlan, Model, Plan, PlanId},
    rulebook::{Context, PlanFacts, tell_plan},
    syntax::Status,
};

/// Reports each title in 依据 whose plan is repealed, ended before this plan begins, or was issued after it.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let mut titled: HashMap<NameKey, Vec<PlanId>> = HashMap::new();
    for (id, plan) in model.plans() {
        titled.entry(NameKey::of(&plan.title)).or_default().push(id);
    }
    for (id, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        for cited in &plan.based_on {
            // Of two plans with one title nobody knows which is meant.
            let named = titled.get(&NameKey::of(&cited.title)).map(Vec::as_slice);
            let Some(&[basis]) = named else { continue };
            if let Some(case) = trouble_with_basis(plan, model.plan(basis)).filter(|_| basis != id)
            {
                drafts.push(draft(model, case, (id, plan), cited, basis));
            }
        }
    }
}

fn trouble_with_basis(plan: &Plan, basis: &Plan) -> Option<&'static str> {
    let ended = plan.period.zip(basis.period).is_some_and(|(own, above)| {
        // An outlook keeps a plan in force for the years it looks out to.
        let reach = basis.outlook.map_or(above.end, |outlook| outlook.max(above.end));
        reach < own.start
    });
    if basis.status == Some(Status::Repealed) {
        Some("repealed")
    } else if ended {
        Some("ended")
    } else {
        // Only dates that are known say which plan came first.
        plan.issued_before(basis).filter(|&before| before).map(|_| "later")
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct SupersededParentFacts {
    child: PlanFacts,
    basis: PlanFacts,
    start: i32,
    end: i32,
    issued: Arc<str>,
    basis_issued: Arc<str>,
}

fn draft(
    model: &Model,
    case: &'static str,
    (id, plan): (PlanId, &Plan),
    cited: &CitedPlan,
    basis: PlanId,
) -> Draft {
    let named = model.plan(basis);
    let years = |plan: &Plan| plan.period.map_or((0, 0), |period| (period.start, period.end));
    let day = |plan: &Plan| plan.issued.clone().unwrap_or_default();
    let subject = Subject {
        plan: Some(plan.title.clone()),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        other: Some(named.title.clone()),
        ..Subject::default()
    };
    Draft::new(case, subject, cited.place.clone())
        .tells(SupersededParentFacts {
            child: tell_plan(model, id),
            basis: tell_plan(model, basis),
            start: years(plan).0,
            end: years(named).1,
            issued: day(plan),
            basis_issued: day(named),
        })
        .note("basis", named.place.clone(), ())
}
