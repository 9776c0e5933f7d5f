//! An indicator of the direct parent, not a binding one, that the plan does not carry on.

use crate::{
    alignment::lost_rows,
    finding::Drafts,
    hierarchy::Link,
    rulebook::{Context, draft_lost_row},
    syntax::Class,
};

/// Reports each row that is not binding of a direct parent of the same topic without a counterpart here.
pub fn check(context: &Context, link: &Link, drafts: &mut Drafts) {
    lost_rows(context.model, context.forest, link)
        .into_iter()
        .filter(|row| row.class != Some(Class::Binding))
        .for_each(|row| drafts.push(draft_lost_row(context, link, row, "lost")));
}
