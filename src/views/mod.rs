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
mod suggestions;
mod trace;
mod tree;

pub use crate::alignment::Proposal;
pub use brief::{AbovePlan, Brief, BriefTarget, BriefTask, Said, Wanted, brief};
pub use catalogue::{Listed, direction_key, known_indicators};
pub use courses::{Course, CoursePoint, Curve, courses};
pub use coverage::{Covered, coverage};
pub use difference::{
    BaselineDifference, Change, Difference, Edition, Followed, Lone, PlanDifference, Standing,
    Stated, TargetDifference, difference, followed,
};
pub use form::{Form, FormPlan, FormRow, blank_form, form};
pub use heading::Heading;
pub use keys::{
    average_key, basis_key, class_key, comparator_key, kind_key, relative_key, role_key, status_key,
};
pub use limits::{Margin, MarginStep, Reached, Turned, margins};
pub use marked::{MarkKind, Marked, Told, marked};
pub use matrix::{Common, Entry, Group, Measured, Valued, matrix};
pub use received::{Cited, Gap, Partial, Receipt, Taken, receipt};
pub use records::{Record, records};
pub use rollups::{Part, RolledUp, Weighed, rolled_up};
pub use suggestions::{Evidence, Suggestion, suggestions};
pub use trace::{Beside, Line, Observed, Trace, indicators, trace};
pub use tree::{Branch, Carried, Leaf, Tree, tree};
