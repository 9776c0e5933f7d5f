//! The indicators that are known, as rows of a list: those of the workspace first, then what is built in.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    catalogue::{Catalogue, Defined, Indicator, Path},
    quantity::{Decimal, Direction, as_plain},
    syntax::RelationWord,
    text::Place,
};

/// One known indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedIndicator {
    /// The canonical name, without unit.
    pub name: Arc<str>,
    /// The unit, without magnitude.
    pub unit: Option<Arc<str>>,
    /// Which way is better; `None` when nobody says it.
    pub direction: Option<Direction>,
    /// The relation: a weighted mean where the weight is known.
    pub relation: RelationWord,
    /// The weight's name.
    pub weight: Option<Arc<str>>,
    /// The names of the tiers it applies at; empty for all.
    pub tiers: Vec<Arc<str>>,
    /// The least it can be, in its unit.
    #[serde(serialize_with = "as_plain")]
    pub low: Option<Decimal>,
    /// The most it can be, in its unit.
    #[serde(serialize_with = "as_plain")]
    pub high: Option<Decimal>,
    /// Whether values lie on a curve of compound growth.
    pub compound: bool,
    /// The rate that its full coverage speaks of.
    pub coverage: Option<Arc<str>>,
    /// Its other names.
    pub aliases: Vec<Arc<str>>,
    /// Its names in English, the one that is shown first.
    pub english: Vec<Arc<str>>,
    /// Names easily confused with it.
    pub confusable: Vec<Arc<str>>,
    /// Why it has its relation, and where it is found.
    pub note: Option<Arc<str>>,
    /// Where the workspace defines it; `None` for what is built in.
    #[serde(skip)]
    pub place: Option<Place>,
}

impl ListedIndicator {
    /// What the note of a built-in row names as its source: the part after the last semicolon.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        let note = self.note.as_deref().filter(|_| self.place.is_none())?;
        note.rsplit('；').next()
    }
}

/// Every indicator the workspace defines, and every built-in one it leaves alone.
#[must_use]
pub fn known_indicators(catalogue: &Catalogue) -> Vec<ListedIndicator> {
    // A copy, because built-in rows come in by being asked for, and a list may not change what a later check finds.
    let mut whole = catalogue.clone();
    whole.take_in_built_in();
    let own = whole.indicators().map(|(_, indicator)| indicator);
    let own = own.filter(|indicator| indicator.is_defined() && !indicator.is_built_in());
    let built_in = whole.built_in_indicators();
    own.chain(built_in).map(|indicator| listed_indicator(&whole, indicator)).collect()
}

fn listed_indicator(catalogue: &Catalogue, indicator: &Indicator) -> ListedIndicator {
    let named = |&id| catalogue.indicator(id).name.clone();
    let tier = |&tier| catalogue.tiers.name(tier).cloned();
    let weight = indicator.relation.weight().cloned();
    ListedIndicator {
        name: indicator.name.clone(),
        unit: indicator.unit.as_ref().map(|unit| unit.name.clone()),
        direction: indicator.direction,
        relation: match (indicator.relation.word(), &weight) {
            (RelationWord::Mean, Some(_)) => RelationWord::WeightedMean,
            (word, _) => word,
        },
        weight,
        tiers: indicator.tiers.iter().flatten().filter_map(tier).collect(),
        low: indicator.range.low.map(|end| end.value),
        high: indicator.range.high.map(|end| end.value),
        compound: indicator.path == Path::Compound,
        coverage: indicator.coverage.as_ref().map(named),
        aliases: indicator.aliases.clone(),
        english: indicator.english.clone(),
        confusable: sorted(indicator.confusable.iter().map(named).collect()),
        note: indicator.note.clone(),
        place: match &indicator.defined {
            Defined::Workspace(place) => Some(place.clone()),
            Defined::BuiltIn | Defined::Nowhere => None,
        },
    }
}

fn sorted(mut names: Vec<Arc<str>>) -> Vec<Arc<str>> {
    names.sort_unstable();
    names
}
