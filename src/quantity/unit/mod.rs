//! Units as plans write them, Chinese and English, read into one name and a factor.

mod compound;
mod currency;
mod exact;
mod measure;
mod scale;
mod spelling;
mod words;

use std::sync::Arc;

use super::{Basis, Decimal};

pub use exact::Ratio;
pub use measure::Measure;
pub use scale::magnitude_word;

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
        differs.then(|| exact::between(&self.name, &other.name)).flatten()
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
        let has_han = |text: &str| text.contains(|c| ('一'..='鿿').contains(&c));
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
    if words::find(measured).is_some_and(|word| word.kind == words::Kind::Beside) {
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
    let (factor, name) = scale::chinese(&spelled);
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
    let measure = compound::read(spelled)?;
    Some(Unit { factor: measure.factor, basis, ..Unit::plain(&measure.name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_reads(rows: &[(&str, &str, &str)]) {
        for (text, name, factor) in rows {
            let unit = read_unit(text).unwrap_or_else(|| panic!("{text} is a unit"));
            let factor: Decimal = factor.parse().unwrap();
            assert_eq!((&*unit.name, unit.factor, unit.basis), (*name, factor, None), "{text}");
        }
    }

    #[test]
    fn plain_units_have_one_name() {
        assert_reads(&[
            ("％", "%", "1"),
            (" per cent ", "%", "1"),
            ("‰", "‰", "1"),
            ("per 1,000", "‰", "1"),
            ("个百分点", "百分点", "1"),
            ("percentage points", "百分点", "1"),
            ("：1", ":1", "1"),
            ("倍", "倍", "1"),
            ("个数", "个", "1"),
            ("名", "人", "1"),
            ("Persons", "人", "1"),
            ("千米", "公里", "1"),
            ("km", "公里", "1"),
            ("kilometres", "公里", "1"),
            ("平方千米", "平方公里", "1"),
            ("m²", "平方米", "1"),
            ("sq. m", "平方米", "1"),
            ("hectares", "公顷", "1"),
            ("岁", "岁", "1"),
            ("℃", "摄氏度", "1"),
            ("homes", "套", "1"),
            ("US$", "美元", "1"),
            ("宗（套）", "宗(套)", "1"),
        ]);
    }

    #[test]
    fn magnitudes_and_prefixes_are_factors() {
        assert_reads(&[
            ("万人", "人", "10000"),
            ("亿元", "元", "100000000"),
            ("千人", "人", "1000"),
            ("百户", "户", "100"),
            ("万亿元", "元", "1000000000000"),
            ("万亩", "亩", "10000"),
            ("亿立方米", "立方米", "100000000"),
            ("亿千瓦时", "千瓦时", "100000000"),
            ("万吨标准煤", "吨标准煤", "10000"),
            ("万人次", "人次", "10000"),
            ("万千瓦", "千瓦", "10000"),
            ("GW", "千瓦", "1000000"),
            ("GWh", "千瓦时", "1000000"),
            ("MtCO2e", "吨二氧化碳当量", "1000000"),
            ("million tCO₂e", "吨二氧化碳当量", "1000000"),
            ("10,000 persons", "人", "10000"),
            ("100 million yuan", "元", "100000000"),
            ("£ million", "英镑", "1000000"),
            ("€bn", "欧元", "1000000000"),
            ("'000 households", "户", "1000"),
        ]);
    }

    #[test]
    fn magnitudes_below_a_stroke_stay() {
        assert_reads(&[
            ("平方米/人", "平方米/人", "1"),
            ("人／亿元", "人/亿元", "1"),
            ("张/千人", "张/千人", "1"),
            ("张/每1000人", "张/千人", "1"),
            ("beds per 1,000 people", "张/千人", "1"),
            ("件/万人", "件/万人", "1"),
            ("辆/百户", "辆/百户", "1"),
            ("人/10万人", "人/10万人", "1"),
            ("1/10万", "1/10万", "1"),
            ("per 100,000", "1/10万", "1"),
            ("deaths per 100,000 live births", "例/10万活产", "1"),
            ("吨标准煤/万元", "吨标准煤/万元", "1"),
            ("克标准煤/千瓦时", "克标准煤/千瓦时", "1"),
            ("μg/m³", "微克/立方米", "1"),
            ("µg/m3", "微克/立方米", "1"),
            ("公里/平方公里", "公里/平方公里", "1"),
            ("千瓦时/百公里", "千瓦时/百公里", "1"),
            ("万元/人", "元/人", "10000"),
            ("元/人·年", "元/人/年", "1"),
            ("万立方米/日", "立方米/天", "10000"),
            ("kg per capita", "千克/人", "1"),
            ("g/MWh", "克/千瓦时", "0.001"),
        ]);
    }

    #[test]
    fn cumulative_counts_say_so() {
        for text in ["累计个数", "累积个数", "累计个", "cumulative units"] {
            let unit = read_unit(text).unwrap();
            assert_eq!((&*unit.name, unit.basis), ("个", Some(Basis::Cumulative)), "{text}");
        }
    }

    #[test]
    fn remarks_are_no_units() {
        let remarks = [
            "",
            "含货币安置",
            "2020",
            "2019版",
            "试点",
            "市",
            "街道",
            "全覆盖",
            "累计",
            "万",
            "数",
            "万%",
            "亿百分点",
            "100%",
            "18.7%",
            "100个",
            "30家",
            "1000",
            "/",
            "人/",
            "/人/",
            "个/%",
            "人/百分点",
            "IPv6",
            "household",
            "buildings",
            "m",
            "元/人/年/月",
            "%以上",
            "(",
            ")",
            "()",
            "个()",
            "五年",
            "per",
            "per per",
        ];
        for text in remarks {
            assert_eq!(read_unit(text), None, "{text}");
        }
    }

    #[test]
    fn long_texts_are_not_read() {
        assert_eq!(read_unit(&"万".repeat(LONGEST + 1)), None);
        assert_eq!(read_unit(&format!("{:LONGEST$}元", "万")), None);
        assert_eq!(read_unit(&format!("{:1$}元", "万", LONGEST - 1)).unwrap().name.as_ref(), "元");
    }
}
