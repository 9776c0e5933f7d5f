//! What a rule is: its sheet, and the kind of check it makes.

mod check;
mod common_numbers;
mod comparing;
mod drafting_lost_row;
mod drafting_rollup;
mod example;
mod example_world;
mod foreign;
mod lacking;
mod nothing_read;
mod problems;
mod rows;
mod sheet;
mod sheet_error;
mod sheets;
mod telling;
mod telling_accepted;
mod telling_against;
mod telling_names;
mod telling_notes;
mod telling_rollup;
mod telling_set;
mod telling_side;
mod telling_task;
mod unread_numbers;

pub use check::Rule;
pub(crate) use check::{Check, Context};
pub(crate) use common_numbers::has_common_number;
pub(crate) use comparing::{
    compare_above, compare_sides, compare_statements, stated_in_full, stated_row,
    stated_row_beside, stated_value,
};
pub(crate) use drafting_lost_row::draft_lost_row;
pub(crate) use drafting_rollup::draft_rollup;
pub(crate) use example::without_keys;
pub use example::{Example, ExampleMark, MarkMeaning};
pub(crate) use lacking::lacking;
pub(crate) use nothing_read::{has_figures, only_registers, why_nothing_read};
pub(crate) use problems::{draft_in, quoted_in_sentence, report_fixable, report_problems};
pub(crate) use rows::{ValueTheme, is_whole_row, theme_of_row, themes_elsewhere};
pub(crate) use sheet::Aspect;
pub use sheet::{Availability, Sentence, Sheet, Wording};
pub(crate) use sheet_error::SheetError;
pub use sheets::RuleSheets;
pub(crate) use telling::{
    PlanFacts, RowFacts, StatementFacts, in_printed_unit, printed_unit_of, subject_of,
    subject_of_arithmetic, tell_plan, tell_row, tell_row_beside, tell_statement,
};
pub(crate) use telling_accepted::{AcceptedFacts, tell_accepted};
pub(crate) use telling_against::{
    AgainstFacts, ChangeFacts, EffortFacts, direction_term_key, effort, other_of, tell_against,
    tell_change,
};
pub(crate) use telling_names::{NamesFacts, PlanNamesFacts};
pub(crate) use telling_notes::{AboveNote, BaseNote};
pub(crate) use telling_rollup::{RollupFacts, tell_rollup};
pub(crate) use telling_set::{SetFacts, tell_set};
pub(crate) use telling_side::{SideFacts, position_of, tell_side, tell_where};
pub(crate) use telling_task::{TaskFacts, subject_of_task, tell_task};
pub(crate) use unread_numbers::UnreadNumbers;
