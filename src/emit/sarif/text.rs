//! Messages as SARIF has them: braces and links mean something there, so those of the plans are marked as text.

use super::shape::Message;

impl Message {
    /// `text` as it is, whatever it holds.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: literal(text) }
    }
}

/// `text` with its braces doubled, and its brackets behind strokes where they could begin a link.
fn literal(text: &str) -> String {
    // Braces hold places for arguments in a message, and brackets before a round one are a link.
    let text = text.replace('{', "{{").replace('}', "}}");
    match text.contains("](") {
        true => text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_links_are_text() {
        assert_eq!(literal("第{0}项"), "第{{0}}项");
        assert_eq!(literal("[草案](http://a)"), "\\[草案\\](http://a)");
        assert_eq!(literal("[新] 70%"), "[新] 70%");
    }
}
