//! Plans, rows and statements: what the trees and the catalogue together say, every value with its place.

mod arithmetic;
mod assemble;
mod cell_statements;
mod extract;
mod extracted;
mod fraction;
mod growth;
mod habit;
mod head;
mod index;
mod known_bases;
mod ledger;
mod locate;
mod main_targets;
mod meaning;
mod measured;
mod other_indicator;
mod phrase_settings;
mod phrases;
mod plan;
mod printed_digits;
mod rounding;
mod sentences;
mod speed;
mod statement;
mod task;
mod world;
mod years;

pub(crate) use arithmetic::{Arithmetic, PrintedResult, Share};
pub use assemble::assemble;
pub use extract::extract;
pub use extracted::Extract;
pub(crate) use growth::Growth;
pub use ledger::{AsideReason, NumberKind};
pub(crate) use ledger::{NumberCounts, NumberLedger, clause};
pub use phrase_settings::PhraseSettings;
pub(crate) use plan::{CitedPlan, Period};
pub use plan::{Plan, PlanId};
pub(crate) use sentences::TextSentence;
pub(crate) use speed::{Speed, SpeedClaim, SpokenText, ToldRise};
pub(crate) use statement::{
    Measure, RowId, ScopeId, StatedChange, Statement, StatementId, TargetRow,
};
pub use statement::{Origin, Role};
pub(crate) use task::{Deadline, Task, TaskId, TaskIndex};
pub use world::Model;
