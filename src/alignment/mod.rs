//! The facts between plans: matched figures, verdicts, trajectories, resolved references, close names.

mod against;
mod align;
mod clause;
mod close_names;
mod comparison;
mod figure;
mod lost;
mod milestones;
mod parts;
mod path;
mod progress;
mod reference;
mod rollup;
mod same_target;
mod schedule;
mod start;
mod sums;
mod tasks;
mod trajectory;

pub use against::units_meet;
pub use align::align_plan;
pub use close_names::{CloseNames, ClosePair};
pub use comparison::{Against, Alignment, Comparison, Passed};
pub use figure::{Figure, Source, base_of, plan_figure, speaker};
pub use lost::{asked_rows, lost_rows};
pub use milestones::{Milestone, Series, series};
pub use parts::{Parts, parts_between, parts_within};
pub use path::{Point, along, path_between, path_of};
pub use progress::{Progress, Watcher, progress};
pub use reference::{Resolution, Unresolved, resolve};
pub use rollup::{Known, Outcome, Rollup, Term, Unweighed, Weights, rollups};
pub use same_target::{Pair, Side, pairs};
pub use schedule::{Course, Goal, Pace, PaceCutoffs, Standing};
pub use start::{Start, starts};
pub use tasks::{LateTask, Unfounded, late_tasks, lost_tasks, unfounded_tasks};
pub use trajectory::{Cutoffs, Gap, Trajectory};
