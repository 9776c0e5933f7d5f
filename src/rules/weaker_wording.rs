//! A number as good as the ancestor's in words that allow less.

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, Resolution},
    finding::{Draft, Drafts, Fix, Safety},
    model::{Model, PlanId, Statement},
    quantity::Verdict,
    rulebook::{
        AboveNote, AgainstFacts, Context, SetFacts, StatementFacts, compare_above,
        direction_term_key, other_of, subject_of, tell_against, tell_set, tell_statement,
    },
    syntax::Class,
};

/// Reports each target whose number is not short of any ancestor's and whose values still reach beyond one's.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for comparison in context.alignment.plan(plan) {
        let loose = loose(comparison);
        // A figure with a class leads, since one without is a sentence that nobody is held to.
        let classed = loose.iter().find(|against| against.figure.class.is_some());
        if let Some(lead) = classed.or(loose.first()) {
            drafts.push(draft(model, comparison, lead, &loose));
        }
    }
}

/// The ancestors whose set the child's reaches beyond, nearest first: none when a number is short, for then that is said;
/// only those that bind each child when the nearest is met.
fn loose(comparison: &Comparison) -> Vec<&Against> {
    // Where a number is short, its words are not what is wrong.
    let said = comparison.violated().next().is_some()
        || comparison.against.iter().any(Against::is_conflict);
    let wide = |against: &&Against| {
        against.verdict == Some(Verdict::Weaker)
            && !against.is_short()
            && !is_source(comparison, against)
    };
    let nearest_met = comparison.nearest().is_some_and(|nearest| !wide(&nearest));
    let counts = |against: &&Against| wide(against) && (!nearest_met || against.binds_each());
    if said { Vec::new() } else { comparison.against.iter().filter(counts).collect() }
}

/// Whether the child's own words take their number from there.
fn is_source(comparison: &Comparison, against: &Against) -> bool {
    // 高于市均 takes its number from the city, and is no wording of the city's own.
    matches!(&comparison.resolution, Some(Resolution::Resolved { plan, .. }) if *plan == against.plan)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WeakerWordingFacts {
    child: StatementFacts,
    child_set: SetFacts,
    parent: AgainstFacts,
    parent_set: SetFacts,
    direction: &'static str,
    guessed: bool,
}

fn draft(model: &Model, comparison: &Comparison, lead: &Against, all: &[&Against]) -> Draft {
    let child = &*comparison.own(model);
    let guessed = comparison.rests_on_guess(model, lead);
    let case = match lead.figure.class {
        _ if guessed => "guessed",
        Some(_) => "classed",
        None => "unclassed",
    };
    let mut subject = subject_of(model, child);
    subject.other = Some(other_of(model, lead));
    let mut draft = Draft::new(case, subject, model.place(child))
        .compares(compare_above(model, comparison, lead))
        .tells(WeakerWordingFacts {
            child: tell_statement(model, child),
            child_set: tell_set(model, child, &comparison.set_or_all()),
            parent: tell_against(model, lead),
            parent_set: tell_set(model, &lead.shown(model), &lead.figure.set),
            direction: direction_term_key(comparison.direction),
            guessed,
        })
        .fixed_by(fix_wording(model, child, &lead.shown(model)))
        .binding(lead.is_binding() || child.class == Some(Class::Binding));
    if guessed || child.inferred {
        draft = draft.review();
    }
    for against in all {
        let above = AboveNote::of(model, against);
        draft = draft.note("parent", model.place(&against.shown(model)), above);
    }
    draft
}

/// The words of the level above, where the two cells differ in nothing but the words around one number.
fn fix_wording(model: &Model, child: &Statement, above: &Statement) -> Option<Fix> {
    let (own, theirs) = (model.phrase(child), model.phrase(above));
    let digits =
        |words: &str| words.chars().filter(|c| c.is_numeric() || *c == '.').collect::<String>();
    // Unit and digits must be the same, and both cells hold nothing else: then only words are exchanged.
    let same = digits(own) == digits(theirs) && child.unit == above.unit;
    let whole = child.words == child.cell && above.words == above.cell;
    // Marks of the table itself would break the row they are put into.
    let plain = !theirs.contains(['|', '｜', '\\', '\t', '\r', '\n', '#', '＃']);
    (same && whole && plain).then(|| Fix::one(Safety::Unsafe, child.cell, theirs))
}
