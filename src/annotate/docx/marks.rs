//! The marks of comments written into a part; runs are parted where a comment begins or ends in their middle.

use std::{collections::BTreeMap, ops::Range};

use super::{
    anchor::Anchor,
    comments::vocabulary,
    cut::{CutPoint, Parted},
};
use crate::{document::docx::DocxTrace, office};

/// The marks of a part, by place.
#[derive(Debug)]
pub(super) struct CommentMarks<'a> {
    text: &'a str,
    trace: &'a DocxTrace,
    places: BTreeMap<usize, CommentBoundary>,
}

/// The comments that end, stand and begin at one place.
#[derive(Debug)]
struct CommentBoundary {
    parts: Parted,
    ends: Vec<u64>,
    points: Vec<u64>,
    starts: Vec<u64>,
}

impl<'a> CommentMarks<'a> {
    /// No marks in `text`, whose words stand where `trace` says.
    pub(super) fn new(text: &'a str, trace: &'a DocxTrace) -> Self {
        Self { text, trace, places: BTreeMap::new() }
    }

    /// Marks the words of `anchor` for the comment `id`.
    pub(super) fn mark(&mut self, anchor: &Anchor, id: u64) {
        if anchor.start == anchor.end {
            self.at(anchor.start).points.push(id);
        } else {
            self.at(anchor.start).starts.push(id);
            self.at(anchor.end).ends.push(id);
        }
    }

    fn at(&mut self, cut: CutPoint) -> &mut CommentBoundary {
        let at = CommentBoundary {
            parts: cut.parts,
            ends: Vec::new(),
            points: Vec::new(),
            starts: Vec::new(),
        };
        self.places.entry(cut.at).or_insert(at)
    }

    /// The text with its marks.
    pub(super) fn written(&self) -> String {
        // So much for each mark is a guess; the text grows by itself where it falls short.
        let mut text = String::with_capacity(self.text.len() + self.places.len() * 256);
        let mut edits: BTreeMap<usize, (usize, String)> = BTreeMap::new();
        // Places in order and each edit from where the one before ended: nothing between them is touched,
        // down to the byte.
        for (place, at) in &self.places {
            self.keep_blanks(at, &mut edits);
            let (start, written) = self.edit(*place, at);
            edits.insert(start, (*place, written));
        }
        let mut done = 0;
        for (start, (end, written)) in edits {
            text.push_str(self.raw(done..start));
            text.push_str(&written);
            done = end;
        }
        text.push_str(self.raw(done..self.text.len()));
        text
    }

    /// Words that are parted keep the blanks at their new ends.
    fn keep_blanks(&self, at: &CommentBoundary, edits: &mut BTreeMap<usize, (usize, String)>) {
        // `<w:t>增长 5%</w:t>` cut at the blank: without the attribute Word drops blanks at the new ends.
        let Parted::Words(stretch) = at.parts else { return };
        let Some(stretch) = self.trace.stretches.get(stretch) else { return };
        if !self.raw(stretch.open.clone()).contains("xml:space") {
            let end = stretch.open.end.saturating_sub(1);
            edits.insert(end, (end, " xml:space=\"preserve\"".to_owned()));
        }
    }

    /// What is written at a place, and from where on it takes the place of what stands before it.
    fn edit(&self, place: usize, at: &CommentBoundary) -> (usize, String) {
        match at.parts {
            Parted::Nothing => (place, self.marks(at, place)),
            Parted::Run(run) => (place, self.parted(run, at, place)),
            Parted::Words(stretch) => {
                let Some(stretch) = self.trace.stretches.get(stretch) else {
                    return (place, String::new());
                };
                let open = self.raw(stretch.open.clone());
                let (close, kept) = (office::tag_name(open), open.trim_end_matches('>'));
                let kept = if kept.contains("xml:space") {
                    kept.to_owned()
                } else {
                    format!("{kept} xml:space=\"preserve\"")
                };
                (place, format!("</{close}>{}{kept}>", self.parted(stretch.run, at, place)))
            }
            Parted::Tag(paragraph) => {
                let open = self
                    .trace
                    .paragraphs
                    .get(paragraph)
                    .map(|paragraph| self.raw(paragraph.open.clone()));
                let name = open.map(office::tag_name).unwrap_or_default();
                (place.saturating_sub(2), format!(">{}</{name}>", self.marks(at, place)))
            }
        }
    }

    /// The end of a run, the marks, and the run beginning again as it began.
    fn parted(&self, run: usize, at: &CommentBoundary, place: usize) -> String {
        // The second half has to look like the first: the tag and the properties are written again as
        // they stood, foreign ones, too.
        let Some(run) = self.trace.runs.get(run) else { return String::new() };
        let open = self.raw(run.open.clone());
        let properties = self.raw(run.properties.clone());
        format!("</{}>{}{open}{properties}", office::tag_name(open), self.marks(at, place))
    }

    fn marks(&self, at: &CommentBoundary, place: usize) -> String {
        // The vocabulary is that of the run before the place, for a part may bind more than one prefix.
        let before =
            self.trace.runs.partition_point(|run| run.open.start <= place).saturating_sub(1);
        let run =
            self.trace.runs.get(before).map(|run| self.raw(run.open.clone())).unwrap_or_default();
        let (w, declared) = vocabulary(office::prefix_of_name(office::tag_name(run)), self.text);
        let start = |id: &u64| format!("<{w}commentRangeStart{declared} {w}id=\"{id}\"/>");
        let end = |id: &u64| {
            format!(
                "<{w}commentRangeEnd{declared} {w}id=\"{id}\"/><{w}r{declared}><{w}commentReference {w}id=\"{id}\"/></{w}r>"
            )
        };
        // What ends stands before what begins, so that two comments side by side do not overlap.
        let points = at.points.iter().map(|id| start(id) + &end(id));
        at.ends.iter().map(end).chain(points).chain(at.starts.iter().map(start)).collect()
    }

    fn raw(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }
}
