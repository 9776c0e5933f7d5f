//! What other values would change as one document; its findings have the shape of a check's results.

use std::io::{self, Write};

use serde::Serialize;

use crate::{views::Followed, words::Words};

use super::{
    super::{Outcomes, json},
    Kind, Supposed,
};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    supposed: Vec<Value<'a>>,
    before: json::Summary,
    after: json::Summary,
    new: Vec<json::Finding<'a>>,
    changed: Vec<Changed<'a>>,
    fixed: Vec<json::Finding<'a>>,
    allowed: Vec<json::Finding<'a>>,
    unchanged: usize,
}

#[derive(Serialize)]
struct Value<'a> {
    region: &'a str,
    indicator: &'a str,
    year: i32,
    old: &'a str,
    new: &'a str,
    place: json::Place<'a>,
}

#[derive(Serialize)]
struct Changed<'a> {
    before: json::Finding<'a>,
    after: json::Finding<'a>,
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_what_if_json(
    supposed: &[Supposed],
    findings: &[Followed<'_>],
    outcomes: Outcomes<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let value = |one| value(one, outcomes, words);
    let mut document = Document {
        schema: "planlint-what-if/1",
        version: env!("CARGO_PKG_VERSION"),
        supposed: supposed.iter().map(value).collect(),
        before: json::summary(outcomes.old),
        after: json::summary(outcomes.new),
        new: Vec::new(),
        changed: Vec::new(),
        fixed: Vec::new(),
        allowed: Vec::new(),
        unchanged: 0,
    };
    for followed in findings {
        document.add(followed, outcomes, words);
    }
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

impl<'a> Document<'a> {
    fn add(&mut self, followed: &Followed<'a>, outcomes: Outcomes<'a>, words: &Words) {
        let before = |finding| json::finding(outcomes.old, words, finding, false);
        let after = |finding| json::finding(outcomes.new, words, finding, false);
        match (Kind::of(followed, words), followed.former) {
            (Some(Kind::New), _) => self.new.push(after(followed.finding)),
            (Some(Kind::Fixed), _) => self.fixed.push(before(followed.finding)),
            (Some(Kind::Allowed), _) => self.allowed.push(before(followed.finding)),
            (Some(Kind::Changed), Some(former)) => {
                let (before, after) = (before(former), after(followed.finding));
                self.changed.push(Changed { before, after });
            }
            (Some(Kind::Changed) | None, _) => self.unchanged += 1,
        }
    }
}

fn value<'a>(one: &'a Supposed, outcomes: Outcomes<'a>, words: &Words) -> Value<'a> {
    Value {
        region: &one.region,
        indicator: &one.indicator,
        year: one.year,
        old: &one.old,
        new: &one.new,
        place: json::place(&outcomes.old.sources, words, &one.place),
    }
}
