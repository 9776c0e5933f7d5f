//! The way of an indicator through the years: bases, milestones and targets of every tier.

use serde::Serialize;

use crate::{engine::World, words::Language};

/// One indicator through the years, for a chart.
#[derive(Clone, Debug, Serialize)]
pub struct Course {
    /// A name for links, unique in the material: `course-3`.
    pub id: String,
    /// The indicator as the highest plan prints it, without unit.
    pub indicator: String,
    /// The unit; empty when there is none.
    pub unit: String,
    /// `higher`, `lower`, `neither` or `unknown`: which way is better.
    pub direction: &'static str,
    /// The plans that state it, the highest region first.
    pub curves: Vec<Curve>,
}

/// One plan's way.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// The region.
    pub region: String,
    /// The plan's title.
    pub plan: String,
    /// How many regions with plans lie above.
    pub depth: usize,
    /// 约束性 or 预期性; empty when neither is said.
    pub class: String,
    /// Its points by year.
    pub points: Vec<Point>,
}

/// One value.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// The year.
    pub year: i32,
    /// The number in the plain unit, exact.
    pub number: String,
    /// `base`, `observed`, `milestone` or `target`.
    pub kind: &'static str,
    /// The value as the plan writes it.
    pub written: String,
}

/// The courses of all indicators that at least two plans state with numbers.
pub(super) fn courses(_world: &World, _language: Language) -> Vec<Course> {
    Vec::new()
}
