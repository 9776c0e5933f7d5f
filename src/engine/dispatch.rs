//! The rules run piece by piece: all rules of a plan together, while what it states is at hand.

use crate::{
    finding::{Draft, Drafts},
    hierarchy::Link,
    model::PlanId,
    rulebook::{Check, Context, Rule},
    text::FileId,
};

use super::pool;

/// What can be checked by itself.
#[derive(Clone, Copy)]
enum CheckUnit<'a> {
    /// Everything together.
    Run,
    /// One file.
    File(FileId),
    /// One plan with the links upwards from it.
    Plan(PlanId, &'a [Link]),
}

/// What the rules find, each batch with its rule's name; the batches of one rule stand in the order of files and plans.
pub fn run_rules(
    context: &Context,
    rules: &[&Rule],
    threads: Option<usize>,
) -> Vec<(&'static str, Vec<Draft>)> {
    let model = context.model;
    let files = model.sources.iter().map(|(file, _)| CheckUnit::File(file));
    let reported = model.plans().filter(|(_, plan)| !plan.reference_only);
    let plans = reported.map(|(plan, _)| CheckUnit::Plan(plan, context.forest.links_of(plan)));
    // Pieces in the order of files and plans, and their findings joined in that order: how many threads
    // there are is not seen.
    let pieces = std::iter::once(CheckUnit::Run).chain(files).chain(plans).collect();
    let found = pool::map_in_order(pieces, threads, |piece: CheckUnit| piece.check(context, rules));
    found.into_iter().flatten().collect()
}

impl CheckUnit<'_> {
    fn check(self, context: &Context, rules: &[&Rule]) -> Vec<(&'static str, Vec<Draft>)> {
        // All rules of one plan in turn, for what one of them looks up is still at hand for the next.
        let of_rule = |rule: &&Rule| {
            let mut drafts = Drafts::default();
            match (rule.check, self) {
                (Check::Run(check), Self::Run) => check(context, &mut drafts),
                (Check::File(check), Self::File(file)) => check(context, file, &mut drafts),
                (Check::Plan(check), Self::Plan(plan, _)) => check(context, plan, &mut drafts),
                (Check::Link(check), Self::Plan(_, links)) => {
                    links.iter().for_each(|link| check(context, link, &mut drafts));
                }
                _ => {}
            }
            let found = drafts.into_inner();
            (!found.is_empty()).then_some((rule.name, found))
        };
        rules.iter().filter_map(of_rule).collect()
    }
}
