//! The values of a clause: numbers with their units, and words such as 全覆盖 that state a value without a number.

use std::ops::Range;

use crate::quantity::{Running, RunningKind, Unit, UnitDimension, read_unit, running};

use super::lexicon::{BEHIND, NO_UNITS, TIMED};

/// A value in plain text; places are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProseFigure {
    /// Where the number or word begins.
    pub start: usize,
    /// Where the unit and the words behind it end.
    pub end: usize,
    /// What it states.
    pub kind: FigureKind,
}

/// What a value states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// A number in digits.
    Number(UnitDimension),
    /// A number in Chinese numerals, which is as often part of a name.
    Numeral(UnitDimension),
    /// 全覆盖.
    Coverage,
    /// 动态清零, 不返.
    Zero,
    /// 走在全省前列.
    Front,
    /// 全国前30强.
    Rank,
    /// 所有…达到, 全部就业, 一市一脑: every one of something.
    Every,
    /// 完成…目标 of a superior.
    Assigned,
    /// 保持…参保率.
    Hold,
    /// 与经济增长同步, 完成国家下达任务, 翻一番: a relation to something else.
    Related,
    /// `***亿元`: no value yet.
    Blank,
}

/// Words that state a value without a number.
// Each says among whom. 走在前列 alone is a slogan, and nothing could be held against it.
const FRONT: [&str; 9] = [
    "全国领先",
    "全省领先",
    "全市领先",
    "走在全国前列",
    "走在全省前列",
    "走在全市前列",
    "位居全省前列",
    "位居全国前列",
    "位居全市前列",
];

/// Whose order a rank is of.
const WHOSE: [&str; 3] = ["全国", "全省", "全市"];

/// The values of `cased`, the printed letters of a stretch that begins at `from`, in order; `before` stands in front of it in
/// its item and says what 岁 counts.
pub fn figures_of_stretch(cased: &str, from: usize, before: &str) -> Vec<ProseFigure> {
    let values =
        running(cased).into_iter().filter_map(|value| figure_of_value(cased, before, value));
    let fronts = FRONT.iter().flat_map(|word| cased.match_indices(word));
    let fronts = fronts.map(|(start, word)| ProseFigure {
        start,
        end: start + word.len(),
        kind: FigureKind::Front,
    });
    let mut found: Vec<ProseFigure> = values.chain(fronts).collect();
    found.sort_by_key(|figure| figure.start);
    // Of values that overlap the first stays: a rank of 全国 may begin inside words such as 位居全国前列.
    found.dedup_by(|next, one| next.start < one.end);
    for figure in &mut found {
        (figure.start, figure.end) = (figure.start + from, figure.end + from);
    }
    found
}

/// A value with the words that belong to it; `None` for a number that is none.
fn figure_of_value(text: &str, before: &str, value: Running) -> Option<ProseFigure> {
    let Range { start, end } = value.span;
    let figure = |kind| ProseFigure {
        start,
        end: end + tail_of_value(text.get(end..).unwrap_or_default()),
        kind,
    };
    match value.kind {
        RunningKind::Number(unit) => {
            let measure = dimension_of_number(text, before, start..end, unit.as_ref())?;
            Some(figure(FigureKind::Number(measure)))
        }
        RunningKind::Numeral(unit) => {
            let measure = dimension_of_number(text, before, start..end, unit.as_ref())?;
            // 二期, “十五”期间: part of a name or of a time.
            // 一期, 三村 and 二镇 are names of phases and places.
            let named = unit.is_none()
                || text.get(..end).is_some_and(|words| words.ends_with(['期', '村', '镇']));
            (!named).then(|| figure(FigureKind::Numeral(measure)))
        }
        RunningKind::Coverage => {
            // 健全覆盖城乡的网络 covers nothing whole.
            let is_cut = text.get(..start).is_some_and(|left| left.ends_with('健'))
                && text.get(start..end).is_some_and(|words| words.starts_with('全'));
            (!is_cut).then(|| figure(FigureKind::Coverage))
        }
        RunningKind::Zero => Some(figure(FigureKind::Zero)),
        RunningKind::Rank => {
            let whose =
                WHOSE.iter().find(|whose| text.get(..start).is_some_and(|b| b.ends_with(**whose)));
            let start = start - whose.map_or(0, |whose| whose.len());
            // 从全国第13位升至第9位: where it stood is no value.
            if text.get(..start).is_some_and(|before| before.ends_with(['从', '由'])) {
                return None;
            }
            Some(ProseFigure { start, end, kind: FigureKind::Rank })
        }
        RunningKind::Blank => Some(figure(FigureKind::Blank)),
    }
}

/// What a number measures; `None` where it is part of a name or a time.
fn dimension_of_number(
    text: &str,
    before: &str,
    span: Range<usize>,
    unit: Option<&Unit>,
) -> Option<UnitDimension> {
    let words = text.get(span.clone())?;
    let (left, right) = (text.get(..span.start)?, text.get(span.end..)?);
    // The 2 of 第2轮, the 3 of B3 and the 0 that is left of 3.0版 belong to names.
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let named = left.ends_with(is_latin) || left.ends_with(['第', '+', '.', '/', '_']);
    // 5g is a name, 15万p an amount of something.
    let touches = words.ends_with(|c: char| c.is_ascii_digit()) && right.starts_with(is_latin);
    // “1+6”体系, 8小时工作制, 3型: what is joined to the number makes it a name.
    let joined = unit.is_none() && touches || right.starts_with(['+', '制', '型']);
    // At the beginning 1. and (1) number an item: 1.示范田块建设.
    let begins = left.is_empty() || left.ends_with(['(', '。', ';']);
    let numbers = begins && unit.is_none() && right.starts_with(['.', '、', ')']);
    if named || joined || numbers || words.starts_with('[') {
        return None;
    }
    let timed = NO_UNITS.ends(words).or_else(|| NO_UNITS.begins(right).filter(|_| unit.is_none()));
    // 年 counts only what is measured in years: 受教育年限达到11.8年 is a value, 5年计划 a stretch of
    // time. The word may stand in an earlier clause of the item: 受教育年限提高0.6年，达到11.8年.
    if let Some(word) = timed {
        let counts = || TIMED.is_in(left) || TIMED.is_in(before);
        return (matches!(word, "年" | "岁") && counts()).then_some(UnitDimension::Time);
    }
    Some(unit.map_or(UnitDimension::Bare, Unit::measure))
}

/// The bytes of the words behind a value that belong to it.
fn tail_of_value(behind: &str) -> usize {
    let rest = |length: usize| behind.get(length..).unwrap_or_default();
    // The letters of a unit that nobody knows: 15万P.
    let mut length = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
    // 套(间)
    if let Some((other, _)) =
        rest(length).strip_prefix('(').and_then(|inside| inside.split_once(')'))
        && read_unit(other).is_some()
    {
        length += other.len() + 2;
    }
    while let Some(word) = BEHIND.begins(rest(length)) {
        length += word.len();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        figures_of_stretch(text, 0, "")
            .iter()
            .map(|figure| &text[figure.start..figure.end])
            .collect()
    }

    #[test]
    fn values_are_numbers_with_units_and_words() {
        for (text, expected) in [
            ("总产量稳定在1.213亿斤以上", vec!["1.213亿斤以上"]),
            ("控制在350至400家", vec!["350至400家"]),
            ("收入比缩小到1.60:1", vec!["1.60:1"]),
            ("打造百家示范农场", vec!["百家"]),
            ("进入全国前30强", vec!["全国前30强"]),
            ("设施实现全覆盖", vec!["全覆盖"]),
            ("推进5G和4G建设,第2轮3.0版", vec![]),
            ("投资1,200万元", vec!["1,200万元"]),
            ("每年5年计划", vec![]),
            ("装机达到1亿千瓦以上", vec!["1亿千瓦以上"]),
            ("新增1.5万户", vec!["1.5万户"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
