//! One indicator through every tier as a small table.

use std::io::{self, Write};

use crate::{
    config::Language,
    views::{IndicatorTrace, Observed, TraceComparison, TraceLine, Trajectory},
    words::{asking, difference_with_unit, number_with_unit, rollup_in_words, term_of, text},
};

use super::columns::Columns;

/// Writes the table; a region is set in by its depth.
///
/// # Errors
/// Those of `out`.
pub fn write_trace(
    trace: &IndicatorTrace,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let unit = trace.unit.as_deref().unwrap_or_default();
    let relation = term_of(language, trace.relation);
    match language {
        Language::Zh if unit.is_empty() => {
            writeln!(out, "{}　汇总方式：{relation}", trace.indicator)?
        }
        Language::Zh => writeln!(out, "{}（{unit}）　汇总方式：{relation}", trace.indicator)?,
        Language::En if unit.is_empty() => {
            writeln!(out, "{}, relation: {relation}", trace.indicator)?
        }
        Language::En => writeln!(out, "{} ({unit}), relation: {relation}", trace.indicator)?,
    }
    let head = language.pick(
        ["地区", "年份", "目标", "属性", "基期", "与上级相比"],
        ["region", "year", "target", "class", "base", "against those above"],
    );
    let rows = trace.lines.iter().flat_map(|line| {
        let rolled = line.rolled.iter().map(|told| rollup_in_words(language, told));
        // Lines of the same table below their region, so that they keep to its columns and a reader need not look
        // for the target they speak of.
        let observed = line.observed.iter().map(|one| observed_progress(language, unit, line, one));
        let below = observed.chain(rolled).map(|told| under(line, told));
        std::iter::once(trace_row(language, unit, line)).chain(below)
    });
    Columns::of(rows).headed(head).write(out)
}

fn trace_row(language: Language, unit: &str, line: &TraceLine) -> [String; 6] {
    let base = line.base.as_ref().map_or_else(String::new, |(written, year)| {
        text! { language; zh: "{written}（{year}年）", en: "{written} ({year})" }
    });
    let beside: Vec<String> =
        line.beside.iter().map(|one| comparison_sentence(language, unit, one)).collect();
    let beside = match line.undetermined {
        // A cell that is blank would read as in order.
        Some(why) if beside.is_empty() => term_of(language, why).to_owned(),
        _ => beside.join(language.pick("；", "; ")),
    };
    [
        format!("{}{}", "  ".repeat(line.depth), line.region),
        line.year.to_string(),
        line.value.clone(),
        line.class.map_or_else(String::new, |class| term_of(language, class).to_owned()),
        base,
        beside,
    ]
}

/// What else is known of a target, under its line.
fn under(line: &TraceLine, told: String) -> [String; 6] {
    let mut cells = <[String; 6]>::default();
    cells[0] = format!("{}└", "  ".repeat(line.depth));
    cells[5] = told;
    cells
}

/// 2023 年已达 64.5%，应到 66%，进度 75%，照此 2025 年为 67.5%.
fn observed_progress(
    language: Language,
    unit: &str,
    line: &TraceLine,
    observed: &Observed,
) -> String {
    let Observed { year, percent, .. } = observed;
    let shown = |number: &str| number_with_unit(language, number, unit);
    let (reached, due) = (shown(&observed.reached), shown(&observed.due));
    let outlook = observed.outlook.as_deref().map(|outlook| {
        let (end, outlook) = (line.year, shown(outlook));
        text! { language; zh: "，照此 {end} 年为 {outlook}", en: ", at this speed {outlook} in {end}" }
    });
    let outlook = outlook.unwrap_or_default();
    text! { language;
        zh: "{year} 年已达 {reached}，应到 {due}，进度 {percent}%{outlook}",
        en: "{reached} in {year}, {due} due, pace {percent}%{outlook}"
    }
}

/// 弱于浙江省 25%（差 1 个百分点，差距缩小）.
fn comparison_sentence(language: Language, unit: &str, beside: &TraceComparison) -> String {
    let mut number = number_with_unit(language, &beside.number, unit);
    if beside.between {
        number.insert_str(0, language.pick("推算值 ", "interpolated "));
    }
    let region = asking(language, &beside.region, beside.plan.as_deref(), beside.is_outline);
    let Some(verdict) = beside.verdict else { return format!("{region} {number}") };
    let verdict = term_of(language, verdict);
    let detail = beside.gap.as_ref().map(|gap| {
        let gap = difference_with_unit(language, gap, unit);
        let trajectory = match beside.trajectory {
            // Without baselines there is nothing to say of the way; 走势不明 in each row would only fill it.
            Trajectory::Unknown => String::new(),
            known => format!("{}{}", language.pick("，", ", "), term_of(language, known)),
        };
        text! { language; zh: "（差 {gap}{trajectory}）", en: " (by {gap}{trajectory})" }
    });
    let detail = detail.unwrap_or_default();
    text! { language;
        zh: "{verdict}{region} {number}{detail}",
        en: "{verdict} {region} {number}{detail}"
    }
}
