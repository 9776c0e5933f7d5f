//! A line that stands where a keyword must stand and is none, and a second plan in one file.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Drafts, Fix, Safety},
    rulebook::{Context, report_fixable},
    syntax::ProblemKind,
    text::{FileId, Span},
};

/// What its sentences can say: of a keyword the word alone that stands for it.
#[derive(Debug, Default, Serialize)]
struct UnknownKeywordFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Arc<str>>,
}

/// Reports each keyword that is not known, with the closest one, and each 规划 after the first.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    let plan = context.model.tree(file).and_then(|tree| tree.plan.as_ref());
    report_fixable(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::SecondPlan => Some(("second-plan", UnknownKeywordFacts::default(), None)),
        ProblemKind::UnknownKeyword { nearest } => {
            // A line that the fields below it show to be the plan's counts as such all the same.
            let adopted = plan.is_some_and(|plan| plan.keyword.start == problem.span.start);
            let nearest = nearest.as_deref().unwrap_or_default();
            let case = if adopted { "plan" } else { "table" };
            let word = first_word(words);
            let told =
                UnknownKeywordFacts { nearest: Some(nearest.into()), words: Some(word.into()) };
            Some((case, told, fix_keyword(word, problem.span, nearest)))
        }
        _ => None,
    });
}

/// The keyword in place of the word that stands for it; a word that shares no letter with it may be the title itself.
fn fix_keyword(word: &str, line: Span, nearest: &str) -> Option<Fix> {
    // One letter more than the keyword is a slip; a longer word is more likely a title.
    let alike = word.chars().any(|letter| nearest.contains(letter))
        && word.chars().count() <= nearest.chars().count() + 1;
    let start = line.start as usize;
    alike.then(|| Fix::one(Safety::Safe, Span::new(start, start + word.len()), nearest))
}

/// The word that stands where the keyword should: without colon and title.
fn first_word(line: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '《' | '“' | '「' | '"');
    line.split(ends).next().unwrap_or(line)
}
