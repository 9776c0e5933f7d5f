//! The values of a clause: numbers with their units, and words such as 全覆盖 that state a value without a number.

use super::lexicon::{self, BEHIND, Measure, NO_UNITS, TIMED};

/// A value in plain text; places are bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
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
    Number(Measure),
    /// A number in Chinese numerals, which is as often part of a name.
    Numeral(Measure),
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
const WORDED: &[(&str, FigureKind)] = &[
    ("全覆盖", FigureKind::Coverage),
    ("连片覆盖", FigureKind::Coverage),
    ("动态清零", FigureKind::Zero),
    ("清零", FigureKind::Zero),
    ("全国领先", FigureKind::Front),
    ("全省领先", FigureKind::Front),
    ("全市领先", FigureKind::Front),
    ("走在全国前列", FigureKind::Front),
    ("走在全省前列", FigureKind::Front),
    ("走在全市前列", FigureKind::Front),
    ("位居全省前列", FigureKind::Front),
    ("位居全国前列", FigureKind::Front),
];

/// The values between `from` and `to`, in order; what stands before them since `context` says what 岁 counts.
pub fn figures(text: &str, (from, to): (usize, usize), context: usize) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let rest = text.get(at..to).unwrap_or_default();
        let Some(first) = rest.chars().next() else { break };
        let before = text.get(from..at).unwrap_or_default();
        let since = text.get(context..at).unwrap_or(before);
        match figure(rest, (before, since)) {
            Scanned::Value(length, kind) => {
                found.push(Figure { start: at, end: at + length, kind });
                at += length;
            }
            Scanned::Skip(length) => at += length.max(first.len_utf8()),
        }
    }
    found
}

/// What begins at a place.
enum Scanned {
    /// A value of so many bytes.
    Value(usize, FigureKind),
    /// So many bytes that hold none.
    Skip(usize),
}

fn figure(rest: &str, before: (&str, &str)) -> Scanned {
    if let Some((word, kind)) = WORDED.iter().find(|(word, _)| rest.starts_with(word)) {
        return Scanned::Value(word.len(), *kind);
    }
    if let Some(length) = rank(rest) {
        return Scanned::Value(length, FigureKind::Rank);
    }
    let stars = run(rest, |c| matches!(c, '*' | '×'));
    if stars > 1 {
        let behind = rest.get(stars..).unwrap_or_default();
        let unit = run(behind, |c| matches!(c, '万' | '亿' | '元' | '个' | '%'));
        return Scanned::Value(stars + unit, FigureKind::Blank);
    }
    let digits = run(rest, |c| c.is_ascii_digit());
    if digits > 0 { number(rest, before) } else { numeral(rest) }
}

/// The bytes of the longest beginning whose characters satisfy `test`.
fn run(text: &str, test: impl Fn(char) -> bool) -> usize {
    text.find(|c| !test(c)).unwrap_or(text.len())
}

/// 全国前30强.
fn rank(rest: &str) -> Option<usize> {
    let of = ["全国前", "全省前", "全市前", "前"].iter().find(|word| rest.starts_with(**word))?;
    let behind = rest.get(of.len()..)?;
    let digits = run(behind, |c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let tail = behind.get(digits..)?;
    let unit = ["强", "位", "名"].iter().find(|word| tail.starts_with(**word));
    let length = of.len() + digits;
    match unit {
        Some(unit) if digits > 0 => Some(length + unit.len()),
        _ => None,
    }
}

/// A number in digits, with range, magnitude and unit.
fn number(rest: &str, (before, since): (&str, &str)) -> Scanned {
    let mut length = digits(rest);
    let named = before
        .ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '第' | '+' | '.' | '/' | '_'));
    let joined = rest
        .get(length..)
        .is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_alphabetic() || c == '+'));
    let numbers = rest.get(length..).is_some_and(|tail| tail.starts_with(['.', '、', ')']));
    let begins = before.is_empty() || before.ends_with(['(', '。', ';']);
    if named || joined || numbers && begins {
        return Scanned::Skip(length);
    }
    length += magnitude(rest, length);
    let tail = |length: usize| rest.get(length..).unwrap_or_default();
    if let Some(upper) = upper_end(tail(length)) {
        length += upper;
        length += magnitude(rest, length);
    }
    if let Some(other) = tail(length).strip_prefix(':').map(digits).filter(|digits| *digits > 0) {
        return Scanned::Value(
            with_tail(rest, length + 1 + other),
            FigureKind::Number(Measure::Bare),
        );
    }
    if tail(length).starts_with(']') && before.ends_with('[') {
        return Scanned::Skip(length);
    }
    if let Some(word) = NO_UNITS.begins(tail(length)) {
        let is_span = matches!(word, "年" | "岁") && TIMED.is_in(since);
        let end = length + word.len();
        return if is_span {
            Scanned::Value(with_tail(rest, end), FigureKind::Number(Measure::Time))
        } else {
            Scanned::Skip(length)
        };
    }
    let (unit, measure) = unit(tail(length)).unwrap_or((0, Measure::Bare));
    length += unit;
    if tail(length).starts_with(['制', '型']) {
        return Scanned::Skip(length);
    }
    // 5%—5.5%
    if let Some(upper) = upper_end(tail(length)).filter(|_| unit > 0) {
        length += upper;
        length += magnitude(rest, length);
        length += self::unit(tail(length)).map_or(0, |(unit, _)| unit);
    }
    Scanned::Value(with_tail(rest, length), FigureKind::Number(measure))
}

/// The bytes of a number in digits: `1,234.5`.
fn digits(text: &str) -> usize {
    let whole = run(text, |c| c.is_ascii_digit());
    let behind = |at: usize| text.get(at..).unwrap_or_default();
    let group = |at: usize| {
        let rest = behind(at).strip_prefix(',')?;
        (whole <= 3 && run(rest, |c| c.is_ascii_digit()) == 3).then_some(4)
    };
    let mut length = whole;
    while let Some(more) = group(length).filter(|_| length > 0) {
        length += more;
    }
    match behind(length).strip_prefix('.').map(|rest| run(rest, |c| c.is_ascii_digit())) {
        Some(fraction) if fraction > 0 => length + 1 + fraction,
        _ => length,
    }
}

fn magnitude(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length = run(rest, |c| matches!(c, '百' | '千' | '万' | '亿' | '多' | '余'));
    // The last of them may begin the unit: 1亿千瓦, 300千米.
    let last = rest.get(..length).and_then(|words| words.char_indices().next_back());
    let of_unit = last.filter(|(at, _)| rest.get(*at..).is_some_and(|rest| unit(rest).is_some()));
    of_unit.map_or(length, |(at, _)| at)
}

/// The upper end of a range: `-3`, 至400.
fn upper_end(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '~' | '—' | '–' | '至' | '到'))?;
    let sign = sign.len_utf8();
    let number = digits(text.get(sign..)?);
    (number > 0).then_some(sign + number)
}

/// The unit that `text` begins with, in bytes.
fn unit(text: &str) -> Option<(usize, Measure)> {
    lexicon::unit(text).map(|(unit, measure)| (unit.len(), measure))
}

/// `length` with the words that belong to the value behind it.
fn with_tail(text: &str, mut length: usize) -> usize {
    let rest = |length: usize| text.get(length..).unwrap_or_default();
    // 套(间)
    let other = rest(length).strip_prefix('(').and_then(|inside| inside.split_once(')'));
    if let Some((other, _)) =
        other.filter(|(other, _)| unit(other).is_some_and(|(len, _)| len == other.len()))
    {
        length += other.len() + 2;
    }
    while let Some(word) = BEHIND.begins(rest(length)) {
        length += word.len();
    }
    length
}

/// A number in Chinese numerals, when a unit stands behind it.
fn numeral(rest: &str) -> Scanned {
    let length = run(rest, |c| "一二两三四五六七八九十百千万亿半".contains(c));
    if length == 0 {
        return Scanned::Skip(0);
    }
    let behind = rest.get(length..).unwrap_or_default();
    let part_of_name = behind.starts_with(['期', '村', '镇']) || behind.starts_with("次产业");
    match unit(behind).filter(|_| !part_of_name) {
        Some((unit, measure)) => {
            Scanned::Value(with_tail(rest, length + unit), FigureKind::Numeral(measure))
        }
        None => Scanned::Skip(length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        figures(text, (0, text.len()), 0)
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
            ("推进5g和4g建设,第2轮3.0版", vec![]),
            ("投资1,200万元", vec!["1,200万元"]),
            ("每年5年计划", vec![]),
            ("装机达到1亿千瓦以上", vec!["1亿千瓦以上"]),
            ("新增1.5万户", vec!["1.5万户"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
