//! How much of the agenda stands on page one: as many rows as one A4 page holds.

use serde::Serialize;

use crate::{
    report::{AgendaRow, Card, Material},
    text::display_width,
};

/// One row as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    row: &'a AgendaRow,
    /// What the worst finding says, without the indicator that the row already names.
    worst: &'a str,
}

/// The rows of page one, then those of the annex.
pub(super) fn split(material: &Material) -> (Vec<Item<'_>>, Vec<Item<'_>>) {
    let mut first: Vec<Item<'_>> =
        material.agenda.iter().map(|row| Item::new(row, &material.cards)).collect();
    let rest = first.split_off(held(&first, room(material)));
    (first, rest)
}

/// Half lines of print that page one has for rows, and what its parts above take of them.
const HALVES: usize = 68;
const TIER: usize = 2;
const SINCE: usize = 4;

/// The widths of the columns that decide how high a row is, in half-width characters of print.
const TOPIC: usize = 20;
const REGIONS: usize = 12;
const WORST: usize = 46;

/// The width of the words before a roll-up.
const ROLLUP: usize = 10;

/// No cell is printed higher than this; its card says all.
const HIGHEST: usize = 3;

fn room(material: &Material) -> usize {
    let tiers = material.tiers.len().saturating_sub(4) * TIER;
    let since = if material.since.is_some() { SINCE } else { 0 };
    HALVES.saturating_sub(tiers + since)
}

/// How many of the rows fit into `room` half lines; the white above and below a row takes one.
fn held(items: &[Item<'_>], room: usize) -> usize {
    let mut used = 0;
    items
        .iter()
        .take_while(|item| {
            used += 2 * item.lines() + 1;
            used <= room
        })
        .count()
}

impl<'a> Item<'a> {
    fn new(row: &'a AgendaRow, cards: &[Card]) -> Self {
        let printed = row.cards.first().and_then(|number| cards.get(number.checked_sub(1)?));
        let printed = printed.map_or("", |card| &card.indicator);
        let worst = row.worst.strip_prefix(printed).filter(|_| !printed.is_empty());
        let worst = worst.and_then(|rest| rest.strip_prefix('：').or(rest.strip_prefix(": ")));
        Self { row, worst: worst.unwrap_or(&row.worst) }
    }

    /// How many lines of print the row takes.
    fn lines(&self) -> usize {
        let regions =
            self.row.regions.iter().map(|region| display_width(region) + 2).sum::<usize>();
        let topic = display_width(&self.row.topic) + if self.row.is_binding { 8 } else { 0 };
        let rollup = display_width(&self.row.rollup);
        let rollup = if rollup == 0 { 0 } else { high(rollup + ROLLUP, WORST).min(2) };
        let cause = usize::from(self.row.cause.is_some());
        let worst = high(display_width(self.worst), WORST) + rollup + cause;
        high(topic, TOPIC).max(high(regions, REGIONS)).max(worst)
    }
}

fn high(width: usize, column: usize) -> usize {
    width.div_ceil(column).clamp(1, HIGHEST)
}
