//! 核算: the sums, shares and growth rates that a plan prints, worked out again.

use crate::{
    quantity::{
        Basis, Comparator, Decimal, Quantity, Reading, Reckoned, Rounded, read_phrase, reckon,
    },
    syntax::{ColumnKind, TableKind, Tree},
    text::{FileId, Source, Span},
};

use super::{
    PhraseSettings, PlanId,
    printed_digits::{half_digit_of, printed_factor},
};

/// One row of a 核算 table.
#[derive(Clone, Debug)]
pub struct Arithmetic {
    /// The plan.
    pub plan: PlanId,
    /// The file.
    pub file: FileId,
    /// The expression's cell.
    pub expression: Span,
    /// What it comes to; `None` when it cannot be worked out.
    pub reckoned: Option<Reckoned>,
    /// The cell of the printed result; empty where there is none.
    pub result: Span,
    /// The printed result.
    pub printed: Option<PrintedResult>,
    /// Table and row in the file's tree.
    pub at: (u32, u32),
}

/// A printed result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedResult {
    /// Its values, as far as it is rounded or approximate.
    pub value: Rounded,
    /// Its number, in the plain unit.
    pub number: Decimal,
    /// What one of the printed digits counts: 10 000 for `57.1万人`.
    pub factor: Decimal,
    /// Whether it is a share, or a difference of two.
    pub share: Option<Share>,
    /// Whether it has a unit of any kind.
    pub has_unit: bool,
    /// Whether it is a fall, which may be reckoned from either side.
    pub falls: bool,
}

/// What a share is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// `%`, 百分点.
    Percent,
    /// `‰`, 千分点.
    Permille,
}

impl Share {
    /// How many of them are the whole.
    #[must_use]
    pub fn whole(self) -> Decimal {
        match self {
            Self::Percent => Decimal::ONE_HUNDRED,
            Self::Permille => Decimal::ONE_THOUSAND,
        }
    }

    /// The sign it is printed with.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Permille => "‰",
        }
    }
}

/// A row before its plan is known.
#[derive(Clone, Debug)]
pub struct ArithmeticRow {
    expression: Span,
    reckoned: Option<Reckoned>,
    result: Span,
    reading: Reading,
    at: (u32, u32),
}

/// Reads the 核算 tables of one file.
pub fn arithmetic_rows(source: &Source, tree: &Tree) -> Vec<ArithmeticRow> {
    let mut rows = Vec::new();
    for (number, table) in (0..).zip(&tree.tables) {
        let Some(column) = table.column(&ColumnKind::Expression) else { continue };
        if table.kind != TableKind::Checks {
            continue;
        }
        let result = table.column(&ColumnKind::Result);
        for (at, row) in (0..).zip(&table.rows) {
            let expression = table.cell(row, column);
            let result = result.map_or(Span::default(), |result| table.cell(row, result));
            if !expression.is_empty() {
                rows.push(ArithmeticRow {
                    expression,
                    reckoned: reckon(source.slice(expression)),
                    result,
                    reading: read_phrase(source.slice(result)),
                    at: (number, at),
                });
            }
        }
    }
    rows
}

impl ArithmeticRow {
    /// The row as one of `plan`.
    pub fn of(
        self,
        plan: PlanId,
        source: (FileId, &Source),
        settings: &PhraseSettings,
    ) -> Arithmetic {
        let (file, source) = source;
        Arithmetic {
            plan,
            file,
            expression: self.expression,
            reckoned: self.reckoned,
            result: self.result,
            printed: printed_result(&self.reading, source.slice(self.result), settings),
            at: self.at,
        }
    }
}

fn printed_result(
    reading: &Reading,
    words: &str,
    settings: &PhraseSettings,
) -> Option<PrintedResult> {
    let quantity = reading.targets.first()?;
    let number = quantity.low.or(quantity.high)?;
    Some(PrintedResult {
        value: values_of_result(quantity, words, settings)?,
        number,
        factor: printed_factor(words, number),
        share: share_unit(quantity, words),
        has_unit: quantity.unit.is_some(),
        // 下降12% is -12 as a change, while its expression (100-88)/100 comes to +12; both are the same fall.
        falls: quantity.basis == Some(Basis::Change) && number < Decimal::ZERO,
    })
}

/// The values a printed result can stand for: a bound leaves one side open, a rounded number half of its last digit.
fn values_of_result(
    quantity: &Quantity,
    words: &str,
    settings: &PhraseSettings,
) -> Option<Rounded> {
    let slack = |number: Decimal| match quantity.comparator {
        // 约30% claims less than its digits do, so it is given what 左右 is given everywhere, and not half of a
        // digit.
        Comparator::Approx => number.abs().checked_mul(settings.about),
        _ => Some(half_digit_of(words, number)),
    };
    let (low, high) = (quantity.low.or(quantity.high)?, quantity.high.or(quantity.low)?);
    Some(match quantity.comparator {
        Comparator::AtLeast | Comparator::MoreThan => Rounded { low, high: Decimal::MAX },
        Comparator::AtMost | Comparator::LessThan => Rounded { low: Decimal::MIN, high },
        _ => Rounded { low: low.checked_sub(slack(low)?)?, high: high.checked_add(slack(high)?)? },
    })
}

fn share_unit(quantity: &Quantity, words: &str) -> Option<Share> {
    let unit = quantity.unit.as_ref().map(|unit| &*unit.name);
    match unit {
        Some("‰") => Some(Share::Permille),
        // 千分点 is no unit of the lexicon: read as 百分点 a right difference would be off by ten.
        _ if words.contains("千分点") => Some(Share::Permille),
        Some("%" | "百分点") => Some(Share::Percent),
        _ => None,
    }
}

impl Arithmetic {
    /// Whether it can be checked: an expression with a result, or one that compares two sides.
    #[must_use]
    pub fn can_be_checked(&self) -> bool {
        let compares = self.reckoned.as_ref().is_some_and(|reckoned| reckoned.beside.is_some());
        compares || self.reckoned.is_some() && self.printed.is_some()
    }
}
