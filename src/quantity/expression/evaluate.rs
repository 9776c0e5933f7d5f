//! From the parsed expression to the bounds of its value.

use pest::iterators::Pair;

use crate::quantity::{Decimal, numeral};

use super::{Relation, Rounded, Rule};

/// The relation a rule of the grammar stands for.
pub(super) fn relation(rule: Rule) -> Option<Relation> {
    Some(match rule {
        Rule::at_most => Relation::AtMost,
        Rule::at_least => Relation::AtLeast,
        Rule::less => Relation::Less,
        Rule::more => Relation::More,
        Rule::equal => Relation::Equal,
        _ => return None,
    })
}

/// Works out one part; `percent` becomes true when a percentage is met.
pub(super) fn evaluate(part: Pair<'_, Rule>, percent: &mut bool) -> Option<Rounded> {
    match part.as_rule() {
        Rule::number => number(part, percent),
        Rule::negative => {
            let inner = part.into_inner().find(|inner| inner.as_rule() != Rule::minus)?;
            Some(evaluate(inner, percent)?.negative())
        }
        Rule::power => {
            let mut parts = part.into_inner();
            let base = evaluate(parts.next()?, percent)?;
            match parts.next() {
                Some(exponent) => base.power(evaluate(exponent, percent)?),
                None => Some(base),
            }
        }
        _ => chain(part, percent),
    }
}

/// A sum or a product, from left to right.
fn chain(part: Pair<'_, Rule>, percent: &mut bool) -> Option<Rounded> {
    let mut parts = part.into_inner();
    let mut value = evaluate(parts.next()?, percent)?;
    while let Some(sign) = parts.next() {
        let next = evaluate(parts.next()?, percent)?;
        value = match sign.as_rule() {
            Rule::plus => value.plus(next),
            Rule::minus => value.minus(next),
            Rule::times => value.times(next),
            _ => value.over(next),
        }?;
    }
    Some(value)
}

fn number(part: Pair<'_, Rule>, percent: &mut bool) -> Option<Rounded> {
    let (mut value, mut factor) = (None, Decimal::ONE);
    for piece in part.into_inner() {
        match piece.as_rule() {
            Rule::digits => value = Rounded::printed(numeral::digits(piece.as_str())?),
            Rule::magnitude => factor = factor.checked_mul(numeral::magnitude(piece.as_str())?)?,
            Rule::percent => {
                *percent = true;
                factor = factor.checked_mul(Decimal::new(1, 2))?;
            }
            Rule::permille => factor = factor.checked_mul(Decimal::new(1, 3))?,
            _ => {}
        }
    }
    value?.scaled(factor)
}
