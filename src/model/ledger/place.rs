//! Where the numbers of a text stand, as the reader of its document knows it.

use crate::{
    syntax::{ColumnKind, Table},
    text::{FileId, Place, Span},
};

use super::super::Model;

/// A row of a table and where it stands in its tree.
type LocatedRow = (Span, FileId, (u32, u32));

impl Model {
    /// The places of `numbers`, which are sorted stretches of the text of `file`: in tables by row and column. Of a document
    /// that holds several plans `file` is the first of its texts; the tables of the others count, too.
    #[must_use]
    pub fn number_places(&self, file: FileId, numbers: &[Span]) -> Vec<Place> {
        let mut rows = self.printed_rows(file);
        rows.sort_unstable();
        let place = |number: &Span| {
            let after = rows.partition_point(|(row, ..)| row.start <= number.start);
            let row = after.checked_sub(1).and_then(|at| rows.get(at));
            let place = match row.filter(|(row, ..)| number.end <= row.end) {
                Some((_, text, at)) => {
                    let column = self.column_at(*text, *at, *number);
                    Place { file, ..self.locate(*text, *number, *at, column) }
                }
                None => Place::new(file, *number),
            };
            self.sources.home(place)
        };
        numbers.iter().map(place).collect()
    }

    /// The rows that a document prints as rows: what prose says is no table of its own.
    fn printed_rows(&self, file: FileId) -> Vec<LocatedRow> {
        let Some(path) = self.sources.get(file).map(|source| &source.path) else {
            return Vec::new();
        };
        let texts = self.sources.iter().skip(file.0 as usize);
        // The plans of one document are texts of one path that follow each other.
        let texts = texts.take_while(|(_, source)| source.path == *path);
        let mut rows = Vec::new();
        for (file, _) in texts {
            for (number, table) in (0..).zip(self.tree(file).into_iter().flat_map(|t| &t.tables)) {
                // Statements found in prose are kept as rows with a 位置; to their reader they are words of a
                // paragraph.
                if table.column(&ColumnKind::Where).is_none() {
                    let found = (0..).zip(&table.rows);
                    rows.extend(found.map(|(row, line)| (line.span, file, (number, row))));
                }
            }
        }
        rows
    }

    /// The column of a row in which a number stands.
    fn column_at(&self, file: FileId, at: (u32, u32), number: Span) -> Option<u32> {
        let source = self.sources.get(file)?;
        let table: &Table = self.tree(file)?.tables.get(at.0 as usize)?;
        let row = table.rows.get(at.1 as usize)?;
        let holds = |cell: Span| {
            let real = source.parts.as_ref().map_or(Some(cell), |parts| parts.real(cell));
            real.is_some_and(|cell| cell.start <= number.start && number.end <= cell.end)
        };
        let column = (0..row.count as usize).find(|column| holds(table.cell(row, *column)))?;
        u32::try_from(column).ok()
    }
}
