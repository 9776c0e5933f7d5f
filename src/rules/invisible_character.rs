//! A control, zero-width or bidirectional character outside comments.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports the first such character of each line with its code point, its kind and its column.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    let Some(source) = context.model.sources.get(file) else { return };
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::InvisibleCharacter { character } => {
            let column = source.position(problem.span.start).column;
            let told = [
                ("code", format!("U+{:04X}", u32::from(character)).into()),
                ("kind", kind(character).into()),
                ("column", (column as usize).into()),
            ];
            Some(("character", Args::from(told)))
        }
        _ => None,
    });
}

/// What such a character does: `control`, `bidi` or `zero-width`.
fn kind(character: char) -> &'static str {
    match character {
        _ if character.is_control() => "control",
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "bidi"
        }
        _ => "zero-width",
    }
}
