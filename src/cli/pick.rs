//! One of several names by any part that only it has.

use crate::{catalogue::IndicatorId, model::Model, views::indicators};

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
