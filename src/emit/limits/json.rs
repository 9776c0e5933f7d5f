//! Who falls short as a figure rises, as one document; its numbers are strings, exact to the last digit.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::Sources,
    views::{Margin, MarginBelow, MarginFigure},
    words::Words,
};

use super::super::{document, json};

#[derive(Serialize)]
struct JsonLimits<'a> {
    indicator: &'a str,
    figures: Vec<JsonMargin<'a>>,
}

/// A figure with its place, which only a language can name.
#[derive(Serialize)]
struct JsonMargin<'a> {
    #[serde(flatten)]
    figure: &'a MarginFigure,
    place: json::JsonPlace<'a>,
    #[serde(flatten)]
    below: &'a MarginBelow,
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_limits_json(
    indicator: &str,
    margins: &[Margin],
    sources: &Sources,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let figures = margins.iter().map(|Margin { figure, place, below }| JsonMargin {
        figure,
        place: json::json_place(sources, words, place),
        below,
    });
    let figures = figures.collect();
    document::write("planlint-limits/1", &JsonLimits { indicator, figures }, out)
}
