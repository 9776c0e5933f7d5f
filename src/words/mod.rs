//! Turns findings, outcomes and settings into sentences in Chinese or English.

mod arithmetic;
mod closing;
mod environment;
mod figure;
mod locator;
mod mended;
mod number;
mod settings;
mod sheet_sections;
mod standing;
mod term;
mod terms;
mod text;
mod wording;

pub use crate::config::Language;
pub use arithmetic::rollup_in_words;
pub use closing::{Tally, accounted, closing_line};
pub use figure::asking;
pub use locator::locator;
pub use mended::mended;
pub use number::{difference_with_unit, number_with_unit, plain_number, rounded_number};
pub use settings::config_problem;
pub use sheet_sections::about_rule;
pub use term::{term, term_of};
pub(crate) use text::text;
pub use wording::{FindingWording, Words, WordsError};
