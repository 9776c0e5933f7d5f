//! One part of a phrase as a statement: its basis, its unit, and what full coverage is measured by.

use crate::{
    catalogue::Catalogue,
    quantity::{Basis, Comparator, Quantity, Relative, read_unit},
    text::{Source, Span},
};

use super::{Statement, extract::Frame, years::When};

/// One part of a phrase as a statement; its set is settled when the whole plan is read.
pub(super) fn stated(
    template: &Statement,
    quantity: Quantity,
    framed: (Frame, When),
    catalogue: &Catalogue,
) -> Statement {
    let mut statement = template.clone();
    let is_rate = statement.unit.as_ref().is_some_and(|unit| matches!(&*unit.name, "%" | "‰"));
    let framed = match framed {
        (Frame::Yearly, _) if is_rate => Some(Basis::Growth),
        (Frame::Yearly, _) | (_, When::Yearly) => Some(Basis::PerYear),
        (Frame::Cumulative, _) => Some(Basis::Cumulative),
        (_, When::Span(..)) if !is_rate => Some(Basis::Cumulative),
        _ => None,
    };
    statement.measure.basis = quantity.basis.or(framed).unwrap_or(Basis::Stock);
    if quantity.comparator == Comparator::All && !is_rate {
        cover(&mut statement, catalogue);
    } else if let (Some(unit), false) = (&quantity.unit, is_change(&quantity)) {
        statement.unit = Some(unit.clone());
    }
    statement.quantity = Some(quantity);
    statement
}

/// The words of one part of a phrase, with the condition written before it.
pub(super) fn part(source: &Source, cell: Span, quantity: &Quantity) -> Span {
    let words = quantity.span.shifted(cell.start);
    let before = Span { start: cell.start, end: words.start };
    let condition = quantity.condition.as_deref();
    let at = condition.and_then(|condition| source.slice(before).rfind(condition));
    at.map_or(words, |at| Span::new(cell.range().start + at, words.range().end))
}

/// Whether its unit is that of the change against a base, not of the value it leads to: 较2020年下降50%.
fn is_change(quantity: &Quantity) -> bool {
    matches!(quantity.relative, Some(Relative::Base { .. }))
}

/// A promise of full coverage for an indicator that counts things speaks of its rate, not of the count.
fn cover(statement: &mut Statement, catalogue: &Catalogue) {
    statement.measure.basis = Basis::Stock;
    statement.unit = read_unit("%");
    match catalogue.indicator(statement.indicator).coverage {
        Some(rate) => statement.measure.indicator = rate,
        None => statement.measure.coverage = true,
    }
}

/// `[3000]` in a row makes its plain cells values of single years.
pub(super) fn yearly_beside_cumulative(row: &mut [Statement]) {
    let says = |statement: &Statement| statement.quantity.as_ref().and_then(|q| q.basis);
    if row.iter().any(|statement| says(statement) == Some(Basis::Cumulative)) {
        for statement in row.iter_mut().filter(|statement| says(statement).is_none()) {
            statement.measure.basis = Basis::PerYear;
        }
    }
}
