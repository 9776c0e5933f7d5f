//! Statements, rows and ancestors' figures as the values that a finding compares.

use std::sync::Arc;

use crate::{
    alignment::{Against, Comparison, FigureSource, NumberedStatement, Pair},
    finding::{BaseDistance, Compared, Distance, StatedValue},
    model::{Model, Statement, TargetRow},
    quantity::Decimal,
};

use super::telling::{final_target, in_printed_unit, printed_unit_of, target_beside};

/// What a statement says.
#[must_use]
pub fn stated_value(model: &Model, statement: &Statement) -> StatedValue {
    let region = statement.region.or(model.plan(statement.plan).region);
    StatedValue {
        words: model.printed(statement).into(),
        number: statement.number.map(|number| in_printed_unit(number, statement)),
        unit: printed_unit_of(statement),
        region: region.map(|id| Arc::clone(&model.catalogue.region_of(id).name)),
        plan: Some(Arc::clone(&model.plan(statement.plan).title)),
        year: Some(statement.year),
        class: statement.class,
        place: Some(model.place(statement)),
    }
}

/// What a row says last, where it says something.
#[must_use]
pub fn stated_row(model: &Model, row: &TargetRow) -> Option<StatedValue> {
    final_target(model, row).map(|target| stated_value(model, target))
}

/// What a row says of the last year that another row states as well, else its last target.
#[must_use]
pub fn stated_row_beside(model: &Model, row: &TargetRow, other: &TargetRow) -> Option<StatedValue> {
    target_beside(model, row, other).map(|target| stated_value(model, target))
}

/// What a statement says, with the words around its value: 公办学校全覆盖.
#[must_use]
pub fn stated_in_full(model: &Model, statement: &Statement) -> StatedValue {
    StatedValue { words: model.phrase(statement).into(), ..stated_value(model, statement) }
}

/// A statement beside the one that speaks for its target, both in the unit of the latter, with the numbers that references
/// mean.
#[must_use]
pub fn compare_sides(model: &Model, pair: &Pair) -> Compared {
    let side = |side: &NumberedStatement| StatedValue {
        // Both numbers in the unit of one of them: 3.5万人 beside 35000人 would otherwise look like a
        // gap.
        number: Some(in_printed_unit(side.number, pair.first.statement)),
        unit: printed_unit_of(pair.first.statement),
        ..stated_value(model, side.statement)
    };
    Compared::two(side(&pair.second), side(&pair.first))
}

/// What an ancestor's figure says; one that was read between two years is its number.
#[must_use]
pub fn stated_above(model: &Model, against: &Against) -> StatedValue {
    let shown = &*against.shown(model);
    let number = in_printed_unit(against.figure.number, shown);
    let printed = stated_value(model, shown);
    let words = match against.figure.source {
        // Nobody printed a number that was read between two years, so there are no words to quote.
        FigureSource::Between(..) => number.normalize().to_string().into(),
        _ => Arc::clone(&printed.words),
    };
    StatedValue {
        words,
        number: Some(number),
        // A figure issued to the child is the ancestor's, though of the child's region.
        region: Some(Arc::clone(&model.catalogue.region_of(against.region).name)),
        class: against.figure.class,
        ..printed
    }
}

/// Two statements side by side.
#[must_use]
pub fn compare_statements(model: &Model, own: &Statement, other: &Statement) -> Compared {
    Compared::two(stated_value(model, own), stated_value(model, other))
}

/// How far an ancestor goes from its base to its figure.
fn moved(base: &Statement, against: &Against) -> Option<Decimal> {
    base.number.and_then(|base| against.figure.number.checked_sub(base)).map(|way| way.abs())
}

/// A target beside the figure of an ancestor, with what lies between them now and lay between them then.
#[must_use]
pub fn compare_above(model: &Model, comparison: &Comparison, against: &Against) -> Compared {
    let shown = &*against.shown(model);
    let child = &*comparison.own(model);
    // The gap is told in the unit of the row it is about, where that row prints one.
    let row = if child.unit.is_some() { child } else { shown };
    let base = against.base.map(|base| BaseDistance {
        gap: in_printed_unit(base.gap.0, row),
        year: model.statement(base.child).year,
        moved: moved(model.statement(base.parent), against).map(|way| in_printed_unit(way, row)),
    });
    let gap = against.gap.map(|gap| in_printed_unit(gap.0, row));
    Compared {
        base,
        distance: gap.map(|gap| Distance { gap, unit: printed_unit_of(row) }),
        direction: comparison.direction,
        trajectory: Some(against.trajectory),
        relation: Some(against.relation.clone()),
        ..Compared::two(stated_value(model, child), stated_above(model, against))
    }
}
