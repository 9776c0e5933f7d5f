//! The facts between plans: matched figures, verdicts, trajectories, resolved references, close names.

mod against;
mod align;
mod baseline;
mod bound;
mod changes;
mod clause;
mod close_names;
mod comparer;
mod comparison;
mod earlier;
mod figure;
mod hypothetical;
mod ladder;
mod mentions;
mod milestones;
mod not_carried;
mod path;
mod pending_target;
mod progress;
mod proposal;
mod reference;
mod rollup;
mod same_target;
mod schedule;
mod scope_order;
mod scopes;
mod sums;
mod tasks;
mod trajectory;
mod units;
mod unjudged;
mod watcher;

pub use align::align_plan;
pub use baseline::{Start, starts};
pub use bound::{Asks, Demand, Standing, WeakestEnd, weakest};
pub use close_names::{CloseNames, ClosePair};
pub use comparison::{Against, Alignment, Carried, Comparison, IncomparableAncestor};
pub use earlier::{earlier_target, is_plain_target};
pub use figure::{Figure, FigureSource, base_of, plan_figure, speaker};
pub use hypothetical::{AdjustableTarget, against_supposed_figure, turning_points};
pub use ladder::{Fault, Shortfall};
pub use milestones::{Milestone, Series, milestone_series};
pub use not_carried::{
    WhyLossIsMild, asked_rows, lost_rows, mentioned_rows, mildness, unstated_rows,
};
pub use path::{Point, along, path_between, path_of};
pub use pending_target::align_asked;
pub use progress::progress_of_plan;
pub use proposal::{Proposal, propose};
pub use reference::{Resolution, Unresolved, resolve_reference};
pub use rollup::{
    RegionTerm, Rollup, RollupCompleteness, RollupOutcome, Unweighed, Weights, rollups_of_plan,
};
pub use same_target::{NumberedStatement, Pair, same_target_pairs};
pub use schedule::{Course, Goal, Lag, Pace, PaceCutoffs, Progress};
pub use scopes::{ScopePair, parts_between, parts_within};
pub use tasks::{LateTask, Unfounded, late_tasks, lost_tasks, unfounded_tasks, unstated_tasks};
pub use trajectory::{Cutoffs, Gap, Trajectory};
pub use units::{units_convert, units_meet};
pub use unjudged::WhyUnjudged;
pub use watcher::Watcher;
