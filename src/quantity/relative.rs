//! What is said relative to other regions: averages, ranks.

use super::cut::PhraseNode;
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::{Average, Change, Comparator, Decimal, Relative, base, numeral};

/// A comparison with the figure of another region.
#[derive(Clone, Debug)]
pub(super) struct RegionComparison {
    /// Which side.
    pub comparator: Comparator,
    /// Whose figure; `None` for another indicator: 高于GDP增速.
    pub relative: Option<Relative>,
    /// The figure, when it is printed beside the name: 高于全省(18.7%).
    pub told: Option<QuantityFigure>,
}

/// A place among peers.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeerRank {
    /// The place.
    pub place: Decimal,
    /// Whether it is the last good place (前30强) or the place itself (第3位).
    pub at_most: bool,
    /// Whether it is counted in percent: 前10%.
    pub percent: bool,
}

/// Reads 高于全省(18.7%)和全国平均水平.
pub(super) fn read_region_comparison(pair: PhraseNode<'_>) -> Option<RegionComparison> {
    let (mut comparator, mut average, mut told, mut or_more) = (None, None, None, false);
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::side_of => comparator = comparator_of_side(inner),
            Rule::higher => comparator = Some(Comparator::RelativeMore),
            Rule::lower => comparator = Some(Comparator::RelativeLess),
            // 高于全省(18.7%)和全国平均水平 names two and one target has room for one: the first, as with its figure
            // below.
            Rule::whose => average = average.or_else(|| Some(average_named(inner.as_str()))),
            Rule::told if told.is_none() => {
                told = inner.into_inner().next().and_then(QuantityFigure::read)
            }
            Rule::after_ge => or_more = true,
            _ => {}
        }
    }
    let comparator = match comparator? {
        // 达到或高于, 高于…及以上: equality is allowed.
        Comparator::RelativeEqual | Comparator::RelativeMore if or_more => {
            Comparator::RelativeAtLeast
        }
        other => other,
    };
    Some(RegionComparison { comparator, relative: Some(Relative::Of(average?)), told })
}

/// Reads 与经济增长同步, 高于GDP增速, 高于上年.
pub(super) fn comparison(pair: PhraseNode<'_>) -> Option<RegionComparison> {
    let (mut comparator, mut relative) = (Comparator::RelativeEqual, None);
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::side_far => comparator = comparator_of_side(inner)?,
            Rule::whose => relative = Some(Relative::Of(average_named(inner.as_str()))),
            Rule::base_time => {
                let year = base::leading_year(inner.as_str());
                relative = Some(Relative::Base { year, change: Change::Amount });
            }
            _ => {}
        }
    }
    Some(RegionComparison { comparator, relative, told: None })
}

/// The comparator of the words before a name.
fn comparator_of_side(pair: PhraseNode<'_>) -> Option<Comparator> {
    Some(match pair.into_inner().next()?.as_rule() {
        Rule::side_not_less => Comparator::RelativeAtLeast,
        Rule::side_not_more => Comparator::RelativeAtMost,
        Rule::side_more | Rule::side_more_far => Comparator::RelativeMore,
        Rule::side_less => Comparator::RelativeLess,
        _ => Comparator::RelativeEqual,
    })
}

/// Tiers by the words that name them.
const TIERS: [(&[&str], Average); 5] = [
    // The higher tier wins where a name holds words of two: 全国城市平均 is a figure of the nation, whatever it
    // averages.
    (&["上级"], Average::Superior),
    (&["全国", "国家", "国内", "国务院", "中央", "nation", "country", "state"], Average::Nation),
    (&["省", "自治区", "provinc"], Average::Province),
    (&["市", "全州", "municipal", "city"], Average::City),
    (&["县", "全区", "county"], Average::County),
];

/// Whose figure a name means.
fn average_named(word: &str) -> Average {
    tiers_in(word).next().unwrap_or(Average::Peers)
}

/// Who assigns: 完成省定目标; words that name nobody, or two tiers, mean whoever stands above.
pub(super) fn assigning(words: &str) -> Average {
    let mut named = tiers_in(words);
    // 完成国家、省下达任务: the one that assigns to this region is the one directly above, whichever of the two that
    // is.
    named.next().filter(|_| named.next().is_none()).unwrap_or(Average::Superior)
}

fn tiers_in(words: &str) -> impl Iterator<Item = Average> {
    let words = words.to_ascii_lowercase();
    let holds = move |names: &[&str]| names.iter().any(|name| words.contains(name));
    TIERS.iter().filter(move |(names, _)| holds(names)).map(|&(_, tier)| tier)
}

/// Reads 前30强, 第3位, 首位, ranked 3.
pub(super) fn read_rank(pair: PhraseNode<'_>) -> Option<PeerRank> {
    let inner = pair.into_inner().next()?;
    let at_most = matches!(inner.as_rule(), Rule::rank_front | Rule::rank_entered);
    // 首位, 领先 name no number, and mean the first place.
    let (mut place, mut percent) = (Decimal::ONE, false);
    for part in inner.into_inner() {
        match part.as_rule() {
            Rule::rank_number => {
                place = numeral::value_of_digits(part.as_str())
                    .or_else(|| numeral::value_of_chinese_numeral(part.as_str()))?;
            }
            Rule::rank_unit => percent = true,
            _ => {}
        }
    }
    Some(PeerRank { place, at_most, percent })
}
