//! How many of one unit are one of another, exactly: both are taken apart at the stroke, and each part is looked up in a table.

use std::{collections::HashMap, sync::LazyLock};

use crate::quantity::Decimal;

use super::{
    ratio::{Ratio, unit_lines},
    scale,
    words::find_plain_unit,
};

static TABLE: LazyLock<HashMap<&'static str, (Ratio, &'static str)>> =
    LazyLock::new(|| unit_lines().map(|line| (line.name, (line.ratio, line.base))).collect());

/// A unit in the bases of its parts.
#[derive(Debug, PartialEq, Eq)]
struct UnitFraction<'a> {
    above: &'a str,
    below: Vec<&'a str>,
    ratio: Ratio,
}

/// How many of `to` are one of `from`; both are names of units, `None` where the two measure different things.
pub fn ratio_between_units(from: &str, to: &str) -> Option<Ratio> {
    if from == to {
        return Some(Ratio::ONE);
    }
    let (from, to) = (unit_fraction(from)?, unit_fraction(to)?);
    // The factor alone is not enough: a tonne of coal and a tonne of carbon dioxide are of one size and measure two
    // things.
    let alike = from.above == to.above && from.below == to.below;
    if alike { from.ratio.by(to.ratio.inverse()) } else { None }
}

/// `公里/百平方公里` is a thousand 米 for a hundred million 平方米; what stands on both sides of the stroke cancels.
fn unit_fraction(name: &str) -> Option<UnitFraction<'_>> {
    let mut words = name.split('/');
    let (above, mut ratio) = base_of_unit(words.next()?);
    let mut parts = UnitFraction { above, below: Vec::new(), ratio: Ratio::ONE };
    for word in words {
        let (magnitude, word) = split_magnitude(word);
        let (below, one) = base_of_unit(word);
        ratio = ratio.by(Ratio::of(magnitude).by(one)?.inverse())?;
        if !below.is_empty() {
            parts.below.push(below);
        }
    }
    // 人/千人 and ‰ are one rate only if what stands on both sides goes.
    if let Some(at) = parts.below.iter().position(|below| *below == parts.above) {
        parts.below.remove(at);
        parts.above = "1";
    }
    // 元/人/年 and 元/年/人 are one unit.
    parts.below.sort_unstable();
    parts.ratio = ratio;
    Some(parts)
}

/// The unit that a plain unit is counted in; itself when the table has no line for it.
fn base_of_unit(word: &str) -> (&str, Ratio) {
    TABLE.get(word).map_or((word, Ratio::ONE), |(ratio, base)| (base, *ratio))
}

/// The magnitude that a word below the stroke begins with, and the rest: `10万人`.
fn split_magnitude(word: &str) -> (Decimal, &str) {
    // 千瓦时 and 千克 are units as they stand, and no thousand of anything.
    if find_plain_unit(word).is_some() {
        return (Decimal::ONE, word);
    }
    scale::split_magnitude(word).unwrap_or((Decimal::ONE, word))
}
