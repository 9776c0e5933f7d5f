//! One point of a letter: what is found, what is asked, and where it stands.

use super::{
    matter::{Matter, addressee, followers},
    rows::FormLine,
    sections::title_in_text,
};
use crate::{
    finding::Level,
    report::{Card, Material},
    words::{Language, first_clause, term, text},
};

/// A finding: one paragraph with what is found, what is asked, and where it stands.
pub(super) fn letter_paragraph(card: &Card, matter: &Matter, material: &Material) -> FormLine {
    let language = material.language;
    // Some sentences come with a full stop and some without (a reason typed by a meeting, words of a rule sheet), so
    // every stop at the end goes and one is written: neither 。。 nor an open end.
    let mut paragraph = letter_line(card, matter, language);
    let mut say = |zh: &str, en: &str, words: &str| {
        let words = words.trim_end_matches(['。', '.']);
        if !words.is_empty() {
            let (before, stop) = language.pick(("", "。"), (" ", "."));
            paragraph.push_str(before);
            paragraph.push_str(language.pick(zh, en));
            paragraph.push_str(words);
            paragraph.push_str(stop);
        }
    };
    // What is only to be explained is asked in one clause.
    let asked = if card.level == Level::Error { &*card.help } else { first_clause(&card.help) };
    say("建议：", "What we ask: ", asked);
    // What a catalogue of this program says is no ground to write to a government; that it is an inference is.
    say("说明：", "Note: ", if card.wants_review { term(language, "review") } else { "" });
    say("", "", &card.standing);
    say("", "", &root_elsewhere(card, matter, material));
    say("", "", &findings_it_causes(card, material));
    say("见", "See ", &own_source(card, matter, language));
    FormLine::plain(&paragraph, "Letter")
}

/// Where it stands; the only plan of a letter need not be named over and over.
fn own_source(card: &Card, matter: &Matter, language: Language) -> String {
    let Some(quote) = card.quotes.first() else { return String::new() };
    let plan = text! { language; zh: "《{}》", en: "{}, "; card.plan };
    let within = quote.source.strip_prefix(&*plan).filter(|_| matter.plans.len() == 1);
    within.unwrap_or(&quote.source).to_owned()
}

/// `3．城镇住房保障受益覆盖率（2025年，约束性）：德清县 2025 年 24%，低于浙江省约束性目标 25%。`.
fn letter_line(card: &Card, matter: &Matter, language: Language) -> String {
    let number = matter.number(card.number).unwrap_or_default();
    let indicator = &card.indicator;
    let told = card.told.trim_end_matches(['。', '.']);
    let year = card.year.map(|year| text! { language; zh: "{year}年", en: "{year}" });
    let class = card.is_binding.then(|| term(language, "binding-involved").to_owned());
    let about: Vec<String> = year.into_iter().chain(class).collect();
    let about = match (about.is_empty() || indicator.is_empty(), language) {
        (true, _) => String::new(),
        (_, Language::Zh) => format!("（{}）", about.join("，")),
        (_, Language::En) => format!(" ({})", about.join(", ")),
    };
    let colon = if indicator.is_empty() { "" } else { language.pick("：", ": ") };
    text! { language;
        zh: "{number}．{indicator}{about}{colon}{told}。",
        en: "{number}. {indicator}{about}{colon}{told}."
    }
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
