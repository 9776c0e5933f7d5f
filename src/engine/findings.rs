//! From drafts to findings: levels, ids, order.

use std::collections::HashSet;

use crate::{
    finding::{Draft, Finding, Level},
    rulebook::Context,
    text::{FileId, Source, Sources},
};

use super::{catalogue_note::say_basis, fingerprint::Fingerprints, levels::CaseLevels};

/// Gives every draft its level and id. Drafts in files that only serve as parents are dropped, as are those whose case is off.
pub fn settle_findings(
    drafts: Vec<(&'static str, Vec<Draft>)>,
    context: &Context,
    levels: &CaseLevels<'_>,
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
        // A plan of `--against` is somebody else's: it is read to be compared with, and its drafter does
        // not read this report.
        .filter(|(_, draft)| !reference.contains(&draft.place.file))
        .map(|(rule, mut draft)| {
            at_home(&mut draft, &context.model.sources);
            say_basis(&mut draft, context.sheets.get(rule), &context.model.catalogue);
            let level = levels.level(draft.place.file, rule, draft.case, draft.confidence);
            Finding { id: String::new(), rule, level, draft, root: None }
        })
        // A rule may run for a single loud case; its others are off all the same.
        .filter(|finding| finding.level != Level::Off)
        .collect();
    // Ids of twins count in the order of their places, so they are given after sorting.
    findings.sort_by(Finding::order);
    for finding in &mut findings {
        finding.id = fingerprints.of(finding.rule, &finding.draft);
    }
    findings
}

/// Brings every place of a draft home. What it would write has no place in a document: only plan files are written again.
fn at_home(draft: &mut Draft, sources: &Sources) {
    let document = sources.get(draft.place.file).is_some_and(Source::is_document);
    // The words of a document have been moved about to make a tree of them: an edit there would not fit
    // the bytes of the file.
    draft.fix = draft.fix.take().filter(|_| !document);
    let related = draft.related.iter_mut().map(|related| &mut related.place);
    for place in related.chain(&mut draft.cause).chain([&mut draft.place]) {
        *place = sources.home(place.clone());
    }
}
