//! What a rule is: its sheet, and the kind of check it makes.

mod check;
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

pub use check::{Check, Context, Rule};
pub use comparing::{
    compare_above, compare_sides, compare_statements, stated_above, stated_in_full, stated_row,
    stated_value,
};
pub use drafting_lost_row::draft_lost_row;
pub use drafting_rollup::draft_rollup;
pub use example::{Example, ExampleMark, MarkMeaning, without_keys};
pub use lacking::{Lacking, lacking};
pub use nothing_read::{has_figures, only_registers, why_nothing_read};
pub use problems::{ProblemFacts, draft_in, report_fixable, report_problems};
pub use rows::{ValueTheme, is_whole_row, theme_of_row, themes_elsewhere};
pub use sheet::{Aspect, Availability, Sentence, Sheet, SheetError, Wording};
pub use sheets::RuleSheets;
pub use telling::{
    CountedFacts, PlanFacts, RowFacts, StatementFacts, in_printed_unit, printed_unit_of,
    subject_of, subject_of_arithmetic, tell_plan, tell_row, tell_statement,
};
pub use telling_accepted::{AcceptedFacts, tell_accepted};
pub use telling_against::{
    AgainstFacts, ChangeFacts, EffortFacts, direction_term_key, effort, other_of, tell_against,
    tell_change,
};
pub use telling_names::{NamesFacts, PlanNamesFacts};
pub use telling_notes::{AboveNote, BaseNote};
pub use telling_rollup::{OtherTermsFacts, RollupFacts, TermFacts, WeightFacts, tell_rollup};
pub use telling_set::{SetFacts, tell_set};
pub use telling_side::{SideFacts, position_of, tell_side, tell_where};
pub use telling_task::{TaskFacts, subject_of_task, tell_task};
pub use unread_numbers::UnreadNumbers;
