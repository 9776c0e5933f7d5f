//! One step as a row: from which number on, how many fall short, and who turns there.

use crate::{
    config::Language,
    engine::ShortfallCount,
    finding::Level,
    views::{Direction, Margin, MarginStep, Turned},
    words::{number_with_unit, term, term_of, text},
};

/// The most regions that are named in a row; the document for machines names all.
// A province may have ninety counties that turn at one number; twelve names are a choice of about two lines.
const MOST: usize = 12;

/// The head, the row before the first step, and one row for each step.
pub(super) fn limit_rows(language: Language, margin: &Margin) -> Vec<[String; 6]> {
    let [below, short, turning] = language
        .pick(["目标", "达不到的下级", "在此变化"], ["target", "fall short", "who turns here"]);
    let [error, warning, info] =
        [Level::Error, Level::Warning, Level::Info].map(|level| term_of(language, level));
    let mut rows = vec![[below, short, error, warning, info, turning].map(str::to_owned)];
    let steps = margin.below.steps.as_deref().unwrap_or_default();
    let first = steps.first().map_or_else(
        || language.pick("任何数", "any number").to_owned(),
        |step| before_first_step(language, margin, step),
    );
    rows.push(limit_row(
        first,
        margin.below.start.all().to_string(),
        margin.below.start,
        who(language, &margin.below.always),
    ));
    rows.extend(steps.iter().map(|step| {
        let (from, who) = (from(language, margin, step), who(language, &step.turns));
        limit_row(from, count_with_tiers(language, step), step.broken, who)
    }));
    rows
}

fn limit_row(number: String, count: String, broken: ShortfallCount, who: String) -> [String; 6] {
    let [errors, warnings, infos] =
        [broken.errors, broken.warnings, broken.infos].map(|count| count.to_string());
    [number, count, errors, warnings, infos, who]
}

/// The number with its unit, rounded where it is long.
fn step_number(language: Language, margin: &Margin, step: &MarginStep) -> String {
    let about = if step.number == step.short { "" } else { language.pick("约", " about") };
    format!("{about} {}", number_with_unit(language, &step.short, &margin.figure.unit))
}

/// What lies before the first step.
fn before_first_step(language: Language, margin: &Margin, step: &MarginStep) -> String {
    let number = step_number(language, margin, step);
    let lower = margin.figure.direction == Some(Direction::Lower);
    let (zh, en) = match (lower, step.beyond) {
        (false, true) => ("不超过", "up to"),
        (true, true) => ("不低于", "down to"),
        (false, false) => ("低于", "below"),
        (true, false) => ("高于", "above"),
    };
    format!("{}{number}", language.pick(zh, en))
}

fn from(language: Language, margin: &Margin, step: &MarginStep) -> String {
    let number = step_number(language, margin, step);
    let lower = margin.figure.direction == Some(Direction::Lower);
    let (zh, en) = match (lower, step.beyond) {
        (false, true) => ("高于", "above"),
        (true, true) => ("低于", "below"),
        (false, false) => ("达到", "from"),
        (true, false) => ("降到", "down from"),
    };
    format!("{}{number}", language.pick(zh, en))
}

/// `3（市 1、县 2）`.
fn count_with_tiers(language: Language, step: &MarginStep) -> String {
    let all = step.broken.all();
    let named = step.tiers.iter().filter(|(tier, _)| !tier.is_empty());
    let tiers: Vec<String> =
        named.map(|(tier, count)| format!("{} {count}", term(language, tier))).collect();
    match tiers.is_empty() {
        true => all.to_string(),
        false => {
            let tiers = tiers.join(language.pick("、", ", "));
            text! { language; zh: "{all}（{tiers}）", en: "{all} ({tiers})" }
        }
    }
}

fn who(language: Language, turns: &[Turned]) -> String {
    let named: Vec<String> =
        turns.iter().take(MOST).map(|turn| turned_child_words(language, turn)).collect();
    let named = named.join(language.pick("、", ", "));
    match turns.len() {
        all if all > MOST => {
            text! { language; zh: "{named}等 {all} 个", en: "{named} and others, {all} in all" }
        }
        _ => named,
    }
}

/// 德清县 须核改, or 德清县 供参考→须核改 for one that was short before.
fn turned_child_words(language: Language, turn: &Turned) -> String {
    let said = |level: Option<Level>| match level {
        Some(level) => term_of(language, level),
        None => language.pick("达到", "meets it"),
    };
    let now = said(turn.level);
    match turn.was {
        Some(_) => format!("{} {}→{now}", turn.region, said(turn.was)),
        None => format!("{} {now}", turn.region),
    }
}
