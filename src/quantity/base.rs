//! Changes against a base: 较2020年下降50%, 50% below 2020, 翻一番.

use super::cut::PhraseNode;
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::numeral;
use super::{Change, Comparator, Decimal};

/// The side a change goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangeSide {
    /// 提高, 增长, above.
    Rise,
    /// 下降, 减少, below.
    Fall,
}

/// The year of a base and the side that its words say.
pub(super) fn read_base(pair: PhraseNode<'_>) -> (Option<i32>, Option<ChangeSide>) {
    let (mut year, mut turn) = (None, None);
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::base_time => year = leading_year(inner.as_str()),
            Rule::low_word => turn = Some(ChangeSide::Fall),
            Rule::high_word => turn = Some(ChangeSide::Rise),
            _ => {}
        }
    }
    (year, turn)
}

/// The year a base begins with: 2000年, 二○○○年.
pub(super) fn leading_year(text: &str) -> Option<i32> {
    // Four characters, not bytes: a year in Chinese digits, 二○○○年, stands in texts that were scanned.
    let spelt = || {
        let end = text.char_indices().nth(4)?.0;
        i32::try_from(numeral::value_of_chinese_numeral(text.get(..end)?)?).ok()
    };
    text.get(..4).and_then(|digits| digits.parse().ok()).or_else(spelt)
}

/// In what a change is counted, by the unit of its figure.
pub(super) fn change_kind(figure: &QuantityFigure) -> Change {
    // 增长1倍 is told in multiples and means 100 %, so both are changes relative to the base; 百分点 is added to it.
    if figure.is_percent() || figure.unit_is(|name| name == "倍") {
        Change::Percent
    } else if figure.unit_is(|name| name == "百分点") {
        Change::Points
    } else {
        Change::Amount
    }
}

/// 增长1倍 is a growth of 100 %.
pub(super) fn in_percent(figure: QuantityFigure) -> Option<QuantityFigure> {
    if !figure.unit_is(|name| name == "倍") {
        return Some(figure);
    }
    let low = figure.low.checked_mul(Decimal::ONE_HUNDRED)?;
    let high = figure.high.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(QuantityFigure {
        low,
        high,
        ..QuantityFigure { unit: QuantityFigure::percent(low).unit, ..figure }
    })
}

/// A fall is a negative change: 下降50%以上 is at most −50.
pub(super) fn fall_as_negative(
    comparator: Comparator,
    figure: QuantityFigure,
) -> (Comparator, QuantityFigure) {
    let comparator = match comparator {
        // The signs turn with the number: 下降50%以上 read as at least -50 would be met by no fall at all.
        Comparator::AtLeast | Comparator::EachAtLeast => Comparator::AtMost,
        Comparator::MoreThan | Comparator::EachMoreThan => Comparator::LessThan,
        Comparator::AtMost => Comparator::AtLeast,
        Comparator::LessThan => Comparator::MoreThan,
        other => other,
    };
    (comparator, QuantityFigure { low: -figure.high, high: -figure.low, ..figure })
}
