//! What the language could not read in a file, as drafts about the file's plan.

use std::{fmt, sync::Arc};

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, Fix, StatedValue, Subject},
    syntax::Problem,
    text::{FileId, Place, Span},
};

use super::Context;

/// More words than these are no help in a sentence.
// A choice: the message has to fit beside its help; the place shows the rest.
const LONGEST_QUOTE: usize = 40;

/// Reports each problem of `file` for which `tell`, given the problem and its words, names a case with what can be said
/// besides the words.
pub fn report_problems<T: Serialize + fmt::Debug + Send + Sync + 'static>(
    context: &Context,
    file: FileId,
    drafts: &mut Drafts,
    tell: impl Fn(&Problem, &str) -> Option<(&'static str, T)>,
) {
    report_fixable(context, file, drafts, |problem, words| {
        tell(problem, words).map(|(case, more)| (case, more, None))
    });
}

/// The same for problems that may have a fix.
pub fn report_fixable<T: Serialize + fmt::Debug + Send + Sync + 'static>(
    context: &Context,
    file: FileId,
    drafts: &mut Drafts,
    tell: impl Fn(&Problem, &str) -> Option<(&'static str, T, Option<Fix>)>,
) {
    let Some(tree) = context.model.tree(file) else { return };
    for problem in &tree.problems {
        let words = context.model.words(file, problem.span);
        if let Some((case, more, fix)) = tell(problem, words) {
            drafts.push(draft_in(context, case, file, problem.span, more).fixed_by(fix));
        }
    }
}

/// What is said of words in a file: the words, cut when they are long, and more.
#[derive(Debug, Serialize)]
pub struct ProblemFacts<T> {
    /// The words; `more` may have others.
    pub words: Arc<str>,
    /// What else there is to say.
    #[serde(flatten)]
    pub more: T,
}

/// A draft at words of a file, about its plan when it has one; its fingerprint holds the words, not the line.
#[must_use]
pub fn draft_in<T: Serialize + fmt::Debug + Send + Sync + 'static>(
    context: &Context,
    case: &'static str,
    file: FileId,
    span: Span,
    more: T,
) -> Draft {
    let words = quoted_in_sentence(context.model.words(file, span));
    let subject = Subject {
        plan: context.model.plan_in(file).map(|(_, plan)| plan.title.clone()),
        other: Some(words.as_str().into()),
        ..Subject::default()
    };
    Draft::new(case, subject, Place::new(file, span))
        .compares(Compared::alone(StatedValue::written(words.as_str())))
        .tells(ProblemFacts { words: words.into(), more })
}

/// Words as a sentence quotes them: one blank for the many that align a table, and the beginning of long ones.
#[must_use]
pub fn quoted_in_sentence(words: &str) -> String {
    // A table aligned with blanks would fill a message with them.
    let mut quoted = String::new();
    for word in words.split_whitespace() {
        if !quoted.is_empty() {
            quoted.push(' ');
        }
        quoted.push_str(word);
        if let Some((end, _)) = quoted.char_indices().nth(LONGEST_QUOTE) {
            quoted.truncate(end);
            quoted.push('…');
            break;
        }
    }
    quoted
}
