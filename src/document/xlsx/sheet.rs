//! The filled cells of one sheet, as shown, and the cells that reach over others.

use std::{
    collections::BTreeMap,
    io::{Read, Seek},
};

use calamine::{Dimensions, Xlsx};

use crate::text::UnreadReason;

use super::{reason, shown::shown};

/// More filled cells than this are not read.
const MOST_CELLS: usize = 500_000;
/// More places than this are not covered by merged cells.
const MOST_COVERED: usize = 500_000;
/// Columns right of this one are not read.
pub(super) const LAST_COLUMN: u32 = 1023;
/// The longest text that is read out of one sheet, in bytes.
const LONGEST_TEXT: usize = 32 << 20;

/// Row and column, from 0.
pub(super) type At = (u32, u32);

/// One sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The words of every cell that holds some.
    pub(super) words: BTreeMap<At, String>,
    /// For every place a merged cell reaches to, where it begins.
    pub(super) covered: BTreeMap<At, At>,
    /// Whether a limit cut something off.
    pub(super) cut: bool,
}

/// Reads the sheet called `name`.
pub(super) fn read<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    name: &str,
) -> Result<Sheet, UnreadReason> {
    let mut sheet = Sheet::default();
    sheet.cells(workbook, name)?;
    if let Ok(merged) = workbook.merge_cells_by_sheet_name(name) {
        merged.iter().for_each(|merged| sheet.merge(merged));
    }
    Ok(sheet)
}

impl Sheet {
    fn cells<RS: Read + Seek>(
        &mut self,
        workbook: &mut Xlsx<RS>,
        name: &str,
    ) -> Result<(), UnreadReason> {
        let mut cells = workbook.worksheet_cells_reader(name).map_err(|error| reason(&error))?;
        let mut length = 0_usize;
        while let Some((cell, style)) =
            cells.next_cell_with_style_id().map_err(|error| reason(&error))?
        {
            let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
            let words = shown(cell.get_value(), format.map(|format| format.format_code.as_str()));
            let words = words.trim();
            let (row, column) = cell.get_position();
            if words.is_empty() {
                continue;
            }
            length = length.saturating_add(words.len());
            if length > LONGEST_TEXT || self.words.len() >= MOST_CELLS {
                self.cut = true;
                break;
            }
            if column > LAST_COLUMN {
                self.cut = true;
            } else {
                self.words.insert((row, column), words.to_owned());
            }
        }
        Ok(())
    }

    /// Lets a merged cell stand wherever it reaches among the rows that hold words.
    fn merge(&mut self, merged: &Dimensions) {
        let (origin, end) = (merged.start, merged.end);
        let Some(((last, _), _)) = self.words.last_key_value() else { return };
        if !self.words.contains_key(&origin) {
            return;
        }
        for row in origin.0..=end.0.min(*last) {
            for column in origin.1..=end.1.min(LAST_COLUMN) {
                if self.covered.len() >= MOST_COVERED {
                    self.cut = true;
                    return;
                }
                self.covered.insert((row, column), origin);
            }
        }
    }
}
