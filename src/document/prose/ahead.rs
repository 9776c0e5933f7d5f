//! Targets without a number whose name stands behind or inside their phrase: 不发生规模性返贫, 完成国家下达的…目标.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{
    lexicon::{MAKING, VERBS, WORKS},
    lists::parts,
    relation::{NAMES, Relation, is_name, is_target, start},
    years::digit,
};

/// What leads the name of what shall not happen, be reached in time, or reach all.
const AHEAD: [&str; 28] = [
    "消除",
    "解决",
    "摆脱",
    "不发生",
    "杜绝发生",
    "杜绝",
    "人人享有",
    "年前实现",
    "基本完成",
    "全面完成",
    "全部完成",
    "普遍建立",
    "基本解决",
    "全部消除",
    "全部取消",
    "全面取消",
    "一律取消",
    "如期实现",
    "如期完成",
    "如期达到",
    "基本普及",
    "全面普及",
    "基本扫除",
    "基本消除",
    "全面消除",
    "全面出清",
    "在全国推行",
    "在全省推行",
];

/// What clauses with such targets hold.
pub(super) fn cues() -> impl Iterator<Item = &'static str> {
    // What is solved is told by what it is: most of what is solved nobody counts.
    AHEAD.into_iter().filter(|cue| !SOLVED.contains(cue)).chain(ENDED).chain(ASSIGNED)
}

/// Words of what shall be no more.
const SOLVED: [&str; 4] = ["消除", "解决", "摆脱", "基本解决"];

/// Where the first of those words stands; of those that begin alike the longest.
static LEADS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(AHEAD).ok()
});

/// What there shall be no more of.
const ENDED: [&str; 8] = ["水体", "断面", "贫困", "盲区", "盲点", "大班额", "危房", "空白"];

/// Whether a name is of something that is completed: 保交房任务, 水泥行业超低排放改造; 各项任务 are nobody's.
fn is_work(name: &str) -> bool {
    const NOBODY: [&str; 8] =
        ["行动", "改革任务", "下达", "各项", "主要任务", "目标任务", "年度任务", "规划"];
    let is_task = ["任务", "建设计划"].iter().any(|end| name.ends_with(end));
    (WORKS.ends(name).is_some() || is_task) && !NOBODY.iter().any(|word| name.contains(word))
}

/// What such a name ends before.
const LINES: [&str; 4] = ["的底线", "底线", "现象", "目标"];

/// Names of what an assignment is of, between 下达的 and 目标.
const ASSIGNED: [&str; 6] = ["下达的", "下达", "确定的", "分解的", "核定的", "安排的"];

/// 不发生规模性返贫, 守牢不发生重特大安全事故底线, 如期实现碳达峰.
pub fn ahead(text: &str, (from, to): (usize, usize)) -> Option<Relation> {
    let words = text.get(from..to)?;
    let found = LEADS.as_ref()?.find(words)?;
    let (at, cue) = (found.start(), words.get(found.range())?);
    let begins = from + at + cue.len();
    let rest = text.get(begins..to)?;
    let name = LINES.iter().find_map(|line| rest.strip_suffix(line)).unwrap_or(rest);
    // 不发生规模性返贫是底线任务 says more than that.
    let is_short = NAMES.contains(&name.chars().count()) && !name.contains('是');
    let is_short = match cue {
        "不发生" | "杜绝发生" | "全面出清" => is_short,
        cue if cue.starts_with("如期") || cue.starts_with('年') => is_name(name),
        cue if SOLVED.contains(&cue) => is_short && ENDED.iter().any(|end| name.ends_with(end)),
        "杜绝" => is_short && name.ends_with("事故"),
        cue if cue.ends_with("完成") => is_short && is_work(name),
        // 基本普及…的成果进一步巩固 is no name.
        _ => is_short && !name.contains('的') && VERBS.ends(name).is_none(),
    };
    let name = (begins, begins + name.len());
    // 2030年前实现: the year belongs to it.
    let year = words.get(..at)?.trim_end_matches(|c| digit(c).is_some()).len();
    let phrase = (from + if cue.starts_with('年') { year } else { at }, begins);
    is_short.then_some(Relation { name, phrase })
}

/// 所有城市都要建设污水处理设施: whom it is of and what they all do are the name.
pub fn universal(text: &str, (from, to): (usize, usize)) -> Option<(Relation, String)> {
    const EACH: [&str; 5] = ["都要", "都能", "均要", "全部", "纳入"];
    let words = text.get(from..to)?;
    let all = words.find("所有")?;
    let begins = from + all + "所有".len();
    let rest = text.get(begins..to)?;
    let first = EACH.iter().filter_map(|each| Some((rest.find(each)?, *each))).min()?;
    let (whose, does) = rest.split_once(first.1)?;
    let verbs = start(text, from, from + all);
    let lead =
        verbs == from + all || matches!(text.get(verbs..from + all), Some("把" | "将" | "让"));
    // What all are taken into is said with it.
    let does = if first.1 == "纳入" { rest.get(whose.len()..)? } else { does };
    let name = format!("{whose}{does}");
    // 所有工作都要体现民意 is nothing that anybody counts.
    let is_done = MAKING.begins(does).is_some() || does.ends_with("公开") || first.1 == "纳入";
    let is_short = NAMES.contains(&name.chars().count()) && whose.chars().count() > 1;
    let phrase = (from + all, to);
    let is_one = lead && is_done && is_short && is_target(text.get(phrase.0..phrase.1)?);
    is_one.then_some((Relation { name: (begins, to), phrase }, name))
}

/// 完成国家下达的单位地区生产总值二氧化碳排放降低目标: the name stands inside the phrase.
pub fn assigned(text: &str, (from, to): (usize, usize)) -> Vec<Relation> {
    let words = text.get(from..to).unwrap_or_default();
    // 全面完成节能减排、环境质量改善等约束性指标
    let bound = ["等约束性指标", "约束性指标", "等约束性目标", "约束性目标"].into_iter();
    if let Some((tail, begin)) =
        bound.clone().find(|tail| words.ends_with(tail)).zip(words.find("完成"))
        && start(text, from, from + begin) == from + begin
    {
        let names = parts(text, from + begin + "完成".len(), to - tail.len());
        let is_one = |(start, end): &(usize, usize)| {
            NAMES.contains(&text.get(*start..*end).unwrap_or_default().chars().count())
        };
        let phrase = (from + begin, to);
        let is_read = is_target(text.get(phrase.0..phrase.1).unwrap_or_default());
        if is_read && names.iter().all(is_one) {
            return names.into_iter().map(|name| Relation { name, phrase }).collect();
        }
    }
    let of = ASSIGNED.iter().filter_map(|of| Some((words.find(of)?, *of)));
    let of = of.min_by_key(|(at, of)| (*at, std::cmp::Reverse(of.len())));
    let Some(((at, of), begin)) = of.zip(words.find("完成")) else { return Vec::new() };
    if begin > at || start(text, from, from + begin) < from + begin {
        return Vec::new();
    }
    let tail = ["目标任务", "目标", "任务", "指标"].iter().find(|tail| words.ends_with(**tail));
    let Some(tail) = tail else { return Vec::new() };
    let inside = (from + at + of.len(), to - tail.len());
    let names = parts(text, inside.0, inside.1);
    let is_short = |(start, end): &(usize, usize)| {
        NAMES.contains(&text.get(*start..*end).unwrap_or_default().chars().count())
    };
    let phrase = (from + begin, to);
    let all =
        names.iter().all(is_short) && is_target(text.get(phrase.0..phrase.1).unwrap_or_default());
    if all { names.into_iter().map(|name| Relation { name, phrase }).collect() } else { Vec::new() }
}
