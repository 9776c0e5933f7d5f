//! What is written or ticked in the column of decisions.

use crate::{
    finding::Ruling,
    words::{Language, term},
};

use super::MistakeKind;

const RULINGS: [Ruling; 3] = [Ruling::Accepted, Ruling::Partly, Ruling::Declined];
const TICKED: [char; 9] = ['☑', '☒', '✓', '✔', '√', '■', '●', '✕', '×'];
const OPEN: [char; 4] = ['□', '☐', '○', '◻'];

/// The ruling; nothing for a blank cell, or one that offers every box and has none ticked.
pub(super) fn verdict(cell: &str) -> Result<Option<Ruling>, MistakeKind> {
    let written: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let unclear = || MistakeKind::Verdict(written.clone());
    let boxes = boxes(&written);
    if boxes.is_empty() {
        return if written.is_empty() {
            Ok(None)
        } else {
            ruling(&written).map(Some).ok_or_else(unclear)
        };
    }
    let offered: Option<Vec<(bool, Ruling)>> =
        boxes.iter().map(|(is_ticked, words)| Some((*is_ticked, ruling(words)?))).collect();
    let offered = offered.ok_or_else(unclear)?;
    let mut ticked = offered.iter().filter(|(is_ticked, _)| *is_ticked).map(|(_, ruling)| *ruling);
    match (ticked.next(), ticked.next()) {
        (Some(one), None) => Ok(Some(one)),
        (Some(_), Some(_)) => Err(MistakeKind::SeveralVerdicts(written)),
        // Somebody may have meant the box that was left.
        (None, _) if offered.len() < RULINGS.len() => Err(unclear()),
        (None, _) => Ok(None),
    }
}

/// The words behind each box, with whether it is ticked; a tick may stand before or behind the words.
fn boxes(written: &str) -> Vec<(bool, &str)> {
    let is_mark = |mark: char| TICKED.contains(&mark) || OPEN.contains(&mark);
    let marks: Vec<(usize, char)> =
        written.char_indices().filter(|(_, mark)| is_mark(*mark)).collect();
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([written.len()]);
    let mut boxes: Vec<(bool, &str)> = Vec::with_capacity(marks.len());
    for ((at, mark), end) in marks.iter().zip(ends) {
        let words = written.get(at + mark.len_utf8()..end).unwrap_or_default();
        let words = words.trim_matches([' ', '/', '／', '、', '；', ';']);
        let is_ticked = TICKED.contains(mark);
        match boxes.last_mut() {
            // □√采纳 and □采纳√: the tick belongs to the box before it.
            Some(last) if is_ticked && (last.1.is_empty() || words.is_empty()) => {
                *last = (true, if words.is_empty() { last.1 } else { words });
            }
            _ => boxes.push((is_ticked, words)),
        }
    }
    boxes
}

/// The ruling that words name: its key, or its word in either language.
fn ruling(words: &str) -> Option<Ruling> {
    let words = words
        .trim()
        .trim_end_matches(['。', '；', ';', '.', '/', '／', '、'])
        .trim()
        .to_lowercase();
    let named = |ruling: &Ruling| {
        [Language::Zh, Language::En].iter().any(|language| term(*language, ruling.key()) == words)
    };
    Ruling::read(&words).or_else(|| RULINGS.into_iter().find(named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_written_or_ticked() {
        for (cell, expected) in [
            ("", Some(None)),
            ("  \n", Some(None)),
            ("□采纳 □部分采纳 □不采纳", Some(None)),
            ("采纳", Some(Some(Ruling::Accepted))),
            ("不采纳。", Some(Some(Ruling::Declined))),
            ("Partly accepted", Some(Some(Ruling::Partly))),
            ("□采纳\n☑ 部分采纳\n□不采纳", Some(Some(Ruling::Partly))),
            ("□ accepted / □ partly accepted / √ declined", Some(Some(Ruling::Declined))),
            ("□√采纳 □部分采纳 □不采纳", Some(Some(Ruling::Accepted))),
            ("□采纳√ □部分采纳 □不采纳", Some(Some(Ruling::Accepted))),
            ("☑不采纳", Some(Some(Ruling::Declined))),
            ("□不采纳", None),
            ("□采纳 □再议 □不采纳", None),
            ("☑采纳 ☑不采纳", None),
            ("再议", None),
            ("√", None),
        ] {
            assert_eq!(verdict(cell).ok(), expected, "{cell}");
        }
    }
}
