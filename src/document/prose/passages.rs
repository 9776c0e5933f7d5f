//! The prose of a document in passages: paragraphs and boxes, each with the headings it stands under.

use std::sync::Arc;

use crate::{
    document::{
        Block, Document, Grid,
        headings::{HeadingNumber, HeadingRank, MARKS, positions},
    },
    text::Span,
};

use super::{
    lexicon::{MAKING, TURNING, VERBS, holds},
    plain::Plain,
    section::{Heading, Mood, Opening},
    years::{DocumentPeriod, Year, year_aimed_at},
};

/// A paragraph with what stands above it.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Its words.
    pub plain: Plain,
    /// The numbers of its headings: `三（一）`.
    pub position: Arc<str>,
    /// The nearest heading; the title of its box in a box.
    pub heading: Plain,
    /// Whether that heading is the title of a box.
    pub is_boxed: bool,
    /// The nearest heading or opening sentence that names a year, with it.
    pub year: Option<Arc<(Plain, Year)>>,
    /// Whether it looks back.
    pub is_background: bool,
}

/// Where the reading of blocks stands.
struct Walk<'a> {
    text: &'a str,
    /// Whether its sentences end with stops, so that a line without one is none.
    has_stops: bool,
    /// The years of the document.
    period: DocumentPeriod,
    /// Headings above, outermost first.
    above: Vec<Heading>,
    /// The sentence that has opened what is being read, while its part lasts.
    opened: Option<Opening>,
    /// In a document that says no years of its own, the first year that a paragraph aims at: `到2015年`.
    aimed: Option<Arc<(Plain, Year)>>,
    /// The title of the box that has come last.
    boxed: Plain,
    /// Whether a heading from which plans promise has come, or there is none.
    has_turned: bool,
    found: Vec<Passage>,
}

/// The passages of a document in order.
pub fn passages(document: &Document, period: DocumentPeriod) -> Vec<Passage> {
    let text = document.text.as_str();
    let listed = list_item_blocks(document);
    let titles = document.blocks.iter().filter_map(|block| Some(heading_of_block(text, block)?.1));
    let turns = titles.clone().any(|title| TURNING.is_in(title.of(text)));
    let mut walk = Walk {
        text,
        has_stops: has_stops(document),
        period,
        above: Vec::new(),
        opened: None,
        aimed: None,
        boxed: Plain::default(),
        has_turned: !turns,
        found: Vec::new(),
    };
    let blocks = document.blocks.iter().zip(positions(document));
    for ((block, position), is_listed) in blocks.zip(listed) {
        if let Some((level, title)) = heading_of_block(text, block) {
            walk.heading(level, title);
        }
        match block {
            Block::Heading { span, .. } | Block::Paragraph(span) => {
                walk.paragraph(*span, &position, is_listed)
            }
            Block::Table(grid) => walk.grid(grid, &position),
            Block::Note(_) => {}
        }
    }
    walk.found
}

/// Bytes of a paragraph that must be a sentence.
const LONG: usize = 120;

/// Whether the long paragraphs of a document end with stops; a converter of printed pages may have dropped them.
fn has_stops(document: &Document) -> bool {
    let text = document.text.as_str();
    let long = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(span) if span.of(text).len() > LONG => Some(span.of(text)),
        _ => None,
    });
    let (all, ended) = long.fold((0, 0), |(all, ended), words| {
        (all + 1, ended + usize::from(words.contains(['。', '；', ';'])))
    });
    all == 0 || ended * 2 > all
}

/// Words above a list that say that its values are no goals: 2025年基数, 全省平均水平.
const OTHERS: [&str; 7] = ["基数", "实际", "完成情况", "平均水平", "上年", "去年", "成效"];

/// Which blocks are items of a list though no stop ends them: marked ones, and lines among others that say what is done or
/// give a name its value.
fn list_item_blocks(document: &Document) -> Vec<bool> {
    let text = document.text.as_str();
    let does = |block: &Block| {
        let Block::Paragraph(span) = block else { return None };
        let words = span.of(text).trim();
        let is_done = VERBS.begins(words).is_some() || MAKING.begins(words).is_some();
        // 研发经费投入强度2.1%: a name and its value; what has blanks is rather the row of a table.
        let begins = words.chars().take(4).all(|c| ('一'..='鿿').contains(&c));
        let is_valued = begins
            && words.contains(|c: char| c.is_ascii_digit())
            && !words.contains([' ', '\t', '|']);
        Some((words.starts_with(MARKS), (is_done || is_valued) && !words.contains('。')))
    };
    let does: Vec<_> =
        document.blocks.iter().map(|block| does(block).unwrap_or_default()).collect();
    let is_done = |at: Option<usize>| at.and_then(|at| does.get(at)).is_some_and(|(_, done)| *done);
    let mut is_own = true;
    let listed = |(at, &(marked, done)): (usize, &(bool, bool))| {
        if !done && let Some(Block::Paragraph(span)) = document.blocks.get(at) {
            is_own = !holds(span.of(text), &OTHERS);
        }
        marked || done && is_own && (is_done(at.checked_sub(1)) || is_done(Some(at + 1)))
    };
    does.iter().enumerate().map(listed).collect()
}

/// The most characters of a title with which a paragraph begins.
const LONGEST_TITLE: usize = 45;

/// The heading that a block is, or that a paragraph begins with: `（二）发展目标。到2025年…`; the title of a document is none.
fn heading_of_block(text: &str, block: &Block) -> Option<(u8, Span)> {
    let (span, level) = match block {
        Block::Heading { level, span } if *level > 1 => (*span, Some(*level)),
        Block::Paragraph(span) => (*span, None),
        _ => return None,
    };
    let words = span.of(text);
    let number = HeadingNumber::of(words.trim_start()).map(|number| number.rank);
    let level = match number {
        Some(HeadingRank::Part | HeadingRank::Chapter | HeadingRank::Numeral) => Some(2),
        Some(HeadingRank::Section | HeadingRank::Bracketed) => Some(3),
        _ => level,
    }?;
    let end = words.find('。').unwrap_or(words.len());
    let end = end.min(start_of_wide_gap(words).unwrap_or(end));
    let title = words.get(..end)?;
    let is_short = title.chars().count() <= LONGEST_TITLE;
    is_short.then(|| (level, Span::new(span.start as usize, span.start as usize + end)))
}

/// Where the wide gap begins that parts the heading of a chapter from text that runs on behind it: 第二章目标　　到2025年….
fn start_of_wide_gap(words: &str) -> Option<usize> {
    let from = words.char_indices().nth(4)?.0;
    words.get(from..)?.find("\u{3000}\u{3000}").map(|at| from + at)
}

impl Walk<'_> {
    fn heading(&mut self, level: u8, title: Span) {
        self.has_turned |= TURNING.is_in(title.of(self.text));
        if !is_box_line(title.of(self.text)) {
            self.above.retain(|above| above.level < level);
            self.opened.take_if(|opened| level <= opened.level);
            self.above.push(Heading::of(level, Plain::of(self.text, title)));
        }
    }

    fn paragraph(&mut self, span: Span, position: &Arc<str>, is_listed: bool) {
        let mut span = span;
        if is_box_line(span.of(self.text)) {
            let title = title_of_box(span, self.text);
            self.boxed = Plain::of(self.text, title);
            span.start = title.end;
        }
        if self.has_stops && !is_listed && !span.of(self.text).contains(is_stop_or_comma) {
            return;
        }
        self.push(span, position, position.starts_with("专栏"));
    }

    fn push(&mut self, span: Span, position: &Arc<str>, is_boxed: bool) {
        let plain = Plain::of(self.text, span);
        let is_told = !is_boxed && self.opens(&plain) == Some(Mood::Reached);
        let nearest = self.above.last().map(|heading| &heading.words);
        let heading = if is_boxed { Some(&self.boxed) } else { nearest };
        let heading = heading.cloned().unwrap_or_default();
        let (year, is_background) = (self.year(), is_told || self.looks_back());
        if self.period.is_none() && self.aimed.is_none() && !is_background {
            let own = year_aimed_at(&plain).map(|year| Arc::new((plain.clone(), year)));
            self.aimed = own;
        }
        let year = year.or_else(|| self.aimed.clone());
        self.found.push(Passage {
            plain,
            position: Arc::clone(position),
            heading,
            is_boxed,
            year,
            is_background,
        });
    }

    /// What a paragraph opens, here and for those behind it. One that looks back in a part whose heading promises does so
    /// alone.
    fn opens(&mut self, plain: &Plain) -> Option<Mood> {
        let level = self.above.last().map_or(0, |heading| heading.level);
        let mut opening = Opening::of(plain, level, self.period)?;
        let mood = opening.mood;
        // 主要预期目标是 goes on with the year that 今年是 has opened.
        let before = self.opened.as_ref().filter(|before| before.mood == mood);
        opening.year = opening.year.or_else(|| before?.year.clone());
        let is_settled = self.above.iter().any(|heading| heading.mood.is_some());
        if mood == Mood::Promised || !is_settled {
            self.opened = Some(opening);
        }
        Some(mood)
    }

    /// The nearest year: that of a heading below the opening sentence, of this sentence, or of a heading above it.
    fn year(&self) -> Option<Arc<(Plain, Year)>> {
        let opened = self.opened.as_ref();
        let level = opened.map_or(0, |opened| opened.level);
        let of = |heading: &Heading| Some(Arc::new((heading.words.clone(), heading.year.clone()?)));
        let below = self.above.iter().rev().take_while(|heading| heading.level > level);
        let above = self.above.iter().rev().skip_while(|heading| heading.level > level);
        let own = || opened.and_then(|opened| opened.year.clone());
        below.clone().find_map(of).or_else(own).or_else(|| above.clone().find_map(of))
    }

    /// Whether the part that is being read looks back.
    fn looks_back(&self) -> bool {
        let moods = || self.above.iter().filter_map(|heading| heading.mood);
        match self.opened.as_ref().map(|opened| opened.mood) {
            Some(mood) => mood == Mood::Reached,
            None if moods().any(|mood| mood == Mood::Reached) => true,
            None => !self.has_turned && moods().next().is_none(),
        }
    }

    /// A cell with sentences is a box, or the column of a table that describes.
    fn grid(&mut self, grid: &Grid, position: &Arc<str>) {
        let mut title = grid.caption.filter(|span| is_box_line(span.of(self.text)));
        for cell in grid.cells.iter().filter(|cell| cell.first).map(|cell| cell.span) {
            let begins = title.is_none() && is_box_line(cell.of(self.text));
            title = title.or_else(|| begins.then(|| title_of_box(cell, self.text)));
            if !cell.of(self.text).contains('。') {
                continue;
            }
            let shown = title.and_then(|title| HeadingNumber::of(title.of(self.text).trim_start()));
            let place = shown.map_or_else(|| Arc::clone(position), |number| number.shown.into());
            self.boxed = title.map(|title| Plain::of(self.text, title)).unwrap_or_default();
            for mut line in lines_of_cell(cell, self.text) {
                let own = title.filter(|title| title.start == line.start);
                line.start = own.map_or(line.start, |title| title.end);
                if self.has_stops && !line.of(self.text).contains(is_stop_or_comma) {
                    continue;
                }
                self.push(line, &place, title.is_some());
            }
        }
    }
}

fn is_stop_or_comma(character: char) -> bool {
    matches!(character, '。' | ';' | '；' | '，' | ',')
}

fn is_box_line(words: &str) -> bool {
    words.trim_start().starts_with("专栏")
}

/// The title of a box: its first line, or up to the first wide gap of a line that runs on.
fn title_of_box(span: Span, text: &str) -> Span {
    let line = span.of(text).lines().next().unwrap_or_default();
    let is_long = |at: &usize| line.get(..*at).is_some_and(|head| head.chars().count() > 8);
    let gap = line.match_indices([' ', '\u{3000}']).map(|(at, _)| at).find(is_long);
    let end = gap.filter(|_| line.contains('。')).unwrap_or(line.len());
    Span::new(span.start as usize, span.start as usize + end)
}

/// The lines of a cell.
fn lines_of_cell(cell: Span, text: &str) -> Vec<Span> {
    let mut start = cell.start as usize;
    let span = |line: &str| {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        span
    };
    cell.of(text).split_inclusive('\n').map(span).collect()
}
