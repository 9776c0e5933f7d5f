//! The texts of one run, each with its name and line starts.

use std::sync::{Arc, OnceLock};

use super::{LineIndex, Parts, Position, Span};

/// Names one text of a run; ordered as the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// One text: the name it is shown by, its words and its line starts.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as shown, with `/` on every system.
    pub path: Arc<str>,
    /// The decoded text, without byte order mark.
    pub text: Arc<str>,
    /// Where the parts of the document stand that the text was made from; `None` for a plan file.
    pub parts: Option<Arc<Parts>>,
    /// Line starts of `text`, found when first asked for: a text without findings needs none.
    lines: OnceLock<LineIndex>,
}

impl Source {
    /// A text under the name `path`.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into(), parts: None, lines: OnceLock::new() }
    }

    /// The same, made from a document whose parts stand where `parts` say.
    #[must_use]
    pub fn with_parts(self, parts: Parts) -> Self {
        Self { parts: Some(Arc::new(parts)), ..self }
    }

    /// Whether its lines are those of the file: an office document has none that a reader could count.
    #[must_use]
    pub fn has_lines(&self) -> bool {
        self.parts.as_ref().is_none_or(|parts| parts.has_lines)
    }

    /// Whether it was made from a document: only a plan file can be written again.
    #[must_use]
    pub fn is_document(&self) -> bool {
        self.parts.is_some()
    }

    /// The words a span covers.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The line starts of the text.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Where the byte at `offset` stands.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        self.lines().position(&self.text, offset)
    }

    /// How many Unicode scalar values stand before the byte at `offset`.
    #[must_use]
    pub fn characters(&self, offset: u32) -> u32 {
        self.lines().characters(&self.text, offset)
    }
}

/// All texts of a run, sorted by path, so that ids do not depend on the order of reading.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Takes the texts in the order in which their ids shall count.
    #[must_use]
    pub fn new(files: Vec<Source>) -> Self {
        Self { files }
    }

    /// Adds a text behind all others, such as a file that no plan stands in; the ids of the others stay.
    pub fn add(&mut self, source: Source) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(source);
        id
    }

    /// The text of an id; `None` for an id of another run.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// All texts with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
