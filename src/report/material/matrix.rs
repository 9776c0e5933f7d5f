//! Indicators beside regions: who states what, and where something was found.

use serde::Serialize;

use crate::{engine::World, words::Language};

use super::Card;

/// One group of plans that are compared with each other: a topic, or the outline plans.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// What the plans have in common: 新型城镇化, 规划纲要.
    pub title: String,
    /// The plans, the highest region first.
    pub columns: Vec<Column>,
    /// The indicators that at least two of them state or are asked for, in the order of the highest plan.
    pub rows: Vec<MatrixRow>,
}

/// One plan.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// The region.
    pub region: String,
    /// The tier; empty when not known.
    pub tier: String,
    /// The plan's title.
    pub plan: String,
    /// First and last year: `2021—2025`; empty when not said.
    pub period: String,
}

/// One indicator.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The indicator, without unit.
    pub indicator: String,
    /// The unit; empty when there is none.
    pub unit: String,
    /// 约束性 where any plan binds itself, else 预期性; empty when neither is said.
    pub class: String,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// What one plan says of one indicator.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    /// The target of the last year as written; empty when the plan does not state the indicator.
    pub value: String,
    /// Its number in the plain unit, exact; empty when it has none.
    pub number: String,
    /// The year of that target.
    pub year: Option<i32>,
    /// `error`, `warning`, `info`: the loudest finding; `passed` when it could not be judged; `missing` when those above ask for
    /// it and it is not stated; `good` when it was judged and nothing found; empty when there was nothing to judge.
    pub mark: &'static str,
    /// The numbers of its cards.
    pub cards: Vec<usize>,
    /// Where the value stands: 《…规划》表1 第7行 2025年.
    pub source: String,
}

/// The matrices of a run.
pub(super) fn matrices(_world: &World, _cards: &[Card], _language: Language) -> Vec<Matrix> {
    Vec::new()
}
