//! Years as plans write them: `2025`, `至2022年`, `2021—2025`, `“十四五”`, `每年`.

use crate::text::fold_full_width;

/// When a statement speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// One year.
    Year(i32),
    /// A span of years: the target is of the whole of it.
    Span(i32, i32),
    /// Every year.
    Yearly,
    /// Not said.
    Unsaid,
    /// Words that are no year.
    Unreadable,
}

/// Reads a 年份 cell or a field of years.
#[must_use]
pub fn read_when(words: &str) -> When {
    let folded = fold_full_width(words.trim());
    let text = folded.trim_matches(|c: char| matches!(c, '“' | '”' | '"' | '「' | '」'));
    if text.is_empty() {
        return When::Unsaid;
    }
    if matches!(text, "每年" | "yearly" | "each year" | "every year") {
        return When::Yearly;
    }
    // Before digits: “十四五” has none, and 十四五期间（2021—2025年） is read by its years below.
    if let Some((start, end)) = five_year_plan(text) {
        return When::Span(start, end);
    }
    let years = four_digit_numbers(text);
    match years.as_slice() {
        [year] => When::Year(*year),
        // 2025、2021 is a list or a slip and no span.
        [start, end] if start < end => When::Span(*start, *end),
        _ => When::Unreadable,
    }
}

/// The numbers of exactly four digits between 1900 and 2199, in order.
fn four_digit_numbers(text: &str) -> Vec<i32> {
    text.split(|character: char| !character.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1900..2200).contains(year))
        .collect()
}

/// `十四五` is 2021–2025; the first five-year plan began in 1953, all since the sixth begin in years that end in 1 or 6.
fn five_year_plan(text: &str) -> Option<(i32, i32)> {
    let bare = text
        .trim_end_matches("时期")
        .trim_end_matches("期间")
        .trim_end_matches("期末")
        .trim_matches(|c: char| matches!(c, '“' | '”' | '"'));
    let numeral = bare.strip_suffix('五')?;
    // 九五 is the ninth, 十九五 the nineteenth.
    let (tens, numeral) = numeral.strip_prefix('十').map_or((0, numeral), |ones| (10, ones));
    let ones = match numeral {
        "" if tens > 0 => 0,
        "一" => 1,
        "二" => 2,
        "三" => 3,
        "四" => 4,
        "五" => 5,
        "六" => 6,
        "七" => 7,
        "八" => 8,
        "九" => 9,
        _ => return None,
    };
    let start = 1951 + 5 * (tens + ones);
    // Those before the sixth began in other years.
    (start > 1976).then_some((start, start + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_all_their_forms() {
        assert_eq!(read_when("2025"), When::Year(2025));
        assert_eq!(read_when("至2022年"), When::Year(2022));
        assert_eq!(read_when("2021—2025"), When::Span(2021, 2025));
        assert_eq!(read_when("“十四五”"), When::Span(2021, 2025));
        assert_eq!(read_when("“十五五”期间"), When::Span(2026, 2030));
        assert_eq!(read_when("“九五”"), When::Span(1996, 2000));
        assert_eq!(read_when("五五"), When::Unreadable);
        assert_eq!(read_when("每年"), When::Yearly);
        assert_eq!(read_when(" "), When::Unsaid);
        assert_eq!(read_when("2025-2021"), When::Unreadable);
    }
}
