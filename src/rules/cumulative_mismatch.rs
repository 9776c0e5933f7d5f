//! A sum of the period that does not agree with the row's own values, or brackets that no footnote explains.

mod years;

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::{Model, PlanId, Role, Statement, TargetRow},
    quantity::{Basis, Decimal},
    rulebook::{
        Context, StatementFacts, in_printed_unit, printed_unit_of, stated_value, subject_of,
        tell_statement,
    },
    syntax::Class,
    text::fold_full_width,
};

/// Reports rows whose sum is neither the increase of their stock nor a sum of yearly values, and once a table brackets
/// without footnote.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    years::check(context, plan, drafts);
    let mut tables = HashSet::new();
    for (_, row) in model.rows(plan) {
        let Some(sum) = sum_of(model, row) else { continue };
        // Once a table, since one footnote explains all brackets of it.
        if is_bracketed(model, sum) && !has_footnote(model, row) && tables.insert(row.at.0) {
            drafts.push(unexplained(model, sum));
        }
        if let Some(apart) = Apart::of(model, row, sum) {
            drafts.push(apart.draft(model));
        }
    }
}

/// The row's sum over the period.
fn sum_of<'a>(model: &'a Model, row: &TargetRow) -> Option<&'a Statement> {
    let mut cells = model.row_statements(row).map(|(_, statement)| statement);
    cells.find(|cell| {
        cell.role == Role::Target && cell.measure.basis == Basis::Cumulative && cell.is_level()
    })
}

fn is_bracketed(model: &Model, sum: &Statement) -> bool {
    fold_full_width(model.printed(sum)).contains('[')
}

/// Whether a footnote or the head of the table speaks of brackets or of sums.
fn has_footnote(model: &Model, row: &TargetRow) -> bool {
    let table = model.tree(row.file).and_then(|tree| tree.tables.get(row.at.0 as usize));
    table.is_some_and(|table| {
        let heads = table.columns.iter().map(|column| column.span);
        let said = table.notes.iter().copied().chain(heads);
        let mut said = said.map(|words| fold_full_width(model.words(row.file, words)));
        // The head of a column may say 累计 in the place of a footnote.
        said.any(|note| ["[", "累计", "cumulative", "total"].iter().any(|w| note.contains(w)))
    })
}

/// A row that states base, target and sum, of which the third does not follow from the others.
struct Apart<'a> {
    sum: &'a Statement,
    base: &'a Statement,
    target: &'a Statement,
    increase: Decimal,
    gap: Decimal,
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct CumulativeMismatchFacts {
    sum: StatementFacts,
    base: StatementFacts,
    target: StatementFacts,
    increase: ExactNumber,
    gap: ExactNumber,
}

impl<'a> Apart<'a> {
    fn of(model: &'a Model, row: &TargetRow, sum: &'a Statement) -> Option<Self> {
        let cells = || model.row_statements(row).map(|(_, cell)| cell);
        let plain = |cell: &&Statement| {
            cell.measure.basis != Basis::Cumulative && cell.number.is_some() && cell.is_level()
        };
        let target = cells().filter(plain).find(|c| !c.is_past() && c.year == sum.year)?;
        let base = cells().filter(|c| c.is_past() && plain(c)).max_by_key(|c| c.year)?;
        let (total, from, to) = (sum.number?, base.number?, target.number?);
        let increase = to.checked_sub(from)?;
        let gap = total.checked_sub(increase)?.abs();
        // Three rounded numbers may be off by half a digit each, and their errors add up.
        let slack: Decimal = [(sum, total), (base, from), (target, to)]
            .map(|(cell, number)| model.half_printed_digit(cell, number))
            .iter()
            .sum();
        let years = Decimal::from(target.year - base.year);
        // Between the smaller and the larger value in each year lies what yearly values can add up to; a
        // sum in there is one of a flow.
        let (least, most) = (from.min(to).checked_mul(years)?, from.max(to).checked_mul(years)?);
        // What lies between is a sum of yearly values, and the row is none of a stock.
        let yearly = (least..=most).contains(&total);
        (gap > slack && !yearly).then_some(Self { sum, base, target, increase, gap })
    }

    fn draft(&self, model: &Model) -> Draft {
        let plain = |value: Decimal| in_printed_unit(value, self.target);
        let increase = StatedValue::reckoned(plain(self.increase), printed_unit_of(self.target));
        Draft::new("sum", subject_of(model, self.sum), model.place(self.sum))
            .compares(
                Compared::two(stated_value(model, self.sum), increase)
                    .apart(plain(self.gap), printed_unit_of(self.target)),
            )
            .tells(CumulativeMismatchFacts {
                sum: tell_statement(model, self.sum),
                base: tell_statement(model, self.base),
                target: tell_statement(model, self.target),
                increase: plain(self.increase).into(),
                gap: plain(self.gap).into(),
            })
            .binding(self.sum.class == Some(Class::Binding))
            .note("base", model.place(self.base), ())
            .note("target", model.place(self.target), ())
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct BracketFacts {
    sum: StatementFacts,
}

fn unexplained(model: &Model, sum: &Statement) -> Draft {
    Draft::new("footnote", subject_of(model, sum), model.place(sum))
        .compares(Compared::alone(stated_value(model, sum)))
        .tells(BracketFacts { sum: tell_statement(model, sum) })
}
