//! The numbers that Word counts itself and does not write into the text: 一、 （二） 3.

use std::collections::{HashMap, HashSet};

use super::{format, piece::DocxResult};
use crate::office::{Tag, Xml, XmlEvent};

/// How many levels a list has.
const LEVELS: usize = 9;
/// The largest count.
const MOST: i64 = 32_767;

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The pattern that each list counts by, and where it starts anew.
    lists: HashMap<i64, List>,
    patterns: HashMap<i64, NumberingPattern>,
    /// The pattern that a named style of lists stands for.
    named: HashMap<String, i64>,
    counts: HashMap<i64, [Option<u32>; LEVELS]>,
    begun: HashSet<(i64, usize)>,
}

#[derive(Debug, Default)]
struct List {
    pattern: i64,
    starts: [Option<u32>; LEVELS],
    levels: [Option<NumberingLevel>; LEVELS],
}

#[derive(Debug, Default)]
struct NumberingPattern {
    levels: [NumberingLevel; LEVELS],
    link: Option<String>,
}

/// How one level counts.
#[derive(Clone, Debug, Default)]
struct NumberingLevel {
    start: Option<u32>,
    kind: String,
    text: String,
    /// The style of paragraphs that stands for this level.
    style: Option<String>,
    /// Whether every count in it is shown in plain digits.
    plain: bool,
    /// Whether it goes on counting behind a higher level.
    keeps: bool,
    /// Whether nothing stands between the number and the words.
    close: bool,
}

/// Where the tags that are read belong.
#[derive(Debug, Default)]
enum Within {
    #[default]
    Nothing,
    Pattern(i64),
    List(i64),
}

impl Numbering {
    /// Reads the lists of a file.
    pub(super) fn read(text: &str) -> DocxResult<Self> {
        let mut xml = Xml::new(text);
        let mut numbering = Self::default();
        let (mut within, mut level) = (Within::Nothing, 0);
        loop {
            match xml.read()? {
                XmlEvent::Open(tag) => match tag.name() {
                    "abstractNum" => within = Within::Pattern(id(&tag, "abstractNumId")),
                    "num" => within = Within::List(id(&tag, "numId")),
                    "lvl" | "lvlOverride" => {
                        level = usize::try_from(id(&tag, "ilvl")).unwrap_or(LEVELS);
                        numbering.open(&tag, &within, level);
                    }
                    _ => numbering.take(&tag, &within, level),
                },
                XmlEvent::Close | XmlEvent::Words(_) => {}
                XmlEvent::End => return Ok(numbering),
            }
        }
    }

    fn open(&mut self, tag: &Tag, within: &Within, level: usize) {
        if let (Within::List(list), "lvl") = (within, tag.name()) {
            let list = self.lists.entry(*list).or_default();
            // An override of a whole level takes the place of the pattern's, and begins blank.
            if let Some(own) = list.levels.get_mut(level) {
                *own = Some(NumberingLevel::default());
            }
        }
    }

    fn take(&mut self, tag: &Tag, within: &Within, level: usize) {
        match within {
            Within::Nothing => {}
            Within::Pattern(id) => {
                let pattern = self.patterns.entry(*id).or_default();
                match tag.name() {
                    "styleLink" => {
                        self.named
                            .extend(tag.attribute("val").map(|name| (name.into_owned(), *id)));
                    }
                    "numStyleLink" => {
                        pattern.link = tag.attribute("val").map(|name| name.into_owned())
                    }
                    _ => {
                        pattern.levels.get_mut(level).into_iter().for_each(|level| level.take(tag))
                    }
                }
            }
            Within::List(id) => {
                let list = self.lists.entry(*id).or_default();
                match tag.name() {
                    "abstractNumId" => list.pattern = tag.number().unwrap_or_default(),
                    "startOverride" => list
                        .starts
                        .get_mut(level)
                        .into_iter()
                        .for_each(|start| *start = bounded_count(tag)),
                    _ => list
                        .levels
                        .get_mut(level)
                        .into_iter()
                        .flatten()
                        .for_each(|level| level.take(tag)),
                }
            }
        }
    }

    /// The number of the next paragraph in `list`, at `level` or at the one that stands for `style`; empty for bullets.
    ///
    /// It ends in a blank where digits or letters would run into the words behind.
    pub(super) fn next(
        &mut self,
        list: i64,
        level: Option<i64>,
        style: Option<&str>,
    ) -> Option<String> {
        // Numbers are what 三、（一） in a finding's place rests on, and what tells headings without a
        // style. They are counted here because Word writes none of them into the file.
        let of = self.lists.get(&list)?;
        let pattern = self.linked(of.pattern);
        // Levels of the list first, then of the pattern, then of a pattern that this one only stands for.
        let levels = levels_of_list(of, self.patterns.get(&pattern)?);
        let named =
            || levels.iter().position(|one| one.style.is_some() && one.style.as_deref() == style);
        let level = match level {
            Some(level) => usize::try_from(level).ok()?,
            None => named().unwrap_or_default(),
        };
        // Once a list, at its first paragraph: `startOverride` begins anew there and goes on counting.
        let anew =
            of.starts.get(level).copied().flatten().filter(|_| self.begun.insert((list, level)));
        // Counted by pattern, not by list: Word goes on counting where two lists share one.
        let counts = self.counts.entry(pattern).or_default();
        advance(counts, &levels, level, anew)?;
        Some(shown_list_number(&levels, counts, level))
    }

    /// The pattern that `pattern` stands for.
    fn linked(&self, pattern: i64) -> i64 {
        let link = self.patterns.get(&pattern).and_then(|pattern| pattern.link.as_ref());
        link.and_then(|name| self.named.get(name)).copied().unwrap_or(pattern)
    }
}

/// How a list counts: as its pattern does, but for levels of its own.
fn levels_of_list<'a>(
    list: &'a List,
    pattern: &'a NumberingPattern,
) -> [&'a NumberingLevel; LEVELS] {
    let mut levels = pattern.levels.each_ref();
    for (level, own) in levels.iter_mut().zip(&list.levels) {
        *level = own.as_ref().unwrap_or(level);
    }
    levels
}

impl NumberingLevel {
    fn take(&mut self, tag: &Tag) {
        let value = || tag.attribute("val").unwrap_or_default().into_owned();
        match tag.name() {
            "start" => self.start = bounded_count(tag),
            "numFmt" => self.kind = value(),
            "lvlText" => self.text = value(),
            "pStyle" => self.style = Some(value()),
            "isLgl" => self.plain = tag.is_on(),
            "lvlRestart" => self.keeps = tag.number() == Some(0),
            "suff" => self.close = value() == "nothing",
            _ => {}
        }
    }
}

/// Counts one on at `level`; the levels below start anew, and those above that never counted are at their start.
fn advance(
    counts: &mut [Option<u32>; LEVELS],
    levels: &[&NumberingLevel; LEVELS],
    level: usize,
    anew: Option<u32>,
) -> Option<()> {
    // A level above that never counted is at its start: a （一） without a 一、 before it still belongs
    // to 一.
    for (at, (count, one)) in counts.iter_mut().zip(levels).enumerate() {
        let start = one.start.unwrap_or(1);
        if at < level {
            *count = count.or(Some(start));
        } else if at == level {
            *count = anew.or(Some(count.map_or(start, |count| count.saturating_add(1))));
        } else if !one.keeps {
            *count = None;
        }
    }
    counts.get(level).map(|_| ())
}

fn shown_list_number(
    levels: &[&NumberingLevel; LEVELS],
    counts: &[Option<u32>; LEVELS],
    level: usize,
) -> String {
    // A bullet is a sign for the eye; written into the text, it would stand before each value.
    let Some(own) = levels.get(level).filter(|own| own.kind != "bullet") else {
        return String::new();
    };
    let mut text = String::new();
    let mut rest = own.text.chars().peekable();
    while let Some(character) = rest.next() {
        let place = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|_| character == '%');
        let Some(place) = place.and_then(|place| usize::try_from(place).ok()?.checked_sub(1))
        else {
            text.push(character);
            continue;
        };
        rest.next();
        if let (Some(one), Some(Some(count))) = (levels.get(place), counts.get(place)) {
            let kind = if own.plain { "decimal" } else { &*one.kind };
            text.push_str(&format::list_number(kind, *count));
        }
    }
    // 一、 closes itself, `1.1` would run into 2025年 and be another number.
    if !own.close && text.ends_with(|last: char| last.is_ascii() && last != ' ') {
        text.push(' ');
    }
    text
}

fn id(tag: &Tag, name: &str) -> i64 {
    tag.attribute(name).and_then(|id| id.trim().parse().ok()).unwrap_or(-1)
}

fn bounded_count(tag: &Tag) -> Option<u32> {
    tag.number().and_then(|count| u32::try_from(count.clamp(0, MOST)).ok())
}
