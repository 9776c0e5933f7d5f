//! What exceptions are judged against, and what is said of a decision.

use jiff::civil::Date;
use std::{collections::BTreeMap, sync::Arc};

use crate::{
    catalogue::NameKey,
    config::{Decision, Levels},
    finding::{Draft, Place, Subject},
    rulebook::RuleSheets,
    text::{FileId, Written},
};

use super::{
    Fate,
    claims::{bare_title, title_key},
};

/// What exceptions are judged against.
#[derive(Clone, Copy, Debug)]
pub struct ExceptionScene<'a> {
    /// The sheets of all rules.
    pub sheets: &'a RuleSheets,
    /// The rules that are dropped: nothing is said of exceptions from them.
    pub levels: &'a Levels,
    /// Today.
    pub today: Date,
    /// The titles of the plans of this run that are reported on, by their keys.
    pub plans: &'a BTreeMap<NameKey, Arc<str>>,
}

pub(super) fn place_of_decision(decision: &Decision, file: FileId) -> Place {
    Place::new(file, decision.rule.span)
}

/// The draft as one about a decision.
pub(super) fn draft_about_decision(decision: &Decision, mut draft: Draft) -> Draft {
    let text = |written: &Written| Arc::clone(&written.text);
    draft.subject = Subject {
        plan: Some(bare_title(&decision.plan.text).into()),
        indicator: decision.indicator.as_ref().map(text),
        year: decision.year,
        other: Some(text(&decision.rule)),
        ..Subject::default()
    };
    draft
}

impl ExceptionScene<'_> {
    /// The fate of a decision that speaks of no finding.
    pub(super) fn idle(&self, decision: &Decision) -> Fate {
        let here = self.plans.contains_key(&title_key(&decision.plan.text));
        if here { Fate::Gone } else { Fate::Elsewhere }
    }
}
