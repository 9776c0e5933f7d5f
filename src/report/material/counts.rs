//! How many findings there are, by level, by tier, and beside an earlier run.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

use serde::Serialize;

use crate::{
    engine::{self, Outcome, Past, World},
    finding::{Finding, Level, reading_order},
    text::FileId,
    words::{Language, Words, term, text},
};

/// Findings by level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LevelCounts {
    /// 须核改.
    pub error: usize,
    /// 请说明.
    pub warning: usize,
    /// 供参考.
    pub info: usize,
}

impl LevelCounts {
    /// Counts `levels`.
    #[must_use]
    pub fn of(levels: impl Iterator<Item = Level>) -> Self {
        let mut counts = Self::default();
        levels.for_each(|level| counts.add(level));
        counts
    }

    fn add(&mut self, level: Level) {
        match level {
            Level::Error => self.error += 1,
            Level::Warning => self.warning += 1,
            Level::Info => self.info += 1,
            Level::Off => {}
        }
    }
}

/// The findings of the plans of one tier.
#[derive(Clone, Debug, Serialize)]
pub struct TierCount {
    /// The tier, as people call it.
    pub tier: String,
    /// How many plans of it are reported on.
    pub plans: usize,
    /// Their findings.
    pub counts: LevelCounts,
}

/// Counts by tier, the highest first; what belongs to no region of a known tier comes last.
pub(super) fn by_tier(world: &World, outcome: &Outcome, language: Language) -> Vec<TierCount> {
    let model = &world.model;
    let tier = |file| {
        let region = model.plan_in(file)?.1.region?;
        model.catalogue.region_of(region).tier
    };
    let mut counted: BTreeMap<_, (usize, LevelCounts)> = BTreeMap::new();
    // One level may go by several names: a province and a member state stand on the same.
    let mut names: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    // A plan above that is only compared with is not under review; counted, a clean run would seem to have checked
    // it.
    for (_, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        let tier = tier(plan.file);
        counted.entry(untiered_last(tier)).or_default().0 += 1;
        let region = plan.region.map(|region| model.catalogue.region_of(region));
        let word = region.and_then(|region| model.catalogue.tier_word(region));
        let word = word.map(|word| term(language, word));
        let known = names.entry(tier).or_default();
        known.extend(word.filter(|word| !known.contains(word)));
    }
    for finding in &outcome.findings {
        counted.entry(untiered_last(tier(finding.place().file))).or_default().1.add(finding.level);
    }
    let named = |tier| {
        let names = names.get(&Some(tier)).filter(|names| !names.is_empty());
        let names = names.map(|names| names.join(language.pick("、", ", ")));
        names.or_else(|| Some(term(language, model.catalogue.tiers.name(tier)?).to_owned()))
    };
    let unknown = || language.pick("层级不明", "tier not known").to_owned();
    let row = |((_, tier), (plans, counts))| TierCount {
        tier: Option::and_then(tier, named).unwrap_or_else(unknown),
        plans,
        counts,
    };
    counted.into_iter().map(row).collect()
}

/// Sorts what has no tier behind all others.
fn untiered_last<T>(tier: Option<T>) -> (bool, Option<T>) {
    // `None` sorts before `Some`, and would put what nobody could place at the head of the table.
    (tier.is_none(), tier)
}

/// The findings beside those of an earlier run.
#[derive(Clone, Debug, Serialize)]
pub struct SinceSummary {
    /// How many the earlier run had not.
    pub new: usize,
    /// How many both have.
    pub known: usize,
    /// How many of the earlier run nobody looked for this time.
    pub unasked: usize,
    /// What is not found any more.
    pub fixed: Vec<FixedRow>,
}

/// A finding of the earlier run that is gone; its sentence may have been of another language, so only its names are told.
#[derive(Clone, Debug, Serialize)]
pub struct FixedRow {
    /// Its id.
    pub id: String,
    /// Its level.
    pub level: Level,
    /// The level in words.
    pub level_word: &'static str,
    /// The rule's title.
    pub title: String,
    /// What it was about: region, indicator and year, or the file.
    pub about: String,
}

impl SinceSummary {
    /// The words for what the engine compared.
    #[must_use]
    pub fn of(since: &engine::RunComparison, words: &Words) -> Self {
        Self {
            new: since.new.len(),
            known: since.known,
            unasked: since.unasked,
            fixed: since.fixed.iter().map(|past| fixed_row(past, words)).collect(),
        }
    }
}

fn fixed_row(past: &Past, words: &Words) -> FixedRow {
    let language = words.language();
    let year = past.year.map(|year| text! { language; zh: "{year} 年", en: "{year}" });
    let about: Vec<&str> =
        [&past.region, &past.indicator, &year].into_iter().flatten().map(String::as_str).collect();
    // A file that could not be read has neither region nor indicator: its name is all there is to say.
    let about = if about.is_empty() { past.file.clone() } else { about.join(" ") };
    FixedRow {
        id: past.id.clone(),
        level: past.level,
        level_word: words.level(past.level),
        title: words.title(&past.rule).to_owned(),
        about,
    }
}

/// The order of a report: loudest first, what a plan with nobody above has of its own behind what is held against one, the
/// heaviest first; what is only for information rule by rule.
pub(super) fn findings_in_order(outcome: &Outcome) -> Vec<&Finding> {
    let tops: HashSet<FileId> =
        outcome.checked.iter().filter(|plan| plan.above.is_empty()).map(|plan| plan.file).collect();
    let mut findings: Vec<&Finding> = outcome.findings.iter().collect();
    // The sort is stable, and the engine has sorted by place.
    findings.sort_by_cached_key(|finding| {
        // Nobody goes through infos by weight: told rule by rule they are a table, each of whose parts says one thing.
        let rule = (finding.level <= Level::Info).then_some(finding.rule);
        let is_own = tops.contains(&finding.place().file);
        let weight = rule.is_none().then(|| reading_order(finding));
        (Reverse(finding.level), rule, is_own, weight)
    });
    findings
}
