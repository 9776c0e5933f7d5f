//! Aligns cells under each other by display width.

use std::io::{self, Write};

use crate::text::display_width;

use super::escape;

/// Writes the rows with two blanks between columns; the last column is as long as it is.
pub(super) fn write_columns<const N: usize>(
    rows: &[[String; N]],
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<[String; N]> =
        rows.iter().map(|row| row.each_ref().map(|cell| escape(cell).into_owned())).collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(display_width(cell));
        }
    }
    for row in &rows {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width + 2 - display_width(cell)));
        }
        // Blanks behind the last cell would wrap in a narrow terminal, and editors mark them.
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
