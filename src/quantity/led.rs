//! Two numbers behind a verb of change with 至 between them: by how much to what level, or between how much and how much.

use super::cut::Node;
use super::figure::{Draft, Figure};
use super::grammar::Rule;

/// A number and its bytes.
pub(super) struct Stretch {
    /// The number.
    pub figure: Figure,
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// What a verb of change says of two numbers with 至 between them.
pub(super) enum Led {
    /// By how much, and to what level: 提高1岁至79岁.
    To(Box<[Stretch; 2]>),
    /// The same words may as well say between how much and how much: 下降5%至10%.
    Unclear,
    /// Between how much and how much: 增加2至5个.
    Between,
}

/// What the range `pair` behind a verb of change says; `None` when a number is too large.
pub(super) fn led(pair: Node<'_>) -> Option<Led> {
    let numbers = pair.into_inner().filter(|inner| inner.as_rule() == Rule::number);
    let Some(second) = numbers.map(Node::start).nth(1) else { return Some(Led::Between) };
    let signs = pair.into_inner().filter(|inner| inner.as_rule() == Rule::sign);
    let second = signs.map(Node::start).filter(|&at| at > pair.start()).fold(second, usize::min);
    let before = pair.into_inner().filter(|inner| inner.end() <= second);
    let end = before.map(Node::end).max().unwrap_or(pair.start());
    let dash = pair.as_str().get(end - pair.start()..second - pair.start()).unwrap_or_default();
    if !matches!(dash.trim(), "至" | "到" | "to") {
        return Some(Led::Between);
    }
    let (mut change, mut level) = (Draft::default(), Draft::default());
    for inner in pair.into_inner() {
        if inner.end() <= end { change.take(inner)? } else { level.take(inner)? }
    }
    let named = |draft: &Draft| draft.unit.as_ref().map(|unit| unit.name.clone());
    match (named(&change), named(&level)) {
        (None, Some(_)) => return Some(Led::Between),
        (Some(one), Some(other)) if one == other && &*one == "百分点" => {
            return Some(Led::Between);
        }
        (Some(one), Some(other)) if one == other && &*one != "%" => {}
        _ => return Some(Led::Unclear),
    }
    let stretch = |draft: Draft, start: usize, end: usize| {
        let (value, unit) = draft.finish(None)?;
        Some(Stretch { figure: Figure { unit, ..Figure::percent(value) }, start, end })
    };
    let both = [stretch(change, pair.start(), end)?, stretch(level, second, pair.end())?];
    Some(Led::To(Box::new(both)))
}
