//! A run on one small screen: one indicator through the tiers, the loudest findings, the last line.

use std::{collections::BTreeSet, io};

use crate::{
    config::Language,
    engine::Outcome,
    finding::{Finding, Level},
    views::{IndicatorTrace, TraceLine, Trajectory, Verdict},
    words::{Words, closing_line, term_of, text},
};

use super::{
    columns::Columns,
    escape,
    wrap::{fold_to, fold_to_width},
};

/// The size of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Lines at most.
    pub lines: usize,
    /// Columns at most; characters of unclear width count two.
    pub columns: usize,
}

/// Writes the targets of `trace` for `year` when there are any, then as many of the loudest findings as fit, then the last line.
///
/// # Errors
/// Those of `out`.
pub fn write_glance(
    outcome: &Outcome,
    trace: Option<(&IndicatorTrace, i32)>,
    words: &Words,
    screen: Screen,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let language = words.language();
    let mut above =
        trace.map(|(trace, year)| indicator_picture(trace, year, language)).unwrap_or_default();
    let last = fold_to_width(&closing_line(language, outcome), screen.columns);
    // The last line is folded before anything else is placed: it says what was checked and may not be pushed off the
    // screen.
    let taken = above.len() + last.len() + 2;
    // What the picture shows is not told again below it.
    let shown = trace.map(|(trace, _)| &*trace.indicator);
    let others =
        outcome.findings.iter().filter(|one| one.draft.subject.indicator.as_deref() != shown);
    above.extend(loudest_sentences(others, words, screen, screen.lines.saturating_sub(taken)));
    above.push(String::new());
    for line in above.iter().chain(&last) {
        let fitting = fold_to(line, screen.columns, 1);
        writeln!(out, "{}", fitting.first().map_or("", String::as_str))?;
    }
    Ok(())
}

/// One line for each region: its target, its class, and how far it stays behind the region above that asks most.
fn indicator_picture(trace: &IndicatorTrace, year: i32, language: Language) -> Vec<String> {
    // Each column as wide as its own cells of this year: with the widest of all years, or a fixed width, short names
    // would stand far from their numbers on a narrow screen.
    let rows = trace.lines.iter().filter(|line| line.year == year).map(|line| {
        [
            format!("{}{}", "  ".repeat(line.depth + 1), line.region),
            line.value.clone(),
            line.class.map_or("", |class| term_of(language, class)).to_owned(),
            behind_farthest_region(line, language),
        ]
    });
    let unit = trace.unit.as_deref().unwrap_or_default();
    let name = escape(&trace.indicator);
    let head = match language {
        Language::Zh if unit.is_empty() => format!("{name}，{year} 年目标："),
        Language::Zh => format!("{name}（{unit}），{year} 年目标："),
        Language::En if unit.is_empty() => format!("{name}, targets for {year}:"),
        Language::En => format!("{name} ({unit}), targets for {year}:"),
    };
    [head].into_iter().chain(Columns::of(rows).for_any_screen().lines()).collect()
}

/// 弱于浙江省，趋于落后. By how much, the column of targets shows.
fn behind_farthest_region(line: &TraceLine, language: Language) -> String {
    let farthest = line.beside.iter().rev().find_map(|beside| {
        Some((beside, beside.verdict.filter(|verdict| *verdict != Verdict::Consistent)?))
    });
    let Some((beside, verdict)) = farthest else { return String::new() };
    let (verdict, region) = (term_of(language, verdict), &beside.region);
    let verdict = text! { language; zh: "{verdict}{region}", en: "{verdict} {region}" };
    let trajectory = Some(beside.trajectory).filter(|known| *known != Trajectory::Unknown);
    let trajectory = trajectory.map(|known| term_of(language, known).to_owned());
    let parts: Vec<String> = [verdict].into_iter().chain(trajectory).collect();
    parts.join(language.pick("，", ", "))
}

/// Sentences of the loudest level, no rule and no indicator twice, those between plans first.
fn loudest_sentences<'a>(
    findings: impl Iterator<Item = &'a Finding> + Clone,
    words: &Words,
    screen: Screen,
    lines: usize,
) -> Vec<String> {
    // Two lines at most for each, so that a long sentence leaves room for a second one.
    const EACH: usize = 2;
    let Some(level) = findings.clone().map(|finding| finding.level).max() else {
        return Vec::new();
    };
    let loud = findings.filter(|finding| finding.level == level);
    let mut shown = vec![String::new(), loudest_heading(words, level)];
    let between = |finding: &&Finding| {
        finding.draft.related.iter().any(|other| other.place.file != finding.place().file)
    };
    // What two plans say to each other is what this program is for; slips within one plan follow.
    let (first, then): (Vec<&Finding>, Vec<&Finding>) = loud.partition(between);
    let mut told = BTreeSet::new();
    for finding in first.into_iter().chain(then) {
        let indicator = finding.draft.subject.indicator.as_deref().unwrap_or_default();
        // Both are inserted whatever the first says, so no short circuit: a rule told once and an indicator told
        // once are each enough to pass the next one over.
        if !(told.insert(finding.rule) & told.insert(indicator)) {
            continue;
        }
        let message = words.message(finding);
        let sentence = fold_to(&escape(&message), screen.columns.saturating_sub(2), EACH);
        if shown.len() + sentence.len() <= lines {
            let marks = ["- ", "  "].into_iter().cycle();
            shown.extend(marks.zip(sentence).map(|(mark, line)| format!("{mark}{line}")));
        }
    }
    shown
}

fn loudest_heading(words: &Words, level: Level) -> String {
    let level = words.level(level);
    text! { words.language(); zh: "另有{level}的，例如：", en: "of the level “{level}”, among others:" }
}
