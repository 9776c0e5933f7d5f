//! A stretch of the document as it is compared: without width, quotes, spaces and what nobody can see, with the way back.

use crate::{
    document::headings::MARKS,
    syntax::is_invisible,
    text::{Span, fold_char},
};

/// The compared form of a stretch; ranges are bytes of `text`.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    /// The characters that count, folded and in lower case.
    pub text: String,
    /// The same with the letters as printed, byte for byte beside `text`: 5G is a name where 5g weighs something.
    cased: String,
    /// For each byte of `text`, the stretch of the document its character stands in.
    from: Vec<Span>,
    /// What stands between quotes, with the quotes, in order.
    quoted: Vec<Quoted>,
}

/// A quotation: its bytes in the plain text, and its stretch of the document with the quotes.
#[derive(Clone, Copy, Debug)]
struct Quoted {
    open: usize,
    close: usize,
    printed: Span,
}

impl Plain {
    /// The compared form of `span` in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        let length = span.of(text).len();
        let mut plain = Self {
            text: String::with_capacity(length),
            cased: String::with_capacity(length),
            from: Vec::with_capacity(length),
            quoted: Vec::new(),
        };
        let mut open = None;
        for (at, printed) in span.of(text).char_indices() {
            let start = span.start as usize + at;
            let from = Span::new(start, start + printed.len_utf8());
            match printed {
                '“' | '‘' | '「' => open = Some((plain.text.len(), from)),
                '”' | '’' | '」' => {
                    let close = plain.text.len();
                    let opened = open.take();
                    plain.quoted.extend(opened.map(|(open, first)| Quoted {
                        open,
                        close,
                        printed: first.to(from),
                    }));
                }
                _ => {}
            }
            // ● and ■ mark an item only where nothing stands before them.
            let is_mark = plain.text.is_empty() && MARKS.contains(&printed);
            if !is_mark && !is_passed_over(printed) {
                plain.push(printed, from);
            }
        }
        plain
    }

    fn push(&mut self, printed: char, from: Span) {
        // Most characters have neither a width nor a case.
        if ('一'..='鿿').contains(&printed) {
            self.text.push(printed);
            self.cased.push(printed);
            self.from.extend([from; '一'.len_utf8()]);
            return;
        }
        let folded = fold_char(printed);
        let before = self.text.len();
        self.text.extend(folded.to_lowercase());
        // A letter whose small form has another length would shift one text against the other, whose
        // bytes are used for both.
        let lower = self.text.get(before..).unwrap_or_default();
        if lower.len() == folded.len_utf8() {
            self.cased.push(folded);
        } else {
            self.cased.push_str(lower);
        }
        self.from.extend(std::iter::repeat_n(from, lower.len()));
    }

    /// The words of a range with their letters as printed; empty when it does not fit.
    pub fn cased(&self, start: usize, end: usize) -> &str {
        self.cased.get(start..end).unwrap_or_default()
    }

    /// The words of a range; empty when it does not fit.
    pub fn get(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The stretch of the document that a range stands for, with the quotes of what it holds whole.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let first = self.from.get(start).copied().unwrap_or_default();
        let last = end.checked_sub(1).and_then(|at| self.from.get(at)).copied();
        let bare = first.to(last.unwrap_or(first));
        let first = self.quoted.partition_point(|quoted| quoted.open < start);
        let inside = self.quoted.iter().skip(first).take_while(|quoted| quoted.open < end);
        let whole = inside.filter(|quoted| quoted.close <= end);
        whole.fold(bare, |span, quoted| span.to(quoted.printed))
    }

    /// Whether a range stands between quotes.
    pub fn is_quoted(&self, start: usize, end: usize) -> bool {
        let behind = self.quoted.partition_point(|quoted| quoted.open <= start);
        let last = behind.checked_sub(1).and_then(|at| self.quoted.get(at));
        last.is_some_and(|quoted| end <= quoted.close)
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
        assert_eq!(plain.span(at, end).of(text), "“未来 农场”");
        assert!(plain.is_quoted(at, end));
    }
}
