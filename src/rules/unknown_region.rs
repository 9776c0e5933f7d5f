//! Words that should name a region and name none, or several.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    finding::Drafts,
    rulebook::{Context, draft_in},
    text::{FileId, Place, Span},
};

/// More candidates than these are not listed.
const SHOWN: usize = 5;

/// So many names are looked at for suggestions in one run: a table of strangers is no list of misspellings.
// A choice that bounds the time: only a made-up file names so many strangers.
const COMPARED: usize = 1 << 18;

/// Where the same words stand in one file.
type Mentions<'a> = BTreeMap<(FileId, &'a Arc<str>), BTreeSet<Span>>;

/// Reports each unknown or ambiguous name once a file, at its first place.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let catalogue = &context.model.catalogue;
    let mut left = COMPARED;
    for ((file, written), spans) in mentions(context) {
        if let Some(&first) = spans.first() {
            let (candidates, places) = (catalogue.candidates(written), spans.len());
            let draft = if candidates.is_empty() {
                // The budget counts names looked at, so many unknown regions beside a large register
                // cannot take their product.
                left = left.saturating_sub(catalogue.known_regions());
                let told = told(context, written, file, places, left > 0);
                draft_in(context, "unknown", file, first, told)
            } else {
                let shown = candidates.iter().take(SHOWN).cloned().collect();
                let told =
                    AmbiguousRegionFacts { candidates: shown, total: candidates.len(), places };
                draft_in(context, "ambiguous", file, first, told)
            };
            drafts.push(draft);
        }
    }
}

fn mentions<'a>(context: &Context<'a>) -> Mentions<'a> {
    let model = context.model;
    let written = model.unknown_regions.iter().map(|(written, place)| (written, place));
    // A parent that is written and not found leaves its region without one: the same words, told in the
    // same way.
    let orphans = model.catalogue.regions().filter(|(_, region)| region.parent.is_none());
    let parents = orphans.filter_map(|(_, region)| {
        region.parent_written.as_ref().map(|(written, place)| (written, place))
    });
    let mut mentions = Mentions::new();
    for (written, Place { file, span, .. }) in written.chain(parents) {
        if !written.is_empty() {
            mentions.entry((*file, written)).or_default().insert(*span);
        }
    }
    mentions
}

/// What is said of a name that several regions have.
#[derive(Debug, Serialize)]
struct AmbiguousRegionFacts {
    candidates: Vec<String>,
    total: usize,
    places: usize,
}

/// What is said of a name that no region has.
#[derive(Debug, Serialize)]
struct UnknownRegionFacts {
    nearest: Option<Arc<str>>,
    document: bool,
    name: Arc<str>,
    above: Arc<str>,
    places: usize,
}

fn told(
    context: &Context,
    written: &str,
    file: FileId,
    places: usize,
    suggested: bool,
) -> UnknownRegionFacts {
    let catalogue = &context.model.catalogue;
    let nearest = suggested.then(|| catalogue.nearest_region(written)).flatten();
    let source = context.model.sources.get(file);
    let document = source.is_some_and(|source| source.is_document());
    let name = written.rsplit('/').next().unwrap_or_default();
    let above = written.strip_suffix(name).filter(|above| !above.is_empty());
    UnknownRegionFacts {
        nearest,
        document,
        name: name.into(),
        above: above.unwrap_or_default().into(),
        places,
    }
}
