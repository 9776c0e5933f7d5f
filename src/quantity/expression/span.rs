//! A number with the room that rounding leaves around it, and arithmetic on such numbers.

use crate::quantity::{Decimal, half_digit};

/// The values a rounded number can stand for, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounded {
    /// The smallest.
    pub low: Decimal,
    /// The largest.
    pub high: Decimal,
}

/// The largest power that is taken: growth over a plan's years stays far below.
// The bound also ends what an overflow would not: 1^999999999 never grows.
const LARGEST_POWER: u64 = 100;

impl Rounded {
    /// The number itself.
    pub(super) fn exact(number: Decimal) -> Self {
        Self { low: number, high: number }
    }

    /// A number whose last printed digit is rounded.
    pub(super) fn printed(number: Decimal) -> Option<Self> {
        let half = half_digit(number);
        Some(Self { low: number.checked_sub(half)?, high: number.checked_add(half)? })
    }

    /// The value between both ends.
    #[must_use]
    pub fn middle(self) -> Decimal {
        let sum = self.low.checked_add(self.high);
        sum.and_then(|sum| sum.checked_div(Decimal::TWO)).unwrap_or(self.low)
    }

    /// Whether it has a value in common with another.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The same times an exact number that is not negative.
    #[must_use]
    pub fn scaled(self, factor: Decimal) -> Option<Self> {
        Some(Self { low: self.low.checked_mul(factor)?, high: self.high.checked_mul(factor)? })
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            low: self.low.checked_add(other.low)?,
            high: self.high.checked_add(other.high)?,
        })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative())
    }

    /// The same on the other side of zero.
    #[must_use]
    pub fn negative(self) -> Self {
        Self { low: -self.high, high: -self.low }
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        // With a negative factor the ends change places, and with signs on both sides any of the four products may
        // be the smallest.
        let ends = [
            self.low.checked_mul(other.low)?,
            self.low.checked_mul(other.high)?,
            self.high.checked_mul(other.low)?,
            self.high.checked_mul(other.high)?,
        ];
        Some(Self { low: ends.into_iter().min()?, high: ends.into_iter().max()? })
    }

    /// Nothing is divided by what may be zero.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        let zero = Decimal::ZERO;
        if other.low <= zero && other.high >= zero {
            return None;
        }
        let inverse = Self {
            low: Decimal::ONE.checked_div(other.high)?,
            high: Decimal::ONE.checked_div(other.low)?,
        };
        // A quotient of exact numbers is as exact as decimals are.
        // 1 divided by 3 is rounded to 28 digits, and 6 times that is no longer 2. Exact numbers are divided at
        // once.
        if self.low == self.high && other.low == other.high {
            let value = self.low.checked_div(other.low)?;
            return Some(Self { low: value, high: value });
        }
        self.times(inverse)
    }

    /// Only whole powers are taken, as of growth over several years.
    pub(super) fn power(self, exponent: Self) -> Option<Self> {
        let whole = exponent.low == exponent.high && exponent.low.fract().is_zero();
        let times = u64::try_from(exponent.low).ok().filter(|n| whole && *n <= LARGEST_POWER)?;
        let one = Self { low: Decimal::ONE, high: Decimal::ONE };
        (0..times).try_fold(one, |product, _| product.times(self))
    }
}
