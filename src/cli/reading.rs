//! What a phrase means, as `planlint read` shows it.

use serde::Serialize;

use crate::{
    quantity::{Decimal, Quantity, Reading, ReadingKind, Relative},
    text::Keyed,
    views::relative_key,
    words::{Language, number_with_unit, plain_number, term, term_of, text},
};

/// One phrase as JSON: its targets, and the first of them once more.
#[derive(Debug, Serialize)]
pub(super) struct JsonPhrase<'a> {
    phrase: &'a str,
    targets: Vec<JsonPhraseTarget<'a>>,
    #[serde(flatten)]
    first: JsonPhraseTarget<'a>,
    /// The words that stopped it.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped: Option<&'a str>,
    kind: &'static str,
}

#[derive(Clone, Debug, Default, Serialize)]
struct JsonPhraseTarget<'a> {
    comparator: &'static str,
    low: Option<String>,
    high: Option<String>,
    unit: Option<&'a str>,
    basis: Option<&'static str>,
    relative_to: Option<String>,
    condition: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<String>,
}

/// The shape of one phrase.
pub(super) fn phrase_shape<'a>(phrase: &'a str, reading: &'a Reading) -> JsonPhrase<'a> {
    let targets: Vec<JsonPhraseTarget<'_>> =
        reading.targets.iter().map(phrase_target_shape).collect();
    let none = match reading.kind {
        ReadingKind::NotATarget => "not_target",
        _ => "none",
    };
    let first = targets
        .first()
        .cloned()
        .unwrap_or(JsonPhraseTarget { comparator: none, ..JsonPhraseTarget::default() });
    let stopped = reading.stopped.map(|span| span.of(phrase));
    JsonPhrase { phrase, targets, first, stopped, kind: reading_kind_key(reading.kind) }
}

fn phrase_target_shape(quantity: &Quantity) -> JsonPhraseTarget<'_> {
    let number = |number: Option<Decimal>| number.map(plain_number);
    JsonPhraseTarget {
        comparator: quantity.comparator.key(),
        low: number(quantity.low),
        high: number(quantity.high),
        unit: quantity.unit.as_ref().map(|unit| &*unit.name),
        basis: quantity.basis.map(|basis| basis.key()),
        relative_to: quantity.relative.as_ref().map(relative_key),
        condition: quantity.condition.as_deref(),
        year: quantity.year,
        start: number(quantity.start),
        change: number(quantity.change),
    }
}

/// What a phrase means, in one sentence part a target.
pub(super) fn say(language: Language, phrase: &str, reading: &Reading) -> String {
    if reading.targets.is_empty() {
        let kind = term(language, reading_kind_key(reading.kind));
        let stopped = reading.stopped.map(|span| span.of(phrase)).map(|words| {
            text! { language; zh: "（读不懂“{words}”）", en: " (because of “{words}”)" }
        });
        return format!("{kind}{}", stopped.unwrap_or_default());
    }
    let targets: Vec<String> =
        reading.targets.iter().map(|one| quantity_sentence(language, one)).collect();
    targets.join(language.pick("；", "; "))
}

/// What one quantity says.
pub(super) fn quantity_sentence(language: Language, quantity: &Quantity) -> String {
    let unit = quantity.unit.as_ref().map_or("", |unit| &*unit.name);
    let number = |number: Decimal| number_with_unit(language, &plain_number(number), unit);
    let numbers = match (quantity.low, quantity.high) {
        // 6.5%-7%左右 has two ends, too.
        (Some(low), Some(high)) if low != high => {
            format!(" {}–{}", plain_number(low), number(high))
        }
        (low, high) => low.or(high).map_or(String::new(), |one| format!(" {}", number(one))),
    };
    let relative = quantity.relative.as_ref().map(|relative| match relative {
        Relative::Base { year: Some(year), .. } => {
            text! { language; zh: "较 {year} 年", en: "against {year}" }
        }
        Relative::Base { year: None, .. } => language.pick("较基期", "against the base").to_owned(),
        Relative::Of(average) => term_of(language, average).to_owned(),
    });
    let basis = quantity.basis.map(|basis| term_of(language, basis).to_owned());
    let condition = quantity.condition.as_deref().map(str::to_owned);
    let year = quantity.year.map(|year| text! { language; zh: "{year} 年", en: "in {year}" });
    let start = quantity.start.map(|start| {
        let start = number_with_unit(language, &plain_number(start), unit);
        text! { language; zh: "从 {start} 起", en: "from {start}" }
    });
    let change = quantity.change.map(|change| {
        let change = plain_number(change);
        text! { language; zh: "变化 {change}", en: "a change of {change}" }
    });
    let object = quantity.object.as_deref().map(str::to_owned);
    let softener = quantity.softener.as_deref().map(str::to_owned);
    let details: Vec<String> = [year, condition, object, relative, start, change, basis, softener]
        .into_iter()
        .flatten()
        .collect();
    let details = match (language, details.is_empty()) {
        (_, true) => String::new(),
        (Language::Zh, false) => format!("（{}）", details.join("，")),
        (Language::En, false) => format!(" ({})", details.join(", ")),
    };
    format!("{}{numbers}{details}", term_of(language, quantity.comparator))
}

fn reading_kind_key(kind: ReadingKind) -> &'static str {
    match kind {
        ReadingKind::Targets => "targets",
        ReadingKind::Placeholder => "placeholder",
        ReadingKind::Absent => "absent",
        ReadingKind::NotATarget => "not-a-target",
        ReadingKind::Unreadable => "unreadable",
    }
}
