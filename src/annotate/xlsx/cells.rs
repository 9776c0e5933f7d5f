//! The fill of the cells that have findings.

use std::collections::BTreeMap;

use crate::{
    office::{ChangedPackage, Xml, XmlEvent},
    text::UnreadReason,
};

use super::{
    noted::ByCell,
    splice::{apply_splices, with_attribute},
    styles,
};

/// Gives the cells with notes a format like their own with a fill; a cell that the sheet does not hold has none.
pub(super) fn fill_noted_cells(
    changes: &mut ChangedPackage,
    sheet: &str,
    part: &str,
    notes: &ByCell<'_>,
) -> Result<(), UnreadReason> {
    let text = changes.text(sheet)?.ok_or(UnreadReason::Damaged)?;
    let mut xml = Xml::new(&text);
    let mut found = Vec::new();
    loop {
        match xml.read()? {
            // A cell that the sheet does not hold (a blank one) has no format to copy; its comment stands
            // all the same.
            XmlEvent::Open(tag)
                if tag.name() == "c"
                    && tag.attribute("r").is_some_and(|cell| notes.contains_key(&*cell)) =>
            {
                let style = tag.attribute("s").and_then(|s| s.parse::<usize>().ok());
                found.push((xml.last(), style.unwrap_or_default()));
            }
            XmlEvent::End => break,
            _ => {}
        }
    }
    // Formats are shared by thousands of cells: each one that occurs is copied once.
    let mut filled: BTreeMap<usize, usize> = found.iter().map(|(_, style)| (*style, 0)).collect();
    if filled.is_empty() {
        return Ok(());
    }
    let styles = changes.text(part)?.ok_or(UnreadReason::Damaged)?;
    // Without a list of formats there is nothing to copy, and a comment without a fill is still a
    // comment.
    let Some(styles) = styles::add_filled_formats(&styles, &mut filled)? else { return Ok(()) };
    changes.put(part, styles)?;
    let edits = found.into_iter().filter_map(|(range, style)| {
        let tag = text.get(range.clone())?;
        let style = filled.get(&style)?.to_string();
        Some((range, with_attribute(tag, "s", &style)))
    });
    let text = apply_splices(&text, edits.collect());
    changes.put(sheet, text)
}
