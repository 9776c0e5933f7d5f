//! The findings of a run as cards, in the order in which a meeting goes through them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    engine::{Outcome, World},
    finding::{AGREED, Compared, Finding, LAPSED, Place, RISEN, SHORT, StatedValue},
    suppress::values_of,
    views::ValuesByPlace,
    words::{
        Language, Words, difference_with_unit, plain_number, term, text, unit_in_words,
        without_subject,
    },
};

use super::{
    BesideRow, Card, CardSince, CourseChart, Quote, beside::beside_rows, counts::findings_in_order,
    heading, quote::quote,
};

/// The cards of a run, loudest first.
pub(super) fn cards(
    world: &World,
    outcome: &Outcome,
    words: &Words,
    courses: &[CourseChart],
) -> Vec<Card> {
    let findings = findings_in_order(outcome);
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
    let values = ValuesByPlace::of(world);
    let maker = CardMaker { world, outcome, words, values, numbers, charted };
    // Numbers are given to all before any card is made: a cause may stand below its consequence.
    let card = |(finding, number): (&&Finding, usize)| {
        let consequences = consequences.remove(&number).unwrap_or_default();
        Card { number, consequences, ..maker.card(finding) }
    };
    findings.iter().zip(1..).map(card).collect()
}

/// The notes on bases, which the table of a card has as a column.
const BASES: [&str; 2] = ["child_base", "parent_base"];

struct CardMaker<'a> {
    world: &'a World,
    outcome: &'a Outcome,
    words: &'a Words,
    values: ValuesByPlace<'a>,
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
        let beside = self.beside(finding);
        let has_bases = beside.iter().any(|row| !row.base.is_empty());
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
            other: shown(&values.parent),
            whose: region_of_other(compared),
            beside,
            owner: self.owner(finding),
            unit,
            gap,
            trajectory_word: compared.known_trajectory().map_or("", |key| term(language, key)),
            told: without_subject(&said.message, subject.indicator.as_deref(), language),
            message: said.message.clone(),
            help: said.help.clone(),
            basis: said.basis.clone(),
            wants_review: finding.confidence() == crate::finding::Confidence::Review,
            quotes: self.quotes(finding, &said.notes, has_bases),
            cause: finding.root.as_deref().and_then(|root| self.numbers.get(root)).copied(),
            consequences: Vec::new(),
            standing: self.words.standing(finding).unwrap_or_default(),
            since: self.since(finding),
        }
    }

    /// The table of its values; those of one region are told apart by their plans, those of one plan by their places.
    fn beside(&self, finding: &Finding) -> Vec<BesideRow> {
        let compared = &finding.draft.compared;
        let (Some(own), Some(other)) = (&compared.own, &compared.other) else { return Vec::new() };
        let whose = [self.told_apart(own, other), self.told_apart(other, own)];
        beside_rows(compared, &self.values, self.words, whose.each_ref().map(String::as_str))
    }

    /// Who answers for the row it is about.
    fn owner(&self, finding: &Finding) -> String {
        let own = finding.draft.compared.own.as_ref().and_then(|own| own.place.as_ref());
        self.values.beside(own.unwrap_or(finding.place())).owner.unwrap_or_default()
    }

    /// What tells a value from another: its region, else its plan, else where it stands.
    fn told_apart(&self, value: &StatedValue, from: &StatedValue) -> String {
        let differs = |of: fn(&StatedValue) -> &Option<Arc<str>>| {
            of(value).as_deref().filter(|name| of(from).as_deref() != Some(*name))
        };
        // The first thing that differs: two places of one plan have region and plan in common, and naming these
        // would tell nothing about which is meant.
        let name = differs(|value| &value.region).or_else(|| differs(|value| &value.plan));
        let place = || value.place.as_ref().and_then(|place| place.locator.as_ref());
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
    fn quotes(&self, finding: &Finding, notes: &[String], has_bases: bool) -> Vec<Quote> {
        let own = self.quote(finding.place(), "");
        let related = finding.draft.related.iter().zip(notes);
        // Notes of one finding may point to one place with the same words; the card would quote it again for each.
        let mut seen = BTreeSet::new();
        let others = related
            .filter(|(related, _)| ![AGREED, LAPSED, RISEN, SHORT].contains(&related.note))
            .filter(|(related, _)| !(has_bases && BASES.contains(&related.note)))
            .filter(|(related, note)| seen.insert((&related.place, note.as_str())))
            .map(|(related, note)| self.quote(&related.place, note));
        std::iter::once(own).chain(others).collect()
    }

    fn quote(&self, place: &Place, note: &str) -> Quote {
        quote(self.world, self.outcome, self.words, place, note)
    }
}

/// The region of the other value, where it is not the own one's.
fn region_of_other(compared: &Compared) -> String {
    let own = compared.own.as_ref().and_then(|own| own.region.as_deref());
    let other = compared.other.as_ref().and_then(|other| other.region.as_deref());
    other.filter(|other| Some(*other) != own).unwrap_or_default().to_owned()
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
