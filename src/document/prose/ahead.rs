//! Targets without a number whose name stands behind their phrase: 不发生规模性返贫, 基本完成水泥行业超低排放改造.

use std::{ops::Range, sync::LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};

use super::{
    assigned::ASSIGNED,
    lexicon::{CAMPAIGNS, VERBS, WORKS},
    named_phrase::{NAMES, NamedPhrase, names_something_measured},
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
    "确保完成",
    "普遍建立",
    "普遍建立健全",
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
];

/// Over what is rolled out, and how that is said: 在全省推行居住证.
const WHERE: [&str; 6] = ["在全国", "在全省", "在全市", "在全县", "在全区", "在全州"];
const ROLLED: [&str; 8] = ["推行", "推开", "推广", "实施", "施行", "实行", "供应", "使用"];

/// What leads such a name.
fn leads() -> impl Iterator<Item = String> {
    let rolled =
        WHERE.iter().flat_map(|place| ROLLED.iter().map(move |verb| format!("{place}{verb}")));
    AHEAD.into_iter().map(str::to_owned).chain(rolled)
}

/// Where these words stand; of those that begin alike the longest.
static LEADS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(leads()).ok()
});

/// What clauses with such targets hold.
pub(super) fn ahead_cues() -> impl Iterator<Item = String> {
    // What is solved is told by what it is: most of what is solved nobody counts.
    let solved = |cue: &String| SOLVED.contains(&cue.as_str());
    let names = ENDED.into_iter().chain(ASSIGNED).map(str::to_owned);
    leads().filter(move |cue| !solved(cue)).chain(names)
}

/// Words of what shall be no more.
// 消除 and 解决 are said of everything that is bad (消除差距, 解决问题), so behind them only what ENDED
// lists is a target.
const SOLVED: [&str; 4] = ["消除", "解决", "摆脱", "基本解决"];

/// What there shall be no more of.
const ENDED: [&str; 9] =
    ["重污染天气", "水体", "断面", "贫困", "盲区", "盲点", "大班额", "危房", "空白"];

/// Whether a name is of something that there shall be no more of.
pub(super) fn is_ended(name: &str) -> bool {
    NAMES.contains(&name.chars().count()) && ENDED.iter().any(|end| name.ends_with(end))
}

/// Whether a name is of something that is completed: 保交房任务, 水泥行业超低排放改造; 各项任务 are nobody's.
pub(super) fn is_work(name: &str) -> bool {
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
const LINES: [&str; 7] = ["的底线", "底线", "现象", "的目标", "的要求", "的愿景", "目标"];

/// Characters of a name that lists what kinds there are of it.
// A choice: three or four kinds with their noun.
const LONGEST_LIST: usize = 48;

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
    // 普遍建立助餐、日间照料等养老机构: a list before 等 only tells of what kind they are.
    let is_listed =
        name.contains('、') && name.contains('等') && name.chars().count() <= LONGEST_LIST;
    let is_name = is_listed || NAMES.contains(&name.chars().count());
    let is_short = is_name && !name.contains('是') && !is_part;
    // How much the name must say by itself depends on the lead. 如期实现 and 年前实现 lead slogans as
    // often (如期实现现代化), so the name must be one of what is measured; 杜绝 is said of any vice
    // (杜绝浪费), so only accidents count.
    let is_short = match cue {
        "不发生" | "杜绝发生" | "全面出清" => is_short && !name.contains("的能力"),
        cue if cue.starts_with("如期") || cue.starts_with('年') => {
            names_something_measured(name)
        }
        cue if SOLVED.contains(&cue) => is_short && is_ended(name),
        // 杜绝新增拖欠债务: what is owed is counted, too.
        "杜绝" => {
            is_short && ["事故", "债务", "欠款", "欠薪"].iter().any(|end| name.ends_with(end))
        }
        cue if cue.ends_with("完成") => is_short && is_work(name),
        // 在全省推广先进经验, 在全国实施专项行动: what is only told of, or counts by its name.
        cue if cue.starts_with("在全") => {
            let is_told = ["经验", "做法", "模式", "成果"].iter().any(|end| name.ends_with(end));
            is_short && !name.contains('的') && !is_told && CAMPAIGNS.ends(name).is_none()
        }
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
    is_short.then(|| NamedPhrase::of(name, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::prose::named_phrase::is_one_target;

    #[test]
    fn what_leads_a_target_is_understood_as_one() {
        for cue in leads() {
            let phrase = if cue.starts_with('年') { format!("2030{cue}") } else { cue };
            assert!(is_one_target(&phrase), "{phrase}");
        }
    }
}
