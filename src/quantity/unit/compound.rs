//! The parts of a unit: a magnitude, a plain unit, and what stands below the stroke.

use crate::quantity::Decimal;

use super::{
    currency::leading_currency,
    scale::{below, leading, ten_to, whole},
    words::{UnitWordKind, Word, find},
};

/// A unit's name and what one of it is in the plain unit.
pub struct NamedUnit {
    pub name: String,
    pub factor: Decimal,
}

impl NamedUnit {
    fn of(word: Word, magnitude: Decimal) -> Option<Self> {
        let factor = magnitude.checked_mul(ten_to(word.power))?;
        Some(Self { name: word.name.to_owned(), factor })
    }
}

/// `元/人·年` has two; nothing customary has more.
const MOST_BELOW: usize = 2;

/// Reads all of a squeezed text.
pub fn read(text: &str) -> Option<NamedUnit> {
    let Some((above, under)) = text.split_once('/').or_else(|| in_words(text)) else {
        return simple(text);
    };
    let mut measure = match above {
        "" | "1" => NamedUnit { name: "1".to_owned(), factor: Decimal::ONE },
        above => simple(above)?,
    };
    for (at, part) in under.split(['/', '·']).enumerate() {
        if at == MOST_BELOW {
            return None;
        }
        divide(&mut measure, part)?;
    }
    if measure.name == "1/千" {
        // Printed as "per 1,000" in English plans and as ‰ in Chinese ones.
        "‰".clone_into(&mut measure.name);
    }
    Some(measure)
}

/// 吨每万元: 每 between two units is a stroke.
fn in_words(text: &str) -> Option<(&str, &str)> {
    text.split_once('每').filter(|(above, _)| !above.is_empty())
}

/// A unit without stroke: `亿元`, `10,000 persons`, `£m`, `宗(套)`.
fn simple(text: &str) -> Option<NamedUnit> {
    if let Some(word) = find(text) {
        return NamedUnit::of(word, Decimal::ONE);
    }
    if let Some((name, rest)) = leading_currency(text)
        && let Some(factor) = whole(rest)
    {
        return Some(NamedUnit { name: name.to_owned(), factor });
    }
    let (factor, rest) = leading(text).unwrap_or((Decimal::ONE, text));
    if let Some(word) = find(rest).filter(|word| word.kind != UnitWordKind::Rate) {
        return NamedUnit::of(word, factor);
    }
    either(rest).map(|name| NamedUnit { name, factor })
}

/// `宗(套)`, `台(套)`: two words for one count.
fn either(text: &str) -> Option<String> {
    let (one, other) = text.strip_suffix(')')?.split_once('(')?;
    let (one, other) = (find(one)?, find(other)?);
    let is_plain = |word: Word| word.kind == UnitWordKind::Plain && word.power == 0;
    (is_plain(one) && is_plain(other)).then(|| format!("{}({})", one.name, other.name))
}

/// Puts `part` below the stroke: its magnitude stays in the name, a metric prefix goes into the factor.
fn divide(measure: &mut NamedUnit, part: &str) -> Option<()> {
    let part = part.strip_prefix('每').unwrap_or(part);
    let (scale, word) = match find(part) {
        Some(word) => ("", Some(word)),
        None => {
            let (scale, rest) = below(part);
            (scale, if rest.is_empty() { None } else { Some(find(rest)?) })
        }
    };
    if scale.is_empty() && word.is_none()
        || word.is_some_and(|word| word.kind == UnitWordKind::Rate)
    {
        return None;
    }
    let power = word.map_or(0, |word| word.power);
    measure.factor = measure.factor.checked_div(ten_to(power))?;
    measure.name.push('/');
    measure.name.push_str(scale);
    measure.name.push_str(word.map_or("", |word| word.name));
    Some(())
}
