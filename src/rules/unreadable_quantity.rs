//! A phrase that the quantity grammar cannot read, a period or deadline that holds no years, or a value of which nobody can say for what year it is.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, StatedValue},
    model::{Deadline, Model, Statement},
    quantity::{Decimal, ReadingKind, read_phrase},
    rulebook::{Context, draft_in, subject_of},
    syntax::Class,
    text::{Place, two_readings},
};

/// Reports unreadable phrases and fields one by one, and unreadable years once a line.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    for (plan, _) in model.plans() {
        for (_, statement) in model.statements(plan) {
            if is_unreadable(model, statement) {
                drafts.push(draft_phrase(model, statement));
            }
        }
        for row in model.arithmetic(plan).iter().filter(|row| !row.can_be_checked()) {
            let place = model.unread_part(row);
            drafts.push(draft_in(context, "arithmetic", place.file, place.span, ()));
        }
    }
    deadlines(context, drafts);
    let mut years: Vec<&Place> = model.unreadable_years.iter().collect();
    // Once a line: a column whose head has no year makes every cell of the row unreadable.
    years.dedup_by_key(|place| (place.file, line_number(model, place)));
    for place in years {
        let case = if is_field(model, place) { "period" } else { "year" };
        drafts.push(draft_in(context, case, place.file, place.span, ()));
    }
}

fn deadlines(context: &Context, drafts: &mut Drafts) {
    let tasks = context.model.plans().flat_map(|(plan, _)| context.model.tasks(plan));
    for task in tasks.filter(|task| task.deadline == Deadline::Unreadable) {
        drafts.push(draft_in(context, "deadline", task.file, task.deadline_cell, ()));
    }
}

/// Whether a place is the value of a field of the plan's head.
fn is_field(model: &Model, place: &Place) -> bool {
    let head = model.tree(place.file).and_then(|tree| tree.plan.as_ref());
    head.is_some_and(|head| head.fields.iter().any(|field| field.value == place.span))
}

/// Words with undecodable bytes in them have been reported as such; digits that are no target (5G) are checked as little as
/// words nobody can read, and only a finding says so.
fn is_unreadable(model: &Model, statement: &Statement) -> bool {
    matches!(statement.kind, ReadingKind::Unreadable | ReadingKind::NotATarget)
        && !model.phrase(statement).contains(char::REPLACEMENT_CHARACTER)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnreadableQuantityFacts {
    words: Arc<str>,
    stopped: Arc<str>,
    percentage: String,
    decimal: String,
    thousands: String,
}

fn draft_phrase(model: &Model, statement: &Statement) -> Draft {
    let mut subject = subject_of(model, statement);
    subject.other = Some(model.phrase(statement).into());
    let words = model.phrase(statement);
    let reading = read_phrase(words);
    // The words alone can be read: it is the workbook that may have stored a percentage.
    let whole = match reading.kind {
        ReadingKind::Targets => percentage(words),
        _ => String::new(),
    };
    // Of a phrase that is one stretch of unknown words nothing can be picked out.
    let stopped = reading.stopped.map_or("", |span| span.of(words));
    let doubtful = match reading.kind {
        ReadingKind::Targets if whole.is_empty() => two_readings(words),
        _ => two_readings(stopped),
    };
    let [decimal, thousands] = doubtful.unwrap_or_default();
    let stopped = if stopped == words.trim() { "" } else { stopped };
    Draft::new("phrase", subject, model.phrase_place(statement))
        .compares(Compared::alone(StatedValue::written(words)))
        .tells(UnreadableQuantityFacts {
            words: words.into(),
            stopped: stopped.into(),
            percentage: whole,
            decimal,
            thousands,
        })
        .binding(statement.class == Some(Class::Binding))
}

/// What a fraction of the whole is in per cent.
fn percentage(words: &str) -> String {
    let number = words.trim().parse::<Decimal>().ok().filter(|number| *number <= Decimal::ONE);
    let whole = number.and_then(|number| number.checked_mul(Decimal::ONE_HUNDRED));
    // A workbook stores 62 % as 0.62; a number above one was meant as it stands.
    whole.map(|whole| whole.normalize().to_string()).unwrap_or_default()
}

fn line_number(model: &Model, place: &Place) -> Option<u32> {
    model.sources.get(place.file).map(|source| source.position(place.span.start).line)
}
