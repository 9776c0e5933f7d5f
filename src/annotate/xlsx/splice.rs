//! Words put into a text without touching what stands around them.

use std::ops::Range;

use crate::{
    office::{self, Xml, XmlEvent},
    text::UnreadReason,
};

/// Words that take the place of a stretch; an empty stretch is a place between two bytes.
pub(super) type Splice = (Range<usize>, String);

/// The text with each stretch replaced; the edits may stand in any order and do not overlap.
pub(super) fn apply_splices(text: &str, mut edits: Vec<Splice>) -> String {
    // Sorted here: edits to one text come from several searches, each in its own order.
    edits.sort_by_key(|(range, _)| range.start);
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for (range, words) in edits {
        written.push_str(text.get(at..range.start).unwrap_or_default());
        written.push_str(&words);
        at = range.end;
    }
    written + text.get(at..).unwrap_or_default()
}

/// The edit that adds tags at the end of the first element called `name`; `None` when there is none.
pub(super) fn splice_inside(
    text: &str,
    name: &str,
    tags: impl FnOnce(&str) -> String,
) -> Result<Option<Splice>, UnreadReason> {
    let mut xml = Xml::new(text);
    let mut open: Option<(usize, Range<usize>)> = None;
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if open.is_none() && tag.name() == name => {
                open = Some((xml.depth(), xml.last()));
            }
            XmlEvent::Close => {
                let Some((depth, range)) = &open else { continue };
                if xml.depth() + 1 != *depth {
                    continue;
                }
                let tag = text.get(range.clone()).unwrap_or_default();
                let written = office::tag_name(tag);
                let tags = tags(office::prefix_of_name(written));
                // `<authors/>` has no inside: it is opened and closed around the new tags.
                let Some(bare) = tag.strip_suffix("/>") else {
                    let at = xml.last().start;
                    return Ok(Some((at..at, tags)));
                };
                return Ok(Some((range.clone(), format!("{bare}>{tags}</{written}>"))));
            }
            XmlEvent::End => return Ok(None),
            _ => {}
        }
    }
}

/// A tag with the attribute `name` set to `value`.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    // Either quote may stand around a value; what is there is kept.
    for quote in ['"', '\''] {
        let mark = format!(" {name}={quote}");
        let Some(at) = tag.find(&mark) else { continue };
        let start = at + mark.len();
        let Some(length) = tag.get(start..).and_then(|rest| rest.find(quote)) else { continue };
        return apply_splices(tag, vec![(start..start + length, value.to_owned())]);
    }
    let end = office::tag_name(tag).len() + 1;
    apply_splices(tag, vec![(end..end, format!(" {name}=\"{value}\""))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_at_the_end_of_their_element() {
        let add = |text: &str| {
            let edit = splice_inside(text, "b", |prefix| format!("<{prefix}c/>")).unwrap();
            edit.map(|edit| apply_splices(text, vec![edit]))
        };
        assert_eq!(add("<a><b><b/></b></a>").as_deref(), Some("<a><b><b/><c/></b></a>"));
        assert_eq!(
            add("<x:a><x:b n='1'/></x:a>").as_deref(),
            Some("<x:a><x:b n='1'><x:c/></x:b></x:a>")
        );
        assert_eq!(add("<a/>"), None);
    }

    #[test]
    fn an_attribute_is_set_or_added() {
        assert_eq!(with_attribute("<c r=\"A1\" s='3'/>", "s", "7"), "<c r=\"A1\" s='7'/>");
        assert_eq!(with_attribute("<c r=\"A1\">", "s", "7"), "<c s=\"7\" r=\"A1\">");
    }
}
