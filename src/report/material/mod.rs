//! Everything a review meeting is shown, in one language and without any layout: each format lays out the same material and escapes it.

mod agenda;
mod beside;
mod card;
mod cards;
mod counts;
mod course;
mod coverage;
mod decided;
mod ended;
mod heading;
mod inputs;
mod matrix;
mod quote;
mod reasons;
mod received;
mod rollup;
mod undetermined;

use serde::Serialize;

use crate::{
    engine::{Outcome, World},
    words::{Language, Words, closing_line},
};

pub use agenda::AgendaRow;
pub use beside::BesideRow;
pub use card::{Card, CardSince};
pub use counts::{LevelCounts, SinceSummary, TierCount};
pub use course::{ChartCurve, ChartPoint, CourseChart};
pub use coverage::{CoverageRow, Miss};
pub use decided::{AllowRow, AllowSource, DecisionRow};
pub use ended::EndedPlan;
pub use inputs::{InputFile, SettingRow};
pub use matrix::{CellMark, Matrix, MatrixCell, MatrixColumn, MatrixRow};
pub use quote::Quote;
pub use reasons::{UnjudgedIndicator, UnjudgedReason, by_reason};
pub use received::Received;
pub use rollup::{RollupTable, RollupTerm};
pub use undetermined::PassedRow;

/// What a run does not know of itself: the day, what was read, how it was set.
#[derive(Clone, Debug, Default)]
pub struct Circumstances {
    /// Today, as `2026-01-31`.
    pub date: String,
    /// The files of the run.
    pub inputs: Vec<InputFile>,
    /// The settings in force.
    pub settings: Vec<SettingRow>,
}

/// Everything a review meeting is shown. All words are in one language and as their plans write them: hidden
/// characters and signs of a markup too, which each format makes harmless where it writes them.
#[derive(Clone, Debug, Serialize)]
pub struct Material {
    /// The language of its words, which templates know from their environment.
    #[serde(skip)]
    pub language: Language,
    /// The date of the run, `2026-01-31`.
    pub date: String,
    /// The program and its version.
    pub tool: String,
    /// The last line of `planlint check`: what was checked, what was found, what was not judged.
    pub closing: String,
    /// The plans that are over on that day and have something to talk about.
    pub ended: Vec<EndedPlan>,
    /// The same in a sentence; empty where there are none.
    pub ended_sentence: String,
    /// How many findings there are of each level.
    pub counts: LevelCounts,
    /// The same for each tier, the highest first.
    pub tiers: Vec<TierCount>,
    /// What changed since an earlier run, when one is given.
    pub since: Option<SinceSummary>,
    /// What the meeting has to talk about, one row an indicator; infos are left out.
    pub agenda: Vec<AgendaRow>,
    /// Every finding, loudest first; `cards[n].number` is `n + 1`.
    pub cards: Vec<Card>,
    /// Indicators beside regions, one for each group of plans that are compared; laid out by formats, not by their templates.
    #[serde(skip)]
    pub matrices: Vec<Matrix>,
    /// The way of each indicator through the years, one for each that several regions state; likewise.
    #[serde(skip)]
    pub courses: Vec<CourseChart>,
    /// What the regions below come to, one for each figure above that can be rolled up.
    pub rollups: Vec<RollupTable>,
    /// What each plan carries on of those above.
    pub coverage: Vec<CoverageRow>,
    /// Which plans are here, which are missing, what was not read.
    pub received: Received,
    /// What comments and decisions allow.
    pub allows: Vec<AllowRow>,
    /// What meetings decided, and what became of it.
    pub decisions: Vec<DecisionRow>,
    /// What could not be judged.
    pub passed: Vec<PassedRow>,
    /// The files that were read.
    pub inputs: Vec<InputFile>,
    /// The settings in force.
    pub settings: Vec<SettingRow>,
}

/// The material of a run.
#[must_use]
pub fn material(
    world: &World,
    outcome: &Outcome,
    words: &Words,
    around: Circumstances,
) -> Material {
    let language = words.language();
    let courses = course::course_charts(world, language);
    let cards = cards::cards(world, outcome, words, &courses);
    let rollups = rollup::rollup_tables(world, words);
    let mut ended = ended::ended_plans(world, &around.date, language);
    ended.retain(|one| cards.iter().any(|card| card.is_loud() && card.plan == one.plan));
    Material {
        language,
        date: around.date,
        tool: format!("planlint {}", env!("CARGO_PKG_VERSION")),
        closing: closing_line(language, outcome),
        ended_sentence: ended::ended_sentence(&ended, language),
        ended,
        counts: LevelCounts::of(outcome.findings.iter().map(|finding| finding.level)),
        tiers: counts::by_tier(world, outcome, language),
        since: outcome.since.as_ref().map(|since| SinceSummary::of(since, words)),
        agenda: agenda::agenda(&cards, &rollups, words),
        matrices: matrix::matrices(world, outcome, &cards, words),
        courses,
        rollups,
        coverage: coverage::coverage_rows(world, language),
        received: received::received(world, language),
        allows: decided::allow_rows(outcome, words),
        decisions: decided::decision_rows(outcome, &cards, words),
        passed: undetermined::passed_rows(world, outcome, words),
        inputs: around.inputs,
        settings: around.settings,
        cards,
    }
}
