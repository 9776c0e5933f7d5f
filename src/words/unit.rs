//! Units in the words of a language: 平方米/人 is m² per person in English.

use std::borrow::Cow;

use crate::{
    config::Language,
    quantity::{Decimal, read_unit, split_magnitude},
};

use super::number::{grouped, plain_number};

/// The unit as the language says it: as the plan prints it in Chinese, in English words where the unit is a known one.
#[must_use]
pub fn unit_in_words(language: Language, unit: &str) -> Cow<'_, str> {
    match language {
        Language::Zh => unit.into(),
        // What no table knows is a word of the plan, and is quoted as one.
        Language::En => EnglishUnit::of(unit).map_or(unit.into(), |unit| unit.alone().into()),
    }
}

/// The unit in the words of the language where these are read as the same unit again: tCO2e, but 人/亿元.
#[must_use]
pub fn readable_unit(language: Language, unit: &str) -> Cow<'_, str> {
    let said = unit_in_words(language, unit);
    let again = read_unit(&said);
    let same = again.is_some_and(|read| &*read.name == unit && read.factor == Decimal::ONE);
    if same { said } else { unit.into() }
}

/// A number with a Chinese unit, in English: `32`, `48,000 persons`, `2.5 billion yuan`, `6.9 per 1,000 persons`; nothing where the unit is no Chinese one that is known.
pub(super) fn number_in_english(number: &str, unit: &str) -> Option<String> {
    let unit = EnglishUnit::of(unit)?;
    let at = number.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (sign, digits) = number.split_at(at);
    let counted = digits.parse::<Decimal>().ok().and_then(|n| n.checked_mul(unit.magnitude));
    let (shown, behind) = match counted {
        Some(counted) if unit.magnitude > Decimal::ONE => (in_short_scale(counted), unit.plain()),
        Some(_) => (grouped(digits), unit),
        // A range of numbers under a magnitude has no one product.
        None => (digits.to_owned(), unit),
    };
    Some(format!("{sign}{shown} {}", behind.words(&shown)).trim_end().to_owned())
}

/// `1,000`, which is no year here, `10,000`, `100 million`.
fn magnitude_in_words(magnitude: Decimal) -> String {
    if magnitude == Decimal::ONE_THOUSAND { "1,000".to_owned() } else { in_short_scale(magnitude) }
}

/// `48,000`, `320 million`, `2.5 billion`.
fn in_short_scale(number: Decimal) -> String {
    let scales =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    let round = |(factor, word): (i64, &str)| {
        let count = number.checked_div(Decimal::from(factor))?.normalize();
        // More digits behind the point are harder to read than the whole number.
        let short = count.abs() >= Decimal::ONE && count.scale() <= 4;
        short.then(|| format!("{count} {word}"))
    };
    scales.into_iter().find_map(round).unwrap_or_else(|| grouped(&plain_number(number)))
}

/// A unit taken apart: 万人 is ten thousand times persons, 人/亿元 is persons over a hundred million yuan.
#[derive(Clone, Copy)]
struct EnglishUnit<'a> {
    magnitude: Decimal,
    one: &'static str,
    many: &'static str,
    below: Option<&'a str>,
}

impl<'a> EnglishUnit<'a> {
    /// Only of units that are printed in Chinese: those of English plans stand as they are.
    fn of(unit: &'a str) -> Option<Self> {
        if unit.is_ascii() {
            return None;
        }
        let (above, below) = match unit.split_once('/') {
            Some((above, below)) => (above, Some(below)),
            None => (unit, None),
        };
        let (magnitude, [one, many]) =
            if above == "1" { (Decimal::ONE, ["", ""]) } else { with_magnitude(above)? };
        let known =
            below.is_none_or(|below| below.split(['/', '·']).all(|b| below_in_words(b).is_some()));
        known.then_some(Self { magnitude, one, many, below })
    }

    fn plain(self) -> Self {
        Self { magnitude: Decimal::ONE, ..self }
    }

    /// The words behind a number: one person, two persons.
    fn words(self, number: &str) -> String {
        let word = if number == "1" { self.one } else { self.many };
        let magnitude = if self.magnitude == Decimal::ONE {
            String::new()
        } else {
            format!("× {} ", magnitude_in_words(self.magnitude))
        };
        let below = self.below.iter().flat_map(|below| below.split(['/', '·']));
        let below: String =
            below.filter_map(below_in_words).map(|word| format!(" per {word}")).collect();
        format!("{magnitude}{word}{below}").trim().to_owned()
    }

    /// The words at the head of a column.
    fn alone(self) -> String {
        let plain = self.plain().words("");
        if self.magnitude == Decimal::ONE {
            return plain;
        }
        format!("{} {plain}", magnitude_in_words(self.magnitude))
    }
}

/// `person` under 人, `10,000 persons` under 万人.
fn below_in_words(unit: &str) -> Option<String> {
    let (magnitude, [one, many]) = with_magnitude(unit)?;
    if magnitude == Decimal::ONE {
        return Some(if one.is_empty() { "unit" } else { one }.to_owned());
    }
    let counted = magnitude_in_words(magnitude);
    Some(format!("{counted} {}", if many.is_empty() { "units" } else { many }))
}

/// A unit without stroke: its magnitude, and the word for one and for many.
fn with_magnitude(unit: &str) -> Option<(Decimal, [&'static str; 2])> {
    let of_name = |name: &str| {
        let known = ENGLISH.iter().find(|(names, ..)| names.contains(&name));
        known.map(|&(_, one, many)| [one, many])
    };
    // The whole word first: 千瓦 and 百分点 begin like magnitudes.
    if let Some(words) = of_name(unit) {
        return Some((Decimal::ONE, words));
    }
    let (magnitude, rest) = split_magnitude(unit)?;
    Some((magnitude, of_name(rest)?))
}

/// Units by the name they are counted in, for one and for many.
// Measure words that English does not have are empty: what is counted stands in the indicator's name.
const ENGLISH: [(&[&str], &str, &str); 55] = [
    (
        &[
            "个", "所", "家", "张", "项", "件", "株", "例", "栋", "起", "处", "座", "条", "宗",
            "台", "艘", "架", "只", "头", "席", "位", "片", "块", "间", "门", "种", "支", "篇",
            "份", "枚", "幅", "类", "本", "届", "期", "部", "场", "队", "段", "对", "组", "口",
            "根", "盏", "桩", "箱", "站", "孔", "尾", "羽", "批", "颗", "套", "辆", "次",
        ],
        "",
        "",
    ),
    (&["人"], "person", "persons"),
    (&["人次"], "visit", "visits"),
    (&["户"], "household", "households"),
    (&["册"], "volume", "volumes"),
    (&["分"], "point", "points"),
    (&["倍"], "times", "times"),
    (&["百分点"], "percentage point", "percentage points"),
    (&["基点"], "basis point", "basis points"),
    (&["人年"], "person-year", "person-years"),
    (&["标准箱"], "TEU", "TEU"),
    (&["车位"], "parking space", "parking spaces"),
    (&["学位"], "school place", "school places"),
    (&["活产"], "live birth", "live births"),
    (&["工作日"], "working day", "working days"),
    (&["架次", "班次", "车次"], "trip", "trips"),
    (&["吨油当量"], "toe", "toe"),
    (&["公里"], "km", "km"),
    (&["米"], "m", "m"),
    (&["厘米"], "cm", "cm"),
    (&["毫米"], "mm", "mm"),
    (&["平方米"], "m²", "m²"),
    (&["平方公里"], "km²", "km²"),
    (&["公顷"], "ha", "ha"),
    (&["亩", "亩次"], "mu", "mu"),
    (&["立方米", "标准立方米"], "m³", "m³"),
    (&["升"], "litre", "litres"),
    (&["吨"], "tonne", "tonnes"),
    (&["千克"], "kg", "kg"),
    (&["斤"], "jin", "jin"),
    (&["克"], "g", "g"),
    (&["毫克"], "mg", "mg"),
    (&["微克"], "µg", "µg"),
    (&["吨标准煤"], "tce", "tce"),
    (&["千克标准煤"], "kgce", "kgce"),
    (&["克标准煤"], "gce", "gce"),
    (&["吨二氧化碳"], "tCO2", "tCO2"),
    (&["千克二氧化碳"], "kgCO2", "kgCO2"),
    (&["吨二氧化碳当量"], "tCO2e", "tCO2e"),
    (&["千克二氧化碳当量"], "kgCO2e", "kgCO2e"),
    (&["千瓦"], "kW", "kW"),
    (&["千瓦时"], "kWh", "kWh"),
    (&["千伏安"], "kVA", "kVA"),
    (&["年"], "year", "years"),
    (&["岁"], "year of age", "years"),
    (&["个月"], "month", "months"),
    (&["周"], "week", "weeks"),
    (&["天"], "day", "days"),
    (&["小时"], "hour", "hours"),
    (&["分钟"], "minute", "minutes"),
    (&["秒"], "second", "seconds"),
    (&["学时", "课时"], "class hour", "class hours"),
    (&["元"], "yuan", "yuan"),
    (&["美元"], "US dollar", "US dollars"),
    (&["吨公里"], "tonne-km", "tonne-km"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_units_are_said_in_english() {
        let said = |number, unit| number_in_english(number, unit).unwrap();
        assert_eq!(said("27", "个"), "27");
        assert_eq!(said("1", "人"), "1 person");
        assert_eq!(said("≥49", "平方米/人"), "≥49 m² per person");
        assert_eq!(said("6.9", "张/千人"), "6.9 per 1,000 persons");
        assert_eq!(said("0.0135", "人/亿元"), "0.0135 persons per 100 million yuan");
        assert_eq!(said("0.3", "1/万辆"), "0.3 per 10,000 units");
        assert_eq!(said("4.8", "万人"), "48,000 persons");
        assert_eq!(said("25", "亿元"), "2.5 billion yuan");
        assert_eq!(said("≤1.25", "万亿元"), "≤1.25 trillion yuan");
        assert_eq!(said("12345", "亿元"), "1.2345 trillion yuan");
        assert_eq!(said("3-5", "万亩"), "3-5 × 10,000 mu");
        assert_eq!(said("2", "人/10万人"), "2 persons per 100,000 persons");
        assert_eq!(said("100000", "人"), "100,000 persons");
        assert_eq!(said("35", "微克/立方米"), "35 µg per m³");
        assert_eq!(number_in_english("5", "km"), None);
        assert_eq!(number_in_english("5", "样"), None);
    }

    #[test]
    fn heads_of_columns_name_the_magnitude() {
        assert_eq!(unit_in_words(Language::En, "亿元"), "100 million yuan");
        assert_eq!(unit_in_words(Language::En, "万人"), "10,000 persons");
        assert_eq!(unit_in_words(Language::En, "个"), "");
        assert_eq!(unit_in_words(Language::En, "%"), "%");
        assert_eq!(unit_in_words(Language::Zh, "个"), "个");
    }
}
