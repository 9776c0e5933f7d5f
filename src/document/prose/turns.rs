//! Where a sentence looks back, and whether it looks ahead again.

use super::lexicon::{PAST, holds};

/// Where words look back; 比上年 only compares.
pub(super) fn past(words: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words.get(from..).and_then(|rest| PAST.find(rest)) {
        let start = from + at;
        let (before, rest) = words.split_at_checked(start).unwrap_or_default();
        let compares = before.ends_with(COMPARING);
        // 项目前期工作
        let is_word =
            rest.strip_prefix("目前").is_some_and(|rest| rest.starts_with(['期', '景', '沿']));
        if !(is_word || compares && rest.starts_with(['上', '去'])) {
            found.push(start);
        }
        from = start + rest.chars().next().map_or(1, char::len_utf8);
    }
    found
}

/// Characters before 上年 and 去年 that make them what a value is compared with.
// 比上年, 较去年, 好于去年, 超过去年, 在去年基础上, 按去年价格, 从去年: the value behind these is this
// year's.
const COMPARING: [char; 9] = ['比', '较', '与', '于', '过', '在', '按', '从', '由'];

/// Characters of a sentence in which it says that it looks ahead.
// A choice of about a clause: further on, 今年 is mentioned rather than turned to.
const HEAD: usize = 14;

/// Whether a sentence of a passage that has looked back looks ahead again.
pub(super) fn sentence_turns_ahead(words: &str) -> bool {
    const AHEAD: [&str; 6] = ["今年", "明年", "今后", "未来", "下一步", "力争"];
    let end = words.char_indices().nth(HEAD).map_or(words.len(), |(at, _)| at);
    let head = words.get(..end).unwrap_or_default();
    holds(head, &AHEAD) && !head.contains("今年以来")
}
