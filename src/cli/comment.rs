//! What a finding says in the margin of a draft: the two values, whose the other is and where it stands, what to do.

use crate::{
    finding::{Finding, StatedValue},
    words::{Language, Words, first_clause, text, value_with_unit, without_aside, without_subject},
};

/// How many characters a comment has at most; words of letters need twice as many.
// The margin of a page shows a few lines of a comment, and a table with twenty of them is read by these lines alone; the
// list of findings has the arithmetic.
const LONGEST: [usize; 2] = [60, 120];

/// The comment on `finding`: of what can be said the longest that has room.
pub(super) fn comment_words(words: &Words, finding: &Finding) -> String {
    let (language, said) = (words.language(), words.say(finding));
    let [zh, en] = LONGEST;
    let most = language.pick(zh, en);
    let colon = language.pick("：", ": ");
    let head = format!("{}{colon}", words.level(finding.level));
    let has_row = finding.draft.compared.own.is_some();
    let indicator = finding.draft.subject.indicator.as_deref().filter(|_| has_row);
    let told = match told_values(words, finding, true) {
        Some(values) => [Some(values), told_values(words, finding, false)],
        // A comment on a row need not name its indicator; what the plan has no row for is told at its title.
        None => {
            let sentence = without_subject(&said.message, indicator, language).to_owned();
            [Some(sentence), by_title(words, finding, &said.title)]
        }
    };
    let first = first_clause(&said.help);
    let remedies = [said.help.trim_end_matches(['。', '.']), first, without_aside(first), ""];
    let with_remedy = |told: &String, remedy: &str| match remedy {
        "" => told.clone(),
        _ => text! { language; zh: "{told}。{remedy}", en: "{told}. {remedy}" },
    };
    let choices = told
        .iter()
        .flatten()
        .flat_map(|told| remedies.iter().map(|remedy| with_remedy(told, remedy)));
    let mut fitting =
        choices.map(|told| format!("{head}{told}")).filter(|told| told.chars().count() <= most);
    fitting.next().unwrap_or_else(|| shortened(&format!("{head}{}", said.message), most))
}

/// `亿元GDP生产安全事故死亡率：约束性指标未承接`.
fn by_title(words: &Words, finding: &Finding, title: &str) -> Option<String> {
    // A finding on many rows names them, which its title does not.
    let indicator = finding.draft.subject.indicator.as_deref()?;
    Some(text! { words.language(); zh: "{indicator}：{title}", en: "{indicator}: {title}" })
}

/// `24%，浙江省 25%（表1 第8行 2025年）`; nothing where that is not what is wrong: without a gap.
fn told_values(words: &Words, finding: &Finding, with_place: bool) -> Option<String> {
    let language = words.language();
    let compared = &finding.draft.compared;
    compared.distance.as_ref().filter(|apart| !apart.gap.is_zero())?;
    let (own, other) = (compared.own.as_ref()?, compared.other.as_ref()?);
    let value = |value: &StatedValue| value_with_unit(language, &value.words, &value.unit);
    let place = other.place.as_ref()?.locator.as_ref().map(|locator| words.locator(locator));
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
    Some(match place.filter(|_| with_place) {
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

/// As much of a sentence as has room, up to the end of a clause where there is one.
fn shortened(told: &str, most: usize) -> String {
    let Some((end, _)) = told.char_indices().nth(most.saturating_sub(1)) else {
        return told.to_owned();
    };
    let cut = told.get(..end).unwrap_or(told);
    // Half of it is too little to say: then it is cut wherever the room ends.
    let clause = cut.rfind(['，', '；', '。', ';']).filter(|at| *at > end / 2);
    format!("{}…", clause.and_then(|at| cut.get(..at)).unwrap_or(cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_ends_with_a_clause() {
        let long = format!("须核改：{}，{}", "甲".repeat(40), "乙".repeat(40));
        assert_eq!(shortened(&long, 60), format!("须核改：{}…", "甲".repeat(40)));
        let whole = "甲".repeat(100);
        assert_eq!(shortened(&whole, 60), format!("{}…", "甲".repeat(59)));
        assert_eq!(shortened("短", 60), "短");
    }
}
