//! Cells under each other by display width, as tables of text have them.

use std::io::{self, Write};

use crate::text::{display_width, display_width_cjk};

use super::{clip::clip, escape};

/// Blanks between two columns.
const GAP: usize = 2;

/// Rows whose cells stand under each other; the last column is as long as it is.
#[derive(Clone, Debug)]
pub(crate) struct Columns<const N: usize> {
    rows: Vec<[String; N]>,
    /// Whether the cells of a column end under each other.
    ends: [bool; N],
    measure: fn(&str) -> usize,
}

impl<const N: usize> Columns<N> {
    /// Columns of these rows, each cell made visible.
    pub(crate) fn of(rows: impl IntoIterator<Item = [String; N]>) -> Self {
        let shown = |row: [String; N]| row.map(|cell| escape(&cell).into_owned());
        let rows = rows.into_iter().map(shown).collect();
        Self { rows, ends: [false; N], measure: display_width }
    }

    /// The same with words over the columns.
    pub(super) fn headed(mut self, heads: [&str; N]) -> Self {
        self.rows.insert(0, heads.map(str::to_owned));
        self
    }

    /// The same with the numbers of `column` ending under each other.
    pub(super) fn of_numbers(mut self, column: usize) -> Self {
        if let Some(ends) = self.ends.get_mut(column) {
            *ends = true;
        }
        self
    }

    /// The same for a screen of unknown kind: characters of unclear width count two.
    pub(super) fn for_any_screen(mut self) -> Self {
        self.measure = display_width_cjk;
        self
    }

    /// The same with the last column cut to what is left of `width`, and left out where that is less than `least`.
    pub(super) fn fit(mut self, width: usize, least: usize) -> Self {
        let before = self.widths().into_iter().take(N.saturating_sub(1));
        let taken: usize = before.map(|width| width + GAP).sum();
        let left = width.saturating_sub(taken);
        for last in self.rows.iter_mut().filter_map(|row| row.last_mut()) {
            *last = if left < least { String::new() } else { clip(last, left) };
        }
        self
    }

    /// One line a row.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        let widths = self.widths();
        self.rows.iter().map(move |row| {
            let mut line = String::new();
            for ((cell, width), ends) in row.iter().zip(widths).zip(self.ends) {
                let room = " ".repeat(width - (self.measure)(cell));
                let (before, behind) = if ends { (&*room, "") } else { ("", &*room) };
                line.extend([before, cell, behind, &" ".repeat(GAP)]);
            }
            // Blanks behind the last cell would wrap in a narrow terminal, and editors mark them.
            line.truncate(line.trim_end().len());
            line
        })
    }

    /// Writes the lines.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.lines().try_for_each(|line| writeln!(out, "{line}"))
    }

    fn widths(&self) -> [usize; N] {
        let mut widths = [0; N];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max((self.measure)(cell));
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Columns<2> {
        Columns::of([["指标", "a"], ["b", "catalogue"]].map(|row| row.map(str::to_owned)))
    }

    fn lines(columns: &Columns<2>) -> Vec<String> {
        columns.lines().collect()
    }

    #[test]
    fn cells_stand_under_each_other() {
        assert_eq!(lines(&columns()), ["指标  a", "b     catalogue"]);
        let headed = columns().headed(["name", "甲"]).of_numbers(0);
        assert_eq!(lines(&headed), ["name  甲", "指标  a", "   b  catalogue"]);
        let hidden = Columns::of([["a\u{200B}", "b"].map(str::to_owned)]);
        assert_eq!(lines(&hidden), ["a<U+200B>  b"]);
    }

    #[test]
    fn the_last_column_gives_way() {
        assert_eq!(lines(&columns().fit(11, 3)), ["指标  a", "b     cata…"]);
        assert_eq!(lines(&columns().fit(8, 3)), ["指标", "b"]);
    }

    #[test]
    fn a_character_of_unclear_width_counts_two_where_nobody_knows_the_screen() {
        let rows = || [["甲", "a"], ["“”", "b"]].map(|row| row.map(str::to_owned));
        assert_eq!(lines(&Columns::of(rows())), ["甲  a", "“”  b"]);
        assert_eq!(lines(&Columns::of(rows()).for_any_screen()), ["甲    a", "“”  b"]);
    }
}
