//! A plan linted as its own parent has no cross-level finding, references to a parent excepted.

use planlint::{
    engine::{File, Files, Outcome},
    finding::{Finding, Subject},
};

use crate::support::{self, TODAY};

/// Rules that look across levels.
const ACROSS: [&str; 10] = [
    "weaker-than-parent",
    "conflicts-with-parent",
    "weaker-wording",
    "binding-downgraded",
    "binding-not-carried",
    "indicator-not-carried",
    "definition-drift",
    "wrong-tag-applied",
    "task-not-carried",
    "task-later-than-parent",
];

/// The plans with the region of each.
const PLANS: [(&str, &str); 5] = [
    ("plans/zhejiang/zhejiang-2021-2025.plan", "浙江省"),
    ("plans/zhejiang/huzhou-2021-2025.plan", "湖州市"),
    ("plans/zhejiang/deqing-2021-2025.plan", "德清县"),
    ("plans/zhejiang/deqing-2023-2027.plan", "德清县"),
    ("plans/zhejiang/hangzhou-2023-2027.plan", "杭州市"),
];

/// The plan of `name` twice: for its own region, and under the same words for a region above it.
fn doubled(name: &str, region: &str) -> Files {
    let plans = support::plans();
    let file = |text: String| File::of_bytes(text.into_bytes());
    let text = |name: &str| {
        let content = plans.get(name).expect(name).content.as_ref().expect("bytes");
        String::from_utf8(content.clone()).expect("UTF-8")
    };
    let plan = text(name);
    let above = plan.replacen(&format!("地区: {region}"), "地区: 上级", 1).replacen(
        "规划 《",
        "规划 《上级的",
        1,
    );
    assert_ne!(plan, above);
    let regions = format!(
        "行政区划\n| 地区 | 层级 | 上级 | 类别 |\n| ---- | ---- | ---- | ---- |\n\
         | 上级 | 省 | | 设区城市 |\n| {region} | 市 | 上级 | 设区城市 |\n\
         | 浙江省 | 省 | | |\n| 桐庐县 | 县 | {region} | |\n| 淳安县 | 县 | {region} | |\n| 建德市 | 县 | {region} | |\n"
    );
    // The region is its own namesake once: a table of the workspace names it only here.
    let regions = regions.replace(&format!("| {0} | 省 | | |\n", region), "");
    Files::from([
        ("above.plan".to_owned(), file(above)),
        ("below.plan".to_owned(), file(plan)),
        ("catalogue.plan".to_owned(), file(text("plans/zhejiang/catalogue.plan"))),
        ("regions.plan".to_owned(), file(regions)),
    ])
}

/// Whether a finding looks at another file; what one plan says twice in two ways is no matter of levels.
fn looks_elsewhere(finding: &Finding) -> bool {
    let related = &finding.draft.related;
    related.is_empty() || related.iter().any(|other| other.place.file != finding.place().file)
}

/// What the rules across levels say of another file.
fn across(outcome: &Outcome) -> Vec<(&'static str, Subject)> {
    let across = |finding: &&Finding| ACROSS.contains(&finding.rule) && looks_elsewhere(finding);
    let told = |finding: &Finding| (finding.rule, finding.draft.subject.clone());
    outcome.findings.iter().filter(across).map(told).collect()
}

/// The plan of `name` twice: as it is, and as the outline of the same region.
fn as_outline(name: &str) -> Files {
    let mut files = support::plans();
    let bytes = files.get(name).expect(name).content.clone().expect("bytes");
    let plan = String::from_utf8(bytes).expect("UTF-8");
    files.retain(|path, _| {
        path == name || path.ends_with("catalogue.plan") || path.ends_with("regions.plan")
    });
    let outline = plan.lines().filter(|line| !line.starts_with("类型:")).collect::<Vec<_>>();
    let outline = outline.join("\n").replacen("规划 《", "规划 《纲要之", 1);
    let outline = outline.replacen("\n地区:", "\n类型: 规划纲要\n地区:", 1);
    files.insert("outline.plan".to_owned(), File::of_bytes(outline.into_bytes()));
    files
}

#[test]
fn a_plan_agrees_with_itself_as_the_outline_of_its_region() {
    for (name, _) in PLANS {
        let (world, outcome) = support::check(as_outline(name), TODAY);
        let comparisons = world.model.plans().flat_map(|(plan, _)| world.alignment.plan(plan));
        let compared = comparisons.flat_map(|c| &c.against).filter(|a| a.is_outline()).count();
        assert!(compared > 10, "{name}: only {compared} comparisons");
        assert_eq!(across(&outcome), [], "{name}");
    }
}

#[test]
fn a_plan_agrees_with_itself() {
    for (name, region) in PLANS {
        let (world, outcome) = support::check(doubled(name, region), TODAY);
        assert_eq!(world.model.plan_count(), 2, "{name}");
        let compared: usize = world
            .model
            .plans()
            .map(|(plan, _)| {
                world.alignment.plan(plan).iter().map(|c| c.against.len()).sum::<usize>()
            })
            .sum();
        assert!(compared > 10, "{name}: only {compared} comparisons");
        assert_eq!(across(&outcome), [], "{name}");
    }
}
