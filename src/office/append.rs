//! Tags written behind those that a part already holds, which keep every byte.

use super::{Xml, XmlEvent};
use crate::text::UnreadReason;

/// Adds tags at the end of the outermost tag of `text`; `tags` writes them behind the prefix, `w:` or nothing, that this tag has.
///
/// # Errors
/// As for reading its XML; `Damaged` without any tag.
pub fn append_tags(text: &str, tags: impl FnOnce(&str) -> String) -> Result<String, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut open, mut close) = (0..0, 0..0);
    loop {
        match xml.read()? {
            // Bytes are cut and joined instead of writing the XML anew: a writer of XML would change quotes,
            // prefixes and blanks that the document's own program put there.
            XmlEvent::Open(_) if xml.depth() == 1 => open = xml.last(),
            XmlEvent::Close if xml.depth() == 0 => close = xml.last(),
            XmlEvent::End => break,
            _ => {}
        }
    }
    let name = tag_name(text.get(open.clone()).unwrap_or_default());
    let tags = tags(prefix_of_name(name));
    // <w:comments/> has no end to write before, so it is opened first.
    let (before, end, rest) = if close.is_empty() {
        let inner = text.get(..open.end).unwrap_or_default().strip_suffix("/>");
        (inner.ok_or(UnreadReason::Damaged)?, format!("</{name}>"), open.end)
    } else {
        (text.get(..close.start).unwrap_or_default(), String::new(), close.start)
    };
    let opened = if end.is_empty() { "" } else { ">" };
    Ok([before, opened, &tags, &end, text.get(rest..).unwrap_or_default()].concat())
}

/// The name in a tag that opens, as it is written.
#[must_use]
pub fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split([' ', '\t', '\r', '\n', '/', '>']).next().unwrap_or_default()
}

/// The prefix of a name with its colon; empty without any.
#[must_use]
pub fn prefix_of_name(name: &str) -> &str {
    name.find(':').and_then(|at| name.get(..=at)).unwrap_or_default()
}

/// The words as they stand between tags and in attributes; characters that XML cannot hold are left out.
#[must_use]
pub fn escaped(words: &str) -> String {
    // A control character from a plan would make the whole document one that Word refuses to open.
    let known: String = words.chars().filter(|character| is_character(*character)).collect();
    quick_xml::escape::escape(known).into_owned()
}

fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_follow_those_that_stand_there() {
        let tags = |prefix: &str| format!("<{prefix}c/>");
        let cases = [
            ("<a><b/> </a>", "<a><b/> <c/></a>"),
            ("<?xml?><w:a x='1'/>\n", "<?xml?><w:a x='1'><w:c/></w:a>\n"),
            ("<w:a></w:a>", "<w:a><w:c/></w:a>"),
        ];
        for (before, after) in cases {
            assert_eq!(append_tags(before, tags).as_deref(), Ok(after));
        }
        assert_eq!(append_tags("", tags), Err(UnreadReason::Damaged));
    }

    #[test]
    fn words_are_escaped_and_signs_that_xml_lacks_left_out() {
        assert_eq!(escaped("a<\u{1}\u{FFFE}\"&甲"), "a&lt;&quot;&amp;甲");
    }
}
