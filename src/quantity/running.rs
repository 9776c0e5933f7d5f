//! The values of running text: numbers with their units and words such as 全覆盖, as the grammar of phrases cuts them.
//!
//! A sentence is no phrase, so nothing here is read to its end: what stands around a value is for who reads the sentence.

use std::ops::Range;

use super::cut::{PhraseNode, cut_phrase};
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::unit::Unit;

/// A value in running text.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Its bytes, without the comparators around it.
    pub span: Range<usize>,
    /// What it states.
    pub kind: RunningKind,
}

/// What a value in running text states.
#[derive(Clone, Debug, PartialEq)]
pub enum RunningKind {
    /// A number in digits, or a share in words: 65%, 百分之六十五.
    Number(Option<Unit>),
    /// A number in Chinese numerals, which is as often part of a name: 三座.
    Numeral(Option<Unit>),
    /// 全覆盖, 应救尽救.
    Coverage,
    /// 动态清零, 零增长.
    Zero,
    /// 前30强, 第一位.
    Rank,
    /// `***亿元`: no value yet.
    Blank,
}

/// Words of the grammar's zero that name what shall not happen, and so hold the name of the value.
// 杜绝重大事故 names the event behind the word: cut out as a value it would leave a target without a name.
const NEVER: [&str; 5] = ["不发生", "不出现", "不因", "杜绝", "一律不"];

/// What the grammar takes in before a coverage: 基本实现全覆盖.
const LEADING: [&str; 5] = ["基本", "全面实现", "总体", "实现", "达到"];

/// The values of a stretch of running text whose full-width forms are folded, in order.
#[must_use]
pub fn running(text: &str) -> Vec<Running> {
    // A document has far more sentences without a value than with one.
    let Some(cut) = may_hold(text).then(|| cut_phrase(text)).flatten() else { return Vec::new() };
    cut.tokens(text).filter_map(value_of_node).collect()
}

/// Whether anything stands in a text that a value holds: most sentences say none, and cutting takes longest. 一 is most often
/// no number (统一, 进一步), and counts with a measure word behind it.
fn may_hold(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit() || NUMERALS.contains(&c))
        || text.split('一').skip(1).any(|behind| behind.starts_with(COUNTED))
        || WORDS.iter().any(|word| text.contains(word))
}

/// What a text holds that may hold a value, each by itself: for who searches many texts at once.
pub fn value_signs() -> impl Iterator<Item = String> {
    let characters = ('0'..='9').chain(NUMERALS).map(String::from);
    let counted = COUNTED.into_iter().map(|measure| format!("一{measure}"));
    characters.chain(counted).chain(WORDS.map(String::from))
}

/// Characters of numerals and of blanks.
const NUMERALS: [char; 20] = [
    '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '廿', '卅',
    '半', '零', '*', '×',
];

/// Words that state a value without a number hold one of these.
// Short on purpose: each is a part of many words of the grammar (应救尽救, 全联通), and a false alarm only costs a
// cut.
const WORDS: [&str; 9] = ["出清", "覆盖", "尽", "清零", "归零", "不返", "普及", "达标", "通"];

/// Measure words behind 一.
const COUNTED: [char; 12] =
    ['个', '座', '家', '所', '条', '处', '户', '台', '艘', '项', '套', '半'];

fn value_of_node(node: PhraseNode<'_>) -> Option<Running> {
    let whole = node.as_str().trim_end();
    let mut words = whole;
    let kind = match node.as_rule() {
        Rule::quantity | Rule::range | Rule::ratio => {
            let figure = QuantityFigure::read(node)?;
            let first = words.trim_start_matches(['-', '+', '−']).chars().next()?;
            // 百分之六十五 and 一半 are shares and never parts of a name, as 三 is in 三江源.
            let shares = !first.is_ascii_digit() && figure.is_percent();
            match first.is_ascii_digit() || shares || !words.contains(is_chinese_numeral) {
                true => RunningKind::Number(figure.unit),
                false => RunningKind::Numeral(figure.unit),
            }
        }
        Rule::coverage => {
            while let Some(rest) = LEADING.iter().find_map(|lead| words.strip_prefix(lead)) {
                words = rest;
            }
            // 县县通高速 names by itself what each is connected to.
            if words.ends_with('通') && words.chars().next() == words.chars().nth(1) {
                return None;
            }
            RunningKind::Coverage
        }
        Rule::zero if !NEVER.iter().any(|never| words.starts_with(never)) => RunningKind::Zero,
        // 第一、二、三产业 are no ranks.
        Rule::rank if !words.starts_with('第') || words.ends_with(['位', '名']) => {
            RunningKind::Rank
        }
        // 待定 and X in running text are ordinary words; only signs that nobody writes otherwise are a blank.
        Rule::blank if words.starts_with(['*', '×']) => RunningKind::Blank,
        _ => return None,
    };
    let end = node.start() + whole.len();
    Some(Running { span: end - words.len()..end, kind })
}

fn is_chinese_numeral(character: char) -> bool {
    "〇○零一二两三四五六七八九十百千万亿廿卅半".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_hold_a_value_where_it_holds_a_sign_of_one() {
        let signs: Vec<String> = value_signs().collect();
        for text in ["达到5%", "新建一座桥", "全覆盖", "统一规划", "三座", "改革", "建一所", "清零"]
        {
            let holds = signs.iter().any(|sign| text.contains(&**sign));
            assert_eq!(holds, may_hold(text), "{text}");
        }
    }

    #[test]
    fn values_are_found_with_their_units() {
        let words = |text: &'static str| -> Vec<&str> {
            running(text).into_iter().map(|value| &text[value.span]).collect()
        };
        for (text, expected) in [
            ("总产量稳定在1.213亿斤以上", vec!["1.213亿斤"]),
            ("控制在350至400家", vec!["350至400家"]),
            ("收入比缩小到1.60:1", vec!["1.60:1"]),
            ("覆盖率达到百分之六十五", vec!["百分之六十五"]),
            ("打造百家示范农场", vec!["百家"]),
            ("推进5G和4K建设,PM2.5浓度,“十五五”,3A级景区", vec![]),
            ("2026年建成15分钟生活圈", vec![]),
            ("投资1,200万元", vec!["1,200万元"]),
            ("密度每百平方公里12公里/百平方公里", vec!["12公里/百平方公里"]),
            ("应救尽救,动态清零", vec!["应救尽救", "动态清零"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
