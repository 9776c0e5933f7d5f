//! Two drafts compared: as text for people, as one document for machines.

mod findings;
mod json;
mod summary;
mod targets;

use std::io::{self, Write};

use crate::{
    config::Language,
    engine::Outcome,
    views::{Difference, Lone, TargetChange},
    words::{Words, text},
};

use super::{Options, clip::clip};

pub use json::write_difference_json;

/// What the two drafts gave, whose texts the places are of.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes<'a> {
    /// The old one.
    pub old: &'a Outcome,
    /// The new one.
    pub new: &'a Outcome,
}

/// The widest a title or value is shown.
// Twenty Chinese characters, as a choice; titles get twice as much, since two plans of one place may begin alike.
const WIDEST: usize = 40;

/// Writes what changed, worst first, then the findings and one line of counts.
///
/// # Errors
/// Those of `out`.
pub fn write_difference(
    difference: &Difference,
    outcomes: Outcomes,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    for plan in &difference.plans {
        targets::write_plan_difference(plan, words, out)?;
    }
    let heads = language.pick(["新稿中没有的规划", "新增的规划"], ["plan gone", "plan new"]);
    for (head, plans) in heads.iter().zip([&difference.gone, &difference.new]) {
        for plan in plans {
            writeln!(out, "{}", lone_plan_line(language, head, plan))?;
        }
    }
    findings::write_followed_findings(difference, outcomes, words, options, out)?;
    summary::write_difference_summary(difference, outcomes, language, out)
}

fn lone_plan_line(language: Language, head: &str, plan: &Lone) -> String {
    let named = title_with_region(language, &plan.title, &plan.region);
    let targets = plan.targets;
    text! { language;
        zh: "{head}：{named}，{targets} 项目标",
        en: "{head}: {named}, {targets} targets"
    }
}

/// 《德清县新型城镇化发展“十四五”规划》（德清县）.
fn title_with_region(language: Language, title: &str, region: &str) -> String {
    let (title, region) = (clip(title, 2 * WIDEST), clip(region, WIDEST));
    let region = match region.is_empty() {
        true => region,
        false => text! { language; zh: "（{region}）", en: " ({region})" },
    };
    format!("《{title}》{region}")
}

/// What a section of changes is called.
fn change_heading(language: Language, change: TargetChange) -> &'static str {
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
