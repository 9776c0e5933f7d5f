//! From drafts to findings: levels, ids, order.

use std::collections::HashSet;

use crate::{
    config::Settings,
    finding::{Confidence, Draft, Finding, Level},
    rulebook::{Context, Sheets},
    text::FileId,
};

use super::{basis::say_basis, fingerprint::Fingerprints};

/// Gives every draft its level and id. Drafts in files that only serve as parents are dropped, as are those whose case is off.
pub fn settle(
    drafts: Vec<(&'static str, Vec<Draft>)>,
    context: &Context,
    sheets: &Sheets,
    settings: &Settings,
    fingerprints: &mut Fingerprints,
) -> Vec<Finding> {
    let reference: HashSet<FileId> = context
        .model
        .plans()
        .filter(|(_, plan)| plan.reference_only)
        .map(|(_, plan)| plan.file)
        .collect();
    let mut findings: Vec<Finding> = drafts
        .into_iter()
        .flat_map(|(rule, drafts)| drafts.into_iter().map(move |draft| (rule, draft)))
        .filter(|(_, draft)| !reference.contains(&draft.place.file))
        .map(|(rule, mut draft)| {
            say_basis(&mut draft, sheets.get(rule), &context.model.catalogue);
            let level = level(rule, &draft, sheets, settings);
            Finding { id: String::new(), rule, level, draft, root: None }
        })
        .filter(|finding| finding.level != Level::Off)
        .collect();
    // Ids of twins count in the order of their places, so they are given after sorting.
    findings.sort_by(Finding::order);
    for finding in &mut findings {
        finding.id = fingerprints.of(finding.rule, &finding.draft);
    }
    findings
}

/// The case's level in the sheet, capped by the settings; what rests on an inference is never an error.
fn level(rule: &str, draft: &Draft, sheets: &Sheets, settings: &Settings) -> Level {
    let sheet = sheets.get(rule).and_then(|sheet| sheet.levels.get(draft.case));
    let default = sheet.copied().unwrap_or(Level::Warning);
    let capped = match draft.confidence {
        Confidence::Review => default.min(Level::Warning),
        Confidence::Certain => default,
    };
    settings.levels.settle(rule, capped)
}
