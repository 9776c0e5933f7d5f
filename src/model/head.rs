//! A plan's head from its fields.

use crate::{
    catalogue::NameKey,
    syntax::{ColumnKind, Coverage, FieldKey, PlanHead, PlanKind, Status, TableKind, Tree},
    text::{FileId, Place, Source, Span},
};

use super::{CitedPlan, Period, Plan, extracted::Extract};

/// Reads the fields of a head; its region is not yet looked up, and its rows and statements are still to come.
pub fn read_head(file: FileId, source: &Source, head: &PlanHead, extract: &Extract) -> Plan {
    let words = |span: Span| source.slice(span).trim();
    let place = |span: Span| Place::new(file, span);
    let mut plan = Plan {
        file,
        title: words(head.title).into(),
        place: place(head.title),
        region: None,
        region_written: None,
        period: extract.period,
        outlook: extract.outlook,
        kind: None,
        topic: None,
        topic_key: None,
        status: None,
        number: None,
        issued: None,
        based_on: Vec::new(),
        is_excerpt: false,
        reference_only: false,
        rows: 0..0,
        statements: 0..0,
    };
    for field in &head.fields {
        let value = words(field.value);
        match field.key {
            // As written, because which region it names may depend on a table of regions in a file that is read
            // later.
            FieldKey::Region => plan.region_written = Some((value.into(), place(field.value))),
            FieldKey::Kind => plan.kind = PlanKind::read(value),
            FieldKey::Topic => {
                plan.topic = Some(value.into());
                plan.topic_key = Some(NameKey::of(value));
            }
            FieldKey::Status => plan.status = Status::read(value),
            FieldKey::Coverage => {
                plan.is_excerpt = Coverage::read(value) == Some(Coverage::Excerpt)
            }
            FieldKey::Number => plan.number = Some(value.into()),
            FieldKey::Issued => plan.issued = Some(value.into()),
            FieldKey::BasedOn => plan.based_on.extend(cited_plans(source, file, field.value)),
            // Period and outlook come with the extract, which has read them already; read twice they could differ.
            FieldKey::Period | FieldKey::Outlook | FieldKey::Issuer | FieldKey::Source => {}
        }
    }
    plan
}

/// The titles between 《 and 》 of a 依据 field; without any, the whole value is one title.
fn cited_plans(source: &Source, file: FileId, value: Span) -> Vec<CitedPlan> {
    let text = source.slice(value);
    let titles = text.match_indices('《').filter_map(|(open, mark)| {
        let start = open + mark.len();
        let end = start + text.get(start..)?.find('》')?;
        Some(Span::new(start, end).shifted(value.start))
    });
    let mut spans: Vec<_> = titles.collect();
    if spans.is_empty() && !text.trim().is_empty() {
        // A title without its marks is still what the plan rests on.
        spans.push(value);
    }
    let cited = |span: Span| CitedPlan {
        title: source.slice(span).trim().into(),
        place: Place::new(file, span),
    };
    spans.into_iter().map(cited).collect()
}

/// A plan without 规划期: the years of its target columns, when there are at least two.
pub fn period_of_columns(tree: &Tree) -> Option<Period> {
    let targets = tree.tables.iter().find(|table| table.kind == TableKind::Targets)?;
    let mut years: Vec<i32> = targets
        .columns
        .iter()
        .filter_map(|column| match column.kind {
            ColumnKind::Year { year, .. } => Some(year),
            _ => None,
        })
        .collect();
    // The first column is the base the period starts from, so the period begins a year later: 2020 | 2025 is 2021 to
    // 2025.
    years.sort_unstable();
    match (years.first(), years.last()) {
        (Some(&base), Some(&end)) if base < end => Some(Period { start: base + 1, end }),
        _ => None,
    }
}
