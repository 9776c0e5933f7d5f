//! English words of change and of all or nothing: halved, doubled, twice, full coverage, net zero.

use super::words::{WordCursor, is_one};

/// Words that say of themselves how much something changes.
const CHANGED: [&str; 17] = [
    "halve",
    "halved",
    "halving",
    "doubled",
    "doubles",
    "doubling",
    "tripled",
    "triples",
    "tripling",
    "trebled",
    "trebles",
    "trebling",
    "quadrupled",
    "quadruples",
    "quadrupling",
    "twice",
    "thrice",
];
/// Those that are as often no verbs.
// double glazing, a double bed, Double Bay: as verbs they stand without an article before and a name behind.
const MAY_CHANGE: [&str; 4] = ["double", "triple", "treble", "quadruple"];
/// Words before them with which they are none.
const ARTICLES: [&str; 8] = ["a", "the", "this", "these", "of", "with", "as", "and"];
/// Words behind them with which they are names.
const NAMED: [&str; 12] = [
    "glazing", "glazed", "counting", "taxation", "bed", "beds", "room", "rooms", "track", "decker",
    "whammy", "bottom",
];
/// Everything, or nothing.
const WHOLE: [&str; 8] = [
    "full coverage",
    "complete coverage",
    "universal coverage",
    "fully covered",
    "net zero",
    "zero landfill",
    "zero pollution",
    "zero hunger",
];
/// Words before `zero` with which it is a value.
const TO_ZERO: [&str; 6] = ["to", "at", "near", "reach", "reaching", "reached"];
/// What names of campaigns go on with.
const CAMPAIGNS: [&str; 10] = [
    // The Net Zero Strategy promises nothing by its name. The word may stand one further on, net zero action plan.
    "strategy",
    "plan",
    "programme",
    "program",
    "action",
    "initiative",
    "project",
    "campaign",
    "fund",
    "agenda",
];

/// Where the word of change that begins at `start` ends, or the phrase of all or nothing.
pub(super) fn end_of_change_word(start: WordCursor<'_>) -> Option<WordCursor<'_>> {
    if let Some(end) = start.take(&CHANGED) {
        return Some(end);
    }
    if let Some(end) = start.take(&MAY_CHANGE) {
        return doubling(start, end);
    }
    if let Some(end) = start.take(&["zero"]).filter(|_| is_one(&TO_ZERO, start.last())) {
        return Some(end);
    }
    let end = WHOLE.iter().find_map(|words| start.phrase(words))?;
    let named = end.next();
    let later =
        end.gap().map_or("", |next| WordCursor { at: next.at + named.len(), ..next }.next());
    let campaign = is_one(&CAMPAIGNS, named) || is_one(&CAMPAIGNS, later);
    (!campaign).then_some(end)
}

/// Whether `double` is what something does.
fn doubling<'a>(start: WordCursor<'a>, end: WordCursor<'a>) -> Option<WordCursor<'a>> {
    if let Some(digits) = end.gap().and_then(|next| next.take(&["digit", "digits"])) {
        return Some(digits);
    }
    let next = end.next();
    let named = end.rest().starts_with('-')
        || is_one(&ARTICLES, start.last())
        || is_one(&NAMED, next)
        || next.starts_with(|c: char| c.is_ascii_uppercase());
    (!named).then_some(end)
}
