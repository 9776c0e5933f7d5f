//! What the levels above accept from a region: as text, as Markdown, as a plan to fill in, as JSON.

mod markdown;
mod skeleton;
mod source;

use std::io::{self, Write};

use crate::{
    views::{Basis, BriefTarget, Class, Proposal, RegionBrief},
    words::{Language, rollup_in_words, term_of, text},
};

use super::{document, escape};

pub use markdown::write_brief_markdown;
pub use skeleton::brief_plan;
use source::{statement_with_source, statements_with_sources};

/// Writes one paragraph a target, binding ones first.
///
/// # Errors
/// Those of `out`.
pub fn write_brief(brief: &RegionBrief, language: Language, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", escape(&brief_heading(brief, language)))?;
    writeln!(out, "{}", escape(&brief_parents(brief, language)))?;
    for target in &brief.targets {
        writeln!(out)?;
        for line in brief_target_lines(target, language) {
            writeln!(out, "{}", escape(&line))?;
        }
    }
    if !brief.unresolved.is_empty() {
        writeln!(out, "\n{}", language.pick("还没有数的：", "Nobody has given a number for:"))?;
    }
    for said in &brief.unresolved {
        let colon = language.pick("：", ": ");
        let line = format!("  {}{colon}{}", said.indicator, statement_with_source(said, language));
        writeln!(out, "{}", escape(&line))?;
    }
    if !brief.tasks.is_empty() {
        writeln!(out, "\n{}", language.pick("点名本地的任务：", "Tasks that name this region:"))?;
    }
    for one in &brief.tasks {
        writeln!(out, "  {}", escape(&source::task_with_source(one, language)))?;
    }
    writeln!(out, "\n{}", escape(&brief_counts(brief, language)))
}

/// Writes the brief as one document.
///
/// # Errors
/// Those of `out`.
pub fn write_brief_json(brief: &RegionBrief, out: &mut dyn Write) -> io::Result<()> {
    document::write("planlint-brief/1", brief, out)
}

/// 长兴县：上级可以接受的最低表述（2021—2025）.
fn brief_heading(brief: &RegionBrief, language: Language) -> String {
    let period = brief.period.map_or_else(String::new, |period| {
        text! { language; zh: "（{}—{}）", en: " ({}-{})"; period.start, period.end }
    });
    let region = &brief.region;
    text! { language;
        zh: "{region}：上级可以接受的最低表述{period}",
        en: "{region}: the weakest statements the levels above accept{period}"
    }
}

fn brief_parents(brief: &RegionBrief, language: Language) -> String {
    let above: Vec<String> = brief.above.iter().map(|plan| format!("《{}》", plan.title)).collect();
    // Said even when there is none: a brief without parents would else look like one that asks for nothing.
    let above = match above.as_slice() {
        [] => language.pick("没有同一主题的", "none of this topic").to_owned(),
        above => above.join(language.pick("、", "; ")),
    };
    text! { language; zh: "上级规划：{above}", en: "plans above: {above}" }
}

fn brief_target_lines(target: &BriefTarget, language: Language) -> Vec<String> {
    let colon = language.pick("：", ": ");
    let class = term_of(language, target.class);
    let scope = target.scope.as_ref();
    let scope = scope.map_or_else(String::new, |scope| {
        text! { language; zh: "（{scope}）", en: " ({scope})" }
    });
    let head = format!("{}{scope} {}", target.name, target.year);
    let mut details = vec![class, term_of(language, target.relation)];
    if target.basis == Basis::Cumulative {
        details.push(term_of(language, target.basis));
    }
    let details = details.join(language.pick("，", ", "));
    let mut lines = vec![text! { language; zh: "{head}年（{details}）", en: "{head} ({details})" }];
    lines.extend(target.steps.iter().map(|step| {
        format!("  {}{colon}{}", term_of(language, step.standing), phrase_of_step(step, language))
    }));
    lines.extend(target.open.map(|why| format!("  {}", term_of(language, why))));
    let parts = [
        (["上级", "above"], statements_with_sources(&target.above, language)),
        (["本地基期", "own base"], statements_with_sources(target.base.as_slice(), language)),
        (
            ["本地早先规划", "earlier plan"],
            statements_with_sources(target.earlier.as_slice(), language),
        ),
        (["本地现有表述", "own plan so far"], statements_with_sources(&target.own, language)),
    ];
    let filled = parts.into_iter().filter(|(_, said)| !said.is_empty());
    lines
        .extend(filled.map(|([zh, en], said)| format!("  {}{colon}{said}", language.pick(zh, en))));
    lines.extend(target.rolled.iter().map(|told| {
        let head = language.pick("各地汇总", "regions together");
        format!("  {head}{colon}{}", rollup_in_words(language, told))
    }));
    // Whoever copies a weakest statement into a plan has to know that its direction rests on wording.
    if target.guessed {
        let guessed = ["指标目录里没有，方向为推断", "in no catalogue, direction inferred"];
        lines.push(format!("  {}", language.pick(guessed[0], guessed[1])));
    }
    lines
}

/// ≥91.8（不差于本地基期）.
fn phrase_of_step(step: &Proposal, language: Language) -> String {
    let phrase = &step.phrase;
    match step.lifted_by.map(|whose| term_of(language, whose)) {
        Some(why) => text! { language; zh: "{phrase}（{why}）", en: "{phrase} ({why})" },
        None => phrase.clone(),
    }
}

fn brief_counts(brief: &RegionBrief, language: Language) -> String {
    let all = brief.targets.len();
    let binding = brief.targets.iter().filter(|one| one.class == Some(Class::Binding)).count();
    let bound = brief.targets.iter().filter(|one| !one.steps.is_empty()).count();
    text! { language;
        zh: "共 {all} 项目标，其中约束性 {binding} 项；{bound} 项有最低表述",
        en: "{all} targets, {binding} of them binding; {bound} have a weakest statement"
    }
}
