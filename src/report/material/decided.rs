//! What comments and decisions allow, and what became of what meetings decided.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    config::Decision,
    engine::Outcome,
    finding::{Allowed, AllowedBy},
    suppress::{Decided, Fate},
    text::Written,
    words::{Language, Words, term, text},
};

use super::{Card, quote::file_and_position};

/// A finding that somebody allowed.
#[derive(Clone, Debug, Serialize)]
pub struct AllowRow {
    /// The finding's id.
    pub id: String,
    /// The rule's title.
    pub title: String,
    /// The region.
    pub region: String,
    /// The plan.
    pub plan: String,
    /// The indicator as printed.
    pub indicator: String,
    /// The year.
    pub year: Option<i32>,
    /// What the finding says.
    pub message: String,
    /// What allows it.
    pub by: AllowSource,
    /// 部分采纳 or 不采纳; empty for a comment.
    pub ruling: String,
    /// The value that was agreed on; empty where it was not accepted in part.
    pub value: String,
    /// The reason.
    pub reason: String,
    /// Who decided; empty for a comment.
    pub approver: String,
    /// Until when; empty when nothing is said.
    pub until: String,
    /// Where the allow stands.
    pub at: String,
}

/// What allows a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllowSource {
    /// A comment in the plan.
    Comment,
    /// The decision of a meeting.
    Decision,
}

/// One decision of a meeting and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct DecisionRow {
    /// The rule's title.
    pub title: String,
    /// The plan.
    pub plan: String,
    /// The indicator; empty when none is named.
    pub indicator: String,
    /// The year.
    pub year: Option<i32>,
    /// 采纳, 部分采纳 or 不采纳.
    pub ruling_word: &'static str,
    /// The value that was agreed on; empty where none is.
    pub value: String,
    /// The reason.
    pub reason: String,
    /// Who decided.
    pub approver: String,
    /// Until when; empty when nothing is said.
    pub until: String,
    /// What became of it.
    pub state: DecisionState,
    /// The same in words.
    pub state_word: &'static str,
    /// The values of then and now, where it has lapsed; else empty.
    pub since_then: String,
    /// The number of the card it speaks of, where the finding is still there.
    pub card: Option<usize>,
    /// Where the decision stands.
    pub at: String,
}

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionState {
    /// Nothing is found any more.
    Fixed,
    /// The finding is accepted with its reason.
    Covered,
    /// It is to be mended and still there.
    Open,
    /// A value has changed, so that the decision covers no longer.
    Lapsed,
    /// Its plan is not here, or its rule was not run.
    Unasked,
    /// Its last day has passed.
    Expired,
    /// It does not hold as it is written.
    Invalid,
}

impl DecisionState {
    /// How soon a meeting has to come back to it, 0 first; nothing where it is settled or was not looked at.
    #[must_use]
    pub fn urgency(self) -> Option<u8> {
        match self {
            Self::Expired => Some(0),
            Self::Lapsed => Some(1),
            Self::Open => Some(2),
            Self::Invalid => Some(3),
            Self::Fixed | Self::Covered | Self::Unasked => None,
        }
    }
}

/// The register.
pub(super) fn allow_rows(outcome: &Outcome, words: &Words) -> Vec<AllowRow> {
    outcome.allowed.iter().map(|allowed| allow_row(outcome, words, allowed)).collect()
}

fn allow_row(outcome: &Outcome, words: &Words, allowed: &Allowed) -> AllowRow {
    let subject = &allowed.finding.draft.subject;
    let shown = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let (by, ruling, value, approver) = match &allowed.by {
        AllowedBy::Comment => (AllowSource::Comment, "", None, ""),
        AllowedBy::Decision { ruling, value, approver } => {
            let ruling = term(words.language(), ruling.key());
            (AllowSource::Decision, ruling, value.as_deref(), &**approver)
        }
    };
    AllowRow {
        id: allowed.finding.id.clone(),
        title: words.title(allowed.finding.rule).to_owned(),
        region: shown(subject.region.as_deref()),
        plan: shown(subject.plan.as_deref()),
        indicator: shown(subject.indicator.as_deref()),
        year: subject.year,
        message: words.message(&allowed.finding),
        by,
        ruling: ruling.to_owned(),
        value: shown(value),
        reason: shown(Some(&allowed.reason)),
        approver: shown(Some(approver)),
        until: shown(allowed.until.as_deref()),
        at: file_and_position(&outcome.sources, &allowed.place),
    }
}

/// The decisions in the order of their file.
pub(super) fn decision_rows(outcome: &Outcome, cards: &[Card], words: &Words) -> Vec<DecisionRow> {
    let cards = cards.iter().map(|card| (&*card.id, card)).collect();
    outcome.decided.iter().map(|decided| decision_row(outcome, &cards, words, decided)).collect()
}

fn decision_row(
    outcome: &Outcome,
    cards: &BTreeMap<&str, &Card>,
    words: &Words,
    decided: &Decided,
) -> DecisionRow {
    let Decided { decision, fate, place } = decided;
    let text = |written: &Option<Written>| {
        written.as_ref().map(|written| written.text.to_string()).unwrap_or_default()
    };
    // A decision may name the rule by its key or by the title of the form. One that no sheet knows any more is shown
    // as it was written: it is somebody's decision still.
    let rule = words.sheets().named(&decision.rule.text).unwrap_or(&decision.rule.text);
    let card = match fate {
        Fate::Open(id) | Fate::Short(id) | Fate::Valueless(id) | Fate::Lapsed(id) => {
            cards.get(&**id).copied()
        }
        _ => None,
    };
    let lapsed = card.filter(|_| matches!(fate, Fate::Lapsed(_)));
    let (state, state_word) = fate_words(words.language(), fate, decision);
    DecisionRow {
        title: words.title(rule).to_owned(),
        plan: decision.plan.text.to_string(),
        indicator: text(&decision.indicator),
        year: decision.year,
        ruling_word: term(words.language(), decision.ruling.key()),
        value: text(&decision.value),
        reason: text(&decision.reason),
        approver: text(&decision.approver),
        until: text(&decision.until),
        state,
        state_word,
        since_then: lapsed.map(|card| card.standing.clone()).unwrap_or_default(),
        card: card.map(|card| card.number),
        at: file_and_position(&outcome.sources, place),
    }
}

impl DecisionRow {
    /// The ruling with the value that was agreed on: 部分采纳（议定值 24.8）.
    #[must_use]
    pub fn ruling_with_value(&self, language: Language) -> String {
        let Self { ruling_word, value, .. } = self;
        if value.is_empty() {
            return (*ruling_word).to_owned();
        }
        text! { language;
            zh: "{ruling_word}（议定值 {value}）",
            en: "{ruling_word} (agreed value {value})"
        }
    }
}

fn fate_words(
    language: Language,
    fate: &Fate,
    decision: &Decision,
) -> (DecisionState, &'static str) {
    use DecisionState::{Covered, Expired, Fixed, Invalid, Lapsed, Open, Unasked};
    let (state, zh, en) = match fate {
        Fate::Covers(_) => (Covered, "有理由保留", "kept for a reason"),
        Fate::Open(_) => (Open, "尚未修改", "not mended yet"),
        Fate::Short(_) => (Open, "尚未改到议定值", "agreed value not reached yet"),
        Fate::Valueless(_) => (Open, "未写议定值，问题保留", "no agreed value, the finding stays"),
        Fate::Lapsed(_) => (Lapsed, "数值有变，意见失效", "lapsed: a value has changed"),
        // Nothing is found any more, which is not to say that what was agreed on is there: 24.5 may do as well as 24.8.
        Fate::Gone if decision.value.is_some() => {
            (Fixed, "已不再列出，请核对议定值", "no longer listed; look at the agreed value")
        }
        Fate::Gone => (Fixed, "问题已解决", "resolved"),
        Fate::Elsewhere => {
            (Unasked, "该规划不在本次检查之内", "its plan was not checked this time")
        }
        Fate::Unasked => (Unasked, "该规则本次未检查", "its rule was not run this time"),
        Fate::Expired => (Expired, "期限已过", "its last day has passed"),
        Fate::Invalid => (Invalid, "意见不符合要求，未生效", "does not hold as written"),
    };
    (state, language.pick(zh, en))
}
