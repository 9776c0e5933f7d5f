//! Fractions that stand bare in a workbook under a unit of %.
//!
//! Nobody can say whether 0.25 is a quarter of one per cent or a quarter of the whole, which is how a workbook stores 25%.

use crate::{
    quantity::{Admissible, Decimal, ReadingKind, Undetermined},
    text::{Source, Spot},
};

use super::Statement;

/// Takes back what was read of such values in a row: of each fraction, and of 1 in a row in which nothing shows that its
/// numbers count per cent.
pub(super) fn unsettle_fractions(row: &mut [Statement], source: &Source) {
    let bare = |statement: &Statement| bare_percent_number(statement, source);
    // A number above one shows that the row counts per cent, so its 1 is one per cent, unless fractions beside it
    // show the opposite. A fraction itself stays in doubt in any row.
    let counts = row.iter().filter_map(bare).any(|number| number > Decimal::ONE);
    let fractions = row.iter().filter_map(bare).any(is_fraction);
    for statement in row.iter_mut() {
        let whole = |number: Decimal| number == Decimal::ONE && (fractions || !counts);
        if bare(statement).is_some_and(|number| is_fraction(number) || whole(number)) {
            statement.kind = ReadingKind::Unreadable;
            statement.quantity = None;
            statement.set = Admissible::Undetermined(Undetermined::Words);
        }
    }
}

fn is_fraction(number: Decimal) -> bool {
    number > Decimal::ZERO && number < Decimal::ONE
}

/// The size of a value that is nothing but a number in a cell of a workbook, and whose unit is %.
fn bare_percent_number(statement: &Statement, source: &Source) -> Option<Decimal> {
    let percent = statement.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
    let words = source.slice(statement.words).trim();
    let digits = words.trim_start_matches(['-', '−']);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !percent || !plain || digits.is_empty() || statement.kind != ReadingKind::Targets {
        return None;
    }
    // In a text somebody typed 0.25 under a % and means it; only a workbook stores 25% as 0.25.
    let parts = source.parts.as_ref()?;
    let real = parts.real(statement.cell)?;
    match parts.at(real.start)?.spot {
        Spot::Cell { .. } => digits.parse().ok(),
        Spot::Paragraph { .. } => None,
    }
}
