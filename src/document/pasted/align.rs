//! Cells without their blank neighbours find their columns by what the columns hold.

use crate::{syntax::ColumnKind, text::Span};

use super::cell::Facts;

/// No table of indicators has more columns.
const WIDEST: usize = 40;

/// The row as the columns hold it; `None` when no place, or more than one, is as good as another.
///
/// `cells` are the printed cells in order; blank ones may be missing or at a wrong place. Empty spans stand for columns
/// without a cell.
#[must_use]
pub fn align(text: &str, columns: &[ColumnKind], cells: &[Span]) -> Option<Vec<Span>> {
    // The bound keeps the table of costs small, whose size is that of the columns times the cells.
    let printed: Vec<Span> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    if columns.len() > WIDEST || printed.len() > columns.len() || printed.is_empty() {
        return None;
    }
    let best = CostTable::of(text, columns, &printed);
    let ways = best.at(0, 0)?;
    // Two ways that cost the same are two readings, and a value in the wrong year is worse than a row
    // that is listed.
    if ways.count != 1 {
        return None;
    }
    let mut row = Vec::with_capacity(columns.len());
    let mut taken = 0;
    for column in 0..columns.len() {
        let takes = best.takes(taken, column);
        let blank = printed.get(taken).or(printed.last()).map(|cell| cell.start)?;
        row.push(if takes { *printed.get(taken)? } else { Span { start: blank, end: blank } });
        taken += usize::from(takes);
    }
    Some(row)
}

/// What it costs to read each cell in the column above it; `None` when one of them cannot stand there.
#[must_use]
pub fn cost_as_printed(text: &str, columns: &[ColumnKind], cells: &[Span]) -> Option<u32> {
    let printed = columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    let costs = printed.map(|(kind, cell)| Facts::of(cell.of(text)).cost(kind));
    let inside = cells.len() <= columns.len();
    costs.sum::<Option<u32>>().filter(|_| inside)
}

/// The cheapest ways from each cell and column to the end of the row.
struct CostTable {
    ways: Vec<Option<Ways>>,
    costs: Vec<Option<u32>>,
    skips: Vec<u32>,
    width: usize,
}

/// How dear the cheapest way is, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ways {
    cost: u32,
    count: u32,
}

impl CostTable {
    fn of(text: &str, columns: &[ColumnKind], cells: &[Span]) -> Self {
        let costs = cells.iter().flat_map(|cell| {
            let facts = Facts::of(cell.of(text));
            columns.iter().map(move |kind| facts.cost(kind))
        });
        let width = columns.len();
        let mut table = Self {
            ways: vec![None; (cells.len() + 1) * (width + 1)],
            costs: costs.collect(),
            skips: columns.iter().map(blank_cost).collect(),
            width,
        };
        // From the end, since each place asks for those behind it.
        for cell in (0..=cells.len()).rev() {
            for column in (0..=width).rev() {
                let ways = if cell == cells.len() && column == width {
                    Some(Ways { cost: 0, count: 1 })
                } else {
                    cheaper(table.taking(cell, column), table.skipping(cell, column))
                };
                if let Some(place) = table.ways.get_mut(cell * (width + 1) + column) {
                    *place = ways;
                }
            }
        }
        table
    }

    fn at(&self, cell: usize, column: usize) -> Option<Ways> {
        let inside = column <= self.width;
        inside.then(|| self.ways.get(cell * (self.width + 1) + column).copied().flatten())?
    }

    fn taking(&self, cell: usize, column: usize) -> Option<Ways> {
        let here = (column < self.width).then(|| self.costs.get(cell * self.width + column))??;
        let rest = self.at(cell + 1, column + 1)?;
        Some(Ways { cost: (*here)? + rest.cost, count: rest.count })
    }

    fn skipping(&self, cell: usize, column: usize) -> Option<Ways> {
        let rest = self.at(cell, column + 1)?;
        Some(Ways { cost: rest.cost + self.skips.get(column)?, count: rest.count })
    }

    fn takes(&self, cell: usize, column: usize) -> bool {
        let ways = self.at(cell, column);
        ways.is_some()
            && self.taking(cell, column).map(|ways| ways.cost) == ways.map(|ways| ways.cost)
    }
}

fn cheaper(one: Option<Ways>, other: Option<Ways>) -> Option<Ways> {
    match (one, other) {
        (Some(one), Some(other)) if one.cost == other.cost => {
            Some(Ways { cost: one.cost, count: one.count.saturating_add(other.count) })
        }
        (Some(one), Some(other)) => Some(if one.cost < other.cost { one } else { other }),
        (one, other) => one.or(other),
    }
}

/// What it costs to leave a column blank: groups are printed once, values seldom are missing.
fn blank_cost(kind: &ColumnKind) -> u32 {
    // The prices are choices that only have to stand in this order: a group is printed once for many
    // rows, a remark is often missing, a value seldom, a name never.
    match kind {
        ColumnKind::Category => 0,
        ColumnKind::Number | ColumnKind::Owner | ColumnKind::Note | ColumnKind::Unknown => 2,
        ColumnKind::Indicator => 6,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::YearRole;

    fn columns() -> Vec<ColumnKind> {
        let year = |year| ColumnKind::Year { year, role: YearRole::Bare };
        vec![
            ColumnKind::Category,
            ColumnKind::Number,
            ColumnKind::Indicator,
            year(2020),
            year(2025),
            ColumnKind::Class,
        ]
    }

    /// The row's cells as its columns hold them, a dot for a blank one.
    fn aligned(row: &str) -> Option<String> {
        let mut at = 0;
        let cells = row.split('|').map(|cell| {
            let span = Span::new(at, at + cell.len());
            at += cell.len() + 1;
            span
        });
        let row_of = align(row, &columns(), &cells.collect::<Vec<_>>())?;
        let words = row_of.iter().map(|cell| cell.of(row));
        Some(
            words
                .map(|words| if words.is_empty() { "." } else { words })
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    #[test]
    fn cells_find_their_columns() {
        for (row, expected) in [
            ("经济|1|就业|5|6|预期性", "经济 1 就业 5 6 预期性"),
            ("2|就业|5|6|预期性|", ". 2 就业 5 6 预期性"),
            ("3|5G基站|-|较2020年翻一番|约束性", ". 3 5G基站 - 较2020年翻一番 约束性"),
            ("4|就业", ". 4 就业 . . ."),
        ] {
            assert_eq!(aligned(row).as_deref(), Some(expected), "{row}");
        }
    }

    #[test]
    fn a_value_that_may_be_of_two_years_is_of_none() {
        assert_eq!(aligned("2|就业|6|预期性"), None);
        assert_eq!(aligned("2|就业|5|6|7|预期性"), None);
    }
}
