//! Indicators beside regions: who states what, and where something was found.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    engine::{Outcome, World},
    finding::Level,
    views::{CommonGround, MatrixEntry, MeasureAcrossPlans, PlanGroup, PlanLabel, Valued, matrix},
    words::{Language, Words, number_with_unit, plain_number, term, term_of, text, unit_in_words},
};

use super::{
    Card,
    heading::{label_period, tier},
    quote::plan_and_locator,
};

/// One group of plans that are compared with each other: a topic, or the outline plans.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// What the plans have in common: 新型城镇化, 规划纲要.
    pub title: String,
    /// The plans, the highest region first.
    pub columns: Vec<MatrixColumn>,
    /// The indicators that at least two of them state or are asked for, in the order of the highest plan.
    pub rows: Vec<MatrixRow>,
}

/// One plan.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixColumn {
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
    /// The indicator as the catalogue calls it, without unit; behind it in brackets the part of the region, or what tells two rows
    /// of one indicator apart.
    pub indicator: String,
    /// The unit as the highest plan prints it; empty when there is none.
    pub unit: String,
    /// 约束性 where any plan binds itself, else 预期性; empty when neither is said.
    pub class: String,
    /// One for each column.
    pub cells: Vec<MatrixCell>,
}

/// What one plan says of one indicator.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MatrixCell {
    /// The target of the period's last year as written, with its unit where that is not the row's; one of another year with that
    /// year. Empty when the plan does not state the indicator.
    pub value: String,
    /// Its number in the row's unit, exact; empty when it has none.
    pub number: String,
    /// The year of that target.
    pub year: Option<i32>,
    /// How it was judged; none when nothing was to judge or was allowed.
    pub mark: Option<CellMark>,
    /// The numbers of its cards.
    pub cards: Vec<usize>,
    /// Where the value stands: 《…规划》表1 第7行 2025年.
    pub source: String,
}

/// How a cell of a matrix was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellMark {
    /// Those above ask for it, and it is not stated.
    Missing,
    /// It could not be judged.
    Passed,
    /// It was compared, and nothing was found.
    Good,
    /// Something was found; the level of the loudest finding.
    #[serde(untagged)]
    Found(Level),
}

/// The matrices of a run.
pub(super) fn matrices(
    world: &World,
    outcome: &Outcome,
    cards: &[Card],
    words: &Words,
) -> Vec<Matrix> {
    let cards: BTreeMap<&str, &Card> = cards.iter().map(|card| (&*card.id, card)).collect();
    let maker = MatrixMaker { world, outcome, words, cards };
    let mut made: Vec<Matrix> =
        matrix(world, outcome).iter().map(|group| maker.matrix(group)).collect();
    tell_apart(&mut made, words.language());
    made
}

/// Two matrices of one title, of plans that have nothing to do with each other, are told apart by their highest regions.
fn tell_apart(matrices: &mut [Matrix], language: Language) {
    let mut titles: BTreeMap<String, usize> = BTreeMap::new();
    for matrix in matrices.iter() {
        *titles.entry(matrix.title.clone()).or_default() += 1;
    }
    for matrix in matrices {
        let is_twin = titles.get(&matrix.title).is_some_and(|count| *count > 1);
        if let Some(first) = matrix.columns.first().filter(|_| is_twin) {
            let (title, region) = (&matrix.title, &first.region);
            matrix.title = text! { language; zh: "{title}（{region}）", en: "{title} ({region})" };
        }
    }
}

struct MatrixMaker<'a> {
    world: &'a World,
    outcome: &'a Outcome,
    words: &'a Words,
    cards: BTreeMap<&'a str, &'a Card>,
}

impl MatrixMaker<'_> {
    fn matrix(&self, group: &PlanGroup) -> Matrix {
        let language = self.words.language();
        let title = match &group.common {
            CommonGround::Outline => term(language, "outline").to_owned(),
            CommonGround::Topic(topic) => topic.to_string(),
            CommonGround::Nothing => language.pick("未注明主题", "no topic given").to_owned(),
        };
        Matrix {
            title,
            columns: group.plans.iter().map(|plan| matrix_column(plan, language)).collect(),
            rows: group.rows.iter().map(|row| self.row(row)).collect(),
        }
    }

    fn row(&self, row: &MeasureAcrossPlans) -> MatrixRow {
        let language = self.words.language();
        MatrixRow {
            indicator: measure_name(row, language),
            unit: unit_in_words(language, &row.unit).into_owned(),
            class: row.class.map(|class| term_of(language, class).to_owned()).unwrap_or_default(),
            cells: row.entries.iter().map(|entry| self.cell(entry)).collect(),
        }
    }

    fn cell(&self, entry: &MatrixEntry) -> MatrixCell {
        let language = self.words.language();
        let found = entry.findings.iter().filter_map(|&at| self.outcome.findings.get(at));
        let mut cards: Vec<&Card> =
            found.filter_map(|finding| self.cards.get(&*finding.id).copied()).collect();
        cards.sort_by_key(|card| card.number);
        let number = entry.value.as_ref().and_then(|value| value.number);
        MatrixCell {
            value: entry
                .value
                .as_ref()
                .map(|value| valued_words(value, language))
                .unwrap_or_default(),
            number: number.map(plain_number).unwrap_or_default(),
            year: entry.value.as_ref().map(|value| value.year),
            mark: entry_mark(entry, &cards),
            cards: cards.iter().map(|card| card.number).collect(),
            source: entry
                .value
                .as_ref()
                .map(|value| plan_and_locator(self.world, self.words, &value.place))
                .unwrap_or_default(),
        }
    }
}

fn matrix_column(plan: &PlanLabel, language: Language) -> MatrixColumn {
    MatrixColumn {
        region: plan.region.to_string(),
        tier: tier(plan, language),
        plan: plan.plan.to_string(),
        period: label_period(plan, language),
    }
}

/// The indicator, with what else is needed to tell it from its neighbours: 城镇化率（南太湖新区、增速）.
fn measure_name(row: &MeasureAcrossPlans, language: Language) -> String {
    let basis = row.basis.map(|basis| term_of(language, basis));
    let coverage = row.is_coverage.then(|| language.pick("全覆盖", "full coverage"));
    let more: Vec<&str> = row.scope.as_deref().into_iter().chain(basis).chain(coverage).collect();
    match (more.is_empty(), more.join(language.pick("、", ", "))) {
        (true, _) => row.indicator.to_string(),
        (false, more) => text! { language; zh: "{}（{more}）", en: "{} ({more})"; row.indicator },
    }
}

/// The value as the plan writes it, with what its row and column do not say: `1.6 倍（2023 年）`.
fn valued_words(valued: &Valued, language: Language) -> String {
    let Valued { written, unit, year, .. } = valued;
    let mut shown = unit
        .as_ref()
        .map_or_else(|| written.clone(), |unit| number_with_unit(language, written, unit));
    if valued.is_other_year && !shown.is_empty() {
        shown.push_str(&text! { language; zh: "（{year} 年）", en: " ({year})" });
    }
    shown
}

/// What is missing and what is loud comes first; that nobody could judge a value says more than what is for information.
// Missing first: its finding is loud as well, but a cross in an empty cell would be looked for as a wrong value.
// What could not be judged goes before infos, since a cell with a mere hint would look judged; and 未发现问题 is
// said only where something was compared.
fn entry_mark(entry: &MatrixEntry, cards: &[&Card]) -> Option<CellMark> {
    match cards.first() {
        _ if entry.is_missing => Some(CellMark::Missing),
        Some(loudest) if loudest.is_loud() => Some(CellMark::Found(loudest.level)),
        _ if entry.is_passed => Some(CellMark::Passed),
        Some(quiet) => Some(CellMark::Found(quiet.level)),
        None => entry.is_good.then_some(CellMark::Good),
    }
}
