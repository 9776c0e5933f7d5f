//! Rows of a table that spreadsheets open: UTF-8 with a byte order mark, which they need to read Chinese.

use std::io::{self, Write};

/// Writes the byte order mark and the heads, which are taken as they are.
pub(super) fn write_csv_heads(heads: &[&str], out: &mut dyn Write) -> io::Result<()> {
    // Without the mark Excel reads the file in the system's own encoding, and Chinese becomes other characters.
    write!(out, "\u{FEFF}{}\r\n", heads.join(","))
}

/// Writes one row.
pub(super) fn write_csv_row<const N: usize>(
    cells: &[String; N],
    out: &mut dyn Write,
) -> io::Result<()> {
    let cells = cells.each_ref().map(|cell| quoted_csv_cell(cell));
    write!(out, "{}\r\n", cells.join(","))
}

/// A cell in quotes where CSV needs them. A cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.
fn quoted_csv_cell(cell: &str) -> String {
    // The wide signs as well: some spreadsheets take them for the narrow ones.
    const SIGNS: [char; 4] = ['+', '-', '＋', '－'];
    let formula = cell.starts_with(['=', '＝', '@', '＠', '\t', '\r']) || cell.starts_with(SIGNS);
    let number = |rest: &str| rest.chars().all(|c| c.is_ascii_digit() || c == '.');
    // -0.5 shall be added up; a plan's text -1+cmd|… must not be run.
    let formula = formula && !number(cell.trim_start_matches(SIGNS));
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_run() {
        assert_eq!(quoted_csv_cell("70%以上"), "70%以上");
        assert_eq!(quoted_csv_cell("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted_csv_cell("-0.73"), "-0.73");
        assert_eq!(quoted_csv_cell("－0.73"), "－0.73");
        assert_eq!(quoted_csv_cell("=1+1"), "'=1+1");
        assert_eq!(quoted_csv_cell("＝1+1"), "'＝1+1");
        assert_eq!(quoted_csv_cell("-2+3"), "'-2+3");
        assert_eq!(quoted_csv_cell("--"), "--");
    }
}
