//! The numbers of a text, each with what the words around it say.

use crate::text::Span;

use super::{
    around::{around, why_in_words},
    entry::{AsideReason, NumberKind},
    past::why_not_target,
    scanned::{NumberNotation, ScannedNumber, is_digit},
    sections::Sections,
    worded::worded_numbers,
};

/// Every number of `text` in order, runs of digits and words; behind `#` a plan file has comments, a document has none.
/// `from` is the first year that it plans for.
pub(super) fn scan(
    text: &str,
    is_document: bool,
    from: Option<i32>,
    cells: bool,
) -> Vec<ScannedNumber> {
    let mut words = worded_numbers(text).into_iter().peekable();
    let mut numbers = Vec::new();
    let mut parts = if is_document { Sections::of(text, from) } else { Sections::default() };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        // The parts follow the lines, so each line is entered before its numbers are asked.
        if is_document {
            parts.enter(line);
        }
        let first = numbers.len();
        let mut behind = at;
        while let Some(start) = next_digit(text, behind, end) {
            behind = self::end_of_number(text, start, cells);
            let around = Some(around(text, at, start, behind));
            let span = Span::new(start, behind);
            numbers.push(ScannedNumber {
                span,
                claimed: None,
                around,
                shape: NumberNotation::Digits,
            });
        }
        // Both lists are in the order of the text; words are taken line by line, too, so that they share what the
        // line is part of.
        while let Some(mut number) = words.next_if(|number| (number.span.start as usize) < end) {
            number.consider_words(text, at);
            numbers.push(number);
        }
        let remark = line.find('#').filter(|_| !is_document).map(|remark| at + remark);
        for number in numbers.iter_mut().skip(first) {
            if remark.is_some_and(|remark| remark < number.span.start as usize) {
                let note = NumberKind::Aside(AsideReason::Note);
                number.around = number.around.map(|_| note);
            } else if is_document && number.shape != NumberNotation::Blank {
                number.reconsider(text, parts.looks_back(), from);
            }
        }
        at = end;
    }
    numbers.sort_by_key(|number| number.span);
    numbers
}

impl ScannedNumber {
    /// Sets words that count by themselves aside where those beside them say why, in a line that begins at `line`.
    fn consider_words(&mut self, text: &str, line: usize) {
        if self.around == Some(NumberKind::Unread) && self.shape == NumberNotation::Words {
            let (start, end) = (self.span.start as usize, self.span.end as usize);
            let why = why_in_words(text, line, start, end);
            self.around = Some(why.map_or(NumberKind::Unread, NumberKind::Aside));
        }
    }

    /// Sets an unread number aside where its sentence says why.
    fn reconsider(&mut self, text: &str, looks_back: bool, from: Option<i32>) {
        if self.around == Some(NumberKind::Unread) {
            let before = text.get(..self.span.start as usize).unwrap_or_default();
            let behind = text.get(self.span.end as usize..).unwrap_or_default();
            let why = why_not_target((before, behind), looks_back, from);
            self.around = Some(why.map_or(NumberKind::Unread, NumberKind::Aside));
        }
    }
}

/// The next digit before `to`. All of them but full-width digits are one byte.
fn next_digit(text: &str, from: usize, to: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..to)?;
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => return Some(at),
            // The first byte of all full-width forms.
            0xEF => {
                let wide = text.get(at..).and_then(|rest| rest.chars().next());
                if wide.is_some_and(is_digit) {
                    return Some(at);
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// Where the number that begins at `start` ends: a point belongs to it when a digit follows, a comma when three do and commas
/// do not part `cells`.
fn end_of_number(text: &str, start: usize, cells: bool) -> usize {
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
        // Four are looked at to see whether exactly three digits follow: 1,234 is one number, 2024,2025 are two.
        let follow = behind.take(4).take_while(|c| is_digit(*c)).count();
        let goes_on = match sign {
            '.' | '．' => follow > 0,
            ',' => follow == 3 && !cells,
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
    // PM_2.5 is the same with its subscript written as in a formula.
    const SUBSTANCES: [&str; 7] = ["PM", "PM_", "CO", "SO", "NO", "NH", "CH"];
    let before = text.get(..number.start as usize).unwrap_or_default();
    SUBSTANCES.iter().any(|name| {
        before
            .strip_suffix(name)
            .is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphabetic()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_cut_nowhere_and_holds_no_other() {
        let text = "达到1,234.5、２５%，1,2和3。\n# 7";
        let numbers: Vec<&str> =
            scan(text, false, None, false).iter().map(|one| one.span.of(text)).collect();
        assert_eq!(numbers, ["1,234.5", "２５", "1", "2", "3", "7"]);
    }

    #[test]
    fn words_in_a_name_and_counts_of_parts_in_words_are_set_aside() {
        let text = "开展“全覆盖双提升”行动，实现全覆盖，设定二十四个主要指标，新建二十四个公园，“全覆盖”有望。";
        let kinds: Vec<(&str, Option<NumberKind>)> = scan(text, true, None, false)
            .iter()
            .filter(|one| one.around.is_some())
            .map(|one| (one.span.of(text), one.around))
            .collect();
        let aside = |why| Some(NumberKind::Aside(why));
        assert_eq!(
            kinds,
            [
                ("全覆盖", aside(AsideReason::Code)),
                ("全覆盖", Some(NumberKind::Unread)),
                ("二十四", aside(AsideReason::Count)),
                ("二十四", Some(NumberKind::Unread)),
                ("全覆盖", Some(NumberKind::Unread)),
            ]
        );
    }
}
