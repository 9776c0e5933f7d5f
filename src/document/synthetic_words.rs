//! Words that a tree needs and the document does not print in that form, written behind its text.

use crate::text::Span;

/// A document's text with given words behind it.
#[derive(Clone, Debug)]
pub struct Given {
    text: String,
    own: usize,
    words: Vec<(Span, Option<Span>)>,
}

impl Given {
    /// Starts behind `text`.
    #[must_use]
    pub fn behind(text: String) -> Self {
        Self { own: text.len(), text, words: Vec::new() }
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How long the document's own text is.
    #[must_use]
    pub fn own(&self) -> usize {
        self.own
    }

    /// Writes `words`, which stand for the stretch `stands_for` of the document; the stretch itself where it prints just these words.
    pub fn write(&mut self, words: &str, stands_for: Option<Span>) -> Span {
        // Words that are printed as they are need no copy, and a finding about them leads to the document
        // itself.
        if let Some(printed) = stands_for.filter(|span| span.of(&self.text) == words) {
            return printed;
        }
        self.text.push('\n');
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.words.push((span, stands_for));
        span
    }

    /// The whole text, and the given words in order.
    #[must_use]
    pub fn finish(self) -> (String, Vec<(Span, Option<Span>)>) {
        (self.text, self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_document_prints_is_not_written_again() {
        let mut given = Given::behind("德清县规划".to_owned());
        let county = Span::new(0, 9);
        assert_eq!(given.write("德清县", Some(county)), county);
        let year = given.write("2025", Some(county));
        assert_eq!(year.of(given.text()), "2025");
        let (text, words) = given.finish();
        assert_eq!(text, "德清县规划\n2025");
        assert_eq!(words, [(year, Some(county))]);
    }
}
