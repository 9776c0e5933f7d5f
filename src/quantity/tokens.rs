//! The flat list of tokens the grammar cuts a phrase into.

use std::ops::Range;

use super::cut::{Node, cut};
use super::grammar::Rule;
use super::led::{Led, Stretch, led};
use super::relative::{Rank, Standing};
use super::{Decimal, adopted, base, figure::Figure, numeral, relative};

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
    /// （含70%）, （不含）: the number before it, where it is told once more.
    Own(Option<Figure>),
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

/// The tokens of a folded phrase; the bytes of a number that none can hold, or that two read differently.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Range<usize>> {
    let cut = cut(text).ok_or(0..text.len())?;
    let mut tokens: Vec<Token> = Vec::new();
    for node in cut.tokens(text) {
        let span = || node.start()..node.start() + node.as_str().trim_end().len();
        let turned = node.as_rule() == Rule::range && follows_turn(&tokens);
        match if turned { led(node).ok_or_else(span)? } else { Led::Between } {
            Led::To(both) => push_both(&mut tokens, *both),
            Led::Unclear if !follows_growth(&tokens) => return Err(span()),
            Led::Unclear | Led::Between => tokens.push(token(node).ok_or_else(span)?),
        }
    }
    adopted::units(text, &mut tokens);
    Ok(tokens)
}

/// Whether a verb of change stands directly before what comes next.
fn follows_turn(tokens: &[Token]) -> bool {
    let last = tokens.iter().rev().find(|token| token.rule != Rule::gap);
    last.is_some_and(|last| {
        matches!(last.rule, Rule::rise | Rule::grows | Rule::fall | Rule::fewer)
    })
}

/// Whether that verb is 增长, whose number is a rate: 增长5%至8%.
fn follows_growth(tokens: &[Token]) -> bool {
    tokens.iter().rev().find(|token| token.rule != Rule::gap).is_some_and(|t| t.rule == Rule::grows)
}

/// Adds a change, the word that leads on, and the level.
fn push_both(tokens: &mut Vec<Token>, [change, level]: [Stretch; 2]) {
    let content = Content::Words;
    let word = Token { rule: Rule::reach, start: change.end, end: level.start, content };
    let token = |Stretch { figure, start, end }| Token {
        rule: Rule::quantity,
        start,
        end,
        content: Content::Figure(figure),
    };
    tokens.extend([token(change), word, token(level)]);
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
        Rule::included | Rule::excluded => {
            let inner = pair.into_inner().next();
            let told = inner.map(Figure::read).map_or(Some(None), |told| told.map(Some))?;
            Content::Own(told)
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
