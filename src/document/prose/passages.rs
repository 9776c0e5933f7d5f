//! The prose of a document in passages: paragraphs and boxes, each with the headings it stands under.

use crate::{
    document::{Block, Document, Grid},
    text::{Span, fold},
};

use super::{
    lexicon::{BACKGROUND, TURNING},
    plain::Plain,
    years::{Year, of_heading},
};

/// A paragraph with what stands above it.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Its words.
    pub plain: Plain,
    /// The numbers of its headings: `三（一）`.
    pub position: String,
    /// The nearest heading, or the title of its box, as plain text with its place.
    pub heading: Plain,
    /// The nearest heading that names a year, with it.
    pub year: Option<(Plain, Year)>,
    /// Whether it looks back.
    pub is_background: bool,
}

/// Where the reading of blocks stands.
struct Walk<'a> {
    document: &'a Document,
    /// Headings above, outermost first: level, number, plain words.
    above: Vec<(u8, String, Plain)>,
    /// Whether a heading from which plans promise has come, or there is none.
    has_turned: bool,
    found: Vec<Passage>,
}

/// The passages of a document in order.
pub fn passages(document: &Document) -> Vec<Passage> {
    let turns = document.blocks.iter().any(|block| is_turning(document, block));
    let mut walk = Walk { document, above: Vec::new(), has_turned: !turns, found: Vec::new() };
    for block in &document.blocks {
        match block {
            Block::Heading { level, span } => walk.heading(*level, *span),
            Block::Paragraph(span) => walk.paragraph(*span),
            Block::Table(grid) => walk.grid(grid),
            Block::Note(_) => {}
        }
    }
    walk.found
}

fn is_turning(document: &Document, block: &Block) -> bool {
    match block {
        Block::Heading { level, span } => {
            let title = span.of(&document.text).split('。').next().unwrap_or_default();
            *level > 1 && TURNING.is_in(title)
        }
        _ => false,
    }
}

impl Walk<'_> {
    fn heading(&mut self, level: u8, span: Span) {
        let words = span.of(&self.document.text);
        let title = words.split('。').next().unwrap_or_default();
        self.has_turned |= level > 1 && TURNING.is_in(title);
        self.above.retain(|(above, ..)| *above < level);
        let end = words.find('。').unwrap_or(words.len());
        let title = Span::new(span.start as usize, span.start as usize + end);
        let plain = Plain::of(&self.document.text, title);
        self.above.push((level, number(words), plain));
        // A heading may run on into its text: （二）发展目标。到2025年…
        if words.contains('。') {
            self.paragraph(span);
        }
    }

    fn paragraph(&mut self, span: Span) {
        if span.of(&self.document.text).contains(is_end) {
            let position: String =
                self.above.iter().map(|(_, number, _)| number.as_str()).collect();
            let heading = self.above.last().map(|(.., plain)| plain.clone()).unwrap_or_default();
            self.push(span, position, heading);
        }
    }

    fn push(&mut self, span: Span, position: String, heading: Plain) {
        let looks_back = self.above.iter().any(|(_, _, plain)| BACKGROUND.is_in(&plain.text));
        let plain = Plain::of(&self.document.text, span);
        let is_background = looks_back || !self.has_turned;
        let under = self.above.iter().rev().filter(|(level, ..)| *level > 1);
        let year =
            under.filter_map(|(_, _, plain)| Some((plain.clone(), of_heading(plain)?))).next();
        self.found.push(Passage { plain, position, heading, year, is_background });
    }

    /// A cell with sentences is a box, or the column of a table that describes.
    fn grid(&mut self, grid: &Grid) {
        let text = self.document.text.as_str();
        let mut title = grid.caption.filter(|span| is_box(span.of(text)));
        for cell in grid.cells.iter().filter(|cell| cell.first) {
            if title.is_none() && is_box(cell.span.of(text)) {
                title = Some(title_of(cell.span, text));
            }
            if !cell.span.of(text).contains('。') {
                continue;
            }
            for line in lines(cell.span, text) {
                let position = match title {
                    Some(title) => number(title.of(text)),
                    None => self.above.iter().map(|(_, number, _)| number.as_str()).collect(),
                };
                let heading = title.map(|title| Plain::of(text, title)).unwrap_or_default();
                let line = match title {
                    Some(title) if line.start == title.start => Span { start: title.end, ..line },
                    _ => line,
                };
                if line.of(text).contains(is_end) {
                    self.push(line, position, heading);
                }
            }
        }
    }
}

fn is_end(character: char) -> bool {
    matches!(character, '。' | ';' | '；' | '，' | ',')
}

fn is_box(words: &str) -> bool {
    words.trim_start().starts_with("专栏")
}

/// The title of a box: its first line, or up to the first wide gap of a line that runs on.
fn title_of(cell: Span, text: &str) -> Span {
    let words = cell.of(text);
    let line = words.lines().next().unwrap_or_default();
    let mut end = line.len();
    if line.contains('。') {
        let gaps = line.match_indices([' ', '\u{3000}']).map(|(at, _)| at);
        let title =
            gaps.filter(|at| line.get(..*at).is_some_and(|head| head.chars().count() > 8)).next();
        end = title.unwrap_or(end);
    }
    Span::new(cell.start as usize, cell.start as usize + end)
}

/// The lines of a cell.
fn lines(cell: Span, text: &str) -> Vec<Span> {
    let mut start = cell.start as usize;
    cell.of(text)
        .split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            span
        })
        .collect()
}

/// The number that a heading begins with, as places are written: 三, （一）, 1, 专栏3-1; empty without one.
fn number(heading: &str) -> String {
    let folded = fold(heading.trim());
    let words = folded.as_ref();
    if let Some(rest) = words.strip_prefix("专栏") {
        let number = rest.trim_start();
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(number.len());
        return format!("专栏{}", number.get(..end).unwrap_or_default());
    }
    if let Some((inside, _)) = words.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        if inside.chars().all(is_numeral) {
            return format!("（{inside}）");
        }
    }
    if words.starts_with('第') {
        let end = words.find(['章', '节', '篇', '部']).filter(|at| *at < 20);
        if let Some(end) = end {
            return words.get(..end + '章'.len_utf8()).unwrap_or_default().to_owned();
        }
    }
    let end = words.find(|c| !is_numeral(c)).unwrap_or_default();
    let is_closed = words.get(end..).is_some_and(|rest| rest.starts_with(['、', '.', '．', ' ']));
    words.get(..end).filter(|_| is_closed).unwrap_or_default().to_owned()
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit() || "一二三四五六七八九十百".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_give_their_numbers() {
        for (heading, expected) in [
            ("三、高水平建设", "三"),
            ("（一）发展目标", "（一）"),
            ("(十二)加强保护", "（十二）"),
            ("1.做强平台", "1"),
            ("第二章 总体要求", "第二章"),
            ("专栏3-1 建设新城", "专栏3-1"),
            ("发展目标", ""),
        ] {
            assert_eq!(number(heading), expected, "{heading}");
        }
    }
}
