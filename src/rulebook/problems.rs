//! What the language could not read in a file, as drafts about the file's plan.

use crate::{
    finding::{Args, Compared, Draft, Drafts, Fix, StatedValue, Subject},
    syntax::Problem,
    text::{FileId, Place, Span},
};

use super::Context;

/// More words than these are no help in a sentence.
// A choice: the message has to fit beside its help; the place shows the rest.
const LONGEST_QUOTE: usize = 40;

/// Reports each problem of `file` for which `tell`, given the problem and its words, names a case with its arguments.
/// Every message also gets `words`: the words the problem stands at, cut when they are long.
pub fn report_problems(
    context: &Context,
    file: FileId,
    drafts: &mut Drafts,
    tell: impl Fn(&Problem, &str) -> Option<(&'static str, Args)>,
) {
    report_fixable(context, file, drafts, |problem, words| {
        tell(problem, words).map(|(case, args)| (case, args, None))
    });
}

/// The same for problems that may have a fix.
pub fn report_fixable(
    context: &Context,
    file: FileId,
    drafts: &mut Drafts,
    tell: impl Fn(&Problem, &str) -> Option<(&'static str, Args, Option<Fix>)>,
) {
    let Some(tree) = context.model.tree(file) else { return };
    for problem in &tree.problems {
        let words = context.model.words(file, problem.span);
        if let Some((case, args, fix)) = tell(problem, words) {
            let mut draft = draft_in(context, case, file, problem.span).fixed_by(fix);
            draft.args.extend(args);
            drafts.push(draft);
        }
    }
}

/// A draft at words of a file, about its plan when it has one; its fingerprint holds the words, not the line.
#[must_use]
pub fn draft_in(context: &Context, case: &'static str, file: FileId, span: Span) -> Draft {
    let words = quoted(context.model.words(file, span));
    let subject = Subject {
        plan: context.model.plan_in(file).map(|(_, plan)| plan.title.clone()),
        other: Some(words.as_str().into()),
        ..Subject::default()
    };
    Draft::new(case, subject, Place::new(file, span))
        .compares(Compared::alone(StatedValue::written(words.as_str())))
        .with("words", words)
}

/// Words as a sentence quotes them: one blank for the many that align a table.
fn quoted(words: &str) -> String {
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
