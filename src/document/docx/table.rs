//! The rows and cells of a table as Word writes them.

use super::{
    piece::{DocxCell, DocxResult, DocxRow, DocxTable},
    story::Story,
};
use crate::office::{Space, Tag};

/// How many columns one cell may cover or a row leave out; Word itself stops at 63.
const COLUMNS: usize = 64;

impl Story<'_> {
    /// Reads a table up to its close.
    pub(super) fn table(&mut self) -> DocxResult<DocxTable> {
        let mut table = DocxTable::default();
        self.rows(&mut table)?;
        Ok(table)
    }

    fn rows(&mut self, table: &mut DocxTable) -> DocxResult {
        self.children(|story, tag| match (tag.space, tag.name()) {
            (Space::Word, "tr") => {
                let mut row = DocxRow::default();
                story.cells(&mut row)?;
                // A hidden row is told as such, but nothing in it is read.
                if row.hidden {
                    row.cells.clear();
                }
                if !row.removed {
                    table.rows.push(row);
                }
                Ok(())
            }
            (Space::Word, "sdt") => story.control(|story| story.rows(table)),
            (Space::Word, "customXml") => story.rows(table),
            (Space::Compatible, "AlternateContent") => story.alternative(|story| story.rows(table)),
            _ => story.skip(),
        })
    }

    fn cells(&mut self, row: &mut DocxRow) -> DocxResult {
        self.children(|story, tag| match (tag.space, tag.name()) {
            (Space::Word, "tc") => {
                let mut cell = DocxCell::default();
                story.cell(&mut cell)?;
                if !cell.removed {
                    row.cells.push(cell);
                }
                Ok(())
            }
            (Space::Word, "trPr") => story.properties(|story, tag| match tag.name() {
                "hidden" => row.hidden = tag.is_on(),
                // `gridBefore` shifts a row to the right: without it, its values would stand below the
                // wrong years.
                "gridBefore" => row.before = spanned_columns(tag).unwrap_or_default(),
                change => row.removed |= story.removes(change),
            }),
            (Space::Word, "sdt") => story.control(|story| story.cells(row)),
            (Space::Word, "customXml") => story.cells(row),
            (Space::Compatible, "AlternateContent") => story.alternative(|story| story.cells(row)),
            _ => story.skip(),
        })
    }

    fn cell(&mut self, cell: &mut DocxCell) -> DocxResult {
        let mut pieces = std::mem::take(&mut cell.pieces);
        self.children(|story, tag| {
            if tag.is_word("tcPr") {
                story.properties(|story, tag| match tag.name() {
                    "gridSpan" => cell.columns = spanned_columns(tag).unwrap_or(1).max(1),
                    "vMerge" => cell.below = goes_on_merged_cell(tag),
                    "hMerge" => cell.beside = goes_on_merged_cell(tag),
                    change => cell.removed |= story.removes(change),
                })
            } else {
                story.block(tag, &mut pieces)
            }
        })?;
        cell.pieces = pieces;
        Ok(())
    }
}

fn spanned_columns(tag: &Tag) -> Option<usize> {
    tag.number()
        .and_then(|columns| usize::try_from(columns).ok())
        .map(|columns| columns.min(COLUMNS))
}

/// Whether a cell goes on a merged one: it does unless it says that one starts.
fn goes_on_merged_cell(tag: &Tag) -> bool {
    tag.attribute("val").is_none_or(|value| value != "restart")
}
