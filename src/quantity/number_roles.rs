//! Which of the numbers of a phrase are its targets, and which are conditions, base values or the size of a whole.

use super::candidate::{Candidate, NumberRole, paused, tokens_between};
use super::described::{
    counts_places, describes, followed_by_noun, gives_way, is_attribute, is_before_standing,
    is_count_before_all, is_money_name, is_span_of_life,
};
use super::figure::{FigureNotation, QuantityFigure};
use super::grammar::Rule;
use super::neighbours::NumberContext;
use super::tokens::PhraseToken;
use super::{lists, path};

/// All numbers of `tokens` with their roles.
pub(super) fn candidates(tokens: &[PhraseToken]) -> Vec<Candidate> {
    let figures = tokens.iter().enumerate().filter(|(_, token)| token.figure().is_some());
    let mut candidates: Vec<Candidate> = figures
        .map(|(at, _)| Candidate {
            at,
            beside: NumberContext::of(tokens, at),
            role: NumberRole::Target,
        })
        .collect();
    // Before roles are given: a number in a row has its verb from the first, and by its verb it is known for a
    // target.
    lists::share_list_words(tokens, &mut candidates);
    for index in 0..candidates.len() {
        // From left to right, since a role may depend on the one before it, which has its own by then; the one
        // behind is only looked at as it stands.
        let next = following(tokens, &candidates, index).cloned();
        let before = index.checked_sub(1).and_then(|index| candidates.get(index)).cloned();
        if let Some(candidate) = candidates.get_mut(index) {
            candidate.role = role_of_number(tokens, candidate, before.as_ref(), next.as_ref());
        }
    }
    candidates
}

/// The number after `index`; after a power of ten in words (万元GDP、万元增加值) the first that is none.
fn following<'a>(
    tokens: &[PhraseToken],
    all: &'a [Candidate],
    index: usize,
) -> Option<&'a Candidate> {
    let is_round = |candidate: &Candidate| {
        tokens.get(candidate.at).and_then(PhraseToken::figure).is_some_and(|figure| figure.round)
    };
    let round = all.get(index).is_some_and(is_round);
    let nearest = all.get(index + 1)?;
    if round && is_round(nearest) { all.get(index + 2).or(Some(nearest)) } else { Some(nearest) }
}

/// What `candidate` is for, seen with its neighbours.
fn role_of_number(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    before: Option<&Candidate>,
    next: Option<&Candidate>,
) -> NumberRole {
    let Some(figure) = tokens.get(candidate.at).and_then(PhraseToken::figure) else {
        return NumberRole::Condition;
    };
    // What leads to a level is asked before clauses are parted, because a comma may stand between the two:
    // 提高1岁，达到79岁. A start or a condition never reaches over one.
    if next.is_some_and(|next| path::change_leads_to_level(tokens, candidate, next)) {
        return NumberRole::Change;
    }
    if path::is_listed_year(tokens, candidate, figure) || is_base_of_rate(tokens, candidate, figure)
    {
        return NumberRole::Condition;
    }
    if path::tells_earlier_value(tokens, candidate) {
        return NumberRole::Base;
    }
    let next = next.filter(|next| same_clause(tokens, candidate.at, next.at));
    if before.is_some_and(|before| path::comes_from(tokens, before, candidate)) {
        return NumberRole::Base;
    }
    if next.is_some_and(|next| path::leads_up(tokens, candidate, next)) {
        return NumberRole::Base;
    }
    let before = before.filter(|before| same_clause(tokens, before.at, candidate.at));
    let led = next
        .is_some_and(|next| starts_from(tokens, candidate) || arrow_to(tokens, candidate, next));
    if led && !candidate.beside.taken {
        return NumberRole::Base;
    }
    if is_money_name(tokens, candidate, figure)
        || is_span_of_life(tokens, candidate, figure)
        || is_attribute(tokens, candidate, figure)
    {
        return NumberRole::Condition;
    }
    if next.is_none() && !candidate.beside.taken && is_count_before_all(tokens, candidate) {
        return NumberRole::Whole;
    }
    if candidate.beside.turn.is_some() && counts_places(tokens, candidate, figure) {
        return NumberRole::Condition;
    }
    if next.is_none() && !candidate.beside.taken && is_before_standing(tokens, candidate) {
        return NumberRole::Condition;
    }
    let overshadowed = next.is_some_and(|next| {
        gives_way(tokens, candidate, next, figure) || describes(tokens, candidate, next, figure)
    });
    // A bare number before a noun, behind a target, goes on with that target's words: 覆盖率达到80%的3个县.
    let trailing = before.is_some_and(|before| before.role == NumberRole::Target)
        && !candidate.beside.taken
        && followed_by_noun(tokens, candidate.beside.last)
        && before.is_some_and(|before| !paused(tokens, before, candidate));
    if overshadowed || trailing { NumberRole::Condition } else { NumberRole::Target }
}

/// `12/10万`: how many the number before the stroke is counted on.
fn is_base_of_rate(tokens: &[PhraseToken], candidate: &Candidate, figure: &QuantityFigure) -> bool {
    let [.., number, stroke] = tokens.get(..candidate.at).unwrap_or_default() else { return false };
    // The stroke is the only sign of a list that has one byte.
    // Of the signs and words of a list (、 和 与 /) the stroke alone has one byte.
    let is_stroke = stroke.rule == Rule::pause && stroke.end - stroke.start == 1;
    let power = figure.low.to_string();
    // 12/10万 is a rate. 70%/80% are two values, and 1/3 is neither.
    let is_power = power.starts_with("100") && power.trim_end_matches('0') == "1";
    is_stroke && number.figure().is_some() && is_power
}

/// Whether no sentence sign stands between two tokens.
fn same_clause(tokens: &[PhraseToken], from: usize, to: usize) -> bool {
    let mut depth = 0_i32;
    for token in tokens_between(tokens, from, to) {
        match token.rule {
            Rule::stop if depth == 0 => return false,
            // A comma in brackets ends no clause: 25（2020年，全省）提高到30.
            Rule::open => depth += 1,
            Rule::close => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// Whether a rank at `at` is the one a later rank of the clause replaces: 从第35位跨入30强.
pub(super) fn is_left_behind(tokens: &[PhraseToken], at: usize) -> bool {
    // Eight tokens hold 从…第35位 with the words of a clause between; the bound keeps an early 从 from claiming a
    // rank far behind it.
    let mut before = tokens.iter().take(at).rev().take(8);
    let left = before.any(|token| token.rule == Rule::origin);
    let mut behind = tokens.iter().skip(at + 1).take_while(|token| token.rule != Rule::stop);
    left && behind.any(|token| token.rule == Rule::rank)
}

/// `from 14.5% to 17.5%`: where a range begins is where the change starts.
pub(super) fn is_from_to(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let before = tokens.iter().take(candidate.beside.first).rev();
    let link = |rule| matches!(rule, Rule::gap | Rule::plain_word | Rule::share_of | Rule::past);
    let word = before.into_iter().find(|token| !link(token.rule));
    figure.shape == FigureNotation::Range && word.is_some_and(|token| token.rule == Rule::origin)
}

/// `由2010年的5798人`, `较六普的77.44%`: the value a change starts from.
fn starts_from(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    // The year and the noun of the start stand between 由 and its number, 由2010年的5798人; a 由 further off belongs
    // to another verb.
    for token in tokens.iter().take(candidate.beside.first).rev().take(8) {
        match token.rule {
            Rule::origin | Rule::base => return true,
            Rule::period
            | Rule::of
            | Rule::gap
            | Rule::past
            | Rule::idle
            | Rule::other
            | Rule::plain_word => {}
            _ => return false,
        }
    }
    false
}

/// `60%→70%`.
fn arrow_to(tokens: &[PhraseToken], candidate: &Candidate, next: &Candidate) -> bool {
    tokens_between(tokens, candidate.at, next.at).any(|token| token.rule == Rule::arrow)
}
