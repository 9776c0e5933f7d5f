//! Targets without a number whose name stands behind their phrase: 不发生规模性返贫, 基本完成水泥行业超低排放改造.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};

use super::{
    assigned::ASSIGNED,
    lexicon::{MAKING, VERBS, WORKS},
    named_phrase::{NAMES, NamedPhrase, is_one_target, names_something_measured, start_of_name},
    years::digit_of_numeral,
};

/// What leads the name of what shall not happen, be reached in time, be completed or abolished, or reach all.
// A closed list: what stands behind these words is the name, and nothing but the lead says that it is a
// promise. Each is understood by the reader of phrases as one target by itself, which the test below
// holds. 年前实现 stands without its digits, for any year may lead it: 2030年前实现碳达峰.
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

/// Where these words stand; of those that begin alike the longest.
static LEADS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(AHEAD).ok()
});

/// What clauses with such targets hold.
pub(super) fn ahead_cues() -> impl Iterator<Item = &'static str> {
    // What is solved is told by what it is: most of what is solved nobody counts.
    AHEAD.into_iter().filter(|cue| !SOLVED.contains(cue)).chain(ENDED).chain(ASSIGNED)
}

/// Words of what shall be no more.
// 消除 and 解决 are said of everything that is bad (消除差距, 解决问题), so behind them only what ENDED
// lists is a target.
const SOLVED: [&str; 4] = ["消除", "解决", "摆脱", "基本解决"];

/// What there shall be no more of.
const ENDED: [&str; 8] = ["水体", "断面", "贫困", "盲区", "盲点", "大班额", "危房", "空白"];

/// Whether a name is of something that is completed: 保交房任务, 水泥行业超低排放改造; 各项任务 are nobody's.
fn is_work(name: &str) -> bool {
    const NOBODY: [&str; 8] =
        // Work that is everybody's has no name that a plan above could state, too: 完成各项任务,
        // 完成年度任务.
        ["行动", "改革任务", "下达", "各项", "主要任务", "目标任务", "年度任务", "规划"];
    let is_task = ["任务", "建设计划"].iter().any(|end| name.ends_with(end));
    (WORKS.ends(name).is_some() || is_task) && !NOBODY.iter().any(|word| name.contains(word))
}

/// What the name of such a target ends before.
// The first that fits is taken off, so 的底线 stands before 底线: else 守牢不发生返贫的底线 would leave
// 返贫的.
const LINES: [&str; 4] = ["的底线", "底线", "现象", "目标"];

/// 不发生规模性返贫, 守牢不发生重特大安全事故底线, 如期实现碳达峰.
pub fn ahead(text: &str, clause: (usize, usize)) -> Option<NamedPhrase> {
    let words = text.get(clause.0..clause.1)?;
    let mut found = LEADS.as_ref()?.find_iter(words);
    // A lead whose words can be no name costs only itself: behind 如期实现现代化 another lead of the
    // clause may still name one.
    found.find_map(|found| led_by_cue(text, clause, found.range()))
}

/// The target that the words `cue` of a clause lead, where what follows them can be its name.
fn led_by_cue(text: &str, (from, to): (usize, usize), cue: Range<usize>) -> Option<NamedPhrase> {
    let words = text.get(from..to)?;
    let (at, cue) = (cue.start, words.get(cue)?);
    let begins = from + at + cue.len();
    let rest = text.get(begins..to)?;
    let name = LINES.iter().find_map(|line| rest.strip_suffix(line)).unwrap_or(rest);
    // 不发生规模性返贫是底线任务 says more than that.
    let is_part = name.starts_with(['了', '过', '后'])
        || name.ends_with(['后', '时'])
        || name.ends_with("基础上");
    let is_short = NAMES.contains(&name.chars().count()) && !name.contains('是') && !is_part;
    // How much the name must say by itself depends on the lead. 如期实现 and 年前实现 lead slogans as
    // often (如期实现现代化), so the name must be one of what is measured; 杜绝 is said of any vice
    // (杜绝浪费), so only accidents count.
    let is_short = match cue {
        "不发生" | "杜绝发生" | "全面出清" => is_short && !name.contains("的能力"),
        cue if cue.starts_with("如期") || cue.starts_with('年') => {
            names_something_measured(name)
        }
        cue if SOLVED.contains(&cue) => is_short && ENDED.iter().any(|end| name.ends_with(end)),
        "杜绝" => is_short && name.ends_with("事故"),
        cue if cue.ends_with("完成") => is_short && is_work(name),
        // 基本普及…的成果进一步巩固 is no name, and 为人人享有…创造条件 promises less.
        _ => {
            let is_more = name.contains('的') || name.ends_with("创造条件");
            is_short && !is_more && VERBS.ends(name).is_none()
        }
    };
    let name = (begins, begins + name.len());
    // 2030年前实现: the year belongs to it.
    let year = words.get(..at)?.trim_end_matches(|c| digit_of_numeral(c).is_some()).len();
    let phrase = (from + if cue.starts_with('年') { year } else { at }, begins);
    is_short.then_some(NamedPhrase { name, phrase })
}

/// 所有城市都要建设污水处理设施: whom it is of and what they all do are the name.
pub fn universal(text: &str, (from, to): (usize, usize)) -> Option<(NamedPhrase, String)> {
    const EACH: [&str; 5] = ["都要", "都能", "均要", "全部", "纳入"];
    let words = text.get(from..to)?;
    let all = words.find("所有")?;
    let begins = from + all + "所有".len();
    let rest = text.get(begins..to)?;
    // The verb nearest to 所有 is what they all do; one further on in the clause may be told of something
    // else.
    let first = EACH.iter().filter_map(|each| Some((rest.find(each)?, *each))).min()?;
    let (whose, does) = rest.split_once(first.1)?;
    let lead = start_of_name(text, from, from + all) == from + all;
    // What all are taken into is said with it.
    let does = if first.1 == "纳入" { rest.get(whose.len()..)? } else { does };
    let name = format!("{whose}{does}");
    // 所有工作都要体现民意 is nothing that anybody counts.
    let is_done = MAKING.begins(does).is_some() || does.ends_with("公开") || first.1 == "纳入";
    let is_short = NAMES.contains(&name.chars().count()) && whose.chars().count() > 1;
    let phrase = (from + all, to);
    let is_one = lead && is_done && is_short && is_one_target(text.get(phrase.0..phrase.1)?);
    is_one.then_some((NamedPhrase { name: (begins, to), phrase }, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_a_target_is_understood_as_one() {
        for cue in AHEAD {
            let phrase = if cue.starts_with('年') { format!("2030{cue}") } else { cue.to_owned() };
            assert!(is_one_target(&phrase), "{phrase}");
        }
    }
}
