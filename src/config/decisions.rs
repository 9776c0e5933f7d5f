//! From the text of a `planlint.decisions.toml` to decisions, with every problem at once.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use crate::{finding::Ruling, quantity, text::Written};

use super::{
    ConfigProblem, ConfigProblemKind, Expected,
    open::open_toml,
    table::{Problems, TomlEntry, span_of_entry},
};

/// The name of the decisions file, which stands beside the configuration.
pub const DECISIONS_FILE: &str = "planlint.decisions.toml";

/// What a meeting decided about one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The finding's id, where twins have to be told apart.
    pub id: Option<Written>,
    /// The rule's name or title.
    pub rule: Written,
    /// The plan's title.
    pub plan: Written,
    /// The indicator as the plan prints it, when the finding has one.
    pub indicator: Option<Written>,
    /// The year, when the finding has one.
    pub year: Option<i32>,
    /// What was decided.
    pub ruling: Ruling,
    /// 议定值: the value that a finding accepted in part has to come up to, as a plan could write it.
    pub value: Option<Written>,
    /// Why.
    pub reason: Option<Written>,
    /// Who decided.
    pub approver: Option<Written>,
    /// The last day.
    pub until: Option<Written>,
    /// The value the finding is about, as written on the day of the decision.
    pub child: Option<Written>,
    /// The value it was compared with, as written on that day.
    pub parent: Option<Written>,
}

const TEXTS: [&str; 10] =
    ["id", "rule", "plan", "indicator", "value", "reason", "approver", "until", "child", "parent"];

const KEYS: [&str; 12] = [
    "id",
    "rule",
    "plan",
    "indicator",
    "year",
    "verdict",
    "value",
    "reason",
    "approver",
    "until",
    "child",
    "parent",
];

const RULINGS: [&str; 6] = ["accepted", "partly", "declined", "采纳", "部分采纳", "不采纳"];

/// Reads the text of a decisions file.
///
/// # Errors
/// All problems of the file, in the order of their places.
pub fn read_decisions(text: &str) -> Result<Vec<Decision>, Vec<ConfigProblem>> {
    let (table, mut problems) = open_toml(text);
    let mut decisions = Vec::new();
    for (key, entry) in table.get_ref() {
        match (key.get_ref().as_ref(), entry.get_ref()) {
            ("decision", DeValue::Array(list)) => {
                decisions
                    .extend(list.iter().filter_map(|entry| read_decision(&mut problems, entry)));
            }
            ("decision", _) => {
                problems.push(span_of_entry(key), ConfigProblemKind::Expected(Expected::Decisions))
            }
            (other, _) => problems.unknown_key(other, span_of_entry(key), &["decision"]),
        }
    }
    problems.closed(decisions)
}

fn read_decision(problems: &mut Problems, entry: &TomlEntry<'_>) -> Option<Decision> {
    let table = problems.table(entry)?;
    let ruling = read_ruling(problems, table);
    // The year is read by itself: the texts below know its key and pass over it, since it is a number.
    let year = table.iter().find(|(key, _)| key.get_ref() == "year");
    let year = year.and_then(|(_, value)| problems.year(value));
    let mut texts = read_decision_texts(problems, table);
    let place = span_of_entry(entry);
    let mut required = |key: &'static str| {
        let written = texts.remove(key);
        if written.is_none() {
            problems.push(place, ConfigProblemKind::MissingKey(key));
        }
        written
    };
    // Whatever is missing is told before anything fails: the `?` below would stop at the first.
    let (rule, plan) = (required("rule"), required("plan"));
    if !table.iter().any(|(key, _)| key.get_ref() == "verdict") {
        problems.push(place, ConfigProblemKind::MissingKey("verdict"));
    }
    let mut optional = |key: &str| texts.remove(key);
    let value = optional("value");
    let wrong =
        value.as_ref().and_then(|value| Some((value.span, wrong_with_value(value, ruling)?)));
    if let Some((span, kind)) = wrong {
        problems.push(span, kind);
    }
    Some(Decision {
        id: optional("id"),
        rule: rule?,
        plan: plan?,
        indicator: optional("indicator"),
        year,
        ruling: ruling?,
        value,
        reason: optional("reason"),
        approver: optional("approver"),
        until: optional("until"),
        child: optional("child"),
        parent: optional("parent"),
    })
}

fn read_ruling(problems: &mut Problems, table: &DeTable<'_>) -> Option<Ruling> {
    let (_, entry) = table.iter().find(|(key, _)| key.get_ref() == "verdict")?;
    problems.word(entry, &RULINGS, Ruling::read)
}

/// What is wrong with an agreed value beside `ruling`.
fn wrong_with_value(value: &Written, ruling: Option<Ruling>) -> Option<ConfigProblemKind> {
    if !is_agreed_value(&value.text) {
        return Some(ConfigProblemKind::Expected(Expected::Value));
    }
    // 采纳 means the value the finding asks for, 不采纳 the one that stands there: a third one beside them says that
    // something else was meant, and nobody but its writer knows what.
    let other = ruling.filter(|ruling| *ruling != Ruling::Partly);
    other.map(|_| ConfigProblemKind::ValueUnasked)
}

/// Whether words can be held against what a plan states: one target, as a plan could write it.
#[must_use]
pub fn is_agreed_value(words: &str) -> bool {
    // Read as the values of plans are, so that ≥24.8% or 提高到24.8 may be written; of two numbers nobody knows which
    // was agreed.
    let targets = quantity::read_phrase(words).targets;
    matches!(&*targets, [one] if one.low.or(one.high).is_some())
}

/// Every text of a decision by its key; one that is blank counts as missing.
fn read_decision_texts(
    problems: &mut Problems,
    table: &DeTable<'_>,
) -> BTreeMap<&'static str, Written> {
    let mut texts = BTreeMap::new();
    // `reason = ""` is what a form writes where nobody filled in a reason; it must not count as one.
    for (key, entry) in table {
        let name = key.get_ref().as_ref();
        if let Some(known) = TEXTS.into_iter().find(|known| *known == name) {
            let written = problems.written(entry);
            texts.extend(written.filter(|w| !w.text.is_empty()).map(|written| (known, written)));
        } else if !KEYS.contains(&name) {
            problems.unknown_key(name, span_of_entry(key), &KEYS);
        }
    }
    texts
}
