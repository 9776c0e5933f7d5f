//! 衔接意见函: one letter for each region that has something to mend or to explain.

use std::{collections::BTreeMap, io};

use serde::Serialize;

use super::{
    annex::{LetterAnnex, WIDTH},
    letter,
    matter::{Matter, addressee, followers},
    names::LetterNames,
    package::{self, FormFrame},
    rows::FormLine,
};
use crate::{
    finding::Level,
    report::{Card, Material, template},
    text::escape,
};

/// A letter as its template lays it out.
#[derive(Serialize)]
struct LaidLetter {
    lines: Vec<FormLine>,
    annex: LetterAnnex,
}

/// A Word file for each region that has errors or warnings, or that those of others come from: a name that is safe in any
/// folder, and its bytes.
///
/// # Errors
/// Those of the templates and of the archive.
pub fn letters_by_region(material: &Material) -> io::Result<Vec<(String, Vec<u8>)>> {
    let language = material.language;
    let environment = package::docx_environment(language)?;
    let says = language.pick(
        "代拟稿：依据机器比对结果起草，签发前请逐条核对",
        "Draft made from a comparison of texts; please check each point before it is sent",
    );
    let mut names = LetterNames::new(language);
    let mut letters = Vec::new();
    for matter in matters(material) {
        let title = letter::letter_title(&matter, language);
        let annex = LetterAnnex::of(&matter, material);
        let lines = letter::letter_lines(&matter, material, &title, annex.has_rows());
        let laid = LaidLetter { lines, annex };
        let document = template::render(&environment, "letter.xml", laid)?;
        let around = FormFrame { title: &title, says, width: WIDTH };
        let bytes = package::docx_package(&environment, material, &around, document)?;
        letters.push((names.take(&escape(matter.region), &escape(matter.line)), bytes));
    }
    Ok(letters)
}

/// What there is to write to each region, in the order of their first findings.
fn matters(material: &Material) -> Vec<Matter<'_>> {
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    // In the order of the findings and not of the map: the loudest come first, so the letters that matter most do,
    // and their names in the folder are given in that order.
    let mut matters: Vec<Matter> = Vec::new();
    for card in material.cards.iter().filter(|card| is_told_in_letter(card, material)) {
        let place = *places.entry(addressee(card)).or_insert(matters.len());
        if place == matters.len() {
            matters.push(Matter { region: &card.region, line: &card.line, ..Matter::default() });
        }
        let Some(matter) = matters.get_mut(place) else { continue };
        if !matter.plans.contains(&&*card.plan) {
            matter.plans.push(&card.plan);
        }
        match card.level {
            Level::Error => matter.errors.push(card),
            Level::Warning => matter.warnings.push(card),
            Level::Info | Level::Off => matter.causes.push(card),
        }
    }
    matters
}

/// What is no region's affair: what the program could not read, decisions and allows that do not hold.
// These are for whoever runs the check: allows and decisions are its own register, and a region that is written to about
// a part that a program could not read would look for a mistake where there is none.
const OWN_AFFAIRS: [&str; 8] = [
    "unread-file",
    "unread-part",
    "unreadable-line",
    "unreadable-quantity",
    "nothing-read",
    "unused-allow",
    "expired-allow",
    "invalid-allow",
];

/// Whether a letter speaks of a finding: it is loud, or the root of a loud one elsewhere.
fn is_told_in_letter(card: &Card, material: &Material) -> bool {
    !card.region.is_empty()
        && !OWN_AFFAIRS.contains(&card.rule)
        && (card.is_loud() || followers(card, material).next().is_some())
}
