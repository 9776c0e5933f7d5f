//! The boxes in which Excel shows comments: without them it shows none.

use std::fmt::Write as _;

use crate::{
    office::{self, ChangedPackage, Xml, XmlEvent},
    text::UnreadReason,
};

use super::{noted::ByCell, splice::apply_splices};

const KIND: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
const BLANK: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";
/// What follows the tag that names the boxes of a sheet.
// The order of tags in a sheet is fixed, and Excel calls a file damaged that keeps another; so the new
// one goes before the first of these.
const BEHIND: [&str; 8] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// Adds a box for each cell with notes that has none yet.
pub(super) fn write_comment_boxes(
    changes: &mut ChangedPackage,
    sheet: &str,
    notes: &ByCell<'_>,
) -> Result<(), UnreadReason> {
    let part = match named_drawing_part(changes, sheet)? {
        Some(part) => part,
        None => begin_drawing_part(changes, sheet)?,
    };
    let text = changes.text(&part)?.ok_or(UnreadReason::Damaged)?;
    let mut shapes = String::new();
    for (row, column) in notes.keys().filter_map(|cell| position(cell)) {
        if !has_box(&text, row, column)? {
            add_comment_box(&mut shapes, row, column);
        }
    }
    let text = office::append_tags(&text, |_| shapes)?;
    changes.put(&part, text)
}

/// The part with the boxes that a sheet names.
fn named_drawing_part(
    changes: &mut ChangedPackage,
    sheet: &str,
) -> Result<Option<String>, UnreadReason> {
    let text = changes.text(sheet)?.ok_or(UnreadReason::Damaged)?;
    let relations = changes.relations(sheet)?;
    let mut xml = Xml::new(&text);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == "legacyDrawing" => {
                let id = tag.attribute("id");
                let part = relations.into_iter().find(|one| Some(one.id.as_str()) == id.as_deref());
                return Ok(part.map(|one| one.part));
            }
            XmlEvent::End => return Ok(None),
            _ => {}
        }
    }
}

/// A part without boxes, named by its sheet.
fn begin_drawing_part(changes: &mut ChangedPackage, sheet: &str) -> Result<String, UnreadReason> {
    let part = changes.free("xl/drawings/vmlDrawing", "vml");
    changes.put(&part, BLANK.to_owned())?;
    changes.declare(&part, KIND)?;
    let id = changes.relate(sheet, "vmlDrawing", &part)?;
    let address = changes.address(sheet)?;
    let text = changes.text(sheet)?.ok_or(UnreadReason::Damaged)?;
    let tag =
        |prefix: &str| format!("<{prefix}legacyDrawing xmlns:r=\"{address}\" r:id=\"{id}\"/>");
    let text = match first_tag_behind(&text)? {
        Some((at, prefix)) => apply_splices(&text, vec![(at..at, tag(&prefix))]),
        None => office::append_tags(&text, tag)?,
    };
    changes.put(sheet, text)?;
    Ok(part)
}

/// Where the first tag begins that may only follow, and its prefix.
fn first_tag_behind(text: &str) -> Result<Option<(usize, String)>, UnreadReason> {
    let mut xml = Xml::new(text);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if xml.depth() == 2 && BEHIND.contains(&tag.name()) => {
                let range = xml.last();
                let written = office::tag_name(text.get(range.clone()).unwrap_or_default());
                return Ok(Some((range.start, office::prefix_of_name(written).to_owned())));
            }
            XmlEvent::End => return Ok(None),
            _ => {}
        }
    }
}

/// Whether a cell has the box of a comment.
fn has_box(text: &str, row: u32, column: u32) -> Result<bool, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut name, mut found) = (String::new(), (None, None));
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) => {
                tag.name().clone_into(&mut name);
                // Each box says anew which row and column it is for.
                if name == "ClientData" {
                    found = (None, None);
                }
            }
            XmlEvent::Words(words) if name == "Row" => found.0 = words.trim().parse().ok(),
            XmlEvent::Words(words) if name == "Column" => found.1 = words.trim().parse().ok(),
            XmlEvent::Words(_) => {}
            XmlEvent::Close if found == (Some(row), Some(column)) => return Ok(true),
            XmlEvent::Close => name.clear(),
            XmlEvent::End => return Ok(false),
        }
    }
}

fn add_comment_box(shapes: &mut String, row: u32, column: u32) {
    // Five columns and eight rows beside the cell hold a finding of usual length; both are choices.
    let (right, below) = (column + 5, row + 8);
    let left = column + 1;
    // Writing to a string cannot fail.
    let _ = write!(
        shapes,
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"planlint_{row}_{column}\" type=\"#_x0000_t202\" style=\"position:absolute;width:280pt;height:120pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/><v:textbox><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left},15,{row},2,{right},15,{below},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    );
}

/// Row and column of `C7`, from 0.
pub(super) fn position(cell: &str) -> Option<(u32, u32)> {
    // 16,384 is the last column of Excel; a name beyond it is of no cell.
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = (cell.get(..digits)?, cell.get(digits..)?.parse::<u32>().ok()?);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.checked_sub(b'A')?) + 1;
        column.checked_mul(26)?.checked_add(value).filter(|column| *column <= 16_384)
    })?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
