//! Full coverage that one plan promises for two different years: a case of table-prose-conflict.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    catalogue::RegionId,
    finding::{Compared, Draft, Drafts},
    model::{Measure, PlanId, Role, Statement},
    quantity::Comparator,
    rulebook::{Context, SideFacts, stated_in_full, subject_of, tell_where},
    syntax::Class,
};

/// What two promises of one coverage share, the year aside.
type Coverage<'a> = (Option<RegionId>, Measure, Option<&'a str>);

/// The first promise of a coverage and the years tables give for it.
struct Promised<'a> {
    speaker: &'a Statement,
    table_years: Vec<i32>,
}

/// Reports each promise of full coverage for another year than the table's, or than the first promise; the outlook year aside.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let outlook = model.plan(plan).outlook;
    let promises: Vec<(Coverage, &Statement)> = model
        .statements(plan)
        // 全覆盖 for the outlook year holds on to what was promised before it.
        .filter(|(_, statement)| Some(statement.year) != outlook)
        .filter(|(_, statement)| model.has_subject(statement))
        .filter_map(|(_, statement)| Some((promised_coverage(statement)?, statement)))
        .collect();
    let promised = by_coverage(&promises);
    for (coverage, second) in &promises {
        let Some(Promised { speaker, table_years }) = promised.get(coverage) else { continue };
        // Several rows of a table may promise parts of it for several years, and a sentence for any of
        // these agrees with the table.
        let stated = second.in_table() || table_years.contains(&second.year);
        if second.year != speaker.year && !stated && !objects_differ(speaker, second) {
            drafts.push(draft(context, speaker, second));
        }
    }
}

fn promised_coverage(statement: &Statement) -> Option<Coverage<'_>> {
    let quantity = statement.quantity.as_ref()?;
    let promises = statement.role == Role::Target && quantity.comparator == Comparator::All;
    promises.then_some((statement.region, statement.measure, quantity.condition.as_deref()))
}

fn by_coverage<'a>(
    promises: &[(Coverage<'a>, &'a Statement)],
) -> HashMap<Coverage<'a>, Promised<'a>> {
    let mut promised: HashMap<Coverage, Promised> = HashMap::new();
    for (coverage, statement) in promises {
        let known = promised
            .entry(*coverage)
            .or_insert_with(|| Promised { speaker: statement, table_years: Vec::new() });
        if statement.in_table() {
            if !known.speaker.in_table() {
                known.speaker = statement;
            }
            known.table_years.push(statement.year);
        }
    }
    promised
}

/// Whether both name an object, and not the same one: 公办学校, 民办学校.
fn objects_differ(one: &Statement, other: &Statement) -> bool {
    let object = |s: &Statement| s.quantity.as_ref().and_then(|q| q.object.clone());
    object(one).zip(object(other)).is_some_and(|(one, other)| one != other)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TwoYearsFacts {
    first: SideFacts,
    second: SideFacts,
}

fn draft(context: &Context, first: &Statement, second: &Statement) -> Draft {
    let model = context.model;
    let told = |statement: &Statement| {
        let mut told = tell_where(model, statement);
        // With the object that is covered: 公办学校全覆盖.
        told.said.phrase = model.phrase(statement).into();
        told
    };
    let mut subject = subject_of(model, second);
    subject.other = Some(first.year.to_string().into());
    Draft::new("two-years", subject, model.place(second))
        .compares(Compared::two(stated_in_full(model, second), stated_in_full(model, first)))
        .tells(TwoYearsFacts { first: told(first), second: told(second) })
        .binding([first, second].iter().any(|side| side.class == Some(Class::Binding)))
        .note("first", model.place(first), ())
}
