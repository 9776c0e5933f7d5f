//! From byte offsets to lines and columns, in every unit an output needs.

/// Where a byte stands, 1-based, in the units outputs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, counted from 1; `\n`, `\r\n` and a lone `\r` each end one.
    pub line: u32,
    /// Column in Unicode scalar values, counted from 1.
    pub column: u32,
    /// Column in UTF-16 units, counted from 1.
    pub column_utf16: u32,
    /// Column in UTF-8 bytes, counted from 1.
    pub column_utf8: u32,
}

/// What the number of a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Unicode scalar values.
    #[default]
    Char,
    /// Bytes of UTF-8.
    Byte,
    /// Units of UTF-16.
    Utf16,
}

impl Position {
    /// The column in a unit, counted from 1.
    #[must_use]
    pub fn column_in(self, unit: ColumnUnit) -> u32 {
        match unit {
            ColumnUnit::Char => self.column,
            ColumnUnit::Byte => self.column_utf8,
            ColumnUnit::Utf16 => self.column_utf16,
        }
    }
}

/// The offsets at which the lines of one text begin.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// What stands before each multiple of [`STRETCH`]: a line may be long and have many findings.
    before: Vec<CharacterCounts>,
}

/// Bytes that are counted at once.
// A converter may put a whole plan into one line. Without counts on the way each finding would count from the
// beginning of the line again.
const STRETCH: usize = 4096;

/// Numbers of characters and of UTF-16 units.
#[derive(Clone, Copy, Debug, Default)]
struct CharacterCounts {
    characters: usize,
    utf16: usize,
}

impl CharacterCounts {
    /// With those that begin in `bytes`, which may cut a character.
    fn and(self, bytes: &[u8]) -> Self {
        let characters = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        // A character of four bytes takes two units in UTF-16.
        let double = bytes.iter().filter(|byte| **byte >= 0xF0).count();
        Self { characters: self.characters + characters, utf16: self.utf16 + characters + double }
    }
}

impl LineIndex {
    /// Finds the line starts of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            // As the grammar counts lines; editors and diff count the same way.
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        let mut sum = CharacterCounts::default();
        let stretches = bytes.chunks(STRETCH);
        let before = stretches.map(|stretch| {
            let next = sum.and(stretch);
            std::mem::replace(&mut sum, next)
        });
        Self { starts, before: before.collect() }
    }

    /// The 0-based line that holds the byte at `offset`.
    #[must_use]
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The offset at which the 0-based `line` begins; the last line's for a line past the end.
    #[must_use]
    pub fn start(&self, line: usize) -> u32 {
        self.starts.get(line).or_else(|| self.starts.last()).copied().unwrap_or_default()
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The position of `offset` in `text`, the text this index was made from.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.start(line);
        let ahead = self.between(text.as_bytes(), start as usize, offset as usize);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Position {
            line: count(line),
            column: count(ahead.characters),
            column_utf16: count(ahead.utf16),
            column_utf8: count(offset.saturating_sub(start) as usize),
        }
    }

    /// How many Unicode scalar values stand before `offset` in `text`, the text this index was made from.
    #[must_use]
    pub fn characters(&self, text: &str, offset: u32) -> u32 {
        let counted = self.counts(text.as_bytes(), offset as usize);
        u32::try_from(counted.characters).unwrap_or(u32::MAX)
    }

    /// What stands between two offsets.
    fn between(&self, text: &[u8], start: usize, end: usize) -> CharacterCounts {
        if end.saturating_sub(start) <= STRETCH {
            return CharacterCounts::default()
                .and(text.get(start..end.min(text.len())).unwrap_or_default());
        }
        let (from, to) = (self.counts(text, start), self.counts(text, end));
        CharacterCounts {
            characters: to.characters.saturating_sub(from.characters),
            utf16: to.utf16.saturating_sub(from.utf16),
        }
    }

    /// What stands before `offset`.
    fn counts(&self, text: &[u8], offset: usize) -> CharacterCounts {
        let at = (offset / STRETCH).min(self.before.len().saturating_sub(1));
        let known = self.before.get(at).copied().unwrap_or_default();
        known.and(text.get(at * STRETCH..offset.min(text.len())).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_in_every_unit() {
        let text = "a\r\n中𠮷x\ry\n";
        let index = LineIndex::new(text);
        let at = text.find('x').unwrap() as u32;
        let position = index.position(text, at);
        assert_eq!((position.line, position.column), (2, 3));
        assert_eq!((position.column_utf16, position.column_utf8), (4, 8));
        let at = text.find('y').unwrap() as u32;
        assert_eq!(index.position(text, at).line, 3);
        assert_eq!(index.count(), 4);
    }

    #[test]
    fn columns_of_long_lines_are_those_of_counting() {
        let text = format!("a\n{}", "中𠮷x\u{301}".repeat(2000));
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().skip(2).chain([(text.len(), 'x')]) {
            let before = &text[2..at];
            let position = index.position(&text, at as u32);
            assert_eq!(position.column as usize, before.chars().count() + 1);
            assert_eq!(position.column_utf16 as usize, before.encode_utf16().count() + 1);
            assert_eq!(index.characters(&text, at as u32), position.column + 1);
        }
    }
}
