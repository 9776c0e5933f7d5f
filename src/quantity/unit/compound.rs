//! The parts of a unit: a magnitude, a plain unit, and what stands below the stroke.

use crate::quantity::Decimal;

use super::{
    currency::leading_currency,
    scale::{leading_magnitude, magnitude_below_stroke, ten_to, whole_magnitude},
    words::{UnitWordKind, Word, find_plain_unit},
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
pub fn read_compound_unit(text: &str) -> Option<NamedUnit> {
    let Some((above, under)) = text.split_once('/').or_else(|| in_words(text)) else {
        return read_simple_unit(text);
    };
    let mut measure = match above {
        "" | "1" => NamedUnit { name: "1".to_owned(), factor: Decimal::ONE },
        above => read_simple_unit(above)?,
    };
    for (at, part) in under.split(['/', '·']).enumerate() {
        if at == MOST_BELOW {
            return None;
        }
        divide(&mut measure, part)?;
    }
    // Else ‰ in one plan and per 1,000 in another would be two units of one indicator.
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
fn read_simple_unit(text: &str) -> Option<NamedUnit> {
    if let Some(word) = find_plain_unit(text) {
        return NamedUnit::of(word, Decimal::ONE);
    }
    if let Some((name, rest)) = leading_currency(text)
        && let Some(factor) = whole_magnitude(rest)
    {
        return Some(NamedUnit { name: name.to_owned(), factor });
    }
    // The whole word is looked up before a magnitude is cut off: 千瓦, 百分点 and 万 in a name begin like one.
    let (factor, rest) = leading_magnitude(text).unwrap_or((Decimal::ONE, text));
    // There are no 万%: a magnitude before a rate is a slip that may not become a factor.
    if let Some(word) = find_plain_unit(rest).filter(|word| word.kind != UnitWordKind::Rate) {
        return NamedUnit::of(word, factor);
    }
    double_count_word(rest).map(|name| NamedUnit { name, factor })
}

/// `宗(套)`, `台(套)`: two words for one count.
fn double_count_word(text: &str) -> Option<String> {
    let (one, other) = text.strip_suffix(')')?.split_once('(')?;
    let (one, other) = (find_plain_unit(one)?, find_plain_unit(other)?);
    let is_plain = |word: Word| word.kind == UnitWordKind::Plain && word.power == 0;
    // Two measures of different size in one bracket, 亩(公顷), are a remark on a conversion.
    (is_plain(one) && is_plain(other)).then(|| format!("{}({})", one.name, other.name))
}

/// Puts `part` below the stroke: its magnitude stays in the name, a metric prefix goes into the factor.
fn divide(measure: &mut NamedUnit, part: &str) -> Option<()> {
    let part = part.strip_prefix('每').unwrap_or(part);
    let (scale, word) = match find_plain_unit(part) {
        // Known words first, since 千瓦时 below the stroke begins with a magnitude that is none of its own.
        Some(word) => ("", Some(word)),
        None => {
            let (scale, rest) = magnitude_below_stroke(part);
            (scale, if rest.is_empty() { None } else { Some(find_plain_unit(rest)?) })
        }
    };
    if scale.is_empty() && word.is_none()
        || word.is_some_and(|word| word.kind == UnitWordKind::Rate)
    {
        return None;
    }
    let power = word.map_or(0, |word| word.power);
    // 克/兆瓦时 is a thousandth of 克/千瓦时. 万 in 件/万人 stays in the name, because the number is printed for so
    // many people.
    measure.factor = measure.factor.checked_div(ten_to(power))?;
    measure.name.push('/');
    measure.name.push_str(scale);
    measure.name.push_str(word.map_or("", |word| word.name));
    Some(())
}
