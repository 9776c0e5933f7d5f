//! How much a finding weighs: what people read first, and the rank that programs sort by.

use std::cmp::Reverse;

use crate::{alignment::Trajectory, quantity::Decimal};

use super::{Finding, Level};

/// The order of reading: loud before quiet, binding before others, a gap that widens before one that stays and one that narrows,
/// wide before narrow.
#[must_use]
pub fn reading_order(finding: &Finding) -> impl Ord + use<> {
    let width = Reverse(width_of_gap(finding));
    (Reverse(finding.level), !finding.draft.binding, closing_of_gap(finding), width)
}

/// The gap as a share of how far the other side goes from its base, in thousandths; where that is not known, of its value; 0 where
/// that is no number.
// As a share: half a percentage point where the province gains one is more than five where it gains forty, and gaps in 亿元
// and in % have no other measure in common.
fn width_of_gap(finding: &Finding) -> Decimal {
    let compared = &finding.draft.compared;
    let gap = compared.distance.as_ref().map(|distance| distance.gap.abs());
    let value = compared.other.as_ref().and_then(|value| value.number).map(|number| number.abs());
    let moved = compared.base.and_then(|base| base.moved).filter(|moved| !moved.is_zero());
    let share = gap.zip(moved.or(value)).and_then(|(gap, whole)| gap.checked_div(whole));
    share.and_then(|share| share.checked_mul(1000.into())).unwrap_or_default().round()
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
#[must_use]
pub fn rank(finding: &Finding) -> u8 {
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
        finding::{BaseDistance, Compared, Draft, Place, StatedValue, Subject},
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

    #[test]
    fn a_gap_is_weighed_by_how_far_the_other_side_goes() {
        let with = |gap: i64, moved: i64| {
            let mut one = finding(Level::Error, true, None);
            let target = StatedValue::reckoned(Decimal::from(90), "".into());
            one.draft.compared = Compared::missing(target).apart(Decimal::from(gap), "".into());
            let moved = Some(Decimal::from(moved));
            one.draft.compared.base = Some(BaseDistance { gap: Decimal::ZERO, year: 2020, moved });
            one
        };
        // 5 where the parent gains 40 is less than 1 where it gains 2; who does not move is weighed by its value.
        let mut all = [with(5, 40), with(1, 2), with(9, 0)];
        all.sort_by_key(reading_order);
        let gaps = all.map(|one| one.draft.compared.distance.map(|apart| apart.gap.to_string()));
        assert_eq!(gaps.each_ref().map(Option::as_deref), [Some("1"), Some("5"), Some("9")]);
    }

    #[test]
    fn of_two_gaps_the_larger_share_is_read_first() {
        let with = |gap: i64, target: i64| {
            let mut one = finding(Level::Error, true, None);
            let target = StatedValue::reckoned(Decimal::from(target), "".into());
            one.draft.compared = Compared::missing(target).apart(Decimal::from(gap), "".into());
            one
        };
        // 5 of 95 is a smaller part than 1 of 2, and what has no number at all comes last.
        let mut all = [finding(Level::Error, true, None), with(5, 95), with(1, 2), with(7, 0)];
        all.sort_by_key(reading_order);
        let gaps = all.map(|one| one.draft.compared.distance.map(|apart| apart.gap.to_string()));
        let gaps = gaps.each_ref().map(Option::as_deref);
        assert_eq!(gaps, [Some("1"), Some("5"), None, Some("7")]);
    }
}
