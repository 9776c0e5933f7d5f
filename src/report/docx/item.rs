//! One point of a letter: what the plan says, what it is compared with, what is asked.

use super::{
    matter::{Matter, addressee, followers},
    rows::{FormLine, remarks},
    sections::title_in_text,
};
use crate::{
    report::{Card, Material, Quote},
    words::{Language, term, text},
};

/// How many other places a point quotes.
// A letter is read by people who have their own plan before them, not those of others: a few places show what is
// meant, and all of them stand in the report. How many is a choice.
const QUOTED: usize = 3;

/// The paragraphs of a finding.
pub(super) fn letter_item(card: &Card, matter: &Matter, material: &Material) -> Vec<FormLine> {
    let language = material.language;
    let mut lines = vec![FormLine::plain(&letter_item_head(card, matter, language), "LetterItem")];
    // Some sentences come with a full stop and some without (a reason typed by a meeting, words of a rule sheet), so
    // every stop at the end goes and one is written: neither 。。 nor an open end.
    let mut say = |zh: &str, en: &str, words: String| {
        if !words.is_empty() {
            let stop = language.pick("。", ".");
            let words =
                format!("{}{}{stop}", language.pick(zh, en), words.trim_end_matches(['。', '.']));
            lines.push(FormLine::plain(&words, "Letter"));
        }
    };
    say("", "", card.told.clone());
    say("你方表述：", "Your plan: ", own_quote(card, matter, language));
    let others = card.quotes.iter().skip(1).take(QUOTED).map(|other| noted(other, language));
    let others: Vec<String> = others.collect();
    say("对照表述：", "Compared with: ", others.join(language.pick("；", "; ")));
    say("建议：", "What we ask: ", card.help.clone());
    say("说明：", "Note: ", remarks(card, language).join(language.pick("；", "; ")));
    say("以往意见：", "Decided before: ", card.standing.clone());
    say("", "", root_elsewhere(card, matter, material));
    say("", "", findings_it_causes(card, material));
    lines
}

/// `3．城镇住房保障受益覆盖率（2025年，约束性）：弱于上级目标（编号ccee38976e）`.
fn letter_item_head(card: &Card, matter: &Matter, language: Language) -> String {
    let number = matter.number(card.number).unwrap_or_default();
    let (indicator, title, id) = (&card.indicator, &card.title, &card.id);
    let year = card.year.map(|year| text! { language; zh: "{year}年", en: "{year}" });
    let class = card.is_binding.then(|| term(language, "binding-involved").to_owned());
    let about: Vec<String> = year.into_iter().chain(class).collect();
    let about = match (about.is_empty(), language) {
        (true, _) => String::new(),
        (_, Language::Zh) => format!("（{}）", about.join("，")),
        (_, Language::En) => format!(" ({})", about.join(", ")),
    };
    match language {
        Language::Zh if indicator.is_empty() => format!("{number}．{title}{about}（编号{id}）"),
        Language::En if indicator.is_empty() => format!("{number}. {title}{about} [{id}]"),
        Language::Zh => format!("{number}．{indicator}{about}：{title}（编号{id}）"),
        Language::En => format!("{number}. {indicator}{about}: {title} [{id}]"),
    }
}

/// What the plan itself says and where; nothing where the whole plan is meant.
fn own_quote(card: &Card, matter: &Matter, language: Language) -> String {
    let Some(quote) = card.quotes.first().filter(|quote| quote.words != card.plan) else {
        return String::new();
    };
    let plan = text! { language; zh: "《{}》", en: "{}, "; card.plan };
    // A source is made as 《plan》 and the place in it; where the plan's name is all of it, cutting it off would
    // leave 见 with nothing behind it.
    let within = quote.source.strip_prefix(&*plan).filter(|within| !within.is_empty());
    // The only plan of a letter need not be named over and over.
    let within = within.filter(|_| matter.plans.len() == 1);
    words_with_source(&quote.words, within.unwrap_or(&quote.source), language)
}

/// The words of a place and where it is.
fn words_with_source(words: &str, source: &str, language: Language) -> String {
    match (words.is_empty(), source.is_empty()) {
        (true, _) => source.to_owned(),
        (_, true) => format!("“{words}”"),
        _ => text! { language; zh: "“{words}”，见{source}", en: "“{words}” ({source})" },
    }
}

/// What is said of a place, and where it is.
fn noted(quote: &Quote, language: Language) -> String {
    let Quote { note, source, words, .. } = quote;
    if note.is_empty() {
        return words_with_source(words, source, language);
    }
    if source.is_empty() {
        return note.clone();
    }
    text! { language; zh: "{note}，见{source}", en: "{note} ({source})" }
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
        zh: "此项源于{plan}（{title}），另函请{region}研究；你方可待其明确后一并修改",
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
