//! A line that is nothing the plan language knows.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::{FileId, Source},
};

/// Reports each line that cannot be read; a table without keyword and a title that never closes are told apart.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    let Some(source) = context.model.sources.get(file) else { return };
    report_problems(context, file, drafts, |problem, words| {
        let case = || case(source, problem.span.start, words);
        match problem.kind {
            ProblemKind::UnreadableLine => Some((case(), Args::new())),
            ProblemKind::More { count } => Some(("more", Args::from([("count", count.into())]))),
            _ => None,
        }
    });
}

fn case(source: &Source, start: u32, words: &str) -> &'static str {
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
