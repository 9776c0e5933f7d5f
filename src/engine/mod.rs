//! One run: load, understand, check, sort, outcome.

mod accepted;
mod basis;
mod edited;
mod findings;
mod fingerprint;
mod guard;
mod import;
mod layout;
mod levels;
mod limits;
mod load;
mod mend;
mod outcome;
mod pieces;
mod pool;
mod root_causes;
mod run;
mod since;
mod suppose;
mod texts;
mod understand;
mod undetermined;

pub use crate::model::NumberCounts;
pub use import::{Import, import, numbers_of};
pub use layout::{Laid, LaidCell, LaidTable, Layout, layout};
pub use limits::{Broken, Limit, Limits, Reach, Start, Step, Turn, limits};
pub use load::{Failure, File, Files, holds_plans, load, plan_files};
pub use mend::{Mended, mend};
pub use outcome::{Checked, Outcome, Passed, Summary, UnreadNumber};
pub use run::{check, sheets};
pub use since::{Past, Since};
pub use suppose::{Aim, Kept, Missed, aimed, suppose};
pub use understand::{Read, World, cutoffs, read, relate, tiers, understand};
