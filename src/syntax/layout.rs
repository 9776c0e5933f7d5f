//! What every line of a text was read as: the formatter's view of a file.

use crate::text::Span;

use super::grammar::LinePart;

/// What a line is in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineRole {
    /// Nothing, or white space.
    Blank,
    /// A comment of its own.
    Comment,
    /// The 规划 line.
    Plan,
    /// A header field.
    Field,
    /// A table's keyword line.
    Table(u32),
    /// The head row of a table.
    Head(u32),
    /// The line of dashes below the head.
    Separator,
    /// A row of a table.
    Row {
        /// Which table.
        table: u32,
        /// Which row of it.
        row: u32,
    },
    /// A `[…]` line.
    Group,
    /// A footnote.
    Note,
    /// Not readable: kept as it is.
    Raw,
}

impl LineRole {
    /// The table that a keyword, head or row belongs to.
    pub(super) fn table(self) -> Option<u32> {
        match self {
            Self::Table(table) | Self::Head(table) | Self::Row { table, .. } => Some(table),
            _ => None,
        }
    }
}

/// One line with its role and its parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct LaidLine {
    /// What it is.
    pub(super) role: LineRole,
    /// The whole line without its end.
    pub(super) span: Span,
    first: u32,
    count: u32,
}

/// The lines of a text in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// The lines.
    pub(super) lines: Vec<LaidLine>,
    parts: Vec<LinePart>,
}

impl Layout {
    /// Adds a line.
    pub(super) fn push(&mut self, role: LineRole, span: Span, parts: &[LinePart]) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (first, count) = (count(self.parts.len()), count(parts.len()));
        self.parts.extend_from_slice(parts);
        self.lines.push(LaidLine { role, span, first, count });
    }

    /// The parts of a line.
    pub(super) fn parts(&self, line: &LaidLine) -> &[LinePart] {
        let first = line.first as usize;
        self.parts.get(first..first + line.count as usize).unwrap_or_default()
    }
}
