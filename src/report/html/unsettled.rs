//! What page one says of the decisions of last time: how many are overdue, have lapsed or wait to be mended.

use serde::Serialize;

use crate::{report::DecisionRow, words::Language};

/// The decisions that one thing became of.
#[derive(Debug, Serialize)]
pub(super) struct Unsettled<'a> {
    word: &'a str,
    count: usize,
    /// The first of them, by indicator or plan.
    about: String,
}

/// Those named on page one.
// One line has room for three names; the register below has them all.
const NAMED: usize = 3;

/// The decisions that a meeting has to come back to, by what became of them, the most urgent first.
pub(super) fn unsettled(decisions: &[DecisionRow], language: Language) -> Vec<Unsettled<'_>> {
    let mut rows: Vec<&DecisionRow> =
        decisions.iter().filter(|row| row.state.urgency().is_some()).collect();
    rows.sort_by_key(|row| row.state.urgency());
    let groups = rows.chunk_by(|one, next| one.state == next.state);
    groups.filter_map(|group| unsettled_group(group, language)).collect()
}

fn unsettled_group<'a>(group: &[&'a DecisionRow], language: Language) -> Option<Unsettled<'a>> {
    let name = |row: &&'a DecisionRow| match &*row.indicator {
        "" => row.plan.as_str(),
        indicator => indicator,
    };
    let mut about =
        group.iter().map(name).take(NAMED).collect::<Vec<_>>().join(language.pick("、", ", "));
    if group.len() > NAMED {
        about.push_str(language.pick("等", " …"));
    }
    Some(Unsettled { word: group.first()?.state_word, count: group.len(), about })
}
