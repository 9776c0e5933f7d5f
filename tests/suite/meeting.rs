//! What a review meeting is shown of plans together: roll-ups, coverage, what was received.

use planlint::{quantity::Decimal, report::RollupTable, words::Language};

use crate::{
    material::material,
    support::{self, TODAY},
};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 | 人口 2020 |\n| 甲省 | 省 | | 100 |\n| 乙市 | 市 | 甲省 | 60 |\n| 丁市 | 市 | 甲省 | 10 |\n| 戊市 | 市 | 甲省 | 30 |\n| 丙县 | 县 | 乙市 | 5 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 甲率 | % | 越高越好 | 加权平均(人口) |\n| 学校 | 所 | 越高越好 | 加总 |\n| 床位 | 张 | 越高越好 | 逐级达标 |\n";

fn plan(region: &str, rows: &str) -> String {
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021—2025\n主题: 教育\n状态: 印发\n\n指标表\n| 指标 | 2025年 | 属性 |\n{rows}"
    )
}

fn of_texts(texts: &[(&str, String)], language: Language) -> planlint::report::Material {
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, &**text)).collect();
    material(&texts, language)
}

fn rolled(language: Language) -> Vec<RollupTable> {
    let texts = [
        ("r.plan", REGIONS.to_owned()),
        (
            "a.plan",
            plan("甲省", "| 甲率（%） | 50左右 | 约束性 |\n| 学校（所） | 100 | 预期性 |\n"),
        ),
        ("b.plan", plan("乙市", "| 甲率（%） | 40 | 约束性 |\n| 学校（所） | 70 | 预期性 |\n")),
        ("d.plan", plan("丁市", "| 甲率（%） | 45 | 约束性 |\n| 学校（所） | 40 | 预期性 |\n")),
    ];
    of_texts(&texts, language).rollups
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_arithmetic_of_a_roll_up_can_be_done_again() {
    let rollups = rolled(Language::Zh);
    let [mean, sum] = &*rollups else { panic!("two roll-ups: {rollups:?}") };
    assert_eq!((&*mean.measure, &*mean.number, &*mean.asked), ("甲率", "50", "49"));
    assert_eq!((&*mean.weight, &*mean.silent_weight), ("人口（2020 年）", "30"));
    assert_eq!(mean.silent, ["戊市"]);
    let stated: Decimal =
        mean.terms.iter().map(|term| number(&term.number) * number(&term.weight)).sum();
    let needed = (number(&mean.asked) * number("100") - stated) / number(&mean.silent_weight);
    assert_eq!(needed.round_dp(2), number(&mean.needed));
    assert_eq!((&*mean.needed, mean.outcome, mean.is_telling), ("68.33", "open", true));
    assert_eq!(
        mean.sentence,
        "2 个下级地区已定目标；其余地区平均须为 (49×100−40×60−45×10)÷30≈68.33"
    );
    assert_eq!((&*sum.needed, &*sum.sentence), ("", "2 个下级地区已定目标：70＋40＝110"));
    assert_eq!(sum.terms[1].source, "《丁市规划》第2行 2025年");
}

#[test]
fn a_roll_up_is_told_in_english() {
    let rollups = rolled(Language::En);
    assert_eq!(rollups[0].weight, "人口 (2020)");
    assert_eq!(rollups[1].sentence, "stated by 2 regions below: 70 + 40 = 110");
    assert_eq!(rollups[1].terms[0].source, "乙市规划, row 2, 2025");
}

#[test]
fn the_agenda_tells_what_is_left_only_where_most_of_it_is_known() {
    let city = |rate: &str| plan("乙市", &format!("| 甲率（%） | {rate} | 约束性 |\n"));
    let few = plan("丁市", "| 甲率（%） | 40 | 约束性 |\n");
    let province = plan("甲省", "| 甲率（%） | 50 | 约束性 |\n");
    let names = ("r.plan", REGIONS.to_owned());
    let most = [names.clone(), ("a.plan", province.clone()), ("b.plan", city("40"))];
    let least = [names.clone(), ("a.plan", province.clone()), ("d.plan", few)];
    let easy = [names, ("a.plan", province), ("b.plan", city("51").replace("51", "≤51"))];
    for (texts, expected) in [(most, true), (least, false), (easy, false)] {
        let shown = of_texts(&texts, Language::Zh);
        let row = shown.agenda.iter().find(|row| row.topic == "甲率").expect("a topic");
        assert_eq!(row.rollup.contains("其余地区平均须为"), expected, "{}", row.rollup);
        assert_eq!((shown.rollups.len(), shown.rollups[0].is_telling), (1, expected));
    }
}

#[test]
fn coverage_names_what_is_missing_binding_first_and_what_has_no_parent() {
    let province = "| 学校（所） | 100 | 预期性 |\n| 床位（张） | 20 | 约束性 |\n| 甲率（%） | 50 | 约束性 |\n";
    let city = "| 甲率（%） | 50 | 约束性 |\n| 公园（个） | 3 | |\n";
    let county = "| 甲率（%） | 高于市均 | |\n| 公园（个） | 待补充 | |\n| 广场（个） | 1 | |\n";
    let texts = [
        ("r.plan", REGIONS.to_owned()),
        ("a.plan", plan("甲省", province)),
        ("b.plan", plan("乙市", city)),
        ("c.plan", plan("丙县", county).replace("甲率（%） | 高", "学校（所） | 高")),
        ("d.plan", plan("丁市", county).replace("主题: 教育", "主题: 交通")),
    ];
    for (language, class) in [(Language::Zh, "约束性"), (Language::En, "binding")] {
        let rows = of_texts(&texts, language).coverage;
        let [city, county, other] = &*rows else { panic!("the top tier carries nothing on") };
        assert_eq!((&*city.region, &*city.above_plan), ("乙市", "甲省规划"));
        assert_eq!((city.asked, city.carried), (3, 1));
        assert_eq!((city.binding_asked, city.binding_carried), (2, 1));
        let missing: Vec<_> = city.missing.iter().map(|miss| &*miss.indicator).collect();
        assert_eq!((missing, &*city.missing[0].class), (vec!["床位", "学校"], class));
        assert_eq!((&city.own[..], &county.own[..]), (&["公园".into()][..], &["广场".into()][..]));
        assert_eq!(county.dangling, ["学校"]);
        assert_eq!((&*other.above_region, &*other.above_plan, other.asked), ("甲省", "", 0));
    }
}

#[test]
fn a_plan_below_the_top_without_any_above_has_a_row_of_its_own() {
    let texts = [
        ("r.plan", REGIONS.to_owned()),
        ("c.plan", plan("丙县", "| 学校（所） | 1 | |\n")),
        ("d.plan", plan("丁市", "| 学校（所） | 1 | |\n")),
    ];
    let rows = of_texts(&texts, Language::Zh).coverage;
    let rows: Vec<_> = rows.iter().map(|row| (&*row.region, &*row.above_region)).collect();
    assert_eq!(rows, [("丙县", "")]);
}

#[test]
fn what_should_be_here_and_is_not_is_told() {
    let row = "| 学校（所） | 1 | |\n";
    let based = "状态: 印发\n依据: 《乙市教育发展规划（2021—2025年）》\n依据: 《甲省教育条例》\n依据: 《丙省教育规划》\n依据: 《甲省规划》";
    let texts = [
        ("r.plan", REGIONS.to_owned()),
        ("a.plan", plan("甲省", row)),
        ("c.plan", plan("丙县", row).replace("状态: 印发", based)),
        ("e.plan", plan("庚县", row)),
        ("f.plan", plan("戊市", row)),
        ("g.plan", plan("戊市", row)),
        ("h.plan", String::new()),
    ];
    let shown = of_texts(&texts, Language::Zh).received;
    let plans: Vec<_> = shown.plans.iter().map(|plan| (&*plan.region, &*plan.file)).collect();
    let expected = [
        ("甲省", "a.plan"),
        ("丙县", "c.plan"),
        ("戊市", "f.plan"),
        ("戊市", "g.plan"),
        ("庚县", "e.plan"),
    ];
    assert_eq!(plans, expected);
    assert_eq!((&*shown.plans[0].status, shown.plans[0].indicators), ("印发", 1));
    let missing = [
        "乙市的规划未收到，其下级丙县的已收到",
        "《乙市教育发展规划（2021—2025年）》未收到，它是《丙县规划》的编制依据",
        "甲省下辖 3 个市，已收 1 个",
    ];
    assert_eq!(shown.missing, missing, "a law is no plan, nor is that of another province missing");
    let unread = [
        "h.plan：文件为空",
        "《庚县规划》地区不明，没有与上级比对",
        "《戊市规划》有几个文件，不能确定以哪个为准，都没有作为上级：f.plan、g.plan",
    ];
    assert_eq!(shown.unread, unread);
    let english = of_texts(&texts, Language::En).received;
    assert_eq!(english.missing[0], "乙市: no plan received, though 丙县 below it has one");
    assert_eq!(english.unread[0], "h.plan: the file is empty");
}

#[test]
fn a_table_of_a_document_that_is_not_understood_is_told() {
    let text = "# 乙市规划\n\n规划期：2021—2025\n\n| 事项 | 内容 |\n|---|---|\n| 学校 | 3 |\n| 医院 | 4 |\n\n| 指标 | 2025年 |\n|---|---|\n| 床位（张） | 3 |\n";
    let (world, outcome) =
        support::check(support::files([("r.plan", REGIONS), ("乙市规划.md", text)]), TODAY);
    let words = planlint::words::Words::new(Language::Zh, support::sheets());
    let shown = planlint::report::material(&world, &outcome, &words, Default::default());
    assert_eq!(shown.received.unread, ["乙市规划.md：1 张表没有认出，没有检查"]);
}
