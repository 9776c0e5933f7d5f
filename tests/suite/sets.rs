//! What each form of phrase accepts, row by row, and against enumeration.

mod quantities;
mod verdicts;

use planlint::{
    quantity::{
        Admissible, Average, Bound, Change, Comparator, Decimal, Direction, Interval, Quantity,
        QuantityContext, Relative, Undetermined, admissible, printed_number,
    },
    text::Span,
};

use Direction::{Higher, Lower, Neither};

#[expect(clippy::expect_used, reason = "a test's own numbers are well written")]
fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// A quantity with these numbers; `""` is none.
fn quantity(comparator: Comparator, low: &str, high: &str) -> Quantity {
    let end = |text: &str| (!text.is_empty()).then(|| decimal(text));
    Quantity {
        span: Span::new(0, 0),
        comparator,
        low: end(low),
        high: end(high),
        unit: None,
        basis: None,
        relative: None,
        condition: None,
        object: None,
        softener: None,
        heading: None,
        year: None,
        start: None,
        change: None,
    }
}

fn plain(comparator: Comparator, number: &str) -> Quantity {
    quantity(comparator, number, number)
}

fn change(comparator: Comparator, change: Change, number: &str) -> Quantity {
    let relative = Some(Relative::Base { year: Some(2020), change });
    Quantity { relative, ..plain(comparator, number) }
}

fn headed(heading: Direction, quantity: Quantity) -> Quantity {
    Quantity { heading: Some(heading), ..quantity }
}

/// A percentage between 0 and 100, read with the default tolerance.
fn share(direction: impl Into<Option<Direction>>) -> QuantityContext {
    let range = Interval::between(Bound::closed(Decimal::ZERO), Bound::closed(decimal("100")));
    QuantityContext { direction: direction.into(), range, tolerance: decimal("0.02"), base: None }
}

/// An amount without natural ends.
fn amount(direction: impl Into<Option<Direction>>, base: Option<&str>) -> QuantityContext {
    let base = base.map(decimal);
    QuantityContext { range: Interval::default(), base, ..share(direction) }
}

/// `[70, 100]`, `(50, +)`, or why there is no set.
fn shown(quantity: &Quantity, reader: &QuantityContext) -> String {
    let set = match admissible(quantity, reader) {
        Admissible::Set(set) => set,
        Admissible::Undetermined(why) => return format!("{why:?}"),
    };
    let low = set.low.map_or("(-".to_owned(), |bound| {
        format!("{}{}", if bound.open { "(" } else { "[" }, bound.value)
    });
    let high = set.high.map_or("+)".to_owned(), |bound| {
        format!("{}{}", bound.value, if bound.open { ")" } else { "]" })
    });
    format!("{low}, {high}")
}

#[test]
fn a_bare_number_opens_to_the_better_side() {
    let seventy = plain(Comparator::Reach, "70");
    assert_eq!(shown(&seventy, &share(Higher)), "[70, 100]");
    assert_eq!(shown(&plain(Comparator::Reach, "1.60"), &share(Lower)), "[0, 1.60]");
    assert_eq!(shown(&seventy, &share(Neither)), "[70, 70]");
    assert_eq!(shown(&seventy, &share(None)), "Direction");
    assert_eq!(shown(&headed(Higher, seventy.clone()), &share(None)), "[70, 100]");
    assert_eq!(shown(&headed(Higher, seventy), &share(Lower)), "[0, 70]");
}

#[test]
fn a_sign_decides_whatever_is_better() {
    for direction in [Some(Higher), Some(Lower), Some(Neither), None] {
        let shown = |comparator| shown(&plain(comparator, "25"), &share(direction));
        assert_eq!(shown(Comparator::AtLeast), "[25, 100]");
        assert_eq!(shown(Comparator::EachAtLeast), "[25, 100]");
        assert_eq!(shown(Comparator::MoreThan), "(25, 100]");
        assert_eq!(shown(Comparator::EachMoreThan), "(25, 100]");
        assert_eq!(shown(Comparator::AtMost), "[0, 25]");
        assert_eq!(shown(Comparator::LessThan), "[0, 25)");
    }
}

#[test]
fn one_printed_end_is_enough() {
    assert_eq!(shown(&quantity(Comparator::AtLeast, "25", ""), &share(None)), "[25, 100]");
    assert_eq!(shown(&quantity(Comparator::LessThan, "", "25"), &share(None)), "[0, 25)");
    assert_eq!(shown(&quantity(Comparator::AtLeast, "", ""), &share(None)), "Words");
}

#[test]
fn one_printed_end_of_a_change_says_which_way_it_leads() {
    let base = Some(Relative::Base { year: Some(2020), change: Change::Points });
    for (low, high, set) in
        [("", "-5", "(-, 45]"), ("-5", "", "(-, 45]"), ("", "5", "[55, +)"), ("5", "", "[55, +)")]
    {
        let end = Quantity { relative: base, ..quantity(Comparator::Reach, low, high) };
        assert_eq!(shown(&end, &amount(None, Some("50"))), set, "{low}..{high}");
    }
    // 高于2020年
    let beyond = Quantity { relative: base, ..quantity(Comparator::RelativeMore, "", "") };
    assert_eq!(shown(&beyond, &amount(Higher, Some("50"))), "(50, +)");
    let no_worse = Quantity { comparator: Comparator::RelativeAtMost, ..beyond };
    assert_eq!(shown(&no_worse, &amount(Lower, Some("50"))), "(-, 50]");
}

#[test]
fn about_a_number_is_the_number_less_the_tolerance() {
    let about = plain(Comparator::Approx, "75");
    assert_eq!(shown(&about, &share(Higher)), "[73.5, 100]");
    assert_eq!(shown(&about, &share(Lower)), "[0, 76.5]");
    assert_eq!(shown(&about, &share(Neither)), "[73.5, 76.5]");
    assert_eq!(shown(&about, &share(None)), "Direction");
    let negative = plain(Comparator::Approx, "-3");
    assert_eq!(shown(&negative, &amount(Neither, None)), "[-3.06, -2.94]");
    assert_eq!(printed_number(&about, &share(Higher)), Some(decimal("75")));
}

#[test]
fn a_range_opens_to_the_better_side_unless_kept_within() {
    let range = quantity(Comparator::Range, "350", "400");
    assert_eq!(shown(&range, &amount(Higher, None)), "[350, +)");
    assert_eq!(shown(&range, &amount(Lower, None)), "(-, 400]");
    assert_eq!(shown(&range, &amount(Neither, None)), "[350, 400]");
    assert_eq!(shown(&range, &amount(None, None)), "Direction");
    for direction in [Some(Higher), Some(Lower), Some(Neither), None] {
        let kept = headed(Lower, range.clone());
        assert_eq!(shown(&kept, &amount(direction, None)), "[350, 400]");
    }
    let swapped = quantity(Comparator::Range, "400", "350");
    assert_eq!(shown(&swapped, &amount(Neither, None)), "[350, 400]");
}

#[test]
fn the_end_of_a_range_that_binds_is_its_number() {
    let range = quantity(Comparator::Range, "350", "400");
    let number = |direction: Option<Direction>, range: &Quantity| {
        printed_number(range, &amount(direction, None)).map(|number| number.to_string())
    };
    assert_eq!(number(Some(Higher), &range).as_deref(), Some("350"));
    assert_eq!(number(Some(Lower), &range).as_deref(), Some("400"));
    assert_eq!(number(None, &headed(Lower, range.clone())).as_deref(), Some("400"));
    assert_eq!(number(Some(Higher), &headed(Lower, range)).as_deref(), Some("350"));
}

#[test]
fn a_change_starts_from_the_base_of_the_plan() {
    let by = |comparator, kind, number, direction: Option<Direction>| {
        shown(&change(comparator, kind, number), &amount(direction, Some("0.0160")))
    };
    assert_eq!(by(Comparator::Reach, Change::Percent, "-50", Some(Lower)), "(-, 0.008]");
    assert_eq!(by(Comparator::Reach, Change::Percent, "-50", None), "(-, 0.008]");
    assert_eq!(by(Comparator::Reach, Change::Percent, "100", None), "[0.032, +)");
    assert_eq!(by(Comparator::AtMost, Change::Percent, "-18", None), "(-, 0.01312]");
    assert_eq!(by(Comparator::MoreThan, Change::Points, "6", None), "(6.016, +)");
    assert_eq!(by(Comparator::Approx, Change::Amount, "0.984", Some(Higher)), "[0.98, +)");
    assert_eq!(by(Comparator::Reach, Change::Amount, "0", None), "Direction");
    assert_eq!(by(Comparator::RelativeMore, Change::Amount, "0", None), "(0.016, +)");
}

#[test]
fn a_range_of_changes_keeps_its_order() {
    let relative = Some(Relative::Base { year: None, change: Change::Percent });
    let range = Quantity { relative, ..quantity(Comparator::Range, "-65", "-60") };
    assert_eq!(shown(&range, &amount(Lower, Some("200"))), "(-, 80]");
    assert_eq!(shown(&range, &amount(Neither, Some("200"))), "[70, 80]");
    assert_eq!(printed_number(&range, &amount(None, Some("200"))), Some(decimal("80")));
}

#[test]
fn a_change_without_a_base_is_undetermined() {
    let fall = change(Comparator::Reach, Change::Percent, "-50");
    assert_eq!(shown(&fall, &amount(Lower, None)), "Base");
    assert_eq!(printed_number(&fall, &amount(Lower, None)), None);
    assert_eq!(shown(&fall, &amount(Lower, Some("-0.73"))), "Base");
}

#[test]
fn full_coverage_is_a_hundred() {
    for number in ["100", "44", ""] {
        let all = plain(Comparator::All, number);
        assert_eq!(shown(&all, &share(Lower)), "[100, 100]");
        assert_eq!(shown(&all, &amount(None, None)), "[100, +)");
        assert_eq!(printed_number(&all, &share(None)), Some(decimal("100")));
    }
}

#[test]
fn what_others_decide_is_a_reference() {
    let reader = share(Higher);
    let of_city = |comparator| Quantity {
        relative: Some(Relative::Of(Average::City)),
        ..plain(comparator, "18.7")
    };
    for quantity in [
        plain(Comparator::Assigned, ""),
        plain(Comparator::RelativeMore, "18.7"),
        of_city(Comparator::RelativeAtLeast),
        of_city(Comparator::RelativeEqual),
        of_city(Comparator::AtLeast),
    ] {
        assert_eq!(shown(&quantity, &reader), "Reference");
        assert_eq!(printed_number(&quantity, &reader), None);
    }
}

#[test]
fn words_and_ranks_have_no_set() {
    use Comparator::{Hold, Improve, Qualitative, RankAtMost, RankEqual};
    for comparator in [RankAtMost, RankEqual, Hold, Improve, Qualitative] {
        let rank =
            Quantity { relative: Some(Relative::Of(Average::Peers)), ..plain(comparator, "30") };
        assert_eq!(admissible(&rank, &share(Lower)), Admissible::Undetermined(Undetermined::Words));
        assert_eq!(printed_number(&rank, &share(Lower)), None);
    }
}

#[test]
fn a_number_outside_the_range_keeps_its_set() {
    assert_eq!(shown(&plain(Comparator::Reach, "120"), &share(Higher)), "[120, +)");
    assert_eq!(shown(&plain(Comparator::MoreThan, "100"), &share(Higher)), "(100, +)");
    assert_eq!(shown(&plain(Comparator::Reach, "120"), &share(Lower)), "[0, 100]");
}

#[test]
fn numbers_too_large_to_count_are_undetermined() {
    let largest = Decimal::MAX.to_string();
    let reader = amount(Higher, Some(&largest));
    let double = change(Comparator::Reach, Change::Percent, "100");
    assert_eq!(shown(&double, &reader), "Base");
    assert_eq!(shown(&change(Comparator::Reach, Change::Points, "1"), &reader), "Base");
    assert_eq!(shown(&plain(Comparator::Approx, &largest), &reader), "Words");
    assert_eq!(printed_number(&double, &reader), None);
}
