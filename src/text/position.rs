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

/// The offsets at which the lines of one text begin.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the line starts of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
        }
        Self { starts }
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
        let before = text.get(start as usize..offset as usize).unwrap_or_default();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Position {
            line: count(line),
            column: count(before.chars().count()),
            column_utf16: count(before.encode_utf16().count()),
            column_utf8: count(before.len()),
        }
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
}
