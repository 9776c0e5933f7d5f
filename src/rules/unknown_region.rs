//! Words that should name a region and name none, or several.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    finding::{Draft, Drafts, Value},
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
            let candidates = catalogue.candidates(written);
            let draft = if candidates.is_empty() {
                // The budget counts names looked at, so many unknown regions beside a large register
                // cannot take their product.
                left = left.saturating_sub(catalogue.known_regions());
                unknown(context, written, file, first, left > 0)
            } else {
                let shown: Vec<&str> = candidates.iter().take(SHOWN).map(String::as_str).collect();
                draft_in(context, "ambiguous", file, first)
                    .with("candidates", shown)
                    .with("total", candidates.len())
            };
            drafts.push(draft.with("places", spans.len()));
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

fn unknown(context: &Context, written: &str, file: FileId, span: Span, suggested: bool) -> Draft {
    let catalogue = &context.model.catalogue;
    let nearest = suggested.then(|| catalogue.nearest_region(written)).flatten();
    let nearest = nearest.map_or(Value::from(""), Value::from);
    let source = context.model.sources.get(file);
    let document = source.is_some_and(|source| source.is_document());
    let name = written.rsplit('/').next().unwrap_or_default();
    let above = written.strip_suffix(name).filter(|above| !above.is_empty());
    draft_in(context, "unknown", file, span)
        .with("nearest", nearest)
        .with("document", document)
        .with("name", name)
        .with("above", above.unwrap_or_default())
}
