//! From a value cell to statements: one for each part of its phrase.

use std::collections::HashMap;

use crate::{
    catalogue::{Catalogue, IndicatorId, RegionId},
    quantity::{
        Admissible, Basis, Comparator, Quantity, Relative, Undetermined, Unit,
        UnitDimension as Measured, read_unit,
    },
    syntax::{Class, YearRole},
    text::{FileId, Source, Span},
};

use super::{
    Measure, Origin, Period, PlanId, Role, ScopeId, Statement,
    extracted::{ColumnBasis, ValueCell},
    years::When,
};

/// What a row says of all its cells.
pub struct RowFrame {
    /// The plan.
    pub plan: PlanId,
    /// The file.
    pub file: FileId,
    /// The cell with the name.
    pub name: Span,
    /// Table and row in the file's tree.
    pub at: (u32, u32),
    /// Where its values stand.
    pub origin: Origin,
    /// The indicator.
    pub indicator: IndicatorId,
    /// The region it is of.
    pub region: Option<RegionId>,
    /// The part of the region.
    pub scope: Option<ScopeId>,
    /// 属性.
    pub class: Option<Class>,
    /// The unit.
    pub unit: Option<Unit>,
}

impl RowFrame {
    /// A cell of the row as a statement of which nothing is understood yet: neither year and role nor what it says.
    pub fn unread(&self, cell: &ValueCell) -> Statement {
        Statement {
            plan: self.plan,
            region: self.region,
            indicator: self.indicator,
            measure: Measure {
                indicator: self.indicator,
                scope: self.scope,
                basis: Basis::Stock,
                coverage: false,
            },
            year: 0,
            role: Role::Target,
            origin: self.origin,
            class: self.class,
            unit: self.unit.clone(),
            kind: cell.reading.kind,
            quantity: None,
            // Undetermined until something is understood: whatever path forgets to settle a cell then leaves a
            // statement that is counted as not judged, and never one that passes.
            set: Admissible::Undetermined(Undetermined::Words),
            number: None,
            change: None,
            inferred: false,
            file: self.file,
            cell: cell.span,
            words: cell.span,
            name: self.name,
            at: (self.at.0, self.at.1, cell.column),
        }
    }
}

/// One part of a phrase as a statement; its set is settled when the whole plan is read.
pub fn statement_of_part(
    unread: &Statement,
    quantity: Quantity,
    framed: (ColumnBasis, When),
    catalogue: &Catalogue,
) -> Statement {
    let mut statement = unread.clone();
    let is_rate = statement.unit.as_ref().is_some_and(|unit| matches!(&*unit.name, "%" | "‰"));
    let grows = framed.0 == ColumnBasis::Growth;
    let in_percent = quantity.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
    let framed = match framed {
        // The average of a rate is a level of that rate; a percentage beside an amount is how fast the amount grows.
        (ColumnBasis::Yearly, _) if is_rate => Some(Basis::Stock),
        (ColumnBasis::Yearly, _) if in_percent => Some(Basis::Growth),
        (ColumnBasis::Yearly, _) | (_, When::Yearly) => Some(Basis::PerYear),
        (ColumnBasis::Cumulative, _) => Some(Basis::Cumulative),
        (ColumnBasis::Growth, _) => Some(Basis::Growth),
        // “十四五”期间新建30所 is the sum of five years; 寿命 or a rank over five years is no sum.
        (_, When::Span(..)) if !is_rate && years_add_up(&quantity) => Some(Basis::Cumulative),
        _ => None,
    };
    // The phrase's own words go before its column's: [3000] in a column of averages is a sum.
    statement.measure.basis = quantity.basis.or(framed).unwrap_or(Basis::Stock);
    if grows {
        // The unit of the row is that of its levels.
        statement.unit = quantity.unit.clone().or_else(|| read_unit("%"));
    } else if quantity.comparator == Comparator::All && !is_rate {
        cover(&mut statement, catalogue);
    // The % of 下降50% is that of the change; the value it leads to has the unit of its row.
    } else if let (Some(unit), false) = (&quantity.unit, has_unit_of_change(&quantity)) {
        statement.unit = Some(unit.clone());
    }
    statement.quantity = Some(quantity);
    statement
}

/// What a value under a year is: promised, observed or quoted, by its column, its table and whether the period has begun.
pub fn role_of_cell(period: Option<Period>, cell: &ValueCell, origin: Origin, year: i32) -> Role {
    let before = period.is_some_and(|period| year < period.start);
    match (origin, cell.role) {
        (Origin::Citation, _) => Role::Citation,
        (_, YearRole::Estimate) => Role::Estimate,
        (_, YearRole::Projection) => Role::Projection,
        (Origin::Actual, _) | (_, YearRole::Observed) => Role::Observed,
        // What is told of a region below from before the period is issued by nobody.
        (Origin::Allocation, _) if before => Role::Observed,
        (_, YearRole::Target) => Role::Target,
        (_, YearRole::Bare) if before => Role::Observed,
        (_, YearRole::Bare) => Role::Target,
    }
}

/// The role of a value whose own words name another year than its column: 20%（2026年）.
pub fn role_in_own_year(period: Option<Period>, role: Role, own: i32) -> Role {
    let before = period.is_some_and(|period| own < period.start);
    if role == Role::Target && before { Role::Observed } else { role }
}

/// Whether the years of a span add up in a quantity: those of an age, a share, an index or a rank do not.
fn years_add_up(quantity: &Quantity) -> bool {
    let ranks = matches!(quantity.comparator, Comparator::RankAtMost | Comparator::RankEqual);
    let is_level = |measure| {
        matches!(measure, Measured::Time | Measured::Share | Measured::Points | Measured::Bare)
    };
    !ranks && !quantity.unit.as_ref().is_some_and(|unit| is_level(unit.measure()))
}

/// The words of one part of a phrase, with the condition written before it.
pub fn part_with_condition(source: &Source, cell: Span, quantity: &Quantity) -> Span {
    let words = quantity.span.shifted(cell.start);
    let before = Span { start: cell.start, end: words.start };
    let condition = quantity.condition.as_deref();
    let at = condition.and_then(|condition| source.slice(before).rfind(condition));
    at.map_or(words, |at| Span::new(cell.range().start + at, words.range().end))
}

/// Whether its unit is that of the change against a base, not of the value it leads to: 较2020年下降50%.
fn has_unit_of_change(quantity: &Quantity) -> bool {
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

/// `[3000]` under a year makes the plain cells of its row values of single years; in a column of `own`, such as 年均/累计, it
/// says how far the levels under the years lie apart.
pub fn yearly_beside_cumulative(row: &mut [Statement], own: &[u32]) {
    let says = |statement: &Statement| statement.quantity.as_ref().and_then(|q| q.basis);
    let sums = |statement: &Statement| says(statement) == Some(Basis::Cumulative);
    // One sum under a year's head says what the years of that row are; a column that is for sums says nothing of its
    // neighbours.
    if row.iter().any(|statement| sums(statement) && !own.contains(&statement.at.2)) {
        for statement in row.iter_mut().filter(|statement| says(statement).is_none()) {
            statement.measure.basis = Basis::PerYear;
        }
    }
}

/// A statement takes the class of its plan's row for the same indicator and year, and so does a number issued to a region
/// below; an outlook year has none.
pub fn classes_from_rows(statements: &mut [Statement], outlook: Option<i32>) {
    // Each row has its own class then.
    if statements.iter().all(Statement::in_table) {
        return;
    }
    let mut classes = HashMap::new();
    let key = |s: &Statement| (s.indicator, s.measure.scope, s.year);
    for statement in statements.iter().filter(|statement| statement.in_table()) {
        // Under no region as well, for what is issued to a region that the table does not name.
        for region in [statement.region, None] {
            classes.entry((key(statement), region)).or_insert(statement.class);
        }
    }
    for statement in statements {
        if statement.class.is_none() && Some(statement.year) != outlook {
            let own = classes.get(&(key(statement), statement.region));
            let row = own.or_else(|| classes.get(&(key(statement), None)));
            statement.class = row.copied().flatten();
        }
    }
}
