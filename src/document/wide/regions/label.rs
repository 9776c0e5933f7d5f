//! What the rows above the years say of a group: its region, the title of its plan, its period.

use crate::{syntax::FieldKey, text::fold_full_width};

/// What a row above the years, or a cell of it, says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// The title of the plan.
    Title,
    /// A field of its head.
    Field(FieldKey),
}

/// What a row says that begins with `words`; `None` when they are no label.
pub(super) fn of_row(words: &str) -> Option<Label> {
    let key = fold_full_width(words.trim());
    let key = key.trim_end_matches([':', '：']);
    Some(match key {
        "规划" | "规划名称" | "规划标题" | "文件名称" | "plan" => Label::Title,
        "地区" | "region" => Label::Field(FieldKey::Region),
        "规划期" | "period" => Label::Field(FieldKey::Period),
        "展望" | "outlook" => Label::Field(FieldKey::Outlook),
        "类型" | "kind" => Label::Field(FieldKey::Kind),
        "主题" | "topic" => Label::Field(FieldKey::Topic),
        "状态" | "status" => Label::Field(FieldKey::Status),
        "发布日期" | "issued" => Label::Field(FieldKey::Issued),
        "依据" | "based-on" => Label::Field(FieldKey::BasedOn),
        _ => return None,
    })
}

/// What words without a label say: the title of a plan, or a region's name.
pub(super) fn of_words(words: &str) -> Option<Label> {
    let length = words.chars().count();
    let named = |ends: &[&str]| ends.iter().any(|end| words.ends_with(end));
    // 规划 and 计划 alone are heads of columns; a title names a region or a matter before them.
    if words.starts_with('《') || length >= 6 && named(&["规划", "规划》", "纲要", "方案", "计划"])
    {
        return Some(Label::Title);
    }
    let region = named(&["省", "市", "县", "区", "旗", "州", "盟", "新区", "全国"]);
    // 2025年全市 says a year of a whole.
    let digits = words.contains(|c: char| c.is_ascii_digit());
    (region && !digits && (2..=15).contains(&length)).then_some(Label::Field(FieldKey::Region))
}

/// The region that the title of a plan begins with: 德清县 of 德清县新型城镇化规划.
pub(super) fn region_of_title(title: &str) -> Option<&str> {
    let title = title.trim_start_matches('《');
    let mut end = None;
    for (count, (at, character)) in title.char_indices().enumerate() {
        // Six characters are a choice that holds the names of counties and cities; those that 自治 ends are longer:
        // 新疆维吾尔自治区, 积石山保安族东乡族撒拉族自治县.
        let since = end.map_or(count, |(_, counted)| count - counted);
        if since > 14 {
            break;
        }
        // Only at the very beginning: in 贵港市落实广西壮族自治区水利规划 the other region is whose plan is carried out.
        let is_autonomous =
            end.is_none() && title.get(..at).is_some_and(|before| before.ends_with("自治"));
        let may_end = since <= 6 || is_autonomous;
        // Two characters at least stand before 市 or 区, or 城市 and 社区 would end a region.
        if matches!(character, '省' | '市' | '县' | '旗' | '州' | '区') && since >= 2 && may_end
        {
            end = Some((at + character.len_utf8(), count + 1));
        }
    }
    title.get(..end?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_above_the_years_name_regions_and_plans() {
        let region = Some(Label::Field(FieldKey::Region));
        assert_eq!(of_words("湖州市"), region);
        assert_eq!(of_words("南太湖新区"), region);
        assert_eq!(of_words("湖州市新型城镇化“十四五”规划"), Some(Label::Title));
        assert_eq!(of_words("“十四五”目标"), None);
        assert_eq!(of_words("2025年全市"), None);
        assert_eq!(of_row("地区："), region);
        assert_eq!(of_row("指标"), None);
    }

    #[test]
    fn a_title_begins_with_its_region() {
        assert_eq!(region_of_title("德清县新型城镇化规划"), Some("德清县"));
        assert_eq!(region_of_title("《杭州市余杭区交通规划》"), Some("杭州市余杭区"));
        assert_eq!(region_of_title("新型城镇化规划"), None);
        assert_eq!(region_of_title("新疆维吾尔自治区水利规划"), Some("新疆维吾尔自治区"));
        assert_eq!(region_of_title("博尔塔拉蒙古自治州住房规划"), Some("博尔塔拉蒙古自治州"));
        assert_eq!(region_of_title("历史文化名城和保护区规划"), None);
        assert_eq!(region_of_title("贵港市落实广西壮族自治区水利规划实施方案"), Some("贵港市"));
    }
}
