//! Sets of random quantities against what their phrases mean, point by point.
//!
//! All ends fall on quarters, so a grid of eighths tells any two sets apart. The meaning is
//! written as a question about one value in whole eighths, without intervals or decimals.

use planlint::quantity::{
    Admissible, Bound, Change, Comparator, Decimal, Direction, Interval, Quantity, QuantityContext,
    Relative, Undetermined, admissible,
};

/// A value in eighths.
type Eighths = i64;

const GRID: std::ops::RangeInclusive<Eighths> = -330..=330;
const CASES: usize = 3_000;

/// The tolerance of the test, one half, keeps widened ends on the quarters.
const TOLERANCE: (i64, u32) = (5, 1);

/// xorshift64: the same cases on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, count: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % count
    }

    fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let at = self.below(choices.len() as u64) as usize;
        choices[at]
    }

    /// A whole number from −8 to 8, in eighths.
    fn whole(&mut self) -> Eighths {
        (self.below(17) as i64 - 8) * 8
    }
}

/// A quantity and its reader; numbers in eighths, but a change in percent in steps of 50.
#[derive(Clone, Copy, Debug)]
struct Case {
    comparator: Comparator,
    low: i64,
    high: i64,
    change: Option<Change>,
    heading: Option<Direction>,
    direction: Option<Direction>,
    base: Option<Eighths>,
    range: Option<(Eighths, Eighths)>,
}

fn case(random: &mut Random) -> Case {
    use Comparator as C;
    let comparator = random.pick(&[
        C::Reach,
        C::AtLeast,
        C::MoreThan,
        C::AtMost,
        C::LessThan,
        C::Approx,
        C::Range,
        C::EachAtLeast,
        C::EachMoreThan,
    ]);
    let change = random.pick(&[
        None,
        None,
        Some(Change::Percent),
        Some(Change::Points),
        Some(Change::Amount),
    ]);
    let number = |random: &mut Random| match change {
        Some(Change::Percent) => (random.below(6) as i64 - 3) * 50,
        _ => random.whole(),
    };
    let (one, other) = (number(random), number(random));
    let ranges = comparator == C::Range;
    let sides = [None, Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Neither)];
    Case {
        comparator,
        low: if ranges { one.min(other) } else { one },
        high: if ranges { one.max(other) } else { one },
        change,
        heading: random.pick(&[None, Some(Direction::Higher), Some(Direction::Lower)]),
        direction: random.pick(&sides),
        base: random.pick(&[None, Some(0), Some(8), Some(24), Some(64), Some(64)]),
        range: random.pick(&[None, None, Some((0, 80)), Some((-20, 30))]),
    }
}

impl Case {
    /// The better side: as known, as the words say, else where a change leads.
    fn side(&self) -> Option<Direction> {
        let leads = match (self.change, self.low) {
            (Some(_), 1..) => Some(Direction::Higher),
            (Some(_), ..=-1) => Some(Direction::Lower),
            _ => None,
        };
        self.direction.or(self.heading).or(leads)
    }

    /// Where the printed number leads.
    fn value(&self, number: i64) -> Option<Eighths> {
        Some(match self.change {
            None => number,
            Some(Change::Percent) => self.base? * (100 + number) / 100,
            Some(_) => self.base? + number,
        })
    }

    /// Whether `value` does what the phrase asks, the range aside.
    fn asks(&self, value: Eighths) -> Result<bool, Undetermined> {
        use Comparator as C;
        let low = self.value(self.low).ok_or(Undetermined::Base)?;
        let high = self.value(self.high).ok_or(Undetermined::Base)?;
        let slack = if self.comparator == C::Approx { low.abs() / 2 } else { 0 };
        let (not_below, not_above) = (value >= low - slack, value <= high + slack);
        let within = self.comparator == C::Range && self.heading == Some(Direction::Lower);
        Ok(match (self.comparator, self.side()) {
            (C::AtLeast | C::EachAtLeast, _) => value >= low,
            (C::MoreThan | C::EachMoreThan, _) => value > low,
            (C::AtMost, _) => value <= high,
            (C::LessThan, _) => value < high,
            _ if within => not_below && not_above,
            (_, None) => return Err(Undetermined::Direction),
            (_, Some(Direction::Higher)) => not_below,
            (_, Some(Direction::Lower)) => not_above,
            (_, Some(Direction::Neither)) => not_below && not_above,
        })
    }

    /// The points that satisfy it; those of the range alone, when there are any.
    fn points(&self) -> Result<Vec<Eighths>, Undetermined> {
        let asked = GRID.map(|point| Ok((point, self.asks(point)?)));
        let asked: Vec<(Eighths, bool)> = asked.collect::<Result<_, Undetermined>>()?;
        let wanted = asked.iter().filter(|(_, asked)| *asked).map(|(point, _)| *point);
        let possible = |point: &Eighths| self.range.is_none_or(|(a, b)| (a..=b).contains(point));
        let inside: Vec<_> = wanted.clone().filter(possible).collect();
        Ok(if inside.is_empty() { wanted.collect() } else { inside })
    }

    fn quantity(&self) -> Quantity {
        let number = |number: i64| match self.change {
            Some(Change::Percent) => Decimal::from(number),
            _ => decimal(number),
        };
        let relative = self.change.map(|change| Relative::Base { year: Some(2020), change });
        Quantity {
            relative,
            low: Some(number(self.low)),
            high: Some(number(self.high)),
            heading: self.heading,
            ..super::plain(self.comparator, "")
        }
    }

    fn reader(&self) -> QuantityContext {
        let closed = |end| Bound::closed(decimal(end));
        let range = self.range.map(|(low, high)| Interval::between(closed(low), closed(high)));
        QuantityContext {
            direction: self.direction,
            range: range.unwrap_or_default(),
            tolerance: Decimal::new(TOLERANCE.0, TOLERANCE.1),
            base: self.base.map(decimal),
        }
    }
}

fn decimal(eighths: Eighths) -> Decimal {
    Decimal::new(eighths * 125, 3)
}

#[test]
fn sets_hold_exactly_the_values_their_phrases_ask_for() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..CASES {
        let case = case(&mut random);
        let found = match admissible(&case.quantity(), &case.reader()) {
            Admissible::Set(set) => {
                Ok(GRID.filter(|point| set.holds(decimal(*point))).collect::<Vec<_>>())
            }
            Admissible::Undetermined(why) => Err(why),
        };
        assert_eq!(found, case.points(), "{case:?}");
    }
}
