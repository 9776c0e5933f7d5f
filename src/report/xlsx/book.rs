//! What the sheets of the workbook share.

use crate::words::{Language, term};

use super::formats::{Fills, Formats};

/// What every sheet needs besides its own rows.
pub(super) struct Book<'a> {
    pub(super) language: Language,
    pub(super) date: &'a str,
    pub(super) formats: Formats,
    pub(super) fills: Fills,
}

/// The three words a meeting decides with.
pub(super) fn verdict_words(language: Language) -> [&'static str; 3] {
    ["accepted", "partly", "declined"].map(|key| term(language, key))
}
