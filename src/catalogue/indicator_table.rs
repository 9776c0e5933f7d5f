//! From 指标目录 tables to indicators, and what is assumed of an indicator nobody defines.

use std::sync::Arc;

use crate::{
    quantity::{Bound, Decimal, Direction, Interval, Unit, read_unit_cell},
    syntax::{ColumnKind, DirectionWord, PathWord, Row, Table},
    text::{FileId, Place, Source, fold_full_width},
};

use super::{Defined, Indicator, NameKey, Path, Relation, Tiers, split_printed_unit};

/// One catalogue row before names are resolved.
pub struct IndicatorRow {
    /// The indicator; coverage and confusable still empty.
    pub indicator: Indicator,
    /// 覆盖口径 as written.
    pub coverage: Option<String>,
    /// 易混 as written.
    pub confusable: Vec<String>,
}

/// Reads one row of a catalogue table; `None` when it names no indicator.
pub fn read_indicator_row(
    table: &Table,
    row: &Row,
    file: FileId,
    source: &Source,
    tiers: &Tiers,
) -> Option<IndicatorRow> {
    let cell = |kind: ColumnKind| {
        table.column(&kind).map_or("", |column| source.slice(table.cell(row, column)).trim())
    };
    let printed = cell(ColumnKind::Indicator);
    if printed.is_empty() {
        return None;
    }
    let (name, in_name) = match split_printed_unit(printed) {
        Some((name, unit)) => (name, Some(unit)),
        None => (printed, None),
    };
    // The unit column before the bracket: the bracket may be a remark that only looks like a unit.
    let unit = read_unit_cell(cell(ColumnKind::Unit)).or(in_name);
    let relation = Relation::read(cell(ColumnKind::Relation))
        .unwrap_or_else(|| assumed_relation(name, unit.as_ref()));
    let listed = listed_items(cell(ColumnKind::Tiers));
    let tier_list: Vec<_> = listed.iter().filter_map(|word| tiers.read(word)).collect();
    let place = Place::new(file, row.span);
    Some(IndicatorRow {
        indicator: Indicator {
            name: name.into(),
            key: NameKey::of(printed),
            direction: read_direction(cell(ColumnKind::Direction)),
            relation,
            further_relations: Vec::new(),
            tiers: (!tier_list.is_empty()).then_some(tier_list),
            range: read_range(cell(ColumnKind::Range)).map_or_else(
                || assumed_range(name, unit.as_ref()),
                |r| range_in_plain_unit(r, unit.as_ref()),
            ),
            path: read_path(cell(ColumnKind::Path)),
            declines: declines(name),
            changes: says_change(name),
            unit,
            coverage: None,
            confusable: Vec::new(),
            aliases: listed_items(cell(ColumnKind::Aliases)).into_iter().map(Arc::from).collect(),
            english: english_names(cell(ColumnKind::English)),
            note: Some(cell(ColumnKind::Note)).filter(|note| !note.is_empty()).map(Arc::from),
            defined: Defined::Workspace(place),
        },
        coverage: Some(cell(ColumnKind::Coverage)).filter(|c| !c.is_empty()).map(str::to_owned),
        confusable: listed_items(cell(ColumnKind::Confusable)),
    })
}

/// An indicator that occurs in plans but in no catalogue.
pub fn undefined(printed: &str, unit_cell: Option<Unit>) -> Indicator {
    let (name, in_name) = match split_printed_unit(printed) {
        Some((name, unit)) => (name, Some(unit)),
        None => (printed.trim(), None),
    };
    let unit = unit_cell.or(in_name);
    Indicator {
        name: name.into(),
        key: NameKey::of(printed),
        direction: None,
        relation: assumed_relation(name, unit.as_ref()),
        further_relations: Vec::new(),
        tiers: None,
        range: assumed_range(name, unit.as_ref()),
        path: Path::Linear,
        declines: declines(name),
        changes: says_change(name),
        unit,
        coverage: None,
        confusable: Vec::new(),
        aliases: Vec::new(),
        english: Vec::new(),
        note: None,
        defined: Defined::Nowhere,
    }
}

/// Items separated by 、 , ， or ; .
fn listed_items(cell: &str) -> Vec<String> {
    cell.split(['、', ',', '，', ';', '；'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The names of a cell in English, which have commas in them: Licensed doctors per 1,000 people.
fn english_names(cell: &str) -> Vec<Arc<str>> {
    cell.split([';', '；']).map(str::trim).filter(|name| !name.is_empty()).map(Arc::from).collect()
}

fn read_direction(word: &str) -> Option<Direction> {
    DirectionWord::read(word).map(|word| match word {
        DirectionWord::Higher => Direction::Higher,
        DirectionWord::Lower => Direction::Lower,
        DirectionWord::None => Direction::Neither,
    })
}

fn read_path(word: &str) -> Path {
    match PathWord::read(word) {
        Some(PathWord::Compound) => Path::Compound,
        _ => Path::Linear,
    }
}

/// `0至100`, `0..100`, `≥0`, `≤100`; blank says nothing and is unbounded.
fn read_range(cell: &str) -> Option<Interval> {
    let folded = fold_full_width(cell);
    let end =
        |text: &str| text.trim().trim_matches(['—', '–']).parse::<Decimal>().ok().map(closed_bound);
    let range = if let Some(low) = folded.trim().strip_prefix(['≥', '>']) {
        Interval { low: end(low), high: None }
    } else if let Some(high) = folded.trim().strip_prefix(['≤', '<']) {
        Interval { low: None, high: end(high) }
    } else {
        let (low, high) = folded
            .split_once("..")
            .or_else(|| folded.split_once(['—', '–', '~', '至']))
            .or_else(|| folded.split_once(" to "))
            // The hyphen last, as it is also a minus: -5至5 has its 至 first.
            .or_else(|| folded.split_once('-'))?;
        Interval { low: end(low), high: end(high) }
    };
    (range.low.is_some() || range.high.is_some()).then_some(range)
}

/// A range is written in the unit of its row: 0至100 under 万人 ends at 1 000 000 人.
fn range_in_plain_unit(range: Interval, unit: Option<&Unit>) -> Interval {
    let factor = unit.map_or(Decimal::ONE, |unit| unit.factor);
    let scaled = |end: Option<Bound>| {
        end.and_then(|end| Some(Bound { value: end.value.checked_mul(factor)?, ..end }))
    };
    Interval { low: scaled(range.low), high: scaled(range.high) }
}

fn closed_bound(value: Decimal) -> Bound {
    Bound { value, open: false }
}

/// Words of a rate of change, whose values have no natural ends.
// A growth may be 120%, and a fall below nothing; a range of 0 to 100 would cut both off.
const CHANGE: [&str; 10] =
    ["增长", "增速", "增幅", "降幅", "下降", "降低", "提高", "growth", "decline", "reduction"];

/// Words of a share of something.
const SHARE: [&str; 14] = [
    "率",
    "占比",
    "比重",
    "比例",
    "覆盖",
    "普及",
    "达标",
    "share",
    "coverage",
    "rate",
    "proportion",
    "percentage",
    "水平",
    "度",
];

fn declines(name: &str) -> bool {
    ["下降", "降低", "减少", "reduction", "decline"].iter().any(|word| name.contains(word))
}

/// Whether a name says growth or decline: such values start anew in every period.
fn says_change(name: &str) -> bool {
    let lower = name.to_lowercase();
    CHANGE.iter().any(|word| lower.contains(word))
}

/// A percentage that is a share of something lies in 0..100; everything else is unbounded.
fn assumed_range(name: &str, unit: Option<&Unit>) -> Interval {
    let lower = name.to_lowercase();
    let is_percent = unit.is_some_and(|unit| &*unit.name == "%");
    let is_share = SHARE.iter().any(|word| lower.contains(word));
    // All three must hold; a rate that may be negative, such as 利润率, needs a row of the catalogue that says its
    // range.
    if is_percent && is_share && !says_change(name) {
        Interval {
            low: Some(closed_bound(Decimal::ZERO)),
            high: Some(closed_bound(Decimal::ONE_HUNDRED)),
        }
    } else {
        Interval::default()
    }
}

/// Shares, rates and ratios behave like a mean without weights; amounts like nothing that crosses levels.
fn assumed_relation(name: &str, unit: Option<&Unit>) -> Relation {
    // Anything per something is an average over it: 平方米/人 of a city lies between those of its counties.
    let rate_unit = unit.is_some_and(|unit| {
        matches!(&*unit.name, "%" | "‰" | ":1" | "倍") || unit.name.contains('/')
    });
    let rate_name =
        unit.is_none() && ["率", "比", "比例", "比重"].iter().any(|end| name.ends_with(end));
    // Own for amounts, and not sum: which regions a sum runs over is known only where somebody has said that they
    // add up.
    if rate_unit || rate_name { Relation::Mean { weight: None } } else { Relation::Own }
}
