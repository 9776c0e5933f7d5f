//! Makes the tokens of a phrase from what the grammar cuts.

use std::ops::Range;

use super::cut::{PhraseNode, cut_phrase};
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::led::{LocatedFigure, RangeMeaning, read_led_range};
use super::tokens::{PhraseToken, TokenContent};
use super::{Decimal, adopted, base, numeral, relative};

/// The tokens of a folded phrase; the bytes of a number that none can hold, or that two read differently.
pub(super) fn tokens_of_phrase(text: &str) -> Result<Vec<PhraseToken>, Range<usize>> {
    let cut = cut_phrase(text).ok_or(0..text.len())?;
    let mut tokens: Vec<PhraseToken> = Vec::new();
    for node in cut.tokens(text) {
        let span = || node.start()..node.start() + node.as_str().trim_end().len();
        // The grammar reads 提高1岁至79岁 as a range, since it does not look back; with a verb of change before it
        // 至 may say where to.
        let turned = node.as_rule() == Rule::range && follows_turn(&tokens);
        match if turned { read_led_range(node).ok_or_else(span)? } else { RangeMeaning::Between } {
            RangeMeaning::To(both) => push_both(&mut tokens, *both),
            // 增长5%至8% is a rate between two, since no level is told in what growth is counted in. 下降5%至10% has
            // two readings and none is better.
            RangeMeaning::Unclear if !follows_growth(&tokens) => return Err(span()),
            RangeMeaning::Unclear | RangeMeaning::Between => {
                tokens.push(token(node).ok_or_else(span)?)
            }
        }
    }
    // Once all tokens are known: whether a word is a unit depends on what ends behind it.
    adopted::adopt_units(text, &mut tokens);
    Ok(tokens)
}

/// Whether a verb of change stands directly before what comes next.
fn follows_turn(tokens: &[PhraseToken]) -> bool {
    let last = tokens.iter().rev().find(|token| token.rule != Rule::gap);
    last.is_some_and(|last| {
        matches!(last.rule, Rule::rise | Rule::grows | Rule::fall | Rule::fewer)
    })
}

/// Whether that verb is 增长, whose number is a rate: 增长5%至8%.
fn follows_growth(tokens: &[PhraseToken]) -> bool {
    tokens.iter().rev().find(|token| token.rule != Rule::gap).is_some_and(|t| t.rule == Rule::grows)
}

/// Adds a change, the word that leads on, and the level.
fn push_both(tokens: &mut Vec<PhraseToken>, [change, level]: [LocatedFigure; 2]) {
    let content = TokenContent::Words;
    let word = PhraseToken { rule: Rule::reach, start: change.end, end: level.start, content };
    let token = |LocatedFigure { figure, start, end }| PhraseToken {
        rule: Rule::quantity,
        start,
        end,
        content: TokenContent::Figure(figure),
    };
    tokens.extend([token(change), word, token(level)]);
}

/// The only number of four digits.
fn only_year(words: &str) -> Option<i32> {
    let mut years = words.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let year = years.next()?.parse().ok()?;
    // 2026—2030年 names two, and a target of a period is not one of its first year.
    years.next().is_none().then_some(year)
}

/// 翻一番 is 100 % of growth, 翻两番 300 %.
fn doubled(word: &str) -> Option<Decimal> {
    let times: String = word.chars().filter(|c| !"翻了番多".contains(*c)).collect();
    let times =
        numeral::value_of_digits(&times).or_else(|| numeral::value_of_chinese_numeral(&times));
    let times = times.filter(|times| !times.is_zero()).unwrap_or(Decimal::ONE);
    // 翻两番 is four times, that is 300 % more. Beyond 32 doublings stands a slip, and the shift would overflow.
    let power = u32::try_from(times.trunc()).ok().filter(|&power| power < 32)?;
    Decimal::from((1_i64 << power) - 1).checked_mul(Decimal::ONE_HUNDRED)
}

/// One token of a cut.
fn token(pair: PhraseNode<'_>) -> Option<PhraseToken> {
    let rule = pair.as_rule();
    let content = match rule {
        Rule::quantity | Rule::range | Rule::ratio => {
            TokenContent::Figure(QuantityFigure::read(pair)?)
        }
        Rule::relative => TokenContent::Standing(relative::read_region_comparison(pair)?),
        Rule::rank => TokenContent::Rank(relative::read_rank(pair)?),
        Rule::base | Rule::behind_base => {
            let (year, turn) = base::read_base(pair);
            TokenContent::Base(year, turn)
        }
        Rule::included | Rule::excluded => {
            let inner = pair.into_inner().next();
            let told = inner.map(QuantityFigure::read).map_or(Some(None), |told| told.map(Some))?;
            TokenContent::Own(told)
        }
        Rule::doubled => TokenContent::Growth(doubled(pair.as_str())?),
        Rule::halved => TokenContent::Growth(Decimal::from(-50)),
        Rule::in_step | Rule::comparison => TokenContent::Standing(relative::comparison(pair)?),
        Rule::period | Rule::date => {
            only_year(pair.as_str()).map_or(TokenContent::Words, TokenContent::Year)
        }
        _ => TokenContent::Words,
    };
    let end = pair.start() + pair.as_str().trim_end().len();
    Some(PhraseToken {
        rule,
        start: pair.start(),
        // A number takes the blanks behind it along in the grammar. Without them its neighbours can ask whether
        // anything stands between.
        end: if rule == Rule::gap { pair.end() } else { end },
        content,
    })
}
