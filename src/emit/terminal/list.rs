//! The findings of a run as a numbered list: a head for each plan, a sentence for each finding.

use std::io::{self, Write};

use crate::{
    emit::{
        Options,
        by_plan::{PlanFindings, findings_by_plan},
        escape, footer,
        wrap::fold_to_width,
    },
    engine::{Checked, Outcome},
    finding::{Finding, Place},
    words::{Words, text},
};

/// Columns that a sentence is set in below its number.
const INDENT: usize = 4;

/// Writes the list and hands back the findings with their numbers, in its order.
pub(super) fn write_list<'a>(
    outcome: &'a Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<Vec<(usize, &'a Finding)>> {
    let mut numbered = Vec::new();
    for group in findings_by_plan(outcome, options) {
        for line in fold_to_width(&plan_head(outcome, words, &group), options.width) {
            writeln!(out, "{line}")?;
        }
        for finding in group.findings {
            let number = numbered.len() + 1;
            numbered.push((number, finding));
            write_item(outcome, words, options, (number, finding), out)?;
        }
        writeln!(out)?;
    }
    Ok(numbered)
}

/// `德清县 · 2021—2025 · 新型城镇化 · 上级 湖州市、浙江省 · plans/deqing.plan`.
fn plan_head(outcome: &Outcome, words: &Words, group: &PlanFindings<'_>) -> String {
    let path = outcome.sources.get(group.file).map(|source| escape(&source.path).into_owned());
    let known = group.plan.map(|plan| known_of_plan(words, plan)).unwrap_or_default();
    known.into_iter().chain(path).collect::<Vec<_>>().join(" · ")
}

fn known_of_plan(words: &Words, plan: &Checked) -> Vec<String> {
    let language = words.language();
    let region = plan.region.as_ref().map(|region| escape(region).into_owned());
    let years = plan.period.map(|(first, last)| {
        text! { language; zh: "{first}—{last}", en: "{first}-{last}" }
    });
    let topic = plan.topic.as_ref().map(|topic| escape(topic).into_owned());
    let above: Vec<_> = plan.above.iter().map(|region| escape(region)).collect();
    let above = (!above.is_empty()).then(|| {
        let above = above.join(language.pick("、", ", "));
        text! { language; zh: "上级 {above}", en: "above: {above}" }
    });
    [region, years, topic, above].into_iter().flatten().collect()
}

fn write_item(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    (number, finding): (usize, &Finding),
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let level = footer::level_with_mark(outcome, words, finding);
    let at = place_in_file(outcome, words, finding.place());
    let mut message = escape(&words.message(finding)).into_owned();
    // A lapsed decision is why the finding is here again.
    if let Some(standing) = words.standing(finding) {
        message.push_str(language.pick("；", "; "));
        message.push_str(&escape(&standing));
    }
    let rule = finding.rule;
    let item = text! { language;
        zh: "{level} {at} {message}（{rule}）",
        en: "{level} {at} {message} ({rule})"
    };
    let lines = fold_to_width(&item, options.width.saturating_sub(INDENT));
    for (at, line) in lines.iter().enumerate() {
        match at {
            0 => writeln!(out, "{number:>3} {line}")?,
            _ => writeln!(out, "{:INDENT$}{line}", "")?,
        }
    }
    Ok(())
}

/// `26:58`, or what a document without lines has instead; the head names the file.
fn place_in_file(outcome: &Outcome, words: &Words, place: &Place) -> String {
    let lined = outcome.sources.get(place.file).filter(|source| source.has_lines());
    match (lined, &place.locator) {
        (Some(source), _) => {
            let position = source.position(place.span.start);
            format!("{}:{}", position.line, position.column)
        }
        (None, Some(locator)) => escape(&words.locator(locator)).into_owned(),
        (None, None) => String::new(),
    }
}
