//! The numbers of a text, each with what the words around it say.

use crate::text::Span;

use super::{AsideReason, NumberKind, around::around};

/// A number: where it stands, what claims it, and what it is as long as nothing does.
pub(super) type Number = (Span, Option<NumberKind>, NumberKind);

/// Every run of digits of `text` in order; behind `#` a plan file has comments, a document has none.
pub(super) fn scan(text: &str, is_document: bool) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut remark = None;
    let (mut line, mut at) = (0, 0);
    while let Some((start, first)) = next(text, at) {
        match first {
            '\n' => {
                (line, remark) = (start + 1, None);
                at = start + 1;
            }
            '#' => {
                remark = remark.or(Some(start));
                at = start + 1;
            }
            _ => {
                let end = end(text, start);
                let kind = match remark {
                    Some(_) if !is_document => NumberKind::Aside(AsideReason::Note),
                    _ => around(text, line, start, end),
                };
                numbers.push((Span::new(start, end), None, kind));
                at = end;
            }
        }
    }
    numbers
}

/// The next digit, line end or sign of a comment. All of them but full-width digits are one byte.
fn next(text: &str, from: usize) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' | b'\n' | b'#' => return Some((at, char::from(*byte))),
            // The first byte of all full-width forms.
            0xEF => {
                let wide = text.get(at..).and_then(|rest| rest.chars().next());
                if let Some(wide) = wide.filter(|c| is_digit(*c)) {
                    return Some((at, wide));
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// Where the number that begins at `start` ends: a point belongs to it when a digit follows, a comma when three do.
fn end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let digits: usize = rest.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
        if digits == 0 {
            return end;
        }
        end += digits;
        let mut behind = text.get(end..).unwrap_or_default().chars();
        let Some(sign) = behind.next() else { return end };
        let follow = behind.take(4).take_while(|c| is_digit(*c)).count();
        let goes_on = match sign {
            '.' | '．' => follow > 0,
            ',' => follow == 3,
            _ => false,
        };
        if !goes_on {
            return end;
        }
        end += sign.len_utf8();
    }
}

/// Whether a number is part of the name of a substance: PM2.5, CO2.
pub(super) fn is_in_name(text: &str, number: Span) -> bool {
    const SUBSTANCES: [&str; 6] = ["PM", "CO", "SO", "NO", "NH", "CH"];
    let before = text.get(..number.start as usize).unwrap_or_default();
    SUBSTANCES.iter().any(|name| {
        before
            .strip_suffix(name)
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphabetic()))
    })
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_cut_nowhere_and_holds_no_other() {
        let text = "达到1,234.5、２５%，1,2和3。\n# 7";
        let numbers: Vec<&str> = scan(text, false).iter().map(|number| number.0.of(text)).collect();
        assert_eq!(numbers, ["1,234.5", "２５", "1", "2", "3", "7"]);
    }
}
