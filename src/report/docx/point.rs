//! One point of a letter: what is found, what is asked, and where it stands.

use super::{
    matter::{Matter, addressee, followers},
    rows::FormLine,
    sections::title_in_text,
    short_title::short_titles,
};
use crate::{
    report::{Card, Material},
    words::{Language, term, text},
};

/// A point as a paragraph tells it, and as a row of the annex does.
pub(super) struct LetterPoint {
    /// Its number in the letter.
    pub(super) number: usize,
    /// The indicator with what is to be known of it: `城镇住房保障受益覆盖率（涉约束性）`; empty where it is about none.
    pub(super) about: String,
    /// What is found.
    pub(super) told: String,
    /// What is asked.
    pub(super) asked: String,
    /// What else there is to know, a sentence each.
    pub(super) remarks: Vec<String>,
    /// Where it stands; empty where that is not known.
    pub(super) source: String,
}

impl LetterPoint {
    /// What the letter says of a finding.
    pub(super) fn of(card: &Card, matter: &Matter, material: &Material) -> Self {
        let language = material.language;
        let told = spoken_to(&card.told, matter, language);
        // What a catalogue of this program says is no ground to write to a government; that it is an inference is.
        let review = card.wants_review.then(|| term(language, "review").to_owned());
        let remarks = [
            review.unwrap_or_default(),
            card.standing.clone(),
            root_elsewhere(card, matter, material),
            findings_it_causes(card, material),
        ];
        // Some sentences come with a full stop and some without (a reason typed by a meeting, words of a rule sheet), so
        // every stop at the end goes: neither 。。 nor an open end is left when they are put together.
        let bare = |words: &str| words.trim_end_matches(['。', '.']).to_owned();
        Self {
            number: matter.number(card.number).unwrap_or_default(),
            about: about(card, &told, language),
            told: bare(&told),
            asked: bare(&spoken_to(&card.help, matter, language)),
            remarks: remarks
                .iter()
                .map(|words| bare(words))
                .filter(|one| !one.is_empty())
                .collect(),
            source: own_source(card, matter, language),
        }
    }

    /// One paragraph with what is found, what is asked, and where it stands.
    pub(super) fn paragraph(&self, language: Language) -> FormLine {
        let Self { number, about, told, asked, remarks, source } = self;
        let colon = if about.is_empty() { "" } else { language.pick("：", ": ") };
        let mut said = text! { language;
            zh: "{number}．{about}{colon}{told}。",
            en: "{number}. {about}{colon}{told}."
        };
        if !asked.is_empty() {
            said.push_str(&text! { language; zh: "建议：{asked}。", en: " What we ask: {asked}." });
        }
        for remark in remarks {
            said.push_str(&text! { language; zh: "{remark}。", en: " {remark}." });
        }
        if !source.is_empty() {
            said.push_str(&text! { language; zh: "（见{source}）", en: " See {source}." });
        }
        FormLine::plain(&said, "Letter")
    }
}

/// Where it stands, and where in the same plan what it contradicts does; what is missing stands in the plan above. A plan of the
/// letter is called by its short title, and the only one need not be named at all.
fn own_source(card: &Card, matter: &Matter, language: Language) -> String {
    let title = text! { language; zh: "《{}》", en: "{}, "; card.plan };
    let within = |source: &'_ str| source.strip_prefix(&*title).map(str::to_owned);
    let mut quotes = card.quotes.iter().map(|quote| &*quote.source);
    let Some(own) = quotes.next() else { return String::new() };
    let Some(mut place) = within(own) else { return own.to_owned() };
    let comma = language.pick("、", ", ");
    let others: Vec<&str> = quotes.collect();
    if place.trim().is_empty() {
        return others.first().map_or_else(String::new, |other| (*other).to_owned());
    }
    // Two places of one plan that do not agree: whoever mends one has to find the other.
    let elsewhere = card.beside.iter().any(|row| row.elsewhere);
    if let Some(second) = others.iter().find_map(|other| within(other)).filter(|_| !elsewhere) {
        place = format!("{place}{comma}{second}");
    }
    if matter.plans.len() == 1 {
        return place;
    }
    let short = matter.plans.iter().zip(short_titles(&matter.plans, language));
    let short = short.filter(|(known, _)| **known == card.plan).find_map(|(_, short)| short);
    short.map_or_else(|| format!("{title}{place}"), |short| format!("《{short}》{place}"))
}

/// `城镇住房保障受益覆盖率（2025年，涉约束性）`.
fn about(card: &Card, told: &str, language: Language) -> String {
    // A year that the sentence names need not stand before it.
    let year = card.year.filter(|year| !told.contains(&year.to_string()));
    let year = year.map(|year| text! { language; zh: "{year}年", en: "{year}" });
    let class = card.is_binding.then(|| term(language, "binding-involved").to_owned());
    let known: Vec<String> = year.into_iter().chain(class).collect();
    match (known.is_empty() || card.indicator.is_empty(), language) {
        (true, _) => card.indicator.clone(),
        (_, Language::Zh) => format!("{}（{}）", card.indicator, known.join("，")),
        (_, Language::En) => format!("{} ({})", card.indicator, known.join(", ")),
    }
}

/// The sentence as it is said to the region itself: 你县 2025 年 24%. What is quoted stays as it is.
fn spoken_to(told: &str, matter: &Matter, language: Language) -> String {
    if language == Language::En || matter.region.is_empty() {
        return told.to_owned();
    }
    let mut said = String::with_capacity(told.len());
    let mut quoted = 0_usize;
    for piece in told.split_inclusive(['“', '”', '《', '》']) {
        match quoted {
            // 本规划 would be one of whoever writes.
            0 => said.push_str(
                &piece
                    .replace(matter.region, matter.you())
                    .replace("本规划", &format!("{}规划", matter.you())),
            ),
            _ => said.push_str(piece),
        }
        match piece.chars().last() {
            Some('“' | '《') => quoted += 1,
            Some('”' | '》') => quoted = quoted.saturating_sub(1),
            _ => {}
        }
    }
    said
}

/// Where the root of a finding lies, when it is another one.
fn root_elsewhere(card: &Card, matter: &Matter, material: &Material) -> String {
    // A letter counts its own points from 1, so the number of a card, which counts those of all regions, means
    // nothing in it. A root in another plan of the same addressee that this letter passes over has no number to
    // name, so nothing is said.
    let language = material.language;
    let cause = card.cause.and_then(|cause| material.cards.get(cause.checked_sub(1)?));
    let Some(cause) = cause else { return String::new() };
    if let Some(number) = matter.number(cause.number) {
        return text! { language;
            zh: "此项由第{number}项引起，请一并修改",
            en: "This comes from point {number}; please mend both together"
        };
    }
    if addressee(cause) == addressee(card) {
        return String::new();
    }
    let (region, plan, title) = (&cause.region, title_in_text(&cause.plan, language), &cause.title);
    text! { language;
        zh: "此项源于{plan}（{title}），另函请{region}研究，可待其明确后一并修改",
        en: "This comes from {plan} ({title}), on which {region} is asked separately; you may wait for its answer"
    }
}

/// Whose findings this one is the root of.
fn findings_it_causes(card: &Card, material: &Material) -> String {
    // Findings are counted and regions named once each: a city of which three findings come from this stands there
    // once, but all three count.
    let language = material.language;
    let mut regions: Vec<&str> = Vec::new();
    let mut count = 0_usize;
    for other in followers(card, material) {
        count += 1;
        if !other.region.is_empty() && !regions.contains(&&*other.region) {
            regions.push(&other.region);
        }
    }
    if count == 0 {
        return String::new();
    }
    let regions = regions.join(language.pick("、", ", "));
    text! { language;
        zh: "{regions}的规划有{count}处问题由此产生，请优先研究",
        en: "In plans of {regions}, findings that come from this: {count}; please look at it first"
    }
}
