//! The condition a target stands under: 设区城市≥55，其他县城建成区≥25.

use std::sync::Arc;

use super::fold::Fold;
use super::grammar::Rule;

/// The words directly before the token `first`, when they name a class of places and nothing else.
pub(super) fn condition_before(fold: &Fold<'_>, first: usize) -> Option<Arc<str>> {
    let mut start = None;
    let mut end = None;
    for token in fold.tokens.iter().take(first).rev() {
        match token.rule {
            // The words of an earlier clause are another target's: 设区城市≥55，其他县城建成区≥25.
            Rule::stop => break,
            Rule::gap if end.is_none() => continue,
            Rule::idle
            | Rule::other
            | Rule::gap
            | Rule::open
            | Rule::close
            | Rule::plain_word
            | Rule::pause => {
                start = Some(token.start);
                end = end.or(Some(token.end));
            }
            // A verb or a number between would make the words the subject of a sentence and no condition.
            _ => return None,
        }
    }
    let words = fold.folded.written(start?, end?);
    (is_place_class(words) || is_one_of_parallel_words(fold, words)).then(|| Arc::from(words))
}

/// `coastal ≥55, upland ≥25`: an English word before each number and nothing else says whom each concerns.
fn is_one_of_parallel_words(fold: &Fold<'_>, words: &str) -> bool {
    let one_word = |words: &str| {
        !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
    };
    let starts = fold.candidates.iter().map(|candidate| candidate.beside.first);
    let before = |first: usize| {
        let own = fold.tokens.iter().take(first).rev().find(|token| token.rule != Rule::gap);
        own.filter(|token| token.rule == Rule::plain_word)
    };
    one_word(words)
        && fold.candidates.len() > 1
        && starts.map(before).all(|word| word.is_some_and(|word| one_word(fold.words(word))))
}

/// Whether `words` name a class of places: 县城建成区, 山区县, 其他地区.
fn is_place_class(words: &str) -> bool {
    // A closed list: any noun can stand before a number, and read as a condition it would take the target out of
    // every comparison.
    const ENDS: [&str; 20] = [
        "城市",
        "地级市",
        "县级市",
        "县城",
        "区",
        "县",
        "乡镇",
        "村",
        "街道",
        "镇",
        "海岛",
        "平原",
        "areas",
        "counties",
        "regions",
        "cities",
        "towns",
        "districts",
        "provinces",
        "municipalities",
    ];
    const VERBS: [&str; 7] = ["建设", "创建", "打造", "培育", "新增", "改造", "建成"];
    let class = words.split(['(', '（']).next().unwrap_or_default();
    ENDS.iter().any(|end| class.ends_with(end))
        // 全县, 全区: all of the plan's own region is no part of it.
        && !words.starts_with('全')
        // 建成区 is a place; 建成 alone is something done.
        && !VERBS.iter().any(|verb| words.replace("建成区", "").contains(verb))
}
