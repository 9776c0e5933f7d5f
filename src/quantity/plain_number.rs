//! The fast path: a cell that holds one plain number.

use crate::text::Span;

use super::figure::QuantityFigure;
use super::{Comparator, Quantity, numeral};

/// The target of a phrase that is one plain number with an optional sign and percent sign.
pub(super) fn read_bare_number(phrase: &str) -> Option<Quantity> {
    let words = phrase.trim();
    let start = phrase.len() - phrase.trim_start().len();
    let (number, percent) = words.strip_suffix('%').map_or((words, false), |rest| (rest, true));
    let (digits, negative) = number.strip_prefix('-').map_or((number, false), |rest| (rest, true));
    if !is_plain_digits(digits) {
        return None;
    }
    // Most cells of a table are one plain number, so they are answered before the grammar is asked; what is answered
    // here must be what it would answer.
    let value = numeral::value_of_digits(digits)?;
    let value = if negative { -value } else { value };
    Some(Quantity {
        span: Span::new(start, start + words.len()),
        comparator: Comparator::Reach,
        low: Some(value),
        high: Some(value),
        unit: if percent { QuantityFigure::percent(value).unit } else { None },
        basis: None,
        relative: None,
        condition: None,
        object: None,
        softener: None,
        heading: None,
        year: None,
        start: None,
        change: None,
    })
}

/// `(5)`, `（1,234.5）`: a negative number as accounts print it. A small whole number in the brackets of a Chinese sentence,
/// `（1）`, is as often that of a note or a paragraph and stays unread.
pub(super) fn in_brackets(phrase: &str) -> Option<Quantity> {
    let start = phrase.len() - phrase.trim_start().len();
    let words = phrase.trim();
    let within = |open: char, close: char| words.strip_prefix(open)?.strip_suffix(close);
    // Half-width brackets round one number are an accountant's minus, because a Chinese writer would type full-width
    // ones; 1,234.5 and 25% are amounts in either.
    let wide =
        within('（', '）').filter(|inner| inner.contains(['.', ',', '%']) || inner.len() > 3);
    let inner = within('(', ')').or(wide)?;
    let positive = inner.starts_with(|first: char| first.is_ascii_digit());
    let quantity = positive.then(|| read_bare_number(inner)).flatten()?;
    let negative = quantity.low.map(|value| -value);
    let span = Span::new(start, start + phrase.trim().len());
    Some(Quantity { span, low: negative, high: negative, ..quantity })
}

/// Whether `digits` are ASCII digits with at most one point inside and thousands marks only where they belong.
fn is_plain_digits(digits: &str) -> bool {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = || {
        let mut groups = whole.split(',');
        groups.next().is_some_and(|first| first.len() <= 3 && all_digits(first))
            && groups.all(|group| group.len() == 3 && all_digits(group))
    };
    // 0,123 is a decimal written with a comma; taken for thousands it would be 123.
    all_digits(fraction) && (all_digits(whole) || grouped() && !whole.starts_with("0,"))
}

#[cfg(test)]
mod tests {
    use crate::quantity::read_phrase;

    #[test]
    fn a_number_in_brackets_reaches_from_bracket_to_bracket() {
        for (phrase, words) in
            [("(5)", "(5)"), (" (1,234.5) ", "(1,234.5)"), ("\u{3000}（25%）", "（25%）")]
        {
            let reading = read_phrase(phrase);
            let spans: Vec<_> =
                reading.targets.iter().map(|target| target.span.of(phrase)).collect();
            assert_eq!(spans, [words]);
        }
    }
}
