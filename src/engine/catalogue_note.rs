//! A finding that rests on the built-in catalogue carries what it takes from there.

use crate::{
    catalogue::{Catalogue, Indicator, Relation},
    finding::Draft,
    rulebook::{Aspect, Sheet, direction_term_key},
};

/// Adds the terms of what the rule takes from the built-in catalogue, where that defines the indicator.
pub fn say_basis(draft: &mut Draft, sheet: Option<&Sheet>, catalogue: &Catalogue) {
    let Some(name) = &draft.subject.indicator else { return };
    let Some(known) = catalogue.lookup(name).map(|id| catalogue.indicator(id)) else { return };
    let rests_on = sheet.map_or(&[][..], |sheet| &sheet.rests_on);
    if known.is_built_in() {
        draft.built_in = rests_on.iter().map(|aspect| aspect_key(known, *aspect)).collect();
    }
}

fn aspect_key(indicator: &Indicator, aspect: Aspect) -> &'static str {
    match (aspect, &indicator.relation) {
        (Aspect::Direction, _) => direction_term_key(indicator.direction),
        (Aspect::Relation, Relation::Mean { weight: Some(_) }) => "weighted-mean",
        (Aspect::Relation, relation) => relation.key(),
        (Aspect::Range, _) => "value-range",
    }
}
