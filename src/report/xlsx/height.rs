//! How high a row must be to show its words: not every program finds out by itself, and none does for merged cells.

use crate::text::{display_width_cjk, escape};

/// The height of a line of the default font, in points.
// The 20 pixels that the workbook is given for a row of its default font.
const LINE: f64 = 15.0;
/// The room above and below.
const AROUND: f64 = 5.0;
/// No row is higher.
// Excel's own bound for a row.
const MOST: f64 = 409.0;
/// Lines break before their end: at words, and before a mark that begins none.
// A row that is a line too high looks loose, one that is a line too low hides words: so a little too much, and how
// much is a choice.
const BROKEN: f64 = 1.12;

/// The height of a row whose cells have these words and widths in characters, in points.
pub(super) fn height<'a>(cells: impl IntoIterator<Item = (&'a str, f64)>) -> f64 {
    let lines =
        cells.into_iter().map(|(words, width)| lines_taken(words, width)).fold(1.0, f64::max);
    (lines * LINE + AROUND).min(MOST)
}

/// The lines that words take in a cell.
fn lines_taken(words: &str, width: f64) -> f64 {
    // The widths of East Asian text: “ and … are wide in 宋体, though narrow in a terminal.
    let wrapped = |line: &str| {
        let taken = f64::from(u32::try_from(display_width_cjk(&escape(line))).unwrap_or(u32::MAX));
        // What fits without a break is not broken.
        if taken <= width - 1.0 { 1.0 } else { (taken * BROKEN / width).ceil().max(1.0) }
    };
    words.lines().map(wrapped).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_high_as_their_longest_cell() {
        let one = height([("甲", 10.0), ("", 10.0)]);
        let three = height([("甲", 10.0), ("甲\n乙\n丙", 10.0)]);
        assert!((three - one - 2.0 * LINE).abs() < 1e-9);
        assert!(height([("甲".repeat(20).as_str(), 10.0)]) > three);
        assert!(height([("甲\n".repeat(99).as_str(), 10.0)]) <= MOST);
    }
}
