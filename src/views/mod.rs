//! What is shown besides findings, as plain data: records, indicators, the catalogue, the hierarchy, drafts, briefs, reviews.

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

pub use crate::{
    alignment::{Proposal, Standing, Trajectory},
    quantity::{Direction, Verdict},
    syntax::{Class, Coverage, RelationWord, Status},
};
pub use brief::{
    AbovePlan, BriefStatement, BriefTarget, BriefTask, RegionBrief, Wanted, WhyOpen, brief,
};
pub use catalogue::{ListedIndicator, known_indicators};
pub use courses::{CoursePoint, IndicatorCourse, PlanCurve, PointKind, indicator_courses};
pub use coverage::{Covered, coverage_of_plans};
pub use difference::{
    BaselineDifference, Difference, Edition, EditionTarget, FindingStanding, FollowedFinding, Lone,
    PlanDifference, TargetChange, TargetDifference, compare_drafts, followed_findings,
};
pub use form::{BlankForm, FormPlan, FormRow, blank_form, blank_form_of_plan};
pub use heading::PlanLabel;
pub use keys::{ValueRole, relative_key};
pub use limits::{Margin, MarginBelow, MarginFigure, MarginStep, Reached, Turned, margins};
pub use marked::{MarkKind, MarkedNumber, NumberMeaning, marked_numbers};
pub use matrix::{CommonGround, MatrixEntry, MeasureAcrossPlans, PlanGroup, Valued, matrix};
pub use received::{Cited, Partial, PlanReceipt, Receipt, RegionWithoutPlan, receipt};
pub use records::{Record, records};
pub use rollups::{RegionPart, RolledOutcome, RolledUp, Weighed, rollups_of_run};
pub use suggestions::{Evidence, IndicatorSuggestion, suggest_indicators};
pub use trace::{
    IndicatorTrace, Observed, TraceComparison, TraceLine, indicators, trace_indicator,
};
pub use tree::{Branch, CarriedPlan, Leaf, RunHierarchy, UnreadFile, tree};
