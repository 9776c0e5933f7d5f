//! A rule's sheet: cases with levels, and everything said about the rule in both languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::Level;

use super::{Example, sheet_error::SheetError};

/// What the examples of a sheet begin with; nothing but examples follows.
const EXAMPLES: &str = "\n[[example]]";

/// One file `rules/<name>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// The version that brought the rule.
    pub since: String,
    /// Whether planlint can mend what the rule finds.
    #[serde(default)]
    pub fix: Availability,
    /// Whether an allow comment can accept it at all.
    #[serde(default = "yes")]
    pub allowable: bool,
    /// What of the catalogue its findings rest on.
    #[serde(default)]
    pub rests_on: Vec<Aspect>,
    /// The cases with their default levels.
    pub levels: BTreeMap<String, Level>,
    /// Chinese.
    pub zh: Wording,
    /// English.
    pub en: Wording,
    /// The text of its examples: three quarters of a sheet, which a check never reads.
    #[serde(skip)]
    examples: String,
}

/// Whether a fix exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Availability {
    /// None.
    #[default]
    None,
    /// Sometimes.
    Sometimes,
    /// Always.
    Always,
}

/// What a catalogue says of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// Which way is better.
    Direction,
    /// What a parent's number says about a child.
    Relation,
    /// The values it can take.
    Range,
}

/// What a sheet says in one language. Templates are minijinja, filled from the draft's arguments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The rule's name in this language; in Chinese at most 8 characters, unique.
    pub title: String,
    /// The message.
    pub message: Sentence,
    /// The help: what to do.
    pub help: Sentence,
    /// What a drafter may do as long as the help is out of reach, which no letter and no report says; mostly nothing.
    #[serde(default)]
    pub meanwhile: Option<Sentence>,
    /// What a fix does; only where one exists.
    #[serde(default)]
    pub fix: Option<Sentence>,
    /// The notes by key.
    #[serde(default)]
    pub notes: BTreeMap<String, Sentence>,
    /// What the rule finds.
    pub what: String,
    /// Why that matters.
    pub why: String,
    /// How to mend it.
    pub remedy: String,
    /// What it knowingly misses.
    pub limits: String,
    /// When each case is meant; empty where all cases have one level.
    #[serde(default)]
    pub cases: BTreeMap<String, String>,
}

/// The template of one sentence: the same for all cases, or one a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Sentence {
    /// One template.
    Same(String),
    /// Templates by case; [`Sentence::OTHERWISE`] stands for the cases that are not named.
    ByCase(BTreeMap<String, String>),
}

impl Sentence {
    /// The key of the template that all cases share which have none of their own.
    pub const OTHERWISE: &'static str = "otherwise";

    /// The template of `case`.
    #[must_use]
    pub fn of_case(&self, case: &str) -> Option<&str> {
        match self {
            Self::Same(template) => Some(template),
            Self::ByCase(by_case) => {
                by_case.get(case).or_else(|| by_case.get(Self::OTHERWISE)).map(String::as_str)
            }
        }
    }

    /// All templates with the case each is for; none where it is for all.
    pub fn templates(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (same, by_case) = match self {
            Self::Same(template) => (Some((None, template.as_str())), None),
            Self::ByCase(by_case) => (None, Some(by_case)),
        };
        let by_case = by_case.into_iter().flatten();
        same.into_iter().chain(by_case.map(|(case, one)| (Some(case.as_str()), one.as_str())))
    }
}

impl Sheet {
    /// Reads a sheet's text.
    ///
    /// # Errors
    /// When it is no TOML of this shape.
    pub fn read(text: &str) -> Result<Self, SheetError> {
        let (sheet, examples) = text.split_at(text.find(EXAMPLES).unwrap_or(text.len()));
        let read: Result<Self, _> = toml::from_str(sheet);
        let sheet = read.map_err(|error| SheetError(error.to_string()))?;
        Ok(Self { examples: examples.to_owned(), ..sheet })
    }

    /// Its examples, run as tests with all rules; read when asked for.
    ///
    /// # Errors
    /// When one of them is none; a test reads them all.
    pub fn examples(&self) -> Result<Vec<Example>, SheetError> {
        Example::read_all(&self.examples)
    }
}

fn yes() -> bool {
    true
}
