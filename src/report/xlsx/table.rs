//! Words into cells, as words: nothing a plan says becomes a formula or a link, and nothing of it is hidden.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, IgnoreError, Worksheet, XlsxError};

use crate::text::escape;

use super::{formats::Formats, height::height};

/// The units of UTF-16 that a cell holds.
// The bound of the format, in the units Excel counts in: a character outside the first plane, such as 𠮷, takes two,
// and a cell one unit too long costs the whole workbook.
const ROOM: usize = 32_767;

/// What stands in a cell of a table; its words hide nothing.
pub(super) enum SheetEntry<'a> {
    /// Words, to the left.
    Words(Cow<'a, str>),
    /// A short word or sign, in the middle.
    Sign(Cow<'a, str>),
    /// A count or a year.
    Count(Option<usize>),
    /// Nothing yet: the meeting fills it in.
    Open,
    /// The same, with a day.
    Day,
}

impl<'a> SheetEntry<'a> {
    pub(super) fn words(words: impl Into<Cow<'a, str>>) -> Self {
        Self::Words(visible(words.into()))
    }

    /// Words on lines of their own; those without words are left out.
    pub(super) fn lines(lines: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self::Words(Cow::Owned(joined(lines)))
    }

    pub(super) fn sign(words: impl Into<Cow<'a, str>>) -> Self {
        Self::Sign(visible(words.into()))
    }

    pub(super) fn count(count: usize) -> Self {
        Self::Count(Some(count))
    }

    /// The words it shows; those of a count are short.
    fn shown(&self) -> &str {
        // Open cells count as empty: how much will be written there is not known, and the row grows then.
        match self {
            Self::Words(words) | Self::Sign(words) => words,
            Self::Count(_) | Self::Open | Self::Day => "",
        }
    }

    pub(super) fn year(year: Option<i32>) -> Self {
        Self::Count(year.and_then(|year| usize::try_from(year).ok()))
    }
}

fn visible(words: Cow<'_, str>) -> Cow<'_, str> {
    match words {
        Cow::Borrowed(words) => escape(words),
        Cow::Owned(words) => Cow::Owned(escape(&words).into_owned()),
    }
}

/// Words as a cell shows them, each on a line of its own: the only breaks are those between them.
pub(super) fn joined(lines: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut joined = String::new();
    for line in lines {
        let line = escape(line.as_ref());
        if !joined.is_empty() && !line.is_empty() {
            joined.push('\n');
        }
        joined.push_str(&line);
    }
    joined
}

/// The head of a column and its width in characters.
pub(super) type SheetHead<'a> = (Cow<'a, str>, f64);

/// Heads from a list in one language.
pub(super) fn sheet_heads<const N: usize>(
    words: [&'static str; N],
    widths: [f64; N],
) -> Vec<SheetHead<'static>> {
    words.into_iter().map(Cow::Borrowed).zip(widths).collect()
}

/// Writes words as words, cut where a cell holds no more.
pub(super) fn write_words(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    // As a string, whatever it begins with: =HYPERLINK(…) and http://… may stand in a stranger's plan, and as
    // strings nothing runs or follows them.
    sheet.write_string_with_format(row, column, cut_to_cell(&escape(words)), format)?;
    Ok(())
}

/// Writes words across the columns from the first to `last`. `width` is that of the columns together, in characters.
pub(super) fn across(
    sheet: &mut Worksheet,
    row: u32,
    (last, width): (u16, f64),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, height([(words, width)]))?;
    sheet.merge_range(row, 0, row, last, &cut_to_cell(&escape(words)), format)?;
    Ok(())
}

/// Writes a table with its head at row `top` and gives the row behind it.
pub(super) fn write_sheet_table<'a>(
    sheet: &mut Worksheet,
    formats: &Formats,
    top: u32,
    heads: &[SheetHead<'_>],
    rows: impl IntoIterator<Item = Vec<SheetEntry<'a>>>,
) -> Result<u32, XlsxError> {
    for (column, (head, _)) in (0..).zip(heads) {
        write_words(sheet, (top, column), head, &formats.head)?;
    }
    sheet.set_row_height(top, height(heads.iter().map(|(head, width)| (&**head, *width))))?;
    let mut row = top + 1;
    for entries in rows {
        let cells =
            entries.iter().map(SheetEntry::shown).zip(heads.iter().map(|(_, width)| *width));
        sheet.set_row_height(row, height(cells))?;
        for (column, entry) in (0..).zip(&entries) {
            put_entry(sheet, formats, (row, column), entry)?;
        }
        row += 1;
    }
    let last = u16::try_from(heads.len()).unwrap_or(u16::MAX).saturating_sub(1);
    as_written(sheet, (top, 0), (row.saturating_sub(1), last))?;
    Ok(row)
}

/// Keeps a program from marking figures that stay words: they stand as their plan writes them.
pub(super) fn as_written(
    sheet: &mut Worksheet,
    first: (u32, u16),
    last: (u32, u16),
) -> Result<(), XlsxError> {
    let what = IgnoreError::NumberStoredAsText;
    sheet.ignore_error_range(first.0, first.1, last.0, last.1, what)?;
    Ok(())
}

/// Gives columns the widths of their heads.
pub(super) fn widen(sheet: &mut Worksheet, heads: &[SheetHead<'_>]) -> Result<(), XlsxError> {
    for (column, (_, width)) in (0..).zip(heads) {
        sheet.set_column_width(column, *width)?;
    }
    Ok(())
}

fn put_entry(
    sheet: &mut Worksheet,
    formats: &Formats,
    (row, column): (u32, u16),
    entry: &SheetEntry<'_>,
) -> Result<(), XlsxError> {
    match entry {
        SheetEntry::Words(words) => {
            sheet.write_string_with_format(row, column, cut_to_cell(words), &formats.cell)?;
        }
        SheetEntry::Sign(words) => {
            sheet.write_string_with_format(row, column, cut_to_cell(words), &formats.centre)?;
        }
        SheetEntry::Count(Some(count)) => {
            let number = u32::try_from(*count).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, column, number, &formats.centre)?;
        }
        SheetEntry::Count(None) => write_words(sheet, (row, column), "", &formats.centre)?,
        SheetEntry::Open => write_words(sheet, (row, column), "", &formats.open)?,
        SheetEntry::Day => write_words(sheet, (row, column), "", &formats.day)?,
    }
    Ok(())
}

/// As much of some words as a cell holds.
pub(super) fn cut_to_cell(words: &str) -> Cow<'_, str> {
    let units: usize = words.chars().map(char::len_utf16).sum();
    if units <= ROOM {
        return Cow::Borrowed(words);
    }
    let mut left = ROOM - 1;
    let kept = words.chars().take_while(|character| {
        let fits = character.len_utf16() <= left;
        left = left.saturating_sub(character.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(['…']).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_cell_are_parted_by_nothing_else() {
        assert_eq!(joined(["a\nb", "", "c\u{202E}"]), "a<U+000A>b\nc<U+202E>");
    }

    #[test]
    fn a_cell_holds_so_much_and_no_more() {
        assert_eq!(cut_to_cell(&"长".repeat(ROOM)).chars().count(), ROOM);
        let long = "𠮷".repeat(ROOM);
        let cut = cut_to_cell(&long);
        assert!(cut.ends_with("𠮷…"));
        assert_eq!(cut.encode_utf16().count(), ROOM);
    }
}
