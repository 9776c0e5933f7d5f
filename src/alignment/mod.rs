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
mod own_floor;
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

pub(crate) use align::align_plan;
pub(crate) use baseline::{Start, starts};
pub(crate) use bound::WeakestEnd;
pub use bound::{Asks, Demand, Standing, weakest};
pub use close_names::CloseNames;
pub(crate) use close_names::ClosePair;
pub use comparison::{Against, Comparison};
pub(crate) use comparison::{Alignment, Carried, Detour, IncomparableAncestor};
pub(crate) use earlier::{earlier_target, is_plain_target};
pub(crate) use figure::{Figure, FigureSource, base_of, speaker};
pub(crate) use hypothetical::{AdjustableTarget, against_supposed_figure, turning_points};
pub(crate) use ladder::Fault;
pub use ladder::Shortfall;
pub(crate) use milestones::{Milestone, milestone_series};
pub(crate) use not_carried::{
    WhyLossIsMild, asked_rows, lost_rows, mentioned_rows, mildness, unstated_rows,
};
pub(crate) use own_floor::{OwnFloor, lift, milestone_floor, own_floor};
pub(crate) use path::{along, path_between, path_of};
pub(crate) use pending_target::align_asked;
pub(crate) use progress::progress_of_plan;
pub(crate) use proposal::propose;
pub use proposal::{OwnFigure, Proposal};
pub(crate) use reference::{Resolution, Unresolved, resolve_reference};
pub(crate) use rollup::{RegionTerm, Unweighed, Weights, rollups_of_plan};
pub use rollup::{Rollup, RollupCompleteness, RollupOutcome};
pub(crate) use same_target::{NumberedStatement, Pair, same_target_pairs};
pub(crate) use schedule::{Lag, PaceCutoffs, Progress};
pub(crate) use scopes::{ScopePair, parts_between, parts_within};
pub(crate) use tasks::{
    LateTask, Unfounded, late_tasks, lost_tasks, unfounded_tasks, unstated_tasks,
};
pub use trajectory::{Cutoffs, Gap, Trajectory};
pub use units::{units_convert, units_meet};
pub use unjudged::WhyUnjudged;
pub use watcher::Watcher;
