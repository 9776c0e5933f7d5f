//! What a workspace settles in its `planlint.toml`: profile, levels, tolerances, cut-offs, tiers, language.

mod baseline_file;
mod decisions;
mod keys;
mod levels;
mod locate;
mod number;
mod open;
mod pattern;
mod places;
mod problem;
mod profile;
mod read;
mod reader;
mod schema;
mod settings;
mod show;
mod table;
mod template;
mod write_decisions;

pub use baseline_file::{BASELINE_FILE, read_baseline};
pub(crate) use baseline_file::{KnownFinding, write_baseline};
pub use decisions::{DECISIONS_FILE, read_decisions};
pub(crate) use decisions::{Decision, is_agreed_value};
pub use keys::KEYS;
pub(crate) use keys::SettingShape;
pub(crate) use levels::{FileLevels, Levels};
pub(crate) use locate::{FILE_NAME, locate};
pub(crate) use pattern::{PathPattern, Workspace};
pub use problem::ConfigProblem;
pub(crate) use problem::{Bounds, ConfigProblemKind, Expected};
pub(crate) use profile::Profile;
pub use read::read_settings;
pub(crate) use read::{is_toml_value, read_onto};
pub(crate) use reader::Places;
pub use schema::config_schema;
pub(crate) use settings::TrajectoryCutoffs;
pub use settings::{FailOn, Language, Settings};
pub use show::{settings_text, shown_settings};
pub use template::template;
pub(crate) use write_decisions::{DecisionEntry, EnterError, Entered, enter_decisions};

/// The candidate closest to `written`, when one is close enough to be meant.
#[must_use]
pub(crate) fn nearest_meant<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    table::nearest_candidate(written, candidates)
}
