//! What the language cannot read, one problem per cause.

use crate::text::Span;

/// A part of the text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// The words.
    pub span: Span,
}

impl Problem {
    /// The key of English prose with numbers.
    pub const ENGLISH: &'static str = "english";

    /// Whether it is English prose with numbers.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.kind == ProblemKind::UnreadPart { what: Self::ENGLISH }
    }
}

/// What is wrong with a part of the text. `nearest` is the closest known word in the file's keyword set, when one is close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A line that is nothing known.
    UnreadableLine,
    /// A line before a table head that is no known keyword.
    UnknownKeyword {
        /// The closest keyword.
        nearest: Option<String>,
    },
    /// A header field of unknown name.
    UnknownField {
        /// The closest field.
        nearest: Option<String>,
    },
    /// A value that its field or column does not know (类型, 状态, 属性, 方向 …).
    UnknownValue {
        /// The values it knows, in the file's keyword set.
        known: Vec<String>,
        /// The closest of them.
        nearest: Option<String>,
    },
    /// A column of unknown name.
    UnknownColumn {
        /// The closest column of this kind of table.
        nearest: Option<String>,
    },
    /// Two columns of one meaning.
    DuplicateColumn,
    /// A table without a head: keyword with no rows, or rows without the columns it needs (named).
    MissingHead {
        /// The columns that are needed and missing, in the file's keyword set.
        needed: Vec<String>,
    },
    /// A row with more or fewer cells than columns.
    WrongCellCount {
        /// Columns of the head.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// Bytes that are no text in the file's encoding; offset of the first in the file.
    UndecodableText {
        /// Byte offset in the file.
        offset: u64,
    },
    /// A control, zero-width or bidirectional character outside comments.
    InvisibleCharacter {
        /// The character.
        character: char,
    },
    /// A part of a document that is not understood, by the key of what it is: `table`, `picture` …
    UnreadPart {
        /// The key.
        what: &'static str,
    },
    /// Words of a document that may state a value, and are not sure enough to be judged by; the problem stands at the value.
    Unsure(Unsure),
    /// A second 规划 in one file.
    SecondPlan,
    /// The first of many more problems that are only counted: a file of junk must not fill the memory.
    More {
        /// How many.
        count: usize,
    },
}

/// What words of a document may state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// What seems to be measured.
    pub name: Span,
    /// The region, when another than the plan's is named.
    pub region: Option<Span>,
    /// The year, when it is said.
    pub year: Option<Span>,
    /// Where it stands in the document, as plans say it.
    pub position: Option<Span>,
    /// Why it is not sure.
    pub why: UnsureReason,
}

/// What of the words is not sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsureReason {
    /// What they measure.
    Name,
    /// Whether they promise it.
    Intent,
    /// How the value is to be understood.
    Value,
}
