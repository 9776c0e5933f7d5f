//! What the words before a number say of its time: results of the past, stock that is only mentioned, rules that are quoted.

use crate::document::prose::is_over;

use super::entry::AsideReason as Why;

/// Bytes of a sentence that are looked at before a number; a clause is shorter.
// About 130 characters. The bound keeps a text without stops from being looked through again for each of its
// numbers.
const SENTENCE: usize = 400;
/// Bytes of a clause that are looked at behind a number.
// Thirty characters, in which the unit and a 以上 stand if any do.
const BEHIND: usize = 90;
/// Words that make a sentence a promise, whatever stands above it.
const PROMISING: [&str; 11] =
    ["力争", "确保", "争取", "努力", "将", "计划", "预期", "拟", "目标", "今后", "未来"];
/// Those that do so even in a part that looks back, which tells of what was planned, striven for and made sure of.
// 计划 and 确保 are told of the past as well: 确保了粮食安全.
const STILL_PROMISING: [&str; 5] = ["力争", "预期", "今后", "未来", "下一步"];
/// Nouns that hold one of these words, or of those below, and say nothing of time: 未来产业, 项目前期工作.
const NOUNS: [&str; 10] = [
    "未来产业",
    "未来工厂",
    "未来社区",
    "未来城",
    "未来科技",
    "预期寿命",
    "预期性",
    "稳预期",
    "目前期",
    "目前景",
];
/// Words before a number that make its sentence one of the past.
const TOLD: [&str; 10] =
    ["截至", "截止", "去年", "近年来", "五年来", "过去五年", "过去一年", "一年来", "目前", "至今"];
/// Words before a number that make its clause one of the past.
const REACHED: [&str; 10] =
    ["已累计", "已建成", "已完成", "已达", "已有", "已实现", "已超", "已突破", "荣获", "获评"];
/// Words before a number of what is there already.
const STANDING: [&str; 9] =
    ["现有", "共有", "原有", "下辖", "总面积", "国土面积", "土地面积", "辖区面积", "总人口"];
/// Words that change what is there: with one of them in the clause, a number behind 现有 is none.
const CHANGING: [&str; 9] =
    ["新增", "新建", "达到", "提高", "增加", "建设", "扩大", "改造", "增至"];
/// Ends of the titles of laws and rules, with their mark.
const LAWS: [&str; 5] = ["法》", "条例》", "办法》", "规定》", "标准》"];
/// Names of prices.
const PRICES: [&str; 8] =
    ["价格", "单价", "电价", "水价", "票价", "气价", "收费标准", "最低工资标准"];

/// Why a number is none of a target by the words of its sentence; `from` is the first year that the document plans for.
pub(super) fn why_not_target(
    (before, behind): (&str, &str),
    looks_back: bool,
    from: Option<i32>,
) -> Option<Why> {
    let sentence =
        last_stretch(before, SENTENCE, |c| matches!(c, '。' | '；' | '！' | '？' | '\n'));
    let clause = last_stretch(sentence, SENTENCE, |c| matches!(c, '，' | ',' | '：'));
    let rest = first_clause(behind, BEHIND);
    let holds = |words: &str, list: &[&str]| list.iter().any(|word| says_word(words, word));
    // First, because the law that is quoted may itself say 应当达到 or 以上.
    if holds(sentence, &LAWS) || holds(clause, &["罚款", "处以"]) {
        return Some(Why::Quoted);
    }
    if holds(clause, &PRICES) && (rest.starts_with("元/") || rest.starts_with("元每")) {
        return Some(Why::Quoted);
    }
    let promising: &[&str] = if looks_back { &STILL_PROMISING } else { &PROMISING };
    // The word may follow the number, 5%的目标; a sentence that promises is left to be told as unread, which is the
    // cautious side.
    let promises =
        holds(sentence, promising) || holds(rest, promising) || names_planned_year(sentence, from);
    if promises {
        return None;
    }
    if looks_back {
        return Some(Why::Past);
    }
    // What has been reached is known exactly; a bound outside the part that looks back is more likely a target that
    // was not read.
    if ["以上", "左右", "以内", "以下"].iter().any(|word| rest.contains(word)) {
        return None;
    }
    if holds(clause, &STANDING) && !holds(clause, &CHANGING) {
        return Some(Why::Stock);
    }
    // TOLD colours the whole sentence, REACHED only its own clause: 已建成3个，新增5个 goes on to what is new.
    let told = holds(sentence, &TOLD) && !turns_to_this_year(sentence);
    let reached = told || holds(clause, &REACHED) || clause.ends_with("连续");
    reached.then_some(Why::Past)
}

/// Whether a sentence that has looked back has come to its own year: 去年增长5%，今年增长6%.
fn turns_to_this_year(sentence: &str) -> bool {
    sentence.match_indices("今年").any(|(at, now)| {
        let (before, behind) = (sentence.get(..at), sentence.get(at + now.len()..));
        let opens = before.is_some_and(|before| before.ends_with(['，', ',']));
        opens && behind.is_some_and(|behind| !is_over(behind))
    })
}

/// Whether `words` hold `word` outside a noun that only holds it.
fn says_word(words: &str, word: &str) -> bool {
    let in_noun = |at: usize, noun: &str| {
        let start = noun.find(word).and_then(|offset| at.checked_sub(offset));
        start.and_then(|start| words.get(start..)).is_some_and(|rest| rest.starts_with(noun))
    };
    words.match_indices(word).any(|(at, _)| !NOUNS.iter().any(|noun| in_noun(at, noun)))
}

/// Whether a sentence names a year that the document plans for, or one that it leads to.
fn names_planned_year(sentence: &str, from: Option<i32>) -> bool {
    let years = sentence.match_indices('年').filter_map(|(at, _)| {
        let digits = sentence.get(at.checked_sub(4)?..at)?;
        let year: i32 = digits.parse().ok().filter(|year| (1900..2200).contains(year))?;
        // Where nobody knows what years the document plans for, only 到2030年 leads to one.
        let led = sentence.get(..at - 4)?.ends_with('到');
        Some((year, led))
    });
    let mut years = years;
    years.any(|(year, led)| match from {
        Some(from) => year >= from,
        None => led,
    })
}

/// The end of `words` behind the last character that ends something, at most so many bytes of it.
fn last_stretch(words: &str, bytes: usize, ends: impl Fn(char) -> bool) -> &str {
    let from = words.len().saturating_sub(bytes);
    let from = (from..=words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(words.len());
    let near = words.get(from..).unwrap_or_default();
    near.rfind(ends).map_or(near, |at| {
        near.get(at..).unwrap_or_default().trim_start_matches(|c: char| {
            matches!(c, '。' | '；' | '！' | '？' | '\n' | '，' | ',' | '：')
        })
    })
}

/// The beginning of `words` up to the end of the clause.
fn first_clause(words: &str, bytes: usize) -> &str {
    let to = (0..=bytes.min(words.len())).rev().find(|at| words.is_char_boundary(*at));
    let near = words.get(..to.unwrap_or_default()).unwrap_or_default();
    near.split(['，', '。', '；', '\n', '|']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(marked: &str, looks_back: bool) -> Option<Why> {
        let (before, rest) = marked.split_once('<').expect("a mark");
        let (_, behind) = rest.split_once('>').expect("a mark that closes");
        why_not_target((before, behind), looks_back, Some(2026))
    }

    #[test]
    fn the_sentence_says_what_is_past_or_only_mentioned() {
        for (words, looks_back, expected) in [
            ("新增就业<5>万人", true, Some(Why::Past)),
            ("新增就业<5>万人", false, None),
            ("截至2024年底，建成公园<12>个", false, Some(Why::Past)),
            ("目前已建成公园<12>个", false, Some(Why::Past)),
            ("到2030年，建成公园<12>个", true, None),
            ("力争新增就业<5>万人", true, None),
            ("目前，新建公园<12>个以上", false, None),
            ("现有学校<30>所", false, Some(Why::Stock)),
            ("现有学校基础上新建<30>所", false, None),
            ("国土面积<3000>平方公里", false, Some(Why::Stock)),
            ("按照《住房条例》不少于<30>平方米", false, Some(Why::Quoted)),
            ("居民电价<0.5>元/千瓦时", false, Some(Why::Quoted)),
            ("林地保有量不低于<30>万亩", false, None),
        ] {
            assert_eq!(why(words, looks_back), expected, "{words}");
        }
    }
}
