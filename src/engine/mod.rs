//! One run: load, understand, check, sort, outcome.

mod accepted;
mod catalogue_note;
mod compare_runs;
mod dispatch;
mod edited;
mod findings;
mod fingerprint;
mod guard;
mod hypothetical;
mod import;
mod layout;
mod levels;
mod limits;
mod load;
mod mend;
mod outcome;
mod past;
mod pool;
mod reported;
mod root_causes;
mod run;
mod texts;
mod understand;
mod undetermined;

pub(crate) use crate::model::NumberCounts;
#[cfg(feature = "office")]
pub(crate) use guard::guarded;
pub use hypothetical::{Aim, Missed, WhyKept, aimed_statement, suppose};
pub use import::import;
pub(crate) use import::numbers_of;
pub(crate) use layout::{LaidBlock, LaidCell, LaidTable, LaidText, layout};
pub(crate) use limits::{LimitStep, LimitTurn, ShortfallCount};
pub use limits::{Limits, NoRollup, RollupReach, limits};
pub use load::{File, Files, load_files};
pub(crate) use load::{LoadFailure, holds_plans, plan_files};
pub use mend::{Mended, mend};
pub(crate) use outcome::{Checked, UnreadNumber};
pub use outcome::{Outcome, PassedComparison, Summary};
pub(crate) use past::{Past, RunComparison};
pub use run::{check, read_rule_sheets};
pub(crate) use understand::{RunReading, read_plans, relate, tiers_of_settings};
pub use understand::{World, cutoffs, understand};
