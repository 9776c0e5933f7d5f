//! Phrases as plans print them, read into quantities and sets of acceptable values.

mod admissible;
mod adopted;
mod base;
mod candidate;
mod clause_state;
mod comparator;
mod condition;
mod coverage;
mod cut;
mod described;
mod direction;
mod doubt;
mod expression;
mod figure;
mod fold;
mod folded;
mod grammar;
mod interval;
mod latin;
mod led;
mod lists;
mod loose;
mod measured;
mod neighbours;
mod number_roles;
mod numeral;
mod path;
mod phrase;
mod phrase_tokens;
mod placeholder;
mod plain_number;
mod reading;
mod relative;
mod rounding;
mod running;
mod serialised;
mod share;
mod spelt;
mod stray;
mod targets;
mod tokens;
mod unit;
mod whole;
mod wordless;
mod words_that_change;

pub use admissible::{
    Admissible, QuantityContext, Undetermined, admissible, change_as_printed, printed_number,
};
pub use comparator::{Average, Basis, Change, Comparator, Relative};
pub use direction::Direction;
pub(crate) use expression::{Reckoned, Rounded, Signs, reckon};
pub use interval::{Bound, Interval, Verdict, verdict_of_sets};
pub use phrase::read_phrase;
pub use reading::{Quantity, Reading, ReadingKind};
pub(crate) use rounding::half_digit;
pub(crate) use running::{Running, RunningKind, running, value_signs};
pub use rust_decimal::Decimal;
pub(crate) use serialised::{as_plain, as_printed};
pub(crate) use spelt::{Spelt, spelt};
pub(crate) use unit::{
    Ratio, UnitDimension, magnitude_word, read_unit_cell, split_magnitude, unknown_unit,
};
pub use unit::{Unit, read_unit};
