//! What was made of each number of a text, for a reader who goes through the text itself.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    model::{AsideReason, Model, NumberKind, Role, Statement, clause},
    quantity::{Basis, Decimal, Quantity, Unit},
    rulebook::in_printed_unit,
    syntax::{ColumnKind, Table},
    text::{FileId, Keyed, Place, Source, Span},
};

use super::ValueRole;

/// So many readings of one number are told.
// A year in a head is part of every value below it; four of them show what it was read as.
const MOST: usize = 4;

/// A number of a text and what was made of it.
#[derive(Clone, Debug)]
pub struct MarkedNumber {
    /// Its stretch of the text.
    pub span: Span,
    /// What was made of it.
    pub kind: MarkKind,
    /// What it says, in the order of the statements; of many the first.
    pub told: Vec<NumberMeaning>,
    /// How many more there are.
    pub more: usize,
    /// Where it stands, as the reader of its document knows it.
    pub place: Place,
    /// The words around it, as far as its clause goes.
    pub clause: Arc<str>,
}

/// What was made of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Part of a target.
    Target,
    /// Part of a figure that was reached, is expected or is quoted.
    Figure,
    /// The year of values, a deadline, or another part of what was read that is no value itself.
    Frame,
    /// Set aside, and why.
    Aside(AsideReason),
    /// Unread.
    Unread,
}

/// What one statement says with a number.
#[derive(Clone, Debug)]
pub struct NumberMeaning {
    /// The indicator as printed.
    pub indicator: String,
    /// The region.
    pub region: Option<Arc<str>>,
    /// The part of the region.
    pub scope: Option<Arc<str>>,
    /// The year.
    pub year: i32,
    /// What the value is.
    pub role: ValueRole,
    /// The value as written.
    pub value: String,
    /// What it says, where it says a quantity.
    pub quantity: Option<Quantity>,
}

impl Keyed for MarkKind {}

impl MarkKind {
    /// The kinds in the order of a legend, those that are set aside as one.
    pub const KEYS: [&'static str; 5] = ["target", "figure", "frame", "aside", "unread"];

    /// Why a number is set aside.
    #[must_use]
    pub fn reason(self) -> Option<AsideReason> {
        match self {
            Self::Aside(why) => Some(why),
            _ => None,
        }
    }
}

/// The numbers of `file` in the order of its text. Of a document that holds several plans `file` is the first of its texts;
/// what the others read counts, too.
#[must_use]
pub fn marked_numbers(model: &Model, file: FileId) -> Vec<MarkedNumber> {
    let ledger = model.ledgers.get(file.0 as usize);
    let Some((ledger, source)) = ledger.zip(model.sources.get(file)) else { return Vec::new() };
    let texts = model.sources.iter().skip(file.0 as usize);
    let texts = texts.take_while(|(_, other)| other.path == source.path);
    let mut claims: Vec<StatementStretch<'_>> =
        texts.flat_map(|(file, _)| stretches_of_statements(model, file)).collect();
    claims.sort_by_key(|claim| claim.span);
    let mut claims = claims.into_iter().peekable();
    let mut open: Vec<StatementStretch<'_>> = Vec::new();
    let spans: Vec<Span> = ledger.entries.iter().map(|entry| entry.span).collect();
    let places = model.number_places(file, &spans);
    let mut found = Vec::with_capacity(places.len());
    for (entry, place) in ledger.entries.iter().zip(places) {
        // Numbers and claims are both in the order of the text, so one walk over both is enough, however many values
        // a page has.
        while let Some(claim) = claims.next_if(|claim| claim.span.start <= entry.span.start) {
            open.push(claim);
        }
        open.retain(|claim| claim.span.end > entry.span.start);
        let here = open.iter().filter(|claim| claim.span.end >= entry.span.end);
        let here: Vec<&StatementStretch<'_>> = here.collect();
        let kind = match entry.kind {
            NumberKind::Aside(why) => MarkKind::Aside(why),
            NumberKind::Unread => MarkKind::Unread,
            NumberKind::Read => kind_of_number(&source.text, entry.span, &here),
        };
        let said = statements_saying(kind, &here);
        found.push(MarkedNumber {
            span: entry.span,
            kind,
            told: said
                .iter()
                .take(MOST)
                .map(|statement| number_meaning(model, statement))
                .collect(),
            more: said.len().saturating_sub(MOST),
            place,
            clause: clause(&source.text, entry.span).into(),
        });
    }
    found
}

/// A stretch that belongs to a statement.
struct StatementStretch<'a> {
    span: Span,
    statement: &'a Statement,
    /// Whether it is the value itself and not the year of it.
    is_value: bool,
}

/// The stretches of the statements of a file, as its document prints them.
fn stretches_of_statements(model: &Model, file: FileId) -> Vec<StatementStretch<'_>> {
    let (Some(source), Some((plan, _))) = (model.sources.get(file), model.plan_in(file)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (_, statement) in model.statements(plan) {
        let value = real(source, statement.words);
        found.extend(value.map(|span| StatementStretch { span, statement, is_value: true }));
        let year = year_cell(model, statement).and_then(|cell| real(source, cell));
        found.extend(year.map(|span| StatementStretch { span, statement, is_value: false }));
    }
    found
}

fn real(source: &Source, span: Span) -> Option<Span> {
    let real = source.parts.as_ref().map_or(Some(span), |parts| parts.real(span));
    real.filter(|span| !span.is_empty())
}

/// The cell of a row that says its year; the head of a column is one for all of its values.
fn year_cell(model: &Model, statement: &Statement) -> Option<Span> {
    let (table, row, _) = statement.at;
    let table: &Table = model.tree(statement.file)?.tables.get(table as usize)?;
    Some(table.cell(table.rows.get(row as usize)?, table.column(&ColumnKind::When)?))
}

/// What a number is that was read.
fn kind_of_number(text: &str, number: Span, claims: &[&StatementStretch<'_>]) -> MarkKind {
    let mut values = claims.iter().filter(|claim| claim.is_value).peekable();
    // 到2025年达到70% is one claim with two numbers; only the second is its value.
    if values.peek().is_none() || is_year_number(text, number) {
        MarkKind::Frame
    // Of two readings of one number the target is shown, as that is what a drafter looks for.
    } else if values.any(|claim| is_target_or_reserve(claim.statement)) {
        MarkKind::Target
    } else {
        MarkKind::Figure
    }
}

fn is_target_or_reserve(statement: &Statement) -> bool {
    matches!(statement.role, Role::Target | Role::Reserve)
}

/// Whether a number is a year: 2025年.
fn is_year_number(text: &str, number: Span) -> bool {
    let digits = number.of(text);
    let behind = text.get(number.end as usize..).unwrap_or_default();
    digits.len() == 4 && digits.starts_with(['1', '2']) && behind.starts_with('年')
}

/// The statements that say something with a number of this kind.
fn statements_saying<'a>(kind: MarkKind, claims: &[&StatementStretch<'a>]) -> Vec<&'a Statement> {
    let fits = |claim: &&&StatementStretch<'_>| match kind {
        MarkKind::Target => claim.is_value && is_target_or_reserve(claim.statement),
        MarkKind::Figure => claim.is_value,
        MarkKind::Frame => true,
        MarkKind::Aside(_) | MarkKind::Unread => false,
    };
    let mut said: Vec<&Statement> = Vec::new();
    // The year of a value may stand in its own words.
    for claim in claims.iter().filter(fits) {
        if !said.last().is_some_and(|last| std::ptr::eq(*last, claim.statement)) {
            said.push(claim.statement);
        }
    }
    said
}

fn number_meaning(model: &Model, statement: &Statement) -> NumberMeaning {
    let region = statement.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
    NumberMeaning {
        indicator: model.printed_name(statement).to_owned(),
        region,
        scope: statement.measure.scope.map(|id| Arc::clone(model.scope(id))),
        year: statement.year,
        role: ValueRole::of(statement),
        value: model.printed(statement).to_owned(),
        quantity: statement.quantity.as_ref().map(|said| quantity_as_printed(said, statement)),
    }
}

/// A quantity in the unit that the plan prints, with the basis that its row or column says.
fn quantity_as_printed(said: &Quantity, statement: &Statement) -> Quantity {
    let mut quantity = said.clone();
    let basis = Some(statement.measure.basis).filter(|basis| *basis != Basis::Stock);
    quantity.basis = quantity.basis.or(basis);
    if let Some(unit) = statement.unit.as_ref().filter(|_| statement.is_level()) {
        let shown = |number: Option<Decimal>| number.map(|n| in_printed_unit(n, statement));
        (quantity.low, quantity.high) = (shown(said.low), shown(said.high));
        (quantity.start, quantity.change) = (shown(said.start), shown(said.change));
        quantity.unit = Some(Unit::plain(&unit.words()));
    }
    quantity
}
