//! Tells known findings from new ones: known is what the baseline lists, no louder and with no larger gap than then.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    config::KnownFinding,
    finding::{Draft, Finding, Place, RISEN, Subject},
    rulebook::RuleSheets,
    text::{FileId, Span, Written},
};

use super::{
    ExceptionScene, Values, claims::title_key, validity::Ruled, values::ThenAndNow, values_of,
};

const STALE: &str = "stale-baseline";

/// Findings told apart by a list of known ones.
#[derive(Debug, Default)]
pub struct Recognised {
    /// Those that are new or have become worse, in their order.
    pub fresh: Vec<Finding>,
    /// Those that are known, in their order.
    pub known: Vec<Finding>,
    /// The ids of the entries that match nothing, though their plan was looked at.
    pub gone: Vec<Arc<str>>,
    /// What is to be said of these, as drafts of the rule that is named.
    pub drafts: Vec<(&'static str, Draft)>,
}

/// The entry for a finding; `None` for one that nobody can live with: what could not be read, and what is wrong with
/// exceptions themselves.
#[must_use]
pub fn baseline_entry(finding: &Finding, sheets: &RuleSheets) -> Option<KnownFinding> {
    sheets.get(finding.rule).filter(|sheet| sheet.allowable)?;
    let Subject { plan, indicator, year, other, .. } = &finding.draft.subject;
    let Values { child, parent } = values_of(&finding.draft);
    Some(KnownFinding {
        id: Written { text: finding.id.as_str().into(), span: Span::new(0, 0) },
        rule: finding.rule.into(),
        level: finding.level,
        plan: plan.clone()?,
        indicator: indicator.clone(),
        year: *year,
        other: other.clone(),
        child,
        parent,
    })
}

/// Splits `findings` by the entries of the baseline in `file`.
#[must_use]
pub fn recognise_known(
    findings: Vec<Finding>,
    entries: &[KnownFinding],
    file: FileId,
    scene: &ExceptionScene<'_>,
) -> Recognised {
    let mut recognised = Recognised::default();
    let by_id: BTreeMap<&str, &KnownFinding> =
        entries.iter().map(|known| (&*known.id.text, known)).collect();
    let mut matched = BTreeSet::new();
    for mut finding in findings {
        // An id alone is not enough: what nobody can live with (a file that was not read) is never known,
        // even if the list names it.
        let known = by_id
            .get(finding.id.as_str())
            .filter(|_| baseline_entry(&finding, scene.sheets).is_some());
        let Some(known) = known else {
            recognised.fresh.push(finding);
            continue;
        };
        // Worse than then is still the same finding: its entry is not stale.
        matched.insert(&*known.id.text);
        match risen(known, &finding) {
            None => recognised.known.push(finding),
            Some(risen) => {
                let place = Place::new(file, known.id.span);
                finding.draft = finding.draft.note(RISEN, place, risen);
                recognised.fresh.push(finding);
            }
        }
    }
    for known in entries.iter().filter(|known| !matched.contains(&*known.id.text)) {
        // Where its plan or rule was left out of this run, nobody looked, and an entry that is not needed
        // cannot be told.
        if judged(known, scene) {
            recognised.gone.push(Arc::clone(&known.id.text));
            recognised.drafts.push(stale(known, file));
        }
    }
    recognised
}

/// What has become worse of a known finding.
#[derive(Debug, Serialize)]
struct RisenNote {
    #[serde(flatten)]
    values: ThenAndNow,
    louder: bool,
    then_level: &'static str,
    now_level: &'static str,
}

fn risen(known: &KnownFinding, finding: &Finding) -> Option<RisenNote> {
    let then = Values { child: known.child.clone(), parent: known.parent.clone() };
    // Another level, or a wider gap: the list accepted what there was on its day, and no more.
    let louder = finding.level > known.level;
    if !louder && then.still_cover(&finding.draft) {
        return None;
    }
    Some(RisenNote {
        values: then.beside(&values_of(&finding.draft)),
        louder,
        then_level: known.level.key(),
        now_level: finding.level.key(),
    })
}

/// Whether this run would have found it: its plan was looked at, its rule was run.
fn judged(known: &KnownFinding, scene: &ExceptionScene<'_>) -> bool {
    scene.plans.contains_key(&title_key(&known.plan)) && !scene.levels.dropped(&known.rule)
}

/// The rule of a known finding that is none any more.
#[derive(Debug, Serialize)]
struct StaleKnownFacts {
    rule: Arc<str>,
}

fn stale(known: &KnownFinding, file: FileId) -> Ruled {
    let subject = Subject {
        plan: Some(Arc::clone(&known.plan)),
        indicator: known.indicator.clone(),
        year: known.year,
        other: Some(Arc::clone(&known.id.text)),
        ..Subject::default()
    };
    let draft = Draft::new("stale", subject, Place::new(file, known.id.span));
    (STALE, draft.tells(StaleKnownFacts { rule: Arc::clone(&known.rule) }))
}
