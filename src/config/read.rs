//! From the text of a `planlint.toml` to settings, with every problem at once.

use std::{collections::BTreeSet, sync::Arc};

use toml::de::DeTable;

use crate::{quantity::Decimal, rulebook::Sheets, text::Span};

use super::{
    ConfigProblem, ConfigProblemKind, Expected, FailOn, Language, Settings,
    levels::{LEVEL_WORDS, read_level},
    number,
    table::{Entry, Problems, nearest, span},
};

const KEYS: [&str; 7] =
    ["levels", "tolerance", "trajectory", "max-file-size", "tiers", "lang", "fail-on"];

/// Reads the text of a configuration file; rules are those of `sheets`.
///
/// # Errors
/// All problems of the file, in the order of their places.
pub fn read(text: &str, sheets: &Sheets) -> Result<Settings, Vec<ConfigProblem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems = Problems::default();
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let at = Span::new(at.start, at.end);
        problems.push(at, syntax(at.of(text), error.message()));
    }
    let mut settings = Settings::default();
    for (key, entry) in table.get_ref() {
        top(&mut settings, &mut problems, sheets, (key.get_ref(), span(key)), entry);
    }
    problems.found.sort_by_key(|problem| problem.span);
    if problems.found.is_empty() { Ok(settings) } else { Err(problems.found) }
}

/// A Chinese title as a key is the one mistake in TOML's own rules that our users will make.
fn syntax(words: &str, reason: &str) -> ConfigProblemKind {
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !words.is_ascii() && words.chars().all(word) {
        ConfigProblemKind::Unquoted(words.to_owned())
    } else {
        ConfigProblemKind::Syntax(reason.to_owned())
    }
}

/// One key of the file's first level.
fn top(
    settings: &mut Settings,
    problems: &mut Problems,
    sheets: &Sheets,
    (key, place): (&str, Span),
    entry: &Entry<'_>,
) {
    match key {
        "levels" => levels(settings, problems, sheets, entry),
        "tolerance" => tolerance(settings, problems, entry),
        "trajectory" => trajectory(settings, problems, entry),
        "max-file-size" => max_file_size(settings, problems, entry),
        "tiers" => tiers(settings, problems, entry),
        "lang" => settings.language = problems.word(entry, &["zh", "en"], Language::read),
        "fail-on" => {
            let known = ["error", "warning", "info", "undetermined"];
            if let Some(fail_on) = problems.word(entry, &known, FailOn::read) {
                settings.fail_on = fail_on;
            }
        }
        other => problems.unknown_key(other, place, &KEYS),
    }
}

/// `[levels]`: a rule's name or title, and its cap.
fn levels(settings: &mut Settings, problems: &mut Problems, sheets: &Sheets, entry: &Entry<'_>) {
    let Some(table) = problems.table(entry) else { return };
    let mut seen = BTreeSet::new();
    for (key, value) in table {
        let Some(rule) = sheets.named(key.get_ref()) else {
            problems.push(span(key), unknown_rule(key.get_ref(), sheets));
            continue;
        };
        if !seen.insert(rule) {
            problems.push(span(key), ConfigProblemKind::Twice(key.get_ref().to_string()));
        }
        if let Some(level) = problems.word(value, &LEVEL_WORDS, read_level) {
            settings.levels.cap(rule, level);
        }
    }
}

fn unknown_rule(name: &str, sheets: &Sheets) -> ConfigProblemKind {
    let words = sheets.iter().flat_map(|(name, sheet)| [name, sheet.zh.title.as_str()]);
    let nearest = nearest(name, words).map(str::to_owned);
    ConfigProblemKind::UnknownRule { name: name.to_owned(), nearest }
}

/// `[tolerance]`: how far 左右 reaches.
fn tolerance(settings: &mut Settings, problems: &mut Problems, entry: &Entry<'_>) {
    let Some(table) = problems.table(entry) else { return };
    for (key, value) in table {
        if key.get_ref() != "about" {
            problems.unknown_key(key.get_ref(), span(key), &["about"]);
            continue;
        }
        let share = |number: Decimal| number >= Decimal::ZERO && number < Decimal::ONE;
        if let Some(about) = problems.number(value, Expected::Share, share) {
            settings.about = about;
        }
    }
}

/// `[trajectory]`: the two cut-offs.
fn trajectory(settings: &mut Settings, problems: &mut Problems, entry: &Entry<'_>) {
    let Some(table) = problems.table(entry) else { return };
    for (key, value) in table {
        let (target, number) = match key.get_ref().as_ref() {
            "converges" => {
                let fits = |number: Decimal| number > Decimal::ZERO && number <= Decimal::ONE;
                let number = problems.number(value, Expected::Converging, fits);
                (&mut settings.trajectory.converges, number)
            }
            "diverges" => {
                let fits = |number: Decimal| number >= Decimal::ONE;
                let number = problems.number(value, Expected::Diverging, fits);
                (&mut settings.trajectory.diverges, number)
            }
            other => {
                problems.unknown_key(other, span(key), &["converges", "diverges"]);
                continue;
            }
        };
        *target = number.unwrap_or(*target);
    }
}

/// `max-file-size`: bytes, bare or with a unit.
fn max_file_size(settings: &mut Settings, problems: &mut Problems, entry: &Entry<'_>) {
    let value = entry.get_ref();
    let written = value.as_str().or_else(|| value.as_integer().map(toml::de::DeInteger::as_str));
    match written.and_then(number::size) {
        Some(bytes) => settings.max_file_size = bytes,
        None => problems.expected(entry, Expected::Size),
    }
}

/// `tiers`: names from the highest down, each once.
fn tiers(settings: &mut Settings, problems: &mut Problems, entry: &Entry<'_>) {
    let Some(list) = entry.get_ref().as_array().filter(|list| !list.is_empty()) else {
        problems.expected(entry, Expected::Names);
        return;
    };
    let mut tiers: Vec<Arc<str>> = Vec::new();
    let mut seen = BTreeSet::new();
    for name in list {
        let Some(text) = problems.text(name) else { continue };
        if !seen.insert(text) {
            problems.push(span(name), ConfigProblemKind::Twice(text.to_owned()));
        }
        tiers.push(text.into());
    }
    settings.tiers = tiers;
}
