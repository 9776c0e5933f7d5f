//! The texts of a workbook as a reader sees them: struck-out runs are no text, and raised digits are marks, not digits.

use crate::{
    office::{Tag, Xml},
    text::UnreadReason,
};

/// A text of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rich {
    /// Its words.
    pub(super) words: String,
    /// What is left of them in a cell that is struck out as a whole: the runs that say they are not.
    pub(super) left: String,
}

/// How a run looks; none for one that looks as its cell does.
#[derive(Clone, Copy, Debug, Default)]
struct XlsxLook {
    struck: bool,
    raised: bool,
}

/// Reads the table of shared texts.
pub(super) fn read_shared_texts(text: &str) -> Result<Vec<Rich>, UnreadReason> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    xml.inside(&mut |xml, _| {
        xml.inside(&mut |xml, tag| {
            if tag.name() == "si" {
                found.push(rich(xml)?);
            }
            Ok(())
        })
    })?;
    Ok(found)
}

/// Reads the text inside the tag that just opened: `si` or `is`.
pub(super) fn rich(xml: &mut Xml) -> Result<Rich, UnreadReason> {
    let mut rich = Rich::default();
    xml.inside(&mut |xml, tag| match tag.name() {
        "t" => {
            rich.add(&xml.words()?, None);
            Ok(())
        }
        // A run that says nothing of its look takes that of its cell.
        "r" => read_text_run(xml, &mut rich),
        // How a word is pronounced is no second word.
        _ => Ok(()),
    })?;
    Ok(rich)
}

fn read_text_run(xml: &mut Xml, rich: &mut Rich) -> Result<(), UnreadReason> {
    let mut look = None;
    xml.inside(&mut |xml, tag| {
        match tag.name() {
            "rPr" => look = Some(self::read_run_look(xml)?),
            "t" => rich.add(&xml.words()?, look),
            _ => {}
        }
        Ok(())
    })
}

fn read_run_look(xml: &mut Xml) -> Result<XlsxLook, UnreadReason> {
    let mut look = XlsxLook::default();
    xml.inside(&mut |_, tag| {
        look.struck |= is_struck(tag);
        look.raised |= tag.name() == "vertAlign"
            && tag.attribute("val").is_some_and(|value| value == "superscript");
        Ok(())
    })?;
    Ok(look)
}

/// Whether a property of a font strikes its words out.
pub(super) fn is_struck(tag: &Tag) -> bool {
    tag.name() == "strike" && tag.is_on()
}

impl Rich {
    fn add(&mut self, words: &str, look: Option<XlsxLook>) {
        let XlsxLook { struck, raised } = look.unwrap_or_default();
        if struck {
            return;
        }
        let words =
            if raised { words.chars().map(raise).collect() } else { normalise_line_ends(words) };
        self.words.push_str(&words);
        // In a cell that is struck out as a whole only runs with a look of their own may be left
        // standing.
        if look.is_some() {
            self.left.push_str(&words);
        }
    }
}

/// Line ends of every kind become `\n`.
pub(super) fn normalise_line_ends(words: &str) -> String {
    // Excel spells a return in its own way inside texts.
    let words = words.replace("_x000D_", "");
    if words.contains('\r') { words.replace("\r\n", "\n").replace('\r', "\n") } else { words }
}

/// The raised form of a digit or bracket: 25 with a note is 25¹, not 251.
fn raise(character: char) -> char {
    match character {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => {
            char::from_u32('⁰' as u32 + character as u32 - '0' as u32).unwrap_or(character)
        }
        '(' => '⁽',
        ')' => '⁾',
        '+' => '⁺',
        '-' | '−' => '⁻',
        other => other,
    }
}
