//! What other values would change as one document; its findings have the shape of a check's results.

use std::io::{self, Write};

use serde::Serialize;

use crate::{views::FollowedFinding, words::Words};

use super::{
    super::{Outcomes, document, json},
    FindingFate, Supposed,
};

#[derive(Serialize)]
struct JsonWhatIf<'a> {
    supposed: Vec<JsonSupposedValue<'a>>,
    before: json::JsonSummary,
    after: json::JsonSummary,
    new: Vec<json::JsonFinding<'a>>,
    changed: Vec<Changed<'a>>,
    fixed: Vec<json::JsonFinding<'a>>,
    allowed: Vec<json::JsonFinding<'a>>,
    unchanged: usize,
}

#[derive(Serialize)]
struct JsonSupposedValue<'a> {
    #[serde(flatten)]
    value: &'a Supposed,
    place: json::JsonPlace<'a>,
}

#[derive(Serialize)]
struct Changed<'a> {
    before: json::JsonFinding<'a>,
    after: json::JsonFinding<'a>,
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_what_if_json(
    supposed: &[Supposed],
    findings: &[FollowedFinding<'_>],
    outcomes: Outcomes<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let value = |one| json_supposed_value(one, outcomes, words);
    let mut shown = JsonWhatIf {
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
        shown.add(followed, outcomes, words);
    }
    document::write("planlint-what-if/1", &shown, out)
}

impl<'a> JsonWhatIf<'a> {
    fn add(&mut self, followed: &FollowedFinding<'a>, outcomes: Outcomes<'a>, words: &Words) {
        let before = |finding| json::json_finding(outcomes.old, words, finding, false);
        let after = |finding| json::json_finding(outcomes.new, words, finding, false);
        match (FindingFate::of(followed, words), followed.former) {
            (Some(FindingFate::New), _) => self.new.push(after(followed.finding)),
            (Some(FindingFate::Fixed), _) => self.fixed.push(before(followed.finding)),
            (Some(FindingFate::Allowed), _) => self.allowed.push(before(followed.finding)),
            (Some(FindingFate::Changed), Some(former)) => {
                let (before, after) = (before(former), after(followed.finding));
                self.changed.push(Changed { before, after });
            }
            (Some(FindingFate::Changed) | None, _) => self.unchanged += 1,
        }
    }
}

fn json_supposed_value<'a>(
    one: &'a Supposed,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonSupposedValue<'a> {
    JsonSupposedValue {
        value: one,
        place: json::json_place(&outcomes.old.sources, words, &one.place),
    }
}
