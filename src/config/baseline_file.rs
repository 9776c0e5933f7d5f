//! The list of known findings, `planlint.baseline.toml`: one entry a line, named by its content and never by a line number.

use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

use crate::{
    finding::Level,
    syntax::is_invisible,
    text::{Span, Written},
};

use super::{
    ConfigProblem, ConfigProblemKind,
    levels::{LEVEL_WORDS, read_level},
    open::open_toml,
    table::{Problems, TomlEntry, span_of_entry},
};

/// The name of the baseline file, which stands beside the configuration.
pub const BASELINE_FILE: &str = "planlint.baseline.toml";

/// A finding that was there when the list was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFinding {
    /// The finding's id, with its place in the file.
    pub id: Written,
    /// The rule's name.
    pub rule: Arc<str>,
    /// How loud it was.
    pub level: Level,
    /// The plan's title.
    pub plan: Arc<str>,
    /// The indicator as printed.
    pub indicator: Option<Arc<str>>,
    /// The year.
    pub year: Option<i32>,
    /// The other party.
    pub other: Option<Arc<str>>,
    /// The value it is about, as written then.
    pub child: Option<Arc<str>>,
    /// The value it was compared with, as written then.
    pub parent: Option<Arc<str>>,
}

const HEAD: &str = "# planlint baseline write：存量问题，一行一处，按内容识别 | known findings, one a line, named by their content\n";

const KEYS: [&str; 8] = ["rule", "level", "plan", "indicator", "year", "other", "child", "parent"];

/// Reads the text of a baseline file.
///
/// # Errors
/// All problems of the file, in the order of their places.
pub fn read_baseline(text: &str) -> Result<Vec<KnownFinding>, Vec<ConfigProblem>> {
    let (table, mut problems) = open_toml(text);
    let mut entries = Vec::new();
    for (key, entry) in table.get_ref() {
        let id = Written { text: key.get_ref().as_ref().into(), span: span_of_entry(key) };
        entries.extend(read_known_finding(&mut problems, id, entry));
    }
    // In the order of the file, not of the ids: problems and stale entries are told where they stand.
    entries.sort_by_key(|known| known.id.span);
    problems.closed(entries)
}

fn read_known_finding(
    problems: &mut Problems,
    id: Written,
    entry: &TomlEntry<'_>,
) -> Option<KnownFinding> {
    let (mut texts, mut level, mut year) = (BTreeMap::new(), None, None);
    for (key, value) in problems.table(entry)? {
        match key.get_ref().as_ref() {
            "level" => level = problems.word(value, &LEVEL_WORDS, read_level),
            "year" => year = problems.year(value),
            name => match KEYS.into_iter().find(|known| *known == name) {
                Some(known) => {
                    texts.extend(problems.written(value).map(|written| (known, written.text)));
                }
                None => problems.unknown_key(name, span_of_entry(key), &KEYS),
            },
        }
    }
    // Each key is told, not the first: somebody who mends a merged file wants them all.
    let mut missing = |key, place: Span| problems.push(place, ConfigProblemKind::MissingKey(key));
    for key in ["rule", "plan"].into_iter().filter(|key| !texts.contains_key(key)) {
        missing(key, id.span);
    }
    if level.is_none() {
        missing("level", id.span);
    }
    Some(KnownFinding {
        rule: texts.remove("rule")?,
        level: level?,
        plan: texts.remove("plan")?,
        indicator: texts.remove("indicator"),
        year,
        other: texts.remove("other"),
        child: texts.remove("child"),
        parent: texts.remove("parent"),
        id,
    })
}

/// The text of a baseline file that holds `entries`, in the order of their plans and rules.
#[must_use]
pub fn write_baseline(mut entries: Vec<KnownFinding>) -> String {
    // One line an entry and always in one order, so that two people who write the list again get the same
    // file, and a merge shows entry by entry what has changed.
    type Order<'a> = (&'a str, &'a str, Option<&'a str>, Option<i32>, &'a str);
    fn order(known: &KnownFinding) -> Order<'_> {
        (&known.plan, &known.rule, known.indicator.as_deref(), known.year, &known.id.text)
    }
    entries.sort_by(|one, other| order(one).cmp(&order(other)));
    // Ids are keys of one table, and TOML refuses a key twice.
    entries.dedup_by(|one, other| one.id.text == other.id.text);
    let mut text = HEAD.to_owned();
    for known in &entries {
        write_known_line(&mut text, known);
    }
    text
}

fn write_known_line(text: &mut String, known: &KnownFinding) {
    push_toml_text(text, &known.id.text);
    text.push_str(" = { rule = ");
    push_toml_text(text, &known.rule);
    // Writing to a string cannot fail.
    let _ = write!(text, ", level = \"{}\", plan = ", known.level.key());
    push_toml_text(text, &known.plan);
    if let Some(year) = known.year {
        let _ = write!(text, ", year = {year}");
    }
    let texts = [
        ("indicator", &known.indicator),
        ("other", &known.other),
        ("child", &known.child),
        ("parent", &known.parent),
    ];
    for (key, written) in texts {
        if let Some(written) = written {
            let _ = write!(text, ", {key} = ");
            push_toml_text(text, written);
        }
    }
    text.push_str(" }\n");
}

/// The words as a TOML text of one line in which every character can be seen.
fn push_toml_text(text: &mut String, words: &str) {
    // Direction marks (U+202E) and line ends inside a name would make the file read otherwise than it
    // looks.
    text.push('"');
    for character in words.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            hidden if hidden.is_control() || is_invisible(hidden) => {
                let _ = write!(text, "\\U{:08X}", u32::from(hidden));
            }
            plain => text.push(plain),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_whatever_the_words() {
        let known = |id: &str, plan: &str| KnownFinding {
            id: Written { text: id.into(), span: Span::new(0, 0) },
            rule: "no-progress".into(),
            level: Level::Info,
            plan: plan.into(),
            indicator: Some("甲\u{202E}\n\"率\"\\".into()),
            year: Some(2025),
            other: None,
            child: Some("≥24%".into()),
            parent: Some("\u{10FFFF}".into()),
        };
        let text = write_baseline(vec![known("b", "乙"), known("a", "甲"), known("a", "甲")]);
        assert_eq!(text.lines().count(), 3, "{text}");
        let read = read_baseline(&text).unwrap();
        let bare: Vec<KnownFinding> = read
            .into_iter()
            .map(|known| KnownFinding {
                id: Written { span: Span::new(0, 0), ..known.id },
                ..known
            })
            .collect();
        assert_eq!(bare, [known("b", "乙"), known("a", "甲")]);
        assert_eq!(write_baseline(bare), text);
    }
}
