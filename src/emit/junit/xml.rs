//! Elements of XML 1.0 as text.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::super::escape;

/// An element with its attributes.
pub(super) struct Element(String);

impl Element {
    pub(super) fn new(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// The same with one more attribute.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0 = format!("{} {name}=\"{}\"", self.0, attribute(value));
        self
    }

    /// Writes it with what it holds, indented by its depth.
    pub(super) fn write(
        &self,
        depth: usize,
        out: &mut dyn Write,
        content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        writeln!(out, "{indent}<{}>", self.0)?;
        content(out)?;
        writeln!(out, "{indent}</{}>", self.name())
    }

    /// Writes it with text in it, or with nothing.
    pub(super) fn write_text(
        &self,
        depth: usize,
        out: &mut dyn Write,
        held: &str,
    ) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        match held {
            "" => writeln!(out, "{indent}<{}/>", self.0),
            _ => writeln!(out, "{indent}<{}>{}</{}>", self.0, escaped_xml_lines(held), self.name()),
        }
    }

    fn name(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }
}

/// An attribute's value: one line, since XML makes blanks of line ends there.
fn attribute(value: &str) -> String {
    escaped_markup(&escape(value)).replace('"', "&quot;")
}

/// Text: line by line, so that only line ends stay as they are.
fn escaped_xml_lines(held: &str) -> String {
    let lines = held.split('\n').map(|line| escaped_markup(&escape(line)).into_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// Text in which nothing begins a tag, an entity or the end of a section, and nothing stands that XML 1.0 has no place for.
fn escaped_markup(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '\u{FFFE}', '\u{FFFF}']) {
        return Cow::Borrowed(text);
    }
    let marks = [
        // The ampersand first, as the others bring one along.
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\u{FFFE}", "&lt;U+FFFE&gt;"),
        ("\u{FFFF}", "&lt;U+FFFF&gt;"),
    ];
    let marked = marks.iter().fold(text.to_owned(), |text, (mark, name)| text.replace(mark, name));
    Cow::Owned(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_hidden_characters_are_spelt_out() {
        assert_eq!(
            attribute("a\"<b>&\n\u{0}"),
            "a&quot;&lt;b&gt;&amp;&lt;U+000A&gt;&lt;U+0000&gt;"
        );
        assert_eq!(
            escaped_xml_lines("]]></testsuite>\n\u{FFFF}\u{202E}"),
            "]]&gt;&lt;/testsuite&gt;\n&lt;U+FFFF&gt;&lt;U+202E&gt;"
        );
    }
}
