//! A softening word on a binding target, or where the level above has none.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::Gap,
    finding::{Compared, Draft, Drafts, Fix, Safety},
    model::{PlanId, Role, Statement},
    quantity::Decimal,
    rulebook::{
        Context, StatementFacts, compare_statements, stated_value, subject_of, tell_statement,
    },
    syntax::Class,
    text::Span,
};

/// Reports each target with 力争, 争取, 原则上 or the like that is binding, or that a plan above states firmly.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let outlook = context.model.plan(plan).outlook;
    for (_, said) in context.model.statements(plan) {
        let Some(softener) = softener(said).filter(|_| said.role == Role::Target) else { continue };
        // What a plan only looks out to may be wished for.
        if said.class == Some(Class::Binding) && Some(said.year) != outlook {
            let told = told(context, said, softener, None);
            drafts.push(draft(context, "binding", said, softener).tells(told).binding(true));
        } else if let Some(above) = firmer(context, plan, said) {
            let note = FirmerNote { above: tell_statement(context.model, above) };
            drafts.push(
                draft(context, "softer", said, softener)
                    .compares(compare_statements(context.model, said, above))
                    .tells(told(context, said, softener, Some(above)))
                    .note("parent", context.model.place(above), note),
            );
        }
    }
}

fn softener(statement: &Statement) -> Option<&str> {
    statement.quantity.as_ref()?.softener.as_deref()
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct SoftenedCommitmentFacts {
    target: StatementFacts,
    softener: Arc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<StatementFacts>,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct FirmerNote {
    above: StatementFacts,
}

fn told(
    context: &Context,
    said: &Statement,
    softener: &str,
    above: Option<&Statement>,
) -> SoftenedCommitmentFacts {
    SoftenedCommitmentFacts {
        target: tell_statement(context.model, said),
        softener: softener.into(),
        parent: above.map(|above| tell_statement(context.model, above)),
    }
}

fn draft(context: &Context, case: &'static str, said: &Statement, softener: &str) -> Draft {
    let model = context.model;
    let mut subject = subject_of(model, said);
    subject.other = Some(model.phrase(said).into());
    Draft::new(case, subject, model.place(said))
        .compares(Compared::alone(stated_value(model, said)))
        .fixed_by(fix_softener(model.words(said.file, said.cell), said, softener))
}

/// The target without the softening word, where that word stands once in its cell.
fn fix_softener(cell: &str, said: &Statement, softener: &str) -> Option<Fix> {
    let (before, behind) = cell.split_once(softener)?;
    // With the word once and a number behind it nothing else of the cell can be meant.
    let once = !behind.contains(softener) && behind.contains(|c: char| c.is_numeric());
    let start = said.cell.start as usize + before.len();
    once.then(|| Fix::one(Safety::Unsafe, Span::new(start, start + softener.len()), ""))
}

/// The nearest row above that states the same target without a softening word and that this number does not surpass.
fn firmer<'a>(context: &Context<'a>, plan: PlanId, said: &Statement) -> Option<&'a Statement> {
    let model = context.model;
    let direction = model.catalogue.indicator(said.measure.indicator).direction?;
    // Statements for regions below are judged in their own plans.
    let number = said.number.filter(|_| said.region == model.plan(plan).region)?;
    context.forest.parents(plan).iter().find_map(|parents| {
        let speaker = parents.speaking(model, said.measure.indicator)?;
        let stated = model.stated(speaker, parents.region, said.measure.indicator);
        let same = |above: &&Statement| {
            above.role == Role::Target
                && above.measure == said.measure
                && above.year == said.year
                && above.class.is_some()
        };
        // The first row above that states it; a softer one there excuses this one.
        let above = stated.iter().map(|&id| model.statement(id)).find(same)?;
        let gap = Gap::between(direction, number, above.number?)?;
        (softener(above).is_none() && gap.0 >= Decimal::ZERO).then_some(above)
    })
}
