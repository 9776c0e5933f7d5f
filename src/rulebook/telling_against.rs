//! An ancestor's figure, and how a child stands to it, as facts of sentences.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, FigureSource, path_between, path_of},
    catalogue::Path,
    finding::ExactNumber,
    model::{Model, Role, StatementId},
    quantity::{Decimal, Direction},
    text::Keyed,
};

use super::telling::{StatementFacts, class_term_key, in_printed_unit, tell_statement};

/// An ancestor's figure among the facts of a sentence: its statement, with the ancestor's region and the figure's number and
/// class, and how the child stands to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgainstFacts {
    /// The statement it stands in, or the first of two it was read between.
    #[serde(flatten)]
    pub figure: StatementFacts,
    /// How far the child is short of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<ExactNumber>,
    /// How far it was in the base year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_gap: Option<ExactNumber>,
    /// Whether one of the two bases was not final.
    pub base_estimated: bool,
    /// The base year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_year: Option<i32>,
    /// The key of the trajectory.
    pub trajectory: &'static str,
    /// The key of the relation.
    pub relation: &'static str,
    /// Whether it was read between two target years.
    pub between: bool,
    /// Whether it is issued to the child by name.
    pub allocated: bool,
    /// The tag whose clause it is of; empty when it is of none.
    pub clause: Arc<str>,
    /// Whether it is of the outline of the child's own region.
    pub outline: bool,
    /// Whether the region alone does not say whose it is.
    pub names_plan: bool,
    /// Of one that was read between two years the earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<StatementFacts>,
    /// And the later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<StatementFacts>,
    /// Whether the two were joined at one rate of growth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compound: Option<bool>,
}

/// What a figure asks of a change: a cut of at least so much, a rise of at most so much.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeFacts {
    /// Whether the change is a cut.
    pub falls: bool,
    /// The term's key of the direction in which the size of the change is better.
    pub toward: &'static str,
    /// The change without its sign.
    pub size: ExactNumber,
}

/// What is told of a figure that is a change; nothing of one that is a level.
#[must_use]
pub fn tell_change(comparison: &Comparison, against: &Against) -> Option<ChangeFacts> {
    let change = Some(against.figure.number).filter(|_| against.figure.as_change)?;
    let falls = change.is_sign_negative();
    let more = falls == (comparison.direction == Some(Direction::Lower));
    let toward = if more { Direction::Higher } else { Direction::Lower };
    let toward = direction_term_key(Some(toward));
    Some(ChangeFacts { falls, toward, size: change.abs().into() })
}

/// What is told of an ancestor's figure.
#[must_use]
pub fn tell_against(model: &Model, against: &Against) -> AgainstFacts {
    let statement = &*against.shown(model);
    let plain = |value: Decimal| ExactNumber(in_printed_unit(value, statement));
    let mut figure = tell_statement(model, statement);
    // A figure issued to the child is the ancestor's, though of the child's region.
    figure.of.region = Arc::clone(&model.catalogue.region_of(against.region).name);
    figure.number = Some(plain(against.figure.number));
    figure.class = class_term_key(against.figure.class);
    let ends = match against.figure.source {
        FigureSource::Between(from, to) => Some((from, to)),
        _ => None,
    };
    AgainstFacts {
        figure,
        gap: against.gap.map(|gap| plain(gap.0)),
        base_gap: against.base.map(|base| plain(base.gap.0)),
        base_estimated: against.base.is_some_and(|base| {
            [base.child, base.parent].iter().any(|id| model.statement(*id).role == Role::Estimate)
        }),
        base_year: against.base.map(|base| model.statement(base.child).year),
        trajectory: against.trajectory.key(),
        relation: against.relation.key(),
        between: ends.is_some(),
        allocated: against.figure.allocated,
        clause: against.clause.clone().unwrap_or_default(),
        outline: against.is_outline(),
        names_plan: against.names_plan(),
        from: ends.map(|(from, _)| tell_statement(model, model.statement(from))),
        to: ends.map(|(_, to)| tell_statement(model, model.statement(to))),
        compound: ends.map(|(from, to)| path_of_figure(model, from, to) == Path::Compound),
    }
}

/// The path that two targets were joined by.
fn path_of_figure(model: &Model, from: StatementId, to: StatementId) -> Path {
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

/// Both changes relative to their bases, in percent to one decimal, where the child cuts more steeply what is to be cut; else
/// nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EffortFacts {
    /// The child's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub child: Option<ExactNumber>,
    /// The parent's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<ExactNumber>,
}

/// What is told of two efforts.
#[must_use]
pub fn effort(model: &Model, comparison: &Comparison, against: &Against) -> EffortFacts {
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
        let (child, parent) = (Some(child.into()), Some(parent.into()));
        steeper.then_some(EffortFacts { child, parent })
    });
    both.unwrap_or_default()
}

/// The term's key of a direction; `unknown` when nobody says.
#[must_use]
pub fn direction_term_key(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Higher) => "higher",
        Some(Direction::Lower) => "lower",
        Some(Direction::Neither) => "neither",
        None => "unknown",
    }
}
