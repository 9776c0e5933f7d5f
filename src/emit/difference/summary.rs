//! The last line of a comparison: how many targets and findings became what.

use std::io::{self, Write};

use crate::{
    config::Language,
    finding::Level,
    views::{Difference, FindingStanding, TargetChange},
    words::text,
};

use super::{heading::change_heading, outcomes::Outcomes};

/// Writes the line; what is zero is left out.
pub(super) fn write_difference_summary(
    difference: &Difference,
    outcomes: Outcomes,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (plans, comma) = (difference.plans.len(), language.pick("，", ", "));
    let (targets, findings) =
        (target_change_counts(difference, language), finding_change_counts(difference, language));
    let unread = outcomes.old.summary.unread + outcomes.new.summary.unread;
    let head = text! { language; zh: "对比 {plans} 个规划：", en: "plans compared: {plans}; " };
    let found = language.pick("；问题：", "; findings: ");
    write!(out, "{head}{}{found}{}", targets.join(comma), findings.join(comma))?;
    if unread > 0 {
        let unread =
            text! { language; zh: "；{unread} 个文件或表格未能读取", en: "; not read: {unread}" };
        write!(out, "{unread}")?;
    }
    writeln!(out)
}

/// How many targets became what, by the worst that happened to each.
fn target_change_counts(difference: &Difference, language: Language) -> Vec<String> {
    let all = || difference.plans.iter().flat_map(|plan| &plan.targets);
    let count = |change| all().filter(|target| target.changes.first() == Some(&change)).count();
    let counts = TargetChange::ALL.map(|change| (change_heading(language, change), count(change)));
    let unchanged = difference.plans.iter().map(|plan| plan.unchanged).sum();
    let same = (language.pick("未变", "unchanged"), unchanged);
    let some = counts.into_iter().filter(|(_, count)| *count > 0).chain([same]);
    some.map(|(head, count)| text! { language; zh: "{head} {count} 项", en: "{count} {head}" })
        .collect()
}

fn finding_change_counts(difference: &Difference, language: Language) -> Vec<String> {
    let all = &difference.findings;
    let errors = all.iter().filter(|one| one.finding.level == Level::Error);
    let errors = errors.filter(|one| one.standing == FindingStanding::New).count();
    // What a raised finding was is no matter of the count.
    let is_raised = |standing| matches!(standing, FindingStanding::Raised(_));
    let count = |standing| all.iter().filter(|one| one.standing == standing).count();
    let raised = all.iter().filter(|one| is_raised(one.standing)).count();
    let kinds = [
        (count(FindingStanding::New), "新增", "new", true, errors),
        (raised, "加重", "raised", false, 0),
        (count(FindingStanding::Allowed), "豁免", "allowed", false, 0),
        (count(FindingStanding::Fixed), "已解决", "fixed", true, 0),
        (count(FindingStanding::Known), "原有", "known", false, 0),
    ];
    let mut said = Vec::new();
    for (count, zh, en, always, errors) in kinds {
        // New and fixed are said even when there are none: that is what the reader came to see.
        if count == 0 && !always {
            continue;
        }
        let mut words = text! { language; zh: "{zh} {count} 处", en: "{count} {en}" };
        if errors > 0 {
            words.push_str(&match (language, errors) {
                (Language::Zh, _) => format!("（{errors} 处须核改）"),
                (Language::En, 1) => " (1 error)".to_owned(),
                (Language::En, _) => format!(" ({errors} errors)"),
            });
        }
        said.push(words);
    }
    said
}
