//! The findings as a table for spreadsheets, one row each, with heads in the language of the output.

use std::io::{self, Write};

use crate::{
    engine::Outcome,
    finding::{Args, Finding, Value},
    words::{Words, plain, value},
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

/// Arguments that hold the figure a finding is about, the first that is there counts.
const OWN: [&str; 7] = ["child", "target", "later", "first", "quote", "value", "base"];
/// Arguments that hold the figure it is compared with.
const OTHER: [&str; 6] = ["parent", "known", "source", "past", "second", "base"];

/// Writes every finding, whatever its level.
pub(super) fn write(outcome: &Outcome, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let heads = HEADS.map(|(zh, en)| words.language().pick(zh, en));
    csv::heads(&heads, out)?;
    outcome.findings.iter().try_for_each(|finding| csv::row(&cells(outcome, words, finding), out))
}

fn cells(outcome: &Outcome, words: &Words, finding: &Finding) -> [String; 19] {
    let said = words.say(finding);
    let (subject, place) = (&finding.draft.subject, finding.place());
    let source = outcome.sources.get(place.file);
    let lined = source.filter(|source| source.has_lines());
    let position = lined.map(|source| source.position(place.span.start));
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let number = |number: Option<u32>| number.map_or_else(String::new, |n| n.to_string());
    let [own, other, gap, unit] = figures(&finding.draft.args);
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
        said.help,
        place.locator.as_ref().map_or_else(String::new, |locator| words.locator(locator)),
        text(source.map(|source| &*source.path)),
        number(position.map(|position| position.line)),
        number(position.map(|position| position.column)),
        text(finding.root.as_deref()),
    ];
    cells.map(|cell| escape(&cell).into_owned())
}

/// The finding's own figure, the one beside it, the gap and the unit; empty where a rule has none.
fn figures(args: &Args) -> [String; 4] {
    let named = |names: &[&'static str], not: Option<&str>| {
        let known = names.iter().filter(|name| Some(**name) != not);
        known.copied().find_map(|name| Some((args.get(name)?, figure(args.get(name)?)?, name)))
    };
    let own = named(&OWN, None);
    let other = named(&OTHER, own.as_ref().map(|(.., name)| *name));
    let beside = |key| {
        let lifted = || [&other, &own].into_iter().flatten().find_map(|(of, ..)| part(of, key));
        args.get(key).or_else(lifted).and_then(figure).unwrap_or_default()
    };
    let unit_of = |of: &Value| part(of, "unit").and_then(figure);
    let unit = own.as_ref().and_then(|(of, ..)| unit_of(of)).unwrap_or_else(|| beside("unit"));
    let gap = beside("gap");
    let other = other.map(|(of, shown, _)| match unit_of(of) {
        // The column holds one unit; a figure in another one brings it along.
        Some(another) if another != unit => value(&shown, &another),
        _ => shown,
    });
    let own = own.map(|(_, shown, _)| shown);
    [own.unwrap_or_default(), other.unwrap_or_default(), gap, unit]
}

/// What one of the compared figures says of itself.
fn part<'a>(of: &'a Value, key: &str) -> Option<&'a Value> {
    if let Value::Record(record) = of { record.get(key) } else { None }
}

/// A number as it is, else the words; what is neither has no cell.
fn figure(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        Value::Number(number) => Some(plain(*number)),
        Value::Count(count) => Some(count.to_string()),
        Value::Record(record) => {
            ["number", "phrase"].iter().find_map(|key| figure(record.get(key)?))
        }
        Value::Flag(_) | Value::List(_) => None,
    }
}
