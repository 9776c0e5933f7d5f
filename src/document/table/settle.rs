//! What a column of a head holds by the columns beside it: growth of the year before it, averages of another period, repetitions.

use crate::{
    document::Years,
    syntax::{ColumnKind, YearRole, compared_form, without_growth},
    text::Span,
};

use super::head_column::HeadColumn;

/// Settles the columns of one head from left to right.
pub(super) fn settle_columns(columns: &mut [HeadColumn], period: Option<Years>) {
    // Averages first, because a growth is settled by the years before it, and repetitions at last, when
    // all kinds are known.
    for column in columns.iter_mut() {
        if column.kind == ColumnKind::YearlyAverage {
            average(column, period);
        }
    }
    growth(columns, period);
    mark_repeated_columns(columns);
}

/// An average that stands under a year is that of the period only where the year is its last; one of growth is in percent.
fn average(column: &mut HeadColumn, period: Option<Years>) {
    let key = compared_form(&column.words).into_owned();
    let year = Years::of(&key).filter(|years| years.start == years.end).map(|years| years.end);
    // An average under the first year of a plan is not that of its period; nobody says from when it is.
    let of_period = Years::five_year_plan(&key).is_some() || year.is_none();
    if !of_period && year != period.map(|years| years.end) {
        column.kind = ColumnKind::Unknown;
        column.unit = None;
    } else if column.unit.is_none() && without_growth(&key).is_some() && !key.contains("累计") {
        column.unit = Some("%".to_owned());
    }
}

/// 年均 alone beside a level of the years planned for is a change a year, and no second level: where its head says %, it is
/// growth, else nobody knows whether it is growth, points or an amount. `beside` tells for each column whether a row of it has
/// such a level as well.
pub(super) fn change_a_year(
    columns: &mut [HeadColumn],
    period: Option<Years>,
    beside: impl Fn(usize, &[usize]) -> bool,
) {
    let planned = |kind: &ColumnKind| match kind {
        ColumnKind::Year { year, role } => {
            *role == YearRole::Target || period.is_none_or(|years| *year >= years.start)
        }
        _ => false,
    };
    let levels = columns.iter().enumerate().filter(|(_, column)| planned(&column.kind));
    let levels: Vec<usize> = levels.map(|(at, _)| at).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        let key = compared_form(&column.words).into_owned();
        let says_more =
            without_growth(&key).is_some() || key.contains("累计") || key.contains("total");
        if column.kind != ColumnKind::YearlyAverage || says_more || !beside(at, &levels) {
            continue;
        }
        if super::column::unit_of(&key).as_deref() == Some("%") {
            column.words = "年均增长".to_owned();
            column.unit = Some("%".to_owned());
        } else {
            column.kind = ColumnKind::Unknown;
            column.unit = None;
        }
    }
}

/// `比上年增长（%）` is of the year of the levels before it; in a plan of several years 增长 alone may be that of all of them.
fn growth(columns: &mut [HeadColumn], period: Option<Years>) {
    let yearly = period.is_some_and(|years| years.start == years.end);
    let mut before: Option<(i32, YearRole)> = None;
    let mut earlier: Option<i32> = None;
    for column in columns {
        if let ColumnKind::Year { year, role } = column.kind {
            earlier = before.map(|(year, _)| year);
            before = Some((year, role));
        }
        let Some((year, role)) = before.filter(|_| column.kind == ColumnKind::Unknown) else {
            continue;
        };
        let key = compared_form(&column.words).into_owned();
        // 增长目标 is a target that grows and no growth of the level before it.
        let plain = without_growth(&key).is_some_and(|rest| rest.is_empty());
        let percent = super::column::unit_of(&key).is_none_or(|unit| unit == "%");
        let on_year = ["上年", "同比", "yoy"].iter().any(|word| key.contains(word));
        let past = matches!(role, YearRole::Observed | YearRole::Estimate);
        // Two years that follow one another leave only one growth between them.
        let next = earlier.is_some_and(|earlier| earlier + 1 == year);
        if plain && percent && (on_year || past || next || yearly) {
            column.kind = ColumnKind::Growth { year, role };
        }
    }
}

/// 完成情况 without a year is of the only one that the caption of its table or the title names, where the plan is for that year.
pub(super) fn settle_observed_columns(
    columns: &mut [HeadColumn],
    said: [Option<&str>; 2],
    period: Option<Years>,
) {
    let planned = |year: &i32| period.is_some_and(|years| (years.start..=years.end).contains(year));
    // Only a year that is the plan's own: the caption of a table may name the year of a census.
    let Some(year) = said.into_iter().flatten().find_map(Years::only).filter(planned) else {
        return;
    };
    let of_year = |role| ColumnKind::Year { year, role };
    for at in 0..columns.len() {
        let known: Vec<ColumnKind> = columns.iter().map(|column| column.kind.clone()).collect();
        let Some(column) = columns.get_mut(at) else { return };
        let role = super::column::role_of_year_words(&compared_form(&column.words));
        let role = role.filter(|role| matches!(role, YearRole::Observed | YearRole::Estimate));
        let is_open = column.kind == ColumnKind::Unknown && !column.repeats;
        // One column of a kind is enough; a second would only repeat it.
        if let Some(role) = role.filter(|role| is_open && !known.contains(&of_year(*role))) {
            column.kind = of_year(role);
        }
    }
}

/// The second of two columns that say the same is not read: nobody knows which one counts.
fn mark_repeated_columns(columns: &mut [HeadColumn]) {
    let mut known: Vec<ColumnKind> = Vec::new();
    for column in columns {
        if !column.kind.holds_values() {
            continue;
        }
        if known.contains(&column.kind) {
            column.kind = ColumnKind::Unknown;
            column.repeats = true;
        } else {
            known.push(column.kind.clone());
        }
    }
}

/// The unit that the heads of all levels say: it is that of the rows, whose cells then need none. Where a column says the
/// units, and for shares, the heads only say it again.
pub(super) fn common_unit(columns: &mut [HeadColumn]) -> Option<(String, Span)> {
    let is_level = |column: &&HeadColumn| matches!(column.kind, ColumnKind::Year { .. });
    let first = columns.iter().find(is_level)?;
    // % is what shares are in anyhow, and no unit of the row that amounts would take.
    let (unit, last) = (first.unit.clone().filter(|unit| unit != "%")?, first.last);
    let own = columns.iter().any(|column| column.kind == ColumnKind::Unit);
    let same = columns.iter().filter(is_level).all(|column| column.unit.as_ref() == Some(&unit));
    if own || !same {
        return None;
    }
    for column in columns.iter_mut() {
        if matches!(column.kind, ColumnKind::Year { .. }) {
            column.unit = None;
        }
    }
    Some((unit, last))
}
