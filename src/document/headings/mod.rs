//! Headings by their numbers, and where each block stands as plans say it: `三（一）`, `二（二）1`, `专栏6-1`.

mod number;
mod shape;

use std::sync::Arc;

use crate::text::Span;

use super::{Block, Document};

pub(crate) use number::{HeadingNumber, HeadingRank};
pub(crate) use shape::{MARKS, mark_headings, opens_part, unnumbered};

/// A line with more characters than this says something, though it begins with a number.
// A choice: plans number their sentences as well as their headings, and what is longer is mostly a
// sentence.
const LONGEST_HEADING: usize = 45;

/// The level of a line that is a heading by its number and length, as [`Block::Heading`] counts; `None` for other lines.
#[must_use]
pub(crate) fn level_of_heading(line: &str) -> Option<u8> {
    let number = HeadingNumber::of(line)?;
    let words = line.get(number.length..)?.trim();
    let sentence = words.ends_with(['。', '；', ';', '：', ':']);
    // A stop alone makes no sentence of a heading (（二）基本原则。), a figure before it does:
    // 1.新增就业3万人。
    let told = sentence
        && (words.contains(|c: char| c.is_ascii_digit()) || words.matches('。').count() > 1);
    let short = !words.is_empty() && words.chars().count() <= LONGEST_HEADING && !told;
    let level = match number.rank {
        // 三 and （一） of a report stand as deep as chapter and section of a plan: each document counts
        // with one of the two.
        HeadingRank::Part | HeadingRank::Chapter | HeadingRank::Numeral => 2,
        HeadingRank::Section | HeadingRank::Bracketed => 3,
        HeadingRank::Digit | HeadingRank::Item | HeadingRank::Box => 4,
    };
    // What ends with ； or ， goes on in the next line, and is an item of a list.
    (short && !words.ends_with(['；', ';', '，', ','])).then_some(level)
}

/// Where each block stands, block by block; empty before the first numbered heading.
///
/// A paragraph that begins with a number stands there itself; so do the lines below it. A box ends at the next heading that
/// goes on counting outside it and, in pasted text, at a blank line.
#[must_use]
pub(crate) fn positions(document: &Document) -> Vec<Arc<str>> {
    let mut outline = Outline::default();
    let mut before = None;
    let mut shown: Arc<str> = Arc::default();
    let place = |block: &Block| {
        let (span, heading) = match block {
            Block::Heading { span, level } => (*span, Some(*level)),
            Block::Paragraph(span) => (*span, None),
            Block::Note(_) | Block::Table(_) => return Arc::clone(&shown),
        };
        // A blank line ends a box only in pasted text; in an office document every paragraph stands
        // apart.
        let apart = document.parts.has_lines && blank_between(&document.text, before, span);
        before = Some(span);
        if outline.enter(span.of(&document.text), heading, apart) {
            shown = outline.shown();
        }
        Arc::clone(&shown)
    };
    document.blocks.iter().map(place).collect()
}

/// The numbers a block stands under.
#[derive(Debug, Default)]
struct Outline {
    /// From the outside to the inside.
    open: Vec<(HeadingRank, u32, String)>,
    boxed: Option<Boxed>,
}

/// The box a block stands in.
#[derive(Debug)]
struct Boxed {
    shown: String,
    /// Whether its line holds all of it.
    whole: bool,
    /// Whether something stands in it already.
    begun: bool,
}

impl Outline {
    /// Enters a line; whether the position changed.
    fn enter(&mut self, line: &str, heading: Option<u8>, apart: bool) -> bool {
        let number = HeadingNumber::of(line.trim_start());
        // The box is left first, because the line that follows it is entered where the text outside has
        // stopped.
        let ended = self.leave_box(number.as_ref(), apart);
        match number {
            Some(number) if number.rank == HeadingRank::Box => {
                // A box whose line holds a sentence is all in that line, as text pasted from a printed
                // page has it.
                let whole = line.contains('。');
                self.boxed = Some(Boxed { shown: number.shown, whole, begun: false });
                true
            }
            // （1） and ① count within a paragraph; as part of the position every sentence would have its
            // own.
            Some(number) if self.boxed.is_none() && number.rank != HeadingRank::Item => {
                self.open.retain(|(rank, ..)| *rank < number.rank);
                self.open.push((number.rank, number.count, number.shown));
                true
            }
            // A heading without a number ends what is numbered below its level.
            None if self.boxed.is_none() && heading == Some(2) => {
                let changed = !self.open.is_empty();
                self.open.clear();
                changed || ended
            }
            _ => ended,
        }
    }

    /// Leaves the box before a line that stands outside it.
    fn leave_box(&mut self, number: Option<&HeadingNumber>, apart: bool) -> bool {
        let goes_on = number.is_some_and(|number| self.goes_on(number));
        let Some(boxed) = &mut self.boxed else { return false };
        let leaves = boxed.whole || goes_on || apart && boxed.begun;
        // After the question, so that a blank line directly below the box's title does not end it.
        boxed.begun = true;
        if leaves {
            self.boxed = None;
        }
        leaves
    }

    /// Whether a number is the next one outside the box; `1.` and the like are as well the box's own.
    fn goes_on(&self, number: &HeadingNumber) -> bool {
        // 1. follows in a box as well as behind it, so deeper numbers cannot say which it is.
        if number.rank >= HeadingRank::Digit {
            return false;
        }
        let last = self.open.iter().find(|(rank, ..)| *rank == number.rank);
        match last {
            Some((_, count, _)) => number.count == count + 1,
            None => number.rank <= HeadingRank::Section,
        }
    }

    fn shown(&self) -> Arc<str> {
        match &self.boxed {
            Some(boxed) => Arc::from(&*boxed.shown),
            None => self.open.iter().map(|(_, _, shown)| &**shown).collect::<String>().into(),
        }
    }
}

fn blank_between(text: &str, before: Option<Span>, span: Span) -> bool {
    let between = before.and_then(|before| text.get(before.end as usize..span.start as usize));
    between.is_some_and(|between| between.matches('\n').count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Parts;

    fn positions_of(text: &str) -> Vec<String> {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split('\n') {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            if !line.is_empty() {
                blocks.push(match level_of_heading(line) {
                    Some(level) => Block::Heading { level, span },
                    None => Block::Paragraph(span),
                });
            }
        }
        let parts = Parts { has_lines: true, ..Parts::default() };
        let document = Document { text: text.to_owned(), blocks, parts, lost: Vec::new() };
        positions(&document).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_are_the_position() {
        assert_eq!(
            positions_of(
                "某县规划\n一、现状\n（一）基础\n人口增加。\n（二）问题\n1.人口减少。\n还在减少。\n二、目标\n增加。"
            ),
            ["", "一", "一（一）", "一（一）", "一（二）", "一（二）1", "一（二）1", "二", "二"]
        );
        assert_eq!(
            positions_of("第一章 总则\n第一节 现状\n第二章 目标\n增加。"),
            ["第一章", "第一章第一节", "第二章", "第二章"]
        );
    }

    #[test]
    fn a_box_ends_where_the_text_goes_on() {
        assert_eq!(
            positions_of(
                "三、产业\n（一）园区\n专栏3-1 园区 建设园区。到2025年建成3个。\n园区增加。\n专栏2  线路\n一、城际\n1.甲线\n\n园区更多。\n专栏4 工程\n甲工程。\n（二）平台\n增加。"
            ),
            [
                "三",
                "三（一）",
                "专栏3-1",
                "三（一）",
                "专栏2",
                "专栏2",
                "专栏2",
                "三（一）",
                "专栏4",
                "专栏4",
                "三（二）",
                "三（二）"
            ]
        );
    }

    #[test]
    fn a_numbered_sentence_with_a_figure_is_no_heading() {
        assert_eq!(level_of_heading("(二)基本原则。"), Some(3));
        assert_eq!(level_of_heading("一、总体要求"), Some(2));
        assert_eq!(level_of_heading("1.新增就业3万人。"), None);
        assert_eq!(level_of_heading("（三）发展目标。到2025年，就业增加。收入提高。"), None);
    }
}
