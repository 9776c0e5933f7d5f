//! Words beside a number that change it in a way no rule reads: better no number than a wrong one.

use std::ops::Range;

use super::Comparator;
use super::base::ChangeSide;
use super::candidate::{Candidate, NumberRole};
use super::figure::FigureNotation;
use super::grammar::Rule;
use super::neighbours::NumberContext;
use super::tokens::{PhraseToken, TokenContent};
use super::words_that_change::AMENDS;

/// Words that deny what stands directly behind them.
const DENIALS: [&str; 19] = [
    // Only directly before the number and its words: 不 is also a part of 不低于, which the grammar has taken as a
    // comparator by then, so what is left over denies.
    "不等于",
    "达不到",
    "超额",
    "不",
    "不再",
    "非",
    "未",
    "未能",
    "没有",
    "不一定",
    "不必",
    "无需",
    "无须",
    "难以",
    "并不",
    "不是",
    "不含",
    "不包括",
    "不算",
];

/// The bytes of the words beside a target that leave open what it says.
pub(super) fn doubted(
    text: &str,
    tokens: &[PhraseToken],
    candidate: &Candidate,
) -> Option<Range<usize>> {
    let beside = &candidate.beside;
    // What is said of a condition or a base value changes no target.
    if candidate.role != NumberRole::Target {
        return None;
    }
    let start = tokens.get(beside.first).map_or(0, |token| token.start);
    let end = tokens.get(beside.last).map_or(text.len(), |token| token.end);
    // A denial is named first and alone, since the drafter has to see the word that turns the number round, not all
    // that follows it.
    denied(text, tokens, beside).map(|first| first..end).or_else(|| {
        let changed = amended(text, tokens, candidate)
            || is_lettered(text, tokens, candidate)
            || is_tentative(tokens, beside.last)
            || is_multiplied(tokens, beside.last)
            || misplaces_itself(tokens, candidate)
            || is_one_side(text, tokens, candidate);
        let last = tokens.iter().skip(beside.last + 1).find(|token| token.rule == Rule::stop);
        let behind = last.map_or(text.len(), |token| token.start);
        changed.then_some(start..behind).or_else(|| contradicts(beside).then_some(start..end))
    })
}

/// 不足70以上, 约70以上: what stands before the number and what stands behind it do not agree.
fn contradicts(beside: &NumberContext) -> bool {
    use Comparator::{Approx, AtLeast, AtMost, LessThan, MoreThan};
    matches!(
        (beside.sign, beside.behind),
        // 不足70以上 may be a slip of either word. Choosing one would state a target that half of its readers deny.
        (Some(LessThan | AtMost | Approx), Some(AtLeast))
            | (Some(MoreThan | AtLeast | Approx), Some(AtMost))
    )
}

/// 70%以上（含60%）, 70%（不含）: brackets that tell of the number itself beside one they cannot mean.
fn misplaces_itself(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    use Comparator::{AtLeast, AtMost, LessThan, MoreThan, Range};
    let Some((included, at)) = candidate.beside.own else { return false };
    let Some(figure) = tokens.get(candidate.at).and_then(PhraseToken::figure) else { return false };
    let other = match tokens.get(at).map(|token| &token.content) {
        // Brackets that name another number than the one before them, 70%以上（含60%）, hold a slip in one of the
        // two.
        Some(TokenContent::Own(Some(told))) => told.low != figure.high || told.high != figure.high,
        _ => false,
    };
    let sided = match candidate.beside.outer(figure) {
        AtLeast | AtMost | MoreThan | LessThan => true,
        // 5至10（含10） only says what a range says anyway; （不含10） would open one end, which a range has no
        // place for.
        Range => included,
        _ => false,
    };
    other || !sided
}

/// 25%和30%之间: both numbers bound one value, and this is only one of them. 下降-5%: a fall of less than nothing.
fn is_one_side(text: &str, tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let Some(token) = tokens.get(candidate.at) else { return false };
    let Some(figure) = token.figure() else { return false };
    let behind = text.get(token.end..).unwrap_or_default().trim_start();
    let between = behind.starts_with("之间") && figure.shape != FigureNotation::Range;
    let before = tokens.get(candidate.beside.first).and_then(|first| text.get(..first.start));
    // 70%以上，含70%: the number is told once more without brackets and is no second target.
    let told = before.is_some_and(|before| before.ends_with('含'))
        && tokens.get(candidate.beside.last + 1).is_none_or(|next| next.rule == Rule::stop);
    between
        || told
        // 下降-5% is a rise to one reader and a fall to the next.
        || candidate.beside.turn == Some(ChangeSide::Fall)
            && figure.low.is_sign_negative()
            && !figure.low.is_zero()
}

/// 原则上不再70, 不再低于70%.
fn denied(text: &str, tokens: &[PhraseToken], beside: &NumberContext) -> Option<usize> {
    let start = tokens.get(beside.first).map_or(0, |token| token.start);
    let before = text.get(..start).unwrap_or_default().trim_end();
    DENIALS.iter().find(|word| before.ends_with(**word)).map(|word| before.len() - word.len())
}

/// 70除外, 70%±5%; 左右 and 上下 are already a part of the number.
fn amended(text: &str, tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    [candidate.at, candidate.beside.last].iter().any(|&at| {
        let end = tokens.get(at).map_or(text.len(), |token| token.end);
        let behind = text.get(end..).unwrap_or_default().trim_start();
        AMENDS.iter().any(|word| behind.starts_with(word))
    })
}

/// 400B, 30M: one letter grown together with the number, which no unit reads and which may be a magnitude.
fn is_lettered(text: &str, tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let Some(number) = tokens.get(candidate.at) else { return false };
    let is_bare =
        // A unit that was read ends in its own letter, 30GB; here the number ends in its digits and the letter is
        // nobody's.
        text.get(..number.end).is_some_and(|read| read.ends_with(|c: char| c.is_ascii_digit()));
    let mut behind = text.get(number.end..).unwrap_or_default().chars();
    let is_letter = behind.next().is_some_and(|first| first.is_ascii_alphabetic())
        && behind.next().is_none_or(|second| !second.is_ascii_alphabetic());
    let is_read = || {
        let next = tokens.get(candidate.at + 1);
        next.is_some_and(|next| {
            next.start == number.end && !matches!(next.rule, Rule::other | Rule::plain_word)
        })
    };
    is_bare && is_letter && !is_read()
}

/// 70（待定）.
fn is_tentative(tokens: &[PhraseToken], last: usize) -> bool {
    let mut behind = tokens.iter().skip(last + 1).filter(|token| token.rule != Rule::gap);
    behind.next().is_some_and(|token| token.rule == Rule::open)
        && behind.next().is_some_and(|token| token.rule == Rule::blank)
}

/// 25%的2倍, 70%的一半.
fn is_multiplied(tokens: &[PhraseToken], last: usize) -> bool {
    let mut behind = tokens.iter().skip(last + 1);
    let owned = behind.next().is_some_and(|token| token.rule == Rule::of);
    let figure = behind.next().and_then(PhraseToken::figure);
    owned && figure.is_some_and(|figure| figure.is_percent() || figure.unit_is(|name| name == "倍"))
}

#[cfg(test)]
mod tests {
    use crate::quantity::{ReadingKind, read_phrase};

    #[test]
    fn a_letter_grown_together_with_a_number_is_its_unit_or_makes_it_unreadable() {
        for phrase in ["400B", "₱550B+", "30M"] {
            assert_eq!(read_phrase(phrase).kind, ReadingKind::Unreadable, "{phrase}");
        }
        for phrase in ["70km", "3 MW", "€5bn", "100家APP", "30% of GDP"] {
            assert_eq!(read_phrase(phrase).kind, ReadingKind::Targets, "{phrase}");
        }
    }
}
