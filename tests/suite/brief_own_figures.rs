//! What a brief asks for beyond the levels above: that nothing falls behind the region's own base, earlier plan, targets and text.

use planlint::{
    config::{Language, Settings},
    engine::{File, Files, cutoffs},
    views::brief,
};

use crate::{
    brief_bounds::{against_it, briefed, filled, name_of, plans_of, wanted, world},
    support::files,
};

#[test]
fn a_brief_clears_what_the_region_itself_has_reached_and_set() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲市 | 市 | |\n| 乙县 | 县 | 甲市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n| 甲率 | % | 越高越好 | 平均 |\n| 乙率 | % | 越低越好 | 平均 |\n| 丙率 | % | 越高越好 | 逐级达标 |\n| 丁率 | % | 越高越好 | 平均 |\n| 戊量 | 万吨 | 越低越好 | 逐级达标 |\n";
    let above = "规划 《甲市教育规划》\n地区: 甲市\n规划期: 2026-2030\n主题: 教育\n\n指标表\n| 指标 | 2025年 | 2028年目标值 | 2030年目标值 | 属性 |\n|---|---|---|---|---|\n| 甲率（%） | 88 | | ≥90 | 约束性 |\n| 乙率（%） | 9 | | <8 | 约束性 |\n| 丙率（%） | 50 | | 60 | 预期性 |\n| 丁率（%） | 40 | | 45 | 预期性 |\n| 戊量（万吨） | 9 | | 8 | 约束性 |\n";
    let earlier = "规划 《乙县教育“十四五”规划》\n地区: 乙县\n规划期: 2021-2025\n主题: 教育\n\n指标表\n| 指标 | 2025年目标值 | 2025年实绩 | 属性 |\n|---|---|---|---|\n| 甲率（%） | 91 | 92.5 | 预期性 |\n| 乙率（%） | <7.5 | 7.8 | 预期性 |\n| 丙率（%） | >62 | 61 | 预期性 |\n| 戊量（吨） | 70000 | 75000 | 预期性 |\n";
    let files =
        files([("regions.plan", regions), ("above.plan", above), ("earlier.plan", earlier)]);
    let mut scene = world(&files);
    let mut wanted = wanted(&mut scene, "乙县");
    wanted.period = scene.model.plans().find_map(|(_, plan)| plan.period.filter(|p| p.end == 2030));
    let brief = brief(&scene, &cutoffs(&Settings::default()), &wanted);
    let said: Vec<String> = brief
        .targets
        .iter()
        .map(|target| {
            let steps = target.steps.iter().map(|step| match step.lifted_by {
                Some(whose) => format!("{} {whose:?}", step.phrase),
                None => step.phrase.clone(),
            });
            format!("{}: {}", name_of(target), steps.collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert_eq!(
        said,
        [
            "甲率: ≥92.5 OwnBase",
            "乙率: ≤7.4 EarlierPlan",
            "戊量: <7 EarlierPlan",
            "丙率: ≥63 EarlierPlan",
            "丁率: 45",
        ]
    );
    let text = filled(&brief, Language::Zh);
    let mut files = files;
    files.insert("new.plan".to_owned(), File::of_bytes(text.clone().into_bytes()));
    let said = against_it(files, "new.plan");
    assert!(said.is_empty(), "{said:#?}\n{text}");
}

#[test]
fn the_earlier_plan_asks_for_more_only_in_a_later_year() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲市 | 市 | |\n| 乙县 | 县 | 甲市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n| 甲率 | % | 越高越好 | 平均 |\n";
    for (heading, earlier, said) in [
        ("2029年目标值", "46", ">46"),
        ("2030年目标值", "46", "≥46"),
        ("2029年目标值", ">46", "≥47"),
        ("2030年目标值", ">46", ">46"),
        ("2031年目标值", "46", "45"),
    ] {
        let above = "规划 《甲市规划》\n地区: 甲市\n规划期: 2026-2030\n\n指标表\n| 指标 | 2025年 | 2030年目标值 | 属性 |\n|---|---|---|---|\n| 甲率（%） | 40 | 45 | 约束性 |\n";
        let earlier = format!(
            "规划 《乙县“十四五”规划》\n地区: 乙县\n规划期: 2021-2025\n\n指标表\n| 指标 | {heading} | 属性 |\n|---|---|---|\n| 甲率（%） | {earlier} | 约束性 |\n"
        );
        let files =
            files([("regions.plan", regions), ("above.plan", above), ("earlier.plan", &earlier)]);
        assert_eq!(first_phrase(&files), [said], "{heading} {earlier}");
    }
}

#[test]
fn a_brief_takes_over_only_words_that_mean_the_same_in_every_plan() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲市 | 市 | |\n| 乙县 | 县 | 甲市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n| 甲率 | % | 越高越好 | 平均 |\n";
    for (words, said) in [
        ("45", "45"),
        ("45以上", "45以上"),
        (">45", ">45"),
        ("45至50", "45至50"),
        ("50左右", "≥49"),
        ("较2025年提高5个百分点", "≥45"),
    ] {
        let above = format!(
            "规划 《甲市规划》\n地区: 甲市\n规划期: 2026-2030\n\n指标表\n| 指标 | 2025年 | 2030年目标值 | 属性 |\n|---|---|---|---|\n| 甲率（%） | 40 | {words} | 约束性 |\n"
        );
        let files = files([("regions.plan", regions), ("above.plan", &above)]);
        assert_eq!(first_phrase(&files), [said], "{words}");
    }
}

/// What a brief for 乙县 and the years to 2030 proposes first for each target of 2030.
fn first_phrase(files: &Files) -> Vec<String> {
    let mut scene = world(files);
    let mut wanted = wanted(&mut scene, "乙县");
    wanted.period = scene.model.plans().find_map(|(_, plan)| plan.period.filter(|p| p.end == 2030));
    let brief = brief(&scene, &cutoffs(&Settings::default()), &wanted);
    let last = brief.targets.iter().filter(|target| target.year == 2030);
    last.filter_map(|target| Some(target.steps.first()?.phrase.clone())).collect()
}

#[test]
fn a_brief_clears_what_the_plan_itself_says_elsewhere_and_nothing_that_is_capped_or_grows() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲市 | 市 | |\n| 乙县 | 县 | 甲市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n| 甲率 | % | 越高越好 | 平均 |\n| 乙率 | % | 越低越好 | 平均 |\n| 丙率 | % | 越高越好 | 平均 |\n| 丁量 | 万吨 | 越高越好 | 平均 |\n";
    let above = "规划 《甲市教育规划》\n地区: 甲市\n规划期: 2026-2030\n主题: 教育\n\n指标表\n| 指标 | 2025年 | 2030年目标值 | 属性 |\n|---|---|---|---|\n| 甲率（%） | 88 | ≥90 | 约束性 |\n| 乙率（%） | 9 | <8 | 约束性 |\n| 丙率（%） | 50 | 60 | 约束性 |\n| 丁量年均增长（%） | 7 | 6 | 约束性 |\n";
    let own = "规划 《乙县教育规划》\n地区: 乙县\n规划期: 2026-2030\n主题: 教育\n\n指标表\n| 指标 | 2025年 | 2028年目标值 | 2030年目标值 | 属性 |\n|---|---|---|---|---|\n| 甲率（%） | 85 | 95.0 | 91 | 约束性 |\n| 乙率（%） | 9 | | 7.5 | 约束性 |\n| 丙率（%） | 50 | | 61 | 约束性 |\n| 丁量年均增长（%） | 8 | | 6 | 约束性 |\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n|---|---|---|---|\n| 一 | 乙率 | 2030 | 控制在7%以内 |\n| 一 | 丙率 | 2030 | 控制在70%以内 |\n";
    let files = files([("regions.plan", regions), ("above.plan", above), ("own.plan", own)]);
    let mut scene = world(&files);
    let plan = plans_of(&scene).into_iter().find(|(_, region, _)| region == "乙县").unwrap().0;
    let brief = briefed(&mut scene, "乙县", Some(plan));
    let last = brief.targets.iter().filter(|target| target.year == 2030);
    let meets: Vec<String> = last
        .map(|target| {
            let step = target.steps.first();
            let lifted = step.and_then(|step| step.lifted_by);
            let phrase = step.map(|step| step.phrase.as_str()).unwrap_or_default();
            format!("{}: {phrase} {lifted:?}", name_of(target))
        })
        .collect();
    assert_eq!(
        meets,
        [
            "甲率: ≥95 Some(Milestone)",
            "乙率: ≤7 Some(OwnProse)",
            "丙率: 60 None",
            "丁量年均增长: 6 None",
        ]
    );
}
