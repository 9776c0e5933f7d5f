//! What a finding says where there is room for a line: both values and whose the other is.

use crate::finding::{Finding, StatedValue};

use super::{Language, Words, locator::locator, number_with_unit::value_with_unit, term_of, text};

/// What is told of the other value beside its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OtherTold {
    /// Where it stands: `浙江省 25%（表1 第8行 2025年）`.
    Place,
    /// Whether it is binding: `浙江省约束性目标 25%`.
    Class,
    /// Nothing more.
    Value,
}

/// `24%，浙江省 25%（表1 第8行 2025年）`; nothing where that is not what is wrong: without a gap.
pub(crate) fn values_in_short(words: &Words, finding: &Finding, told: OtherTold) -> Option<String> {
    let language = words.language();
    let compared = &finding.draft.compared;
    compared.distance.as_ref().filter(|apart| !apart.gap.is_zero())?;
    let (own, other) = (compared.own.as_ref()?, compared.other.as_ref()?);
    let value = |value: &StatedValue| value_with_unit(language, &value.words, &value.unit);
    let place = other.place.as_ref()?.locator.as_ref().map(|known| locator(language, known));
    let region = other.region.as_deref().filter(|region| own.region.as_deref() != Some(*region));
    let (own, beside) = (value(own), value(other));
    // A blank parts Chinese words from a number, and never from words.
    let is_number = beside.starts_with(|c: char| c.is_ascii() || "≤≥＜＞".contains(c));
    let blank = if is_number || language == Language::En { " " } else { "" };
    // Two places of one plan are told apart by the place alone.
    let Some(region) = region else {
        return place.map(|place| {
            text! { language; zh: "{own}，{place}为{blank}{beside}", en: "{own}; {beside} in {place}" }
        });
    };
    let class =
        other.class.map(|class| term_of(language, class)).filter(|_| told == OtherTold::Class);
    let region = match class {
        Some(class) => text! { language; zh: "{region}{class}目标", en: "{region} ({class})" },
        None => region.to_owned(),
    };
    Some(match place.filter(|_| told == OtherTold::Place) {
        Some(place) => text! { language;
            zh: "{own}，{region}{blank}{beside}（{place}）",
            en: "{own}; {region}{blank}{beside} ({place})"
        },
        None => text! { language;
            zh: "{own}，{region}{blank}{beside}",
            en: "{own}; {region}{blank}{beside}"
        },
    })
}

/// `亿元GDP生产安全事故死亡率：约束性指标未承接`.
pub(crate) fn titled(words: &Words, finding: &Finding, title: &str) -> Option<String> {
    // A finding on many rows names them, which its title does not.
    let indicator = finding.draft.subject.indicator.as_deref()?;
    Some(text! { words.language(); zh: "{indicator}：{title}", en: "{indicator}: {title}" })
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
