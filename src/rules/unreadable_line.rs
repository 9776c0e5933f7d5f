//! A line that is nothing the plan language knows.

use serde::Serialize;

use crate::{
    finding::Drafts,
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::{FileId, Source},
};

/// What its sentences can say: of a rest how many lines it has.
#[derive(Debug, Serialize)]
struct UnreadableLineFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

/// Reports each line that cannot be read; a table without keyword and a title that never closes are told apart.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    let Some(source) = context.model.sources.get(file) else { return };
    report_problems(context, file, drafts, |problem, words| {
        let case = || case_of_words(source, problem.span.start, words);
        match problem.kind {
            ProblemKind::UnreadableLine => Some((case(), UnreadableLineFacts { count: None })),
            ProblemKind::More { count } => {
                Some(("more", UnreadableLineFacts { count: Some(count) }))
            }
            _ => None,
        }
    });
}

fn case_of_words(source: &Source, start: u32, words: &str) -> &'static str {
    // Only a title is flagged without the words before it.
    let behind_keyword = source.position(start).column > 1;
    if words.starts_with(['|', '｜']) {
        "table"
    } else if behind_keyword && words.starts_with(['《', '“', '「', '"', '＂']) {
        "title"
    } else {
        "line"
    }
}
