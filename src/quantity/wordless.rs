//! Targets that state no number: assigned by a superior, hold, improve, words only.

use super::fold::Fold;
use super::grammar::Rule;
use super::tokens::PhraseToken;
use super::{Comparator, Quantity, Relative, relative};

/// The target of a phrase without numbers, if its words state one.
pub(super) fn target_without_number(fold: &Fold<'_>) -> Option<Quantity> {
    let find = |rules: &[Rule]| fold.tokens.iter().position(|token| rules.contains(&token.rule));
    // Numbers that are mere conditions do not hinder it. For the vaguer words below any number does, since it may be
    // the very value they announce.
    if let Some(at) = find(&[Rule::assigned]) {
        let mut target = fold.blank(at, at, Comparator::Assigned);
        let whose = fold.tokens.get(at).map_or("", |token| fold.words(token));
        target.relative = Some(Relative::Of(relative::assigning(whose)));
        return Some(target);
    }
    if !fold.candidates.is_empty() || find(&[Rule::blank]).is_some() {
        return None;
    }
    let (at, comparator) = None
        .or_else(|| {
            find(&[Rule::headless_rank, Rule::front]).map(|at| (at, Comparator::Qualitative))
        })
        // From the most particular to the vaguest: 保持全国前列 is a rank in words, 保持稳定提高 is held, and a bare
        // verb of change says least.
        .or_else(|| find(&[Rule::kept, Rule::steady]).map(|at| (at, Comparator::Hold)))
        .or_else(|| find(&[Rule::better]).map(|at| (at, Comparator::Improve)))
        .or_else(|| find(&[Rule::praised]).map(|at| (at, Comparator::Qualitative)))
        .or_else(|| reached_words(fold).map(|at| (at, Comparator::Qualitative)))
        .or_else(|| first_change_word(fold).map(|at| (at, Comparator::Improve)))?;
    Some(fold.blank(at, at, comparator))
}

/// 达到…水平, 达到或优于Ⅲ类: a level named by words.
fn reached_words(fold: &Fold<'_>) -> Option<usize> {
    let at = fold.tokens.iter().position(|token| matches!(token.rule, Rule::reach | Rule::gt))?;
    // 2030年前实现: what is reached by a year is what its row names.
    let says = |token: &PhraseToken| matches!(fold.words(token), "实现" | "完成");
    let before = at.checked_sub(1).and_then(|at| fold.tokens.get(at));
    let is_by = before.is_some_and(|token| token.rule == Rule::period);
    if is_by && at + 1 == fold.tokens.len() && fold.tokens.get(at).is_some_and(says) {
        return Some(at);
    }
    let mut behind = fold.tokens.iter().skip(at + 1);
    behind.any(|token| matches!(token.rule, Rule::goal_word | Rule::grade)).then_some(at)
}

/// A verb or noun of change: 服务水平提升, reduction in suicide.
fn first_change_word(fold: &Fold<'_>) -> Option<usize> {
    let turns = |token: &PhraseToken| {
        matches!(token.rule, Rule::rise | Rule::gain | Rule::grows | Rule::fall | Rule::fewer)
    };
    fold.tokens.iter().position(turns)
}
