//! How much of the agenda stands on page one: as many rows as one A4 page holds.

use serde::Serialize;

use crate::{
    report::{AgendaRow, Card, Material},
    text::{display_width, escape},
};

/// One row as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    row: &'a AgendaRow,
    /// What the worst finding says, without the indicator that the row already names.
    worst: &'a str,
}

/// The rows of page one, then those of the annex.
pub(super) fn split_agenda(material: &Material) -> (Vec<Item<'_>>, Vec<Item<'_>>) {
    let mut first: Vec<Item<'_>> =
        material.agenda.iter().map(|row| Item::new(row, &material.cards)).collect();
    let rest = first.split_off(rows_on_page_one(&first, material));
    (first, rest)
}

/// What page one has for rows, a line of a row and what parts two rows, in tenths of a millimetre.
// Print has margins as GB/T 9704 asks for, which leave 225 mm of A4; title, sums and the line to sign need the rest.
// The lengths were measured in print and hold for the sizes in print.css: whoever changes these measures again.
const PAGE: usize = 1440;
const LINE: usize = 43;
const GAP: usize = 21;

/// The lines of tiers that stand beside the counts without taking room of their own.
const TIERS: usize = 4;

/// The widths of the columns that decide how high a row is, in half-width characters of print.
// The three widths follow from the columns in print.css. What is found has fewer characters a line in English, whose
// words break only at blanks.
const TOPIC: usize = 20;
const REGIONS: usize = 12;
const WORST: [usize; 2] = [45, 40];

/// No part of a cell is printed higher than this; its card says all.
// One sentence of a rule may be ten lines long and would push everything else off the page that a meeting is led
// from. The same bounds stand in the style sheet, which cuts the cells.
const HIGHEST: usize = 3;
const HIGHEST_ROLLUP: usize = 2;

/// The width of the words before a roll-up.
const ROLLUP: usize = 10;

/// How many of the rows fit on page one.
fn rows_on_page_one(items: &[Item<'_>], material: &Material) -> usize {
    let language = material.language;
    // English needs two more lines for the sentences above and below.
    let above = material.tiers.len().saturating_sub(TIERS) + language.pick(0, 2);
    let room = PAGE.saturating_sub(above * LINE);
    let [zh, en] = WORST;
    let mut used = 0;
    let fits = |item: &&Item<'_>| {
        used += item.lines(language.pick(zh, en)) * LINE + GAP;
        used <= room
    };
    // The first row that does not fit ends the page, though a lower one behind it might: the order says what is most
    // urgent, and a row must not overtake another by being short.
    items.iter().take_while(fits).count()
}

impl<'a> Item<'a> {
    fn new(row: &'a AgendaRow, cards: &'a [Card]) -> Self {
        let worst = row.cards.first().and_then(|number| cards.get(number.checked_sub(1)?));
        Self { row, worst: worst.map_or(&row.worst, |card| &card.told) }
    }

    /// How many lines of print the row takes, where what is found has `column` half-width characters a line.
    fn lines(&self, column: usize) -> usize {
        let regions = self.row.regions.iter().map(|region| shown_width(region) + 2).sum::<usize>();
        let topic = shown_width(&self.row.topic) + if self.row.is_binding { 10 } else { 0 };
        let rollup = shown_width(&self.row.rollup);
        let rollup =
            if rollup == 0 { 0 } else { high(rollup + ROLLUP, column).min(HIGHEST_ROLLUP) };
        let cause = usize::from(self.row.cause.is_some());
        let worst = high(shown_width(self.worst), column) + rollup + cause;
        high(topic, TOPIC).max(high(regions, REGIONS)).max(worst)
    }
}

/// Columns of print, with hidden characters as they are spelt out.
fn shown_width(words: &str) -> usize {
    display_width(&escape(words))
}

fn high(width: usize, column: usize) -> usize {
    width.div_ceil(column).clamp(1, HIGHEST)
}
