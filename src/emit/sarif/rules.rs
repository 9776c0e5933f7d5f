//! The rules that have results, so that the log stays small; how many were run says the last notification.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    engine::Outcome,
    finding::Level,
    words::{Language, Words, about_rule},
};

use super::shape::{Help, Message, SarifRule, Usual};

/// The rules by name.
pub(super) struct SarifRuleList<'a> {
    words: &'a Words,
    names: Vec<&'a str>,
}

impl<'a> SarifRuleList<'a> {
    /// The rules of everything that becomes a result.
    pub(super) fn of(outcome: &'a Outcome, words: &'a Words) -> Self {
        let allowed = outcome.allowed.iter().map(|allowed| &allowed.finding);
        let found = outcome.findings.iter().chain(&outcome.known).chain(allowed);
        let fixed = outcome.since.iter().flat_map(|since| &since.fixed);
        let fixed = fixed.map(|past| &*past.rule);
        let names: BTreeSet<&str> = found.map(|finding| finding.rule).chain(fixed).collect();
        let known = |name: &&str| words.sheets().get(name).is_some();
        Self { words, names: names.into_iter().filter(known).collect() }
    }

    /// Where `rule` stands among them.
    pub(super) fn index(&self, rule: &str) -> Option<usize> {
        self.names.binary_search(&rule).ok()
    }

    /// What they are.
    pub(super) fn told(&self) -> Vec<SarifRule<'a>> {
        self.names.iter().filter_map(|name| self.rule(name)).collect()
    }

    fn rule(&self, name: &'a str) -> Option<SarifRule<'a>> {
        let (sheet, language) = (self.words.sheets().get(name)?, self.words.language());
        let (wording, other) = match language {
            Language::Zh => (&sheet.zh, Language::En),
            Language::En => (&sheet.en, Language::Zh),
        };
        let foreign = other.pick(&sheet.zh, &sheet.en);
        // A rule has several cases and SARIF one level for it; the loudest, so that no result is louder than its
        // rule.
        let level = sheet.levels.values().copied().max().unwrap_or(Level::Off);
        // The other language goes along: a log is written once and read by whoever gets it.
        let mut properties = BTreeMap::from([("title", foreign.title.clone())]);
        properties.extend(
            KEYS.into_iter().zip(about_rule(other, foreign).map(|(_, text)| trimmed_text(text))),
        );
        Some(SarifRule {
            id: name,
            name: wording.title.clone(),
            short_description: Message::plain(&wording.title),
            full_description: Message::plain(wording.what.trim()),
            help: help(about_rule(language, wording)),
            default_configuration: Usual {
                enabled: level != Level::Off,
                level: sarif_level(level),
            },
            properties: BTreeMap::from([(tag(other), properties)]),
        })
    }
}

/// The keys of what a sheet says, in its order.
const KEYS: [&str; 4] = ["what", "why", "remedy", "limits"];

fn trimmed_text(text: &str) -> String {
    text.trim().to_owned()
}

/// The parts under their heads.
fn help(parts: [(&str, &str); 4]) -> Help {
    let text = parts.map(|(head, text)| format!("{head}\n{}", text.trim())).join("\n\n");
    let markdown = parts.map(|(head, text)| format!("**{head}**\n\n{}", text.trim())).join("\n\n");
    Help { text: Message::plain(&text).text, markdown: Message::plain(&markdown).text }
}

/// The level as SARIF calls it.
pub(super) fn sarif_level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
        Level::Off => "none",
    }
}

/// The language as BCP 47 calls it.
pub(super) fn tag(language: Language) -> &'static str {
    language.pick("zh-CN", "en-US")
}
