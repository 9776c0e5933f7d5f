//! What English words around a number say of it: a date, the year of a sentence, an ordinal, the number of a table.

use super::{entry::AsideReason as Why, scanned::is_digit};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Words before a year.
const BEFORE_YEARS: [&str; 8] = ["by", "in", "since", "until", "till", "before", "after", "during"];
/// Words that no number counts: behind them a number of four digits is a year.
const NOT_COUNTED: [&str; 36] = [
    "the", "a", "an", "we", "our", "it", "this", "these", "that", "all", "at", "with", "and", "or",
    "for", "in", "from", "there", "will", "was", "were", "is", "are", "has", "have", "had", "no",
    "every", "each", "against", "compared", "as", "on", "when", "which", "but",
];
/// What is numbered.
const NUMBERED: [&str; 12] = [
    "table",
    "figure",
    "fig.",
    "chapter",
    "section",
    "annex",
    "appendix",
    "page",
    "article",
    "no.",
    "paragraph",
    "goal",
];

/// Why `number` is none that somebody promises, by the English words on both sides of it in its line.
pub(super) fn why_in_english(before: &str, number: &str, behind: &str) -> Option<Why> {
    let whole = number.bytes().all(|byte| byte.is_ascii_digit());
    let (last, next) = (last_word(before), next_word(behind));
    if whole && is_ordinal(behind) || is_section_number(last, number, behind) {
        return Some(Why::Ordinal);
    }
    // Years are told by their words, so any number from 2000 on may be one: by 2500 homes fails below, at its noun.
    let year = whole && number.len() == 4 && (number.starts_with("19") || number.starts_with("2"));
    let day = whole && number.len() <= 2;
    let dated = MONTHS.contains(&last) || MONTHS.contains(&next) && behind.starts_with(' ');
    // 31 December 2025 has the month before the year, December 31, 2025 has the day between.
    let of_day = || {
        let rest = before.trim_end_matches([' ', ',']);
        let day = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        day.len() < rest.len() && MONTHS.contains(&last_word(day))
    };
    let is_date = day && dated || year && (MONTHS.contains(&last) || of_day());
    (is_date || year && is_year_in_english(last, next, behind)).then_some(Why::Date)
}

/// 14th, 1st.
fn is_ordinal(behind: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    ["st", "nd", "rd", "th"].iter().any(|end| behind.strip_prefix(end).is_some_and(ends))
}

/// Table 3, Section 2.1; not page 3%.
fn is_section_number(last: &str, number: &str, behind: &str) -> bool {
    let steps = number.split('.').all(|step| step.len() <= 2 && step.chars().all(is_digit));
    let numbered = NUMBERED.iter().any(|one| one.eq_ignore_ascii_case(last));
    numbered && steps && !behind.trim_start_matches(' ').starts_with(['%', '％'])
}

/// By 2030 the …; in 2024, …; and not: by 2030 homes.
fn is_year_in_english(last: &str, next: &str, behind: &str) -> bool {
    let led = BEFORE_YEARS.iter().any(|one| one.eq_ignore_ascii_case(last));
    // By 2030 homes will …: at the head of a sentence the number is a year whatever follows, since nobody begins
    // with By and an amount.
    let opens = last.starts_with(|c: char| c.is_ascii_uppercase());
    let sign = behind.trim_start_matches(' ').chars().next();
    let stops = sign.is_none_or(|sign| matches!(sign, '\n' | '.' | ',' | ';' | ':' | ')' | '|'));
    let worded = opens && !next.is_empty() || NOT_COUNTED.contains(&next);
    led && (stops || behind.starts_with(' ') && worded)
}

/// The word that ends `before`, with a point of its own; empty where none stands there with a blank behind it.
fn last_word(before: &str) -> &str {
    let bare = before.trim_end_matches([' ', '\u{a0}']);
    let length = bare.bytes().rev().take_while(|b| b.is_ascii_alphabetic() || *b == b'.').count();
    let apart = bare.len() < before.len();
    bare.get(bare.len() - length..).filter(|_| apart).unwrap_or_default()
}

/// The word that begins `behind`, blanks aside.
fn next_word(behind: &str) -> &str {
    let bare = behind.trim_start_matches(' ');
    let length = bare.bytes().take_while(u8::is_ascii_alphabetic).count();
    bare.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(marked: &str) -> Option<Why> {
        let (before, rest) = marked.split_once('<').expect("a mark");
        let (number, behind) = rest.split_once('>').expect("a mark that closes");
        why_in_english(before, number, behind)
    }

    #[test]
    fn english_words_say_what_a_number_is() {
        for (words, expected) in [
            ("By <2030>, housing coverage will reach 65%", Some(Why::Date)),
            ("By <2030> housing coverage will reach 65%", Some(Why::Date)),
            ("65% by <2030>", Some(Why::Date)),
            ("65% by <2030>.", Some(Why::Date)),
            ("in <2024> there were few", Some(Why::Date)),
            ("grow by <2030> homes", None),
            ("rise to <2030>", None),
            ("<2030> homes", None),
            ("By <2030>% more", None),
            ("on <12> March 2026", Some(Why::Date)),
            ("on 12 March <2026>", Some(Why::Date)),
            ("on March <12>, 2026", Some(Why::Date)),
            ("on March 12, <2026>", Some(Why::Date)),
            ("we may <20> times", None),
            ("the <14>th Five-Year Plan", Some(Why::Ordinal)),
            ("<14>there", None),
            ("see Table <3>", Some(Why::Ordinal)),
            ("see Section <2.1> for more", Some(Why::Ordinal)),
            ("a table <250> wide", None),
            ("table <25>% of", None),
            ("build <12> schools", None),
        ] {
            assert_eq!(told(words), expected, "{words}");
        }
    }
}
