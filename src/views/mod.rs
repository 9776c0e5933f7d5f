//! What is shown besides findings, as plain data: records, indicators, the catalogue, the hierarchy, drafts, briefs, reviews.

mod beside;
mod brief;
mod catalogue;
mod courses;
mod coverage;
mod difference;
mod form;
mod heading;
mod keys;
mod limits;
mod marked;
mod matrix;
mod received;
mod records;
mod rollups;
mod shape;
mod suggestions;
mod trace;
mod tree;

pub use crate::{alignment::Proposal, syntax::RelationWord};
pub(crate) use crate::{
    alignment::{Standing, Trajectory},
    quantity::{Basis, Direction, Verdict},
    syntax::{Class, Coverage, Status},
};
pub(crate) use beside::ValuesByPlace;
pub(crate) use brief::{BriefStatement, BriefTask};
pub use brief::{BriefTarget, RegionBrief, Wanted, WhyOpen, brief};
pub(crate) use catalogue::{ListedIndicator, known_indicators};
pub(crate) use courses::{CoursePoint, IndicatorCourse, PlanCurve, indicator_courses};
pub(crate) use coverage::{Covered, coverage_of_plans};
pub(crate) use difference::{
    BaselineDifference, EditionTarget, FollowedFinding, Lone, PlanDifference, TargetDifference,
};
pub use difference::{
    Difference, Edition, FindingStanding, TargetChange, compare_drafts, followed_findings,
};
pub(crate) use form::{ComparisonForm, FormPlan, FormRow, blank_form, form_of_plan};
pub(crate) use heading::PlanLabel;
pub use keys::ValueRole;
pub(crate) use keys::relative_key;
pub use limits::margins;
pub(crate) use limits::{Margin, MarginBelow, MarginFigure, MarginStep, Reached, Turned};
pub use marked::MarkKind;
pub(crate) use marked::{MarkedNumber, NumberMeaning, marked_numbers};
pub(crate) use matrix::{CommonGround, MatrixEntry, MeasureAcrossPlans, PlanGroup, Valued, matrix};
pub(crate) use received::{Cited, Partial, PlanReceipt, Receipt, RegionWithoutPlan, receipt};
pub use records::{Record, records};
pub(crate) use rollups::{RegionPart, RolledUp, Weighed, rollups_of_run};
pub(crate) use suggestions::Evidence;
pub use suggestions::{IndicatorSuggestion, suggest_indicators};
pub use trace::trace_indicator;
pub(crate) use trace::{IndicatorTrace, Observed, TraceComparison, TraceLine, indicators};
pub(crate) use tree::{Branch, CarriedPlan, Leaf, UnreadFile};
pub use tree::{RunHierarchy, tree};
