//! Turns findings, outcomes and settings into sentences in Chinese or English.

mod advice;
mod arithmetic;
mod closing;
mod environment;
mod figure;
mod locator;
mod mended;
mod number;
mod number_with_unit;
mod settings;
mod sheet_sections;
mod shown;
mod standing;
mod term;
mod terms;
mod text;
mod unit;
mod wording;

pub use crate::config::Language;
pub(crate) use advice::{first_clause, without_aside};
pub(crate) use arithmetic::rollup_in_words;
pub(crate) use closing::{Tally, accounted, closing_line};
pub(crate) use figure::asking;
pub(crate) use locator::locator;
pub(crate) use mended::mended;
pub(crate) use number::{number_as_printed, plain_number, rounded_number};
pub(crate) use number_with_unit::{difference_with_unit, number_with_unit, value_with_unit};
pub use settings::config_problem;
pub(crate) use sheet_sections::about_rule;
pub(crate) use term::term;
pub use term::term_of;
pub(crate) use text::text;
pub(crate) use unit::{readable_unit, unit_in_words};
pub(crate) use wording::FindingWording;
pub use wording::Words;
