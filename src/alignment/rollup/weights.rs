//! The weights of a mean: of one year for all regions, as the regions table prints them.

use crate::{catalogue::RegionId, model::Model, quantity::Decimal};

use super::{
    below::RollupParts,
    rolled_up::{RollupCompleteness, Weights},
};

/// Gives each term its weight, of the latest year that serves: known for every stated region, and for the silent ones or for
/// the whole. Nothing is ever weighed equally for want of weights.
pub fn weigh(
    model: &Model,
    whole: RegionId,
    name: &str,
    parts: &mut RollupParts,
) -> Option<Weights> {
    let first = parts.terms.first()?.region;
    let mut years: Vec<Option<i32>> = (model.catalogue.region_of(first).weights.iter())
        .filter(|weight| &*weight.name == name)
        .map(|weight| weight.year)
        .collect();
    // The latest first; weights of two years never meet in one mean, for a region's growth would move the
    // others.
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.into_iter().find_map(|year| weights_of_year(model, whole, (name, year), parts))
}

fn weights_of_year(
    model: &Model,
    whole: RegionId,
    (name, year): (&str, Option<i32>),
    parts: &mut RollupParts,
) -> Option<Weights> {
    let of = |region: RegionId| {
        let weights = &model.catalogue.region_of(region).weights;
        let printed = weights.iter().find(|w| &*w.name == name && w.year == year)?;
        (printed.value >= Decimal::ZERO).then_some(printed.value)
    };
    let add = |sum: Decimal, region: RegionId| sum.checked_add(of(region)?);
    let stated = parts.terms.iter().map(|t| t.region).try_fold(Decimal::ZERO, add)?;
    // With all regions known their own weights are surer than a total that was rounded or counted
    // elsewhere.
    let total = of(whole).filter(|_| parts.known != RollupCompleteness::All);
    let listed = total.is_none() && parts.known == RollupCompleteness::Listed;
    let silent = match total {
        // Stated weights beyond the total contradict it, and a negative rest would turn the mean round.
        Some(total) => total.checked_sub(stated).filter(|rest| *rest >= Decimal::ZERO)?,
        None if parts.known == RollupCompleteness::Some => return None,
        None => parts.silent.iter().copied().try_fold(Decimal::ZERO, add)?,
    };
    for term in &mut parts.terms {
        term.weight = of(term.region);
    }
    let total = stated.checked_add(silent)?;
    (total > Decimal::ZERO).then(|| Weights { name: name.into(), year, stated, silent, listed })
}
