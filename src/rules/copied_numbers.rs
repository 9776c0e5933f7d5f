//! Rows whose base and target are the numbers of the region above: they may have been copied.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, FigureSource},
    finding::{Draft, Drafts},
    model::{Model, Origin, PlanId, RowId, Statement},
    quantity::Decimal,
    rulebook::{
        Context, NamesFacts, StatementFacts, compare_above, other_of, subject_of, tell_statement,
    },
};

/// Rows in a row that make a copy likely, however short their numbers are.
const IN_A_ROW: usize = 3;
/// Digits that two indicators hardly share by chance.
const LONG: usize = 3;

/// Reports once a plan which of its rows have base and target of a region above.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let same: Vec<SameRow> = context
        .alignment
        .plan(plan)
        .iter()
        .filter_map(|comparison| SameRow::of(model, comparison))
        .collect();
    // Neighbours of one table and one region above.
    let follows = |one: &SameRow, next: &SameRow| {
        one.row.0 + 1 == next.row.0 && one.against.region == next.against.region
    };
    let runs = same.chunk_by(follows);
    let copied: Vec<&SameRow> = runs
        .flat_map(|run| run.iter().filter(move |row| run.len() >= IN_A_ROW || row.is_long))
        .collect();
    if let Some(first) = copied.first() {
        let names = copied.iter().map(|row| model.printed_name(row.target));
        drafts.push(draft(model, first, NamesFacts::of(names)));
    }
}

/// A row whose base and target are those of a row above.
struct SameRow<'a> {
    row: RowId,
    comparison: &'a Comparison,
    against: &'a Against,
    target: &'a Statement,
    base: &'a Statement,
    above: &'a Statement,
    /// Whether both numbers are so long that chance is no reason.
    is_long: bool,
}

impl<'a> SameRow<'a> {
    fn of(model: &'a Model, comparison: &'a Comparison) -> Option<Self> {
        let target = model.statement(comparison.child);
        let Origin::Table(row) = target.origin else { return None };
        // Whoever has reached all there is has the number of everybody else who has.
        if model.at_best_end(target) {
            return None;
        }
        let nearest = comparison.against.iter().find(|against| !against.is_outline())?;
        let base = nearest.base?;
        let FigureSource::Stated(figure) = nearest.figure.source else { return None };
        let (own, above) = (model.statement(base.child), model.statement(base.parent));
        let (number, from) = (target.number?, own.number?);
        let same = nearest.gap?.0 == Decimal::ZERO
            && base.gap.0 == Decimal::ZERO
            && model.statement(figure).in_table()
            && number != from
            && !nearest.figure.allocated;
        same.then(|| Self {
            row,
            comparison,
            against: nearest,
            target,
            base: own,
            above,
            is_long: [target, own].iter().all(|said| digits(model.printed(said)) >= LONG),
        })
    }
}

/// The digits of a printed number, zeros before it left out: three of 93.5, of 1.60, and one of 0.05.
fn digits(printed: &str) -> usize {
    let number = printed.trim_start_matches(|c: char| !matches!(c, '1'..='9'));
    number
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .filter(char::is_ascii_digit)
        .count()
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct CopiedNumbersFacts {
    child: StatementFacts,
    base: StatementFacts,
    above: Arc<str>,
    listed: NamesFacts,
}

fn draft(model: &Model, first: &SameRow, listed: NamesFacts) -> Draft {
    let mut subject = subject_of(model, first.target);
    subject.other = Some(other_of(model, first.against));
    let shown = first.against.shown(model);
    Draft::new("same", subject, model.place(first.target))
        .compares(compare_above(model, first.comparison, first.against))
        .tells(CopiedNumbersFacts {
            child: tell_statement(model, first.target),
            base: tell_statement(model, first.base),
            above: Arc::clone(&model.catalogue.region_of(first.against.region).name),
            listed,
        })
        .note("parent", model.place(&shown), AboveRow::of(model, &shown))
        .note("parent_base", model.place(first.above), AboveRow::of(model, first.above))
        .review()
}

/// What the note at a number above can say.
#[derive(Debug, Serialize)]
struct AboveRow {
    above: StatementFacts,
}

impl AboveRow {
    fn of(model: &Model, above: &Statement) -> Self {
        Self { above: tell_statement(model, above) }
    }
}
