//! Places in a part's XML where a comment may begin or end.

use crate::document::docx::{DocxStretch, DocxTrace};

/// A place, as an offset in bytes, and what has to be parted there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CutPoint {
    /// Where.
    pub at: usize,
    /// What is parted.
    pub parts: Parted,
}

/// What is parted at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted {
    /// Nothing: it lies between runs.
    Nothing,
    /// A run, between two of its elements.
    Run(usize),
    /// The words of a stretch, and its run.
    Words(usize),
    /// A paragraph written as one tag.
    Tag(usize),
}

/// Where a comment begins that begins `offset` bytes into the words of a paragraph.
pub(super) fn comment_start(trace: &DocxTrace, paragraph: u32, offset: usize) -> Option<CutPoint> {
    // Before the first words at or behind the offset: a comment that begins where one run ends begins
    // with the next run.
    let after =
        |stretch: &DocxStretch| (stretch.paragraph, stretch.words.end) <= (paragraph, offset);
    let at = trace.stretches.partition_point(after);
    let stretch = trace.stretches.get(at).filter(|stretch| stretch.paragraph == paragraph)?;
    let run = trace.runs.get(stretch.run)?;
    let before = at.checked_sub(1).and_then(|at| trace.stretches.get(at));
    let before = before.filter(|before| before.direct && before.run == stretch.run);
    Some(if !stretch.direct {
        // Words deeper than their run (a ruby) cannot be parted without taking those apart: the whole run
        // is marked.
        CutPoint { at: run.open.start, parts: Parted::Nothing }
    } else if let Some(at_words) = offset_in_stretch(stretch, offset) {
        CutPoint { at: at_words, parts: Parted::Words(at) }
    } else if before.is_some_and(|before| before.open == stretch.open) {
        CutPoint { at: stretch.xml.start, parts: Parted::Words(at) }
    } else if before.is_some() {
        CutPoint { at: stretch.open.start, parts: Parted::Run(stretch.run) }
    } else {
        CutPoint { at: run.open.start, parts: Parted::Nothing }
    })
}

/// Where a comment ends that ends `offset` bytes into the words of a paragraph.
pub(super) fn comment_end(trace: &DocxTrace, paragraph: u32, offset: usize) -> Option<CutPoint> {
    // The other way round: a comment that ends where a run begins ends with the run before it, or it
    // would hold an empty piece.
    let before =
        |stretch: &DocxStretch| (stretch.paragraph, stretch.words.start) < (paragraph, offset);
    let at = trace.stretches.partition_point(before).checked_sub(1)?;
    let stretch = trace.stretches.get(at).filter(|stretch| stretch.paragraph == paragraph)?;
    let run = trace.runs.get(stretch.run)?;
    let after = trace.stretches.get(at + 1);
    let after = after.filter(|after| after.direct && after.run == stretch.run);
    Some(if !stretch.direct {
        CutPoint { at: run.end, parts: Parted::Nothing }
    } else if let Some(at_words) = offset_in_stretch(stretch, offset) {
        CutPoint { at: at_words, parts: Parted::Words(at) }
    } else if after.is_some_and(|after| after.open == stretch.open) {
        CutPoint { at: stretch.xml.end, parts: Parted::Words(at) }
    } else if after.is_some() {
        CutPoint { at: stretch.end, parts: Parted::Run(stretch.run) }
    } else {
        CutPoint { at: run.end, parts: Parted::Nothing }
    })
}

/// The place in a paragraph that has no words.
pub(super) fn empty(trace: &DocxTrace, paragraph: u32) -> Option<CutPoint> {
    let at = trace.paragraphs.binary_search_by_key(&paragraph, |place| place.index).ok()?;
    let place = trace.paragraphs.get(at)?;
    Some(if place.close.is_empty() {
        CutPoint { at: place.open.end, parts: Parted::Tag(at) }
    } else {
        CutPoint { at: place.close.start, parts: Parted::Nothing }
    })
}

/// The place of `offset` within words that the XML spells as they are.
fn offset_in_stretch(stretch: &DocxStretch, offset: usize) -> Option<usize> {
    // Where the XML spells a character as an entity (`&lt;`) or a tag stands for it, bytes of the two do
    // not match.
    let plain = stretch.xml.len() == stretch.words.len();
    let within = stretch.words.start < offset && offset < stretch.words.end;
    (plain && within).then(|| stretch.xml.start + (offset - stretch.words.start))
}
