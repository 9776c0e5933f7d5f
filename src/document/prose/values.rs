//! The values of a clause, each with the words that can name what it is of.

use super::{
    clauses::Clause,
    figures::{Figure, FigureKind, figures},
    lexicon::{BETWEEN, Measure, beginning, ending},
};

/// A value with the words around it; places are bytes of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its number.
    pub figure: Figure,
    /// The words that are its own: from behind the value before it to before the one behind it.
    pub own: (usize, usize),
    /// The words before it without the comparators.
    pub left: (usize, usize),
    /// Whether the noun stands behind the number: 3000个老旧小区.
    pub leads: bool,
    /// Comparators that a list says once for all its values, in front and behind.
    pub shared: Option<(String, String)>,
}

/// The values of a clause; numbers inside `masks` belong to names.
pub fn values(text: &str, clause: &Clause, masks: &[(usize, usize)]) -> Vec<Value> {
    let inside = |figure: &Figure| {
        masks.iter().any(|&(start, end)| start <= figure.start && figure.start < end)
    };
    let mut found = figures(text, clause.start, clause.end);
    found.retain(|figure| !inside(figure) && !is_attribute(text, figure, clause));
    if let Some(spread) = distributed(text, clause, &found) {
        return spread;
    }
    let mut values = Vec::new();
    let mut from = clause.start;
    for (at, figure) in found.iter().enumerate() {
        let next = found.get(at + 1).map_or(clause.end, |next| next.start);
        let leads = leads(text, figure, clause);
        let to = if next == clause.end { next } else { cut(text, figure.end, next, leads) };
        let left = (from, sign(text, from, figure.start));
        values.extend(shared_by(
            text,
            Value { figure: *figure, own: (from, to), left, leads, shared: None },
        ));
        from = to;
    }
    values
}

/// Whether a number only says of what kind a noun is: 年产值超5亿元的企业.
fn is_attribute(text: &str, figure: &Figure, clause: &Clause) -> bool {
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let Some(noun) = behind.strip_prefix('的') else { return false };
    let goal =
        ["目标", "水平", "任务", "要求", "标准", "比例"].iter().any(|word| noun.starts_with(word));
    let share_of = figure.kind == FigureKind::Number(Measure::Share);
    !goal && !share_of
}

/// Where the words of one value end and those of the next begin.
fn cut(text: &str, from: usize, to: usize, leads: bool) -> usize {
    let between = text.get(from..to).unwrap_or_default();
    let pauses = ["、", "和", "及", "与", "并", "("];
    let at = if leads {
        pauses.iter().filter_map(|pause| between.rfind(pause)).max()
    } else {
        pauses.iter().filter_map(|pause| between.find(pause)).min()
    };
    at.map_or(if leads { to } else { from }, |at| from + at)
}

/// Whether a noun follows the number directly.
fn leads(text: &str, figure: &Figure, clause: &Clause) -> bool {
    let counts = matches!(figure.kind, FigureKind::Number(_) | FigureKind::Numeral(_));
    let behind = text.get(figure.end..clause.end).unwrap_or_default();
    let ends = ["、", "(", ")", "和", "及", "与", "并", "或", "的目标", "的水平", "目标"];
    counts && !behind.is_empty() && beginning(behind, &ends).is_none()
}

/// Where the comparators in front of a number begin.
fn sign(text: &str, from: usize, to: usize) -> usize {
    let mut end = to;
    while let Some(word) = ending(text.get(from..end).unwrap_or_default(), BETWEEN) {
        end -= word.len();
    }
    // 较2020年, 比上年
    let before = text.get(from..end).unwrap_or_default();
    let base = before.rfind(['较', '比']).filter(|at| {
        let words = before.get(*at..).unwrap_or_default();
        words.chars().count() <= 8 && words.ends_with(['年', '末', '初', '上', '期', '前', '底'])
    });
    base.map_or(end, |at| from + at)
}

/// `A、B分别达到98.5%和90%`: as many names as values.
fn distributed(text: &str, clause: &Clause, found: &[Figure]) -> Option<Vec<Value>> {
    let (first, last) = (found.first()?, found.last()?);
    let before = text.get(clause.start..first.start)?;
    let word = before.rfind("分别").filter(|_| found.len() > 1)?;
    let names = parts(text, clause.start, clause.start + word);
    if names.len() < found.len() {
        return None;
    }
    let names = names.get(names.len() - found.len()..)?;
    let prefix = text.get(clause.start + word + "分别".len()..first.start)?;
    let tail = tail(text, last);
    let spread = names.iter().zip(found).map(|(name, figure)| Value {
        figure: *figure,
        own: *name,
        left: *name,
        leads: false,
        shared: Some((prefix.to_owned(), tail.clone())),
    });
    Some(spread.collect())
}

/// The words behind the unit of a figure: 左右.
fn tail(text: &str, figure: &Figure) -> String {
    let words = text.get(figure.start..figure.end).unwrap_or_default();
    let ends = ["左右", "及以上", "以上", "以内", "以下"];
    ending(words, &ends).unwrap_or_default().to_owned()
}

/// `A、B均达到90%`: a value for each name.
fn shared_by(text: &str, value: Value) -> Vec<Value> {
    let sign = text.get(value.left.1..value.figure.start).unwrap_or_default();
    let names = parts(text, value.left.0, value.left.1);
    let is_spread = sign.starts_with(['均', '都']) && names.len() > 1;
    if !is_spread {
        return vec![value];
    }
    names.into_iter().map(|name| Value { own: name, left: name, ..value.clone() }).collect()
}

/// The stretches between 、 and 和.
fn parts(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let words = text.get(from..to).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = 0;
    let (mut depth, pauses) = (0_i32, ['、', '和', '及', '与']);
    for (at, character) in words.char_indices() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 && pauses.contains(&character) && at > start {
            found.push((from + start, from + at));
            start = at + character.len_utf8();
        }
    }
    found.push((from + start, to));
    found.retain(|(start, end)| start < end);
    found
}
