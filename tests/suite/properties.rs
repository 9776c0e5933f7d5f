//! Laws that hold whatever the numbers: a copy of the row above has no fault, and a better number is never louder.

use planlint::{
    engine::Files,
    finding::{Finding, Level},
};

use crate::support::{self, TODAY};

/// Relations of the indicator, and whether a single child is held to the parent's number by it.
const RELATIONS: [(&str, bool); 6] = [
    ("逐级达标", true),
    ("平均", true),
    ("加权平均(常住人口)", true),
    ("共同完成", false),
    ("加总", false),
    ("不汇总", false),
];

/// The value of the base year, and how a rise in points is stated.
type Form = (&'static str, fn(u32) -> String);

/// How a row states its number: a level with a base, a level alone, and a change against a year, with and without that year's value.
const FORMS: [Form; 4] = [
    ("60", |n| format!("{}", 60 + n)),
    ("", |n| format!("{}", 60 + n)),
    ("60", |n| format!("较2020年提高{n}个百分点")),
    ("", |n| format!("较2020年提高{n}个百分点")),
];

/// The part of the region: all of it in a table, or one in the prose.
const SCOPES: [Option<&str>; 2] = [None, Some("建成区")];
const CLASSES: [&str; 2] = ["约束性", "预期性"];
/// Rows of the catalogue: one for all tiers, or another relation for counties than for cities.
const BY_TIER: [bool; 2] = [false, true];

const ACROSS: [&str; 4] =
    ["weaker-than-parent", "conflicts-with-parent", "weaker-wording", "binding-downgraded"];

/// One world: a city above a county.
#[derive(Clone, Copy, Debug)]
struct World {
    relation: &'static str,
    form: usize,
    scope: Option<&'static str>,
    class: &'static str,
    by_tier: bool,
}

impl World {
    fn all() -> impl Iterator<Item = (Self, bool)> {
        RELATIONS.into_iter().flat_map(|(relation, binds)| {
            (0..FORMS.len()).flat_map(move |form| {
                SCOPES.into_iter().flat_map(move |scope| {
                    CLASSES.into_iter().flat_map(move |class| {
                        BY_TIER.into_iter().map(move |by_tier| {
                            (Self { relation, form, scope, class, by_tier }, binds)
                        })
                    })
                })
            })
        })
    }

    /// The plan of a region with its rise in points.
    fn plan(self, region: &str, rise: u32) -> String {
        let Self { form, scope, class, .. } = self;
        let (base, said) = FORMS[form];
        let value = said(rise);
        let head =
            format!("规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n");
        let Some(scope) = scope else {
            return format!(
                "{head}指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n\
                 | 林荫覆盖率（%） | {base} | {value} | {class} |\n"
            );
        };
        let base = match base {
            "" => String::new(),
            base => format!("| 一 | {scope} | 林荫覆盖率 | 2020 | {base}% | |\n"),
        };
        let unit = if value.ends_with("百分点") { "" } else { "%" };
        format!(
            "{head}正文\n| 位置 | 范围 | 指标 | 年份 | 表述 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n\
             {base}| 二 | {scope} | 林荫覆盖率 | 2025 | {value}{unit} | {class} |\n"
        )
    }

    fn files(self, above: u32, below: u32) -> Files {
        let Self { relation, by_tier, .. } = self;
        let (tiers, further) = if by_tier {
            ("市", format!("| 林荫覆盖率 | % | 越高越好 | {relation} | 县 |\n"))
        } else {
            ("市、县", String::new())
        };
        // Of two rows the one for counties is what the county is judged by; the city's says something else.
        let first = if by_tier { "不汇总" } else { relation };
        let names = format!(
            "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 丙市 | 市 | |\n| 乙县 | 县 | 丙市 |\n\n\
             指标目录\n| 指标 | 单位 | 方向 | 汇总 | 适用层级 |\n| --- | --- | --- | --- | --- |\n\
             | 林荫覆盖率 | % | 越高越好 | {first} | {tiers} |\n{further}"
        );
        let (city, county) = (self.plan("丙市", above), self.plan("乙县", below));
        support::files([
            ("names.plan", names.as_str()),
            ("city.plan", city.as_str()),
            ("county.plan", county.as_str()),
        ])
    }

    /// What is said across the two levels.
    fn across(self, above: u32, below: u32) -> Vec<Finding> {
        let (_, outcome) = support::check(self.files(above, below), TODAY);
        outcome.findings.into_iter().filter(|finding| ACROSS.contains(&finding.rule)).collect()
    }

    /// The loudest of it.
    fn loudest(self, above: u32, below: u32) -> Option<Level> {
        self.across(above, below).iter().map(|finding| finding.level).max()
    }
}

#[test]
fn a_copy_of_the_row_above_has_no_fault() {
    for (world, _) in World::all() {
        let said: Vec<_> = world.across(6, 6).iter().map(|finding| finding.rule).collect();
        assert_eq!(said, [""; 0], "{world:?}");
    }
}

#[test]
fn a_better_number_is_never_louder() {
    for (world, _) in World::all() {
        let levels = [2, 4, 6, 8].map(|below| world.loudest(6, below));
        assert!(levels.is_sorted_by(|one, next| one >= next), "{world:?}: {levels:?}");
        assert_eq!(levels[3], None, "{world:?}");
    }
}

#[test]
fn a_number_that_is_short_is_told_where_the_relation_holds_a_child_to_it_and_nowhere_else() {
    let mut told = 0;
    for (world, binds) in World::all() {
        let short = world.loudest(6, 4).is_some();
        assert_eq!(short, binds, "{world:?}");
        told += usize::from(short);
    }
    assert_eq!(told, 96);
}
