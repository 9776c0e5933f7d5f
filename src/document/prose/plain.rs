//! A stretch of the document as it is compared: without width, quotes, spaces and what nobody can see, with the way back.

use crate::{
    syntax::is_invisible,
    text::{Span, fold_char},
};

/// The compared form of a stretch; ranges are bytes of `text`.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    /// The characters that count, folded and in lower case.
    pub text: String,
    /// For each byte of `text`, the stretch of the document its character stands in.
    from: Vec<Span>,
    /// What stands between quotes.
    quoted: Vec<(usize, usize)>,
}

impl Plain {
    /// The compared form of `span` in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        let mut plain = Self::default();
        let mut open = None;
        for (at, printed) in span.of(text).char_indices() {
            match printed {
                '“' | '‘' | '「' => open = Some(plain.text.len()),
                '”' | '’' | '」' => {
                    plain.quoted.extend(open.take().map(|start| (start, plain.text.len())));
                }
                _ => {}
            }
            if !is_passed_over(printed) {
                let start = span.start as usize + at;
                plain.push(printed, Span::new(start, start + printed.len_utf8()));
            }
        }
        plain
    }

    fn push(&mut self, printed: char, from: Span) {
        for character in fold_char(printed).to_lowercase() {
            self.text.push(character);
            self.from.extend(std::iter::repeat_n(from, character.len_utf8()));
        }
    }

    /// The words of a range; empty when it does not fit.
    pub fn get(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The stretch of the document that a range stands for.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.from.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).and_then(|at| self.from.get(at)).copied();
        first.to(last.unwrap_or(first))
    }

    /// Whether a range stands between quotes.
    pub fn is_quoted(&self, start: usize, end: usize) -> bool {
        self.quoted.iter().any(|&(open, close)| open <= start && end <= close)
    }
}

/// Spaces, quotes and what nobody can see say nothing.
fn is_passed_over(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || matches!(character, '“' | '”' | '‘' | '’' | '"' | '\'' | '「' | '」')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_leads_back_to_the_printed_words() {
        let text = "全市“未来 农场”达到７０％。";
        let plain = Plain::of(text, Span::new(0, text.len()));
        assert_eq!(plain.text, "全市未来农场达到70%。");
        let at = plain.text.find("未来").expect("a name");
        let end = at + "未来农场".len();
        assert_eq!(plain.span(at, end).of(text), "未来 农场");
        assert!(plain.is_quoted(at, end));
    }
}
