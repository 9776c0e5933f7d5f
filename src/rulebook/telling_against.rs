//! An ancestor's figure, and how a child stands to it, as arguments of messages.

use std::sync::Arc;

use crate::{
    alignment::{Against, Comparison, FigureSource, path_between, path_of},
    catalogue::Path,
    finding::{Args, Value},
    model::{Model, StatementId},
    quantity::{Decimal, Direction},
};

use super::telling::{class_key, in_printed_unit, tell};

/// An ancestor as a record: its statement's, with `gap`, `base_gap`, `base_year`, `trajectory`, `relation`, `between`, `allocated`, `clause`,
/// `outline` (of the child's own region), `names_plan` (the region alone does not say whose it is); for a number between also the
/// two records `from` and `to` it was read from and `compound`, whether at one rate of growth.
#[must_use]
pub fn tell_against(model: &Model, against: &Against) -> Args {
    let statement = model.statement(against.figure.source.shown());
    let plain = |value: Decimal| Value::from(in_printed_unit(value, statement));
    let mut told = tell(model, statement);
    // A figure issued to the child is the ancestor's, though of the child's region.
    told.insert("region", (&model.catalogue.region_of(against.region).name).into());
    told.insert("number", plain(against.figure.number));
    told.insert("between", matches!(against.figure.source, FigureSource::Between(..)).into());
    if let FigureSource::Between(from, to) = against.figure.source {
        told.insert("from", tell(model, model.statement(from)).into());
        told.insert("to", tell(model, model.statement(to)).into());
        told.insert("compound", (path(model, from, to) == Path::Compound).into());
    }
    told.insert("class", class_key(against.figure.class));
    told.insert("trajectory", against.trajectory.key().into());
    told.insert("relation", against.relation.key().into());
    told.insert("outline", against.is_outline().into());
    told.insert("names_plan", against.names_plan().into());
    told.insert("allocated", against.figure.allocated.into());
    told.insert("clause", against.clause.as_ref().map_or("".into(), Value::from));
    if let Some(gap) = against.gap {
        told.insert("gap", plain(gap.0));
    }
    if let Some(base) = against.base {
        told.insert("base_gap", plain(base.gap.0));
        told.insert("base_year", model.statement(base.child).year.into());
    }
    told
}

/// The path that two targets were joined by.
fn path(model: &Model, from: StatementId, to: StatementId) -> Path {
    let (from, to) = (model.statement(from), model.statement(to));
    let path = path_of(model, &from.measure);
    let ends = from.number.zip(to.number);
    ends.map_or(path, |(from, to)| path_between(path, from, to))
}

/// What a finding about a child and an ancestor calls the ancestor: its region, of the own region's outline the title.
#[must_use]
pub fn other_of(model: &Model, against: &Against) -> Arc<str> {
    if against.is_outline() {
        Arc::clone(&model.plan(against.plan).title)
    } else {
        Arc::clone(&model.catalogue.region_of(against.region).name)
    }
}

/// Both changes relative to their bases, in percent to one decimal, where the child cuts more steeply what is to be cut: `child`, `parent`; else empty.
#[must_use]
pub fn effort(model: &Model, comparison: &Comparison, against: &Against) -> Args {
    let change = |base: StatementId, target: Option<Decimal>| {
        let base = model.statement(base).number?;
        let share =
            target?.checked_sub(base)?.checked_div(base)?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(share.round_dp(1).normalize())
    };
    let both = against.base.and_then(|base| {
        let child = change(base.child, comparison.number)?;
        let parent = change(base.parent, Some(against.figure.number))?;
        let steeper = match comparison.direction? {
            // The change of a share in percent of itself would be taken for percentage points.
            Direction::Higher | Direction::Neither => false,
            Direction::Lower => child < parent && child < Decimal::ZERO,
        };
        steeper.then(|| Args::from([("child", child.into()), ("parent", parent.into())]))
    });
    both.unwrap_or_default()
}

/// The term's key of a direction; `unknown` when nobody says.
#[must_use]
pub fn direction_key(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Higher) => "higher",
        Some(Direction::Lower) => "lower",
        Some(Direction::Neither) => "neither",
        None => "unknown",
    }
}
