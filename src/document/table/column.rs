//! What a column of a printed indicator table holds, by the words of its head.

use crate::{
    document::Years,
    syntax::{ColumnKind, TableKind, YearRole, compared_form, without_growth},
};

use super::heads::HEADS;

/// No head of a column has more characters.
// A choice: what is longer is a sentence, and the words below would be found in it by chance.
const LONGEST_HEAD: usize = 24;

/// The kind of the column that is headed `head`; `period` gives 目标值 and 现状值 without a year theirs.
#[must_use]
pub fn kind_of(head: &str, period: Option<Years>) -> ColumnKind {
    match column_of_words(head, period) {
        // What grows by an amount or by points is no rate of growth.
        ColumnKind::Growth { .. } if unit_of(head).is_some_and(|unit| unit != "%") => {
            ColumnKind::Unknown
        }
        kind => kind,
    }
}

fn column_of_words(head: &str, period: Option<Years>) -> ColumnKind {
    let key = compared_form(head);
    let named = ColumnKind::named(TableKind::Targets, &key);
    if named != ColumnKind::Unknown || key.chars().count() > LONGEST_HEAD {
        return named;
    }
    let bare = without_unit(&key);
    let listed = |key: &str| {
        let known = HEADS.iter().find(|(_, words)| words.contains(&key));
        known.map(|(kind, _)| kind.clone())
    };
    // Without its unit only after the whole: in 年均增速(累计) the bracket is no unit.
    let bare_named = || Some(ColumnKind::named(TableKind::Targets, bare));
    // From what is said in full to what is put together: the plan language's own heads, those that plans
    // print, those without their unit, then those that say a year, and at last those that leave the year
    // to the document.
    listed(&key)
        .or_else(|| bare_named().filter(|kind| *kind != ColumnKind::Unknown))
        .or_else(|| listed(bare))
        .or_else(|| is_progress(bare).then_some(ColumnKind::Progress))
        .or_else(|| heads_indicators(bare).then_some(ColumnKind::Indicator))
        .or_else(|| column_of_bracketed_cells(&key))
        .or_else(|| column_of_year(&key))
        // 2024年实际总量（亿元）: the unit says nothing of the year.
        .or_else(|| unit_of(&key).and_then(|_| column_of_year(bare)))
        .or_else(|| undated(bare, period))
        .unwrap_or(ColumnKind::Unknown)
}

/// Whether words can be a part of a head that is split over rows: `2025年` above `目标值`.
#[must_use]
pub fn is_piece(words: &str) -> bool {
    let key = compared_form(words);
    // Any period does, for here it is asked only whether the words could be a head: 目标值 without a year
    // is one.
    let anything = Years { start: 2001, end: 2005 };
    let bare = without_unit(&key);
    let said = |words: &str| !words.is_empty() && role_of_year_words(words).is_some();
    !key.is_empty() && kind_of(&key, Some(anything)) != ColumnKind::Unknown
        || said(bare)
        || without_growth(&key).is_some_and(|rest| rest.is_empty() || said(&rest))
        // Heads of which the row below says more: 规划期 above 目标.
        || matches!(&*key, "规划期" | "目标年" | "基准年" | "属性" | "名称" | "指标" | "数值")
        || Years::five_year_plan(&key).is_some() && key.chars().count() <= 9
}

/// The unit that stands in brackets at the end of a head: `2025年目标值（%）`.
#[must_use]
pub fn unit_of(head: &str) -> Option<String> {
    let key = compared_form(head);
    let bare = without_unit(&key);
    let unit = key.get(bare.len()..)?.trim_matches(['(', ')']);
    if unit.is_empty() {
        return None;
    }
    if crate::quantity::read_unit(unit).is_some() {
        return Some(unit.to_owned());
    }
    // 2030 (FTE): what nobody knows is a unit of its own where it says nothing else of the year.
    let is_latin = unit.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '²' | '³'));
    let is_unknown = |key: &str| ColumnKind::named(TableKind::Targets, key) == ColumnKind::Unknown;
    let says_none = is_unknown(&key) && column_of_year(&key).is_none() && !is_unknown(bare);
    let printed = head.trim().trim_end_matches([')', '）']).rsplit(['(', '（']).next();
    printed.filter(|_| is_latin && says_none).map(|unit| unit.trim().to_owned())
}

fn without_unit(key: &str) -> &str {
    let Some(open) = key.rfind('(').filter(|_| key.ends_with(')')) else { return key };
    key.get(..open).filter(|bare| !bare.is_empty()).unwrap_or(key)
}

/// `2023年目标完成率`, `上半年完成进度`: how much of a target was reached. 投资完成率 is an indicator.
fn is_progress(key: &str) -> bool {
    const WHOSE: [&str; 8] = ["上半年", "全年", "年度", "年", "目标", "任务", "计划", "规划"];
    let said = ["完成率", "完成进度", "完成比例"].iter().find_map(|end| key.strip_suffix(end));
    said.is_some_and(|said| {
        // 投资完成率 is an indicator: only where nothing but a year is left of 目标, 全年 and their like,
        // a target was reached.
        let rest = WHOSE.iter().fold(said.to_owned(), |rest, word| rest.replace(word, ""));
        rest.chars().all(|c| c.is_ascii_digit())
    })
}

/// `规划指标体系`, `发展指标名称`.
fn heads_indicators(key: &str) -> bool {
    let ends = ["指标", "指标体系", "指标名称", "指标内容"].iter().any(|end| key.ends_with(end));
    // 约束性指标 heads the values of a class, and 2025年指标 those of a year.
    ends && !key.contains(|c: char| c.is_ascii_digit()) && !key.contains("性指标")
}

/// `年均增速〔累计〕`, `年均增长/累计`: a cell's own brackets say which.
fn column_of_bracketed_cells(key: &str) -> Option<ColumnKind> {
    let plain = key.replace(['〔', '〕', '[', ']', '(', ')', '/', '、', '或', '“', '”'], "");
    let known = [
        "年均累计",
        "年均增长累计",
        "年均增速累计",
        "年均值累计",
        "年均增长率累计",
        "累计年均",
        "累计年均增长",
    ];
    known.contains(&&*plain).then_some(ColumnKind::YearlyAverage)
}

/// `目标值(2025年)`, `2025年规划目标`, `“十三五”末`: one year, or a five-year plan, and words that say what is of it.
fn column_of_year(key: &str) -> Option<ColumnKind> {
    let runs = key.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let runs: Vec<&str> = runs.collect();
    let [digits] = runs.as_slice() else {
        return Years::five_year_plan(key)
            .filter(|_| runs.is_empty())
            .and_then(|years| of_five_years(key, years));
    };
    let year = Years::of(digits)?.end;
    let rest: String = key.split(digits).collect();
    let rest = rest.replace(['年', '(', ')', '末', '底', '到', '至', '[', ']', '“', '”', '"'], "");
    // “十三五”末（2020年）: the year says which end is meant.
    let rest = match Years::five_year_plan(&rest).and(rest.split_once('十')) {
        Some((before, plan)) => {
            format!("{before}{}", plan.split_once('五').map_or("", |(_, behind)| behind))
        }
        None => rest,
    };
    if let Some(role) = role_of_year_words(&rest) {
        return Some(ColumnKind::Year { year, role });
    }
    // What is no role by itself may be one beside a growth: 2025年增长目标.
    let role = role_of_year_words(&without_growth(&rest)?)?;
    Some(ColumnKind::Growth { year, role })
}

fn of_five_years(key: &str, years: Years) -> Option<ColumnKind> {
    if key.contains("累计") {
        return Some(ColumnKind::Cumulative);
    }
    if key.contains("年均") {
        return Some(ColumnKind::YearlyAverage);
    }
    let (before, rest) = key.split_at_checked(key.find('十')?)?;
    let (_, behind) = rest.split_once('五')?;
    let said = format!("{before}{behind}").replace(['“', '”', '"', '末', '底'], "");
    let role = role_of_year_words(&said.replace("期间", "").replace("时期", ""))?;
    // “十四五” alone heads what is of all five years, and nothing says whether that is their end or a
    // sum.
    let at_end = role != YearRole::Bare || key.ends_with(['末', '底']);
    at_end.then_some(ColumnKind::Year { year: years.end, role })
}

/// `目标值` and `现状值` where the document says for which years it plans.
fn undated(bare: &str, period: Option<Years>) -> Option<ColumnKind> {
    let period = period?;
    let plain = bare.trim_start_matches("规划期").trim_start_matches(['末', '初']);
    let plain = plain.strip_prefix("全年").unwrap_or(plain);
    let role = match plain {
        // English heads stand here and not among the roles, whose words are looked for inside others.
        "target" | "targetvalue" | "targets" => YearRole::Target,
        "actual" | "actuals" | "outturn" | "result" => YearRole::Observed,
        "baseline" | "baselinevalue" => YearRole::Observed,
        _ => role_of_year_words(plain)?,
    };
    // 完成 without a year may be that of any: only what a plan starts from is of the year before it.
    let starts = ["现状", "基期", "基准", "基数", "基础", "baseline"];
    match role {
        YearRole::Target => Some(ColumnKind::Year { year: period.end, role }),
        YearRole::Observed if starts.iter().any(|word| plain.contains(word)) => {
            Some(ColumnKind::Year { year: period.start - 1, role })
        }
        // A plan of one year has no other that could be meant.
        YearRole::Observed | YearRole::Estimate if period.start == period.end => {
            Some(ColumnKind::Year { year: period.end, role })
        }
        _ => None,
    }
}

/// What the words beside a year say of its values; `None` when they say something else, such as a growth or 目标完成率.
pub(super) fn role_of_year_words(words: &str) -> Option<YearRole> {
    const ROLES: &[(YearRole, &[&str])] = &[
        // The order counts: 预计完成 holds words of two roles, and the first that is found is the
        // column's.
        (YearRole::Estimate, &["预计", "快报", "估计"]),
        (YearRole::Projection, &["预测"]),
        (YearRole::Target, &["目标", "规划", "计划", "预期", "要求", "展望", "远景"]),
        (
            YearRole::Observed,
            &["现状", "基期", "基准", "基数", "基础", "实际", "实绩", "完成", "实现", "当前"],
        ),
    ];
    if words.is_empty() {
        return Some(YearRole::Bare);
    }
    let said = |role: &&(YearRole, &[&str])| role.1.iter().any(|word| words.contains(word));
    let roles: Vec<YearRole> = ROLES.iter().filter(said).map(|(role, _)| *role).collect();
    let known = ROLES
        .iter()
        .flat_map(|(_, said)| *said)
        .chain(&["数值", "绝对数", "绝对值", "绝对额", "总量", "总额", "年度", "情况", "指标"])
        .chain(&["近期", "中期", "远期", "值", "数", "/", "、"]);
    // Every word must be known: 2025年全市 and 2025年目标完成率 say something else of their year.
    let rest = known.fold(words.to_owned(), |rest, word| rest.replace(word, ""));
    let both = roles.contains(&YearRole::Target) && roles.contains(&YearRole::Observed);
    (rest.is_empty() && !both).then(|| roles.first().copied().unwrap_or(YearRole::Bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERIOD: Option<Years> = Some(Years { start: 2021, end: 2025 });

    fn year(head: &str) -> Option<(i32, YearRole)> {
        match kind_of(head, PERIOD) {
            ColumnKind::Year { year, role } => Some((year, role)),
            _ => None,
        }
    }

    #[test]
    fn a_year_stands_before_or_behind_its_role() {
        use YearRole::{Bare, Estimate, Observed, Target};
        for (head, expected) in [
            ("目标值（2025年）", (2025, Target)),
            ("2025年\n规划目标", (2025, Target)),
            ("基期值(2020年)", (2020, Observed)),
            ("2020年完成情况", (2020, Observed)),
            ("2020年预计完成", (2020, Estimate)),
            ("２０２５年目标（％）", (2025, Target)),
            ("到2025年", (2025, Bare)),
            ("“十四五”目标", (2025, Target)),
            ("“十三五”末实际", (2020, Observed)),
            ("规划目标值", (2025, Target)),
            ("现状值", (2020, Observed)),
            ("“十三五”末（2020年）", (2020, Bare)),
            ("“十四五”目标（2025年）", (2025, Target)),
            ("2025年指标值", (2025, Bare)),
            ("远景目标（2035年）", (2035, Target)),
        ] {
            assert_eq!(year(head), Some(expected), "{head}");
        }
        for head in [
            "2025年比2020年增长",
            "2025年较上年",
            "“十四五”",
            "2021—2025年",
            "增长目标",
            "2025年目标完成率",
            "2025年全市",
        ] {
            assert_eq!(year(head), None, "{head}");
        }
        assert_eq!(kind_of("目标值", None), ColumnKind::Unknown);
    }

    #[test]
    fn the_other_columns_have_many_names() {
        for (head, kind) in [
            ("指  标", ColumnKind::Indicator),
            ("指标（单位）", ColumnKind::Indicator),
            ("指标名称及单位", ColumnKind::Unknown),
            ("一级指标", ColumnKind::Category),
            ("指标\n属性", ColumnKind::Class),
            ("指标性质", ColumnKind::Class),
            ("牵头部门（单位）", ColumnKind::Owner),
            ("年均增长（%）", ColumnKind::YearlyAverage),
            ("“十四五”累计", ColumnKind::Cumulative),
            ("五年累计", ColumnKind::Cumulative),
            ("年均增速〔累计〕", ColumnKind::YearlyAverage),
            ("规划指标体系", ColumnKind::Indicator),
            ("约束性指标", ColumnKind::Unknown),
            ("完成率（%）", ColumnKind::Progress),
            ("2025年目标完成率", ColumnKind::Progress),
            ("投资完成率", ColumnKind::Unknown),
        ] {
            assert_eq!(kind_of(head, PERIOD), kind, "{head}");
        }
        assert_eq!(unit_of("2025年目标（%）").as_deref(), Some("%"));
        assert_eq!(unit_of("目标值（2025年）"), None);
        assert_eq!(unit_of("2030 (FTE)").as_deref(), Some("FTE"));
        assert_eq!(unit_of("2030 (target)"), None);
    }
}
