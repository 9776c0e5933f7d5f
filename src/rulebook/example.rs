//! The examples of a sheet: files inline, with marks around what is to be found in them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::Level;

use super::{SheetError, example_world::names_plan};

/// The file of an example in which its regions and indicators stand.
const NAMES: &str = "names.plan";

/// The examples of a sheet as its text holds them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetExamples {
    #[serde(default, rename = "example")]
    examples: Vec<Example>,
}

/// One example. The words of a finding are marked `⟪…⟫`, in a sheet of several cases `⟪case|…⟫`; those of a note `⟪key:…⟫`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows, in Chinese.
    pub zh: String,
    /// What it shows, in English.
    pub en: String,
    /// The world it takes place in, by the name of its file in `rules/worlds`: gives it a `names.plan` with the regions, and with
    /// the indicators that its files name; what the example's own `names.plan` defines is added.
    #[serde(default)]
    pub world: Option<String>,
    /// The files by name; marks are taken out before they are read.
    pub files: BTreeMap<String, String>,
    /// The day the example is checked on, when dates matter (`2026-01-31`).
    #[serde(default)]
    pub today: Option<String>,
    /// Levels by rule, as a workspace's `[levels]` gives them: so an example switches on a rule that is off by default.
    #[serde(default)]
    pub levels: BTreeMap<String, Level>,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkMeaning {
    /// A finding of the sheet's rule, of this case where the mark names one.
    Finding(Option<String>),
    /// A note with this key.
    Note(String),
}

/// A mark of an example, with the bytes it marks in the file without marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleMark {
    /// The name of the file.
    pub file: String,
    /// Its first byte.
    pub start: usize,
    /// How many bytes are marked.
    pub length: usize,
    /// What is to be there.
    pub marked: MarkMeaning,
}

impl Example {
    /// The examples that `text` holds, each with the files of its world.
    ///
    /// # Errors
    /// When it is no TOML of this shape, or names a world there is not.
    pub(super) fn read_all(text: &str) -> Result<Vec<Self>, SheetError> {
        let read: Result<SheetExamples, _> = toml::from_str(text);
        let read = read.map_err(|error| SheetError(error.to_string()))?;
        read.examples.into_iter().map(Self::in_its_world).collect()
    }

    fn in_its_world(mut self) -> Result<Self, SheetError> {
        let Some(world) = &self.world else { return Ok(self) };
        let own = self.files.remove(NAMES).unwrap_or_default();
        let spoken = self.files.values().map(String::as_str).collect::<Vec<_>>().join("\n");
        let names = names_plan(world, &spoken, &own)
            .ok_or_else(|| SheetError(format!("there is no world {world} in rules/worlds")))?;
        self.files.insert(NAMES.to_owned(), names);
        Ok(self)
    }

    /// Whether something is to be found in it.
    #[must_use]
    pub fn fires(&self) -> bool {
        self.files.values().any(|text| text.contains('⟪'))
    }

    /// The files without their marks, by name.
    #[must_use]
    pub fn plain_files(&self) -> BTreeMap<String, String> {
        self.files.iter().map(|(name, text)| (name.clone(), split_marks(text).0)).collect()
    }

    /// The marks, in the order of the files and of their places.
    #[must_use]
    pub fn marks(&self) -> Vec<ExampleMark> {
        let marks = self.files.iter().flat_map(|(name, text)| {
            split_marks(text).1.into_iter().map(|(start, length, marked)| ExampleMark {
                file: name.clone(),
                start,
                length,
                marked,
            })
        });
        marks.collect()
    }
}

/// A line of an example as it may be shown: with its marks, but without the cases and keys in them, which only tests need.
#[must_use]
pub fn without_keys(line: &str) -> String {
    // With the marks, for they show what is found; their keys are for the tests.
    let mut parts = line.split('⟪');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push('⟪');
        text.push_str(keyed(part).1);
    }
    text
}

/// A text without its marks, and what these mark: first byte, bytes, what.
fn split_marks(text: &str) -> (String, Vec<(usize, usize, MarkMeaning)>) {
    let mut parts = text.split('⟪');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    let mut marks = Vec::new();
    for part in parts {
        let (inside, behind) = part.split_once('⟫').unwrap_or((part, ""));
        let (marked, words) = keyed(inside);
        marks.push((plain.len(), words.len(), marked));
        plain.push_str(words);
        plain.push_str(behind);
    }
    (plain, marks)
}

/// What a mark stands for, and its words.
fn keyed(inside: &str) -> (MarkMeaning, &str) {
    // `|` and `:` occur in the marked words, too (| 比例 | 1:3 |), so only small letters before them make
    // a key.
    let key = |sign: char| {
        let (key, words) = inside.split_once(sign)?;
        let is_key = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-');
        (!key.is_empty() && key.chars().all(is_key)).then(|| (key.to_owned(), words))
    };
    match (key('|'), key(':')) {
        (Some((case, words)), _) => (MarkMeaning::Finding(Some(case)), words),
        (None, Some((note, words))) => (MarkMeaning::Note(note), words),
        (None, None) => (MarkMeaning::Finding(None), inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_name_cases_and_notes() {
        let (plain, marks) = split_marks("| ⟪worse|24⟫ | ⟪past:25⟫ | ⟪26⟫ |");
        assert_eq!(plain, "| 24 | 25 | 26 |");
        let marked: Vec<_> =
            marks.into_iter().map(|(at, length, one)| (&plain[at..at + length], one)).collect();
        assert_eq!(
            marked,
            [
                ("24", MarkMeaning::Finding(Some("worse".to_owned()))),
                ("25", MarkMeaning::Note("past".to_owned())),
                ("26", MarkMeaning::Finding(None)),
            ]
        );
        assert_eq!(without_keys("| ⟪worse|24⟫ | ⟪past:25⟫ |"), "| ⟪24⟫ | ⟪25⟫ |");
    }
}
