//! Names of works between two places, as they are read in a text.

use crate::text::{Span, is_han};

/// Works between two places: words they are called by, their kind, and which names of them can be of one project. Longer words
/// stand before those they hold.
// 高铁 and 铁路, 快速路 and 高速公路 between the same places are two lines, so they are no names of one another.
const WORKS: [(&str, &str, Family); 18] = [
    ("城际轨道交通", "城际", Family::Rail),
    ("城际铁路", "城际", Family::Rail),
    ("城际轨道", "城际", Family::Rail),
    ("市域轨道交通", "市域", Family::Rail),
    ("市域铁路", "市域", Family::Rail),
    ("市域轨道", "市域", Family::Rail),
    ("市郊铁路", "市域", Family::Rail),
    ("高速铁路", "高铁", Family::Other),
    ("货运铁路", "货运", Family::Other),
    ("铁路专用线", "货运", Family::Other),
    ("铁路", "铁路", Family::Rail),
    ("高铁", "高铁", Family::Other),
    ("轨道交通", "轨道", Family::Rail),
    ("快速公路", "快速公路", Family::FastRoad),
    ("快速通道", "快速通道", Family::FastRoad),
    ("快速干道", "快速干道", Family::FastRoad),
    ("快速路", "快速路", Family::FastRoad),
    ("高速公路", "高速", Family::Other),
];
/// Places whose short name is no character of their own.
const SHORT_NAMES: [(&str, char); 8] = [
    ("上海", '沪'),
    ("宁波", '甬'),
    ("重庆", '渝'),
    ("广州", '穗'),
    ("福州", '榕'),
    ("成都", '蓉'),
    ("南京", '宁'),
    ("南昌", '洪'),
];
/// Characters that end the words before a name; behind any other the two that are read may be a part of a longer name.
const BEFORE: &str = "、，。；：（“与和及进设快动建成划施展开好的至";
/// Words that declare the name behind them as another of the one before.
const DECLARING: [&str; 5] = ["简称", "又称", "又名", "也称", "别名"];

/// Characters before the word for works that are looked at: two places with their tiers and what declares a name.
const FAR: usize = 20;

/// Which works can be one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Rail,
    FastRoad,
    /// Named so that nothing else is taken for them.
    Other,
}

/// The names in a text: their ends, their kind, and their places in it.
pub(super) fn names_in(text: &str) -> Vec<((&str, &str), &'static str, Family, Span)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, (word, kind, family))) = next_works(text, from) {
        from = at + word.len();
        if family == Family::Other {
            continue;
        }
        let before = text.get(..at).unwrap_or_default();
        let cut = before.char_indices().rev().take(FAR).last().map_or(at, |(cut, _)| cut);
        let before = before.get(cut..).unwrap_or_default();
        if let Some((ends, start)) = ends_of_long(before).or_else(|| ends_of_short(before)) {
            let ahead = before.get(..start).unwrap_or_default();
            let ahead = ahead.trim_end_matches(['“', '"', '：', '为']);
            if !DECLARING.iter().any(|word| ahead.ends_with(word)) {
                found.push((ends, kind, family, Span::new(cut + start, from)));
            }
        }
    }
    found
}

/// The next word for works from a byte on.
fn next_works(text: &str, from: usize) -> Option<(usize, (&'static str, &'static str, Family))> {
    let rest = text.get(from..)?;
    let mut starts = rest.char_indices().filter(|(_, c)| is_han(*c));
    starts.find_map(|(at, _)| {
        let here = rest.get(at..)?;
        let works = WORKS.iter().find(|(word, ..)| here.starts_with(word))?;
        Some((from + at, *works))
    })
}

/// 杭州 and 德清 at the end of `推动杭州至德清`, and where they begin.
fn ends_of_long(before: &str) -> Option<((&str, &str), usize)> {
    let (first, second) = before.rsplit_once(['至', '到', '—', '－', '-'])?;
    let first = first.trim_end_matches('—');
    let second = without_tier(second)?;
    let whole = without_tier_of(first);
    let start = whole.char_indices().rev().nth(1)?.0;
    let place = whole.get(start..)?;
    place.chars().all(is_han).then_some(((place, second), start))
}

/// A place of two or three characters, without 市 or 县.
fn without_tier(words: &str) -> Option<&str> {
    let place = without_tier_of(words);
    let count = place.chars().count();
    ((2..=3).contains(&count) && place.chars().all(is_han)).then_some(place)
}

fn without_tier_of(words: &str) -> &str {
    words.strip_suffix(['市', '县', '区']).filter(|bare| bare.chars().count() > 1).unwrap_or(words)
}

/// 杭 and 德 at the end of `推进杭德`, and where they begin.
fn ends_of_short(before: &str) -> Option<((&str, &str), usize)> {
    let mut characters = before.char_indices().rev();
    let ((middle, second), (start, first)) = (characters.next()?, characters.next()?);
    let whole = characters.next().is_none_or(|(_, c)| !is_han(c) || BEFORE.contains(c));
    if !whole || !is_han(first) || !is_han(second) {
        return None;
    }
    Some(((before.get(start..middle)?, before.get(middle..)?), start))
}

/// Whether words are a place, or its short name.
pub(super) fn is_place(place: &str, words: &str) -> bool {
    let mut characters = words.chars();
    match (characters.next(), characters.next()) {
        (Some(short), None) => place.starts_with(short) || SHORT_NAMES.contains(&(place, short)),
        _ => place == words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_works_between_two_places_are_read() {
        let read = |text: &'static str| {
            let names = names_in(text).into_iter();
            names.map(|(ends, kind, _, span)| (ends, kind, span.of(text))).collect::<Vec<_>>()
        };
        assert_eq!(
            read("推动湖杭铁路、杭州市至德清县市域铁路的建设，促进与杭德城际铁路的交互"),
            [
                (("湖", "杭"), "铁路", "湖杭铁路"),
                (("杭州", "德清"), "市域", "杭州市至德清县市域铁路"),
                (("杭", "德"), "城际", "杭德城际铁路"),
            ]
        );
        // A third place before the two, a high-speed line beside, a corridor behind, and a name that is declared.
        assert!(read("沪杭德铁路、杭州至德清高铁、德清至杭州城西科创大走廊轨道交通").is_empty());
        assert_eq!(read("杭州至德清市域铁路（以下简称杭德城际铁路）").len(), 1);
        assert!(is_place("上海", "沪") && is_place("德清", "德") && !is_place("德清", "杭"));
    }
}
