//! The place of a record as `export` writes it: `表1 第7行 2025年`, `正文 二（三）`.

/// Where a value was printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum PrintedPlace {
    /// A cell: the table, the row's number, the head of the column.
    Cell { table: String, row: String, head: String },
    /// A position in the prose.
    Prose(String),
    /// Not said.
    #[default]
    Unsaid,
}

impl PrintedPlace {
    /// Reads a place in either language.
    pub(super) fn read(place: &str) -> Self {
        for prose in ["正文", "text "] {
            if let Some(position) = place.strip_prefix(prose) {
                return Self::Prose(position.trim().to_owned());
            }
        }
        let cell = |row: &str, end: &str| {
            let at = place.find(row)?;
            let before = place.get(..at)?;
            let (number, head) = place.get(at + row.len()..)?.split_once(end)?;
            let plain = |words: &str| words.trim().trim_matches(['“', '”', ',']).to_owned();
            Some(Self::Cell { table: plain(before), row: plain(number), head: plain(head) })
        };
        // A place that reads in neither language is unsaid: the values still stand in a table without
        // number and title.
        cell("第", "行").or_else(|| cell("row ", ", ")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_in_both_languages() {
        let cell = |table: &str, row: &str, head: &str| PrintedPlace::Cell {
            table: table.to_owned(),
            row: row.to_owned(),
            head: head.to_owned(),
        };
        assert_eq!(PrintedPlace::read("表1 第7行 2025年"), cell("表1", "7", "2025年"));
        assert_eq!(PrintedPlace::read("Table 1, row 7, 2025年"), cell("Table 1", "7", "2025年"));
        assert_eq!(PrintedPlace::read("第7行 2025年"), cell("", "7", "2025年"));
        assert_eq!(PrintedPlace::read("正文 二（三）"), PrintedPlace::Prose("二（三）".to_owned()));
        assert_eq!(PrintedPlace::read("text 二（三）"), PrintedPlace::Prose("二（三）".to_owned()));
        assert_eq!(PrintedPlace::read(""), PrintedPlace::Unsaid);
    }
}
