//! What is said below a message: what to do, what it rests on, what caused it.

use std::collections::BTreeMap;

use crate::{
    engine::Outcome,
    finding::Finding,
    words::{FindingWording, Words},
};

use super::{escape, footer};

/// The findings by id, to find a root cause.
pub(super) fn roots(outcome: &Outcome) -> BTreeMap<&str, &Finding> {
    outcome.findings.iter().map(|finding| (finding.id.as_str(), finding)).collect()
}

/// What to do, what it rests on, and what caused it when the cause is reported elsewhere; one line each.
pub(super) fn advice_lines(
    outcome: &Outcome,
    words: &Words,
    said: &FindingWording,
    root: Option<&Finding>,
) -> String {
    let language = words.language();
    let mut lines = Vec::new();
    let help = said.full_help(language);
    if !help.is_empty() {
        lines.push(format!("{}{}", language.pick("建议：", "help: "), escape(&help)));
    }
    if !said.basis.is_empty() {
        lines.push(format!("{}{}", language.pick("口径：", "basis: "), said.basis));
    }
    // A folded finding is mended at its cause, which may stand in another file and far up in the list.
    if let Some(root) = root {
        let at = footer::path_with_position(outcome, words, root.place());
        let title = words.title(root.rule);
        lines.push(format!("{}{title} {at}", language.pick("起因：", "cause: ")));
    }
    lines.join("\n")
}
