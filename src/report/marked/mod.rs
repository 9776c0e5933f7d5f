//! A text as one web page with each of its numbers marked by what was made of it: what the machine understood, at a glance.

mod bits;
mod marked_text;

use std::{collections::BTreeMap, io};

use serde::Serialize;

use crate::{
    engine::{LaidBlock, LaidTable},
    words::term,
};

use super::{content_policy, template};
use bits::{Bit, Cutter};

pub use marked_text::{Left, MarkedText, NumberMark};

const PAGE: &str = "marked.html";
const STYLE: &str = concat!(include_str!("../palette.css"), include_str!("marked.css"));

/// The templates by the names they call each other.
const TEMPLATES: [(&str, &str); 2] =
    [(PAGE, include_str!("marked.html")), ("bits.html", include_str!("bits.html"))];

/// The unread numbers that are listed above the text; the others are marked in it.
// A yearbook may leave thousands of numbers unread, and a list that long hides the text below it. Enough to see
// which kind of number is passed over, and a choice.
const LISTED: usize = 300;

/// What the template lays out.
#[derive(Serialize)]
struct MarkedPage<'a> {
    language: &'static str,
    tool: &'static str,
    style: &'static str,
    policy: String,
    file: &'a str,
    title: &'a str,
    accounted: &'a str,
    legend: Vec<LegendKind>,
    left: &'a [Left],
    /// How many unread numbers the list leaves out.
    more: usize,
    lost: &'a [String],
    blocks: Vec<MarkedBlock<'a>>,
}

/// A kind of the legend.
#[derive(Serialize)]
struct LegendKind {
    key: &'static str,
    word: &'static str,
    count: usize,
}

/// One block of the text.
#[derive(Default, Serialize)]
struct MarkedBlock<'a> {
    kind: BlockKind,
    /// How deep a heading is on the page, below the title of the page itself.
    level: u8,
    sheet: Option<&'a str>,
    bits: Vec<Bit<'a>>,
    rows: Vec<MarkedRow<'a>>,
}

/// What a block of the text is.
#[derive(Clone, Copy, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
enum BlockKind {
    Heading,
    #[default]
    Paragraph,
    Note,
    Rest,
    Table,
}

/// A row of a table.
#[derive(Serialize)]
struct MarkedRow<'a> {
    is_head: bool,
    cells: Vec<MarkedCell<'a>>,
}

/// A cell of a table.
#[derive(Serialize)]
struct MarkedCell<'a> {
    bits: Vec<Bit<'a>>,
    columns: usize,
    rows: usize,
}

/// The whole text as one page without any other file.
///
/// # Errors
/// Those of the templates.
pub fn marked_page(text: &MarkedText<'_>) -> io::Result<String> {
    let mut environment = template::template_environment(text.language)?;
    for (name, template) in TEMPLATES {
        environment.add_template(name, template).map_err(io::Error::other)?;
    }
    let mut cutter = Cutter::new(text);
    let page = MarkedPage {
        language: text.language.pick("zh-CN", "en"),
        tool: concat!("planlint ", env!("CARGO_PKG_VERSION")),
        style: STYLE,
        policy: content_policy::policy(STYLE, None),
        file: text.file,
        title: text.title,
        accounted: text.accounted,
        legend: legend_of_kinds(text),
        left: text.left.get(..LISTED).unwrap_or(text.left),
        more: text.left.len().saturating_sub(LISTED),
        lost: text.lost,
        blocks: text.layout.blocks.iter().map(|laid| block(laid, &mut cutter)).collect(),
    };
    template::render(&environment, PAGE, page)
}

/// Each kind with how many numbers are of it.
fn legend_of_kinds(text: &MarkedText<'_>) -> Vec<LegendKind> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in text.marks {
        *counts.entry(mark.kind).or_default() += 1;
    }
    let kind = |key: &&'static str| LegendKind {
        key,
        word: term(text.language, key),
        count: counts.get(*key).copied().unwrap_or_default(),
    };
    text.kinds.iter().map(kind).collect()
}

fn block<'a>(laid: &'a LaidBlock, cutter: &mut Cutter<'a>) -> MarkedBlock<'a> {
    let line = |kind, level, bits| MarkedBlock { kind, level, bits, ..MarkedBlock::default() };
    match laid {
        LaidBlock::Heading(level, span) => {
            // The page's own title is its only h1, and html ends with h6; documents go deeper.
            line(BlockKind::Heading, level.saturating_add(1).clamp(2, 6), cutter.cut(*span))
        }
        LaidBlock::Paragraph(span) => line(BlockKind::Paragraph, 0, cutter.cut(*span)),
        LaidBlock::Note(span) => line(BlockKind::Note, 0, cutter.cut(*span)),
        LaidBlock::Rest(span) => line(BlockKind::Rest, 0, cutter.cut(*span)),
        LaidBlock::Table(table) => self::marked_table(table, cutter),
    }
}

fn marked_table<'a>(table: &'a LaidTable, cutter: &mut Cutter<'a>) -> MarkedBlock<'a> {
    let bits = table.caption.map(|caption| cutter.cut(caption)).unwrap_or_default();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (number, row) in table.rows.iter().enumerate() {
        let cell = |cell: &crate::engine::LaidCell| MarkedCell {
            bits: cutter.cut(cell.span),
            columns: cell.columns,
            rows: cell.rows,
        };
        rows.push(MarkedRow {
            is_head: number < table.heads,
            cells: row.iter().map(cell).collect(),
        });
    }
    MarkedBlock { kind: BlockKind::Table, level: 2, sheet: table.sheet.as_deref(), bits, rows }
}
