//! The XML of a sheet read cell by cell: what each shows, and which rows and columns are hidden.

use std::collections::BTreeSet;

use crate::{
    document::LostKind,
    office::{Tag, Xml},
    text::UnreadReason,
};

use super::{
    pattern::{self, NumberDisplay},
    sheet::{CellAddress, LAST_COLUMN, WorkbookSheet},
    strings::{self, Rich, normalise_line_ends},
    styles::WorkbookStyle,
    workbook::{Shared, is_yes},
};

/// What stands for a number that is not known or not shown, as in Excel where a column is too narrow.
// Never the number that happens to be stored: what stands there may be of another size than what a reader
// of the sheet sees.
const UNSHOWN: &str = "####";

/// Reads the sheet that `text` is.
///
/// # Errors
/// `Damaged` for XML that is none, and for cells that name texts which the workbook does not hold.
pub(super) fn read_sheet(text: &str, shared: &Shared) -> Result<WorkbookSheet, UnreadReason> {
    let mut reader = SheetReader {
        shared,
        sheet: WorkbookSheet::default(),
        next: (0, 0),
        full: false,
        narrow: false,
        wide: BTreeSet::new(),
    };
    let mut merged = Vec::new();
    Xml::new(text).inside(&mut |xml, _| {
        xml.inside(&mut |xml, tag| match tag.name() {
            "sheetFormatPr" => {
                reader.narrow = is_nought(tag, "defaultColWidth");
                Ok(())
            }
            "cols" => xml.inside(&mut |_, tag| {
                reader.columns(tag);
                Ok(())
            }),
            "sheetData" => xml.inside(&mut |xml, tag| reader.row(xml, tag)),
            "mergeCells" => xml.inside(&mut |_, tag| {
                merged.extend(tag.attribute("ref").and_then(|area| ends_of_area(&area)));
                Ok(())
            }),
            _ => Ok(()),
        })
    })?;
    let mut sheet = reader.sheet;
    // A sheet may hide all columns that it does not name, and only the names say which it shows.
    if reader.narrow {
        let wide = &reader.wide;
        sheet.hidden_columns.extend((0..=LAST_COLUMN).filter(|column| !wide.contains(column)));
    }
    // Only now are all words and all hidden rows known.
    merged.into_iter().for_each(|merged| sheet.merge(merged));
    sheet.hide();
    Ok(sheet)
}

/// What reads a sheet.
struct SheetReader<'a> {
    shared: &'a Shared,
    sheet: WorkbookSheet,
    /// Where a cell stands that does not say so.
    next: CellAddress,
    full: bool,
    /// Whether a column has no width unless it says so.
    narrow: bool,
    /// The columns that say so.
    wide: BTreeSet<u32>,
}

/// A cell as the file stores it.
#[derive(Default)]
struct Stored {
    kind: String,
    style: usize,
    value: Option<String>,
    text: Option<Rich>,
    formula: bool,
}

impl SheetReader<'_> {
    fn columns(&mut self, tag: &Tag) {
        let number = |name: &str| tag.attribute(name)?.trim().parse::<u32>().ok();
        let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
        let columns = first.saturating_sub(1)..last.min(LAST_COLUMN + 1);
        match is_yes(tag, "hidden") || is_nought(tag, "width") {
            true => self.sheet.hidden_columns.extend(columns),
            false => self.wide.extend(columns),
        }
    }

    fn row(&mut self, xml: &mut Xml, tag: &Tag) -> Result<(), UnreadReason> {
        let number = tag.attribute("r").and_then(|number| number.trim().parse::<u32>().ok());
        let row = number.and_then(|number| number.checked_sub(1)).unwrap_or(self.next.0);
        if is_yes(tag, "hidden") || is_nought(tag, "ht") {
            self.sheet.hidden_rows.insert(row);
        }
        self.next = (row, 0);
        xml.inside(&mut |xml, tag| if tag.name() == "c" { self.cell(xml, tag) } else { Ok(()) })?;
        self.next = (row.saturating_add(1), 0);
        Ok(())
    }

    fn cell(&mut self, xml: &mut Xml, tag: &Tag) -> Result<(), UnreadReason> {
        // The rest is still walked through, since what follows the cells (merged ones) has to be read.
        if self.full {
            return Ok(());
        }
        let (row, mut column) = self.next;
        // A cell stands in its row, whatever row its own name says.
        if let Some((_, own)) = tag.attribute("r").and_then(|name| address_of_cell(&name)) {
            column = own;
        }
        self.next = (row, column.saturating_add(1));
        let attribute = |name| tag.attribute(name).unwrap_or_default();
        let mut stored = Stored {
            kind: attribute("t").into_owned(),
            style: attribute("s").trim().parse().unwrap_or_default(),
            ..Stored::default()
        };
        xml.inside(&mut |xml, tag| {
            match tag.name() {
                "v" => stored.value = Some(xml.words()?),
                "is" => stored.text = Some(strings::rich(xml)?),
                "f" => stored.formula = true,
                _ => {}
            }
            Ok(())
        })?;
        let words = self.words(&stored, (row, column))?;
        self.full = !self.sheet.add((row, column), &words);
        Ok(())
    }

    /// What a cell shows.
    fn words(&mut self, stored: &Stored, at: CellAddress) -> Result<String, UnreadReason> {
        let value = stored.value.as_deref().unwrap_or_default();
        let style = self.shared.styles.get(stored.style);
        match stored.kind.as_str() {
            "s" => {
                let text =
                    value.trim().parse().ok().and_then(|at: usize| self.shared.texts.get(at));
                // A text that is not there cannot be a blank: something stood in the cell, and the sheet
                // is broken.
                let text = text.ok_or(UnreadReason::Damaged)?;
                Ok(self.text(&text.words, &text.left, style, at))
            }
            "inlineStr" => {
                let text = stored.text.clone().unwrap_or_default();
                Ok(self.text(&text.words, &text.left, style, at))
            }
            "str" => Ok(self.text(&normalise_line_ends(value), "", style, at)),
            "e" | "d" => Ok(self.text(value, "", style, at)),
            "b" => {
                let words = if value.trim() == "1" { "TRUE" } else { "FALSE" };
                Ok(self.text(words, "", style, at))
            }
            _ => Ok(self.number(stored, value.trim(), style, at)),
        }
    }

    fn text(
        &mut self,
        words: &str,
        left: &str,
        style: Option<WorkbookStyle>,
        at: CellAddress,
    ) -> String {
        let style = style.unwrap_or_default();
        let words = if style.struck { left } else { words };
        let Some(code) = style.code.filter(|_| !words.is_empty()) else { return words.to_owned() };
        pattern::show_text(&code, words).unwrap_or_else(|| {
            self.sheet.lose(LostKind::Hidden, at);
            String::new()
        })
    }

    fn number(
        &mut self,
        stored: &Stored,
        value: &str,
        style: Option<WorkbookStyle>,
        at: CellAddress,
    ) -> String {
        if value.is_empty() && !stored.formula || style.as_ref().is_some_and(|style| style.struck) {
            return String::new();
        }
        let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
        // A formula without its value, or with a nought that says only that nobody has worked it out, is
        // not 0.
        if stored.formula && number.is_none_or(|number| number == 0.0 && self.shared.recalculates) {
            self.sheet.lose(LostKind::Formula, at);
            return UNSHOWN.to_owned();
        }
        let code = style.and_then(|style| style.code);
        let shown = match (number, code) {
            (Some(number), Some(code)) => pattern::show_number(&code, number, self.shared.epoch),
            _ => NumberDisplay::Unknown,
        };
        match shown {
            NumberDisplay::Words(words) => words,
            NumberDisplay::Hidden => {
                self.sheet.lose(LostKind::Hidden, at);
                String::new()
            }
            NumberDisplay::Unknown => {
                self.sheet.lose(LostKind::NumberFormat, at);
                UNSHOWN.to_owned()
            }
        }
    }
}

/// Whether a size is given and is none: what is no point high or wide is not seen.
fn is_nought(tag: &Tag, name: &str) -> bool {
    tag.attribute(name).and_then(|size| size.trim().parse::<f64>().ok()) == Some(0.0)
}

/// The two ends of `A1:D3`.
fn ends_of_area(area: &str) -> Option<(CellAddress, CellAddress)> {
    let (first, last) = area.split_once(':')?;
    Some((address_of_cell(first)?, address_of_cell(last)?))
}

/// Row and column of `C7`, from 0.
fn address_of_cell(name: &str) -> Option<CellAddress> {
    let name = name.trim().replace('$', "");
    let letters = name.find(|character: char| !character.is_ascii_alphabetic())?;
    let (letters, row) = name.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
