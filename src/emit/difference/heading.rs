//! What the plans and the sections of a comparison are called.

use crate::{config::Language, views::TargetChange, words::text};

use super::super::clip::clip;

/// The widest a title or value is shown.
// Twenty Chinese characters, as a choice; titles get twice as much, since two plans of one place may begin alike.
pub(super) const WIDEST: usize = 40;

/// 《德清县新型城镇化发展“十四五”规划》（德清县）.
pub(super) fn title_with_region(language: Language, title: &str, region: &str) -> String {
    let (title, region) = (clip(title, 2 * WIDEST), clip(region, WIDEST));
    let region = match region.is_empty() {
        true => region,
        false => text! { language; zh: "（{region}）", en: " ({region})" },
    };
    format!("《{title}》{region}")
}

/// What a section of changes is called.
pub(super) fn change_heading(language: Language, change: TargetChange) -> &'static str {
    let (zh, en) = match change {
        TargetChange::Gone => ("目标删除", "gone"),
        TargetChange::Downgraded => ("属性降低", "class lowered"),
        TargetChange::Weaker => ("要求降低", "weaker"),
        TargetChange::NumberGone => ("不再有数值", "number dropped"),
        TargetChange::Softer => ("措辞放宽", "softer wording"),
        TargetChange::Later => ("年份推迟", "later year"),
        TargetChange::ToProse => ("由表格移到正文", "moved from table to text"),
        TargetChange::Altered => ("改动（无法比较高低）", "changed (cannot be ranked)"),
        TargetChange::Unmentioned => {
            ("未能判定（节选没有提到）", "undetermined (the excerpt does not mention it)")
        }
        TargetChange::Upgraded => ("属性提高", "class raised"),
        TargetChange::Stronger => ("要求提高", "stronger"),
        TargetChange::Firmer => ("措辞收紧", "firmer wording"),
        TargetChange::NumberAdded => ("补上数值", "number added"),
        TargetChange::Earlier => ("年份提前", "earlier year"),
        TargetChange::ToTable => ("由正文列入表格", "moved from text to table"),
        TargetChange::New => ("目标新增", "added"),
    };
    language.pick(zh, en)
}
