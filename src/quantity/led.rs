//! Two numbers behind a verb of change with 至 between them: by how much to what level, or between how much and how much.

use super::cut::PhraseNode;
use super::figure::{FigureDraft, QuantityFigure};
use super::grammar::Rule;

/// A number and its bytes.
pub(super) struct LocatedFigure {
    /// The number.
    pub figure: QuantityFigure,
    /// Its first byte.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// What a verb of change says of two numbers with 至 between them.
pub(super) enum RangeMeaning {
    /// By how much, and to what level: 提高1岁至79岁.
    To(Box<[LocatedFigure; 2]>),
    /// The same words may as well say between how much and how much: 下降5%至10%.
    Unclear,
    /// Between how much and how much: 增加2至5个.
    Between,
}

/// What the range `pair` behind a verb of change says; `None` when a number is too large.
pub(super) fn read_led_range(pair: PhraseNode<'_>) -> Option<RangeMeaning> {
    let numbers = pair.into_inner().filter(|inner| inner.as_rule() == Rule::number);
    let Some(second) = numbers.map(PhraseNode::start).nth(1) else {
        return Some(RangeMeaning::Between);
    };
    let signs = pair.into_inner().filter(|inner| inner.as_rule() == Rule::sign);
    let second =
        signs.map(PhraseNode::start).filter(|&at| at > pair.start()).fold(second, usize::min);
    let before = pair.into_inner().filter(|inner| inner.end() <= second);
    let end = before.map(PhraseNode::end).max().unwrap_or(pair.start());
    let dash = pair.as_str().get(end - pair.start()..second - pair.start()).unwrap_or_default();
    // 增加2-5个 can only be between: a stroke never says to what level.
    if !matches!(dash.trim(), "至" | "到" | "to") {
        return Some(RangeMeaning::Between);
    }
    // The grammar has cut one range; it is taken apart again because what 至 means depends on the verb before it,
    // which the grammar does not see.
    let (mut change, mut level) = (FigureDraft::default(), FigureDraft::default());
    for inner in pair.into_inner() {
        if inner.end() <= end { change.take(inner)? } else { level.take(inner)? }
    }
    let named = |draft: &FigureDraft| draft.unit.as_ref().map(|unit| unit.name.clone());
    match (named(&change), named(&level)) {
        // 增加2至5个 prints the unit once, for both. Who adds two and arrives at five prints it twice:
        // 增加2所至12所.
        (None, Some(_)) => return Some(RangeMeaning::Between),
        // No level is counted in 百分点.
        (Some(one), Some(other)) if one == other && &*one == "百分点" => {
            return Some(RangeMeaning::Between);
        }
        // 下降5%至10% may be a fall by between five and ten percent, or by five to a level of ten.
        (Some(one), Some(other)) if one == other && &*one != "%" => {}
        _ => return Some(RangeMeaning::Unclear),
    }
    let stretch = |draft: FigureDraft, start: usize, end: usize| {
        let (value, unit) = draft.finish(None)?;
        Some(LocatedFigure {
            figure: QuantityFigure { unit, ..QuantityFigure::percent(value) },
            start,
            end,
        })
    };
    let both = [stretch(change, pair.start(), end)?, stretch(level, second, pair.end())?];
    Some(RangeMeaning::To(Box::new(both)))
}
