//! One table, one habit: whether the numbers of a table agree on what a comma in them is.

use crate::{
    quantity::{Reading, ReadingKind},
    text::{Habit, Source, habits},
};

use super::extracted::ValueRow;

/// Takes back what was read of a doubtful number in a table with decimal commas: of `34,96` beside `12.5`, where nobody knows
/// which of the two is a slip, and of `1,234` or `1.234`, which may be a little more than one or more than a thousand.
pub(super) fn unsettle_doubtful_numbers(entries: &mut [ValueRow], source: &Source) {
    let cells = || entries.iter().flat_map(|entry| &entry.cells);
    // Nearly every table has none, and reading its signs twice would cost more than all that follows.
    if !cells().any(|cell| source.slice(cell.span).contains([',', '，'])) {
        return;
    }
    let read = |reading: &Reading| reading.kind == ReadingKind::Targets;
    let shows = |words: &str, habit| habits(words).contains(&habit);
    let commas =
        cells().any(|cell| read(&cell.reading) && shows(source.slice(cell.span), Habit::Comma));
    // Points count wherever they stand, commas only in cells that were read: a list of two numbers, 34,96, shows no
    // habit.
    let points = cells().any(|cell| shows(source.slice(cell.span), Habit::Point));
    if !commas {
        return;
    }
    for cell in entries.iter_mut().flat_map(|entry| &mut entry.cells) {
        let words = source.slice(cell.span);
        let doubtful = shows(words, Habit::Either) || points && shows(words, Habit::Comma);
        if doubtful && read(&cell.reading) {
            cell.reading =
                Reading { targets: Vec::new(), kind: ReadingKind::Unreadable, stopped: None };
        }
    }
}
