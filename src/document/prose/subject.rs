//! Whose values an item of a sentence tells: the region or area it begins with.

use std::sync::Arc;

use super::{
    lexicon::PLACES,
    noun::behind_verbs,
    plain::Plain,
    setting::{Kin, ProseSetting},
    statement::CellWords,
};

/// The subject of an item.
#[derive(Clone, Debug, Default)]
pub struct ItemSubject {
    /// The region, when it is not the plan's own.
    pub region: Option<(CellWords, Kin)>,
    /// The part of the region.
    pub scope: Option<CellWords>,
}

/// The subject that the stretch `from..to` begins with, and a region above that its clause names.
pub fn subject_of_item(
    plain: &Plain,
    (from, to): (usize, usize),
    setting: &ProseSetting<'_>,
) -> ItemSubject {
    let mut start = behind_verbs(&plain.text, from, to);
    start = start_behind_year(plain, start, to);
    let words = plain.get(start, to);
    // Only at the beginning: further on a region is an object, as in 加强与湖州市合作.
    let first = setting.names.regions_in(words).into_iter().find(|(at, ..)| *at == 0);
    if let Some((_, end, name)) = first {
        let kin = setting.kin(&name);
        let region = (kin != Kin::Own)
            .then(|| (words_given_for_name(plain, start, start + end, &name), kin));
        return ItemSubject { region, scope: None };
    }
    let area = length_of_area(words);
    match setting.below_by_stem(words).zip(area) {
        Some((name, length)) => {
            let scope = plain.span(start, start + length);
            ItemSubject {
                region: Some((CellWords::given(name, scope), Kin::Below)),
                scope: Some(CellWords::printed(scope)),
            }
        }
        None => ItemSubject::default(),
    }
}

fn words_given_for_name(plain: &Plain, start: usize, end: usize, name: &Arc<str>) -> CellWords {
    CellWords::given(name, plain.span(start, end))
}

fn start_behind_year(plain: &Plain, start: usize, to: usize) -> usize {
    let words = plain.get(start, to);
    // Bytes of about eight characters: “十四五”期间, and 到2030年底, fit. A year further on belongs to a
    // later clause.
    let end = words.find("年,").or_else(|| words.find("期间,")).filter(|at| *at < 24);
    end.map_or(start, |at| {
        let comma = words.get(at..).and_then(|rest| rest.find(',')).unwrap_or_default();
        behind_verbs(&plain.text, start + at + comma + 1, to)
    })
}

/// The bytes of the area that words begin with: 桐庐经济技术开发区.
pub fn length_of_area(words: &str) -> Option<usize> {
    // A choice: the names of zones are shorter, and what is longer has its place in the middle.
    let limit = words.char_indices().nth(16).map_or(words.len(), |(at, _)| at);
    let head = words.get(..limit)?;
    let ends = head.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.filter(|end| {
        let place = head.get(..*end).and_then(|head| PLACES.ends(head));
        // 谷, 新区 and 城区 end too many words to be an area by themselves; 以上 is no area at all.
        place.is_some_and(|place| place.chars().count() > 2)
    })
    .min()
}

/// The region above whose figure the words before a number quote: 与全省72.17%.
pub fn quoted_region_above(before: &str, setting: &ProseSetting<'_>) -> Option<Arc<str>> {
    let bare = before
        .trim_end_matches(['(', '为', '的'])
        .trim_end_matches("平均水平")
        .trim_end_matches("平均");
    let whole = ["全国", "全省", "全市"].into_iter().find(|word| bare.ends_with(word))?;
    setting.whole(whole).cloned()
}
