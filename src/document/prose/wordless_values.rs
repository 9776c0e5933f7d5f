//! Values that a clause states in words alone: 所有…均达到, 一市一脑, 完成…目标.

use super::{
    figures::FigureKind,
    lexicon::{MAKING, VERBS, holds},
    noun::{behind_verbs, length_of_leading_years},
};

/// Words that clauses with such a value hold.
pub const WORDS: [&str; 9] =
    ["全部", "所有", "各级", "一律", "不返", "不因", "完成", "保持", "巩固"];

/// The value that a clause states in words without a number.
pub fn value_in_words(words: &str) -> Option<FigureKind> {
    // From what says all of something to what only holds a level, because a clause may hold words of
    // several: 全部完成目标.
    let all = holds(words, &["全部", "一律"]) || words.contains("所有") && words.contains("均达到");
    let every = words.contains("所有") && words.contains("达到");
    if all || every || one_each(words) {
        Some(FigureKind::Every)
    } else if words.contains("不返") {
        Some(FigureKind::Zero)
    } else if words.contains("完成") && (words.ends_with("目标") || words.ends_with("指标")) {
        Some(FigureKind::Assigned)
    } else if holds(words, &["保持", "巩固"]) && words.ends_with('率') {
        Some(FigureKind::Hold)
    } else {
        None
    }
}

/// Characters of what all of something are, and with what they do.
// Choices: whose and what together make one name, which `noun` bounds at 32.
const LONGEST: usize = 20;
const LONGEST_WHOLE: usize = 32;

/// What all of something do, as a name: 国控断面水质全部达标 as 国控断面水质达标. What is only done, completed or gone is named
/// by itself: 城中村改造全部完成.
pub fn all_do(words: &str) -> Option<String> {
    const ENDED: [&str; 10] =
        ["完成", "建成", "消除", "到位", "完工", "竣工", "销号", "出清", "脱贫", "出列"];
    const LED: [&str; 8] = ["把", "将", "以", "对", "使", "让", "由", "向"];
    let begins = behind_verbs(words, 0, words.len());
    let begins = begins + length_of_leading_years(words.get(begins..)?);
    let begins = behind_verbs(words, begins, words.len());
    // 新建小区全部配备充电桩: of those that are new, and nothing that the clause does.
    let led = words.get(..begins)?;
    let new = ["新建", "改建", "扩建", "在建"].iter().find(|new| led.ends_with(**new));
    let words = words.get(begins - new.map_or(0, |new| new.len())..)?;
    let (whose, does) = words.split_once("全部").or_else(|| words.split_once("一律"))?;
    let length = |words: &str| words.chars().count();
    let fits = (3..=LONGEST).contains(&length(whose))
        && (2..=LONGEST_WHOLE - length(whose)).contains(&length(does));
    // 全部 also stands where nobody does anything: 全部力量, 将村庄全部纳入规划后, 各项任务全部完成.
    let is_part = does.contains('后') || holds(does, &["方可", "基础上"]);
    let is_led =
        is_part || LED.iter().any(|word| whose.starts_with(word)) || whose.ends_with(['的', '等']);
    // 新建小区一律不得使用实心砖: what none may do is named as what all do.
    let forbidden = FORBIDDEN.iter().find_map(|word| does.strip_prefix(word));
    let does = forbidden.unwrap_or(does);
    let does_it = forbidden.is_some()
        || VERBS.begins(does).is_some()
        || MAKING.begins(does).is_some()
        || DONE.iter().any(|done| does.starts_with(done))
        || does.ends_with("公开");
    if !fits || is_led || !does_it || whose.ends_with("任务") {
        return None;
    }
    Some(if ENDED.contains(&does) { whose.to_owned() } else { format!("{whose}{does}") })
}

/// Words that forbid.
const FORBIDDEN: [&str; 5] = ["不得再", "不得", "不准", "不许", "不予"];

/// What is said to be done by all, beside the verbs that lead a name.
const DONE: [&str; 20] = [
    "达标", "达到", "到位", "完工", "销号", "出清", "脱贫", "摘帽", "出列", "通", "纳入", "取消",
    "关停", "退出", "清零", "覆盖", "上", "免费", "公开", "实行",
];

/// 一市一脑.
pub fn one_each(words: &str) -> bool {
    let mut firsts = words.match_indices('一').filter_map(|(at, _)| words.get(at..));
    firsts.any(|rest| {
        let mut behind = rest.chars().skip(1);
        // 一百一十 is a number.
        let named =
            |c: Option<char>| c.is_some_and(|c| !"一二三四五六七八九十百千万亿".contains(c));
        named(behind.next()) && behind.next() == Some('一') && named(behind.next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_of_something_do_is_a_name() {
        for (words, expected) in [
            ("国控断面水质全部达标", Some("国控断面水质达标")),
            ("力争到2027年城中村改造全部完成", Some("城中村改造")),
            ("确需设置的审批事项一律向社会公开", Some("确需设置的审批事项向社会公开")),
            ("重点项目全部配备水肥一体化设备", Some("重点项目配备水肥一体化设备")),
            ("将村庄全部纳入规划", None),
            ("各项任务全部完成", None),
            ("全部力量投入一线", None),
        ] {
            assert_eq!(all_do(words).as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn words_alone_state_a_value() {
        for (words, expected) in [
            ("所有敬老院均达到二级标准", Some(FigureKind::Every)),
            ("实现全省设区市一市一脑", Some(FigureKind::Every)),
            ("确保相对薄弱村不返薄", Some(FigureKind::Zero)),
            ("确保完成总量和强度双控目标", Some(FigureKind::Assigned)),
            ("保持基本养老保险高位参保率", Some(FigureKind::Hold)),
            ("推进公共服务一体化", None),
        ] {
            assert_eq!(value_in_words(words), expected, "{words}");
        }
    }
}
