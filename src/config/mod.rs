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

pub use baseline_file::{BASELINE_FILE, KnownFinding, read_baseline, write_baseline};
pub use decisions::{DECISIONS_FILE, Decision, read_decisions};
pub use keys::{KEYS, SettingKey, SettingShape};
pub use levels::{Caps, FileLevels, Levels, Override};
pub use locate::{FILE_NAME, locate};
pub use pattern::{PathPattern, Workspace};
pub use problem::{Bounds, ConfigProblem, ConfigProblemKind, Expected};
pub use profile::Profile;
pub use read::{is_toml_value, read_onto, read_settings};
pub use reader::Places;
pub use schema::config_schema;
pub use settings::{FailOn, Language, Schedule, Settings, TrajectoryCutoffs};
pub use show::{settings_text, shown_settings};
pub use template::template;
pub use write_decisions::{DecisionEntry, EnterError, Entered, enter_decisions};

/// The candidate closest to `written`, when one is close enough to be meant.
#[must_use]
pub fn nearest_meant<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    table::nearest_candidate(written, candidates)
}
