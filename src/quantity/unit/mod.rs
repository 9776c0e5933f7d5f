//! Units as plans write them, Chinese and English, read into one name and a factor.

mod compound;
mod currency;
mod exact;
mod measure;
mod names;
mod ratio;
mod scale;
mod spelling;
#[cfg(test)]
mod tests;
mod words;

use std::sync::Arc;

use super::{Basis, Decimal};
use crate::text::is_han;

pub use measure::UnitDimension;
pub use ratio::Ratio;
pub use scale::{magnitude_word, split_magnitude};

/// A unit: its plain form, its magnitude, and the basis its words carry.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The plain name: `%`, `个`, `元`, `人/亿元`, `平方米/人`, `:1` and `倍` are kept apart.
    pub name: Arc<str>,
    /// What one of it is in the plain unit: 10 000 for `万元`.
    pub factor: Decimal,
    /// `累计个数` is `个`, cumulative up to the year (a stock of things done): the basis its words say.
    pub basis: Option<Basis>,
    /// What the plan prints, where `name` and `factor` do not say it: `sq ft`, a unit nobody knows.
    pub printed: Option<Arc<str>>,
    /// The unit its numbers were converted to, where `name` is not its own: `sq ft` counted in `m²`.
    pub counted: Option<Arc<Unit>>,
}

/// Two spellings of a unit are one unit.
impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.factor, self.basis) == (&other.name, other.factor, other.basis)
    }
}

impl Eq for Unit {}

impl Unit {
    /// A unit of one name that counts in itself.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { name: name.into(), factor: Decimal::ONE, basis: None, printed: None, counted: None }
    }

    /// Whether the tool knows what it measures.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.counted.is_some() || read_beside(&self.name).is_some()
    }

    /// How many of `other` one of it is, magnitudes aside; `None` where they measure different things or are the same.
    #[must_use]
    pub fn ratio_to(&self, other: &Self) -> Option<Ratio> {
        let differs = self.name != other.name;
        differs.then(|| exact::ratio_between_units(&self.name, &other.name)).flatten()
    }

    /// The same unit counted in `other`, which it is `ratio` of; its own words are kept.
    #[must_use]
    pub fn counted_in(&self, other: &Self, ratio: Ratio) -> Option<Self> {
        Some(Self {
            name: other.name.clone(),
            factor: ratio.times(self.factor)?,
            basis: self.basis,
            printed: Some(self.words().into()),
            counted: Some(Arc::new(other.clone())),
        })
    }

    /// The same unit with the Latin words of a plan: `km` is shown as `km`, not by its one name.
    fn printed_as(self, text: &str) -> Self {
        let has_han = |text: &str| text.contains(is_han);
        let is_latin = has_han(&self.name) && !has_han(text);
        let printed = is_latin.then(|| text.trim().into());
        Self { printed, ..self }
    }

    /// The unit as plans print it: 万人 where one of it is 10 000 人, `sq ft`.
    #[must_use]
    pub fn words(&self) -> String {
        match &self.printed {
            Some(printed) => printed.to_string(),
            None => format!("{}{}", magnitude_word(self.factor).unwrap_or_default(), self.name),
        }
    }
}

/// More characters than any unit has; a longer text is a remark.
const LONGEST: usize = 40;

/// Words in front of a unit that say it counts everything since the start.
const CUMULATIVE: [&str; 3] = ["累计", "累积", "cumulative"];

/// Reads a unit as it stands in a name's last bracket or a 单位 cell; `None` when the grammar cannot read all of it.
///
/// Spellings of one unit have one name, the Chinese one: `千米` and `km` are `公里`. Magnitudes and metric
/// prefixes become the factor (`万元`, `GW`), but those below a stroke stay, for there they are the customary
/// measure: `张/千人`.
#[must_use]
pub fn read_unit(text: &str) -> Option<Unit> {
    let spelled = spelled(text)?;
    let counted = CUMULATIVE.iter().find_map(|word| spelled.strip_prefix(word));
    let measured = counted.unwrap_or(&spelled);
    if words::find_plain_unit(measured).is_some_and(|word| word.kind == words::UnitWordKind::Beside)
    {
        return None;
    }
    Some(unit(measured, counted.map(|_| Basis::Cumulative))?.printed_as(text))
}

/// Reads what a 单位 cell holds: a unit, or words nobody knows, which are a unit of their own and equal only themselves.
#[must_use]
pub fn read_unit_cell(text: &str) -> Option<Unit> {
    read_unit(text).or_else(|| unknown_unit(text))
}

/// A unit nobody knows, as printed: `FTE`, `万梯次`; `None` for dashes and blanks, and what is too long for a unit.
#[must_use]
pub fn unknown_unit(text: &str) -> Option<Unit> {
    let spelled = spelled(text)?;
    let says = spelled.chars().any(char::is_alphabetic) && spelled.chars().all(|c| !c.is_control());
    let (factor, name) = scale::leading_wan_or_yi(&spelled);
    says.then(|| Unit { factor, printed: Some(text.trim().into()), ..Unit::plain(name) })
}

/// Reads a unit as it stands beside its number, where words count that alone in a bracket say which: `5站`.
pub(super) fn read_beside(text: &str) -> Option<Unit> {
    Some(unit(&spelled(text)?, None)?.printed_as(text))
}

/// `text` in the one spelling that tables know, unless it is too long for a unit.
fn spelled(text: &str) -> Option<String> {
    let text = text.trim();
    text.chars().nth(LONGEST).is_none().then(|| spelling::squeezed(text))
}

/// The unit that a squeezed text spells.
fn unit(spelled: &str, basis: Option<Basis>) -> Option<Unit> {
    let measure = compound::read_compound_unit(spelled)?;
    Some(Unit { factor: measure.factor, basis, ..Unit::plain(&measure.name) })
}
