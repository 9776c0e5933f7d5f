//! The table behind a letter: what is to be explained, where that would make the letter itself long.

use serde::Serialize;

use super::{matter::Matter, point::LetterPoint};
use crate::{report::Material, words::Language};

/// The table; without rows there is none.
#[derive(Serialize)]
pub(super) struct LetterAnnex {
    title: &'static str,
    widths: [u32; 5],
    heads: [&'static str; 5],
    rows: Vec<[String; 5]>,
}

/// How wide the text of a letter is, in twentieths of a point.
// A4 less the margins in letter.xml (28 mm and 26 mm, as GB/T 9704 has them): the footer is laid out to the same
// width.
pub(super) const WIDTH: u32 = 8845;

/// How wide the columns are; together as wide as the text.
// The number is two digits; what is found has the most to say. How the rest is shared out is a choice.
const WIDTHS: [u32; 5] = [600, 1850, 3145, 1900, WIDTH - 7495];

/// How many points a letter tells in paragraphs.
// Paragraphs of the size that letters are set in are four lines each; five of them, the head and the signature fill two
// pages.
const PARAGRAPHS: usize = 5;

impl LetterAnnex {
    /// The rows of what is to be explained and of what others depend on; none where the letter has room for them.
    pub(super) fn of(matter: &Matter, material: &Material) -> Self {
        let language = material.language;
        let row = |point: LetterPoint| {
            let stop = language.pick("。", ". ");
            let found = [vec![point.told], point.remarks].concat().join(stop);
            [point.number.to_string(), point.about, found, point.asked, point.source]
        };
        let listed = matter.warnings.iter().chain(&matter.causes);
        let listed = listed.filter(|_| matter.cards().count() > PARAGRAPHS);
        Self {
            title: title(language),
            widths: WIDTHS,
            heads: language.pick(
                ["序号", "指标", "情况", "建议", "出处"],
                ["no.", "indicator", "what was found", "what we ask", "where"],
            ),
            rows: listed.map(|card| row(LetterPoint::of(card, matter, material))).collect(),
        }
    }

    /// Whether there is a table.
    pub(super) fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }
}

/// What the annex is called, in the letter and above its table.
pub(super) fn title(language: Language) -> &'static str {
    language.pick("附件：请说明的问题", "Attachment: points to be explained")
}
