//! The flat list of tokens the grammar cuts a phrase into.

use pest::Parser;
use pest::iterators::Pair;

use super::grammar::{PhraseParser, Rule};
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
    /// A growth in percent, said by a word: 翻一番; negative for 减半.
    Growth(Decimal),
}

impl Token {
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
    let phrase = PhraseParser::parse(Rule::phrase, text).ok()?.next()?;
    phrase.into_inner().filter(|pair| pair.as_rule() != Rule::EOI).map(token).collect()
}

/// One token of a pair.
fn token(pair: Pair<'_, Rule>) -> Option<Token> {
    let (rule, span) = (pair.as_rule(), pair.as_span());
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
        _ => Content::Words,
    };
    let end = span.start() + span.as_str().trim_end().len();
    Some(Token {
        rule,
        start: span.start(),
        end: if rule == Rule::gap { span.end() } else { end },
        content,
    })
}

/// 翻一番 is 100 % of growth, 翻两番 300 %.
fn doubled(word: &str) -> Option<Decimal> {
    let times: String = word.chars().filter(|c| !"翻了番多".contains(*c)).collect();
    let times = numeral::digits(&times).or_else(|| numeral::chinese(&times));
    let times = times.filter(|times| !times.is_zero()).unwrap_or(Decimal::ONE);
    let power = u32::try_from(times.trunc()).ok().filter(|&power| power < 32)?;
    Decimal::from((1_i64 << power) - 1).checked_mul(Decimal::ONE_HUNDRED)
}
