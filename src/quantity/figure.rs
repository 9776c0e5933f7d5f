//! The number of a quantity with its magnitude and unit, as the grammar cuts it.

use super::cut::PhraseNode;
use super::grammar::Rule;
use super::share::share_in_percent;
use super::unit::read_beside;
use super::{Comparator, Decimal, Unit, numeral, read_unit, unknown_unit};

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureNotation {
    /// One number.
    Plain,
    /// `2-3`.
    Range,
    /// `[3000]*`: the sum of the period, by the table's footnote.
    Bracketed,
}

/// A number or a range in the plain unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QuantityFigure {
    /// The number, or the lower one.
    pub low: Decimal,
    /// The number, or the upper one.
    pub high: Decimal,
    /// The unit beside it, its factor multiplied in.
    pub unit: Option<Unit>,
    /// How it is written.
    pub shape: FigureNotation,
    /// What 多, 余 or 来 inside it says: somewhat more, or about so many.
    pub about: Option<Comparator>,
    /// Whether it is a power of ten in words (万, 千亿), which is as often a name as a number.
    pub round: bool,
}

/// A number on its way to a figure.
#[derive(Default)]
pub(super) struct FigureDraft {
    value: Option<Decimal>,
    factor: Option<Decimal>,
    /// The power of ten that a numeral ends with and that a lower number can share: the 千万 of 三千万.
    power: Option<Decimal>,
    /// Whether a numeral counts in 万 or 亿 itself, so that it shares nothing.
    large: bool,
    /// The unit so far.
    pub unit: Option<Unit>,
    negative: bool,
    round: bool,
    /// Whether the digits have their magnitudes among them: 1万2千.
    mixed: bool,
}

impl QuantityFigure {
    /// The figure of a `quantity`, `range` or `ratio`; `None` when a number is too large for a decimal.
    pub fn read(pair: PhraseNode<'_>) -> Option<Self> {
        match pair.as_rule() {
            Rule::ratio => ratio_figure(pair),
            Rule::range => range_figure(pair),
            _ => plain_figure(pair),
        }
    }

    /// Whether the unit is a percentage.
    pub fn is_percent(&self) -> bool {
        self.unit_is(|name| name == "%")
    }

    /// Whether the unit's name satisfies `test`.
    pub fn unit_is(&self, test: impl Fn(&str) -> bool) -> bool {
        self.unit.as_ref().is_some_and(|unit| test(&unit.name))
    }

    /// A percentage.
    pub fn percent(value: Decimal) -> Self {
        Self {
            low: value,
            high: value,
            unit: read_unit("%"),
            shape: FigureNotation::Plain,
            about: None,
            round: false,
        }
    }
}

/// One number with its unit.
fn plain_figure(pair: PhraseNode<'_>) -> Option<QuantityFigure> {
    let (mut draft, mut shape, mut about) = (FigureDraft::default(), FigureNotation::Plain, None);
    let mut percent = None;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::bracketed => {
                shape = FigureNotation::Bracketed;
                inner.into_inner().try_for_each(|part| draft.take(part))?;
            }
            // 十来个 is about ten, to either side; 200余家 and 十多个 are more than they say.
            Rule::some if inner.as_str() == "来" => about = Some(Comparator::Approx),
            Rule::some | Rule::more => about = Some(Comparator::MoreThan),
            Rule::part | Rule::tenths | Rule::half | Rule::fraction => {
                percent = Some(share_in_percent(inner)?);
            }
            _ => draft.take(inner)?,
        }
    }
    if let Some(percent) = percent {
        return Some(QuantityFigure { about, ..QuantityFigure::percent(percent) });
    }
    let round = draft.round;
    let (value, unit) = draft.finish(None)?;
    Some(QuantityFigure { low: value, high: value, unit, shape, about, round })
}

/// `350至400家`: the lower number takes magnitude and unit of the upper one when it has none.
fn range_figure(pair: PhraseNode<'_>) -> Option<QuantityFigure> {
    let is_share = |rule| matches!(rule, Rule::part | Rule::tenths | Rule::half | Rule::fraction);
    if pair.into_inner().next().is_some_and(|first| is_share(first.as_rule())) {
        return shares(pair);
    }
    let (mut low, mut high) = (FigureDraft::default(), FigureDraft::default());
    let mut numbers = 0;
    for inner in pair.into_inner() {
        numbers += usize::from(inner.as_rule() == Rule::number);
        let ahead = matches!(inner.as_rule(), Rule::sign) && low.value.is_some();
        if numbers > 1 || ahead { high.take(inner)? } else { low.take(inner)? }
    }
    // Asked before either end is finished, since finishing multiplies the powers in and they are no longer seen.
    let shared = low.magnitude_of(&high);
    let upper = high.unit.clone();
    let shared_unit = if low.unit.is_none() { upper } else { None };
    if low.unit.is_some()
        && low.unit.as_ref().map(|unit| &unit.name) != high.unit.as_ref().map(|unit| &unit.name)
    {
        // 增长10%至110亿元 is no range, and 5%至10 leaves open whose unit is meant.
        return None;
    }
    low.unit = low.unit.or(shared_unit);
    let (low, _) = low.finish(shared)?;
    let (high, unit) = high.finish(None)?;
    Some(QuantityFigure {
        low,
        high,
        unit,
        shape: FigureNotation::Range,
        about: None,
        round: false,
    })
}

/// `百分之十五至二十`, `七成至八成`: what has no word of its own is counted as the first is.
fn shares(pair: PhraseNode<'_>) -> Option<QuantityFigure> {
    let mut ends = pair.into_inner();
    let (one, other) = (ends.next()?, ends.next()?);
    let low = share_in_percent(one)?;
    let high = match other.as_rule() {
        Rule::number => {
            let (value, _) = FigureDraft::of(other)?.finish(None)?;
            let (below, _) =
                one.as_str().split_once("分之").filter(|_| one.as_rule() == Rule::part)?;
            value
                .checked_mul(Decimal::ONE_HUNDRED)?
                .checked_div(numeral::value_of_chinese_numeral(below)?)?
        }
        _ => share_in_percent(other)?,
    };
    Some(QuantityFigure { high, shape: FigureNotation::Range, ..QuantityFigure::percent(low) })
}

/// `1.96:1`: the first number in terms of the second; `1:1.2` keeps its second number, which a division would round.
fn ratio_figure(pair: PhraseNode<'_>) -> Option<QuantityFigure> {
    let mut sides = pair
        .into_inner()
        .filter(|inner| inner.as_rule() == Rule::number)
        .map(|side| FigureDraft::of(side)?.finish(None).map(|(value, _)| value));
    let (above, below) = (sides.next()??, sides.next()??);
    // 师生比1:19 is printed with the one in front, and 1/19 has no finite decimal to compare.
    if above == Decimal::ONE && below > Decimal::ONE {
        return Some(QuantityFigure {
            unit: Some(Unit::plain("1:")),
            ..QuantityFigure::percent(below)
        });
    }
    Some(QuantityFigure {
        unit: read_unit(":1"),
        ..QuantityFigure::percent(above.checked_div(below)?)
    })
}

impl FigureDraft {
    /// The draft of one number.
    fn of(number: PhraseNode<'_>) -> Option<Self> {
        let mut draft = Self::default();
        draft.take(number)?;
        Some(draft)
    }

    /// Takes one inner pair of a quantity.
    pub fn take(&mut self, pair: PhraseNode<'_>) -> Option<()> {
        match pair.as_rule() {
            Rule::sign => self.negative = pair.as_str() != "+",
            Rule::scientific => self.value = Some(numeral::scientific(pair.as_str())?),
            Rule::mixed => (self.value, self.mixed) = (Some(numeral::mixed(pair.as_str())?), true),
            Rule::number => {
                for inner in pair.into_inner() {
                    self.take(inner)?;
                }
            }
            Rule::digits => self.value = Some(numeral::value_of_digits(pair.as_str())?),
            Rule::chinese => {
                // Asked of the word and not of the value: 一万 is a number, while 万 and 千亿 alone are as often a
                // name, 千亿产业.
                self.round = numeral::is_power(pair.as_str());
                self.value = Some(numeral::value_of_chinese_numeral(pair.as_str())?);
                self.power =
                    numeral::shared_power(pair.as_str()).and_then(numeral::factor_of_magnitude);
                self.large = pair.as_str().contains(['万', '亿']);
            }
            Rule::english => self.value = Some(numeral::value_of_english_numeral(pair.as_str())?),
            Rule::magnitude | Rule::million => {
                // 5亿万, 1万2千万: nobody says which of two powers is meant.
                if self.factor.is_some() || self.mixed {
                    return None;
                }
                self.factor = Some(numeral::factor_of_magnitude(pair.as_str())?);
            }
            Rule::unit => {
                // What nobody knows is kept as printed: the row's unit never takes its place.
                let unit = read_beside(pair.as_str()).or_else(|| unknown_unit(pair.as_str()))?;
                self.unit = Some(unit);
            }
            Rule::currency => self.unit = read_unit(pair.as_str()),
            _ => {}
        }
        Some(())
    }

    /// The magnitude that a lower number takes from the upper one: the 万 of 20至30万, the 千万 of 两至三千万, only the 万 of
    /// 一千五百至两千万, and nothing in 500至1万, since nobody writes the lower number last.
    fn magnitude_of(&self, high: &Self) -> Option<Decimal> {
        let [ten_thousand, hundred_million] = [10_000, 100_000_000].map(Decimal::from);
        let (low, power) = (self.value?, high.factor.or(high.power)?);
        let top = high.value?.checked_mul(high.factor.unwrap_or(Decimal::ONE))?;
        // 千万 and 千亿 may be shared as a whole, or the 万 and 亿 in them alone.
        let within = |large: &Decimal| {
            // 千万 is a thousand of 万, so 万 is within it; 亿 is ten thousand of 万 and a power of its own.
            let counted = power.checked_div(*large).unwrap_or_default();
            counted > Decimal::ONE && counted < *large && counted < ten_thousand
        };
        let large = [hundred_million, ten_thousand].into_iter().find(within);
        let fits = |power: &Decimal| low.checked_mul(*power).is_some_and(|value| value <= top);
        let is_bare = self.unit.is_none() && self.factor.is_none() && !self.large;
        // The whole power first, 两至三千万 is 2000万 to 3000万. Where that leads beyond the upper number the lower one
        // has thousands of its own, 一千五百至两千万 is 1500万 to 2000万.
        [Some(power), large].into_iter().flatten().find(|power| is_bare && fits(power))
    }

    /// The value in the plain unit; `shared` is the magnitude of the other end of a range.
    pub fn finish(self, shared: Option<Decimal>) -> Option<(Decimal, Option<Unit>)> {
        let factor = self.factor.or(shared).unwrap_or(Decimal::ONE);
        let value = self.value?.checked_mul(factor)?;
        let value = if self.negative { -value } else { value };
        let Some(unit) = self.unit else { return Some((value, None)) };
        if self.factor.is_some() && matches!(&*unit.name, "%" | "‰" | "‱") {
            return None;
        }
        let value = value.checked_mul(unit.factor)?;
        let printed = unit.printed.clone().filter(|_| unit.factor == Decimal::ONE);
        Some((value, Some(Unit { factor: Decimal::ONE, printed, ..unit })))
    }
}
