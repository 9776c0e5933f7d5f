//! Whose numbers count in a roll-up, and which of several.

use planlint::{
    alignment::{Rollup, RollupCompleteness},
    engine::World,
};

use super::{COVERAGE, Family, SCHOOLS, all, checked, number, outcome};

fn rollups(world: &World) -> Vec<Rollup> {
    world.model.plans().flat_map(|(plan, _)| world.alignment.rollups(plan).to_vec()).collect()
}

/// The texts of a family, some words of one of them changed.
fn changed(family: &Family<'_>, name: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut texts = family.texts();
    let text = texts.iter_mut().find(|(path, _)| path.starts_with(name)).unwrap();
    assert!(text.1.contains(from), "{}", text.1);
    text.1 = text.1.replacen(from, to, 1);
    texts
}

#[test]
fn a_figure_takes_the_issued_row_of_its_own_indicator_and_year() {
    let issued = [("甲县", "60"), ("乙县", "90"), ("丁县", "40")];
    let family = Family { issued: &issued, ..all(SCHOOLS, "190", ["", "", ""]) };
    let texts = changed(
        &family,
        "city",
        "| 指标 | 2025年 |\n| 试验值 | 190 |",
        "| 指标 | 2024年 | 2025年 |\n| 试验值 | 180 | 190 |\n| 另一值 | | 3 |",
    );
    let before = "| 试验值 | 2025 | 60 |";
    let rows = format!(
        "| 试验值 | 2024 | 60 | 90 | 30 |\n{before} 90 | 40 |\n| 另一值 | 2025 | 1 | 1 | 1 |"
    );
    let mut texts = texts;
    for (path, text) in &mut texts {
        match path.as_str() {
            "city.plan" => *text = text.replace(&format!("{before} 90 | 40 |"), &rows),
            _ => text.push_str(&format!("| 另一值 | {SCHOOLS} |\n")),
        }
    }
    let (world, _) = checked(&texts);
    let found: Vec<(i32, String, String)> = (rollups(&world).iter())
        .map(|one| (world.model.statement(one.parent).year, number(one.stated), outcome(one)))
        .collect();
    let open = |year: i32, stated: &str| (year, stated.to_owned(), "open".to_owned());
    assert_eq!(found, [open(2024, "180"), open(2025, "190"), open(2025, "3")]);
}

#[test]
fn a_row_that_issues_no_number_is_rolled_up_to_nothing() {
    let issued = [("甲县", ""), ("乙县", "")];
    let family = Family { issued: &issued, ..all(SCHOOLS, "190", ["", "", ""]) };
    assert!(family.rollups().is_empty());
}

#[test]
fn a_county_counts_once_with_its_own_words() {
    let issued = [("乙县", "90")];
    let asked = ["60", "完成上级下达指标", "30"];
    let family = Family { issued: &issued, ..all(SCHOOLS, "190", asked) };
    let (world, _) = family.checked();
    let rollups = rollups(&world);
    let below = rollups.iter().find(|rollup| !rollup.issued).unwrap();
    let words: Vec<_> = (below.terms.iter())
        .map(|term| {
            (number(term.number), world.model.phrase(world.model.statement(term.statement)))
        })
        .collect();
    let said = |number: &str, words: &'static str| (number.to_owned(), words);
    assert_eq!(words, [said("60", "60"), said("90", "完成上级下达指标"), said("30", "30")]);
}

#[test]
fn of_two_plans_of_a_county_one_counts_and_the_next_county_still_does() {
    let mut texts = all(SCHOOLS, "190", ["60", "90", "30"]).texts();
    let (_, first) = texts.iter().find(|(path, _)| path.starts_with("甲县")).unwrap();
    texts.push(("甲县二.plan".to_owned(), first.replace("甲县规划", "甲县二次规划")));
    let (world, _) = checked(&texts);
    let rollup = rollups(&world).pop().unwrap();
    assert_eq!((rollup.terms.len(), rollup.silent.len()), (3, 0));
    assert_eq!(number(rollup.stated), "180");
}

#[test]
fn a_number_in_another_unit_is_none() {
    let family = all(SCHOOLS, "190", ["60", "90", "30"]);
    let (world, _) = checked(&changed(&family, "丁县", "| 试验值 |", "| 试验值（人） |"));
    let rollup = rollups(&world).pop().unwrap();
    assert_eq!((rollup.terms.len(), rollup.silent.len()), (2, 1));
}

#[test]
fn a_mean_of_who_is_known_is_none_of_the_whole_without_its_weight() {
    let of = |whole| {
        let weights = [("人口 2020", [whole, "30", "50", "20"])];
        let parts = ["80", "", ""];
        Family { listed: 1, weights: &weights, ..all(COVERAGE, "82", parts) }.rollups().len()
    };
    assert_eq!([of("100"), of("")], [1, 0]);
}

#[test]
fn counties_that_no_table_lists_are_not_taken_for_all() {
    let known = |listed: &[&str]| {
        let mut texts = Family { weights: &[], ..all(SCHOOLS, "190", ["60", "90", ""]) }.texts();
        let rows = listed.iter().map(|county| format!("| {county} | 县 | 湖州市 |\n"));
        let rows: String = rows.collect();
        for (path, text) in &mut texts {
            *text =
                text.replace("丙市", "湖州市").replace("甲县", "德清县").replace("乙县", "安吉县");
            if path == "names.plan" {
                let (_, catalogue) = text.split_once("指标目录").unwrap();
                let regions = format!("行政区划\n| 地区 | 层级 | 上级 |\n{rows}");
                let regions = if rows.is_empty() { "" } else { &regions };
                *text = format!("{regions}\n指标目录{catalogue}");
            }
        }
        let (world, _) = checked(&texts);
        let rollup = rollups(&world).pop().unwrap();
        (rollup.terms.len(), rollup.known)
    };
    assert_eq!(known(&[]), (2, RollupCompleteness::Some));
    assert_eq!(known(&["德清县"]), (2, RollupCompleteness::Some));
    assert_eq!(known(&["德清县", "安吉县"]), (2, RollupCompleteness::Listed));
}
