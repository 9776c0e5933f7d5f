//! The formulas of a roll-up with what they give now, for viewers that do not calculate.
//!
//! Formulas name cells of their own block and nothing else; no word of a plan stands in one.

use rust_xlsxwriter::Formula;

use crate::report::RollupTable;

/// A formula and its value.
pub(super) struct Computed {
    text: String,
    value: f64,
}

/// The formulas of a block, in the order of their rows.
pub(super) struct Sums {
    /// What the stated regions come to.
    pub(super) total: Computed,
    /// Their weights together; only for a mean.
    pub(super) weight: Option<Computed>,
    /// The total less the figure above.
    pub(super) gap: Computed,
    /// What is left for those who state nothing.
    pub(super) left: Option<Computed>,
}

/// Decimals that formulas keep: binary sums are off behind the fifteenth digit.
// SUM of 0.1 and 0.2 less 0.3 is not 0 in binary, and the line would say 高于上级目标 of equal figures. Eight is far
// behind what targets are written with, and a choice.
const PLACES: usize = 8;

impl Computed {
    fn new(text: &str, value: f64) -> Self {
        Self { text: format!("=ROUND({text},{PLACES})"), value }
    }

    /// What is written into the cell.
    pub(super) fn formula(&self) -> Formula {
        Formula::new(&self.text).set_result(number_in_cell(self.value))
    }

    /// Its value, rounded as the formula rounds it.
    pub(super) fn value(&self) -> f64 {
        number_in_cell(self.value).parse().unwrap_or(self.value)
    }
}

impl RollupTable {
    /// The figure above as it counts: the end of what it accepts, else its number.
    pub(super) fn counted(&self) -> &str {
        if self.asked.is_empty() { &self.number } else { &self.asked }
    }

    // A mean divides by the weight of the silent; where that is not known nothing can be said of them.
    fn is_left(&self) -> bool {
        !self.needed.is_empty() && (!self.is_mean || parse_or_zero(&self.silent_weight) > 0.0)
    }
}

/// Whether anything comes out: a mean of regions that weigh nothing is no number.
pub(super) fn has_rollup_result(rollup: &RollupTable) -> bool {
    !rollup.is_mean || rollup.terms.iter().any(|term| parse_or_zero(&term.weight) > 0.0)
}

/// The formulas of a block whose figures stand in column B of the rows from `first` to `last`, counted from 0, weights in C;
/// the total stands right below, then the figure above, the difference, and what is left.
pub(super) fn rollup_formulas(rollup: &RollupTable, first: u32, last: u32) -> Sums {
    let (from, to) = (first + 1, last + 1);
    let figures = format!("B{from}:B{to}");
    // The order of the lines below the regions: total, figure above, difference, what is left. The block writes them
    // in this order, and nothing else holds the two together.
    let rows = FormulaRows { total: to + 1, target: to + 2, left: to + 4 };
    if rollup.is_mean {
        mean_formulas(rollup, &figures, &format!("C{from}:C{to}"), &rows)
    } else {
        sum_formulas(rollup, &figures, &rows)
    }
}

/// Rows as formulas count them, from 1.
struct FormulaRows {
    total: u32,
    target: u32,
    left: u32,
}

fn sum_formulas(rollup: &RollupTable, figures: &str, rows: &FormulaRows) -> Sums {
    let parts = rollup.terms.iter().map(|term| &term.number).chain([&rollup.reserve]);
    let (total, target) =
        (parts.map(|part| parse_or_zero(part)).sum::<f64>(), parse_or_zero(rollup.counted()));
    let left = || Computed::new(&format!("B{}-B{}", rows.target, rows.total), target - total);
    Sums {
        total: Computed::new(&format!("SUM({figures})"), total),
        weight: None,
        gap: rows.gap(total - target),
        left: rollup.is_left().then(left),
    }
}

fn mean_formulas(rollup: &RollupTable, figures: &str, weights: &str, rows: &FormulaRows) -> Sums {
    let weight: f64 = rollup.terms.iter().map(|term| parse_or_zero(&term.weight)).sum();
    let weighed = |term: &crate::report::RollupTerm| {
        parse_or_zero(&term.number) * parse_or_zero(&term.weight)
    };
    let product: f64 = rollup.terms.iter().map(weighed).sum();
    let (silent, target) = (parse_or_zero(&rollup.silent_weight), parse_or_zero(rollup.counted()));
    let text = format!("SUMPRODUCT({figures},{weights})");
    let FormulaRows { total: total_at, target: target_at, left: left_at } = rows;
    let left = || {
        let rest = format!("(B{target_at}*(C{total_at}+C{left_at})-{text})/C{left_at}");
        Computed::new(&rest, (target * (weight + silent) - product) / silent)
    };
    Sums {
        total: Computed::new(&format!("{text}/SUM({weights})"), product / weight),
        weight: Some(Computed::new(&format!("SUM({weights})"), weight)),
        gap: rows.gap(product / weight - target),
        left: rollup.is_left().then(left),
    }
}

impl FormulaRows {
    fn gap(&self, value: f64) -> Computed {
        Computed::new(&format!("B{}-B{}", self.total, self.target), value)
    }
}

/// A number as a cell keeps it, without noughts at its end.
fn number_in_cell(value: f64) -> String {
    let digits = format!("{value:.PLACES$}");
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    // -0.000000001 rounds to -0, which a cell would show with its sign.
    if digits == "-0" { "0".to_owned() } else { digits.to_owned() }
}

fn parse_or_zero(digits: &str) -> f64 {
    digits.parse().unwrap_or_default()
}
