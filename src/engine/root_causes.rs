//! Findings whose reason is a gap in another plan are grouped under what is found there.

use std::{collections::BTreeMap, sync::Arc};

use serde::Serialize;

use crate::{
    finding::{Finding, Level, RelatedPlace},
    rulebook::Context,
    text::FileId,
};

/// Rules that find the gap itself.
// Each of these says that something is missing or cannot be read. What other plans lack because of that
// is the same gap told again, once for each county.
const GAPS: [&str; 3] = ["placeholder-value", "missing-target", "unreadable-quantity"];

/// Links each finding with a cause to the finding at the cause. Those on a binding target keep their level, the rest get info;
/// the finding at the cause lists them.
pub fn fold_root_causes(findings: &mut [Finding], _context: &Context) {
    // By the start of its words: a gap is told at a cell or at the name of a row, and a cause names the
    // row.
    let gaps: BTreeMap<(FileId, u32), usize> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| GAPS.contains(&finding.rule))
        .map(|(at, finding)| ((finding.place().file, finding.place().span.start), at))
        .collect();
    let mut folded = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        let Some(cause) = &finding.draft.cause else { continue };
        let row = (cause.file, cause.span.start)..=(cause.file, cause.span.end);
        if let Some((_, &root)) = gaps.range(row).next() {
            folded.push((at, root));
        }
    }
    // In two passes, for the first looks at all findings while the second changes them.
    for (at, root) in folded {
        let Some(id) = findings.get(root).map(|root| root.id.clone()) else { continue };
        let Some(finding) = findings.get_mut(at) else { continue };
        finding.root = Some(id);
        // On a binding target a finding stays as loud as it was, cause or no cause: somebody has to
        // answer for it.
        if !finding.draft.binding {
            finding.level = finding.level.min(Level::Info);
        }
        let affected = RelatedPlace {
            place: finding.place().clone(),
            note: "affected",
            facts: affected(finding).into(),
        };
        if let Some(root) = findings.get_mut(root) {
            root.draft.related.push(affected);
        }
    }
}

/// The finding that a gap is the reason of, for the note at the gap.
#[derive(Debug, Serialize)]
struct AffectedNote {
    region: Option<Arc<str>>,
    indicator: Option<Arc<str>>,
}

fn affected(finding: &Finding) -> AffectedNote {
    let subject = &finding.draft.subject;
    AffectedNote { region: subject.region.clone(), indicator: subject.indicator.clone() }
}
