//! The findings as a table for spreadsheets, one row each, with heads in the language of the output.

use std::io::{self, Write};

use crate::{
    engine::Outcome,
    finding::{Compared, Finding, StatedValue},
    words::{Words, number_as_printed, plain_number},
};

use super::{csv, escape};

const HEADS: [(&str, &str); 19] = [
    ("编号", "id"),
    ("级别", "level"),
    ("规则", "rule"),
    ("规则名", "title"),
    ("地区", "region"),
    ("规划", "plan"),
    ("指标", "indicator"),
    ("年份", "year"),
    ("本处数值", "value"),
    ("对照数值", "compared with"),
    ("差", "gap"),
    ("单位", "unit"),
    ("问题", "message"),
    ("建议", "help"),
    ("文中位置", "place"),
    ("文件", "file"),
    ("行", "line"),
    ("列", "column"),
    ("起因编号", "cause"),
];

/// Writes every finding, whatever its level.
pub(super) fn write_findings_table(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let heads = HEADS.map(|(zh, en)| words.language().pick(zh, en));
    csv::write_csv_heads(&heads, out)?;
    outcome
        .findings
        .iter()
        .try_for_each(|finding| csv::write_csv_row(&finding_cells(outcome, words, finding), out))
}

fn finding_cells(outcome: &Outcome, words: &Words, finding: &Finding) -> [String; 19] {
    let said = words.say(finding);
    let help = said.full_help(words.language());
    let (subject, place) = (&finding.draft.subject, finding.place());
    let source = outcome.sources.get(place.file);
    // A Word file has no lines: a number there would be one of the text that was made from it, which nobody can
    // open.
    let lined = source.filter(|source| source.has_lines());
    let position = lined.map(|source| source.position(place.span.start));
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
    let [own, other, gap, unit] = compared_figures(&finding.draft.compared);
    let cells = [
        finding.id.clone(),
        words.level(finding.level).to_owned(),
        finding.rule.to_owned(),
        said.title,
        text(subject.region.as_deref()),
        text(subject.plan.as_deref()),
        text(subject.indicator.as_deref()),
        subject.year.map_or_else(String::new, |year| year.to_string()),
        own,
        other,
        gap,
        unit,
        said.message,
        help,
        place.locator.as_ref().map_or_else(String::new, |locator| words.locator(locator)),
        text(source.map(|source| &*source.path)),
        number(position.map(|position| position.line)),
        number(position.map(|position| position.column)),
        text(finding.root.as_deref()),
    ];
    cells.map(|cell| escape(&cell).into_owned())
}

/// The finding's own figure, the one beside it, the gap and the unit; empty where a rule has none.
fn compared_figures(compared: &Compared) -> [String; 4] {
    let unit = compared.unit();
    // Bare numbers wherever a column can hold them, so that a spreadsheet can sort and subtract.
    let figure = |stated: &Option<StatedValue>| match stated {
        None => String::new(),
        Some(StatedValue { number: Some(number), unit: own, .. }) => match &**own == unit {
            true => plain_number(*number),
            // The column holds one unit; a figure in another one brings it along.
            false => number_as_printed(&plain_number(*number), own),
        },
        Some(stated) => stated.words.to_string(),
    };
    let own = match compared.count {
        Some(count) => count.to_string(),
        None => figure(&compared.own),
    };
    let gap = compared.distance.as_ref().map_or_else(String::new, |apart| plain_number(apart.gap));
    [own, figure(&compared.other), gap, unit.to_owned()]
}
