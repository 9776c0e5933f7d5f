//! The formulas of a roll-up with what they give now, for viewers that do not calculate. Formulas name cells of their own block
//! and nothing else; no word of a plan stands in one.

use rust_xlsxwriter::Formula;

use crate::report::RollupTable;

/// A formula and its value.
pub(super) struct Computed {
    text: String,
    value: f64,
}

impl Computed {
    fn new(text: &str, value: f64) -> Self {
        Self { text: format!("=ROUND({text},{PLACES})"), value }
    }

    /// What is written into the cell.
    pub(super) fn formula(&self) -> Formula {
        Formula::new(&self.text).set_result(plain(self.value))
    }

    /// Its value, rounded as the formula rounds it.
    pub(super) fn value(&self) -> f64 {
        plain(self.value).parse().unwrap_or(self.value)
    }
}

/// The formulas below the lines of a block, in the order of their rows.
pub(super) struct Sums {
    /// What the stated regions come to.
    pub(super) total: Computed,
    /// Their weights together; only for a mean.
    pub(super) weight: Option<Computed>,
    /// The total less the figure above.
    pub(super) gap: Computed,
    /// What is left for the silent regions.
    pub(super) left: Option<Computed>,
}

/// Decimals that formulas keep: binary sums are off behind the fifteenth digit.
const PLACES: usize = 8;

/// A number as a cell keeps it, without noughts at its end.
fn plain(value: f64) -> String {
    let digits = format!("{value:.PLACES$}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    if digits == "-0" { "0".to_owned() } else { digits.to_owned() }
}

fn number(digits: &str) -> f64 {
    digits.parse().unwrap_or_default()
}

/// The formulas of a block whose figures stand in column B of the rows from `first` to `last`, counted from 0, weights in C;
/// the total stands right below, the figure above below that, then the difference, then what is left.
pub(super) fn sums(rollup: &RollupTable, first: u32, last: u32) -> Sums {
    let (from, to) = (first + 1, last + 1);
    let (total_at, target_at, left_at) = (last + 2, last + 3, last + 5);
    let figures = format!("B{from}:B{to}");
    let target = number(&rollup.number);
    if rollup.is_mean {
        let weights = format!("C{from}:C{to}");
        let weight: f64 = rollup.terms.iter().map(|term| number(&term.weight)).sum();
        let product: f64 =
            rollup.terms.iter().map(|term| number(&term.number) * number(&term.weight)).sum();
        let silent = number(&rollup.silent_weight);
        let product_text = format!("SUMPRODUCT({figures},{weights})");
        let left = format!("(B{target_at}*(C{total_at}+C{left_at})-{product_text})/C{left_at}");
        return Sums {
            total: Computed::new(&format!("{product_text}/SUM({weights})"), product / weight),
            weight: Some(Computed::new(&format!("SUM({weights})"), weight)),
            gap: gap(total_at, target_at, product / weight - target),
            left: is_left(rollup)
                .then(|| Computed::new(&left, (target * (weight + silent) - product) / silent)),
        };
    }
    let parts = rollup.terms.iter().map(|term| &term.number).chain([&rollup.reserve]);
    let total: f64 = parts.map(|part| number(part)).sum();
    Sums {
        total: Computed::new(&format!("SUM({figures})"), total),
        weight: None,
        gap: gap(total_at, target_at, total - target),
        left: is_left(rollup)
            .then(|| Computed::new(&format!("B{target_at}-B{total_at}"), target - total)),
    }
}

fn gap(total_at: u32, target_at: u32, value: f64) -> Computed {
    Computed::new(&format!("B{total_at}-B{target_at}"), value)
}

fn is_left(rollup: &RollupTable) -> bool {
    !rollup.needed.is_empty() && (!rollup.is_mean || number(&rollup.silent_weight) > 0.0)
}
