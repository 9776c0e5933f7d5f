//! Roll-ups: formulas stand with what they give now.

use calamine::{Data, Range, Reader};
use planlint::{
    report::{LevelCounts, Material, Matrix, Received, RollupTable, RollupTerm, workbook},
    words::Language,
};

use super::{book, parts, sheet};

/// Material with nothing in it.
fn blank() -> Material {
    Material {
        language: Language::Zh,
        date: "2026-01-31".to_owned(),
        tool: "planlint".to_owned(),
        closing: "检查 0 个规划".to_owned(),
        ended: vec![],
        ended_sentence: String::new(),
        counts: LevelCounts::default(),
        tiers: vec![],
        since: None,
        agenda: vec![],
        cards: vec![],
        matrices: vec![],
        courses: vec![],
        rollups: vec![],
        coverage: vec![],
        received: Received::default(),
        allows: vec![],
        decisions: vec![],
        passed: vec![],
        inputs: vec![],
        settings: vec![],
    }
}

fn rollup(terms: &[(&str, &str, &str)], number: &str) -> RollupTable {
    let term = |(region, number, weight): &(&str, &str, &str)| RollupTerm {
        region: (*region).to_owned(),
        number: (*number).to_owned(),
        weight: (*weight).to_owned(),
        source: "《甲》表1 第1行".to_owned(),
    };
    RollupTable {
        indicator: "公园".to_owned(),
        measure: "公园".to_owned(),
        unit: "个".to_owned(),
        year: 2025,
        region: "甲省".to_owned(),
        plan: "甲省规划".to_owned(),
        written: number.to_owned(),
        number: number.to_owned(),
        source: "《甲》表1 第1行".to_owned(),
        is_mean: false,
        is_issued: false,
        weight: String::new(),
        terms: terms.iter().map(term).collect(),
        reserve: String::new(),
        silent: vec![],
        is_open_ended: false,
        silent_weight: String::new(),
        needed: String::new(),
        asked: String::new(),
        outcome: "short",
        is_telling: false,
        sentence: "合计少于上级".to_owned(),
    }
}

/// A sum that is short, a sum with a reserve and a silent region, a mean with a silent region.
pub(super) fn three() -> Vec<u8> {
    let short = rollup(&[("乙市", "0.1", ""), ("丙市", "0.2", "")], "1");
    let mut open = rollup(&[("=乙市", "10", "")], "100");
    open.reserve = "5".to_owned();
    open.silent = vec!["丙市".to_owned()];
    open.needed = "85".to_owned();
    open.outcome = "open";
    let mut mean = rollup(&[("乙市", "60", "1"), ("丙市", "70", "3")], "70");
    mean.is_mean = true;
    mean.silent = vec!["丁市".to_owned()];
    mean.silent_weight = "4".to_owned();
    mean.written = "70左右".to_owned();
    mean.asked = "69".to_owned();
    mean.needed = "70.5".to_owned();
    mean.outcome = "open";
    workbook(&Material { rollups: vec![short, open, mean], ..blank() }).unwrap()
}

/// The formulas of the sheet, and what stands in the same cells.
fn formulas(bytes: &[u8]) -> Vec<(String, Data)> {
    let values = sheet(bytes, "下级汇总");
    let formulas: Range<String> = book(bytes).worksheet_formula("下级汇总").unwrap();
    let (top, left) = formulas.start().unwrap();
    formulas
        .used_cells()
        .filter(|(.., formula)| !formula.is_empty())
        .map(|(row, column, formula)| {
            let at = (top + row as u32, left + column as u32);
            (formula.clone(), values.get_value(at).unwrap().clone())
        })
        .collect()
}

/// The results of [`three`], in the order of the sheet.
pub(super) const RESULTS: [&str; 12] = [
    "0.3",
    "-0.7",
    "低于上级目标",
    "15",
    "-85",
    "不足部分须由未列地区完成",
    "85",
    "67.5",
    "4",
    "-1.5",
    "低于上级目标",
    "70.5",
];

#[test]
fn formulas_hold_what_they_give() {
    let found = formulas(&three());
    let shown: Vec<String> = found.iter().map(|(_, value)| value.to_string()).collect();
    assert_eq!(shown, RESULTS, "{found:?}");
    assert!(found[0].0.contains("SUM(B") && found[7].0.contains("SUMPRODUCT("), "{found:?}");
}

#[test]
fn a_mean_of_regions_without_weight_is_no_number() {
    let mut mean = rollup(&[("乙市", "60", "0"), ("丙市", "70", "0")], "70");
    mean.is_mean = true;
    let bytes = workbook(&Material { rollups: vec![mean], ..blank() }).unwrap();
    let words = parts(&bytes).into_values().collect::<String>();
    assert!(!words.contains("NaN") && !words.contains("<f>"), "{words}");
}

#[test]
fn names_of_sheets_are_safe_and_their_own() {
    let matrix = |title: &str| Matrix { title: title.to_owned(), columns: vec![], rows: vec![] };
    let long = "长".repeat(40);
    let matrices = ["a/b:[c]*?\\'", "a b", "A B", &long, &long].map(matrix).to_vec();
    let bytes = workbook(&Material { matrices, ..blank() }).unwrap();
    let mut names = book(&bytes).sheet_names();
    assert_eq!(names.len(), 6);
    assert!(names.iter().all(|name| name.chars().count() <= 31 && !name.contains(['/', ':', '['])));
    names.dedup_by_key(|name| name.to_lowercase());
    assert_eq!(names.len(), 6);
}

#[test]
fn the_formulas_of_the_real_plans_give_the_figures_of_the_material() {
    let folder = super::plans();
    let bytes = super::report(folder.path(), &[]);
    let rows = sheet(&bytes, "下级汇总");
    let mut compared = 0;
    // Each block says its arithmetic as a sentence, which ends with what is left.
    let mut left = String::new();
    for row in rows.rows() {
        let label = row[0].to_string();
        if let Some((_, end)) = label.rsplit_once(['＝', '≈']) {
            end.clone_into(&mut left);
        }
        if label.starts_with("要达到上级目标") {
            let given: f64 = row[1].to_string().parse().unwrap();
            let told: f64 = left.parse().expect(&left);
            assert!((given - told).abs() <= 0.005, "{label}: {given} {told}");
            compared += 1;
        }
    }
    assert!(compared > 5, "{compared}");
}
