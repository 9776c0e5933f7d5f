//! Tables that hold several plans: a record for each value, or a group of year columns for each region.

mod long;
mod regions;

use super::{Block, Document, Grid, Imported};

/// More bytes than this are not written for the plans of one document, each of which stands in a copy of its text.
const MOST_BYTES: usize = 256 << 20;

/// The plans of every long table and every 对照表 in a document, in order; none when it holds no such table.
#[must_use]
pub fn read_wide_tables(document: &Document) -> Vec<Imported> {
    let mut plans = Vec::new();
    let room = MOST_BYTES / (document.text.len() + 1);
    for grid in grids(document) {
        if let Some(table) = long::LongLayout::find(&document.text, grid) {
            plans.extend(table.plans(document, grid).take(room.saturating_sub(plans.len())));
        } else if let Some(table) = regions::Groups::find(&document.text, grid) {
            let found = table.plans(document, grid);
            plans.extend(found.take(room.saturating_sub(plans.len())));
        }
    }
    plans
}

fn grids(document: &Document) -> impl Iterator<Item = &Grid> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    })
}
