//! Two drafts compared: as text for people, as one document for machines.

mod findings;
mod heading;
mod json;
mod outcomes;
mod summary;
mod targets;

use std::io::{self, Write};

use crate::{
    config::Language,
    views::{Difference, Lone},
    words::{Words, text},
};

use super::Options;

use heading::title_with_region;

pub use json::write_difference_json;
pub use outcomes::Outcomes;

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
