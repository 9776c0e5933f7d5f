//! The words of a plan at one place, as a card quotes them.

use serde::Serialize;

use crate::{
    engine::{Outcome, World},
    finding::Place,
    text::Sources,
    words::Words,
};

/// The words at one place.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// 《…规划》表1 第7行 2025年.
    pub source: String,
    /// `file:line:column`, or the file alone where a document has no lines.
    pub at: String,
    /// The words of the same line before those meant.
    pub before: String,
    /// The words meant.
    pub words: String,
    /// The words of the same line behind them.
    pub after: String,
    /// What is said of the place; empty for the finding's own.
    pub note: String,
}

/// The quote at `place`, with what is said of it.
pub(super) fn quote(
    world: &World,
    outcome: &Outcome,
    words: &Words,
    place: &Place,
    note: &str,
) -> Quote {
    let [before, quoted, after] =
        line_around(&outcome.sources, place, words.language().pick("｜", "|"));
    Quote {
        source: plan_and_locator(world, words, place),
        at: file_and_position(&outcome.sources, place),
        before,
        words: quoted,
        after,
        note: note.to_owned(),
    }
}

/// The plan and where in it a place is: 《…规划》表1 第7行 2025年.
pub(super) fn plan_and_locator(world: &World, words: &Words, place: &Place) -> String {
    let plan = world.model.plan_in(place.file).map(|(_, plan)| &plan.title);
    let title =
        plan.map(|title| words.language().pick(format!("《{title}》"), format!("{title}, ")));
    format!("{}{}", title.unwrap_or_default(), place_in_document(words, place))
}

/// How the document itself names a place; empty where it cannot.
pub(super) fn place_in_document(words: &Words, place: &Place) -> String {
    place.locator.as_ref().map(|locator| words.locator(locator)).unwrap_or_default()
}

/// `file:line:column`, in characters; the file alone where a document has no lines.
pub(super) fn file_and_position(sources: &Sources, place: &Place) -> String {
    let Some(source) = sources.get(place.file) else { return String::new() };
    let path = &source.path;
    if !source.has_lines() {
        return path.to_string();
    }
    let position = source.position(place.span.start);
    format!("{path}:{}:{}", position.line, position.column)
}

/// Characters that are quoted on each side of the words meant, and of these themselves.
// A clause is enough to find the place again, and a paragraph of a plan may have a thousand characters; cards with
// several of these could not be compared. The numbers are choices.
const AROUND: usize = 60;
const QUOTED: usize = 200;

/// The words at a place between those of the same line, each cut where it is long; cells are parted by `bar`.
fn line_around(sources: &Sources, place: &Place, bar: &str) -> [String; 3] {
    let Some(source) = sources.get(place.file) else { return Default::default() };
    let (text, span) = (&*source.text, place.span);
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).unwrap_or_default();
    // Only within the line: a line is a paragraph or a row of a table, and what stands in the row above is about
    // another indicator.
    let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let after = after.split(['\n', '\r']).next().unwrap_or_default();
    // The strokes at both ends of a table's line say nothing.
    let outer = |c: char| c == '|' || c.is_whitespace();
    let (before, after) = (before.trim_start_matches(outer), after.trim_end_matches(outer));
    let words = source.slice(span);
    [
        last_characters(before, AROUND),
        first_characters(words, QUOTED),
        first_characters(after, AROUND),
    ]
    .map(|part| cells_with_bars(&part, bar))
}

/// A table's strokes as a reader sees them.
fn cells_with_bars(part: &str, bar: &str) -> String {
    part.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', bar)
}

fn first_characters(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn last_characters(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most.saturating_sub(1)) {
        Some((start, _)) if start > 0 => format!("…{}", text.get(start..).unwrap_or_default()),
        _ => text.to_owned(),
    }
}
