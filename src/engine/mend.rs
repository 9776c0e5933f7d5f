//! Applies the fixes of findings to their files, and checks again until nothing more can be fixed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{
    config::Settings,
    finding::{Finding, Fix, Safety},
    rulebook::RuleSheets,
    text::FileId,
};

use super::{Files, Outcome, check, edited::edited, understand};

/// A fix may lay bare what another one can fix; more rounds than these are no use to anybody.
// Sixteen is a choice: each round reads and checks everything again, and two fixes that undo each other
// must not go on for ever.
const ROUNDS: usize = 16;

/// Files after their fixes.
#[derive(Debug)]
pub struct Mended {
    /// The files that changed, as they shall be written.
    pub changed: BTreeMap<String, Vec<u8>>,
    /// How many fixes were applied.
    pub fixed: usize,
    /// What is found afterwards.
    pub outcome: Outcome,
}

/// Applies the fixes up to `bound` to `files` and checks them after each round.
#[must_use]
pub fn mend(
    files: &Files,
    bound: Safety,
    settings: &Settings,
    sheets: &RuleSheets,
    today: Date,
    threads: Option<usize>,
) -> Mended {
    let mut files = files.clone();
    let mut mended = Mended { changed: BTreeMap::new(), fixed: 0, outcome: Outcome::default() };
    for round in 0..=ROUNDS {
        // Read anew each time: a fix moves every place behind it, so the places of the round before are
        // of no use.
        let world = understand(files.clone(), settings, threads);
        mended.outcome = check(&world, settings, sheets, today, threads);
        let chosen = chosen_fixes(&mended.outcome.findings, bound);
        if round == ROUNDS || chosen.is_empty() {
            break;
        }
        let before = mended.fixed;
        for (file, fixes) in chosen {
            let path = mended.outcome.sources.get(file).map(|source| source.path.to_string());
            let known = path.and_then(|path| Some((files.get_mut(&path)?, path)));
            let Some((file, path)) = known else { continue };
            if let Some(bytes) = edited(file, fixes.iter().flat_map(|fix| &fix.edits)) {
                file.content = Ok(bytes.clone());
                mended.changed.insert(path, bytes);
                mended.fixed += fixes.len();
            }
        }
        // A file that cannot be written as it stands keeps its finding, and would keep the loop going.
        if mended.fixed == before {
            break;
        }
    }
    mended
}

/// The fixes within `bound` by file, in the order of their places; of two that overlap the first.
fn chosen_fixes(findings: &[Finding], bound: Safety) -> BTreeMap<FileId, Vec<&Fix>> {
    let mut by_file: BTreeMap<FileId, BTreeSet<(_, usize)>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if let Some(fix) = finding.draft.fix.as_ref().filter(|fix| fix.safety <= bound) {
            by_file.entry(finding.place().file).or_default().insert((fix.span(), at));
        }
    }
    // Two that overlap, or only touch, cannot both be made at once: two insertions at one place have no
    // order. The other one waits for the next round, where it may not be needed any more.
    let apart = |places: BTreeSet<(_, usize)>| {
        let mut end = None;
        let mut chosen = Vec::new();
        for (_, at) in places {
            let fix = findings.get(at).and_then(|finding| finding.draft.fix.as_ref());
            if let Some(fix) = fix.filter(|fix| end.is_none_or(|end| end < fix.span().start)) {
                end = Some(fix.span().end);
                chosen.push(fix);
            }
        }
        chosen
    };
    by_file.into_iter().map(|(file, places)| (file, apart(places))).collect()
}
