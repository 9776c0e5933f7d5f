//! Two statements of one target inside one plan that print one number and ask for different things.

use serde::Serialize;

use crate::{
    alignment::{NumberedStatement, Pair, same_target_pairs},
    finding::{Draft, Drafts},
    model::{Model, PlanId},
    quantity::{Bound, Interval},
    rulebook::{
        Context, SideFacts, compare_sides, in_printed_unit, position_of, subject_of, tell_side,
    },
    syntax::Class,
    text::fold_full_width,
};

/// Reports each statement that prints the number of the one that speaks for its target, with a wider or a narrower set.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    // ＞75 beside 75以上 is the habit of a whole plan, told at its first place with the others beside it.
    let mut ends: Option<Draft> = None;
    for pair in same_target_pairs(context.model, context.forest, context.alignment, plan) {
        // Equal numbers only; different ones are table-prose-conflict's.
        if let (Some(first), Some(second)) = (pair.first.set, pair.second.set)
            && pair.first.number == pair.second.number
            && first != second
            && !refers_with_one_end(&pair, &first, &second)
        {
            let draft = draft(context.model, &pair, &first, &second);
            if draft.case == "end" {
                ends = Some(match ends {
                    Some(first) => first.note("also", draft.place, ()),
                    None => draft,
                });
            } else {
                drafts.push(draft);
            }
        }
    }
    ends.into_iter().for_each(|draft| drafts.push(draft));
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TableProseDriftFacts {
    first: DriftSideFacts,
    second: DriftSideFacts,
    opposed: bool,
}

fn draft(model: &Model, pair: &Pair, first: &Interval, second: &Interval) -> Draft {
    let statements = [pair.first.statement, pair.second.statement];
    let binding = statements.iter().any(|side| side.class == Some(Class::Binding));
    // What is stronger harms nobody and is only told; what is weaker on a binding target may be quoted
    // against it.
    let case = match (second.within(first), binding) {
        (true, _) => "stronger",
        (false, _) if only_the_end_differs(first, second) => "end",
        (false, true) => "weaker-binding",
        (false, _) => "weaker",
    };
    let mut subject = subject_of(model, pair.second.statement);
    subject.other = Some(position_of(model, pair.second.statement));
    let draft = Draft::new(case, subject, model.place(pair.second.statement))
        .compares(compare_sides(model, pair))
        .tells(TableProseDriftFacts {
            first: tell_side_with_ends(model, pair, &pair.first, first, second),
            second: tell_side_with_ends(model, pair, &pair.second, second, first),
            opposed: !first.within(second) && !second.within(first),
        })
        .binding(binding)
        .note("first", model.place(pair.first.statement), ());
    if statements.iter().any(|side| side.inferred) { draft.review() } else { draft }
}

/// Whether one side refers to a number above, and the two differ in no more than whether that number itself will do.
fn refers_with_one_end(pair: &Pair, first: &Interval, second: &Interval) -> bool {
    // 高于市均 beside 90以上: the sign of the first is how we read it, and the plan has written one thing in two ways.
    let refers = [&pair.first, &pair.second].iter().any(|side| side.statement.is_reference());
    refers && only_the_end_differs(first, second)
}

/// Whether only the number itself is in one set and not in the other: ＞75 and 75以上, which texts write for each other.
fn only_the_end_differs(first: &Interval, second: &Interval) -> bool {
    let value = |end: Option<Bound>| end.map(|end| end.value);
    value(first.low) == value(second.low) && value(first.high) == value(second.high)
}

/// A side of the pair.
#[derive(Debug, Serialize)]
struct DriftSideFacts {
    #[serde(flatten)]
    side: SideFacts,
    /// Whether its words are a sign and a number, so that they say already what it asks.
    signed: bool,
    /// The ends of its set that the other does not share, in the first one's unit.
    asks: Vec<String>,
}

fn tell_side_with_ends(
    model: &Model,
    pair: &Pair,
    side: &NumberedStatement,
    set: &Interval,
    other: &Interval,
) -> DriftSideFacts {
    let end = |own: Option<Bound>, other: Option<Bound>, open: &str, closed: &str| {
        let bound = own.filter(|_| own != other)?;
        let sign = if bound.open { open } else { closed };
        let number = in_printed_unit(bound.value, pair.first.statement).normalize();
        Some(format!("{sign}{number}"))
    };
    let low = end(set.low, other.low, ">", "≥");
    let high = end(set.high, other.high, "<", "≤");
    let words = fold_full_width(model.printed(side.statement));
    DriftSideFacts {
        side: tell_side(model, side),
        signed: words.starts_with(['<', '>', '≤', '≥']),
        asks: low.into_iter().chain(high).collect(),
    }
}
