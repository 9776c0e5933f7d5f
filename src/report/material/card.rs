//! One finding with everything a reviewer needs to settle it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    engine::{Outcome, World},
    finding::{AGREED, Compared, Finding, LAPSED, Level, Place, RISEN, SHORT, StatedValue},
    suppress::values_of,
    words::{Language, Words, difference_with_unit, plain_number, term, text, unit_in_words},
};

use super::{CourseChart, Quote, counts::findings_loudest_first, heading, quote::quote};

/// One finding.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Its short number in this material, from 1.
    pub number: usize,
    /// Its stable id.
    pub id: String,
    /// How loud it is.
    pub level: Level,
    /// The level in words.
    pub level_word: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// The rule's title.
    pub title: String,
    /// The region; empty when the finding has none.
    pub region: String,
    /// The region of the plan and those above it, the highest first: `江苏省/徐州市/鼓楼区`; empty when not known. Several
    /// regions may have one name, and no two have one line.
    pub line: String,
    /// The tier of the region's plan; empty when not known.
    pub tier: String,
    /// The plan's title.
    pub plan: String,
    /// The indicator as the plan prints it; empty when the finding is about none.
    pub indicator: String,
    /// The indicator as the catalogue calls it: what findings of several plans have in common.
    pub measure: String,
    /// The year.
    pub year: Option<i32>,
    /// Whether one end is binding.
    pub is_binding: bool,
    /// The value it is about, as written; empty when there is none.
    pub own: String,
    /// What its own value is where no plan prints it: worked out from others; empty otherwise.
    pub own_label: &'static str,
    /// The value it is compared with, as written; empty when there is none.
    pub other: String,
    /// Whose value that is: a region, another place of the plan; empty when there is none.
    pub other_region: String,
    /// The unit both are in; empty when not said.
    pub unit: String,
    /// The gap in words: `1 个百分点`; empty when there is none.
    pub gap: String,
    /// The trajectory in words; empty when not known.
    pub trajectory_word: &'static str,
    /// What is found, with the arithmetic.
    pub message: String,
    /// The same for papers that name the indicator beside it: without it, where the sentence begins by naming it.
    pub told: String,
    /// What to do; empty when there is nothing to say.
    pub help: String,
    /// What it rests on where no catalogue of the workspace says so; empty otherwise.
    pub basis: String,
    /// Whether it rests on an inference and wants a second look.
    pub wants_review: bool,
    /// The places it speaks of, its own first.
    pub quotes: Vec<Quote>,
    /// The link to the chart of its indicator; empty when there is none.
    pub course: String,
    /// The number of the card that is its root cause.
    pub cause: Option<usize>,
    /// The numbers of the cards it is the root cause of.
    pub consequences: Vec<usize>,
    /// How it stands to a decision or to the list of known findings, as a sentence; empty when neither speaks of it.
    pub standing: String,
    /// How it stands to an earlier run, when one is given.
    pub since: Option<CardSince>,
}

/// How a finding stands to an earlier run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardSince {
    /// The earlier run had it not.
    New,
    /// Both have it.
    Known,
}

impl Card {
    /// Whether a meeting has to talk about it: all but what is only for information.
    #[must_use]
    pub fn is_loud(&self) -> bool {
        self.level > Level::Info
    }
}

/// The cards of a run, loudest first.
pub(super) fn cards(
    world: &World,
    outcome: &Outcome,
    words: &Words,
    courses: &[CourseChart],
) -> Vec<Card> {
    let findings = findings_loudest_first(outcome);
    let numbers: BTreeMap<&str, usize> =
        findings.iter().zip(1..).map(|(finding, number)| (&*finding.id, number)).collect();
    // Cards are counted from 1, so those without a root gather under 0, which no card ever asks for. A root that was
    // allowed has no card either and lands there, too.
    let mut consequences: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (finding, number) in findings.iter().zip(1..) {
        let root = finding.root.as_deref().and_then(|root| numbers.get(root));
        consequences.entry(root.copied().unwrap_or_default()).or_default().push(number);
    }
    let charted = courses.iter().map(|course| (&*course.indicator, &*course.id)).collect();
    let maker = CardMaker { world, outcome, words, numbers, charted };
    // Numbers are given to all before any card is made: a cause may stand below its consequence.
    let card = |(finding, number): (&&Finding, usize)| {
        let consequences = consequences.remove(&number).unwrap_or_default();
        Card { number, consequences, ..maker.card(finding) }
    };
    findings.iter().zip(1..).map(card).collect()
}

struct CardMaker<'a> {
    world: &'a World,
    outcome: &'a Outcome,
    words: &'a Words,
    numbers: BTreeMap<&'a str, usize>,
    charted: BTreeMap<&'a str, &'a str>,
}

impl CardMaker<'_> {
    fn card(&self, finding: &Finding) -> Card {
        let (said, draft) = (self.words.say(finding), &finding.draft);
        let subject = &draft.subject;
        let shown = |text: &Option<Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        let language = self.words.language();
        let values = values_of(draft);
        let measure = self.measure(finding);
        let compared = &draft.compared;
        let unit = units_of_compared(language, compared);
        let gap = compared.distance.as_ref().filter(|apart| !apart.gap.is_zero());
        let gap = gap.map_or_else(String::new, |apart| {
            difference_with_unit(language, &plain_number(apart.gap), &apart.unit)
        });
        let own = match compared.count {
            Some(count) => text! { language; zh: "{count} 项", en: "{count} items" },
            None => shown(&values.child),
        };
        Card {
            number: 0,
            id: finding.id.clone(),
            level: finding.level,
            level_word: self.words.level(finding.level),
            rule: finding.rule,
            title: said.title.clone(),
            region: shown(&subject.region),
            line: heading::region_line(self.world, finding.place()),
            tier: self.tier(finding),
            plan: shown(&subject.plan),
            indicator: shown(&subject.indicator),
            course: self.charted.get(&*measure).map_or_else(String::new, |id| (*id).to_owned()),
            measure,
            year: subject.year,
            is_binding: draft.binding,
            own,
            own_label: if compared.own.as_ref().is_some_and(StatedValue::is_reckoned) {
                language.pick("推算结果", "worked out")
            } else {
                ""
            },
            other: shown(&values.parent),
            other_region: self.whose(compared),
            unit,
            gap,
            trajectory_word: compared.known_trajectory().map_or("", |key| term(language, key)),
            told: without_subject(&said.message, subject.indicator.as_deref(), language),
            message: said.message.clone(),
            help: said.help.clone(),
            basis: said.basis.clone(),
            wants_review: finding.confidence() == crate::finding::Confidence::Review,
            quotes: self.quotes(finding, &said.notes),
            cause: finding.root.as_deref().and_then(|root| self.numbers.get(root)).copied(),
            consequences: Vec::new(),
            standing: self.words.standing(finding).unwrap_or_default(),
            since: self.since(finding),
        }
    }

    /// What tells the value beside from the finding's own: its region, else its plan, else where it stands.
    fn whose(&self, compared: &Compared) -> String {
        let Some(other) = &compared.other else { return String::new() };
        let own = compared.own.as_ref();
        let differs = |of: fn(&StatedValue) -> &Option<Arc<str>>| {
            of(other).as_deref().filter(|name| own.and_then(|own| of(own).as_deref()) != Some(name))
        };
        // The first thing that differs: two places of one plan have region and plan in common, and naming these
        // would tell nothing about which is meant.
        let name = differs(|value| &value.region).or_else(|| differs(|value| &value.plan));
        let place = || other.place.as_ref().and_then(|place| place.locator.as_ref());
        let said = name.map(str::to_owned).or_else(|| place().map(|at| self.words.locator(at)));
        said.unwrap_or_default()
    }

    fn since(&self, finding: &Finding) -> Option<CardSince> {
        self.outcome.since.as_ref()?;
        Some(if self.outcome.is_new(finding) { CardSince::New } else { CardSince::Known })
    }

    /// The indicator as the catalogue calls it, else as printed.
    fn measure(&self, finding: &Finding) -> String {
        let Some(printed) = finding.draft.subject.indicator.as_deref() else {
            return String::new();
        };
        let catalogue = &self.world.model.catalogue;
        let name = catalogue.lookup(printed).map(|id| &*catalogue.indicator(id).name);
        name.unwrap_or(printed).to_owned()
    }

    /// The tier of the plan's region; a value of another region is told without one.
    fn tier(&self, finding: &Finding) -> String {
        let catalogue = &self.world.model.catalogue;
        let plan = self.world.model.plan_in(finding.place().file);
        let region = plan.and_then(|(_, plan)| Some(catalogue.region_of(plan.region?)));
        // A 分解表 of a city speaks of its counties: the finding is about 吴兴区, and the city's tier beside it
        // would be wrong.
        let own = region.filter(|known| finding.draft.subject.region.as_ref() == Some(&known.name));
        let name = own.and_then(|region| catalogue.tier_word(region));
        name.map_or("", |name| term(self.words.language(), name)).to_owned()
    }

    /// Its own place and the others; what decisions say stands elsewhere on the card.
    fn quotes(&self, finding: &Finding, notes: &[String]) -> Vec<Quote> {
        let own = self.quote(finding.place(), "");
        let related = finding.draft.related.iter().zip(notes);
        // Notes of one finding may point to one place with the same words; the card would quote it again for each.
        let mut seen = BTreeSet::new();
        let others = related
            .filter(|(related, _)| ![AGREED, SHORT, LAPSED, RISEN].contains(&related.note))
            .filter(|(related, note)| seen.insert((&related.place, note.as_str())))
            .map(|(related, note)| self.quote(&related.place, note));
        std::iter::once(own).chain(others).collect()
    }

    fn quote(&self, place: &Place, note: &str) -> Quote {
        quote(self.world, self.outcome, self.words, place, note)
    }
}

/// A message without the subject it begins with: `覆盖率：25 低于 30` is 25 低于 30. One that begins otherwise stays whole, so
/// that no sheet has to begin its sentence in one way.
fn without_subject(message: &str, subject: Option<&str>, language: Language) -> String {
    // Taken off only where the colon follows: 城镇化率 is also the beginning of 城镇化率低于…, and that sentence
    // needs its subject.
    let rest = subject
        .filter(|subject| !subject.is_empty())
        .and_then(|subject| message.strip_prefix(subject)?.strip_prefix(language.pick("：", ": ")));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(message).to_owned()
}

/// The unit of both values; both, where a plan counts in another one than the level above.
fn units_of_compared(language: Language, compared: &Compared) -> String {
    let unit = |value: &Option<StatedValue>| value.as_ref().map(|value| Arc::clone(&value.unit));
    match (unit(&compared.own), unit(&compared.other)) {
        // A city counts in 万人, the province in 人: one unit for both values would be off by ten thousand for one
        // of them.
        (Some(own), Some(other)) if own != other && !own.is_empty() && !other.is_empty() => {
            format!("{} / {}", unit_in_words(language, &own), unit_in_words(language, &other))
        }
        _ => unit_in_words(language, compared.unit()).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_told_without_the_subject_it_begins_with() {
        let zh = |message, subject| without_subject(message, subject, Language::Zh);
        assert_eq!(zh("覆盖率：25 低于 30", Some("覆盖率")), "25 低于 30");
        for (message, subject) in [
            ("覆盖率低于 30", Some("覆盖率")),
            ("覆盖率：", Some("覆盖率")),
            ("：25 低于 30", Some("")),
            ("覆盖率：25 低于 30", None),
        ] {
            assert_eq!(zh(message, subject), message);
        }
        assert_eq!(
            without_subject("rate: 25 is below 30", Some("rate"), Language::En),
            "25 is below 30"
        );
    }
}
