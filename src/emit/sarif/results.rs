//! Findings as results: those that stand, those that are known or accepted, and those that are gone.

use crate::{
    engine::{Outcome, Past},
    finding::{Allowed, AllowedBy, Finding, rank},
    words::Words,
};

use super::{
    super::{
        escape,
        finding_lines::{Teller, ToldNote},
        footer,
    },
    place::{artifact, sarif_file_location, sarif_location, sarif_region},
    rules::{SarifRuleList, sarif_level},
    shape::{
        Fingerprint, Message, Properties, Replacement, Result, SarifChange, SarifContent, SarifFix,
        SarifLocation, Suppression, Terms,
    },
};

/// Puts findings into results.
pub(super) struct Results<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) words: &'a Words,
    pub(super) rules: &'a SarifRuleList<'a>,
}

impl<'a> Results<'a> {
    /// Every result: the findings with the known ones in the order of their places, then what is accepted, then what is gone.
    pub(super) fn all(&self) -> Vec<Result<'a>> {
        let Outcome { findings, known, allowed, since, .. } = self.outcome;
        let teller = Teller::new(self.outcome, self.words);
        let mut current: Vec<(&Finding, bool)> = findings.iter().map(|one| (one, false)).collect();
        current.extend(known.iter().map(|one| (one, true)));
        current.sort_by(|(one, _), (other, _)| one.order(other));
        let current = current.into_iter().map(|(finding, known)| Result {
            // Known findings are results that are suppressed, not left out: a viewer that loses them would report
            // them as new once they return.
            suppressions: if known { vec![self.known()] } else { Vec::new() },
            baseline_state: self.state(finding),
            ..self.result(&teller, finding)
        });
        let accepted = allowed.iter().map(|one| Result {
            suppressions: vec![self.accepted(one)],
            ..self.result(&teller, &one.finding)
        });
        let gone = since.iter().flat_map(|since| &since.fixed).map(|past| self.gone(past));
        current.chain(accepted).chain(gone).collect()
    }

    /// Whether an earlier run had the finding, when one was given.
    fn state(&self, finding: &Finding) -> Option<&'static str> {
        self.outcome.since.as_ref()?;
        Some(if self.outcome.is_new(finding) { "new" } else { "unchanged" })
    }

    fn result(&self, teller: &Teller, finding: &'a Finding) -> Result<'a> {
        let subject = &finding.draft.subject;
        let mut told = teller.tell(finding);
        let notes = std::mem::take(&mut told.notes);
        let fix = told.fix.take().unwrap_or_default();
        Result {
            rule_id: finding.rule,
            rule_index: self.rules.index(finding.rule),
            level: sarif_level(finding.level),
            rank: Some(rank(finding)),
            message: Message::plain(&told.short()),
            locations: self.location(finding).into_iter().collect(),
            related_locations: self.related(finding, &notes),
            partial_fingerprints: Fingerprint { id: &finding.id },
            suppressions: Vec::new(),
            baseline_state: None,
            fixes: self.fix(finding, &fix).into_iter().collect(),
            properties: Properties {
                confidence: Some(finding.confidence()),
                region: subject.region.as_deref(),
                plan: subject.plan.as_deref(),
                indicator: subject.indicator.as_deref(),
                year: subject.year,
                root: finding.root.as_deref(),
            },
        }
    }

    fn location(&self, finding: &Finding) -> Option<SarifLocation> {
        sarif_location(&self.outcome.sources, self.words, finding.place(), None)
    }

    fn related(&self, finding: &Finding, notes: &[ToldNote]) -> Vec<SarifLocation> {
        let related = finding.draft.related.iter().zip(notes);
        let related = related.filter_map(|(other, note)| {
            sarif_location(&self.outcome.sources, self.words, &other.place, Some(&note.message))
        });
        related.collect()
    }

    /// The fix of a plan file; the text of a document is none of its own.
    fn fix(&self, finding: &'a Finding, said: &str) -> Option<SarifFix<'a>> {
        let source = self.outcome.sources.get(finding.place().file)?;
        let fix = finding.draft.fix.as_ref().filter(|_| !source.is_document())?;
        let replacements = fix.edits.iter().map(|edit| Replacement {
            deleted_region: sarif_region(source, edit.span),
            inserted_content: SarifContent { text: &edit.text },
        });
        Some(SarifFix {
            description: Message::plain(said),
            artifact_changes: [SarifChange {
                artifact_location: artifact(&source.path),
                replacements: replacements.collect(),
            }],
        })
    }

    /// A known finding: the file of known findings lists it.
    fn known(&self) -> Suppression<'a> {
        let listed = self.words.language().pick("已列入存量问题", "listed as known");
        Suppression {
            kind: "external",
            status: "accepted",
            justification: listed.to_owned(),
            location: None,
            properties: Terms::default(),
        }
    }

    fn accepted(&self, allowed: &'a Allowed) -> Suppression<'a> {
        let until = allowed.until.as_deref();
        let (kind, properties) = match &allowed.by {
            AllowedBy::Comment => ("inSource", Terms { until, ..Terms::default() }),
            AllowedBy::Decision { ruling, value, approver } => {
                let (verdict, value) = (Some(ruling.key()), value.as_deref());
                ("external", Terms { verdict, value, approver: Some(&**approver), until })
            }
        };
        Suppression {
            kind,
            status: "accepted",
            justification: escape(&allowed.reason).into_owned(),
            location: sarif_location(&self.outcome.sources, self.words, &allowed.place, None),
            properties,
        }
    }

    /// What an earlier run had found and this one has not.
    fn gone(&self, past: &'a Past) -> Result<'a> {
        Result {
            rule_id: &past.rule,
            rule_index: self.rules.index(&past.rule),
            level: sarif_level(past.level),
            rank: None,
            message: Message::plain(&footer::fixed_finding_line(self.words, past)),
            locations: vec![sarif_file_location(&past.file)],
            related_locations: Vec::new(),
            partial_fingerprints: Fingerprint { id: &past.id },
            suppressions: Vec::new(),
            baseline_state: Some("absent"),
            fixes: Vec::new(),
            properties: Properties {
                region: past.region.as_deref(),
                plan: past.plan.as_deref(),
                indicator: past.indicator.as_deref(),
                year: past.year,
                ..Properties::default()
            },
        }
    }
}
