//! A target that is binding above and only indicative here.

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison},
    catalogue::Relation,
    finding::{Draft, Drafts, Fix, Safety},
    model::{Model, Origin, PlanId, Role, TargetRow},
    rulebook::{
        AboveNote, AgainstFacts, Context, StatementFacts, compare_above, other_of, subject_of,
        tell_against, tell_statement,
    },
    syntax::Class,
    text::Place,
};

/// Reports each row marked 预期性 whose target an ancestor marks 约束性; the nearest such ancestor leads.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for (_, row) in model.rows(plan) {
        // A cell that is blank downgrades nothing: that is missing-class's.
        if row.class != Some(Class::Indicative) || row.class_cell.is_none() {
            continue;
        }
        let targets =
            model.row_statements(row).filter(|(_, statement)| statement.role == Role::Target);
        let downgraded = targets.filter_map(|(id, _)| {
            let comparison = context.alignment.statement(id)?;
            // Every ancestor is asked: the county may be indicative below an indicative city while the
            // province binds both.
            let lead = comparison.against.iter().find(|above| binds_child(above))?;
            // The region's own outline goes on binding it, and only what goes beyond that is less than binding.
            (!lead.is_outline() || !is_beyond(lead)).then_some((comparison, lead))
        });
        // One class cell stands for all years of the row; the last is the one that is asked for.
        if let Some((comparison, lead)) = downgraded.last() {
            drafts.push(draft(model, row, comparison, lead));
        }
    }
}

/// Whether a figure binds the child, too: not one that the whole reaches together.
fn binds_child(above: &Against) -> bool {
    let collective = matches!(above.relation, Relation::Together { .. });
    above.is_binding() && !collective && !above.is_carried()
}

/// Whether the child's number is the better one.
fn is_beyond(above: &Against) -> bool {
    above.gap.is_some_and(|gap| gap.0.is_sign_negative() && !gap.0.is_zero())
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct BindingDowngradedFacts {
    child: StatementFacts,
    parent: AgainstFacts,
}

fn draft(model: &Model, row: &TargetRow, comparison: &Comparison, lead: &Against) -> Draft {
    let child = model.statement(comparison.child);
    let mut subject = subject_of(model, child);
    subject.other = Some(other_of(model, lead));
    let mut draft = Draft::new("downgraded", subject, model.class_place(row))
        .compares(compare_above(model, comparison, lead))
        .tells(BindingDowngradedFacts {
            child: tell_statement(model, child),
            parent: tell_against(model, lead),
        })
        .binding(true)
        .fixed_by(fix_class(model, row));
    for against in comparison.against.iter().filter(|against| binds_child(against)) {
        let above = AboveNote::of(model, against);
        draft = draft.note("parent", class_above(model, against), above);
    }
    draft
}

/// The class above, in the language the class stands in.
fn fix_class(model: &Model, row: &TargetRow) -> Option<Fix> {
    let cell = row.class_cell?;
    let word = if model.words(row.file, cell).is_ascii() { "binding" } else { "约束性" };
    Some(Fix::one(Safety::Unsafe, cell, word))
}

/// Where the ancestor says that its target is binding: the class of its row, else the statement itself.
fn class_above(model: &Model, against: &Against) -> Place {
    let statement = &against.shown(model);
    match statement.origin {
        Origin::Table(row) => model.class_place(model.row(row)),
        _ => model.place(statement),
    }
}
