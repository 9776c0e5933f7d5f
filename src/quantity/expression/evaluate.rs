//! From the parsed expression to the bounds of its value.

use pest::iterators::Pair;

use crate::quantity::{Decimal, numeral};

use super::{
    Rounded,
    grammar::Rule,
    relation::{ExpressionRelation, Signs},
};

/// The relation a rule of the grammar stands for.
pub(super) fn relation_of_rule(rule: Rule) -> Option<ExpressionRelation> {
    Some(match rule {
        Rule::at_most => ExpressionRelation::AtMost,
        Rule::at_least => ExpressionRelation::AtLeast,
        Rule::less => ExpressionRelation::Less,
        Rule::more => ExpressionRelation::More,
        Rule::equal => ExpressionRelation::Equal,
        _ => return None,
    })
}

/// Works out one part; what stands beside its numbers is noted in `signs`.
pub(super) fn evaluate(part: Pair<'_, Rule>, signs: &mut Signs) -> Option<Rounded> {
    match part.as_rule() {
        Rule::number => number_of_expression(part, signs),
        Rule::negative => {
            let inner = part.into_inner().find(|inner| inner.as_rule() != Rule::minus)?;
            Some(evaluate(inner, signs)?.negative())
        }
        Rule::power => {
            let mut parts = part.into_inner();
            let base = evaluate(parts.next()?, signs)?;
            match parts.next() {
                Some(exponent) => base.power(evaluate(exponent, signs)?),
                None => Some(base),
            }
        }
        _ => chain(part, signs),
    }
}

/// A sum or a product, from left to right.
fn chain(part: Pair<'_, Rule>, signs: &mut Signs) -> Option<Rounded> {
    let mut parts = part.into_inner();
    let mut value = evaluate(parts.next()?, signs)?;
    while let Some(sign) = parts.next() {
        let next = evaluate(parts.next()?, signs)?;
        value = match sign.as_rule() {
            Rule::plus => value.plus(next),
            Rule::minus => value.minus(next),
            Rule::times => value.times(next),
            _ => value.over(next),
        }?;
    }
    Some(value)
}

fn number_of_expression(part: Pair<'_, Rule>, signs: &mut Signs) -> Option<Rounded> {
    let (mut digits, mut factor, mut share) = (None, Decimal::ONE, false);
    for piece in part.into_inner() {
        match piece.as_rule() {
            Rule::digits => digits = numeral::value_of_digits(piece.as_str()),
            Rule::magnitude => {
                factor = factor.checked_mul(numeral::factor_of_magnitude(piece.as_str())?)?
            }
            Rule::percent => (share, factor) = (true, factor.checked_mul(Decimal::new(1, 2))?),
            Rule::permille => (share, factor) = (true, factor.checked_mul(Decimal::new(1, 3))?),
            _ => {}
        }
    }
    let digits = digits?;
    signs.share |= share;
    // Who compares a result with a cell has to know in which of the two, 55万 or 550000, the expression was printed.
    signs.magnitude |= factor > Decimal::ONE;
    // A whole number is a count and exact; 55万 and 38% are as rounded as 54.9万 is, 100% is all there is.
    // No sign says which whole numbers are rounded, and a count that is given room would let every wrong sum of
    // counts pass.
    let exact = digits.scale() == 0
        && (factor == Decimal::ONE || digits.checked_mul(factor)? == Decimal::ONE);
    let value = if exact { Rounded::exact(digits) } else { Rounded::printed(digits)? };
    value.scaled(factor)
}
