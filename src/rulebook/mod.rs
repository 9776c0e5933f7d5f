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
mod telling_rollup;
mod telling_set;
mod telling_side;
mod telling_task;
mod unread_numbers;

pub use check::{Check, Context, Rule};
pub use comparing::{
    compare, compare_above, compare_sides, stated, stated_above, stated_in_full, stated_row,
};
pub use drafting_lost_row::draft_lost_row;
pub use drafting_rollup::draft_rollup;
pub use example::{Example, ExampleMark, MarkMeaning, without_keys};
pub use lacking::{Lacking, lacking};
pub use nothing_read::{has_figures, only_registers, why_nothing_read};
pub use problems::{draft_in, report_fixable, report_problems};
pub use rows::{ValueTheme, is_whole, theme, themes_elsewhere};
pub use sheet::{Aspect, Availability, Sentence, Sheet, SheetError, Wording};
pub use sheets::RuleSheets;
pub use telling::{
    in_printed_unit, printed_unit, subject_of, subject_of_arithmetic, tell, tell_plan, tell_row,
};
pub use telling_accepted::tell_accepted;
pub use telling_against::{direction_key, effort, other_of, tell_against};
pub use telling_rollup::tell_rollup;
pub use telling_set::tell_set;
pub use telling_side::{position_of, tell_side, tell_where};
pub use telling_task::{subject_of_task, tell_task};
pub use unread_numbers::UnreadNumbers;
