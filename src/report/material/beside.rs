//! The table of a card: the values that a finding compares, a region a row.

use serde::Serialize;

use crate::{
    finding::{Compared, StatedValue},
    views::ValuesByPlace,
    words::{Words, term_of, value_with_unit},
};

/// One value of those a finding compares.
#[derive(Clone, Debug, Serialize)]
pub struct BesideRow {
    /// Whose it is: a region, else what tells it from the other.
    pub whose: String,
    /// Its year.
    pub year: Option<i32>,
    /// The value as written, with its unit where the words have none.
    pub value: String,
    /// The value that the plan starts from; empty where it states none.
    pub base: String,
    /// The year of that value.
    pub base_year: Option<i32>,
    /// 约束性 or 预期性; empty when neither is said.
    pub class: String,
    /// Where in its document it stands.
    pub source: String,
    /// Whether it is another region's than the value the finding is about.
    pub elsewhere: bool,
}

/// The rows of a comparison, the finding's own value first; none where there are not two values.
pub(super) fn beside_rows(
    compared: &Compared,
    values: &ValuesByPlace<'_>,
    words: &Words,
    whose: [&str; 2],
) -> Vec<BesideRow> {
    let (Some(own), Some(other)) = (&compared.own, &compared.other) else { return Vec::new() };
    // A number that was worked out, an increase or a sum, is no value of a table: the sentence has its arithmetic.
    if own.place.is_none() || other.place.is_none() {
        return Vec::new();
    }
    let elsewhere = other.region.is_some() && own.region != other.region;
    let row = |((value, whose), elsewhere): ((&StatedValue, &str), bool)| BesideRow {
        elsewhere,
        ..beside_row(value, values, words, whose)
    };
    [own, other].into_iter().zip(whose).zip([false, elsewhere]).map(row).collect()
}

fn beside_row(
    value: &StatedValue,
    values: &ValuesByPlace<'_>,
    words: &Words,
    whose: &str,
) -> BesideRow {
    let language = words.language();
    let beside = value.place.as_ref().map(|place| values.beside(place)).unwrap_or_default();
    let source = value.place.as_ref().and_then(|place| place.locator.as_ref());
    BesideRow {
        whose: whose.to_owned(),
        year: value.year,
        value: value_with_unit(language, &value.words, &value.unit),
        base_year: beside.base.as_ref().map(|base| base.year),
        base: beside.base.map_or_else(String::new, |base| {
            let written = value_with_unit(language, &base.written, &value.unit);
            let estimate = language.pick("（预计值）", " (estimate)");
            format!("{written}{}", if base.is_estimate { estimate } else { "" })
        }),
        class: value.class.map(|class| term_of(language, class).to_owned()).unwrap_or_default(),
        source: source.map(|locator| words.locator(locator)).unwrap_or_default(),
        elsewhere: false,
    }
}
