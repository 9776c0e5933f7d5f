//! How much a finding weighs: what people read first, and the rank that programs sort by.

use std::cmp::Reverse;

use crate::{
    finding::{Finding, Level},
    views::Trajectory,
};

/// The order of reading: loud before quiet, binding before others, a gap that widens before one that stays and one that narrows.
pub(super) fn reading_order(finding: &Finding) -> (Reverse<Level>, bool, u8) {
    (Reverse(finding.level), !finding.draft.binding, closing_of_gap(finding))
}

/// How far a gap is from closing, from 0.
fn closing_of_gap(finding: &Finding) -> u8 {
    match finding.draft.compared.trajectory {
        Some(Trajectory::FallsBehind) => 0,
        Some(Trajectory::KeepsDistance) => 1,
        Some(Trajectory::Unknown) | None => 2,
        Some(Trajectory::Converges) => 3,
    }
}

/// The same order as a number from 0 to 100, the heaviest highest.
pub(super) fn rank(finding: &Finding) -> u8 {
    // Steps of thirty between the levels, so that nothing within a level reaches the next.
    let level = match finding.level {
        Level::Error => 70,
        Level::Warning => 40,
        Level::Info => 10,
        Level::Off => 0,
    };
    let binding = if finding.draft.binding { 15 } else { 0 };
    level + binding + 4 * (3 - closing_of_gap(finding))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::{Draft, Place, Subject},
        text::{FileId, Span},
    };

    fn finding(level: Level, binding: bool, trajectory: Option<Trajectory>) -> Finding {
        let place = Place::new(FileId(0), Span::new(0, 0));
        let mut draft = Draft::new("case", Subject::default(), place).binding(binding);
        draft.compared.trajectory = trajectory;
        Finding { id: String::new(), rule: "rule", level, draft, root: None }
    }

    #[test]
    fn ranks_fall_as_the_reading_goes_on_and_levels_do_not_overlap() {
        let trajectories = [
            Some(Trajectory::FallsBehind),
            Some(Trajectory::KeepsDistance),
            None,
            Some(Trajectory::Converges),
        ];
        let mut all: Vec<Finding> = Vec::new();
        for level in [Level::Info, Level::Error, Level::Warning] {
            for binding in [false, true] {
                all.extend(trajectories.map(|trajectory| finding(level, binding, trajectory)));
            }
        }
        all.sort_by_key(reading_order);
        let ranks: Vec<u8> = all.iter().map(rank).collect();
        assert!(ranks.is_sorted_by(|before, after| before > after), "{ranks:?}");
        assert!(ranks.iter().all(|rank| *rank <= 100));
    }
}
