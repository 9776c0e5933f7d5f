//! What is written or ticked in the column of decisions.

use crate::{
    finding::Ruling,
    words::{Language, term},
};

use super::MistakeKind;

const RULINGS: [Ruling; 3] = [Ruling::Accepted, Ruling::Partly, Ruling::Declined];
const TICKED: [char; 9] = ['☑', '☒', '✓', '✔', '√', '■', '●', '✕', '×'];
const OPEN: [char; 4] = ['□', '☐', '○', '◻'];

/// The ruling; nothing for a blank cell, whatever boxes it offers.
pub(super) fn verdict(cell: &str) -> Result<Option<Ruling>, MistakeKind> {
    let written: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if !written.contains(TICKED) && !written.contains(OPEN) {
        return match written.as_str() {
            "" => Ok(None),
            words => ruling(words).map(Some).ok_or(MistakeKind::Verdict(written)),
        };
    }
    let mut ticked = boxes(&written).into_iter().filter_map(|(is_ticked, words)| {
        is_ticked.then(|| ruling(words).ok_or_else(|| MistakeKind::Verdict(words.to_owned())))
    });
    match (ticked.next().transpose()?, ticked.next()) {
        (first, None) => Ok(first),
        (_, Some(_)) => Err(MistakeKind::SeveralVerdicts(written)),
    }
}

/// The words behind each box, with whether it is ticked.
fn boxes(written: &str) -> Vec<(bool, &str)> {
    let marks =
        written.char_indices().filter(|(_, mark)| TICKED.contains(mark) || OPEN.contains(mark));
    let marks: Vec<(usize, char)> = marks.collect();
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([written.len()]);
    let words = marks.iter().zip(ends).filter_map(|((at, mark), end)| {
        let words = written.get(at + mark.len_utf8()..end)?;
        Some((TICKED.contains(mark), words.trim()))
    });
    words.collect()
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
            ("☑采纳 ☑不采纳", None),
            ("再议", None),
            ("√", None),
        ] {
            assert_eq!(verdict(cell).ok(), expected, "{cell}");
        }
    }
}
