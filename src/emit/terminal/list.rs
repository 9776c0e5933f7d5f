//! The findings of a run as a numbered list: a head for each plan, a sentence for each finding.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use crate::{
    emit::{
        Options,
        by_plan::{PlanFindings, findings_by_plan},
        escape, footer,
        wrap::fold_to_width,
    },
    engine::{Checked, Outcome},
    finding::{Finding, Place},
    text::FileId,
    words::{LEVEL_SIGNS, Words, text, unjudged_sign},
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
    let (mut numbered, mut number) = (Vec::new(), 0);
    let counts = counts_by_file(outcome);
    for group in findings_by_plan(outcome, options) {
        let counted = counts.get(&group.file).copied().unwrap_or_default();
        for line in fold_to_width(&plan_head(outcome, words, &group, counted), options.width) {
            writeln!(out, "{line}")?;
        }
        // What a level above asks and this plan leaves out is one question, however many indicators it is.
        for item in group.findings.chunk_by(|one, next| are_one_loss(outcome, words, one, next)) {
            let [first, others @ ..] = item else { continue };
            number += 1;
            numbered.extend(item.iter().map(|finding| (number, *finding)));
            write_item(outcome, words, options, (number, first, others), out)?;
        }
        writeln!(out)?;
    }
    Ok(numbered)
}

/// `德清县 · 2021—2025 · 新型城镇化 · 上级 湖州市、浙江省 · ✕3 ▲6 ●20 ？1 · plans/deqing.plan`.
fn plan_head(
    outcome: &Outcome,
    words: &Words,
    group: &PlanFindings<'_>,
    counts: [usize; 4],
) -> String {
    let path = outcome.sources.get(group.file).map(|source| escape(&source.path).into_owned());
    let known = group.plan.map(|plan| known_of_plan(words, plan)).unwrap_or_default();
    let counted = told_counts(words, group.plan, counts);
    known.into_iter().chain(counted).chain(path).collect::<Vec<_>>().join(" · ")
}

/// How much each file has of each level, the heaviest first, and what of it was not judged.
// Of all findings, not of those that are listed: where the list is cut, its heads say what they stand for.
fn counts_by_file(outcome: &Outcome) -> HashMap<FileId, [usize; 4]> {
    let mut counts: HashMap<FileId, [usize; 4]> = HashMap::new();
    let mut count = |file, at: usize| {
        counts.entry(file).or_default().get_mut(at).into_iter().for_each(|count| *count += 1);
    };
    for finding in &outcome.findings {
        let at = LEVEL_SIGNS.iter().position(|(level, _)| *level == finding.level);
        at.into_iter().for_each(|at| count(finding.place().file, at));
    }
    outcome.undetermined.iter().for_each(|passed| count(passed.place.file, LEVEL_SIGNS.len()));
    counts
}

/// `✕3 ▲5 ？2 未读出1`, in signs that leave the line short; what a plan has nothing of is left out.
fn told_counts(words: &Words, plan: Option<&Checked>, counts: [usize; 4]) -> Option<String> {
    let unread = plan.map_or(0, |plan| plan.in_targets.unread);
    let language = words.language();
    let signs = LEVEL_SIGNS.map(|(_, sign)| sign).into_iter().chain([unjudged_sign(language)]);
    let all = signs.zip(counts).chain([(language.pick("未读出", "unread "), unread)]);
    let told: Vec<String> =
        all.filter(|(_, count)| *count > 0).map(|(sign, count)| format!("{sign}{count}")).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What the signs in the heads stand for: `✕ 须核改，▲ 请说明，● 供参考，？ 未能判定`.
pub(super) fn legend(words: &Words) -> String {
    let language = words.language();
    let levels = LEVEL_SIGNS.map(|(level, sign)| format!("{sign} {}", words.level(level)));
    let unjudged =
        format!("{} {}", unjudged_sign(language), language.pick("未能判定", "not judged"));
    let signs: Vec<String> = levels.into_iter().chain([unjudged]).collect();
    signs.join(language.pick("，", ", "))
}

fn known_of_plan(words: &Words, plan: &Checked) -> Vec<String> {
    let language = words.language();
    let region = plan.region.as_ref().map(|region| escape(region).into_owned());
    let years = plan.period.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => text! { language; zh: "{first}—{last}", en: "{first}-{last}" },
    });
    let topic = plan.topic.as_ref().map(|topic| escape(topic).into_owned());
    let above: Vec<_> = plan.above.iter().map(|region| escape(region)).collect();
    let above = (!above.is_empty()).then(|| {
        let above = above.join(language.pick("、", ", "));
        text! { language; zh: "上级 {above}", en: "above: {above}" }
    });
    [region, years, topic, above].into_iter().flatten().collect()
}

/// Whether two findings say of two indicators of one parent that they are not carried on.
fn are_one_loss(outcome: &Outcome, words: &Words, one: &Finding, next: &Finding) -> bool {
    const LOSSES: [&str; 2] = ["binding-not-carried", "indicator-not-carried"];
    // What a decision or an earlier run says of one of them is not said of the other.
    let alike = |finding: &Finding| {
        let Finding { rule, level, draft, .. } = finding;
        let standing = (outcome.is_new(finding), words.standing(finding));
        (*rule, *level, draft.case, draft.subject.other.clone(), standing)
    };
    let named = |finding: &Finding| finding.draft.subject.indicator.is_some();
    LOSSES.contains(&one.rule) && named(one) && named(next) && alike(one) == alike(next)
}

fn write_item(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    (number, finding, others): (usize, &Finding, &[&Finding]),
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
    let others: Vec<&str> =
        others.iter().filter_map(|one| one.draft.subject.indicator.as_deref()).collect();
    if !others.is_empty() {
        let names = escape(&others.join(language.pick("、", ", "))).into_owned();
        message.push_str(
            &text! { language; zh: "；同样没有列出的还有{names}", en: "; also missing: {names}" },
        );
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
