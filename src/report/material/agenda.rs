//! What the meeting has to talk about: one row an indicator.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{finding::Level, words::Words};

use super::{Card, RollupTable};

/// One indicator, or one plan where something is found that is about no indicator.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaRow {
    /// Its number on the agenda, from 1.
    pub number: usize,
    /// The indicator, or the plan's title.
    pub topic: String,
    /// Whether the topic is a plan.
    pub is_plan: bool,
    /// Whether a binding target is concerned.
    pub is_binding: bool,
    /// The regions concerned, in the order of their findings.
    pub regions: Vec<String>,
    /// The level of the worst finding.
    pub level: Level,
    /// The same in words.
    pub level_word: &'static str,
    /// What the worst finding says.
    pub worst: String,
    /// The titles of the rules that found something, the worst first.
    pub titles: Vec<String>,
    /// How many findings there are to talk about, infos left out.
    pub count: usize,
    /// The numbers of their cards, the worst first.
    pub cards: Vec<usize>,
    /// What the regions below come to, as a sentence; empty where nothing falls short or is open.
    pub rollup: String,
    /// The card that is the root cause of one of them, when it is another.
    pub cause: Option<usize>,
}

/// The agenda, in the order of the first finding of each topic.
pub(super) fn agenda(cards: &[Card], rollups: &[RollupTable], words: &Words) -> Vec<AgendaRow> {
    let mut topics: BTreeMap<(bool, &str), Vec<&Card>> = BTreeMap::new();
    for card in cards.iter().filter(|card| card.is_loud()) {
        // By the name of the catalogue and not as printed: 城镇化率 in one plan and 常住人口城镇化率 in another are
        // one point on the agenda. What is about no indicator can only be settled with whoever drew up the plan.
        let is_plan = card.measure.is_empty();
        let topic = if is_plan { &card.plan } else { &card.measure };
        topics.entry((is_plan, topic)).or_default().push(card);
    }
    let mut rows: Vec<AgendaRow> = topics
        .into_iter()
        .filter_map(|((is_plan, topic), cards)| agenda_row(topic, is_plan, &cards, rollups))
        .collect();
    let first = |row: &AgendaRow| row.cards.first().copied();
    // As the cards stand: one order everywhere, so that whoever has read the list finds it again in the meeting.
    rows.sort_by_key(first);
    let unnamed = || words.language().pick("（未注明规划）", "(no plan)").to_owned();
    for (row, number) in rows.iter_mut().zip(1..) {
        row.number = number;
        if row.topic.is_empty() {
            row.topic = unnamed();
        }
    }
    rows
}

fn agenda_row(
    topic: &str,
    is_plan: bool,
    cards: &[&Card],
    rollups: &[RollupTable],
) -> Option<AgendaRow> {
    // The cards come loudest first, so the first of a topic is its worst.
    let worst = cards.first()?;
    let mut row = AgendaRow {
        number: 0,
        topic: topic.to_owned(),
        is_plan,
        is_binding: cards.iter().any(|card| card.is_binding),
        regions: Vec::new(),
        level: worst.level,
        level_word: worst.level_word,
        worst: worst.message.clone(),
        titles: Vec::new(),
        count: cards.len(),
        cards: cards.iter().map(|card| card.number).collect(),
        rollup: rollups
            .iter()
            .find(|rollup| rollup.concerns(topic))
            .map(|r| r.sentence.clone())
            .unwrap_or_default(),
        cause: None,
    };
    for card in cards {
        add_once(&mut row.regions, &card.region);
        add_once(&mut row.titles, &card.title);
        // A root in the same row is talked about there anyway.
        row.cause = row.cause.or(card.cause.filter(|cause| !row.cards.contains(cause)));
    }
    Some(row)
}

fn add_once(list: &mut Vec<String>, words: &str) {
    if !words.is_empty() && !list.iter().any(|known| known == words) {
        list.push(words.to_owned());
    }
}
