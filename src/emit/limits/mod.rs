//! Who falls short as a figure rises: tables for people, one document for machines.

mod json;
mod row;

use std::io::{self, Write};

use crate::{
    config::Language,
    engine::ShortfallCount,
    text::Sources,
    views::{Direction, Margin, Reached},
    words::{Words, number_with_unit, term_of, text},
};

use super::{columns::Columns, escape, footer};

pub use json::write_limits_json;

/// Writes for each figure its place, the steps, where it stands today, and how far its roll-up goes.
///
/// # Errors
/// Those of `out`.
pub fn write_limits(
    indicator: &str,
    margins: &[Margin],
    sources: &Sources,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    writeln!(out, "{}", escape(indicator))?;
    for (at, margin) in margins.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", margin_heading(language, margin, sources))?;
        match why_no_steps(language, margin) {
            Some(why) => writeln!(out, "{why}")?,
            None => {
                Columns::of(row::limit_rows(language, margin)).write(out)?;
                writeln!(out, "{}", shortfall_today(language, margin))?;
            }
        }
        // Even where there are no steps: a mean or a sum may still say how far the figure can go.
        for line in rollup_reach_lines(language, margin) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// 浙江省 2025 年目标 25（约束性，越高越好），its place.
fn margin_heading(language: Language, margin: &Margin, sources: &Sources) -> String {
    let [region, written] =
        [&*margin.figure.region, &*margin.figure.value].map(|words| escape(words));
    let direction = margin.figure.direction.map(|direction| term_of(language, direction));
    let about = [
        Some(term_of(language, margin.figure.class)),
        direction,
        Some(term_of(language, margin.figure.relation)),
    ];
    let mut about: Vec<String> = about.into_iter().flatten().map(str::to_owned).collect();
    about.extend(margin.figure.condition.as_ref().map(|words| escape(words).into_owned()));
    let (year, at) = (margin.figure.year, footer::near(sources, language, &margin.place));
    let about = about.join(language.pick("，", ", "));
    text! { language;
        zh: "{region} {year} 年目标 {written}（{about}） {at}",
        en: "{region} {year}: {written} ({about}) {at}"
    }
}

/// Why there is no table of steps.
fn why_no_steps(language: Language, margin: &Margin) -> Option<&'static str> {
    // Each reason for an empty table is said by itself: nobody below, no better side, or a number that troubles
    // none.
    let (zh, en) = match &margin.below.steps {
        None if margin.figure.direction.is_none() => {
            ("没有高低之分，不逐步比较", "neither side is better: there are no steps")
        }
        None => ("不是单个数值，不逐步比较", "no single number: there are no steps"),
        Some(_) if margin.below.children == 0 => {
            ("没有下级写明这一目标", "nobody below states this target")
        }
        Some(steps) if steps.is_empty() && margin.below.start == ShortfallCount::default() => {
            ("定多高都没有下级因此达不到", "nobody below falls short, whatever the number")
        }
        Some(_) => return None,
    };
    Some(language.pick(zh, en))
}

fn shortfall_today(language: Language, margin: &Margin) -> String {
    let (all, children) = (margin.below.today.all(), margin.below.children);
    let written = escape(&margin.figure.value);
    text! { language;
        zh: "现为 {written}：{children} 个下级目标中 {all} 个达不到",
        en: "now {written}: {all} of {children} below fall short"
    }
}

fn rollup_reach_lines(language: Language, margin: &Margin) -> Vec<String> {
    let head = language.pick("汇总：", "roll-up: ");
    let none = margin.below.no_rollup.map(|why| {
        let why = term_of(language, why);
        text! { language; zh: "{head}不汇总（{why}）", en: "{head}none ({why})" }
    });
    let said = margin
        .below
        .reaches
        .iter()
        .map(|one| format!("{head}{}", rollup_reach_words(language, margin, one)));
    said.chain(none).collect()
}

fn rollup_reach_words(language: Language, margin: &Margin, reached: &Reached) -> String {
    let unit = &margin.figure.unit;
    let lower = margin.figure.direction == Some(Direction::Lower);
    match reached {
        Reached::All => language.pick("定到哪个数都还有可能达到", "every number can still be met"),
        Reached::Nothing => language.pick("定到哪个数都达不到", "no number can be met any more"),
        Reached::Until { number, short, beyond } => {
            // Only a number that was cut is called 约: an exact one read as a rough one would be checked for
            // nothing.
            let about = if number == short { "" } else { language.pick("约", "about ") };
            let number = number_with_unit(language, short, unit);
            let zh = match (lower, beyond) {
                (false, false) => format!("最高可以定到{about} {number}"),
                (false, true) => format!("须低于{about} {number}"),
                (true, false) => format!("最低可以定到{about} {number}"),
                (true, true) => format!("须高于{about} {number}"),
            };
            let en = match (lower, beyond) {
                (false, false) => format!("can be met up to {about}{number}"),
                (true, false) => format!("can be met down to {about}{number}"),
                (false, true) => format!("can be met below {about}{number}"),
                (true, true) => format!("can be met above {about}{number}"),
            };
            return language.pick(zh, en);
        }
        Reached::Between { low, high } => {
            let end = |end: &Option<String>| {
                end.as_ref().map_or("…".into(), |n| number_with_unit(language, n, unit))
            };
            let (low, high) = (end(low), end(high));
            return text! { language; zh: "合计在 {low} 至 {high} 之间", en: "between {low} and {high}" };
        }
    }
    .to_owned()
}
