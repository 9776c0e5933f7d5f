//! The topic of a plan: its title without region, years and the words every title has.

use crate::{catalogue::Catalogue, syntax::PlanKind};

use super::{
    region::leading_region, title::without_brackets, title_without_years::title_without_years,
};

/// The topic of outlines and of the reports that follow them year by year.
const WHOLE: &str = "国民经济和社会发展";

/// What every title may end with, longest first.
const ENDS: [&str; 22] = [
    "三年行动计划",
    "五年行动计划",
    "实施方案",
    "行动方案",
    "行动计划",
    "工作方案",
    "实施意见",
    "实施计划",
    "工作计划",
    "工作要点",
    "专项规划",
    "规划纲要",
    "年度计划",
    "若干意见",
    "指导意见",
    "规划",
    "纲要",
    "方案",
    "计划",
    "意见",
    "要点",
    "行动",
];

/// The topic that a title names; `None` when nothing is left of it.
#[must_use]
pub fn topic_of_title(
    title: &str,
    kind: Option<PlanKind>,
    catalogue: &mut Catalogue,
) -> Option<String> {
    // An outline and the reports on it are of one topic, so that each finds the other as its parent.
    if title.contains(WHOLE) || kind == Some(PlanKind::Annual) && title.contains("政府工作报告")
    {
        return Some(WHOLE.to_owned());
    }
    let bare = title_without_years(without_brackets(title));
    let region = leading_region(&bare, catalogue).map_or(0, |named| named.length);
    let mut topic = bare.get(region..)?;
    // 人民政府关于加强…的实施意见
    topic = topic.split_once("人民政府关于").map_or(topic, |(_, topic)| topic);
    // Longest first, or 实施方案 would lose 方案 and keep 实施.
    for end in ENDS {
        topic = topic.strip_suffix(end).unwrap_or(topic);
    }
    for start in ["关于", "推进", "进一步", "加快", "开展", "实施", "印发"] {
        topic = topic.strip_prefix(start).unwrap_or(topic);
    }
    let topic = without_development(topic.trim_matches(['的', ' ', '—', '-']));
    (topic.chars().count() > 1).then(|| topic.to_owned())
}

/// 新型城镇化发展规划 and 新型城镇化规划 are of one topic; 高质量发展 is a topic of its own.
fn without_development(topic: &str) -> &str {
    const KEPT: [&str; 10] =
        // 高质量发展, 绿色发展 and their like are topics, in which 发展 is no filler.
        ["质量", "绿色", "创新", "融合", "协调", "一体化", "社会", "可持续", "共同", "低碳"];
    let Some(bare) = topic.strip_suffix("发展") else { return topic };
    let kept = KEPT.iter().any(|word| bare.ends_with(word)) || bare.chars().count() < 2;
    if kept { topic } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Tiers;

    #[test]
    fn titles_name_their_topic() {
        let mut catalogue = Catalogue::read(std::iter::empty(), Tiers::default());
        for (title, topic) in [
            ("德清县新型城镇化发展“十四五”规划", "新型城镇化"),
            ("浙江省新型城镇化规划（2021—2035年）", "新型城镇化"),
            ("甲县城镇提升和“百村”工程实施方案(2023—2027年)", "甲县城镇提升和“百村”工程"),
            ("关于推进以县城为重要载体的城镇化建设实施方案", "以县城为重要载体的城镇化建设"),
            ("湖州市制造业高质量发展“十四五”规划", "制造业高质量发展"),
            ("湖州市国民经济和社会发展第十四个五年规划纲要", "国民经济和社会发展"),
            ("2024年湖州市政府工作报告", "国民经济和社会发展"),
            ("湖州市2024年新型城镇化工作要点", "新型城镇化"),
            ("湖州市2030年前碳达峰实施方案", "碳达峰"),
        ] {
            let kind = crate::document::head::kind::kind_of_title(title);
            assert_eq!(
                topic_of_title(title, kind, &mut catalogue).as_deref(),
                Some(topic),
                "{title}"
            );
        }
    }
}
