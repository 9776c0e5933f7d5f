//! What kind of document a title names, and how far the plan has come.

use crate::{
    document::Years,
    syntax::{PlanKind, Status},
    text::Span,
};

use super::{
    front::Front,
    title::{Title, without_brackets},
};

/// The kind a title names.
#[must_use]
pub fn kind_of_title(title: &str) -> Option<PlanKind> {
    let name = without_brackets(title);
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let one_year = Years::of_title(title).is_some_and(|years| years.start == years.end)
        || title.contains("年度");
    // An outline is known by its whole name, before 规划 makes it one of a topic.
    let whole = name.contains("国民经济和社会发展");
    // A report to the congress is a plan of one year by what it is, though its title need not say so.
    let report = name.contains("政府工作报告") || whole && ends(&["计划", "计划报告", "报告"]);
    let of_year = one_year && ends(&["计划", "要点", "报告", "任务", "方案"]);
    if report || of_year {
        Some(PlanKind::Annual)
    } else if whole && ends(&["纲要", "规划"]) {
        Some(PlanKind::Outline)
    } else if ends(&["规划", "纲要"]) {
        Some(PlanKind::Special)
    } else if ends(&["方案", "计划", "行动", "意见"]) {
        Some(PlanKind::Implementation)
    } else {
        None
    }
}

/// How far the plan has come, and the words that say it.
#[must_use]
pub fn status(front: &Front<'_>, title: Option<&Title>) -> Option<(Status, Span)> {
    if let Some(span) = title.and_then(|title| title.draft) {
        return Some((bracketed_status(front.words(span)), span));
    }
    let line = |wanted: &[&str]| {
        let lines = front.lines.iter().map(|(_, span)| *span);
        lines.into_iter().find(|span| wanted.iter().any(|word| front.words(*span).contains(word)))
    };
    let sent = || {
        line(&["现印发给", "关于印发", "现予印发", "现予发布"]).map(|span| (Status::Issued, span))
    };
    let asked = line(&["公开征求意见", "关于征求", "征求意见的"]);
    // A letter that asks for opinions quotes the words by which the plan will be sent out, so it is asked
    // for first.
    asked.map(|span| (Status::Consultation, span)).or_else(sent).or_else(|| adopted_status(front))
}

fn bracketed_status(words: &str) -> Status {
    let asks = ["征求意见", "公示", "讨论"].iter().any(|word| words.contains(word));
    if asks { Status::Consultation } else { Status::Draft }
}

/// `（2024年1月20日经某市人民代表大会会议通过）`, or `印发` in the last lines.
fn adopted_status(front: &Front<'_>) -> Option<(Status, Span)> {
    let passed = front.lines.iter().map(|(_, span)| *span).find(|span| {
        let words = front.words(*span);
        // Choices, here and below: longer lines tell of a meeting, or of the printing of something else.
        words.contains("会议") && words.contains("通过") && words.chars().count() <= 60
    });
    // Who has printed how many copies stands in the very last lines.
    let last = front.all.iter().rev().take(3).copied().find(|span| {
        let words = front.words(*span).trim_end_matches(['|', ' ']);
        words.ends_with("印发") && words.chars().count() <= 40
    });
    passed.or(last).map(|span| (Status::Issued, span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_their_kind() {
        for (title, kind) in [
            ("甲市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", PlanKind::Outline),
            ("甲省新型城镇化“十四五”规划", PlanKind::Special),
            ("甲县城镇提升实施方案(2023—2027年)", PlanKind::Implementation),
            ("甲市绿色低碳三年行动计划（2023—2025年）", PlanKind::Implementation),
            ("甲市2024年政府工作报告", PlanKind::Annual),
            ("甲市2024年国民经济和社会发展计划", PlanKind::Annual),
            ("甲县2024年度城镇化工作要点", PlanKind::Annual),
        ] {
            assert_eq!(kind_of_title(title), Some(kind), "{title}");
        }
        assert_eq!(kind_of_title("甲市统计年鉴"), None);
    }
}
