//! What a review meeting is shown of plans beside each other: matrices and courses.

use planlint::{
    finding::Level,
    report::{self, CellMark, Circumstances, Material, Matrix, MatrixCell},
    words::{Language, Words},
};

use crate::support::{self, TODAY};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 乙市 | 市 | 甲省 |\n| 丙县 | 县 | 乙市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 甲率 | % | 越高越好 | 逐级达标 |\n| 乙率 | % | 越高越好 | 逐级达标 |\n| 丙数 | 人 | 越高越好 | 逐级达标 |\n| 丁率 | % | 越高越好 | 逐级达标 |\n";

/// A plan of the topic 教育 with a table of these rows.
fn plan(region: &str, rows: &str) -> String {
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021—2025\n主题: 教育\n\n指标表\n| 指标 | 2020年 | 2023年 | 2025年 | 属性 |\n{rows}"
    )
}

const PROVINCE: &str = "| 甲率（%） | 20 | 22 | 25 | 约束性 |\n| 乙率（%） | 60 | — | 70 | 预期性 |\n| 丙数（万人） | 20 | — | 30 | 预期性 |\n| 丁率（%） | — | — | 待补充 | 预期性 |\n";
const CITY: &str = "| 甲率（%） | 19 | — | 24 | 预期性 |\n| 乙率（%） | 61 | — | 72 | 预期性 |\n| 丁率（%） | — | — | 80 | 预期性 |\n";
const COUNTY: &str = "| 甲率（%） | 21 | — | 26 | 约束性 |\n| 丙数（人） | 1000 | — | 400000 | |\n";

/// The material of a run on texts.
pub fn material(texts: &[(&str, &str)], language: Language) -> Material {
    let (world, outcome) = support::check(support::files(texts.iter().copied()), TODAY);
    let words = Words::new(language, support::sheets());
    report::material(&world, &outcome, &words, Circumstances::default())
}

fn three_tiers(language: Language) -> Material {
    let plans = [plan("甲省", PROVINCE), plan("乙市", CITY), plan("丙县", COUNTY)];
    let [a, b, c] = plans.each_ref().map(String::as_str);
    material(&[("r.plan", REGIONS), ("3.plan", a), ("2.plan", b), ("1.plan", c)], language)
}

fn cells<'a>(matrix: &'a Matrix, indicator: &str) -> &'a [MatrixCell] {
    let mut rows = matrix.rows.iter().filter(|row| row.indicator == indicator);
    let row = rows.next().expect("a row of the indicator");
    assert!(rows.next().is_none(), "{indicator} has two rows");
    &row.cells
}

fn marks<'a>(matrix: &'a Matrix, indicator: &str) -> Vec<(&'a str, Option<CellMark>)> {
    cells(matrix, indicator).iter().map(|cell| (&*cell.value, cell.mark)).collect()
}

#[test]
fn a_matrix_shows_who_states_what_and_how_it_was_judged() {
    let shown = three_tiers(Language::Zh);
    let [matrix] = &*shown.matrices else { panic!("one topic is one matrix") };
    assert_eq!(matrix.title, "教育");
    let columns: Vec<_> =
        matrix.columns.iter().map(|c| (&*c.region, &*c.tier, &*c.period)).collect();
    let period = "2021—2025";
    assert_eq!(columns, [("甲省", "省", period), ("乙市", "市", period), ("丙县", "县", period)]);
    let names: Vec<_> = matrix.rows.iter().map(|row| &*row.indicator).collect();
    assert_eq!(names, ["甲率", "乙率", "丙数", "丁率"], "in the order of the highest plan");
    assert_eq!(
        marks(matrix, "甲率"),
        [("25", None), ("24", Some(CellMark::Found(Level::Error))), ("26", Some(CellMark::Good))]
    );
    assert_eq!(
        marks(matrix, "乙率"),
        [("70", None), ("72", Some(CellMark::Good)), ("", Some(CellMark::Missing))]
    );
    let unread = &cells(matrix, "丁率")[1];
    let judged = (&*unread.value, unread.mark);
    assert_eq!(judged, ("80", Some(CellMark::Passed)), "nothing unread looks like a pass");
    assert_eq!(matrix.rows[0].class, "约束性");
    assert_eq!(cells(matrix, "甲率")[1].source, "《乙市规划》第1行 2025年");
}

#[test]
fn a_cell_leads_to_its_findings() {
    let shown = three_tiers(Language::Zh);
    let matrix = &shown.matrices[0];
    for (row, column) in [("甲率", 1), ("乙率", 2)] {
        let cell = &cells(matrix, row)[column];
        let card = &shown.cards[cell.cards.first().expect("a card") - 1];
        assert_eq!((&*card.measure, &*card.region), (row, &*matrix.columns[column].region));
    }
}

#[test]
fn values_in_other_units_and_years_say_so() {
    let shown = three_tiers(Language::Zh);
    let row = cells(&shown.matrices[0], "丙数");
    assert_eq!((&*row[0].value, &*row[0].number), ("30", "30"));
    assert_eq!((&*row[2].value, &*row[2].number), ("400000 人", "40"), "in the row's unit 万人");
    let late = CITY.replace("| 24 |", "| — |").replace("| 19 | — |", "| 19 | 22 |");
    let (province, city) = (plan("甲省", PROVINCE), plan("乙市", &late));
    let texts = [("r.plan", REGIONS), ("a.plan", &*province), ("b.plan", &*city)];
    for (language, value) in [(Language::Zh, "22（2023 年）"), (Language::En, "22 (2023)")] {
        let shown = material(&texts, language);
        let cell = &cells(&shown.matrices[0], "甲率")[1];
        assert_eq!((&*cell.value, cell.year), (value, Some(2023)));
    }
}

#[test]
fn plans_that_only_serve_as_parents_carry_no_mark_and_topics_never_mix() {
    let other = plan("丙县", COUNTY).replace("主题: 教育", "主题: 交通");
    let plans = [plan("甲省", PROVINCE), plan("乙市", CITY)];
    let [a, b] = plans.each_ref().map(String::as_str);
    let mut files =
        support::files([("r.plan", REGIONS), ("a.plan", a), ("b.plan", b), ("c.plan", &*other)]);
    files.get_mut("b.plan").expect("the city").reference_only = true;
    let (world, outcome) = support::check(files, TODAY);
    let words = Words::new(Language::En, support::sheets());
    let shown = report::material(&world, &outcome, &words, Circumstances::default());
    let [matrix] = &*shown.matrices else { panic!("a plan alone is compared with none") };
    assert_eq!(marks(matrix, "甲率"), [("25", None), ("24", None)]);
}

#[test]
fn what_was_allowed_is_not_good() {
    let city = CITY.replace(
        "| 24 | 预期性 |",
        "| 24 | 预期性 |  # planlint: allow(weaker-than-parent) 财力不足",
    );
    let quiet = PROVINCE.replace("约束性", "预期性");
    let (province, city) = (plan("甲省", &quiet), plan("乙市", &city));
    let shown =
        material(&[("r.plan", REGIONS), ("a.plan", &*province), ("b.plan", &*city)], Language::Zh);
    assert_eq!(shown.allows.len(), 1);
    assert_eq!(marks(&shown.matrices[0], "甲率")[1], ("24", None));
}

#[test]
fn a_course_has_base_milestones_and_targets_in_one_unit() {
    let shown = three_tiers(Language::Zh);
    let names: Vec<_> = shown.courses.iter().map(|course| &*course.indicator).collect();
    assert_eq!(names, ["甲率", "乙率", "丙数"], "one plan alone, or no number, is no course");
    let first = &shown.courses[0];
    assert_eq!((&*first.id, &*first.unit, first.direction), ("course-1", "%", "higher"));
    let points = |at: usize, curve: usize| -> Vec<_> {
        let curve = &shown.courses[at].curves[curve];
        curve.points.iter().map(|point| (point.year, &*point.number, point.kind)).collect()
    };
    let expected = [(2020, "20", "base"), (2023, "22", "milestone"), (2025, "25", "target")];
    assert_eq!(points(0, 0), expected);
    assert_eq!(points(2, 1), [(2020, "0.1", "base"), (2025, "40", "target")], "in 万人");
    let depths: Vec<_> = first.curves.iter().map(|curve| (&*curve.region, curve.depth)).collect();
    assert_eq!(depths, [("甲省", 0), ("乙市", 1), ("丙县", 2)]);
    let linked = shown.cards.iter().find(|card| card.course == "course-1").expect("a card");
    assert_eq!(linked.measure, "甲率");
}

#[test]
fn a_rate_of_growth_never_shares_a_chart_with_a_level() {
    let growth = "| 甲率（%） | 20 | — | 年均增长5% | |\n";
    let (province, city) = (plan("甲省", PROVINCE), plan("乙市", growth));
    let shown =
        material(&[("r.plan", REGIONS), ("a.plan", &*province), ("b.plan", &*city)], Language::En);
    assert!(shown.courses.is_empty(), "{:?}", shown.courses);
}
