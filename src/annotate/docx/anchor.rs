//! From words of the document to the places in the XML between which a comment stands.

use super::cut::{self, CutPoint, Parted};
use crate::{
    document::docx::{DocxPart, DocxTrace},
    text::{Part, Parts, Span, Spot},
};

/// What leads from the text to the XML.
#[derive(Debug)]
pub(super) struct Anchors<'a> {
    parts: &'a Parts,
    traced: &'a [(DocxPart, DocxTrace)],
}

/// Where a comment begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub start: CutPoint,
    pub end: CutPoint,
}

impl<'a> Anchors<'a> {
    /// The anchors of a document with these parts; its own text is the first of `traced`.
    pub(super) fn new(parts: &'a Parts, traced: &'a [(DocxPart, DocxTrace)]) -> Self {
        Self { parts, traced }
    }

    /// The anchor of the words of `span`; none when they stand in no paragraph of the file.
    pub(super) fn of(&self, span: Span) -> Option<Anchor> {
        // Words that were given to the text (a year, a region) have a real place elsewhere; a comment
        // goes there.
        let span = self.parts.real(span)?;
        let (first, last) = if span.is_empty() {
            let part = self.parts.at(span.start)?;
            (part, part)
        } else {
            self.touched(span)?
        };
        let span = if span.is_empty() { first.span } else { span };
        let (from, to) = (paragraph_spot(first)?, paragraph_spot(last)?);
        let (told, trace) = self.traced.iter().find(|(told, _)| told.part == from.0)?;
        if let Some(reference) = told.notes {
            return self.reference(trace, reference, from.1);
        }
        // A blank cell has no run to mark: its paragraph takes the comment.
        if first.span.is_empty() {
            let place = cut::empty(trace, from.1)?;
            return Some(Anchor { start: place, end: place });
        }
        let start = cut::comment_start(trace, from.1, offset(first, span.start))?;
        // The words may reach over several paragraphs, as those of a cell do: each end is looked for in
        // its own.
        let end =
            cut::comment_end(trace, to.1, offset(last, span.end)).filter(|end| start.at < end.at);
        // A text box stands in the middle of the words before it: then these alone are marked.
        let end = end.or_else(|| cut::comment_end(trace, from.1, offset(first, first.span.end)))?;
        Some(Anchor { start, end })
    }

    /// The first and last part with words that `span` touches.
    fn touched(&self, span: Span) -> Option<(&Part, &Part)> {
        let parts = &self.parts.parts;
        let first = parts.partition_point(|part| part.span.end <= span.start);
        let behind = parts.partition_point(|part| part.span.start < span.end);
        let mut touched = parts.get(first..behind)?.iter().filter(|part| !part.span.is_empty());
        let first = touched.next()?;
        Some((first, touched.next_back().unwrap_or(first)))
    }

    /// The run that refers to the note in which a paragraph stands: comments have no place in notes themselves.
    fn reference(&self, notes: &DocxTrace, reference: &str, paragraph: u32) -> Option<Anchor> {
        let note = notes.notes.partition_point(|(first, _)| *first <= paragraph).checked_sub(1)?;
        let (_, id) = notes.notes.get(note)?;
        let (_, main) = self.traced.first()?;
        let (_, _, run) =
            main.references.iter().find(|(name, of, _)| name == reference && of == id)?;
        let run = main.runs.get(*run)?;
        let beside = |at| CutPoint { at, parts: Parted::Nothing };
        Some(Anchor { start: beside(run.open.start), end: beside(run.end) })
    }
}

/// How far into the words of a part a byte of the document lies.
fn offset(part: &Part, at: u32) -> usize {
    (at.clamp(part.span.start, part.span.end) - part.span.start) as usize
}

fn paragraph_spot(part: &Part) -> Option<(&str, u32)> {
    match &part.spot {
        Spot::Paragraph { part, index, .. } => Some((part, *index)),
        Spot::Cell { .. } => None,
    }
}
