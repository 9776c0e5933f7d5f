//! The targets of one plan that changed, in sections, worst first.

use std::io::{self, Write};

use crate::{
    config::Language,
    text::Place,
    views::{BaselineDifference, EditionTarget, PlanDifference, TargetChange, TargetDifference},
    words::{Words, difference_with_unit, term_of, text},
};

use super::{
    super::{clip::clip, columns::Columns},
    heading::{WIDEST, change_heading, title_with_region},
};

/// Writes a plan with its sections; a plan without changes is one line.
pub(super) fn write_plan_difference(
    plan: &PlanDifference,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let named = title_with_region(language, &plan.title, &plan.region);
    if plan.targets.is_empty() && plan.baselines.is_empty() {
        let same = language.pick("目标没有变化", "no target changed");
        return writeln!(out, "{named}{}{same}\n", language.pick("：", ": "));
    }
    writeln!(out, "{named}")?;
    if let Some(former) = &plan.former_title {
        let former = clip(former, 2 * WIDEST);
        writeln!(out, "{}《{former}》", language.pick("原名：", "formerly "))?;
    }
    for change in TargetChange::ALL {
        // Each target in one section, under the worst that happened to it; what else did stands at the end of its
        // row.
        let worst = |target: &&TargetDifference| target.changes.first() == Some(&change);
        let rows =
            plan.targets.iter().filter(worst).map(|target| target_difference_row(words, target));
        write_change_section(language, change_heading(language, change), rows.collect(), out)?;
    }
    let bases = plan.baselines.iter().map(|base| base_row(words, base)).collect();
    write_change_section(language, language.pick("基期值改动", "baseline changed"), bases, out)?;
    let same = plan.unchanged;
    writeln!(out, "{}\n", text! { language; zh: "未变 {same} 项", en: "unchanged: {same}" })
}

fn write_change_section(
    language: Language,
    head: &str,
    rows: Vec<[String; 5]>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match (rows.len(), language) {
        (0, _) => return Ok(()),
        (count, Language::Zh) => writeln!(out, "{head} {count} 项")?,
        (count, Language::En) => writeln!(out, "{head}: {count}")?,
    }
    Columns::of(rows).write(out)
}

/// Indicator, year, value, class and what else there is to say; what changed stands with an arrow.
fn target_difference_row(words: &Words, target: &TargetDifference) -> [String; 5] {
    let language = words.language();
    let each = |part: &dyn Fn(&EditionTarget) -> String| {
        arrow(target.old.as_ref().map(part), target.new.as_ref().map(part))
    };
    let mut said: Vec<String> = number_gap(language, target).into_iter().collect();
    said.extend(
        target.changes.iter().skip(1).map(|change| change_heading(language, *change).to_owned()),
    );
    let either = target.new.as_ref().or(target.old.as_ref());
    said.extend(either.and_then(|either| locator_words(words, &either.place)));
    [
        target_difference_name(language, target),
        each(&|stated| stated.year.to_string()),
        each(&|stated| clip(&stated.value, WIDEST)),
        class_change(language, target),
        said.join(language.pick("，", ", ")),
    ]
}

/// The class; where it changed, both, and a missing one said as such.
fn class_change(language: Language, target: &TargetDifference) -> String {
    let changed = target
        .changes
        .iter()
        .any(|c| matches!(c, TargetChange::Downgraded | TargetChange::Upgraded));
    let word = |stated: &EditionTarget| match stated.class {
        // Most prose has no class, and 未注明属性 in every row would bury the rows where it was taken away.
        None if !changed => String::new(),
        class => term_of(language, class).to_owned(),
    };
    let (old, new) = (target.old.as_ref().map(word), target.new.as_ref().map(word));
    if changed { arrow(old, new) } else { new.or(old).unwrap_or_default() }
}

/// The indicator with the region and the part of it that the target is of.
fn target_difference_name(language: Language, target: &TargetDifference) -> String {
    let indicator = clip(&target.indicator, WIDEST);
    let of: Vec<String> = target.region.iter().chain(&target.scope).map(|w| clip(w, 20)).collect();
    if of.is_empty() {
        return format!("  {indicator}");
    }
    let of = of.join(language.pick("，", ", "));
    text! { language; zh: "  {indicator}（{of}）", en: "  {indicator} ({of})" }
}

fn base_row(words: &Words, base: &BaselineDifference) -> [String; 5] {
    [
        format!("  {}", clip(&base.indicator, WIDEST)),
        base.year.to_string(),
        arrow(Some(clip(&base.old, WIDEST)), Some(clip(&base.new, WIDEST))),
        String::new(),
        locator_words(words, &base.place).unwrap_or_default(),
    ]
}

/// One value where both are the same or one is missing, else both.
fn arrow(old: Option<String>, new: Option<String>) -> String {
    match (old, new) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (old, new) => new.or(old).unwrap_or_default(),
    }
}

/// How far the two numbers are apart; the heading says which way.
fn number_gap(language: Language, target: &TargetDifference) -> Option<String> {
    let gap = difference_with_unit(language, target.gap.as_deref()?, &target.unit);
    Some(text! { language; zh: "相差 {gap}", en: "by {gap}" })
}

fn locator_words(words: &Words, place: &Place) -> Option<String> {
    place.locator.as_ref().map(|locator| words.locator(locator))
}
