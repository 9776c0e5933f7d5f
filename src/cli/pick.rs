//! One of several names by any part that only it has.

use crate::{
    catalogue::{Catalogue, IndicatorId, RegionId},
    model::Model,
    views::indicators,
};

use super::CommandFailure;

/// The indicator that plans state and that is called by a name, an alias or a part of a name.
pub(super) fn pick_stated_indicator(
    model: &Model,
    written: &str,
) -> Result<IndicatorId, CommandFailure> {
    let known = indicators(model);
    let whole = known.get(written).copied().or_else(|| model.catalogue.lookup(written));
    if let Some(chosen) = whole.filter(|id| known.values().any(|known| known == id)) {
        return Ok(chosen);
    }
    let names: Vec<String> = known.keys().map(ToString::to_string).collect();
    let chosen = known.values().nth(pick(written, &names)?).copied();
    chosen.ok_or_else(|| CommandFailure::Name(written.to_owned(), Vec::new()))
}

/// The region of a name, a path, or a part of a name that no other region has; with the words by which it is known.
pub(super) fn pick_region(
    catalogue: &mut Catalogue,
    written: &str,
) -> Result<(RegionId, String), CommandFailure> {
    if let Some(region) = catalogue.establish(written, None) {
        return Ok((region, written.to_owned()));
    }
    let mut known = catalogue.candidates(written);
    // A path that leads nowhere names a region above and one below: no name has both.
    if known.is_empty() && !written.contains('/') {
        known = catalogue.regions_with(written);
        if let [only] = known.as_slice()
            && let Some(region) = catalogue.find_region(only)
        {
            return Ok((region, catalogue.region_of(region).name.to_string()));
        }
    }
    if known.is_empty()
        && let Some(near) = catalogue.nearest_region(written)
    {
        return Err(CommandFailure::Unfound(written.to_owned(), LIKE, vec![near.to_string()]));
    }
    Err(CommandFailure::Name(written.to_owned(), known))
}

const LIKE: [&str; 2] =
    ["没有这个地区，名称相近的有：", "no region is called so; one of a similar name:"];

/// The index of the only name that is or contains `part`, in letters of any size; a whole name goes before a part.
pub(super) fn pick(part: &str, names: &[String]) -> Result<usize, CommandFailure> {
    if part.trim().is_empty() {
        return Err(CommandFailure::Blank);
    }
    if let Some(whole) = names.iter().position(|name| name == part) {
        return Ok(whole);
    }
    let small = part.to_lowercase();
    let has = |name: &String| name.to_lowercase().contains(&small);
    let matching: Vec<usize> =
        (0..).zip(names).filter(|(_, name)| has(name)).map(|(at, _)| at).collect();
    match matching.as_slice() {
        [one] => Ok(*one),
        several => {
            let candidates = several.iter().filter_map(|at| names.get(*at).cloned()).collect();
            Err(CommandFailure::Name(part.to_owned(), candidates))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_unique_part_will_do() {
        let names = ["豁免过期", "豁免未用", "豁免"].map(str::to_owned);
        assert_eq!(pick("过期", &names).unwrap(), 0);
        assert_eq!(pick("豁免", &names).unwrap(), 2);
        assert!(matches!(pick("免", &names), Err(CommandFailure::Name(_, all)) if all.len() == 3));
        let english = ["Housing coverage", "coverage", "Income"].map(str::to_owned);
        assert_eq!(pick("housing", &english).unwrap(), 0);
        assert_eq!(pick("coverage", &english).unwrap(), 1);
        assert!(matches!(pick(" ", &names), Err(CommandFailure::Blank)));
        assert!(matches!(pick("无", &names), Err(CommandFailure::Name(_, all)) if all.is_empty()));
    }
}
