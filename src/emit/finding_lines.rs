//! A finding in plain lines, for formats that have one field for all there is to say.

use std::collections::BTreeMap;

use crate::{
    engine::Outcome,
    finding::{Finding, Place},
    words::Words,
};

use super::{
    advice::{advice_lines, roots},
    escape, footer,
};

/// Tells the findings of one run.
pub(super) struct Teller<'a> {
    outcome: &'a Outcome,
    words: &'a Words,
    roots: BTreeMap<&'a str, &'a Finding>,
}

/// What is told of one finding; every character of it can be seen.
pub(super) struct ToldFinding {
    /// The word for its level, with a mark when an earlier run had not found it.
    pub(super) level: String,
    /// The rule's title.
    pub(super) title: String,
    /// The message, behind the place where a document has no lines.
    pub(super) message: String,
    /// What to do, what it rests on, what caused it; one line each, empty when there is nothing to say.
    pub(super) advice: String,
    /// What is said of every further place, in their order.
    pub(super) notes: Vec<ToldNote>,
    /// What a fix would do.
    pub(super) fix: Option<String>,
}

/// What is said of a further place.
pub(super) struct ToldNote {
    /// `path:line:column`, or what a document without lines has instead.
    pub(super) at: String,
    /// The sentence.
    pub(super) message: String,
}

impl<'a> Teller<'a> {
    pub(super) fn new(outcome: &'a Outcome, words: &'a Words) -> Self {
        Self { outcome, words, roots: roots(outcome) }
    }

    pub(super) fn tell(&self, finding: &Finding) -> ToldFinding {
        let (outcome, words) = (self.outcome, self.words);
        let said = words.say(finding);
        let root = finding.root.as_deref().and_then(|root| self.roots.get(root).copied());
        let notes = finding.draft.related.iter().zip(&said.notes).map(|(other, note)| ToldNote {
            at: footer::path_with_position(outcome, words, &other.place),
            message: escape(note).into_owned(),
        });
        ToldFinding {
            level: footer::level_with_mark(outcome, words, finding),
            title: said.title.clone(),
            message: message_with_locator(outcome, words, finding.place(), &said.message),
            advice: advice_lines(outcome, words, &said, root),
            notes: notes.collect(),
            fix: said.fix.as_deref().map(|fix| escape(fix).into_owned()),
        }
    }
}

impl ToldFinding {
    /// The message and what to do.
    pub(super) fn short(self) -> String {
        join_filled_lines([self.message, self.advice])
    }

    /// The message, what to do, and what stands elsewhere.
    pub(super) fn whole(self) -> String {
        let notes =
            self.notes.into_iter().map(|ToldNote { at, message }| format!("{at}: {message}"));
        join_filled_lines([self.message, self.advice].into_iter().chain(notes))
    }
}

fn join_filled_lines(lines: impl IntoIterator<Item = String>) -> String {
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// `message` behind the words for its place where no line can be named.
pub(super) fn message_with_locator(
    outcome: &Outcome,
    words: &Words,
    place: &Place,
    message: &str,
) -> String {
    let message = escape(message);
    // Formats of programs have a field for the line and none for 三（一）第2段, so it goes before the sentence.
    let lined = outcome.sources.get(place.file).is_none_or(|source| source.has_lines());
    match place.locator.as_ref().filter(|_| !lined) {
        Some(locator) => {
            let colon = words.language().pick("：", ": ");
            format!("{}{colon}{message}", escape(&words.locator(locator)))
        }
        None => message.into_owned(),
    }
}
