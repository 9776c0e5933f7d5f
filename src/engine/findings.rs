//! From drafts to findings: levels, ids, order.

use std::collections::{HashMap, HashSet};

use crate::{
    catalogue::RegionId,
    config::{Placed, Settings},
    finding::{Confidence, Draft, Finding, Level},
    rulebook::{Context, Sheets},
    text::{FileId, Source, Sources},
};

use super::{basis::say_basis, fingerprint::Fingerprints};

/// Gives every draft its level and id. Drafts in files that only serve as parents are dropped, as are those whose case is off.
pub fn settle(
    drafts: Vec<(&'static str, Vec<Draft>)>,
    context: &Context,
    sheets: &Sheets,
    levels: &Placed<'_>,
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
            at_home(&mut draft, &context.model.sources);
            say_basis(&mut draft, sheets.get(rule), &context.model.catalogue);
            let level = level(rule, &draft, sheets, levels);
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

/// Brings every place of a draft home. What it would write has no place in a document: only plan files are written again.
fn at_home(draft: &mut Draft, sources: &Sources) {
    let document = sources.get(draft.place.file).is_some_and(Source::is_document);
    draft.fix = draft.fix.take().filter(|_| !document);
    let related = draft.related.iter_mut().map(|related| &mut related.place);
    for place in related.chain(&mut draft.cause).chain([&mut draft.place]) {
        *place = sources.home(place.clone());
    }
}

/// The case's level in the sheet, capped by the settings; what rests on an inference is never an error.
fn level(rule: &str, draft: &Draft, sheets: &Sheets, levels: &Placed<'_>) -> Level {
    let sheet = sheets.get(rule).and_then(|sheet| sheet.levels.get(draft.case));
    let default = sheet.copied().unwrap_or(Level::Warning);
    let capped = match draft.confidence {
        Confidence::Review => default.min(Level::Warning),
        Confidence::Certain => default,
    };
    levels.settle(draft.place.file, rule, capped)
}

/// The levels of `settings` for each file, by its path, the region of its plan and those above it.
pub fn placed<'a>(settings: &'a Settings, context: &Context) -> Placed<'a> {
    let Context { model, forest, .. } = context;
    if settings.levels.overrides.is_empty() {
        return Placed::everywhere(&settings.levels);
    }
    let regions: HashMap<FileId, RegionId> =
        model.plans().filter_map(|(_, plan)| Some((plan.file, plan.region?))).collect();
    let name = |id: &RegionId| &*model.catalogue.region_of(*id).name;
    let line = |region: &RegionId| {
        std::iter::once(region).chain(forest.ancestors(*region)).map(name).collect()
    };
    let file = |(file, source): (FileId, &Source)| {
        let line = regions.get(&file).map(line).unwrap_or_default();
        (file, settings.workspace.inside(&source.path), line)
    };
    Placed::of(&settings.levels, model.sources.iter().map(file))
}
