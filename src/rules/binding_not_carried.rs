//! A binding indicator of the direct parent that the plan does not carry on.

use crate::{
    alignment::{WhyLossIsMild, lost_rows, mildness},
    finding::Drafts,
    hierarchy::Link,
    model::TargetRow,
    rulebook::{Context, draft_lost_row},
    syntax::Class,
};

/// Reports each binding row of a direct parent of the same topic without a counterpart here.
pub fn check(context: &Context, link: &Link, drafts: &mut Drafts) {
    lost_rows(context.model, context.forest, link)
        .into_iter()
        .filter(|row| row.class == Some(Class::Binding))
        .for_each(|row| {
            let case = case_of_loss(context, link, row);
            drafts.push(draft_lost_row(context, link, row, case).binding(true));
        });
}

fn case_of_loss(context: &Context, link: &Link, row: &TargetRow) -> &'static str {
    match mildness(context.model, link, row) {
        Some(WhyLossIsMild::TierBetween) => "tier-between",
        Some(WhyLossIsMild::Shared) => "shared",
        None => "lost",
    }
}
