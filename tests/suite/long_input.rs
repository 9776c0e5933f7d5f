//! Input as long as somebody likes: the work grows with it and no faster, counted and not timed.

use planlint::{
    alignment::CloseNames,
    config::Settings,
    engine::{self, File, Files},
};

use crate::support::{self, TODAY};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n";

fn plan(region: &str, names: impl Iterator<Item = String>) -> String {
    let rows: String = names.map(|name| format!("| {name}（%） | 25 |\n")).collect();
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2025年 |\n| --- | --- |\n{rows}"
    )
}

/// A character of its own for each number.
fn own(at: usize) -> char {
    char::from_u32(0x4E00 + u32::try_from(at).unwrap()).unwrap()
}

/// The work of finding close names between two plans of `count` rows each whose names are all alike.
fn work(count: usize) -> usize {
    let above =
        plan("甲省", (0..count).map(|at| format!("农村居民人均可支配收入增长{}率", own(at))));
    let below =
        plan("乙县", (0..count).map(|at| format!("农村居民人均可支配收入增长{}值", own(at))));
    let files = support::files([("a.plan", REGIONS), ("b.plan", &*above), ("c.plan", &*below)]);
    let world = engine::understand(files, &Settings::default(), None);
    let plans: Vec<_> = world.model.plans().map(|(id, _)| id).collect();
    let found = CloseNames::between(&world.model, plans[1], plans[0]);
    assert!(!found.pairs.is_empty() && found.pairs.len() <= 8 * count, "{}", found.pairs.len());
    found.work
}

#[test]
fn many_close_names_are_held_against_few() {
    let (once, twice) = (work(350), work(700));
    assert!(once > 350 && twice < once * 5 / 2, "{once} {twice}");
}

#[test]
fn a_name_as_long_as_a_book_is_read_as_others_are() {
    let name = "绿色发展".repeat(8_000);
    let text = format!(
        "# 浙江省住房发展规划（2021—2025年）\n\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| {name}率（%） | 20 | 25 | 约束性 |\n| 森林覆盖率（%） | 20 | 25 | 约束性 |\n\n到2025年，森林覆盖率达到25%，{name}率达到26%。\n"
    );
    let files = Files::from([("浙江省.md".to_owned(), File::of_bytes(text.into_bytes()))]);
    let (_, outcome) = support::check(files, TODAY);
    // No sentence has a name of that length: its number is told as unread.
    let unread: Vec<&str> =
        outcome.unread.iter().filter_map(|one| one.clause.rsplit("达到").next()).collect();
    assert_eq!((outcome.summary.indicators, unread), (2, vec!["26%"]));
}

/// The rows that are proposed for a plan whose names are all like some of the catalogue; `count` of each.
fn proposed(count: usize) -> usize {
    let name = |at: usize, end: &str| format!("农村居民人均可支配收入增长{}{end}", own(at));
    let known: String =
        (0..count).map(|at| format!("| {} | % | 越高越好 | 平均 |\n", name(at, "值"))).collect();
    let known = format!(
        "{REGIONS}\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n{known}"
    );
    let own = plan("甲省", (0..count).map(|at| name(at, "率")));
    let files = support::files([("a.plan", &*known), ("b.plan", &*own)]);
    let world = engine::understand(files, &Settings::default(), None);
    let proposed = planlint::views::suggest_indicators(&world.model);
    let close = |one: &planlint::views::IndicatorSuggestion| {
        one.close.as_deref().is_some_and(|close| close == one.name.replace('率', "值"))
    };
    proposed.iter().filter(|one| close(one)).count()
}

#[test]
fn every_name_is_told_its_closest_however_many_there_are() {
    assert_eq!(proposed(1_500), 1_500, "more pairs than anybody would look at one by one");
}
