//! `planlint explain`: what a rule finds, why, how to mend it, examples and limits.

use std::io::{self, Write};

use clap::Args;

use crate::{
    finding::Level,
    rulebook::{Availability, Example, Sheet},
    words::{Language, Words},
};

use super::{Ending, Failure, Session, pick::pick, rules::levels};

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(
        value_name = "规则|RULE",
        required_unless_present = "all",
        help = "规则名或中文名，写一部分即可|the rule's name or title, or a part of it"
    )]
    rule: Option<String>,
    #[arg(long, conflicts_with = "rule", help = "说明全部规则|explain all rules")]
    all: bool,
}

impl Explain {
    /// Writes the explanation.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        let sheets: Vec<(&str, &Sheet)> = session.words.sheets().iter().collect();
        let chosen = match &self.rule {
            Some(part) => {
                let at = chosen(part, &sheets)?;
                sheets.get(at..=at).unwrap_or_default()
            }
            None => sheets.as_slice(),
        };
        for (at, (name, sheet)) in chosen.iter().enumerate() {
            if at > 0 {
                writeln!(out).map_err(Failure::Output)?;
            }
            explain(session, name, sheet, out).map_err(Failure::Output)?;
        }
        Ok(Ending::Clean)
    }
}

/// The rule meant by `part` of its name or of a title.
fn chosen(part: &str, sheets: &[(&str, &Sheet)]) -> Result<usize, Failure> {
    let whole = |(name, sheet): &(&str, &Sheet)| {
        *name == part || sheet.zh.title == part || sheet.en.title == part
    };
    if let Some(at) = sheets.iter().position(whole) {
        return Ok(at);
    }
    let known =
        |(name, sheet): &(&str, &Sheet)| format!("{name}  {}  {}", sheet.zh.title, sheet.en.title);
    pick(part, &sheets.iter().map(known).collect::<Vec<_>>())
}

fn explain(session: &Session, name: &str, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let words = &session.words;
    let language = words.language();
    let wording = language.pick(&sheet.zh, &sheet.en);
    let levels = levels(words, &session.settings.levels, name, sheet);
    writeln!(out, "{}  {name}  [{levels}]", wording.title)?;
    let parts = [
        (language.pick("查什么", "What"), &wording.what),
        (language.pick("为什么", "Why"), &wording.why),
        (language.pick("怎么改", "Remedy"), &wording.remedy),
        (language.pick("不查什么", "Limits"), &wording.limits),
    ];
    for (head, text) in parts {
        writeln!(out, "\n{head}\n  {}", text.trim().replace('\n', "\n  "))?;
    }
    cases(words, name, sheet, session, out)?;
    switch(language, name, sheet, out)?;
    mends(language, sheet, out)?;
    for example in &sheet.examples {
        self::example(language, example, out)?;
    }
    let marks = language.pick("⟪ ⟫ 标出所报之处。", "⟪ ⟫ marks what is reported.");
    if sheet.examples.is_empty() { Ok(()) } else { writeln!(out, "\n{marks}") }
}

/// The cases with their levels, when these differ.
fn cases(
    words: &Words,
    name: &str,
    sheet: &Sheet,
    session: &Session,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut levels = sheet.levels.values();
    let first = levels.next();
    if levels.all(|level| Some(level) == first) {
        return Ok(());
    }
    writeln!(out, "\n{}", words.language().pick("分情形的级别", "Levels by case"))?;
    for (case, level) in &sheet.levels {
        let level = session.settings.levels.settle(name, *level);
        writeln!(out, "  {case}: {}", words.level(level))?;
    }
    Ok(())
}

/// Whether `planlint fix` helps.
fn mends(language: Language, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    let said = match sheet.fix {
        Availability::None => return Ok(()),
        Availability::Sometimes => {
            language.pick("planlint fix 能改其中一部分。", "planlint fix can mend some of these.")
        }
        Availability::Always => language.pick("planlint fix 能改。", "planlint fix can mend it."),
    };
    writeln!(out, "\n{said}")
}

/// How a rule that is off by default is switched on.
fn switch(language: Language, name: &str, sheet: &Sheet, out: &mut dyn Write) -> io::Result<()> {
    if sheet.levels.values().any(|level| *level != Level::Off) {
        return Ok(());
    }
    let how = language.pick(
        "默认不检查；要检查，在 planlint.toml 中写：",
        "Off by default; to switch it on, write in planlint.toml:",
    );
    writeln!(out, "\n{how}\n  [levels]\n  {name} = \"info\"")
}

fn example(language: Language, example: &Example, out: &mut dyn Write) -> io::Result<()> {
    let title = language.pick(&example.zh, &example.en);
    writeln!(out, "\n{}{title}", language.pick("例：", "Example: "))?;
    for (name, text) in &example.files {
        writeln!(out, "  {name}")?;
        for line in text.trim_end().lines() {
            writeln!(out, "{}", format!("    {}", unkeyed(line)).trim_end())?;
        }
    }
    Ok(())
}

/// A line of an example with its marks but without the notes' keys in them, which only tests need.
fn unkeyed(line: &str) -> String {
    let mut parts = line.split('⟪');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let key = part.split_once(':').filter(|(key, _)| {
            !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        text.push('⟪');
        text.push_str(key.map_or(part, |(_, words)| words));
    }
    text
}
