//! The name in 《》 by which a text says what it is, and such names in sentences that are no titles.

/// Words before the name of what is being made, and behind it where the text goes on to call itself by a shorter one.
const MAKING: [&str; 4] = ["编制", "制定", "制订", "拟定"];
const SHORTENED: [&str; 4] = ["（以下简称", "(以下简称", "（下称", "(下称"];

/// What follows 》 where a sentence goes on, and never where a title does: 《甲规划》重点任务分工方案.
const GOING_ON: [&str; 12] =
    ["是", "为", "将", "由", "从", "在", "以", "按", "已", "提出", "明确", "力求"];

/// The name that a text gives itself: `根据…，制定《某市发展规划》（以下简称《规划》）`. A plan that is still to be made is
/// called by no shorter name.
#[must_use]
pub fn made_here(line: &str) -> Option<&str> {
    MAKING.iter().find_map(|making| {
        line.split(making).skip(1).find_map(|rest| {
            let rest = rest.trim_start_matches('了').strip_prefix('《')?;
            let (name, behind) = rest.split_once('》')?;
            SHORTENED.iter().any(|short| behind.starts_with(short)).then_some(name)
        })
    })
}

/// Whether a line tells of what it names, so that it is a sentence and no title: 《纲要》是第一个中长期规划.
#[must_use]
pub fn tells_of_named(line: &str) -> bool {
    line.split('》').skip(1).any(|rest| GOING_ON.iter().any(|word| rest.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_itself_where_it_goes_on_by_a_shorter_name() {
        let own = "根据《甲建议》，制定《乙市住房发展规划》（以下简称《规划》），作为指南";
        assert_eq!(made_here(own), Some("乙市住房发展规划"));
        for words in
            ["制定《乙市住房发展规划》，明确任务", "根据《甲建议》（以下简称《建议》）制定方案"]
        {
            assert_eq!(made_here(words), None, "{words}");
        }
    }

    #[test]
    fn a_sentence_about_a_plan_is_told_from_the_title_of_another() {
        assert!(tells_of_named("《规划》是乙市第一个住房规划"));
        assert!(tells_of_named("《规划》提出的任务在《纲要》中"));
        assert!(!tells_of_named("贯彻《甲规划》实施方案"));
        assert!(!tells_of_named("《甲规划》重点任务分工方案"));
        assert!(!tells_of_named("乙市住房规划"));
    }
}
