//! What is written or ticked in the column of decisions.

use crate::{
    finding::Ruling,
    words::{Language, term},
};

use super::MistakeKind;

const RULINGS: [Ruling; 3] = [Ruling::Accepted, Ruling::Partly, Ruling::Declined];
// What word processors insert for a tick (☒ is Word's own box when it is ticked), and √ as people write it. × is not
// one of them: on paper it crosses out as often as it chooses.
const TICKED: [char; 7] = ['☑', '☒', '✓', '✔', '√', '■', '●'];
const OPEN: [char; 4] = ['□', '☐', '○', '◻'];

/// A box, or a tick without one, and the words it stands by.
struct BoxChoice<'a> {
    is_ticked: bool,
    words: &'a str,
}

/// The ruling; nothing for a blank cell, or one that offers every box and has none ticked.
pub(super) fn read_verdict(cell: &str) -> Result<Option<Ruling>, MistakeKind> {
    let written: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let unclear = || MistakeKind::Verdict(written.clone());
    // A choice from the form's own list gives plain words; boxes come from people who type the choice themselves.
    if !written.contains(TICKED) && !written.contains(OPEN) {
        return match written.as_str() {
            "" => Ok(None),
            words => ruling_of_words(words).map(Some).ok_or_else(unclear),
        };
    }
    let choices = read_box_choices(&written).ok_or_else(unclear)?;
    let offered: Option<Vec<(bool, Ruling)>> = choices
        .iter()
        .map(|choice| Some((choice.is_ticked, ruling_of_words(choice.words)?)))
        .collect();
    let offered = offered.ok_or_else(unclear)?;
    let mut ticked = offered.iter().filter(|(is_ticked, _)| *is_ticked).map(|(_, ruling)| *ruling);
    match (ticked.next(), ticked.next()) {
        (Some(one), None) => Ok(Some(one)),
        // The whole cell is read and not only up to the first tick: ☑采纳 ☑不采纳 would else be an agreement.
        (Some(_), Some(_)) => Err(MistakeKind::SeveralVerdicts(written)),
        // Somebody may have meant the box that was left.
        (None, _) if offered.len() < RULINGS.len() => Err(unclear()),
        (None, _) => Ok(None),
    }
}

/// The boxes with the words behind them. A tick without words of its own belongs to the box it touches: □√采纳, √□采纳 and
/// □采纳√; `None` where it touches none, or where words stand before the first box.
fn read_box_choices(written: &str) -> Option<Vec<BoxChoice<'_>>> {
    let is_mark = |mark: char| TICKED.contains(&mark) || OPEN.contains(&mark);
    let marks: Vec<(usize, char)> =
        written.char_indices().filter(|(_, mark)| is_mark(*mark)).collect();
    let (first, _) = marks.first()?;
    // 暂不□采纳 and 不同意☑采纳 say the opposite of the box behind them.
    if !written.get(..*first)?.trim().is_empty() {
        return None;
    }
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([written.len()]);
    let mut choices: Vec<BoxChoice> = Vec::with_capacity(marks.len());
    let mut pending = false;
    for ((at, mark), end) in marks.iter().zip(ends) {
        let behind = written.get(at + mark.len_utf8()..end)?;
        let words = behind.trim_matches([' ', '/', '／', '、', '；', ';']);
        let is_ticked = TICKED.contains(mark);
        let touches = written.get(..*at)?.ends_with(|c: char| !c.is_whitespace());
        let bare = is_ticked && words.is_empty();
        let touches_next = bare && behind.is_empty() && end < written.len();
        match choices.last_mut() {
            // □采纳√□部分采纳: either may be meant.
            Some(_) if touches && touches_next => return None,
            // □√采纳: the box before has no words yet.
            Some(open) if open.words.is_empty() && is_ticked && !words.is_empty() => {
                *open = BoxChoice { is_ticked: true, words };
            }
            // □采纳√: the tick stands at the end of the words.
            Some(before) if bare && touches => before.is_ticked = true,
            // √□采纳: the next box is meant.
            _ if touches_next => pending = true,
            _ if bare => return None,
            _ => {
                choices.push(BoxChoice { is_ticked: is_ticked || pending, words });
                pending = false;
            }
        }
    }
    Some(choices)
}

/// The ruling that words name: its key, or its word in either language.
fn ruling_of_words(words: &str) -> Option<Ruling> {
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
            ("□采纳 □部分采纳 √□不采纳", Some(Some(Ruling::Declined))),
            ("□采纳 □部分采纳 √ □不采纳", None),
            ("□采纳√□部分采纳 □不采纳", None),
            ("不同意☑采纳", None),
            ("暂不□采纳 ☑部分采纳 □不采纳", None),
            ("×不采纳", None),
            ("☑不采纳", Some(Some(Ruling::Declined))),
            ("□不采纳", None),
            ("□采纳 □再议 □不采纳", None),
            ("☑采纳 ☑不采纳", None),
            ("再议", None),
            ("√", None),
        ] {
            assert_eq!(read_verdict(cell).ok(), expected, "{cell}");
        }
    }
}
