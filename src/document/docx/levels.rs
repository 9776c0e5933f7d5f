//! From Word's outline to the levels of a document: its title, and what stands under it.

use crate::document::Block;

/// Turns the depths in the outline, from 0, into levels: 1 is the title, which is its style or the only heading of the topmost
/// depth where it stands before all others.
pub(super) fn settle(blocks: &mut [Block], titled: bool) {
    let depths = blocks.iter().filter_map(|block| match block {
        Block::Heading { level, .. } if *level != TITLE => Some(*level),
        _ => None,
    });
    let depths: Vec<u8> = depths.collect();
    let top = depths.iter().min().copied().unwrap_or_default();
    let alone =
        depths.first() == Some(&top) && depths.iter().filter(|depth| **depth == top).count() == 1;
    let first = if alone && !titled && depths.len() > 1 { 1 } else { 2 };
    for block in blocks {
        if let Block::Heading { level, .. } = block {
            *level = if *level == TITLE { 1 } else { *level - top + first };
        }
    }
}

/// The depth that stands for the title until the levels are settled.
pub(super) const TITLE: u8 = u8::MAX;
