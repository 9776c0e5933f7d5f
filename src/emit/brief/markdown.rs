//! A brief as Markdown: one table, and a list of what is unresolved.

use std::io::{self, Write};

use crate::{
    emit::escape,
    views::{BriefTarget, RegionBrief, Standing},
    words::{Language, rollup_in_words, term_of},
};

use super::{
    brief_counts, brief_heading, brief_parents, phrase_of_step, source, statements_with_sources,
};

/// Writes the brief as Markdown.
///
/// # Errors
/// Those of `out`.
pub fn write_brief_markdown(
    brief: &RegionBrief,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "# {}\n", escape_markdown_cell(&brief_heading(brief, language)))?;
    writeln!(out, "{}\n", escape_markdown_cell(&brief_parents(brief, language)))?;
    let steps = [Standing::Meets, Standing::CatchesUp, Standing::KeepsUp];
    let steps = steps.map(|step| term_of(language, step));
    let [name, year, class, source] =
        language.pick(["指标", "年份", "属性", "来源"], ["indicator", "year", "class", "sources"]);
    let [meets, catches, keeps] = steps;
    writeln!(out, "| {name} | {year} | {class} | {meets} | {catches} | {keeps} | {source} |")?;
    writeln!(out, "| --- | --- | --- | --- | --- | --- | --- |")?;
    for target in &brief.targets {
        let cells: Vec<String> = markdown_cells(target, language)
            .iter()
            .map(|text| escape_markdown_cell(text))
            .collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    if !brief.unresolved.is_empty() {
        writeln!(out, "\n## {}\n", language.pick("还没有数的", "Nobody has given a number"))?;
    }
    for said in &brief.unresolved {
        let colon = language.pick("：", ": ");
        let line =
            format!("{}{colon}{}", said.indicator, source::statement_with_source(said, language));
        writeln!(out, "- {}", escape_markdown_cell(&line))?;
    }
    if !brief.tasks.is_empty() {
        writeln!(out, "\n## {}\n", language.pick("点名本地的任务", "Tasks that name this region"))?;
    }
    for one in &brief.tasks {
        writeln!(out, "- {}", escape_markdown_cell(&source::task_with_source(one, language)))?;
    }
    writeln!(out, "\n{}", escape_markdown_cell(&brief_counts(brief, language)))
}

fn markdown_cells(target: &BriefTarget, language: Language) -> [String; 7] {
    let step = |standing: Standing| {
        let found = target.steps.iter().find(|step| step.standing == standing);
        found.map_or_else(String::new, |step| phrase_of_step(step, language))
    };
    // Why nothing can be proposed stands where the proposal would: an empty cell would look like something
    // forgotten.
    let meets = match target.open {
        Some(why) => term_of(language, why).to_owned(),
        None => step(Standing::Meets),
    };
    let mut parts = vec![statements_with_sources(&target.above, language)];
    let known = [target.base.as_slice(), target.earlier.as_slice(), &target.own];
    parts.extend(known.iter().map(|said| statements_with_sources(said, language)));
    parts.extend(target.rolled.iter().map(|told| rollup_in_words(language, told)));
    parts.retain(|part| !part.is_empty());
    [
        target.name.clone(),
        target.year.to_string(),
        term_of(language, target.class).to_owned(),
        meets,
        step(Standing::CatchesUp),
        step(Standing::KeepsUp),
        parts.join(language.pick("；", "; ")),
    ]
}

/// Words of a plan as words of a table: no mark of theirs begins anything.
fn escape_markdown_cell(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in escape(text).chars() {
        // A bar ends a cell, and names of plans hold stars and brackets. A stroke before a character that needs none
        // changes nothing.
        if matches!(character, '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#' | '~' | '\\' | '&') {
            shown.push('\\');
        }
        shown.push(character);
    }
    shown
}
