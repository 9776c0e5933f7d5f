//! When two names mean one task: 杭州至海宁城际铁路工程 and 杭州至海宁城际铁路 are one.

use crate::catalogue::NameKey;

/// What plans put before a task's name without meaning another task.
const BEFORE: [&str; 13] = [
    "推进", "加快", "推动", "实施", "建设", "支持", "开展", "谋划", "打造", "共同", "创建", "争创",
    "建成",
];

/// What they put behind it.
const BEHIND: [&str; 5] = ["建设", "工程", "项目", "创建", "任务"];

/// A shorter rest could be anything.
// 建设工程 would be left with 工程, which is in the name of anything.
const SHORTEST: usize = 3;

/// What a task's name is compared by.
pub(super) fn task_key(printed: &str) -> NameKey {
    let NameKey(whole) = NameKey::of(printed.trim().trim_matches(['《', '》']));
    let mut rest = whole.as_str();
    // 加快推进…工程建设: several stand on either side.
    while let Some(shorter) = shorter(rest) {
        rest = shorter;
    }
    NameKey(rest.to_owned())
}

fn shorter(name: &str) -> Option<&str> {
    let before = BEFORE.iter().find_map(|word| name.strip_prefix(word));
    let shorter = before.or_else(|| BEHIND.iter().find_map(|word| name.strip_suffix(word)))?;
    (shorter.chars().count() >= SHORTEST).then_some(shorter)
}

/// The keys of a list of names.
pub(super) fn task_keys(cell: &str) -> impl Iterator<Item = NameKey> {
    let names = cell.split(['、', ',', '，', ';', '；']).map(str::trim);
    names.filter(|name| !name.is_empty()).map(task_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_name_does_not_matter() {
        let same = |one, other| assert_eq!(task_key(one), task_key(other));
        same("杭州至海宁城际铁路工程", "加快推进杭州至海宁城际铁路建设");
        same("《“互联网+医疗”工程》", "“互联网＋医疗”");
        assert_ne!(task_key("杭州至海宁城际铁路"), task_key("杭州至绍兴城际铁路"));
        assert_eq!(task_key("建设工程").0, "建设工程");
    }
}
