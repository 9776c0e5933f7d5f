//! Workbooks: each run of rows of a sheet is a table, its cells as Excel shows them.
//!
//! The XML is read here and not by a library: what decides about a number is what libraries leave out, such as hidden rows,
//! struck-out runs, number formats and formulas that were never worked out, and one broken sheet must not cost the others.

mod blocks;
mod cells;
mod code;
mod dates;
mod digits;
mod pattern;
mod sheet;
mod strings;
mod styles;
#[cfg(test)]
mod tests;
mod workbook;

use std::sync::Arc;

use crate::{
    office::Package,
    text::{Spot, UnreadReason},
};

use super::{Document, LostKind, writer::Writer};
use sheet::WorkbookSheet;
use workbook::{NamedSheet, Shared};

/// More sheets than this are not read.
// A choice, above any workbook of plans.
const MOST_SHEETS: usize = 256;
/// The longest text that is read out of one workbook, in bytes.
const LONGEST_TEXT: usize = 64 << 20;
/// Where the sheets are named when the package does not say so.
const MAIN: &str = "xl/workbook.xml";

/// Reads the workbook that an open package is, with the values it was saved with; formulas are not worked out.
///
/// A sheet that cannot be read is said by its name, and the others are read.
///
/// # Errors
/// Those of [`Package`] for one that unpacks beyond its bounds; `NotOffice` for one that holds no workbook, `Damaged` for one
/// that does not say which sheets it has or of which none can be read.
pub(crate) fn read_workbook_package(package: &mut Package) -> Result<Document, UnreadReason> {
    let relations = package.relations("").unwrap_or_default();
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| MAIN.to_owned(), |relation| relation.part);
    let (sheets, shared) = workbook::read_workbook(package, &main)?;
    let mut writer = Writer::default();
    let (mut read, mut reason) = (false, None);
    for (at, named) in sheets.iter().enumerate() {
        if at >= MOST_SHEETS || writer.len() >= LONGEST_TEXT {
            writer.lose(LostKind::Limit);
            break;
        }
        let name: Arc<str> = named.name.as_str().into();
        match one(package, named, &shared) {
            Ok(sheet) => {
                read = true;
                blocks::write_sheet_blocks(&name, &sheet, &mut writer);
            }
            Err(Unseen::Aside(kind)) => writer.lose_at(kind, cell(&name, "A1")),
            Err(Unseen::Broken(why)) => {
                reason = reason.or(Some(why));
                writer.lose_at(LostKind::Sheet, cell(&name, "A1"));
            }
        }
    }
    match reason {
        Some(reason) if !read => Err(reason),
        _ => Ok(writer.finish()),
    }
}

/// Why nothing of a sheet is read.
enum Unseen {
    /// It is no sheet of cells, or hidden.
    Aside(LostKind),
    /// It cannot be read.
    Broken(UnreadReason),
}

fn one(
    package: &mut Package,
    named: &NamedSheet,
    shared: &Shared,
) -> Result<WorkbookSheet, Unseen> {
    // Hidden sheets hold lists for menus and older versions of the table: their numbers are nobody's
    // statement.
    if named.hidden {
        return Err(Unseen::Aside(LostKind::Hidden));
    }
    let Some(part) = &named.part else { return Err(Unseen::Broken(UnreadReason::Damaged)) };
    // A sheet that is a chart, a form or a macro holds no cells of a plan.
    if part.kind != "worksheet" {
        return Err(Unseen::Aside(LostKind::Object));
    }
    let text = package.text(&part.part).map_err(Unseen::Broken)?;
    let (text, _) = text.ok_or(Unseen::Broken(UnreadReason::Damaged))?;
    cells::read_sheet(&text, shared).map_err(Unseen::Broken)
}

fn cell(sheet: &Arc<str>, cell: &str) -> Spot {
    Spot::Cell { sheet: Arc::clone(sheet), cell: cell.into() }
}
