//! A control, zero-width or bidirectional character outside comments.

use serde::Serialize;

use crate::{
    finding::{Drafts, Edit, Fix, Safety},
    rulebook::{Context, report_fixable},
    syntax::{ProblemKind, is_invisible},
    text::{FileId, Source, Span},
};

/// Reports the first such character of each line with its code point, its kind and its column.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    let Some(source) = context.model.sources.get(file) else { return };
    report_fixable(context, file, drafts, |problem, _| match problem.kind {
        // Text that was taken out of a printed page has a form feed where a page ends.
        ProblemKind::InvisibleCharacter { character: '\u{C}' } if source.is_document() => None,
        ProblemKind::InvisibleCharacter { character } => {
            // A document of an office program has no columns to count.
            let column = source.position(problem.span.start).column;
            let column = if source.has_lines() { column } else { 0 };
            let told = InvisibleCharacterFacts {
                code: format!("U+{:04X}", u32::from(character)),
                kind: kind_of_invisible(character),
                column,
            };
            Some((
                "character",
                told,
                fix_invisible(source, problem.span).filter(|_| !source.is_document()),
            ))
        }
        _ => None,
    });
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct InvisibleCharacterFacts {
    code: String,
    kind: &'static str,
    column: u32,
}

/// What such a character does: `control`, `bidi` or `zero-width`.
fn kind_of_invisible(character: char) -> &'static str {
    match character {
        _ if character.is_control() => "control",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "bidi"
        }
        _ => "zero-width",
    }
}

/// All such characters of the line taken out, from the first at `span`; nothing where one is no mere mark.
fn fix_invisible(source: &Source, span: Span) -> Option<Fix> {
    let rest = source.text.get(span.start as usize..)?.split(['\r', '\n']).next()?;
    // The riskiest of the edits makes the fix: it takes out all marks of the line or none.
    let mut safety = Safety::Safe;
    let mut edits = Vec::new();
    for (at, character) in rest.char_indices().filter(|(_, c)| is_invisible(*c)) {
        let start = span.start as usize + at;
        let hidden = Span::new(start, start + character.len_utf8());
        safety = safety.max(risk(source, hidden, character)?);
        edits.push(Edit { span: hidden, text: "".into() });
    }
    Some(Fix { safety, edits })
}

/// A mark without width parts nothing, unless it parts a number; what turns the order of the words around was seen by
/// someone, and controls may stand for a break. `None` where it must not go.
fn risk(source: &Source, at: Span, character: char) -> Option<Safety> {
    match character {
        // Between two digits nobody knows whether a mark hides a point or nothing.
        '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => {
            let before = source.text.get(..at.start as usize)?.chars().rev();
            let behind = source.text.get(at.end as usize..)?.chars();
            let parted = [seen(before), seen(behind)].into_iter().all(is_of_number);
            Some(if parted { Safety::Unsafe } else { Safety::Safe })
        }
        _ if kind_of_invisible(character) == "bidi" => Some(Safety::Unsafe),
        _ => None,
    }
}

/// The next character that a reader sees.
fn seen(mut side: impl Iterator<Item = char>) -> Option<char> {
    side.find(|character| !is_invisible(*character))
}

fn is_of_number(seen: Option<char>) -> bool {
    seen.is_some_and(|character| {
        character.is_numeric() || matches!(character, '.' | ',' | '．' | '，')
    })
}
