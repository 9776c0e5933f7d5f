//! Tasks set from above, whose names stand inside their phrase: 完成国家下达的单位地区生产总值二氧化碳排放降低目标.

use std::cmp::Reverse;

use super::{
    named_phrase::{NAMES, NamedPhrase, is_one_target, names_something_measured, start_of_name},
    shared_words::named_list,
};

/// Words between who sets a task and what it is of.
pub const ASSIGNED: [&str; 6] = ["下达的", "下达", "确定的", "分解的", "核定的", "安排的"];

/// What such a task is called behind its name.
const TASKS: [&str; 4] = ["目标任务", "目标", "任务", "指标"];

/// The same where nobody says who has set it: 全面完成节能减排、环境质量改善等约束性指标.
const BINDING: [&str; 4] = ["等约束性指标", "约束性指标", "等约束性目标", "约束性目标"];

/// The tasks set from above that a clause promises to complete.
pub fn assigned(text: &str, (from, to): (usize, usize)) -> Vec<NamedPhrase> {
    let words = text.get(from..to).unwrap_or_default();
    // Words before 完成 that are neither verbs nor a year are the names themselves:
    // 节能减排完成国家下达任务 is parted by `relation`.
    let Some(begin) = words.find("完成") else { return Vec::new() };
    if start_of_name(text, from, from + begin) < from + begin {
        return Vec::new();
    }
    let ends = |tails: &'static [&str]| tails.iter().find(|tail| words.ends_with(**tail));
    let of = ASSIGNED.iter().filter_map(|of| Some((words.find(of)?, *of)));
    // 下达 and 下达的 begin at one place; with the shorter the name would begin with 的.
    let of = of.min_by_key(|(at, of)| (*at, Reverse(of.len())));
    let inside = match of {
        Some((at, of)) if begin <= at => ends(&TASKS).map(|tail| (at + of.len(), tail.len())),
        Some(_) => None,
        None => ends(&BINDING).map(|tail| (begin + "完成".len(), tail.len())),
    };
    let Some((first, tail)) = inside else { return Vec::new() };
    // The phrase holds the name, for 完成国家下达的 alone is understood as nothing.
    let phrase = (from + begin, to);
    let names = named_list(text, (from + first, to - tail), phrase);
    let fits = |named: &NamedPhrase| {
        let name = named.words(text);
        // Who has set a task makes a task of anything behind it. Where nobody says who, only what is
        // measured is one.
        let is_measured = names_something_measured(name);
        is_measured || of.is_some() && NAMES.contains(&name.chars().count())
    };
    let is_read = is_one_target(text.get(phrase.0..phrase.1).unwrap_or_default());
    if is_read && names.iter().all(fits) { names } else { Vec::new() }
}
