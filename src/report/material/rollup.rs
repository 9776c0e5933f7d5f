//! What the regions below come to, beside the figure their parent states.

use serde::Serialize;

use crate::{
    engine::World,
    text::Keyed,
    views::{self, RegionPart, RolledUp, Weighed},
    words::{Language, Words, plain_number, rollup_in_words, rounded_number, text, unit_in_words},
};

use super::quote::plan_and_locator;

/// One figure above with those below, so that the arithmetic can be done again.
#[derive(Clone, Debug, Serialize)]
pub struct RollupTable {
    /// The indicator as printed, without unit.
    pub indicator: String,
    /// The indicator as the catalogue calls it: what agenda and cards are linked by.
    pub measure: String,
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
    /// Whether there may be more regions below than are known by name.
    pub is_open_ended: bool,
    /// The weight of all silent regions together, of those no table names, too; empty for a sum.
    pub silent_weight: String,
    /// What the silent regions must come to, or be on average (rounded to two decimals); empty when nothing is left to them.
    pub needed: String,
    /// The number that this starts from: the parent's, or the end of what it accepts (73.5 of 75左右); empty when nothing is needed.
    pub asked: String,
    /// How it stands: `short`, `over` or `open`.
    pub outcome: &'static str,
    /// Whether what is left to the silent regions says something: those that state their part are at least half of all, by weight
    /// or by number, and of a mean the others must do better than the figure itself.
    pub is_telling: bool,
    /// The same as one sentence with the arithmetic; large weights stand in it in ten thousands.
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
    /// Whether a meeting on `measure` has to know it: something is missing or too much, or enough is known to say what is left.
    pub(super) fn concerns(&self, measure: &str) -> bool {
        let open = self.is_telling && !self.needed.is_empty();
        // One county of a hundred leaves the rest to the others: that says nothing, and would stand under every
        // point.
        self.measure == measure && (self.outcome != "open" || open)
    }
}

/// The roll-ups of a run, in the order of the plans.
pub(super) fn rollup_tables(world: &World, words: &Words) -> Vec<RollupTable> {
    let language = words.language();
    let table = |rolled: &RolledUp| RollupTable {
        indicator: rolled.printed.clone(),
        measure: rolled.indicator.to_string(),
        unit: unit_in_words(language, &rolled.unit).into_owned(),
        year: rolled.parent.year,
        region: rolled.plan.region.to_string(),
        plan: rolled.plan.plan.to_string(),
        written: rolled.parent.written.clone(),
        number: rolled.parent.number.map(plain_number).unwrap_or_default(),
        source: plan_and_locator(world, words, &rolled.parent.place),
        is_mean: rolled.weights.is_some(),
        is_issued: rolled.is_issued,
        weight: rolled.weights.as_ref().map(|one| weight_name(one, language)).unwrap_or_default(),
        terms: rolled.terms.iter().map(|part| rollup_term(world, words, part)).collect(),
        reserve: rolled.reserve.map(plain_number).unwrap_or_default(),
        silent: rolled.silent.iter().map(ToString::to_string).collect(),
        is_open_ended: rolled.is_open_ended,
        silent_weight: rolled
            .weights
            .as_ref()
            .map(|one| plain_number(one.silent))
            .unwrap_or_default(),
        needed: needed_number(rolled),
        asked: rolled.asked.map(plain_number).unwrap_or_default(),
        outcome: rolled.outcome.key(),
        is_telling: rolled.is_telling,
        sentence: rollup_in_words(language, &rolled.told),
    };
    views::rollups_of_run(world).iter().map(table).collect()
}

/// 常住人口（2020 年）.
fn weight_name(weighed: &Weighed, language: Language) -> String {
    let name = &weighed.name;
    match weighed.year {
        Some(year) => text! { language; zh: "{name}（{year} 年）", en: "{name} ({year})" },
        None => name.to_string(),
    }
}

/// A sum is exact; a mean rarely comes out even.
fn needed_number(rolled: &RolledUp) -> String {
    let shown = |number| if rolled.weights.is_some() { rounded_number(number, 2) } else { number };
    rolled.needed.map(shown).map(plain_number).unwrap_or_default()
}

fn rollup_term(world: &World, words: &Words, part: &RegionPart) -> RollupTerm {
    RollupTerm {
        region: part.region.to_string(),
        number: part.number.map(plain_number).unwrap_or_default(),
        weight: part.weight.map(plain_number).unwrap_or_default(),
        source: plan_and_locator(world, words, &part.place),
    }
}
