//! What was made of each number of a text, for a terminal or as one object a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    engine::Outcome,
    text::{Keyed, Source},
    views::{MarkKind, MarkedNumber, NumberMeaning},
    words::{Words, term_of},
};

use super::{
    escape,
    footer::{path_with_position, unread_number_label},
    json::{JsonPlace, json_place},
};

/// One number as JSON.
#[derive(Serialize)]
struct JsonMarkedNumber<'a> {
    number: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    says: Vec<Says<'a>>,
    clause: &'a str,
    place: JsonPlace<'a>,
}

/// What one statement says with it.
#[derive(Serialize)]
struct Says<'a> {
    indicator: &'a str,
    region: Option<&'a str>,
    scope: Option<&'a str>,
    year: i32,
    role: &'a str,
    value: &'a str,
}

/// Writes a line for each number of `source`: those that nobody read, or all of them with what they say, which `said` puts
/// into words.
///
/// # Errors
/// Those of `out`.
pub fn write_marked(
    outcome: &Outcome,
    (source, marked): (&Source, &[MarkedNumber]),
    said: &dyn Fn(&MarkedNumber) -> String,
    (words, all): (&Words, bool),
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    // What was read is seen in the findings; what was not is seen nowhere else.
    let shown = marked.iter().filter(|one| all || one.kind == MarkKind::Unread);
    for one in shown {
        let at = path_with_position(outcome, words, &one.place);
        match one.kind {
            MarkKind::Unread => {
                let unread = unread_number_label(language);
                writeln!(out, "{at}: {unread} {}", escape(&one.clause))?;
            }
            kind => {
                let (kind, number) = (term_of(language, kind), source.slice(one.span));
                let said = said(one);
                let gap = if said.is_empty() { "" } else { language.pick("：", ": ") };
                writeln!(out, "{at}: {kind} {}{gap}{}", escape(number), escape(&said))?;
            }
        }
    }
    Ok(())
}

/// Writes every number of `source` as one object a line.
///
/// # Errors
/// Those of `out`.
pub fn write_marked_json(
    outcome: &Outcome,
    (source, marked): (&Source, &[MarkedNumber]),
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    for one in marked {
        let shape = JsonMarkedNumber {
            number: source.slice(one.span),
            kind: one.kind.key(),
            reason: one.kind.reason().map(|why| why.key()),
            says: one.told.iter().map(json_meaning).collect(),
            clause: &one.clause,
            place: json_place(&outcome.sources, words, &one.place),
        };
        serde_json::to_writer(&mut *out, &shape)?;
        writeln!(out)?;
    }
    Ok(())
}

fn json_meaning(told: &NumberMeaning) -> Says<'_> {
    Says {
        indicator: &told.indicator,
        region: told.region.as_deref(),
        scope: told.scope.as_deref(),
        year: told.year,
        role: told.role.key(),
        value: &told.value,
    }
}
