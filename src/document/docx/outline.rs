//! Which lines are headings and how deep, and where each paragraph stands under them.

use std::sync::Arc;

use crate::{
    document::{Block, Document, headings},
    text::{Parts, Spot},
};

/// The depth that stands for the title until the levels are settled.
// No style has that depth, so it cannot be mistaken for one.
pub(super) const TITLE: u8 = u8::MAX;

/// The deepest level.
const DEEPEST: u8 = 9;

/// Settles the level of each heading, finds those without a style by their numbers, and tells each part what it stands under.
pub(super) fn settle_headings(document: &mut Document) {
    let title = title_among_headings(document);
    let text = &document.text;
    for (count, block) in document.blocks.iter_mut().enumerate() {
        match block {
            Block::Heading { level, span } => {
                // The number counts before the style: a （一） may be 标题 3 in one chapter and 标题 2 in
                // the next, and is numbered alike.
                let numbered = headings::level_of_heading(span.of(text));
                *level = match *level {
                    TITLE => 1,
                    _ if title == Some(count) => 1,
                    // Depth 0 of a style is 一、, the second level here, for the first is the title's.
                    depth => numbered.unwrap_or(depth.saturating_add(2).min(DEEPEST)),
                };
            }
            Block::Paragraph(span) => {
                if let Some(level) = headings::level_of_heading(span.of(text)) {
                    *block = Block::Heading { level, span: *span };
                }
            }
            Block::Note(_) | Block::Table(_) => {}
        }
    }
    let positions = headings::positions(document);
    place_parts_under_headings(&document.blocks, &positions, &mut document.parts);
}

/// The heading that is the title though its style says no more than that it is one: the first, alone at its depth, without a
/// number, in a document where no style says which the title is.
fn title_among_headings(document: &Document) -> Option<usize> {
    // A title may be styled as 标题 1, too, like the chapters of other documents: one alone above all the
    // others is told by that.
    let headings = || {
        document.blocks.iter().enumerate().filter_map(|(count, block)| match block {
            Block::Heading { level, span } => Some((count, *level, span.of(&document.text))),
            _ => None,
        })
    };
    let (first, depth, words) = headings().next()?;
    let alone = headings().filter(|(_, other, _)| *other <= depth || *other == TITLE).count() == 1;
    (alone && depth != TITLE && headings::level_of_heading(words).is_none()).then_some(first)
}

/// Tells each part which headings it stands under, and which paragraph under them it is.
fn place_parts_under_headings(blocks: &[Block], positions: &[Arc<str>], parts: &mut Parts) {
    // Paragraphs are counted under each heading, since that is how people count them; tables and notes
    // are not.
    let mut parts = parts.parts.iter_mut().peekable();
    let mut last: &str = "";
    let mut counted = 0;
    for (block, position) in blocks.iter().zip(positions) {
        if last != &**position {
            (last, counted) = (position, 0);
        }
        let (end, counts) = match block {
            Block::Heading { span, .. } | Block::Note(span) => (span.end, false),
            Block::Paragraph(span) => (span.end, true),
            Block::Table(grid) => {
                (grid.cells.iter().map(|cell| cell.span.end).max().unwrap_or_default(), false)
            }
        };
        counted += u32::from(counts);
        let heading = (!position.is_empty() && !matches!(block, Block::Note(_)))
            .then(|| Arc::clone(position));
        while let Some(part) = parts.next_if(|part| part.span.start <= end) {
            if let Spot::Paragraph { under, number, .. } = &mut part.spot {
                (*under, *number) = (heading.clone(), if counts { counted } else { 0 });
            }
        }
    }
}
