//! A brief as a plan file to fill in: its head, and an indicator table with what meets the levels above.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    emit::escape,
    views::{Basis, BriefTarget, RegionBrief, Status},
    words::{Language, term_of, text},
};

use super::{phrase_of_step, statements_with_sources};

/// The plan as text with Chinese keywords, not yet formatted; its remarks are in `language`.
#[must_use]
pub fn brief_plan(brief: &RegionBrief, language: Language) -> String {
    let mut text = skeleton_head(brief, language);
    let rows = targets_by_indicator(brief);
    if !rows.is_empty() {
        text.push_str("\n指标表\n");
        write_skeleton_table(brief, &rows, language, &mut text);
    }
    write_skeleton_tasks(brief, language, &mut text);
    text
}

/// The tasks that name the region, each with where it comes from.
fn write_skeleton_tasks(brief: &RegionBrief, language: Language, text: &mut String) {
    if brief.tasks.is_empty() {
        return;
    }
    text.push_str("\n任务表\n");
    push_skeleton_row(&["任务", "期限", "目标", "说明"].map(str::to_owned), text);
    push_skeleton_row(&vec!["---".to_owned(); 4], text);
    for task in &brief.tasks {
        let from = language.pick("见", "from ");
        let note = format!("{from}{}《{}》", task.region, task.plan);
        push_skeleton_row(
            &[task.name.clone(), task.deadline.clone(), task.aim.clone(), note],
            text,
        );
    }
}

fn skeleton_head(brief: &RegionBrief, language: Language) -> String {
    let mut fields = vec![
        ("地区", Some(brief.region.clone())),
        ("规划期", brief.period.map(|period| format!("{}-{}", period.start, period.end))),
        ("类型", brief.kind.map(|kind| term_of(Language::Zh, kind).to_owned())),
        ("主题", brief.topic.as_deref().map(str::to_owned)),
        ("状态", Some(term_of(Language::Zh, Status::Draft).to_owned())),
    ];
    let cited = brief.above.iter().map(|plan| format!("《{}》", plan.title));
    // The plans that the brief rests on become the basis of the plan to be written, so that a later check holds it
    // against the same ones.
    fields.extend(cited.map(|title| ("依据", Some(title))));
    let comment = language.pick(
        "目标列是上级可以接受的最低表述，请按本地实际填写",
        "The targets are the weakest statements the levels above accept; fill in your own",
    );
    let mut text = format!("# {comment}\n\n规划 《{}》\n", escape_on_one_line(&brief.title));
    for (field, value) in fields {
        let value = value.map(|value| format!("{field}: {}\n", escape_on_one_line(&value)));
        text.push_str(&value.unwrap_or_default());
    }
    text
}

/// The targets of the table by indicator, each in the order of the brief.
fn targets_by_indicator(brief: &RegionBrief) -> Vec<Vec<&BriefTarget>> {
    let mut rows: Vec<Vec<&BriefTarget>> = Vec::new();
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    for target in brief.targets.iter().filter(|target| target.tabled) {
        // Several years of one indicator are one row, as in the table that the county will print.
        match at.get(&*target.indicator).and_then(|&row| rows.get_mut(row)) {
            Some(row) => row.push(target),
            None => {
                at.insert(&target.indicator, rows.len());
                rows.push(vec![target]);
            }
        }
    }
    rows
}

fn write_skeleton_table(
    brief: &RegionBrief,
    rows: &[Vec<&BriefTarget>],
    language: Language,
    text: &mut String,
) {
    let years: BTreeSet<i32> = rows.iter().flatten().map(|target| target.year).collect();
    let bases = rows.iter().flatten().filter_map(|target| target.base.as_ref());
    // One column of baselines: that of the latest year known, or the year before the period, left blank.
    let base = bases.map(|base| base.year).max().or(brief.period.map(|period| period.start - 1));
    let mut head = vec!["指标".to_owned()];
    head.extend(base.map(|year| format!("{year}年")));
    head.extend(years.iter().map(|year| format!("{year}年目标值")));
    head.extend(["属性", "说明"].map(str::to_owned));
    push_skeleton_row(&head, text);
    push_skeleton_row(&vec!["---".to_owned(); head.len()], text);
    for row in rows {
        let Some(first) = row.first() else { continue };
        let mut cells = vec![first.name.clone()];
        cells.extend(base.map(|year| {
            let known = first.base.as_ref().filter(|base| base.year == year);
            known.map_or_else(String::new, |base| base.written.clone())
        }));
        cells.extend(years.iter().map(|year| {
            // Of a count and its full coverage the one that can be written down.
            let mut of_year = row.iter().filter(|target| target.year == *year);
            let meets = of_year.find_map(|target| target.steps.first());
            meets.map_or_else(String::new, |step| step.phrase.clone())
        }));
        let class = row.iter().find_map(|target| target.class);
        cells.push(class.map_or_else(String::new, |class| term_of(Language::Zh, class).to_owned()));
        let notes: Vec<String> = row.iter().map(|target| further_steps(target, language)).collect();
        cells.push(notes.join(language.pick("；", "; ")));
        push_skeleton_row(&cells, text);
    }
    // A plain number in a row that the level above sums over the period would mean the year's own.
    if rows.iter().flatten().any(|target| target.basis == Basis::Cumulative) {
        text.push_str(language.pick("*[ ]内为规划期累计数\n", "*[ ]: total of the period\n"));
    }
}

/// The further steps, and what stands above.
fn further_steps(target: &BriefTarget, language: Language) -> String {
    let step = |step: &crate::views::Proposal| {
        format!("{} {}", term_of(language, step.standing), phrase_of_step(step, language))
    };
    // Why the cell asks for more than what stands above does.
    let lifted = target.steps.first().and_then(|step| step.lifted_by);
    let mut parts: Vec<String> =
        lifted.map(|whose| term_of(language, whose).to_owned()).into_iter().collect();
    parts.extend(target.steps.iter().skip(1).map(step));
    parts.extend(target.open.map(|why| term_of(language, why).to_owned()));
    parts.push(statements_with_sources(&target.above, language));
    parts.retain(|part| !part.is_empty());
    let parts = parts.join(language.pick("，", ", "));
    text! { language; zh: "{}年：{parts}", en: "{}: {parts}"; target.year }
}

fn push_skeleton_row(cells: &[String], text: &mut String) {
    text.push('|');
    for cell in cells {
        text.push_str(&format!(" {} |", in_cell(cell)));
    }
    text.push('\n');
}

/// A bar stays inside its cell; one that the plan above has escaped already is left alone.
fn in_cell(text: &str) -> String {
    // Escaped strokes are taken off first, or a bar that the plan above has escaped would be escaped twice.
    escape_on_one_line(text).replace("\\|", "|").replace('|', "\\|")
}

fn escape_on_one_line(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
