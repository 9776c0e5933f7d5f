//! The flat list of tokens the grammar cuts a phrase into.

use super::cut::{Node, cut};
use super::grammar::Rule;
use super::relative::{Rank, Standing};
use super::{Decimal, base, figure::Figure, numeral, relative};

/// One stretch of a phrase.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Which rule of the grammar it matches.
    pub rule: Rule,
    /// Its first byte in the folded phrase.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it holds.
    pub content: Content,
}

/// What a token holds beyond its words.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Nothing but its words.
    Words,
    /// A number, range or ratio.
    Figure(Figure),
    /// A comparison with the figure of another region.
    Standing(Standing),
    /// A place among peers.
    Rank(Rank),
    /// A base year, when it is named; the flag says that the change behind it is a fall or a rise.
    Base(Option<i32>, Option<base::Turn>),
    /// The one year of a period or date, when it names just one.
    Year(i32),
    /// A growth in percent, said by a word: 翻一番; negative for 减半.
    Growth(Decimal),
}

impl Token {
    /// The year, if it is the name of one.
    pub fn year(&self) -> Option<i32> {
        match self.content {
            Content::Year(year) => Some(year),
            _ => None,
        }
    }

    /// The figure, if it is one.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.content {
            Content::Figure(figure) => Some(figure),
            _ => None,
        }
    }
}

/// The tokens of a folded phrase; `None` when it holds a number no decimal can hold.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    cut(text)?.tokens(text).map(token).collect()
}

/// One token of a cut.
fn token(pair: Node<'_>) -> Option<Token> {
    let rule = pair.as_rule();
    let content = match rule {
        Rule::quantity | Rule::range | Rule::ratio => Content::Figure(Figure::read(pair)?),
        Rule::relative => Content::Standing(relative::standing(pair)?),
        Rule::rank => Content::Rank(relative::rank(pair)?),
        Rule::base | Rule::behind_base => {
            let (year, turn) = base::read(pair);
            Content::Base(year, turn)
        }
        Rule::doubled => Content::Growth(doubled(pair.as_str())?),
        Rule::halved => Content::Growth(Decimal::from(-50)),
        Rule::in_step | Rule::comparison => Content::Standing(relative::comparison(pair)?),
        Rule::period | Rule::date => year(pair.as_str()).map_or(Content::Words, Content::Year),
        _ => Content::Words,
    };
    let end = pair.start() + pair.as_str().trim_end().len();
    Some(Token {
        rule,
        start: pair.start(),
        end: if rule == Rule::gap { pair.end() } else { end },
        content,
    })
}

/// The only number of four digits.
fn year(words: &str) -> Option<i32> {
    let mut years = words.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let year = years.next()?.parse().ok()?;
    years.next().is_none().then_some(year)
}

/// 翻一番 is 100 % of growth, 翻两番 300 %.
fn doubled(word: &str) -> Option<Decimal> {
    let times: String = word.chars().filter(|c| !"翻了番多".contains(*c)).collect();
    let times = numeral::digits(&times).or_else(|| numeral::chinese(&times));
    let times = times.filter(|times| !times.is_zero()).unwrap_or(Decimal::ONE);
    let power = u32::try_from(times.trunc()).ok().filter(|&power| power < 32)?;
    Decimal::from((1_i64 << power) - 1).checked_mul(Decimal::ONE_HUNDRED)
}
