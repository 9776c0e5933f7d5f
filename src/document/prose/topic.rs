//! What a clause without a value is about, so that the clause behind it can go on: 森林覆盖率稳步提高，达到48%.

use super::{
    lexicon::BETWEEN,
    named_phrase::{names_something_measured, start_of_name},
    years::digit_of_numeral,
};

/// What a clause without a value is about, when it can be measured: 森林覆盖率稳步提高, 提高计算机普及率.
pub fn topic(text: &str, (from, to): (usize, usize)) -> Option<String> {
    let start = start_of_name(text, from, to);
    let name = text.get(start..start_of_comparators(text, start, to))?;
    names_something_measured(name).then(|| name.to_owned())
}

/// Where the comparators in front of a number begin.
fn start_of_comparators(text: &str, from: usize, to: usize) -> usize {
    let mut end = to;
    // Several comparators stand before a number (年均增长, 力争达到), and none belongs to the name.
    while let Some(word) = BETWEEN.ends(text.get(from..end).unwrap_or_default()) {
        // The 年 of 2025年 and its last digit are none.
        let before = text.get(from..end - word.len()).unwrap_or_default();
        if word.contains('年') && before.ends_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end -= word.len();
    }
    // 较2020年, 比上年
    let before = text.get(from..end).unwrap_or_default();
    let base = before.rfind(['较', '比']).filter(|at| {
        let words = before.get(*at..).unwrap_or_default();
        let is_time = |c: char| digit_of_numeral(c).is_some() || "年末初上期前底".contains(c);
        // 比由 and 比例 hold 比, and are no base.
        let told = words
            .get('比'.len_utf8()..)
            .is_some_and(|rest| rest.starts_with(['由', '从', '例', '重']));
        words.chars().count() <= 8 && words.ends_with(is_time) && !told
    });
    base.map_or(end, |at| from + at)
}
