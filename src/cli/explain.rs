//! `planlint explain`: what a rule finds, why, how to mend it, examples and limits.

use std::io::{self, Write};

use clap::Args;

use crate::{
    finding::Level,
    rulebook::{Availability, Example, Sheet},
    words::{Language, about_rule},
};

use super::{
    CommandFailure, Ending, Session, handbook,
    pick::pick,
    rule_words::{by_case, cases, meaning_of_marks, unkeyed},
    rules::{level_words_of_rule, write_rules_text},
};

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(
        value_name = "规则|RULE",
        help = "规则名或中文名，写一部分即可；不写则列出全部规则|the rule's name or title, or a part of it; without one all rules are listed"
    )]
    rule: Option<String>,
    #[arg(long, conflicts_with = "rule", help = "说明全部规则|explain all rules")]
    all: bool,
}

impl Explain {
    /// Writes the explanation, the handbook of all rules, or their list where none is named.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let Some(part) = &self.rule else {
            let written = match self.all {
                true => handbook::write_handbook(session, out),
                false => write_rules_text(session, out),
            };
            written.map_err(CommandFailure::Output)?;
            return Ok(Ending::Clean);
        };
        let sheets: Vec<(&str, &Sheet)> = session.words.sheets().iter().collect();
        if let Some((name, sheet)) = sheets.get(chosen_rule(part, &sheets)?) {
            explain(session, name, sheet, out).map_err(CommandFailure::Output)?;
        }
        Ok(Ending::Clean)
    }
}

/// The rule meant by `part` of its name or of a title.
fn chosen_rule(part: &str, sheets: &[(&str, &Sheet)]) -> Result<usize, CommandFailure> {
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
    let levels = level_words_of_rule(words, &session.settings.levels, name, sheet);
    writeln!(out, "{}  {name}  [{levels}]", wording.title)?;
    for (head, text) in about_rule(language, wording) {
        writeln!(out, "\n{head}\n  {}", text.trim().replace('\n', "\n  "))?;
    }
    let cases = cases(session, name, sheet);
    if !cases.is_empty() {
        writeln!(out, "\n{}", by_case(language))?;
    }
    cases.iter().try_for_each(|case| writeln!(out, "  {case}"))?;
    switch(language, name, sheet, out)?;
    mends(language, sheet, out)?;
    let examples = sheet.examples().map_err(io::Error::other)?;
    for example in &examples {
        self::example(language, example, out)?;
    }
    if examples.is_empty() { Ok(()) } else { writeln!(out, "\n{}", meaning_of_marks(language)) }
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
