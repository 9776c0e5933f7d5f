//! The unit of a statement: one the tool does not know is kept as printed, one of the indicator's kind is converted exactly.

use crate::quantity::{
    Basis, Change, Comparator, Decimal, Quantity, Ratio, Relative, Unit, unknown_unit,
};

use super::Statement;

/// Whether its numbers are values in its unit: neither rates of growth nor promises for all.
pub fn converts(statement: &Statement) -> bool {
    let basis = statement.measure.basis;
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    !statement.measure.coverage
        && !matches!(basis, Basis::Growth)
        && comparator != Some(Comparator::All)
}

/// Converts a statement to `counted`, where that is another unit of the same kind.
pub fn convert(statement: &mut Statement, counted: &Unit) {
    let Some(unit) = statement.unit.clone() else { return };
    let Some(ratio) = unit.ratio_to(counted) else { return };
    let Some(converted) = unit.counted_in(counted, ratio) else { return };
    if let Some(quantity) = &mut statement.quantity {
        let scaled = match &quantity.unit {
            None => Some((unit.factor, ratio)),
            Some(_) if is_share_of_base(quantity) => None,
            Some(own) if own.name == unit.name => Some((Decimal::ONE, ratio)),
            Some(own) => own.ratio_to(counted).map(|ratio| (Decimal::ONE, ratio)),
        };
        if let Some((magnitude, ratio)) = scaled {
            scale(quantity, magnitude, ratio);
            // What is multiplied in once is no bare number of its row any more.
            quantity.unit = Some(Unit { factor: Decimal::ONE, ..converted.clone() });
        }
    }
    statement.unit = Some(converted);
}

fn scale(quantity: &mut Quantity, magnitude: Decimal, ratio: Ratio) {
    let scaled =
        |end: Option<Decimal>| end.and_then(|end| ratio.times(end.checked_mul(magnitude)?));
    quantity.low = scaled(quantity.low);
    quantity.high = scaled(quantity.high);
}

/// 较2020年下降50%: the unit is that of the change.
fn is_share_of_base(quantity: &Quantity) -> bool {
    matches!(
        quantity.relative,
        Some(Relative::Base { change: Change::Percent | Change::Points, .. })
    )
}

/// The most letters and words of a unit nobody knows, as it stands behind a number.
const LONGEST: usize = 16;
/// In Chinese a longer word is the thing counted: 50万大学生.
const LONGEST_HAN: usize = 2;
const MOST_WORDS: usize = 2;

/// `40 FTE`, `9000 widgets`, `12梯次`: the word behind the number is its unit, whatever the row says.
pub fn keep_unknown_unit(statement: &mut Statement, cell: &str, is_part: bool) {
    let Some(quantity) = &mut statement.quantity else { return };
    let is_number = quantity.low.or(quantity.high).is_some() && quantity.relative.is_none();
    if is_part || quantity.unit.is_some() || !is_number {
        return;
    }
    let behind = cell.get(quantity.span.range().end..).unwrap_or_default();
    let Some(unit) = behind_number(behind).and_then(unknown_unit) else { return };
    quantity.low = quantity.low.and_then(|low| low.checked_mul(unit.factor));
    quantity.high = quantity.high.and_then(|high| high.checked_mul(unit.factor));
    let unit = Unit { factor: Decimal::ONE, ..unit };
    quantity.unit = Some(unit.clone());
    statement.unit = Some(unit);
}

/// The words behind a number that look like a unit: short, without digits, brackets and stops.
fn behind_number(words: &str) -> Option<&str> {
    let words = words.trim();
    let is_han = |c: char| ('一'..='鿿').contains(&c);
    let fits = |c: char| c.is_alphabetic() || matches!(c, '/' | '²' | '³' | '·' | '-' | ' ' | '°');
    let short = words.chars().count() <= if words.contains(is_han) { LONGEST_HAN } else { LONGEST };
    let few = words.split_whitespace().count() <= MOST_WORDS;
    let begins = words.starts_with(|c: char| c.is_alphabetic() || c == '°' || c == '/');
    (short && few && begins && words.chars().all(fits) && !is_saying(words)).then_some(words)
}

/// Words that say something of the number, not what it counts.
const SAYINGS: [&str; 24] = [
    "以",
    "左",
    "及",
    "的",
    "或",
    "内",
    "之",
    "余",
    "多",
    "起",
    "上",
    "下",
    "为",
    "并",
    "等",
    "由",
    "年",
    "by",
    "in",
    "per year",
    "a year",
    "per annum",
    "or",
    "of",
];

fn is_saying(words: &str) -> bool {
    let lower = words.to_lowercase();
    SAYINGS.iter().any(|saying| {
        let rest = lower.strip_prefix(saying);
        rest.is_some_and(|rest| !saying.is_ascii() || !rest.starts_with(char::is_alphabetic))
    })
}
