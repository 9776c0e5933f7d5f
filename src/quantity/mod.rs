//! Phrases as plans print them, read into quantities and sets of acceptable values.

mod admissible;
mod bare;
mod base;
mod beside;
mod carried;
mod comparator;
mod condition;
mod coverage;
mod cut;
mod doubt;
mod expression;
mod figure;
mod folded;
mod grammar;
mod interval;
mod lists;
mod measured;
mod numeral;
mod placeholder;
mod reading;
mod relative;
mod roles;
mod rounding;
mod targets;
mod tokens;
mod unit;
mod wordless;

pub use admissible::{Admissible, Direction, Reader, Undetermined, admissible, printed_number};
pub use comparator::{Average, Basis, Change, Comparator, Relative};
pub use expression::{Reckoned, Relation, Rounded, Signs, reckon};
pub use interval::{Bound, Interval, Verdict, verdict};
pub use reading::{Quantity, Reading, ReadingKind, read};
pub use rounding::half_digit;
pub use rust_decimal::Decimal;
pub use unit::{Ratio, Unit, magnitude_word, read_unit, read_unit_cell, unknown_unit};
