//! What a finding says where there is room for a line: both values and whose the other is.

use crate::finding::{Finding, StatedValue};

use super::{Language, Words, locator::locator, number_with_unit::value_with_unit, term_of, text};

/// What is told of the other value beside its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OtherTold {
    /// Whether it is binding, and where in its own plan it stands: `浙江省约束性目标 25%（其表1 第8行 2025年）`.
    Place,
    /// Whether it is binding: `浙江省约束性目标 25%`.
    Class,
    /// Nothing more.
    Value,
}

/// `24%，浙江省约束性目标 25%（其表1 第8行 2025年）`; nothing where that is not what is wrong: without a gap.
pub(crate) fn values_in_short(words: &Words, finding: &Finding, told: OtherTold) -> Option<String> {
    let language = words.language();
    let compared = &finding.draft.compared;
    compared.distance.as_ref().filter(|apart| !apart.gap.is_zero())?;
    let (own, other) = (compared.own.as_ref()?, compared.other.as_ref()?);
    let place = other.place.as_ref()?.locator.as_ref().map(|known| locator(language, known));
    let region = other.region.as_deref().filter(|region| own.region.as_deref() != Some(*region));
    let own = value_in_words(language, own);
    // Two places of one plan are told apart by the place alone.
    let Some(region) = region else {
        let beside = value_in_words(language, other);
        let blank = blank_before(language, &beside);
        return place.map(|place| {
            text! { language; zh: "{own}，{place}为{blank}{beside}", en: "{own}; {beside} in {place}" }
        });
    };
    let beside = value_of_region(language, region, told != OtherTold::Value, other);
    Some(match place.filter(|_| told == OtherTold::Place) {
        // Its own plan: a draft has a 表1, too.
        Some(place) => text! { language;
            zh: "{own}，{beside}（其{place}）",
            en: "{own}; {beside} (its {place})"
        },
        None => text! { language; zh: "{own}，{beside}", en: "{own}; {beside}" },
    })
}

/// `亿元GDP生产安全事故死亡率：约束性指标未承接（湖州市“较2020年下降50%”）`: what the rule is called, and the values it speaks of.
pub(crate) fn titled(words: &Words, finding: &Finding, title: &str) -> Option<String> {
    // A finding on many rows names them, which its title does not.
    let indicator = finding.draft.subject.indicator.as_deref()?;
    let (language, compared) = (words.language(), &finding.draft.compared);
    let own = compared.own.as_ref().filter(|own| own.place.is_some());
    let own = own.map(|own| value_in_words(language, own));
    let other = compared.other.as_ref().and_then(|other| {
        let region = other.region.as_deref()?;
        let is_own = compared.own.as_ref().is_some_and(|own| own.region == other.region);
        (!is_own).then(|| value_of_region(language, region, false, other))
    });
    // A value of its own stands in the cell already; it is told where another one stands beside it.
    let values: Vec<String> = own.filter(|_| other.is_some()).into_iter().chain(other).collect();
    let values = values.join(language.pick("，", "; "));
    Some(match values.is_empty() {
        true => text! { language; zh: "{indicator}：{title}", en: "{indicator}: {title}" },
        false => text! { language;
            zh: "{indicator}：{title}（{values}）",
            en: "{indicator}: {title} ({values})"
        },
    })
}

/// `浙江省约束性目标 25%`.
fn value_of_region(
    language: Language,
    region: &str,
    with_class: bool,
    value: &StatedValue,
) -> String {
    let said = value_in_words(language, value);
    let blank = blank_before(language, &said);
    match value.class.filter(|_| with_class).map(|class| term_of(language, class)) {
        Some(class) => text! { language;
            zh: "{region}{class}目标{blank}{said}",
            en: "{region} ({class}){blank}{said}"
        },
        None => format!("{region}{blank}{said}"),
    }
}

/// A number with its unit, words in quotes.
fn value_in_words(language: Language, value: &StatedValue) -> String {
    let said = value_with_unit(language, &value.words, &value.unit);
    match is_figure(&said) {
        true => said,
        false => text! { language; zh: "“{said}”", en: "“{said}”" },
    }
}

/// Whether words begin as a number does, so that they are read as one without quotes.
fn is_figure(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit() || "-+.≤≥＜＞<>".contains(c))
}

/// A blank parts Chinese words from a number, and never from words.
fn blank_before(language: Language, value: &str) -> &'static str {
    if is_figure(value) || language == Language::En { " " } else { "" }
}

/// As much of a sentence as has room, up to the end of a clause where there is one and never within a number; each character
/// takes what `width` says, and so does the mark of what is left out.
pub(crate) fn cut_at_clause(told: &str, most: usize, width: impl Fn(char) -> usize) -> String {
    let (mut used, mut end, mut whole) = (width('…'), 0, 0);
    for (at, character) in told.char_indices() {
        whole += width(character);
        used += width(character);
        if used <= most {
            end = at + character.len_utf8();
        }
    }
    if whole <= most {
        return told.to_owned();
    }
    let (cut, rest) = told.split_at(end);
    // Half of it is too little to say: then it is cut wherever the room ends.
    let clause = cut.rfind(['，', '；', '。', ';']).filter(|at| *at > end / 2);
    let of_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | ',');
    let cut = match (clause, rest.starts_with(of_number)) {
        (Some(at), _) => cut.get(..at).unwrap_or(cut),
        (None, true) => cut.trim_end_matches(of_number),
        (None, false) => cut,
    };
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_ends_with_a_clause() {
        let cut = |told: &str| cut_at_clause(told, 60, |_| 1);
        let long = format!("须核改：{}，{}", "甲".repeat(40), "乙".repeat(40));
        assert_eq!(cut(&long), format!("须核改：{}…", "甲".repeat(40)));
        let whole = "甲".repeat(100);
        assert_eq!(cut(&whole), format!("{}…", "甲".repeat(59)));
        assert_eq!(cut("短"), "短");
    }

    #[test]
    fn no_number_is_cut() {
        let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
        let told = format!("{}由0.0135上升", "甲".repeat(10));
        assert_eq!(cut_at_clause(&told, 28, wide), format!("{}由…", "甲".repeat(10)));
        assert_eq!(cut_at_clause(&told, 100, wide), told);
    }
}
