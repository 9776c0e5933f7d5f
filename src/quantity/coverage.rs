//! Full coverage and zero: 公办学校全覆盖, 100%社区, 5个试点镇全部, 动态清零.

use std::sync::Arc;

use super::candidate::{Candidate, NumberRole};
use super::described::followed_by_noun;
use super::figure::{FigureNotation, QuantityFigure};
use super::fold::Fold;
use super::grammar::Rule;
use super::tokens::{PhraseToken, TokenContent};
use super::{Comparator, Decimal, Direction};

/// Adds the target of a coverage word.
pub(super) fn add_coverage_word(fold: &mut Fold<'_>, at: usize, token: &PhraseToken) {
    match token.rule {
        Rule::coverage => all(fold, at),
        // 全部达到60% is a floor for each and 5个试点镇全部 is a count; only where neither a number nor a standing
        // is told does 全部 itself promise a hundred percent.
        Rule::all_of | Rule::all_the | Rule::all_words if all_stands_alone(fold, at) => {
            all(fold, at)
        }
        Rule::two_digits => two_digits(fold, at),
        Rule::front | Rule::headless_rank if fills_clause(fold, at) => {
            let target = fold.blank(at, at, Comparator::Qualitative);
            fold.targets.push(target);
        }
        // 一村一品 is coverage only where nothing else in the phrase says how far: 一村一品，覆盖率达到80% promises 80.
        Rule::common_practice if fold.candidates.is_empty() && fold.targets.is_empty() => {
            all(fold, at)
        }
        Rule::zero => {
            // A cap with its side, since the words name it themselves: 动态清零 needs no catalogue to say that less
            // is better.
            let mut target = fold.blank(at, at, Comparator::AtMost);
            target.high = Some(Decimal::ZERO);
            target.heading = Some(Direction::Lower);
            fold.targets.push(target);
        }
        _ => {}
    }
}

/// Whether the words between two pauses around `at` hold no number, standing or coverage.
fn fills_clause(fold: &Fold<'_>, at: usize) -> bool {
    let inside = |token: &&PhraseToken| !matches!(token.rule, Rule::stop | Rule::pause);
    let mut before = fold.tokens.iter().take(at).rev().take_while(inside);
    let mut behind = fold.tokens.iter().skip(at).take_while(inside);
    let says = |token: &PhraseToken| {
        !matches!(
            token.content,
            TokenContent::Words
                | TokenContent::Base(..)
                | TokenContent::Year(_)
                | TokenContent::Own(..)
        )
    };
    !before.any(says) && !behind.any(says)
}

/// 两位数增长 is a growth of ten percent at least.
fn two_digits(fold: &mut Fold<'_>, at: usize) {
    let mut target = fold.blank(at, at, Comparator::AtLeast);
    target.low = Some(Decimal::TEN);
    target.unit = QuantityFigure::percent(Decimal::TEN).unit;
    target.heading = Some(Direction::Higher);
    fold.targets.push(target);
}

/// Whether 全部 is neither the object of a number nor followed by one, a standing or another coverage word.
fn all_stands_alone(fold: &Fold<'_>, at: usize) -> bool {
    let before = fold.tokens.iter().take(at).rev().take_while(|token| token.rule != Rule::stop);
    let behind = fold.tokens.iter().skip(at + 1).take_while(|token| token.rule != Rule::stop);
    let whole = |token: &PhraseToken| token.figure().is_some();
    let said = |token: &PhraseToken| {
        token.figure().is_some()
            || matches!(token.rule, Rule::coverage | Rule::relative | Rule::zero)
    };
    !before.into_iter().any(whole) && !behind.into_iter().any(said)
}

/// Adds full coverage of the object named before the token `at`.
fn all(fold: &mut Fold<'_>, at: usize) {
    let mut target = fold.blank(at, at, Comparator::All);
    target.object =
        every(fold, at).or_else(|| object_before(fold, at)).or_else(|| object_behind(fold, at));
    hundred(&mut target);
    fold.targets.push(target);
}

/// `5个试点镇全部达到`: as many as there are.
pub(super) fn add_whole_count(fold: &mut Fold<'_>, candidate: &Candidate, figure: &QuantityFigure) {
    let mut target = fold.blank(candidate.at, candidate.at, Comparator::All);
    (target.low, target.high) = (Some(figure.low), Some(figure.high));
    target.unit.clone_from(&figure.unit);
    target.object = object_behind(fold, candidate.at);
    fold.targets.push(target);
}

/// Whether 100 % stands directly before the words it is the share of.
pub(super) fn is_share_of_all(
    fold: &Fold<'_>,
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let beside = &candidate.beside;
    figure.is_percent()
        && figure.shape == FigureNotation::Plain
        && figure.low == Decimal::ONE_HUNDRED
        && candidate.role == NumberRole::Target
        // 100%以上 bounds an indicator's value; a share of all stands bare before what it is a share of.
        && beside.behind.is_none()
        && beside.sign.is_none()
        && (followed_by_noun(fold.tokens, beside.last) || is_partitive(fold.tokens, beside.last))
}

/// `100%的县`, `100% of citizens`.
fn is_partitive(tokens: &[PhraseToken], last: usize) -> bool {
    let mut behind = tokens.iter().skip(last + 1).filter(|token| token.rule != Rule::gap);
    behind.next().is_some_and(|token| matches!(token.rule, Rule::of | Rule::share_of))
        && behind.next().is_some_and(|token| token.rule != Rule::goal_word)
}

/// Adds the coverage that `100%社区` states.
pub(super) fn share_of_all(fold: &mut Fold<'_>, candidate: &Candidate) {
    let mut target = fold.blank(candidate.at, candidate.at, Comparator::All);
    target.object = object_before(fold, candidate.at).or_else(|| object_behind(fold, candidate.at));
    hundred(&mut target);
    fold.targets.push(target);
}

/// Puts 100 % into a target.
fn hundred(target: &mut super::Quantity) {
    let figure = QuantityFigure::percent(Decimal::ONE_HUNDRED);
    (target.low, target.high, target.unit) = (Some(figure.low), Some(figure.high), figure.unit);
}

/// The words of the clause before the token `at`, behind the last verb or 对.
fn object_before(fold: &Fold<'_>, at: usize) -> Option<Arc<str>> {
    let mut start = None;
    let mut end = None;
    for token in fold.tokens.iter().take(at).rev() {
        match token.rule {
            Rule::stop | Rule::open | Rule::reach | Rule::firm | Rule::softener | Rule::base => {
                break;
            }
            // What stands before another number is that number's object.
            Rule::quantity | Rule::range | Rule::ratio => break,
            Rule::gap | Rule::close if end.is_none() => {}
            _ => {
                start = Some(token.start);
                end = end.or(Some(token.end));
            }
        }
    }
    object_without_verbs(fold.folded.written(start?, end?))
}

/// `所有乡镇实现…全覆盖`: what stands between 所有 and the verb.
fn every(fold: &Fold<'_>, at: usize) -> Option<Arc<str>> {
    let clause = fold.tokens.iter().take(at).rev().take_while(|token| token.rule != Rule::stop);
    let verb = clause.filter(|token| token.rule == Rule::reach).last()?;
    let words = fold.folded.text.get(..verb.start)?;
    // The last 所有 before the verb names who is covered; what stands behind the verb is what they get:
    // 所有乡镇实现污水处理全覆盖.
    let start = words.rfind("所有")?;
    object_without_verbs(fold.folded.written(start, verb.start).trim_end_matches(['均', '都']))
}

/// The words of the clause behind the token `at`.
fn object_behind(fold: &Fold<'_>, at: usize) -> Option<Arc<str>> {
    let mut behind = fold.tokens.iter().skip(at + 1).take_while(|token| {
        !matches!(token.rule, Rule::stop | Rule::reach | Rule::all_of | Rule::alike | Rule::close)
    });
    let mut behind = behind
        .by_ref()
        .skip_while(|token| matches!(token.rule, Rule::gap | Rule::of | Rule::share_of));
    let start = behind.next()?;
    let end = behind.last().unwrap_or(start).end;
    object_without_verbs(fold.folded.written(start.start, end))
}

/// `words` without the verbs around the object.
fn object_without_verbs(words: &str) -> Option<Arc<str>> {
    const VERBS: [&str; 6] = ["推动", "推进", "促进", "做到", "继续", "所有"];
    // 实现对重点企业全覆盖: the object follows 对.
    let behind_to = words.rfind('对').and_then(|at| words.get(at + '对'.len_utf8()..));
    let mut words = behind_to.filter(|rest| !rest.is_empty()).unwrap_or(words).trim();
    while let Some(rest) = VERBS.iter().find_map(|verb| words.strip_prefix(verb)) {
        words = rest;
    }
    (!words.is_empty()).then(|| Arc::from(words))
}

#[cfg(test)]
mod tests {
    use crate::quantity::read_phrase;

    #[test]
    fn full_coverage_is_of_what_stands_behind_the_last_dui_and_without_verbs() {
        for (phrase, object) in [
            ("实现对重点企业全覆盖", "重点企业"),
            ("推动对所有社区全覆盖", "社区"),
            ("继续推进公办学校全覆盖", "公办学校"),
            ("结对公办学校全覆盖", "公办学校"),
            ("点对点结对全覆盖", "点对点结对"),
        ] {
            let reading = read_phrase(phrase);
            let objects: Vec<_> =
                reading.targets.iter().map(|target| target.object.as_deref()).collect();
            assert_eq!(objects, [Some(object)], "{phrase}");
        }
    }
}
