//! Whether words that were found for a name are a torn piece of a clause: 规模从1832, 率, 比2020年, 的企业.

use crate::{quantity::read_unit, text::fold_full_width};

/// Comparators, with which no name begins or ends.
const COMPARATORS: [&str; 16] = [
    "不得",
    "不低于",
    "不少于",
    "不小于",
    "不高于",
    "不超过",
    "不大于",
    "达到",
    "超过",
    "高于",
    "低于",
    "大于",
    "小于",
    "少于",
    "突破",
    "控制在",
];

/// What else no name begins with.
const BEGINNINGS: [char; 5] = ['率', '的', '、', ',', ')'];

/// What else no name ends with.
const ENDINGS: [char; 7] = ['的', '、', '从', '由', '较', ',', '('];

/// Words that begin with 数 or 量; alone these are the end of another name.
const WHOLE: [&str; 12] = [
    "数字", "数据", "数控", "数学", "数智", "数码", "数值", "数量", "数实", "量子", "量化", "量贩",
];

/// Whether words are no name: they begin or end with a number, a comparator or a piece of a word, or hold a year.
pub fn is_torn(words: &str) -> bool {
    let folded = fold_full_width(words);
    // A page may have set letters and digits apart: 5 G基站 is a name.
    let plain: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let words = plain.as_str();
    let is_digit = |c: char| c.is_ascii_digit();
    // 5G and PM2.5 are names.
    let behind = words.trim_start_matches(|c| is_digit(c) || c == '.');
    let begins = behind.len() < words.len()
        && !behind.starts_with(|c: char| c.is_ascii_alphabetic())
        && !begins_with_size(words);
    let before = words.trim_end_matches(|c| is_digit(c) || c == '.');
    let ends = before.len() < words.len() && !before.ends_with(|c: char| c.is_ascii_alphabetic());
    let based = words.strip_prefix(['比', '较']).is_some_and(|rest| rest.starts_with(is_digit));
    // 每平方米17元: of how much of something an amount is.
    let per = words.strip_prefix('每').is_some_and(|rest| read_unit(rest).is_some());
    let compares = COMPARATORS.iter().any(|word| words.starts_with(word) || words.ends_with(word));
    // 数经济核心产业增加值 has lost its 字, and 量 alone its noun.
    let piece =
        words.starts_with(['数', '量']) && !WHOLE.iter().any(|word| words.starts_with(word));
    begins
        || ends
        || based
        || per
        || compares
        || piece
        || holds_year(words)
        || words.starts_with(BEGINNINGS)
        || words.ends_with(ENDINGS)
}

/// Whether words begin with how large a thing is at least: 10亿元以上项目.
pub fn begins_with_size(words: &str) -> bool {
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let bound = behind.strip_prefix("亿元").or_else(|| behind.strip_prefix("万元"));
    let is_bound = |rest: &str| rest.starts_with("以上") || rest.starts_with("及以上");
    behind.len() < words.len() && bound.is_some_and(is_bound)
}

/// Whether a year stands in a name, which is its time: 到2030年绿地率.
fn holds_year(words: &str) -> bool {
    // Four digits: 5年 and 30年 stand in names (30年期贷款), a year in none.
    words.match_indices('年').any(|(at, _)| {
        let before = words.get(..at).unwrap_or_default();
        before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len() >= 4
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_clauses_are_no_names() {
        for words in [
            "规模从1832",
            "率",
            "比2020年",
            "的企业",
            "到2030年绿地率",
            "数经济核心产业增加值",
            "每平方米",
            "不得低于绿地率",
            "绿地率达到",
            "、绿地率",
            "绿地率的",
        ] {
            assert!(is_torn(words), "{words}");
        }
        for words in [
            "5G基站",
            "PM2.5浓度",
            "数字经济增加值",
            "每千人床位数",
            "常住人口城镇化率",
            "5 G基站",
            "量子计算机",
            "10亿元以上项目",
        ] {
            assert!(!is_torn(words), "{words}");
        }
    }
}
