//! How fast things grow in a year, as plans state it: in one year, or on average of several.

use crate::{
    quantity::{Basis, Decimal},
    syntax::ColumnKind,
};

use super::{
    Model, PlanId, Statement,
    years::{When, read_when},
};

/// Words that make a growth one of several years.
const AVERAGES: [&str; 7] =
    ["年均", "年平均", "每年", "average", "a year", "per year", "each year"];

/// A yearly growth in percent.
#[derive(Clone, Debug)]
pub struct Growth<'a> {
    /// Where it is stated.
    pub statement: &'a Statement,
    /// The name of what grows, as names are compared: 地区生产总值 of 地区生产总值增速 and of GDP年均增长.
    pub of: String,
    /// The printed rate in percent.
    pub rate: Decimal,
    /// The first of the years it is of.
    pub first: i32,
    /// The last of them.
    pub last: i32,
}

impl Growth<'_> {
    /// Whether it is of one year.
    #[must_use]
    pub fn is_of_one_year(&self) -> bool {
        self.first == self.last
    }

    /// Whether another is the growth of the same thing, in the same region and the same part of it.
    #[must_use]
    pub fn is_of_the_same_as(&self, other: &Growth) -> bool {
        let (one, two) = (self.statement, other.statement);
        self.of == other.of && one.region == two.region && one.measure.scope == two.measure.scope
    }
}

impl Model {
    /// The growths that a plan states for known regions, without condition, in its order; where nothing says whether a number is of one
    /// year or of several, it is left out.
    #[must_use]
    pub fn growths(&self, plan: PlanId) -> Vec<Growth<'_>> {
        self.statements(plan).filter_map(|(_, said)| self.growth(said)).collect()
    }

    fn growth<'a>(&'a self, said: &'a Statement) -> Option<Growth<'a>> {
        let percent = said.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
        let plain = said.region.is_some() && said.is_level() && said.condition().is_none();
        if !percent || !plain || said.measure.coverage {
            return None;
        }
        let key = &self.catalogue.indicator(said.measure.indicator).key;
        let of = match said.measure.basis {
            // The name says growth, so that its state is one.
            Basis::Stock | Basis::Growth | Basis::PerYear if key.is_growth() => key.twin().0,
            Basis::Growth => key.0.clone(),
            _ => return None,
        };
        let (first, last) = self.years_of_growth(said)?;
        Some(Growth { statement: said, of, rate: said.number?, first, last })
    }

    fn years_of_growth(&self, said: &Statement) -> Option<(i32, i32)> {
        let period = self.plan(said.plan).period;
        let (table, row, column) = said.at;
        let table = self.tree(said.file)?.tables.get(table as usize)?;
        let head = table.columns.get(column as usize)?;
        let when = table.rows.get(row as usize).zip(table.column(&ColumnKind::When));
        let when = when.map(|(row, column)| self.words(said.file, table.cell(row, column)));
        let when = read_when(when.unwrap_or_default());
        let words = [self.phrase(said), self.printed_name(said), self.words(said.file, head.span)];
        let says_average = words.iter().any(|words| {
            let words = words.to_lowercase();
            AVERAGES.iter().any(|average| words.contains(average))
        });
        let averages =
            says_average || head.kind == ColumnKind::YearlyAverage || matches!(when, When::Yearly);
        let year = said.year;
        match (when, averages) {
            (When::Span(first, last), true) => Some((first, last)),
            // Growth over a span without a word of 年均 is that of all its years together.
            (When::Span(..), false) => None,
            (_, true) => {
                let of_period = period.filter(|period| period.end == year && period.start < year);
                // The average that leads to 2030 in a plan of one year is that of the five-year plan.
                let first = of_period.map(|period| period.start);
                let first = first.or_else(|| (year % 5 == 0).then(|| year - 4))?;
                Some((first, year))
            }
            // Under the last year of a period a growth without 年均 may be of that year or of all.
            (_, false) => {
                let of_period = period.is_some_and(|p| p.end == year && p.start < year);
                (!of_period).then_some((year, year))
            }
        }
    }
}
