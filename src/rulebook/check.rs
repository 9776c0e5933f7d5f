//! The kinds of checks, and what a check may look at.

use crate::{
    alignment::{Alignment, Cutoffs},
    finding::Drafts,
    hierarchy::{Forest, Link},
    model::{Model, PlanId},
    text::{FileId, Unread},
};

use super::RuleSheets;

/// Everything a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Plans, rows, statements, names, texts.
    pub model: &'a Model,
    /// Who lies above whom.
    pub forest: &'a Forest,
    /// Targets beside their ancestors' figures.
    pub alignment: &'a Alignment,
    /// Where trajectories part.
    pub cutoffs: Cutoffs,
    /// The sheets of all rules.
    pub sheets: &'a RuleSheets,
    /// Files that could not be read.
    pub unread: &'a [Unread],
}

/// At what grain a rule looks.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// At one file's text and tree.
    File(fn(&Context, FileId, &mut Drafts)),
    /// At one plan, with its comparisons.
    Plan(fn(&Context, PlanId, &mut Drafts)),
    /// At one pair of plans, lower and upper.
    Link(fn(&Context, &Link, &mut Drafts)),
    /// At the run as a whole.
    Run(fn(&Context, &mut Drafts)),
    /// At what the run found: made by the engine.
    Housekeeping,
}

/// A rule as the registry lists it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, also its sheet's file name.
    pub name: &'static str,
    /// Its sheet's text.
    pub sheet: &'static str,
    /// Its check.
    pub check: Check,
}
