//! Where in a part's XML the words of its paragraphs stand, for what writes beside them.

use std::ops::Range;

use crate::office::Xml;

/// The words of a part with their places in its XML, all in bytes.
#[derive(Clone, Debug, Default)]
pub struct DocxTrace {
    /// Its paragraphs, by their count.
    pub paragraphs: Vec<DocxPlace>,
    /// Its words, by paragraph and place in it.
    pub stretches: Vec<DocxStretch>,
    /// Its runs, each outermost one.
    pub runs: Vec<DocxRun>,
    /// The notes it holds: the count of the first paragraph of each, and its id.
    pub notes: Vec<(u32, String)>,
    /// The notes it refers to: the name of the reference, the id, and the run.
    pub references: Vec<(String, String, usize)>,
    /// Whether anything is written down.
    on: bool,
    /// How deep the run at hand stands.
    depth: Option<usize>,
}

/// A paragraph: its count in the part, its first tag and its last; the latter is empty in a tag without content.
#[derive(Clone, Debug)]
pub struct DocxPlace {
    /// Its count.
    pub index: u32,
    /// The tag that opens it.
    pub open: Range<usize>,
    /// The tag that closes it.
    pub close: Range<usize>,
}

/// A run or formula, which comments stand before, behind or in the middle of.
#[derive(Clone, Debug)]
pub struct DocxRun {
    /// The tag that opens it.
    pub open: Range<usize>,
    /// Its properties; empty without any.
    pub properties: Range<usize>,
    /// Where it ends.
    pub end: usize,
}

/// Words that stand in one piece in the XML.
#[derive(Clone, Debug)]
pub struct DocxStretch {
    /// The count of their paragraph.
    pub paragraph: u32,
    /// Where they stand in the words of the paragraph.
    pub words: Range<usize>,
    /// Where they stand in the XML.
    pub xml: Range<usize>,
    /// The tag that opens the element around them.
    pub open: Range<usize>,
    /// Where that element ends.
    pub end: usize,
    /// Their run.
    pub run: usize,
    /// Whether the run can be parted beside their element: they stand directly in it.
    pub direct: bool,
}

impl DocxTrace {
    pub(super) fn new(on: bool) -> Self {
        Self { on, ..Self::default() }
    }

    /// Begins a run at the tag read last; false inside another.
    pub(super) fn begin(&mut self, xml: &Xml) -> bool {
        // Only the outermost run: parts of one inside another cannot be cut without taking both apart.
        let begins = self.on && self.depth.is_none();
        if begins {
            let open = xml.last();
            self.runs.push(DocxRun { properties: open.end..open.end, end: open.end, open });
            self.depth = Some(xml.depth());
        }
        begins
    }

    /// Ends the run that began, behind the tag read last.
    pub(super) fn end(&mut self, xml: &Xml) {
        self.depth = None;
        if let Some(run) = self.runs.last_mut() {
            run.end = xml.last().end;
        }
    }

    /// The properties of the run at hand have been read; they began at `start`.
    pub(super) fn properties(&mut self, start: usize, xml: &Xml) {
        if let Some(run) = self.runs.last_mut().filter(|_| self.depth == Some(xml.depth())) {
            run.properties = start..xml.last().end;
        }
    }

    /// Words of a paragraph, in the element that began with the tag `open` at `depth`.
    pub(super) fn say(
        &mut self,
        paragraph: u32,
        words: Range<usize>,
        xml: Range<usize>,
        within: (Range<usize>, usize),
    ) {
        // Words that stand in no run have no place for a comment.
        let Some(outer) = self.depth else { return };
        let (open, depth) = within;
        let run = self.runs.len().saturating_sub(1);
        let direct = depth == outer + 1;
        self.stretches.push(DocxStretch { paragraph, words, end: xml.end, xml, open, run, direct });
    }

    /// The element of all words behind the first `known` stretches ends with the tag read last.
    pub(super) fn close(&mut self, known: usize, xml: &Xml) {
        let end = xml.last().end;
        self.stretches.iter_mut().skip(known).for_each(|stretch| stretch.end = end);
    }

    pub(super) fn paragraph(&mut self, index: u32, open: Range<usize>, xml: &Xml) {
        if self.on {
            self.paragraphs.push(DocxPlace { index, open, close: xml.last() });
        }
    }

    pub(super) fn note(&mut self, first: u32, id: &str) {
        if self.on {
            self.notes.push((first, id.to_owned()));
        }
    }

    pub(super) fn refer(&mut self, name: &str, id: &str) {
        if self.depth.is_some() {
            let run = self.runs.len().saturating_sub(1);
            self.references.push((name.to_owned(), id.to_owned(), run));
        }
    }

    /// In order: what stands in a text box comes before the rest of the paragraph around it.
    pub(super) fn finish(mut self) -> Self {
        self.paragraphs.sort_by_key(|place| place.index);
        self.stretches.sort_by_key(|stretch| (stretch.paragraph, stretch.words.start));
        self
    }
}
