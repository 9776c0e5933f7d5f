//! Which weights a mean is taken with, and when the rest of it rests on outliers.

use planlint::alignment::{Rollup, RollupCompleteness};

use super::{BALANCE, COVERAGE, DEATHS, Family, SCHOOLS, all, number};

#[test]
fn weights_that_make_up_the_whole_show_that_nobody_is_missing() {
    let of = |last| {
        let weights = [("人口 2020", ["1000", "300", "500", last])];
        Family { weights: &weights, ..all(SCHOOLS, "200", ["60", "90", "30"]) }.rollup().known
    };
    assert_eq!(
        ["200", "195", "194.9"].map(of),
        [RollupCompleteness::All, RollupCompleteness::All, RollupCompleteness::Listed]
    );
    // The columns of one year are told apart by their names.
    let family = all(SCHOOLS, "200", ["60", "90", "30"]);
    let two = [("面积 2020", ["1000", "1", "1", "1"]), ("人口 2020", ["100", "30", "50", "20"])];
    let known = Family { weights: &two, ..family }.rollup().known;
    assert_eq!(known, RollupCompleteness::All);
    // Nothing is no whole, and a part that is not printed is not nothing.
    let nothing = [("人口 2020", ["0", "0", "0", "0"])];
    let known = Family { weights: &nothing, ..family }.rollup().known;
    assert_eq!(known, RollupCompleteness::Listed);
    let holed = [("人口 2020", ["80", "30", "50", ""])];
    let known = Family { weights: &holed, ..family }.rollup().known;
    assert_eq!(known, RollupCompleteness::Listed);
}

#[test]
fn a_mean_is_weighed_with_the_newest_year_that_has_every_weight() {
    let old = ("人口 2015", ["100", "50", "30", "20"]);
    let new = ("人口 2020", ["100", "30", "50", "20"]);
    let of = |weights: &[(&str, [&str; 4])]| {
        let family = Family { weights, ..all(COVERAGE, "90", ["80", "60", ""]) };
        let rollup = family.rollups().pop()?;
        let weights = rollup.weights.clone()?;
        Some((weights.year, number(weights.stated), number(weights.silent), number(rollup.stated)))
    };
    let newest = Some((Some(2020), "80".into(), "20".into(), "5400".into()));
    assert_eq!(of(&[old, new]), newest);
    assert_eq!(of(&[new, old]), newest);
    // Weights of another name and the same year stand before them.
    assert_eq!(of(&[("面积 2020", ["9", "1", "1", "7"]), new]), newest);
    let oldest = Some((Some(2015), "80".into(), "20".into(), "5800".into()));
    // A stated county without a weight, and one less than nothing.
    assert_eq!(of(&[old, ("人口 2020", ["100", "30", "", "20"])]), oldest);
    assert_eq!(of(&[old, ("人口 2020", ["100", "30", "-1", "20"])]), oldest);
    // Parts beyond the whole, where nobody shows that they are all.
    let parts = ("人口 2015", ["", "50", "30", "20"]);
    assert_eq!(of(&[parts, ("人口 2020", ["79", "30", "50", ""])]), oldest);
    let whole = Some((Some(2020), "80".into(), "0".into(), "5400".into()));
    assert_eq!(of(&[parts, ("人口 2020", ["80", "30", "50", ""])]), whole);
    // Weights that say no year come last; those of another name not at all.
    assert_eq!(of(&[("人口（人）", ["100", "30", "50", "20"]), old]), oldest);
    let unsaid = Some((None, "80".into(), "20".into(), "5400".into()));
    assert_eq!(of(&[("人口（人）", ["100", "30", "50", "20"])]), unsaid);
    assert_eq!(of(&[("面积 2020", ["100", "30", "50", "20"])]), None);
    assert_eq!(of(&[("人口 2020", ["0", "0", "0", "0"])]), None);
}

#[test]
fn the_silent_weigh_the_rest_of_the_whole_or_their_own() {
    let of = |weights: [&str; 4], parts| {
        let weights = [("人口 2020", weights)];
        let rollup = Family { weights: &weights, ..all(COVERAGE, "90", parts) }.rollups().pop()?;
        let (listed, complete) = (rollup.rests_on_list(), rollup.is_complete());
        rollup.weights.map(|weights| (number(weights.silent), listed, complete))
    };
    let two = ["80", "60", ""];
    // The whole goes before the parts, as there may be others.
    assert_eq!(of(["120", "30", "50", "20"], two), Some(("40".into(), false, false)));
    assert_eq!(of(["120", "30", "50", ""], two), Some(("40".into(), false, false)));
    // The parts make up the whole, as far as rounded weights can: there is nobody else.
    assert_eq!(of(["100.4", "30", "50", "20"], two), Some(("20".into(), false, false)));
    // Nobody printed the whole.
    assert_eq!(of(["", "30", "50", "20"], two), Some(("20".into(), true, false)));
    assert_eq!(of(["", "30", "50", ""], two), None);
    assert_eq!(of(["", "30", "50", "0"], two), Some(("0".into(), true, false)));
    let three = ["80", "60", "70"];
    assert_eq!(of(["", "30", "50", "20"], three), Some(("0".into(), true, true)));
    assert_eq!(of(["120", "30", "50", "20"], three), Some(("20".into(), false, false)));
}

#[test]
fn the_rest_rests_on_outliers_from_half_of_the_weight_on() {
    let of = |weights: [&str; 4], asked| {
        let weights = [("人口 2020", weights)];
        Family { weights: &weights, ..all(COVERAGE, asked, ["80", "70", ""]) }.reported()
    };
    // (asked × 100 − 80×20 − 70×30) ÷ 50
    let half = ["100", "20", "30", "50"];
    assert_eq!(of(half, "78"), ["rollup-needs-outlier"]);
    assert_eq!(of(half, "77.01"), ["rollup-needs-outlier"]);
    assert!(of(half, "77").is_empty());
    assert!(of(["101", "20", "30", "51"], "78").is_empty());
    // What nobody can make up any more is said by another rule.
    assert_eq!(of(half, "87"), ["rollup-needs-outlier"]);
    assert_eq!(of(half, "87.01"), ["rollup-unattainable"]);
    let deaths = |asked| {
        let weights = [("人口 2020", ["100", "20", "30", "50"])];
        Family { weights: &weights, ..all(DEATHS, asked, ["80", "70", ""]) }.reported()
    };
    // Lower is better: (72×100 − 3700) ÷ 50 = 70
    assert!(deaths("72").is_empty());
    assert_eq!(deaths("71.99"), ["rollup-needs-outlier"]);
    // A sum rests on nobody.
    let sum = all("所 | 越高越好 | 加总 | 0至500", "600", ["80", "70", ""]);
    assert!(sum.reported().is_empty());
}

#[test]
fn of_equally_good_counties_the_first_is_the_best() {
    let best = |indicator, parts| {
        let (world, _) = all(indicator, "50", parts).checked();
        let rollup =
            world.model.plans().find_map(|(plan, _)| world.alignment.rollups(plan).first());
        let best = rollup.and_then(Rollup::best);
        best.map(|best| world.model.catalogue.region_of(best.region).name.to_string())
    };
    assert_eq!(best(COVERAGE, ["80", "81", "81"]), Some("乙县".into()));
    assert_eq!(best(COVERAGE, ["80", "79", "80"]), Some("甲县".into()));
    assert_eq!(best(DEATHS, ["80", "79", "79"]), Some("乙县".into()));
    assert_eq!(best(DEATHS, ["79", "80", "79"]), Some("甲县".into()));
    assert_eq!(best(BALANCE, ["79", "80", "79"]), None);
}
