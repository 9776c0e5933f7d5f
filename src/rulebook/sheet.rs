//! A rule's sheet: cases with levels, and everything said about the rule in both languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::Level;

use super::Example;

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
    /// Examples, run as tests with all rules.
    #[serde(default, rename = "example")]
    pub examples: Vec<Example>,
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
    /// Template of the message.
    pub message: String,
    /// Template of the help: what to do.
    pub help: String,
    /// Template of what a fix does; only where one exists.
    #[serde(default)]
    pub fix: Option<String>,
    /// Templates of the notes by key.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
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

/// Why a sheet cannot be read.
#[derive(Debug)]
pub struct SheetError(pub String);

impl std::fmt::Display for SheetError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for SheetError {}

impl Sheet {
    /// Reads a sheet's text.
    ///
    /// # Errors
    /// When it is no TOML of this shape.
    pub fn read(text: &str) -> Result<Self, SheetError> {
        toml::from_str(text).map_err(|error| SheetError(error.to_string()))
    }
}

fn yes() -> bool {
    true
}
