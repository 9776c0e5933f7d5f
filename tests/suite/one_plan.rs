//! What one plan says twice, starts from and leaves out: each condition beside the next one that does not hold.

use planlint::{engine::Outcome, finding::Finding};

use crate::support::{self, TODAY};

/// Checks a plan of 甲省 with one table of indicators and other tables, beside a catalogue of these rows.
fn check(catalogue: &str, tables: &str) -> Outcome {
    let names = format!(
        "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n{catalogue}\n"
    );
    let plan =
        format!("规划 《甲省规划》\n地区: 甲省\n规划期: 2021-2025\n主题: 试验\n\n{tables}\n");
    support::check(support::files([("names.plan", &*names), ("a.plan", &plan)]), TODAY).1
}

fn found<'a>(outcome: &'a Outcome, rule: &str) -> Vec<&'a Finding> {
    outcome.findings.iter().filter(|finding| finding.rule == rule).collect()
}

#[test]
fn striving_for_more_than_the_table_contradicts_nothing() {
    for (direction, words, contradicts) in [
        ("越高越好", "力争35", false),
        ("越高越好", "力争25", true),
        ("越低越好", "力争25", false),
        ("越低越好", "力争35", true),
        ("越低越好", "25", true),
        ("越低越好", "力争30", false),
        ("无", "力争25", true),
    ] {
        let outcome = check(
            &format!("| 甲数 | 个 | {direction} | 逐级达标 |"),
            &format!(
                "指标表\n| 指标 | 2020年 | 2025年 |\n| 甲数（个） | 31 | 30 |\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| 一 | 甲数 | 2025 | {words} |"
            ),
        );
        let told = found(&outcome, "table-prose-conflict").len();
        assert_eq!(told, usize::from(contradicts), "{direction} {words}");
    }
}

#[test]
fn a_change_may_miss_its_level_by_half_a_printed_digit() {
    // 20.2 and a quarter more is 25.25.
    for (base, level, contradicts) in [
        ("20", "25", false),
        ("20.2", "25.2", false),
        ("20.2", "25.3", false),
        ("20.2", "25.4", true),
        ("20.2", "25.1", true),
        ("20.2", "25.24", true),
    ] {
        let outcome = check(
            "| 产量 | 万吨 | 越高越好 | 逐级达标 |",
            &format!(
                "指标表\n| 指标 | 2020年 | 2025年 |\n| 产量（万吨） | {base} | {level} |\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| 一 | 产量 | 2025 | 较2020年增长25% |"
            ),
        );
        let told = found(&outcome, "table-prose-conflict").len();
        assert_eq!(told, usize::from(contradicts), "{base} {level}");
    }
}

#[test]
fn a_target_starts_from_the_first_report_of_the_latest_year_before_the_period() {
    for (reports, from) in [
        (&["2020 | 60", "2020 | 95", "2019 | 97"][..], None),
        (&["2020 | 95", "2020 | 60", "2019 | 50"], Some("95")),
        (&["2019 | 60", "2020 | 95"], Some("95")),
        (&["2020 | 60", "2021 | 95"], None),
    ] {
        let rows: String =
            reports.iter().map(|report| format!("| 一 | 甲省 | 甲率 | {report} |\n")).collect();
        let outcome = check(
            "| 甲率 | % | 越高越好 | 平均 |",
            &format!(
                "指标表\n| 指标 | 2025年 |\n| 甲率（%） | 80 |\n\n引述\n| 位置 | 地区 | 指标 | 年份 | 表述 |\n{rows}"
            ),
        );
        let worse = found(&outcome, "worse-than-baseline");
        let words: Vec<_> = worse
            .iter()
            .filter_map(|finding| Some(&*finding.draft.compared.other.as_ref()?.words))
            .collect();
        assert_eq!(words, Vec::from_iter(from), "{reports:?}");
    }
}

#[test]
fn only_full_coverage_is_promised_twice_for_two_parts() {
    for (indicator, words, told) in [
        ("甲率 | % | 越高越好 | 平均", "90", false),
        ("甲率 | % | 越高越好 | 平均", "100", true),
        ("甲率 | % | 越高越好 | 平均", "全覆盖", true),
        ("甲率 | 个 | 越高越好 | 逐级达标", "90", false),
        ("甲率 | 个 | 越高越好 | 逐级达标", "100", false),
        ("甲率 | 个 | 越高越好 | 逐级达标", "全覆盖", true),
    ] {
        let outcome = check(
            &format!("| {indicator} |"),
            &format!(
                "正文\n| 位置 | 范围 | 指标 | 年份 | 表述 |\n| 一 | 建制镇 | 甲率 | 2025 | {words} |\n| 二 | 行政村 | 甲率 | 2025 | {words} |"
            ),
        );
        let drift = found(&outcome, "definition-drift").len();
        assert_eq!(drift, usize::from(told), "{indicator} {words}");
    }
}

#[test]
fn a_number_that_many_targets_have_is_not_copied_from_a_close_name() {
    for (unit, number, told) in [
        ("所", "300", false),
        ("所", "310", true),
        ("公里", "300", true),
        ("公里", "310", true),
        ("所", "9", false),
        ("所", "11", true),
        ("公里", "9", false),
        ("公里", "9.5", true),
        ("公里", "95", false),
        ("公里", "94", true),
        ("%", "30", false),
        ("%", "35", true),
        ("公里", "30", true),
    ] {
        let row = |name: &str| format!("| {name}（{unit}） | {number} |");
        let outcome = check(
            &format!(
                "| 新建甲数 | {unit} | 越高越好 | 平均 |\n| 新建甲总数 | {unit} | 越高越好 | 平均 |"
            ),
            &format!("指标表\n| 指标 | 2025年 |\n{}\n{}", row("新建甲数"), row("新建甲总数")),
        );
        let same = found(&outcome, "same-value-other-indicator").len();
        assert_eq!(same, usize::from(told), "{number} {unit}");
    }
}

#[test]
fn only_a_row_that_is_all_there_and_states_a_target_lacks_its_unit() {
    let row = |cells: &str| {
        format!("指标表 主要指标\n| 指标 | 2020年 | 2025年 | 属性 |\n| 甲率 | {cells} |")
    };
    for (table, told) in [
        (row("60 | 70 | 预期性"), true),
        (row("60 | | 预期性"), false),
        (row("60 | 待定 | 预期性"), false),
        (row("60 | ★70 | 预期性"), false),
        (row("60 | 70"), false),
        ("指标表\n| 指标 | 2020年 | 属性 |\n| 甲率 | 60 | 预期性 |".to_owned(), false),
    ] {
        let outcome = check("| 甲率 | % | 越高越好 | 平均 |", &table);
        let lacking = found(&outcome, "missing-unit");
        assert_eq!(lacking.len(), usize::from(told), "{table}");
        let tables = lacking.iter().filter_map(|finding| finding.draft.subject.other.as_deref());
        assert!(tables.eq(told.then_some("主要指标")), "{table}");
    }
}
