//! A quotient of two units that is never rounded before a number is multiplied by it, and the table of such quotients.

use crate::quantity::Decimal;

/// A quotient that is never rounded before a number is multiplied by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    above: Decimal,
    below: Decimal,
}

impl Ratio {
    pub(super) const ONE: Self = Self { above: Decimal::ONE, below: Decimal::ONE };

    /// `number` times the ratio: exact where that is a finite decimal, else to 28 digits.
    pub fn times(self, number: Decimal) -> Option<Decimal> {
        // Multiplied first: a mu is 2000/3 square metres, and 3 mu are 2000 exactly only if the third is never
        // written out.
        let exact = number.checked_mul(self.above)?.checked_div(self.below)?;
        Some(exact.normalize())
    }

    pub(super) fn of(number: Decimal) -> Self {
        Self { above: number, below: Decimal::ONE }
    }

    pub(super) fn inverse(self) -> Self {
        Self { above: self.below, below: self.above }
    }

    pub(super) fn by(self, other: Self) -> Option<Self> {
        Some(Self {
            above: self.above.checked_mul(other.above)?.normalize(),
            below: self.below.checked_mul(other.below)?.normalize(),
        })
    }
}

/// One line of the table.
pub struct UnitLine {
    /// The unit's one name.
    pub name: &'static str,
    /// How many of `base` it is.
    pub ratio: Ratio,
    /// The unit it is counted in.
    pub base: &'static str,
    /// Further spellings.
    pub spellings: Vec<&'static str>,
}

/// The table, in its order.
pub fn unit_lines() -> impl Iterator<Item = UnitLine> {
    include_str!("exact.txt").lines().filter_map(read_unit_line)
}

/// `name ratio base spellings`; remarks and blank lines hold none.
fn read_unit_line(text: &'static str) -> Option<UnitLine> {
    let mut words = text.splitn(2, char::is_whitespace);
    let name = words.next().filter(|name| !name.is_empty() && *name != "#")?;
    let mut words = words.next()?.trim_start().splitn(3, char::is_whitespace);
    let ratio = read_ratio(words.next()?)?;
    let base = words.next()?;
    let spellings = words.next().unwrap_or_default().split(',').map(str::trim);
    Some(UnitLine {
        name,
        ratio,
        base,
        spellings: spellings.filter(|word| !word.is_empty()).collect(),
    })
}

/// `4046.8564224`, `2000/3`.
fn read_ratio(text: &str) -> Option<Ratio> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    Some(Ratio { above: above.parse().ok()?, below: below.parse().ok()? })
}
