//! 以下简称《方案》: what a letter calls the plans that it speaks of over and over.

use crate::words::Language;

/// The kinds of plan that a title may end with.
const KINDS: [&str; 6] = ["纲要", "规划", "方案", "计划", "意见", "报告"];

/// A short title for each of the plans, in their order; none where a letter has but one, where a title ends otherwise, and
/// where two would be called alike.
pub(super) fn short_titles(plans: &[&str], language: Language) -> Vec<Option<&'static str>> {
    let short: Vec<Option<&'static str>> = plans.iter().map(|plan| kind_of_title(plan)).collect();
    let is_own = |kind: &Option<&str>| short.iter().filter(|other| *other == kind).count() == 1;
    let named = |kind: &Option<&'static str>| {
        kind.filter(|_| is_own(kind) && plans.len() > 1 && language == Language::Zh)
    };
    short.iter().map(named).collect()
}

/// 方案 of `…实施方案(2023—2027年)`.
fn kind_of_title(plan: &str) -> Option<&'static str> {
    let title = match plan.rfind(['（', '(']) {
        Some(at) if plan.ends_with(['）', ')']) => plan.get(..at).unwrap_or(plan),
        _ => plan,
    };
    KINDS.into_iter().find(|kind| title.ends_with(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_called_by_their_kind_where_that_tells_them_apart() {
        let short = |plans: &[&str]| short_titles(plans, Language::Zh);
        let plans = ["甲县住房“十四五”规划", "甲县城镇化实施方案(2023—2027年)"];
        assert_eq!(short(&plans), [Some("规划"), Some("方案")]);
        assert_eq!(short(&plans[..1]), [None]);
        assert_eq!(short(&[plans[0], "甲县交通“十四五”规划"]), [None, None]);
        assert_eq!(short(&["甲县计划", "甲县行动"]), [Some("计划"), None]);
        assert_eq!(short_titles(&plans, Language::En), [None, None]);
    }
}
