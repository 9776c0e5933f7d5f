//! What the regions below come to, beside the figure their parent states.

use serde::Serialize;

use crate::{engine::World, words::Words};

/// One figure above with those below, so that the arithmetic can be done again.
#[derive(Clone, Debug, Serialize)]
pub struct RollupTable {
    /// The indicator as printed, without unit.
    pub indicator: String,
    /// The unit the parent prints; empty when there is none.
    pub unit: String,
    /// The year.
    pub year: i32,
    /// The region above.
    pub region: String,
    /// Its plan.
    pub plan: String,
    /// Its target as written.
    pub written: String,
    /// Its number in the printed unit, exact; empty when it has none.
    pub number: String,
    /// Where it stands.
    pub source: String,
    /// Whether the parts are weighted and averaged; else they are added up.
    pub is_mean: bool,
    /// Whether the parts are those the parent itself issues (分解表).
    pub is_issued: bool,
    /// What the weights are: 常住人口（2020 年）; empty for a sum.
    pub weight: String,
    /// The regions that state their part.
    pub terms: Vec<RollupTerm>,
    /// What is issued and kept back, in the printed unit; empty when nothing is.
    pub reserve: String,
    /// The regions that state nothing.
    pub silent: Vec<String>,
    /// The weight of all silent regions together; empty for a sum.
    pub silent_weight: String,
    /// What the silent regions must come to, or be on average; empty when nothing is open.
    pub needed: String,
    /// How it stands: `short`, `over` or `open`.
    pub outcome: &'static str,
    /// The same as one sentence with the arithmetic.
    pub sentence: String,
}

/// One region's part; numbers are exact and in the printed unit of the parent.
#[derive(Clone, Debug, Serialize)]
pub struct RollupTerm {
    /// The region.
    pub region: String,
    /// Its number.
    pub number: String,
    /// Its weight; empty for a sum.
    pub weight: String,
    /// Where it stands.
    pub source: String,
}

impl RollupTable {
    /// Whether a meeting on `indicator` has to know it: something is missing, too much, or still open.
    pub(super) fn concerns(&self, indicator: &str) -> bool {
        self.indicator == indicator && (self.outcome != "open" || !self.needed.is_empty())
    }
}

/// The roll-ups of a run, in the order of the plans.
pub(super) fn rollups(_world: &World, _words: &Words) -> Vec<RollupTable> {
    Vec::new()
}
