//! The material as one web page that works from disk: agenda, cards, matrix, charts, registers.

mod agenda;
mod axis;
mod chart;
mod labels;
mod panel;
mod stroke;
mod traced;
mod unsettled;

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{
    finding::Level,
    words::{LEVEL_SIGNS, Language},
};

use super::{
    AllowRow, Card, CoverageRow, DecisionRow, InputFile, LevelCounts, Material, Received,
    RollupTable, SettingRow, SinceSummary, TierCount, UnjudgedReason, by_reason, content_policy,
    form::VERDICTS_SCHEMA, template,
};

const PAGE: &str = "page.html";
const STYLE: &str = concat!(
    include_str!("../palette.css"),
    include_str!("page.css"),
    include_str!("print.css"),
    include_str!("meeting.css")
);
const SCRIPT: &str = concat!(include_str!("page.js"), include_str!("meeting.js"));

/// The templates by the names they call each other.
const TEMPLATES: [(&str, &str); 17] = [
    (PAGE, include_str!("page.html")),
    ("agenda.html", include_str!("agenda.html")),
    ("findings.html", include_str!("findings.html")),
    ("card.html", include_str!("card.html")),
    ("info.html", include_str!("info.html")),
    ("quotes.html", include_str!("quotes.html")),
    ("rest.html", include_str!("rest.html")),
    ("ruling.html", include_str!("ruling.html")),
    ("meeting.html", include_str!("meeting.html")),
    ("matrix.html", include_str!("matrix.html")),
    ("courses.html", include_str!("courses.html")),
    ("chart.html", include_str!("chart.html")),
    ("rollups.html", include_str!("rollups.html")),
    ("coverage.html", include_str!("coverage.html")),
    ("decisions.html", include_str!("decisions.html")),
    ("passed.html", include_str!("passed.html")),
    ("inputs.html", include_str!("inputs.html")),
];

/// What the templates lay out; what they do not show is not handed to them, for every value costs time.
#[derive(Serialize)]
struct ReportPage<'a> {
    language: &'static str,
    date: &'a str,
    tool: &'a str,
    closing: &'a str,
    /// Which plans are over already.
    ended_sentence: &'a str,
    counts: &'a LevelCounts,
    tiers: &'a [TierCount],
    since: Option<&'a SinceSummary>,
    rollups: &'a [RollupTable],
    coverage: &'a [CoverageRow],
    received: &'a Received,
    allows: &'a [AllowRow],
    decisions: &'a [DecisionRow],
    /// What was not judged, by reason.
    reasons: Vec<UnjudgedReason<'a>>,
    /// How much that is.
    passed: usize,
    inputs: &'a [InputFile],
    settings: &'a [SettingRow],
    /// How many findings there are.
    found: usize,
    /// How many rows the agenda has.
    topics: usize,
    style: &'static str,
    script: &'static str,
    policy: String,
    /// What a file of verdicts calls itself.
    verdicts_schema: &'static str,
    /// Tells this list of findings from others, so that verdicts kept in a browser are those on it.
    fingerprint: String,
    /// The date as people write it.
    day: String,
    /// The sign of each level.
    signs: BTreeMap<Level, &'static str>,
    /// Names that several regions have: these are told with the regions above them.
    twins: BTreeSet<&'a str>,
    /// The ids of the cards by their numbers less one: links last, numbers of a run do not.
    ids: Vec<&'a str>,
    /// What page one says of the decisions of last time.
    standing: Vec<unsettled::Unsettled<'a>>,
    first: Vec<agenda::Item<'a>>,
    rest: Vec<agenda::Item<'a>>,
    levels: Vec<LevelCards<'a>>,
    infos: Vec<InfoKind<'a>>,
    /// The charts that are drawn, by the names that cards link to.
    drawn: BTreeSet<&'a str>,
    groups: Vec<panel::PanelGroup<'a>>,
    charts: Vec<chart::Chart<'a>>,
}

/// The cards of one level.
#[derive(Serialize)]
struct LevelCards<'a> {
    level: Level,
    word: &'static str,
    cards: Vec<&'a Card>,
}

/// The infos of one rule.
#[derive(Serialize)]
struct InfoKind<'a> {
    title: &'a str,
    count: usize,
    cards: &'a [Card],
}

/// The whole material as one file without any other.
///
/// # Errors
/// Those of the templates.
pub fn html(material: &Material) -> io::Result<String> {
    let mut environment = template::template_environment(material.language)?;
    for (name, text) in TEMPLATES {
        environment.add_template(name, text).map_err(io::Error::other)?;
    }
    let (first, rest) = agenda::split_agenda(material);
    let charts = chart::charts(material);
    let page = ReportPage {
        language: material.language.pick("zh-CN", "en"),
        date: &material.date,
        tool: &material.tool,
        ended_sentence: &material.ended_sentence,
        closing: &material.closing,
        counts: &material.counts,
        tiers: &material.tiers,
        since: material.since.as_ref(),
        rollups: &material.rollups,
        coverage: &material.coverage,
        received: &material.received,
        allows: &material.allows,
        decisions: &material.decisions,
        reasons: by_reason(&material.passed),
        passed: material.passed.len(),
        inputs: &material.inputs,
        settings: &material.settings,
        found: material.cards.len(),
        topics: material.agenda.len(),
        style: STYLE,
        script: SCRIPT,
        policy: content_policy::policy(STYLE, Some(SCRIPT)),
        verdicts_schema: VERDICTS_SCHEMA,
        fingerprint: fingerprint(&material.cards),
        day: official_day(material),
        signs: LEVEL_SIGNS.into(),
        twins: twins(&material.cards),
        first,
        rest,
        ids: material.cards.iter().map(|card| &*card.id).collect(),
        standing: unsettled::unsettled(&material.decisions, material.language),
        levels: cards_by_level(&material.cards),
        infos: infos_by_rule(&material.cards),
        drawn: charts.iter().map(chart::Chart::id).collect(),
        groups: panel::panel_groups(&material.matrices),
        charts,
    };
    template::render(&environment, PAGE, page)
}

/// Of what each finding is and of its values: a report of another day on the same values has the same.
fn fingerprint(cards: &[Card]) -> String {
    let mut hash = Sha256::new();
    for card in cards {
        for part in [&card.id, &card.own, &card.other] {
            hash.update(part);
            hash.update([0]);
        }
    }
    let hash = hash.finalize();
    hash.iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn twins(cards: &[Card]) -> BTreeSet<&str> {
    let mut lines: BTreeMap<&str, &str> = BTreeMap::new();
    let mut twins = BTreeSet::new();
    // A value of a province that a county quotes is told on the county's card: its line is that of another region.
    for card in cards.iter().filter(|card| card.line.rsplit('/').next() == Some(&card.region)) {
        // Only the names that occur twice in this run are made longer: 江苏省/徐州市/鼓楼区 on every card would bury
        // what the card says.
        if *lines.entry(&card.region).or_insert(&card.line) != card.line {
            twins.insert(&*card.region);
        }
    }
    twins
}

fn cards_by_level(cards: &[Card]) -> Vec<LevelCards<'_>> {
    let of = |level| cards.iter().filter(move |card| card.level == level);
    let group = |(level, _)| {
        let word = of(level).next()?.level_word;
        Some(LevelCards { level, word, cards: of(level).collect() })
    };
    LEVEL_SIGNS.into_iter().filter(|(level, _)| *level > Level::Info).filter_map(group).collect()
}

/// The infos rule by rule, in which order they stand already.
fn infos_by_rule<'a>(cards: &'a [Card]) -> Vec<InfoKind<'a>> {
    let from = cards.iter().position(|card| !card.is_loud()).unwrap_or(cards.len());
    let infos = cards.get(from..).unwrap_or_default();
    let kinds = infos.chunk_by(|one, next| one.rule == next.rule);
    let kind = |cards: &'a [Card]| {
        Some(InfoKind { title: &cards.first()?.title, count: cards.len(), cards })
    };
    kinds.filter_map(kind).collect()
}

/// 2026年11月22日, as official documents write it.
fn official_day(material: &Material) -> String {
    let parts: Vec<&str> = material.date.split('-').collect();
    match (material.language, parts.as_slice()) {
        (Language::Zh, [year, month, day]) => {
            let plain = |part: &str| part.trim_start_matches('0').to_owned();
            format!("{year}年{}月{}日", plain(month), plain(day))
        }
        _ => material.date.clone(),
    }
}
