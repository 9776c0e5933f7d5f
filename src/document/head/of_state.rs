//! The region of a document that names none and speaks of the whole state: 我国.

use crate::{catalogue::Catalogue, text::Span};

use super::front::Front;

/// A text that says 我国 so often speaks for the state.
// A plan of a region says it once or twice, where it tells what the times are like; one of the state says it in every
// chapter.
const OFTEN: usize = 5;
/// What regions call themselves: with one of these words a text is of one, however often it speaks of the state.
const OWN: [&str; 16] = [
    "全省", "我省", "全市", "我市", "全县", "我县", "全区", "我区", "全州", "我州", "全旗", "我旗",
    "本省", "本市", "本县", "本区",
];
/// What the second character of such a word begins behind another: 健全市场, 完全市场化, 健全区域协调机制.
const WORDS: [&str; 8] = ["市场", "市政", "县级", "县域", "省级", "区域", "区间", "市民"];
/// Characters before such a word that make others of it: 健全市县体系, 安全区间, 基本县.
const BEFORE: [char; 8] = ['健', '完', '安', '基', '样', '成', '资', '日'];

/// 全国 and the first 我国 of a text that says it often and calls itself no region.
#[must_use]
pub fn region_of_state(front: &Front<'_>, catalogue: &mut Catalogue) -> Option<(String, Span)> {
    let lines = || front.all.iter().map(|span| front.words(*span));
    let said = || {
        lines().flat_map(|line| line.match_indices("我国").map(move |(at, word)| (line, at, word)))
    };
    let often = said().nth(OFTEN - 1).is_some();
    if !often || lines().any(calls_itself_region) {
        return None;
    }
    let (line, at, word) = said().next()?;
    let named = front.span_of(line.get(at..at + word.len())?);
    catalogue.find_region("全国").map(|_| ("全国".to_owned(), named))
}

/// Whether a line says 全省, 我市 and the like, and not only words that hold them.
fn calls_itself_region(line: &str) -> bool {
    OWN.iter().any(|own| {
        line.match_indices(own).any(|(at, _)| {
            let end = own.chars().next().map_or(0, char::len_utf8);
            let (before, rest) = (line.get(..at).unwrap_or_default(), line.get(at + end..));
            let goes_on = rest.is_some_and(|rest| WORDS.iter().any(|word| rest.starts_with(word)));
            !goes_on && !before.ends_with(BEFORE)
        })
    })
}
