//! The table behind a letter: the values that its points compare, and nobody else's.

use serde::Serialize;

use super::matter::Matter;
use crate::{report::Card, words::Language};

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
// The number is two digits; the two values have the most to say after the name. How it is shared out is a choice.
const WIDTHS: [u32; 5] = [700, 2645, 2100, 2300, WIDTH - 7745];

impl LetterAnnex {
    /// The rows of the points that compare two values.
    pub(super) fn of(matter: &Matter, language: Language) -> Self {
        Self {
            title: language.pick("附件　有关指标对照", "Attachment: the values compared"),
            widths: WIDTHS,
            heads: language.pick(
                ["序号", "指标", "本级", "上级或对照", "差"],
                ["no.", "indicator", "own", "compared with", "gap"],
            ),
            rows: matter.cards().filter_map(|card| annex_row(card, matter, language)).collect(),
        }
    }
}

fn annex_row(card: &Card, matter: &Matter, language: Language) -> Option<[String; 5]> {
    let [own, other] = card.beside.as_slice() else { return None };
    // Two places of one plan, and values that are not compared as numbers, are told in the points.
    if !other.elsewhere || card.gap.is_empty() {
        return None;
    }
    let indicator = match card.year {
        Some(year) => language.pick(
            format!("{}（{year}年）", card.indicator),
            format!("{} ({year})", card.indicator),
        ),
        None => card.indicator.clone(),
    };
    let with_class = |value: &str, class: &str| match (class.is_empty(), language) {
        (true, _) => value.to_owned(),
        (_, Language::Zh) => format!("{value}（{class}）"),
        (_, Language::En) => format!("{value} ({class})"),
    };
    let beside = format!("{} {}", other.whose, with_class(&other.value, &other.class));
    let number = matter.number(card.number)?.to_string();
    Some([number, indicator, with_class(&own.value, &own.class), beside, card.gap.clone()])
}
