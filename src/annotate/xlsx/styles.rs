//! The formats of a workbook: for each that is asked for, one more with a fill.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    office::{Xml, XmlEvent},
    text::UnreadReason,
};

use super::splice::{Splice, apply_splices, splice_inside, with_attribute};

/// The words of the part with a filled copy of each format of `wanted`, which gets the number of its copy; `None` where the
/// part lists no formats or fills.
pub(super) fn add_filled_formats(
    text: &str,
    wanted: &mut BTreeMap<usize, usize>,
) -> Result<Option<String>, UnreadReason> {
    let fills = children(text, "fills")?;
    let formats = children(text, "cellXfs")?;
    let mut copies = Vec::new();
    for (format, copy) in wanted.iter_mut() {
        // A cell may name a format that is not there; Excel shows it as the first one.
        let Some(range) = formats.get(*format).or(formats.first()) else { return Ok(None) };
        let (open, rest) = split_opening_tag(text.get(range.clone()).unwrap_or_default());
        let open = with_attribute(open, "fillId", &fills.len().to_string());
        *copy = formats.len() + copies.len();
        // A fill counts only where its format says that it applies.
        copies.push(with_attribute(&open, "applyFill", "1") + rest);
    }
    let count = formats.len() + copies.len();
    let added = splice_inside(text, "cellXfs", |_| copies.concat())?;
    let fill = splice_inside(text, "fills", |p| {
        format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"FFFFE699\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        )
    })?;
    let (Some(added), Some(fill)) = (added, fill) else { return Ok(None) };
    // Both lists say how many they hold; the copies and the fill have to be counted in.
    let mut edits: Vec<Splice> = vec![added, fill];
    edits.extend(recount_children(text, "cellXfs", count)?);
    edits.extend(recount_children(text, "fills", fills.len() + 1)?);
    Ok(Some(apply_splices(text, edits)))
}

/// A tag that opens, and what follows it.
fn split_opening_tag(element: &str) -> (&str, &str) {
    element.split_at(element.find('>').map_or(element.len(), |end| end + 1))
}

/// The edit that counts the children of an element anew.
fn recount_children(text: &str, name: &str, count: usize) -> Result<Option<Splice>, UnreadReason> {
    let mut xml = Xml::new(text);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == name => {
                let range = xml.last();
                let tag = text.get(range.clone()).unwrap_or_default();
                return Ok(Some((range, with_attribute(tag, "count", &count.to_string()))));
            }
            XmlEvent::End => return Ok(None),
            _ => {}
        }
    }
}

/// The stretches of the children of the first element called `name`.
fn children(text: &str, name: &str) -> Result<Vec<Range<usize>>, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut parent, mut found) = (None, Vec::new());
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if parent.is_none() && tag.name() == name => {
                parent = Some(xml.depth())
            }
            XmlEvent::Open(_) if parent.map(|depth| depth + 1) == Some(xml.depth()) => {
                found.push(xml.last());
            }
            // A child is closed at the depth of its parent; one without content has no close of its own
            // and keeps the end of its tag.
            XmlEvent::Close => match parent {
                Some(depth) if xml.depth() == depth => {
                    let close = xml.last();
                    let last = found.iter_mut().last();
                    last.into_iter().for_each(|range| range.end = range.end.max(close.end));
                }
                Some(depth) if xml.depth() < depth => return Ok(found),
                _ => {}
            },
            XmlEvent::End => return Ok(found),
            _ => {}
        }
    }
}
