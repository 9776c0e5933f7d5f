//! The arithmetic that a plan prints, worked out between the bounds its rounded numbers leave.

mod evaluate;
mod grammar;
mod relation;
mod span;

use pest::Parser;

use crate::text::fold_full_width;

use evaluate::{evaluate, relation_of_rule};
use grammar::{ExpressionParser, Rule};

pub use relation::{ExpressionRelation, Signs};
pub use span::Rounded;

/// The longest expression that is read, in characters, and the deepest brackets: what is printed in a plan is far from both.
// Both bound the parser's work on text from strangers: the grammar goes one call deeper for each bracket and each
// minus.
const LONGEST: usize = 500;
const DEEPEST: usize = 20;

/// An expression that was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// What its left side comes to.
    pub value: Rounded,
    /// What it is compared with, when it is: part ≤ whole.
    pub beside: Option<(ExpressionRelation, Rounded)>,
    /// What stands beside its numbers.
    pub signs: Signs,
}

/// Works out `text`; `None` when it is no expression, divides by zero, or leads to numbers that are too large.
#[must_use]
pub fn reckon(text: &str) -> Option<Reckoned> {
    let folded = fold_full_width(text.trim());
    // Openings are counted without asking which are closed again. The count may be too high and never too low, which
    // is all that a bound needs.
    let depth = folded.bytes().filter(|byte| matches!(byte, b'(' | b'[' | b'-')).count();
    if folded.chars().nth(LONGEST).is_some() || depth > DEEPEST {
        return None;
    }
    let mut parts = ExpressionParser::parse(Rule::expression, &folded).ok()?.next()?.into_inner();
    let mut signs = Signs::default();
    let value = evaluate(parts.next()?, &mut signs)?;
    let said = parts.next().and_then(|part| relation_of_rule(part.as_rule()));
    let beside = match said {
        Some(relation) => Some((relation, evaluate(parts.next()?, &mut signs)?)),
        None => None,
    };
    Some(Reckoned { value, beside, signs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Decimal;

    fn value(text: &str) -> Rounded {
        reckon(text).unwrap_or_else(|| panic!("{text}")).value
    }

    fn holds(text: &str, number: &str) -> bool {
        let number: Decimal = number.parse().unwrap();
        let value = value(text);
        value.low <= number && number <= value.high
    }

    #[test]
    fn signs_and_brackets_bind_as_at_school() {
        assert!(holds("2 + 3 × 4", "14"));
        assert!(holds("(2＋3)×4", "20"));
        assert!(holds("2 × 3^2", "18"));
        assert!(holds("10 − 4 − 3", "3"));
        assert!(holds("100 / 5 / 2", "10"));
        assert!(holds("−3 + 5", "2"));
        assert!(holds("1,234万 + 1", "12340001"));
        assert!(holds("56779人 / (548568人 − 56779人)", &value("56779/491789").low.to_string()));
    }

    #[test]
    fn rounded_numbers_leave_room_and_counts_do_not() {
        let exact = value("341128 + 207440");
        assert_eq!((exact.low, exact.high), (Decimal::from(548_568), Decimal::from(548_568)));
        assert!(holds("54.86万 + 0", "548649") && !holds("54.86万 + 0", "548651"));
        assert!(holds("100 × (1 + 5%)^5", "127.62815625"));
    }

    #[test]
    fn only_a_quotient_of_two_exact_numbers_is_exact() {
        let exact = Decimal::TWO;
        assert_eq!(value("6 / 3"), Rounded { low: exact, high: exact });
        assert!(holds("6.0 / 3", "2.016") && !holds("6.0 / 3", "2.017"));
        assert!(holds("6 / 3.0", "2.033") && !holds("6 / 3.0", "2.034"));
    }

    #[test]
    fn whole_numbers_with_a_sign_behind_them_are_rounded_too() {
        assert!(holds("55万人 + 12万人", "679999") && !holds("55万人 + 12万人", "680001"));
        assert!(holds("37% + 38%", "0.76") && !holds("37% + 38%", "0.77"));
        assert!(holds("100% − 62.19%", "0.37815") && !holds("100% − 62.19%", "0.3782"));
        assert!(holds("6.35百分点 + 5.8‰", "0.0693") && holds("3千万元 + 2千人", "30002000"));
        assert!(holds("5千克 + 1", "6"));
    }

    #[test]
    fn what_is_no_arithmetic_is_said_to_be_none() {
        for text in ["", "约三成", "1 +", "(1", "1 / 0", "2^1000", "9999999999999999999^9", "1 ≤"]
        {
            assert_eq!(reckon(text), None, "{text}");
        }
        assert_eq!(reckon(&"(".repeat(100_000)), None);
        assert_eq!(reckon(&format!("{}1{}", "(".repeat(200), ")".repeat(200))), None);
    }

    #[test]
    fn two_sides_are_compared() {
        let said = |text: &str| {
            let reckoned = reckon(text).unwrap();
            let (relation, right) = reckoned.beside.unwrap();
            relation.can_hold(reckoned.value, right)
        };
        assert!(said("12.5 ≤ 60") && said("60 ≤ 60") && said("40 + 20 = 60"));
        assert!(!said("61 ≤ 60") && !said("30 > 60"));
        // Both ends of what rounding leaves count: 12.5 may be 12.46 beside 12.54.
        assert!(!said("60 < 60") && !said("60 > 60") && said("59 < 60") && said("61 > 60"));
        assert!(said("12.5 < 12.5") && said("12.5 > 12.5") && said("12.5 = 12.6"));
        assert!(said("12.5公里不超过60公里") && !said("61人不超过60人") && said("60个不少于60个"));
    }
}
