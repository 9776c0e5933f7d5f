//! The grid of a table: cells padded to the width of their column.

use std::borrow::Cow;

use super::{
    Printer,
    widths::{SHORTEST, laid_cells},
    words::Rewriter,
};
use crate::{
    syntax::{
        cell::trimmed_cell,
        grammar::LinePart,
        layout::{LaidLine, LineRole},
    },
    text::fold_char,
};

impl Printer<'_> {
    pub(super) fn row(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        out.push('|');
        for (column, part) in laid_cells(self.layout, line).enumerate() {
            let cell = self.rewriter.cell(line.role, column, part);
            let missing = self.column(table, column).saturating_sub((self.width)(&cell));
            out.push(' ');
            out.push_str(&cell);
            out.extend(std::iter::repeat_n(' ', missing));
            out.push_str(" |");
        }
        self.remark_behind(line, out);
    }

    pub(super) fn separator(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        out.push('|');
        for (column, part) in laid_cells(self.layout, line).enumerate() {
            let words = trimmed_cell(self.text, part.span).of(self.text);
            let colon =
                |character: Option<char>| character.is_some_and(|found| fold_char(found) == ':');
            let (left, right) = (colon(words.chars().next()), colon(words.chars().next_back()));
            let width = self.column(table, column).max(SHORTEST);
            // Three dashes are the fewest that make a separator, whatever the width of the column.
            let dashes = width.saturating_sub(usize::from(left) + usize::from(right)).max(SHORTEST);
            out.push_str(if left { " :" } else { " " });
            out.extend(std::iter::repeat_n('-', dashes));
            out.push_str(if right { ": |" } else { " |" });
        }
        self.remark_behind(line, out);
    }

    fn column(&self, table: Option<u32>, column: usize) -> usize {
        let widths = table.and_then(|table| self.widths.get(table as usize));
        widths.map_or(0, |widths| widths.of(column))
    }
}

impl Rewriter<'_> {
    /// A cell as it is written: a head's name and an enumerated value in the wanted words.
    pub(super) fn cell(&self, role: LineRole, column: usize, part: &LinePart) -> Cow<'_, str> {
        let words = trimmed_cell(self.text, part.span).of(self.text);
        match role {
            LineRole::Head(table) => self.head(table, column, words),
            LineRole::Row { table, .. } => self.value(table, column, words),
            _ => Cow::Borrowed(words),
        }
    }
}
