//! `planlint rules`: the rules with their levels and titles.

use std::io::{self, Write};

use clap::Args;
use serde::Serialize;

use crate::{
    emit::Columns,
    finding::Level,
    rulebook::Sheet,
    words::{Language, Words},
};

use super::{CommandFailure, Ending, Session, plans::AnswerFormat};

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub(super) struct RulesCommand {
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
}

/// One rule as `--format json` writes it.
#[derive(Serialize)]
struct ListedRule<'a> {
    name: &'a str,
    zh: &'a str,
    en: &'a str,
    since: &'a str,
    allowable: bool,
    levels: &'a std::collections::BTreeMap<String, Level>,
}

impl RulesCommand {
    /// Writes the list.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let written = match self.format {
            AnswerFormat::Json => json(&session.words, out),
            AnswerFormat::Text => write_rules_text(session, out),
        };
        written.map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}

fn json(words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for (name, sheet) in words.sheets().iter() {
        let Sheet { since, allowable, levels, zh, en, .. } = sheet;
        let (zh, en, allowable) = (zh.title.as_str(), en.title.as_str(), *allowable);
        serde_json::to_writer(&mut *out, &ListedRule { name, zh, en, since, allowable, levels })?;
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the list for people, with what says more.
pub(super) fn write_rules_text(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    let words = &session.words;
    let sheets = words.sheets();
    let rows = sheets.iter().map(|(name, sheet)| {
        let title = words.language().pick(&sheet.zh, &sheet.en).title.clone();
        [name.to_owned(), title, level_words_of_rule(words, &session.settings.levels, name, sheet)]
    });
    Columns::of(rows).write(out)?;
    let count = sheets.len();
    match words.language() {
        _ if session.options.quiet => Ok(()),
        Language::Zh => writeln!(out, "共 {count} 条；planlint explain 规则名 查看说明"),
        Language::En => writeln!(out, "{count} rules; planlint explain RULE says more"),
    }
}

/// The levels of a rule's cases as they are here, each once, the loudest first.
pub(super) fn level_words_of_rule(
    words: &Words,
    caps: &crate::config::Levels,
    name: &str,
    sheet: &Sheet,
) -> String {
    let mut levels: Vec<Level> =
        sheet.levels.values().map(|level| caps.settle(name, *level)).collect();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    levels.dedup();
    let levels: Vec<&str> = levels.into_iter().map(|level| words.level(level)).collect();
    levels.join(words.language().pick("、", ", "))
}
