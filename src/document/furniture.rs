//! What every document has and no plan says: tables of contents, and the box of file numbers on the page of an authority.

use std::borrow::Cow;

use crate::{syntax::compared_form, text::Span};

use super::{Block, Cell, Document, Grid, headings};

/// A box of file numbers has no more rows.
// A choice: a field a row, of those listed below and a few more; what is longer holds a file number among
// other things.
const HIGHEST: usize = 24;
/// A line of a table of contents is no longer, in characters.
// A choice: a heading with its number, its leader and its page.
const LONGEST: usize = 80;
/// Fields of such a box that no table of values has.
const NUMBERS: [&str; 8] =
    ["索引号", "发文字号", "文号", "公文文号", "文件编号", "统一编号", "登记号", "indexnumber"];
/// Its other fields.
const FIELDS: [&str; 34] = [
    "发布日期",
    "成文日期",
    "发文日期",
    "生成日期",
    "制发日期",
    "印发日期",
    "公开日期",
    "生效日期",
    "失效日期",
    "废止日期",
    "发布时间",
    "发文时间",
    "发布机构",
    "发文机关",
    "发文单位",
    "制发机关",
    "发布单位",
    "公开责任部门",
    "责任部门",
    "信息来源",
    "主题分类",
    "体裁分类",
    "组配分类",
    "信息分类",
    "服务对象分类",
    "主题词",
    "关键词",
    "有效性",
    "效力状态",
    "公开方式",
    "公开范围",
    "公开形式",
    "标题",
    "信息名称",
];

/// The document without its furniture.
#[must_use]
pub fn without(document: &Document) -> Cow<'_, Document> {
    let text = &*document.text;
    let mut contents = Contents::default();
    let kept: Vec<bool> = document
        .blocks
        .iter()
        .map(|block| !contents.holds(text, block) && !is_number_box(text, block))
        .collect();
    if kept.iter().all(|kept| *kept) {
        return Cow::Borrowed(document);
    }
    let mut rest = document.clone();
    let (mut of_block, mut at) = (kept.iter(), 0);
    let gone: Vec<_> = document.blocks.iter().zip(&kept).filter(|(_, kept)| !**kept).collect();
    let gone: Vec<_> = gone.into_iter().filter_map(|(block, _)| stretch_of_block(block)).collect();
    rest.blocks.retain(|_| *of_block.next().unwrap_or(&true));
    // What was lost inside the furniture is nothing of the plan. Both lists are in the order of the text,
    // so one pass is enough.
    rest.lost.retain(|lost| {
        while gone.get(at).is_some_and(|(_, end)| *end < lost.span.start) {
            at += 1;
        }
        gone.get(at).is_none_or(|(start, _)| lost.span.start < *start)
    });
    rest.parts.furniture = gone.into_iter().map(|(start, end)| Span { start, end }).collect();
    Cow::Owned(rest)
}

/// From where to where a block stands.
fn stretch_of_block(block: &Block) -> Option<(u32, u32)> {
    match block {
        Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => {
            Some((span.start, span.end))
        }
        Block::Table(grid) => {
            let spans = || grid.cells.iter().map(|cell| cell.span);
            Some((spans().map(|span| span.start).min()?, spans().map(|span| span.end).max()?))
        }
    }
}

/// A table of contents, line by line.
#[derive(Default)]
struct Contents {
    /// Whether the line before is one of it, or heads it.
    open: bool,
}

impl Contents {
    /// Whether a block is a part of it; the heading above stays.
    fn holds(&mut self, text: &str, block: &Block) -> bool {
        let (held, heads) = match block {
            Block::Heading { span, .. } | Block::Paragraph(span) => {
                let words = span.of(text);
                // Dots lead to a page anywhere; a blank before a number ends sentences, too (新增公园 3),
                // so it counts only below the heading.
                let entry = is_led(words) || self.open && is_entry(words);
                (entry, is_contents_heading(words))
            }
            Block::Note(_) => (false, false),
            Block::Table(grid) => (lists_pages(text, grid, self.open), false),
        };
        self.open = held || heads;
        held
    }
}

/// Whether words head a table of contents.
fn is_contents_heading(words: &str) -> bool {
    matches!(&*compared_form(words), "目录" | "目次" | "contents" | "tableofcontents")
}

/// Whether a line leads to a page by dots: `一、总则……3`.
fn is_led(words: &str) -> bool {
    let bare = without_page(words).map(str::trim_end);
    bare.is_some_and(|bare| {
        let rest = bare.trim_end_matches(['.', '…', '·', '．', '‥', '⋯', '・', '_', ' ', '\t']);
        let leader = bare.get(rest.len()..).unwrap_or_default();
        // One … is three dots, and blanks between dots are none: 发展基础 . . . 12.
        let dots = leader.chars().map(|c| match c {
            '…' | '⋯' => 3,
            ' ' | '\t' => 0,
            _ => 1,
        });
        !rest.is_empty() && dots.sum::<usize>() >= 3
    })
}

/// Whether a line below the heading of a table of contents leads to a page by a tab or blank.
fn is_entry(words: &str) -> bool {
    without_page(words).is_some_and(|rest| rest.ends_with(['\t', ' ', '\u{3000}']))
}

/// Whether words end in a page.
#[must_use]
pub(crate) fn ends_in_page(words: &str) -> bool {
    without_page(words).is_some()
}

/// A line of a table of contents without the page it ends in.
fn without_page(words: &str) -> Option<&str> {
    let words = words.trim();
    let open = words.trim_end_matches([')', '）', '-', '—']);
    let digits = open.trim_end_matches(|c: char| c.is_ascii_digit());
    let roman = open.trim_end_matches(['i', 'v', 'x', 'I', 'V', 'X', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ']);
    let rest = if digits.len() < open.len() { digits } else { roman };
    // Bytes: roman numerals may be signs of three bytes each (Ⅱ), and no contents count to more digits.
    let page = open.len() - rest.len();
    let rest = rest.trim_end_matches(['(', '（', '-', '—']);
    // A leader of a hundred tabs is as good as one.
    let name = rest.trim_end_matches([' ', '\t', '\u{3000}']);
    let short = name.len() <= LONGEST * 4 && name.chars().count() <= LONGEST;
    ((1..=9).contains(&page) && !rest.is_empty() && short).then_some(rest)
}

/// Whether a table lists headings with their pages: pages that never fall, behind numbered headings or below `目录`.
fn lists_pages(text: &str, grid: &Grid, below: bool) -> bool {
    let words = |cell: &Cell| cell.span.of(text).trim();
    let (mut last, mut numbered) = (0, 0);
    for row in 0..grid.height() {
        let mut cells = grid.row(row).iter().filter(|cell| !words(cell).is_empty() && cell.first);
        let (Some(name), Some(page), None) = (cells.next(), cells.next(), cells.next()) else {
            return false;
        };
        let page = words(page).trim_start_matches(['.', '…', '·']);
        match page.parse::<u16>() {
            // Pages that fall are a column of values.
            Ok(page) if page >= last => last = page,
            _ => return false,
        }
        numbered += usize::from(headings::level_of_heading(words(name)).is_some());
    }
    // A table of two columns whose first is numbered may be anything, so most of its rows must be
    // numbered like headings.
    grid.height() > 0 && (below || numbered * 2 > grid.height())
}

/// Whether a block is the box of a page that says its number, date and subject.
fn is_number_box(text: &str, block: &Block) -> bool {
    let Block::Table(grid) = block else { return false };
    if grid.height() > HIGHEST {
        return false;
    }
    let (mut numbers, mut fields) = (0, 0);
    for cell in grid.cells.iter().filter(|cell| cell.first) {
        let words = cell.span.of(text);
        let name = compared_form(words.split(['：', ':']).next().unwrap_or_default());
        let name = &*name;
        numbers += usize::from(NUMBERS.contains(&name));
        fields += usize::from(FIELDS.contains(&name));
        // A table of indicators may have a column 文号, whose words must not make it furniture.
        if name == "指标" || name == "指标名称" {
            return false;
        }
    }
    // 标题 and 责任部门 head tables of tasks as well; a file number with one more field stands in such a
    // box only.
    numbers > 0 && numbers + fields > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn lines_of_contents_lead_to_pages() {
        assert!(is_led("一、总则…………3"));
        assert!(is_led("第一章 发展基础 ....... （12）"));
        assert!(is_led("前言……iv"));
        assert!(!is_led("森林覆盖率达到48.5"));
        assert!(!is_led("到2025年……达到70%"));
        assert!(is_entry("二、目标\t5"));
        assert!(is_entry(&format!("二、目标{}5", "\t".repeat(200))));
        assert!(!is_entry("新增公园3个"));
    }

    #[test]
    fn a_box_of_numbers_is_none_of_values() {
        let grid = |text: &str, width| {
            let mut start = 0;
            let cells = text.split('|').map(|words| {
                let span = Span::new(start, start + words.len());
                start += words.len() + 1;
                Cell { span, first: true }
            });
            Block::Table(Grid { width, cells: cells.collect(), ..Grid::default() })
        };
        let held = "索 引 号：|0026/2021-001|发布日期|2021-08-02";
        assert!(is_number_box(held, &grid(held, 4)));
        let values = "指标|2025年|文号|5";
        assert!(!is_number_box(values, &grid(values, 2)));
        let pages = "一、总则|1|二、目标|5";
        assert!(Contents::default().holds(pages, &grid(pages, 2)));
        let falls = "一、总则|5|二、目标|1";
        assert!(!Contents::default().holds(falls, &grid(falls, 2)));
    }
}
