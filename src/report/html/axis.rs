//! The scales of a chart: which number stands where, and the few that are named.

use serde::Serialize;

use crate::words::Language;

/// A named place on an axis.
#[derive(Debug, Serialize)]
pub(super) struct Tick {
    pub(super) at: String,
    pub(super) label: String,
}

/// From numbers to places between `from` and `to`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

/// From this factor on, numbers have no scale in common: a county beside a nation.
// Rates and incomes per head of a county and a nation are of one size, totals such as GDP a thousand times apart: on
// an even scale the county would lie on the axis, and steps of equal factors are read wrongly by whoever does not know
// them. Where between them the line is drawn is a choice.
const FAR: f64 = 30.0;

/// Characters of one name.
// The words left of the axis have 40 units of the drawing, seven digits at its size.
const WIDE: usize = 7;

/// The room left above and below the numbers.
// Without it the highest sign would be cut by the edge of the drawing and the lowest lie on the words of the years.
const AIR: f64 = 0.08;

impl Scale {
    /// A scale that holds all `numbers` with some air; `None` without any, and where they lie too far apart for one.
    pub(super) fn holding(numbers: impl Iterator<Item = f64>, from: f64, to: f64) -> Option<Self> {
        let (low, high) = smallest_and_largest(numbers)?;
        if low > 0.0 && high / low > FAR {
            return None;
        }
        // One number has no span, and a scale of nothing would divide by nothing: its own size makes one, or 1 where
        // it is 0.
        let span = if high > low { high - low } else { low.abs().max(1.0) };
        Some(Self { low: low - AIR * span, high: high + AIR * span, from, to })
    }

    /// A scale of years without air.
    pub(super) fn years(numbers: impl Iterator<Item = f64>, from: f64, to: f64) -> Option<Self> {
        let (low, high) = smallest_and_largest(numbers)?;
        Some(Self { low, high, from, to })
    }

    /// Where `number` stands.
    pub(super) fn place(self, number: f64) -> f64 {
        if self.high <= self.low {
            return self.to;
        }
        let share = (number - self.low) / (self.high - self.low);
        self.from + share * (self.to - self.from)
    }

    /// A few round numbers within the scale.
    pub(super) fn ticks(self, language: Language) -> Vec<Tick> {
        // Counted in whole steps and multiplied each time, so that no error adds up on the way. A fifth of the span,
        // rounded up, gives six lines at most; the eight below only bounds the loop.
        let step = round((self.high - self.low) / 5.0);
        let first = (self.low / step).ceil();
        let numbers = (0..8).map(|count| (first + f64::from(count)) * step);
        numbers.filter(|n| *n <= self.high).map(|n| self.tick(n, step, language)).collect()
    }

    fn tick(self, number: f64, step: f64, language: Language) -> Tick {
        let places = if step >= 1.0 { 0 } else { (-step.log10()).ceil() as usize };
        // Minus nought is no number that a reader knows.
        let number = if number == 0.0 { 0.0 } else { number };
        Tick { at: px(self.place(number)), label: label(number, places, language) }
    }
}

/// A number that fits beside the axis.
fn label(number: f64, places: usize, language: Language) -> String {
    let text = format!("{number:.places$}");
    if text.len() <= WIDE {
        return text;
    }
    let powers = language.pick([(1e8, "亿"), (1e4, "万")], [(1e9, "bn"), (1e6, "m")]);
    let power = powers.into_iter().find(|(size, _)| number.abs() >= *size);
    power.map_or(text, |(size, word)| format!("{}{word}", px(number / size)))
}

/// The smallest and the largest; `None` without any.
pub(super) fn smallest_and_largest(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.map(|n| (n, n)).reduce(|(low, high), (n, _)| (low.min(n), high.max(n)))
}

/// The next step of 1, 2 or 5 that is not smaller.
fn round(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    // A little less than the step, since 0.1 × 5 and 0.5 may differ in the last bit and the next larger step would
    // be taken.
    let of = [1.0, 2.0, 5.0].into_iter().find(|of| of * power >= step * 0.999);
    of.unwrap_or(10.0) * power
}

/// A length with one digit behind the point, none when it is nought.
pub(super) fn px(length: f64) -> String {
    // A tenth of a unit is less than a hair on paper; more digits would only make the page larger.
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(numbers: &[f64]) -> Vec<String> {
        let scale = Scale::holding(numbers.iter().copied(), 100.0, 0.0).unwrap();
        scale.ticks(Language::Zh).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_numbers() {
        assert_eq!(labels(&[23.0, 25.0]), ["23.0", "23.5", "24.0", "24.5", "25.0"]);
        assert_eq!(labels(&[0.1, 0.4]), ["0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(labels(&[93.0]), ["90", "95", "100"]);
        assert_eq!(labels(&[-4.0, 4.0]), ["-4", "-2", "0", "2", "4"]);
    }

    #[test]
    fn a_county_beside_a_nation_has_no_scale() {
        assert!(Scale::holding([3.0, 14000.0].into_iter(), 100.0, 0.0).is_none());
        assert_eq!(labels(&[3.0, 80.0]), ["0", "20", "40", "60", "80"]);
    }

    #[test]
    fn large_numbers_are_named_shortly() {
        assert_eq!(labels(&[0.9e8, 1.9e8]), ["1亿", "1.5亿"]);
        let scale = Scale::holding([1e9, 2e10].into_iter(), 100.0, 0.0).unwrap();
        let names: Vec<String> =
            scale.ticks(Language::En).into_iter().map(|tick| tick.label).collect();
        assert_eq!(names, ["0", "5bn", "10bn", "15bn", "20bn"]);
    }

    #[test]
    fn no_number_gives_no_scale() {
        assert!(Scale::holding(std::iter::empty(), 0.0, 1.0).is_none());
    }
}
