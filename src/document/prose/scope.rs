//! The part of the region that a value is of: 县城, 重点人群, 桐庐经济技术开发区.

use super::{
    lexicon::PLACES,
    names::{adjacent_pairs, core},
    noun::behind_verbs,
    plain::Plain,
    statement::CellWords,
};

/// Settlements that a scope such as 行政村以上 begins with.
const SETTLEMENTS: [&str; 12] = [
    "主要行政村",
    "重点行政村",
    "行政村",
    "重点乡镇",
    "乡镇",
    "建制镇",
    "中心镇",
    "街道",
    "社区",
    "县城",
    "中心城区",
    "村",
];

/// Endings of areas that a box or an item can be about.
const AREAS: [&str; 8] = ["新区", "开发区", "高新区", "先行区", "度假区", "谷", "新城", "产业园"];

/// The scope among the words of a clause that its name leaves over; `from` is where verbs have ended.
pub fn in_clause(
    plain: &Plain,
    from: usize,
    to: usize,
    name: &[char],
    whole: Option<(usize, usize)>,
) -> Option<CellWords> {
    let rest = match whole {
        Some((start, _)) if from < start => vec![(behind_verbs(&plain.text, from, start), start)],
        Some((_, end)) => vec![(end, to)],
        None => left_over(plain, from, to, name),
    };
    rest.into_iter().find_map(|(start, end)| place_ending_stretch(plain, start, end))
}

/// A noun without the place it begins or ends with.
pub fn noun_without_place(text: &str, (start, end): (usize, usize)) -> (usize, usize) {
    let words = text.get(start..end).unwrap_or_default();
    if PLACES.ends(words).is_some() {
        let settled = SETTLEMENTS.iter().filter_map(|word| words.find(word)).min();
        // In 5G信号行政村以上 the signal is the noun; 行政村以上 by itself has nothing else to be named
        // by.
        return (start, start + settled.filter(|at| *at > 3).unwrap_or(words.len()));
    }
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let is_place = |at: &usize| {
        let head = words.get(..*at).and_then(|head| PLACES.ends(head));
        // Two characters at least must be left for what is measured there.
        head.is_some() && words.len() - at > 3
    };
    let place = ends.rev().find(is_place);
    (start + place.unwrap_or_default(), end)
}

/// The place that a stretch ends with.
fn place_ending_stretch(plain: &Plain, start: usize, end: usize) -> Option<CellWords> {
    let words = plain.get(start, end);
    let bare = words.trim_end_matches(['的', '在', '地', '区']);
    let words = if PLACES.ends(words).is_some() { words } else { bare };
    let kind = PLACES.ends(words)?;
    let length = words.chars().count();
    if matches!(kind, "以上" | "以上地区") {
        let settled = SETTLEMENTS.iter().filter_map(|word| words.find(word)).min()?;
        let close = start + words.trim_end_matches("地区").len();
        return Some(CellWords::printed(plain.span(start + settled, close)));
    }
    // A choice: longer stretches that end like a place hold a clause.
    (2..=16).contains(&length).then(|| CellWords::printed(plain.span(start, start + words.len())))
}

/// The stretches of a clause that hold no pair of the name's characters.
fn left_over(plain: &Plain, from: usize, to: usize, name: &[char]) -> Vec<(usize, usize)> {
    let own: Vec<(char, char)> = adjacent_pairs(name).collect();
    let words = plain.get(from, to);
    let characters: Vec<(usize, char)> = words.char_indices().collect();
    let mut taken = vec![false; characters.len()];
    for at in 1..characters.len() {
        let pair = characters.get(at - 1).zip(characters.get(at)).map(|(one, two)| (one.1, two.1));
        if pair.is_some_and(|pair| own.contains(&pair)) {
            taken.iter_mut().skip(at - 1).take(2).for_each(|taken| *taken = true);
        }
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for ((at, character), taken) in characters.iter().zip(&taken) {
        let (start, end) = (from + at, from + at + character.len_utf8());
        match runs.last_mut() {
            _ if *taken => {}
            Some(run) if run.1 == start => run.1 = end,
            _ => runs.push((start, end)),
        }
    }
    runs
}

/// The area that a title or the beginning of an item is about.
pub fn of_title(plain: &Plain, (from, to): (usize, usize)) -> Option<CellWords> {
    // 专栏3-1 and （二） are numbers of the title and no part of the area.
    let text = plain.get(from, to);
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '、' | '(' | ')');
    let bare = text.strip_prefix("专栏").unwrap_or(text);
    let start = text.len() - bare.trim_start_matches(number).len();
    let end = ["位于", "地处", "。", ","].iter().filter_map(|word| text.find(word)).min();
    let end = end.unwrap_or(text.len());
    let start = behind_verbs(text, start, end);
    let words = text.get(start..end)?;
    let is_area = AREAS.iter().any(|area| words.ends_with(area) && words.len() > area.len());
    // A bare 新区 or 产业园 is any of them. Fourteen characters are a choice that holds the names of
    // development zones.
    let is_short = words.chars().count() <= 14 && core(words).len() > 2;
    (is_area && is_short).then(|| CellWords::printed(plain.span(from + start, from + end)))
}

/// Whether words only name places, all or those that are left: 其余各县城.
pub fn is_others(words: &str) -> bool {
    let is_place =
        PLACES.ends(words).is_some() || words.ends_with(['县', '市', '区', '镇', '乡', '村']);
    let is_short =
        words.chars().count() <= 5 && !words.starts_with("各级") && !words.starts_with("各类");
    is_place && is_short && ["其余", "其他", "各"].iter().any(|word| words.starts_with(word))
}
