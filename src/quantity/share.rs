//! Shares in words: 百分之八十, 八成半, 三分之二, 一半.

use super::{Decimal, cut::PhraseNode, grammar::Rule, numeral};

/// 百分之八十, 八成半, 三分之二, 一半: a share in percent.
pub(super) fn share_in_percent(pair: PhraseNode<'_>) -> Option<Decimal> {
    let text = pair.as_str();
    let hundred = Decimal::ONE_HUNDRED;
    match pair.as_rule() {
        Rule::half => Some(Decimal::from(50)),
        Rule::tenths => {
            let (whole, rest) = text.split_once('成')?;
            let ones = if rest == "半" { Some(Decimal::from(5)) } else { digits_or_chinese(rest) };
            digits_or_chinese(whole)?
                .checked_mul(Decimal::TEN)?
                .checked_add(ones.unwrap_or_default())
        }
        Rule::fraction => {
            let (below, above) = text.split_once("分之")?;
            numeral::value_of_chinese_numeral(above)?
                .checked_mul(hundred)?
                .checked_div(numeral::value_of_chinese_numeral(below)?)
        }
        _ => {
            let (below, above) = text.split_once("分之")?;
            digits_or_chinese(above)?
                .checked_mul(hundred)?
                .checked_div(numeral::value_of_chinese_numeral(below)?)
        }
    }
}

/// A number in digits or in Chinese numerals.
fn digits_or_chinese(text: &str) -> Option<Decimal> {
    numeral::value_of_digits(text).or_else(|| numeral::value_of_chinese_numeral(text))
}
