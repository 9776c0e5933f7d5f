//! Numbers with their units, and differences between numbers, in the words of a language.

use crate::{config::Language, quantity::Decimal};

use super::{
    number::{grouped, number_as_printed, number_with_noun, plain_number},
    unit::number_in_english,
};

/// A number with its unit: `24%`, `1.6:1`, `46 平方米/人`, in English `46 m² per person`.
#[must_use]
pub fn number_with_unit(language: Language, number: &str, unit: &str) -> String {
    let english = if language == Language::En { number_in_english(number, unit) } else { None };
    english.unwrap_or_else(|| number_as_printed(number, unit))
}

/// Words of a plan with the unit of their row where they are a bare number; all others say what they count.
#[must_use]
pub fn value_with_unit(language: Language, words: &str, unit: &str) -> String {
    let is_number = words.chars().all(|c| c.is_ascii_digit() || ".,-−≥≤＞＜><".contains(c));
    if is_number && !unit.is_empty() {
        number_with_unit(language, words, unit)
    } else {
        words.to_owned()
    }
}

/// A difference of two numbers: `1 个百分点`, `1 percentage point`, `1.2 公里`, `10 万人`, or the bare number without a unit.
#[must_use]
pub fn difference_with_unit(language: Language, number: &str, unit: &str) -> String {
    match (unit, language) {
        // Two percentages differ by points: 高 1% would say by a hundredth of itself.
        ("%" | "百分点", Language::Zh) => format!("{number} 个百分点"),
        ("‰", Language::Zh) => format!("{number} 个千分点"),
        ("%", Language::En) => number_with_noun(number, "percentage point", "percentage points"),
        ("‰", Language::En) => number_with_noun(number, "per mille point", "per mille points"),
        // 1.9:1 and 1.6:1 differ by 0.3 and not by 0.3:1.
        (":1", _) => number.to_owned(),
        (_, Language::Zh) => {
            in_wan(number, unit).unwrap_or_else(|| number_with_unit(language, number, unit))
        }
        (_, Language::En) => number_in_english(number, unit)
            .unwrap_or_else(|| number_as_printed(&grouped(number), unit)),
    }
}

/// A round difference as Chinese readers count it: `10 万人` for 100000, `30 亿元` for 3000000000; nothing for any other.
fn in_wan(number: &str, unit: &str) -> Option<String> {
    // 10 万万人 is no number.
    if unit.starts_with(['千', '百', '万', '亿']) {
        return None;
    }
    let magnitudes = [(100_000_000, "亿"), (10_000, "万")];
    let round = |(factor, word): (i64, &str)| {
        let count = number.parse::<Decimal>().ok()?.checked_div(Decimal::from(factor))?;
        // 548568 人 stays as it is: 54.8568 万人 is no easier to read, and rounding would make up a number.
        let short = count.abs() >= Decimal::ONE && count.normalize().scale() <= 2;
        short.then(|| format!("{} {word}{unit}", plain_number(count)))
    };
    magnitudes.into_iter().find_map(round)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_stand_as_plans_print_them() {
        assert_eq!(number_with_unit(Language::Zh, "24", "%"), "24%");
        assert_eq!(number_with_unit(Language::Zh, "46", "平方米/人"), "46 平方米/人");
        assert_eq!(number_with_unit(Language::Zh, "1.6", ""), "1.6");
        assert_eq!(difference_with_unit(Language::Zh, "1", "%"), "1 个百分点");
        assert_eq!(difference_with_unit(Language::En, "1", "%"), "1 percentage point");
        assert_eq!(difference_with_unit(Language::En, "0.5", "%"), "0.5 percentage points");
        assert_eq!(difference_with_unit(Language::Zh, "0.01", ":1"), "0.01");
        assert_eq!(difference_with_unit(Language::Zh, "100000", "人"), "10 万人");
        assert_eq!(difference_with_unit(Language::Zh, "1234567", "人"), "1234567 人");
        assert_eq!(difference_with_unit(Language::En, "100000", "人"), "100,000 persons");
    }
}
