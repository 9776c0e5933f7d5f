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
mod pool;
mod root_causes;
mod run;
mod texts;
mod understand;
mod undetermined;

pub use crate::model::NumberCounts;
pub use compare_runs::{Past, RunComparison};
pub use hypothetical::{Aim, Kept, Missed, WhyKept, aimed_statement, suppose};
pub use import::{ImportResult, import, numbers_of};
pub use layout::{LaidBlock, LaidCell, LaidTable, LaidText, layout};
pub use limits::{
    Limit, LimitStart, LimitStep, LimitTurn, Limits, NoRollup, RollupReach, ShortfallCount, limits,
};
pub use load::{File, Files, LoadFailure, holds_plans, load_files, plan_files};
pub use mend::{Mended, mend};
pub use outcome::{Checked, Outcome, PassedComparison, Summary, UnreadNumber};
pub use run::{check, read_rule_sheets};
pub use understand::{
    RunReading, World, cutoffs, read_plans, relate, tiers_of_settings, understand,
};
