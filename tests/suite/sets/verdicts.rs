//! Intervals against enumeration: every pair with ends on the halves from 0 to 4, open, closed or missing.
//!
//! On a grid of quarters that reaches beyond the ends, two such sets are equal exactly when they hold the same points.

use planlint::quantity::{Bound, Decimal, Interval, Verdict, verdict_of_sets};

/// A point or an end, in quarters.
type Quarters = i64;
type End = Option<(Quarters, bool)>;

/// From below the lowest end to above the highest.
const GRID: std::ops::RangeInclusive<Quarters> = -1..=17;

/// An interval with the grid points in it, one bit each, worked out without it.
struct Enumerated {
    interval: Interval,
    points: u32,
}

fn value(quarters: Quarters) -> Decimal {
    Decimal::new(quarters * 25, 2)
}

fn ends() -> Vec<End> {
    let halves = || (0..=8).map(|half| half * 2);
    let closed = halves().map(|end| Some((end, false)));
    let open = halves().map(|end| Some((end, true)));
    closed.chain(open).chain([None]).collect()
}

fn bits(mut holds: impl FnMut(Quarters) -> bool) -> u32 {
    GRID.fold(0, |points, point| points << 1 | u32::from(holds(point)))
}

fn enumerated(low: End, high: End) -> Enumerated {
    let bound = |end: End| end.map(|(at, open)| Bound { value: value(at), open });
    let above = |point| low.is_none_or(|(end, open)| point >= end + i64::from(open));
    let below = |point| high.is_none_or(|(end, open)| point <= end - i64::from(open));
    Enumerated {
        interval: Interval { low: bound(low), high: bound(high) },
        points: bits(|point| above(point) && below(point)),
    }
}

fn all() -> Vec<Enumerated> {
    let ends = ends();
    ends.iter().flat_map(|&low| ends.iter().map(move |&high| enumerated(low, high))).collect()
}

fn points(interval: &Interval) -> u32 {
    bits(|point| interval.holds(value(point)))
}

#[test]
fn an_interval_holds_its_points_and_is_empty_without_any() {
    for Enumerated { interval, points: expected } in all() {
        assert_eq!(points(&interval), expected, "{interval:?}");
        assert_eq!(interval.is_empty(), expected == 0, "{interval:?}");
    }
}

#[test]
fn two_intervals_stand_as_their_points_do() {
    let all = all();
    for child in &all {
        for parent in &all {
            let (c, p) = (child.points, parent.points);
            let expected = match (c & !p, c & p) {
                (0, _) => Verdict::Consistent,
                (_, 0) => Verdict::Conflicting,
                _ => Verdict::Weaker,
            };
            let (child, parent) = (&child.interval, &parent.interval);
            assert_eq!(verdict_of_sets(child, parent), expected, "{child:?} under {parent:?}");
            assert_eq!(child.within(parent), c & !p == 0, "{child:?} within {parent:?}");
            let both = child.meet(parent);
            assert_eq!(both.is_empty(), c & p == 0, "{child:?} meets {parent:?}");
            assert_eq!(both, parent.meet(child), "{child:?} meets {parent:?} both ways");
        }
    }
}

#[test]
fn what_two_intervals_share_is_what_both_hold() {
    // A third of the pairs: each is a walk over the grid.
    let all = all();
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at % 3).step_by(3) {
            let both = one.interval.meet(&other.interval);
            let expected = one.points & other.points;
            assert_eq!(points(&both), expected, "{:?} and {:?}", one.interval, other.interval);
        }
    }
}

#[test]
fn trailing_zeros_make_no_other_end() {
    let short = Interval::above(Bound::closed(Decimal::new(245, 1)));
    let long = Interval::above(Bound::closed(Decimal::new(2450, 2)));
    assert_eq!(verdict_of_sets(&short, &long), Verdict::Consistent);
    assert_eq!(verdict_of_sets(&long, &short), Verdict::Consistent);
}
