//! English shares and multiples: one in five, two thirds, half of, three times.

use super::{
    counted::{Counted, POWERS, read_english_numeral},
    words::{WordCursor, is_one},
};

const PART: [&str; 11] = [
    "half",
    "third",
    "quarter",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "hundredth",
    "thousandth",
];
const PARTS: [&str; 10] = [
    "thirds",
    "quarters",
    "fifths",
    "sixths",
    "sevenths",
    "eighths",
    "ninths",
    "tenths",
    "hundredths",
    "thousandths",
];
/// Words between the two numbers of a share.
const OUT_OF: [&str; 6] = ["in", "out of", "of every", "in every", "out of every", "of each"];
/// Words behind `a third` with which it is a share, and no third of several.
const SHARED: [&str; 18] = [
    // A third party, a third runway, a quarter past: only words that say what the part is of, or which way it
    // changes, make it a value.
    "of",
    "by",
    "more",
    "less",
    "fewer",
    "lower",
    "higher",
    "smaller",
    "larger",
    "off",
    "compared",
    "relative",
    "below",
    "above",
    "against",
    "reduction",
    "increase",
    "cut",
];
/// Words before a share.
const LEADING: [&str; 19] = [
    "by", "in", "to", "than", "least", "most", "about", "over", "under", "nearly", "almost",
    "around", "roughly", "only", "just", "below", "above", "from", "reach",
];
/// Words behind `half` that it is a half of.
const HALVED: [&str; 7] = ["of", "the", "all", "our", "their", "its", "as"];
/// Words before `half` that make it one of the two halves of something.
const OF_TWO: [&str; 8] = ["first", "second", "other", "latter", "last", "next", "former", "each"];
/// Words before `a quarter` that make it a time.
const OFTEN: [&str; 3] = ["once", "twice", "times"];

/// Where the share ends that begins at `start`, perhaps with the numeral `number`.
pub(super) fn end_of_share<'a>(
    start: WordCursor<'a>,
    number: Option<Counted<'a>>,
) -> Option<WordCursor<'a>> {
    let Some(number) = number else {
        return a_part(start).or_else(|| end_of_half(start)).or_else(|| end_of_fold(start));
    };
    let behind = number.end.gap()?;
    let part = if number.is_one { &PART[..] } else { &PARTS[..] };
    behind.take(part).or_else(|| behind.take(&["times", "fold"])).or_else(|| {
        let whole = |words: &&str| read_english_numeral(behind.phrase(words)?.gap()?);
        OUT_OF.iter().find_map(whole).map(|whole| whole.end)
    })
}

/// a third of, by a quarter; a third party is none.
fn a_part(start: WordCursor<'_>) -> Option<WordCursor<'_>> {
    let end = start.take(&["a"])?.gap()?.take(&PART)?;
    let last = start.last();
    if is_one(&OFTEN, last) {
        return None;
    }
    let next = end.next();
    // cut by a third in 2030: led in and led on it is a share, too, though neither word says so alone.
    let led = is_one(&LEADING, last) && is_one(&["in", "on", "and", "from", "to"], next);
    (end.ends() || led || is_one(&SHARED, next)).then_some(end)
}

/// by half, half of, half a million; the first half is none.
fn end_of_half(start: WordCursor<'_>) -> Option<WordCursor<'_>> {
    let end = start.take(&["half"])?;
    let last = start.last();
    // the second half of 2026 is a time.
    if is_one(&OF_TWO, last) {
        return None;
    }
    let million = end.gap().and_then(|next| next.take(&["a"])?.gap()?.take(&POWERS));
    if million.is_some() {
        return million;
    }
    let blank = end.rest().starts_with([' ', '\u{a0}', '\n']);
    let told = end.ends() && is_one(&LEADING, last) || blank && is_one(&HALVED, end.next());
    told.then_some(end)
}

/// threefold.
fn end_of_fold(start: WordCursor<'_>) -> Option<WordCursor<'_>> {
    let word = start.word();
    let many = word.get(..word.len().checked_sub("fold".len())?)?;
    let fold = word.get(many.len()..)?.eq_ignore_ascii_case("fold");
    let number = read_english_numeral(WordCursor { text: many, at: 0 }).filter(|_| fold)?;
    number.end.rest().is_empty().then(|| WordCursor { at: start.at + word.len(), ..start })
}
