//! A target whose unit is another one than its parent's, so that nothing could be compared.

use serde::Serialize;

use crate::{
    alignment::{Comparison, WhyUnjudged, units_meet},
    catalogue::Relation,
    finding::{Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::Unit,
    rulebook::{Context, StatementFacts, compare_statements, subject_of, tell_statement},
    syntax::Class,
};

/// Words that count whole things: which of them stands beside a number changes nothing.
// A list of counters and not all of them: 户 and 人 count different things.
const COUNTERS: [&str; 10] = ["个", "所", "家", "处", "座", "项", "件", "间", "片", "条"];

/// Reports each target that was not compared because its unit is not that of a figure above.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let blocked =
        |comparison: &&Comparison| comparison.undetermined == Some(WhyUnjudged::UnitDiffers);
    for comparison in context.alignment.plan(plan).iter().filter(blocked) {
        let child = model.statement(comparison.child);
        // Each level's own affair is compared with nobody's, whatever its unit.
        let own = model.catalogue.indicator(child.measure.indicator).relation == Relation::Own;
        if let Some(parent) = parent_in_other_unit(context, child).filter(|_| !own) {
            drafts.push(draft(model, child, parent));
        }
    }
}

/// The nearest figure, of the own outline or above, in another unit: of the child's year, else the plan's last.
fn parent_in_other_unit<'a>(context: &Context<'a>, child: &Statement) -> Option<&'a Statement> {
    let model = context.model;
    let other = |s: &&Statement| {
        s.role == Role::Target
            && s.number.is_some()
            && s.measure == child.measure
            && !units_meet(child.unit.as_ref(), s.unit.as_ref())
            && !both_among(&COUNTERS, child.unit.as_ref(), s.unit.as_ref())
    };
    context.forest.measures(child.plan).find_map(|parents| {
        let plans = parents.plans.iter();
        let stated = plans.flat_map(|&p| model.stated(p, parents.region, child.measure.indicator));
        let figures = stated.map(|&id| model.statement(id)).filter(other);
        // Of the child's year first, then from a table, then the latest: what a drafter would hold it
        // against.
        figures.max_by_key(|figure| (figure.year == child.year, figure.in_table(), figure.year))
    })
}

fn both_among(names: &[&str], one: Option<&Unit>, other: Option<&Unit>) -> bool {
    let among = |unit: Option<&Unit>| unit.is_some_and(|unit| names.contains(&&*unit.name));
    among(one) && among(other)
}

/// A figure in another unit, and whether it is of the outline of the region itself, so that its plan is named.
#[derive(Debug, Serialize)]
struct OtherUnitFacts {
    #[serde(flatten)]
    figure: StatementFacts,
    outline: bool,
    names_plan: bool,
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnitMismatchFacts {
    child: StatementFacts,
    parent: OtherUnitFacts,
}

fn draft(model: &Model, child: &Statement, parent: &Statement) -> Draft {
    let mut subject = subject_of(model, child);
    let outline = parent.region == child.region;
    subject.other = if outline {
        Some(model.plan(parent.plan).title.clone())
    } else {
        parent.region.map(|id| model.catalogue.region_of(id).name.clone())
    };
    let above =
        OtherUnitFacts { figure: tell_statement(model, parent), outline, names_plan: outline };
    Draft::new("units", subject, model.place(child))
        .compares(compare_statements(model, child, parent))
        .tells(UnitMismatchFacts { child: tell_statement(model, child), parent: above })
        .binding([child, parent].iter().any(|end| end.class == Some(Class::Binding)))
        .note("parent", model.place(parent), ())
}
