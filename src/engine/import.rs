//! The plans of documents as they are, for those who want to write them down.

use crate::{
    catalogue::MadeRegion,
    config::Settings,
    document::{self, Imported, PriorKnowledge},
    model::{NumberCounts, NumberLedger, extract},
    text::{Source, UnreadReason},
};

use super::{
    File, Files,
    guard::guarded,
    pool,
    texts::{Opened, established, stem, texts_of_files},
    understand::tiers_of_settings,
};

/// What a document gives: its plans, or why none of it can be read.
pub type ImportResult = Result<Vec<Imported>, UnreadReason>;

/// The plans of the documents among `files` that do not only serve as parents, by their paths, and the regions that were made
/// for them; plan files lend their names.
#[must_use]
pub fn import(
    files: Files,
    settings: &Settings,
    threads: Option<usize>,
) -> (Vec<(String, ImportResult)>, Vec<MadeRegion>) {
    let (documents, plans): (Files, Files) = files
        .into_iter()
        // A file that could not be opened goes with the documents: whoever asked for it is told why, as
        // for a damaged one.
        .partition(|(shown, file)| file.content.is_err() || file.is_document(shown));
    let (_, catalogue) = texts_of_files(plans, &tiers_of_settings(settings), threads);
    let catalogue = established(catalogue, documents.values().map(|file| &file.about));
    let known = PriorKnowledge::of(&catalogue);
    let own: Vec<(String, File)> =
        // Documents that only serve as parents are not to be written down, and names come from the plan
        // files alone.
        documents.into_iter().filter(|(_, file)| !file.reference_only).collect();
    let imports = pool::map_in_order(own, threads, |(path, file)| match Opened::of(path, file) {
        Opened::Text(text) => {
            let reason = text.unread.unwrap_or(UnreadReason::NoPlan);
            (text.source.path.to_string(), Err(reason))
        }
        Opened::Document { path, document, about, .. } => {
            let plans =
                guarded(|| document::understand_document(&document, stem(&path), &known, &about));
            let Some(plans) = plans else { return (path, Err(UnreadReason::Damaged)) };
            // Some text without a plan among several is a preface; none at all is what has to be told.
            let none = plans.iter().all(|plan| plan.tree.plan.is_none());
            (path, if none { Err(UnreadReason::NoPlan) } else { Ok(plans) })
        }
    });
    (imports, catalogue.made_regions())
}

/// What became of the numbers of the document whose plans these are; each of them reads some.
#[must_use]
pub fn numbers_of(plans: &[Imported]) -> NumberCounts {
    let mut ledger: Option<NumberLedger> = None;
    // One document may hold several plans, and each leaves the numbers of the others unread: only
    // together they account for it.
    for plan in plans {
        let source = Source::new("", &plan.text).with_parts(plan.parts.clone());
        let own = NumberLedger::of(&source, &plan.tree, &extract(&source, &plan.tree));
        match &mut ledger {
            Some(all) => all.merge(&own),
            None => ledger = Some(own),
        }
    }
    ledger.map(|ledger| ledger.counts()).unwrap_or_default()
}
