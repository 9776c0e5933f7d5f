//! The part of a document that a paragraph stands in: whether it looks back or promises, and for which year.
//!
//! The nearest words that say so decide: the opening sentence of a paragraph, else the headings above it, innermost first.

use std::sync::Arc;

use super::{
    lexicon::{BACKGROUND, PLANNED, TURNING},
    plain::Plain,
    years::{DocumentPeriod, Year, of_heading, opening_year},
};

/// What the words that open a part say of what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It tells what has been reached.
    Reached,
    /// It promises.
    Promised,
    /// It does both, so that each sentence decides.
    Both,
}

/// What a heading says.
#[derive(Clone, Debug)]
pub struct Heading {
    /// How deep it stands.
    pub level: u8,
    /// Its words.
    pub words: Plain,
    /// What stands below it; `None` where its words do not say.
    pub mood: Option<Mood>,
    /// The year it names.
    pub year: Option<Year>,
}

/// What the opening sentence of a paragraph says.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The level of the heading it stands below: one as high ends what it opens.
    pub level: u8,
    /// What it opens.
    pub mood: Mood,
    /// The year it names, with the paragraph it stands in.
    pub year: Option<Arc<(Plain, Year)>>,
}

impl Heading {
    /// What a heading says.
    pub fn of(level: u8, words: Plain) -> Self {
        let text = words.text.as_str();
        let promises = TURNING.is_in(text) || PLANNED.is_in(text);
        // What looks back wins where a heading only holds words of both: 目标任务完成情况 tells what was
        // reached, though 目标任务 stands in it. Both are meant only where 和 or its like stands between
        // them.
        let mood = match (BACKGROUND.is_in(text), promises) {
            (true, true) if has_two_parts(text) => Some(Mood::Both),
            (true, _) => Some(Mood::Reached),
            (false, true) => Some(Mood::Promised),
            (false, false) => None,
        };
        let year = of_heading(&words);
        Self { level, words, mood, year }
    }
}

/// Whether a heading names two parts: “十四五”回顾和“十五五”目标.
fn has_two_parts(text: &str) -> bool {
    let joins = text.char_indices().filter(|(_, c)| matches!(c, '和' | '及' | '与' | '、'));
    let mut parts = joins.map(|(at, _)| text.split_at(at));
    parts.any(|(before, behind)| {
        BACKGROUND.is_in(before) && (TURNING.is_in(behind) || PLANNED.is_in(behind))
    })
}

/// Characters of a sentence; shorter ones only address those who listen: 各位代表！
const ADDRESS: usize = 7;

/// Characters of an opening sentence that are looked at.
// A choice: an opening says what it is about at once, and further on 目标是 is told of something in the
// part.
const LOOKED_AT: usize = 60;

/// Words that begin what looks back.
pub(super) const BACK: [&str; 12] = [
    "五年来",
    "一年来",
    "过去五年",
    "过去一年",
    "过去的五年",
    "过去的一年",
    "过去几年",
    "刚刚过去",
    "回顾过去",
    "回望过去",
    "上一年",
    "这五年",
];

/// Words that lead the targets of a part: 主要预期目标是.
const AIMS: [&str; 6] = ["目标是", "目标为", "目标:", "目标包括", "目标如下", "目标有"];

impl Opening {
    /// What a paragraph opens in the part below a heading of `level`; `None` for most paragraphs.
    pub fn of(words: &Plain, level: u8, period: DocumentPeriod) -> Option<Self> {
        let sentences = words.text.split(['。', '!', '?']);
        let sentence = sentences.into_iter().find(|one| one.chars().count() >= ADDRESS)?;
        let start = sentence.as_ptr() as usize - words.text.as_ptr() as usize;
        let length = sentence.char_indices().nth(LOOKED_AT).map_or(sentence.len(), |(at, _)| at);
        let head = sentence.get(..length)?;
        // Words that lead targets outweigh a beginning that looks back:
        // 过去五年成效显著，今后五年的主要目标是….
        let aims = AIMS.iter().filter_map(|word| head.find(word)).min();
        let year = opening_year(words, (start, start + length), aims, period);
        let is_over = |year: &Year| period.is_some_and(|(own, _)| year.last < own);
        let back = aims.is_none() && BACK.iter().any(|word| head.starts_with(word));
        let mood = match &year {
            _ if back => Mood::Reached,
            Some(year) if is_over(year) => Mood::Reached,
            None if aims.is_none() => return None,
            _ => Mood::Promised,
        };
        // 五年来 is of no single year: the one named there is when it is told, and would date what
        // follows.
        let year = year.filter(|_| !back).map(|year| Arc::new((words.clone(), year)));
        Some(Self { level, mood, year })
    }
}
