//! What it takes to compare the targets of a plan with the figures above it.

use crate::{hierarchy::Forest, model::Model};

use super::Cutoffs;

/// What comparing needs.
#[derive(Clone, Copy)]
pub struct Comparer<'a> {
    /// The plans.
    pub model: &'a Model,
    /// Who lies above whom.
    pub forest: &'a Forest,
    /// Where trajectories part.
    pub cutoffs: &'a Cutoffs,
}
