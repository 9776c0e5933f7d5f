//! Numbers that describe what a clause is about instead of being its target: an age, a size, a count of those concerned.

use super::base::ChangeSide;
use super::candidate::{Candidate, paused};
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::tokens::PhraseToken;

/// `3岁以下婴幼儿`, `居住5年以上`, `再延长30年`: an age or a duration that describes.
pub(super) fn is_span_of_life(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let behind = candidate.beside.last;
    // An age before a noun says who is meant, 3岁以下婴幼儿; behind a verb it is the value, 达到79岁.
    if figure.unit_is(|name| matches!(name, "岁" | "周岁")) {
        return followed_by_noun(tokens, behind) && !candidate.beside.taken;
    }
    // A number of years is a duration (再延长30年) nearly everywhere. It is a value where it is all the cell says or
    // where the name is counted in years, 受教育年限达到12年.
    let years = figure.unit_is(|name| matches!(name, "年" | "year" | "years"));
    years
        && !candidate.beside.taken
        && !is_all_of_phrase(tokens, candidate)
        && !names_years(tokens, candidate)
}

/// Whether the phrase holds nothing else.
fn is_all_of_phrase(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let inside = candidate.beside.first..=candidate.beside.last;
    tokens
        .iter()
        .enumerate()
        .all(|(index, token)| inside.contains(&index) || token.rule == Rule::gap)
}

/// Whether the name before the number is counted in years: 年限, 寿命.
fn names_years(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    // A blank or a bracket may stand between the name and its number.
    let before = tokens.iter().take(candidate.beside.first).rev().take(3);
    before.into_iter().any(|token| token.rule == Rule::years_name)
}

/// A number directly before 的, unless it is a share of what follows (`40%以上的县`) or the goal itself (`75%的目标`).
pub(super) fn is_attribute(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let mut behind = tokens.iter().skip(candidate.beside.last + 1);
    if behind.next().is_none_or(|token| token.rule != Rule::of) {
        return false;
    }
    // 75%的目标 is the goal itself, though 的 stands behind the number.
    if behind.next().is_some_and(|token| token.rule == Rule::goal_word) {
        return false;
    }
    let measured = tokens
        .iter()
        .take(candidate.beside.first)
        .next_back()
        .is_some_and(|token| matches!(token.rule, Rule::rate_name | Rule::measured_name));
    // 100亿元的企业 describes the firm. 40%以上的县 is a share of the counties, unless a name of something measured
    // stands before the number: then the percentage is that name's, 比重达40%的县.
    !figure.is_percent() || measured
}

/// `5个试点镇全部达到…`: a count before 全部 in a clause without another number.
pub(super) fn is_count_before_all(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let clause = tokens.iter().skip(candidate.beside.last + 1);
    let mut clause = clause.take_while(|token| token.rule != Rule::stop);
    clause.any(|token| matches!(token.rule, Rule::all_of))
}

/// `5个试点镇…高于全市平均`: a count of those whose standing the clause states.
pub(super) fn is_before_standing(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let clause = tokens.iter().skip(candidate.beside.last + 1);
    let mut clause = clause.take_while(|token| token.rule != Rule::stop);
    clause.any(|token| matches!(token.rule, Rule::relative | Rule::rank))
}

/// `上升5位至第3位`: how many places lead to the rank behind.
pub(super) fn counts_places(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    figure.unit_is(|name| name == "位") && is_before_standing(tokens, candidate)
}

/// `10亿元以上项目超过20个`: a qualified number before a noun gives way to the number the clause ends with.
pub(super) fn gives_way(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    next: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    // The bound is on what is counted, 10亿元以上项目, and the count closes the clause, 超过20个. Of two numbers in
    // one unit, or of two with nouns behind them, neither describes the other.
    let qualified = candidate.beside.behind.is_some() || candidate.beside.sign.is_some();
    let Some(other) = tokens.get(next.at).and_then(PhraseToken::figure) else { return false };
    let changed =
        next.beside.turn == Some(ChangeSide::Rise) || next.beside.turn == Some(ChangeSide::Fall);
    qualified
        && !changed
        && followed_by_noun(tokens, candidate.beside.last)
        && !paused(tokens, candidate, next)
        && figure.unit != other.unit
        && !followed_by_noun(tokens, next.beside.last)
}

/// `七大流域…达到70%`, `万元GDP能耗…0.8吨`: a bare number at the head of a clause that says whom the other concerns.
pub(super) fn describes(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    next: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let Some(other) = tokens.get(next.at).and_then(PhraseToken::figure) else { return false };
    let beside = &candidate.beside;
    let foreign = figure.unit != other.unit;
    let bare = !beside.taken && followed_by_noun(tokens, beside.last);
    let tied = next.beside.taken && !is_attribute(tokens, next, other);
    let heads = heads_clause(tokens, beside.first);
    // 万元GDP能耗: a power of ten in words at the head is a part of the name even across a pause,
    // 万元GDP、万元工业增加值能耗.
    let named = figure.round && heads && tied;
    let apart = paused(tokens, candidate, next);
    // Two numbers of one unit may both be targets, so only one of another unit may describe: in 七大流域达到70% the
    // seven counts basins, in 5%左右、6%左右 nothing describes anything.
    bare && (named || !apart && (heads && tied && foreign || figure.round && (heads || foreign)))
}

/// `亿元GDP生产安全事故死亡率`: so much money is what the indicator is counted on.
pub(super) fn is_money_name(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    let beside = &candidate.beside;
    let bare = !beside.taken && beside.behind.is_none() && followed_by_noun(tokens, beside.last);
    figure.round
        && bare
        // 亿元 and 万元 are what rates are counted on; 万人 before a name is as often the number of those concerned.
        && figure.unit_is(|name| name == "元")
        && heads_clause(tokens, beside.first)
}

/// Whether nothing but a time stands before the token `first` in its clause.
fn heads_clause(tokens: &[PhraseToken], first: usize) -> bool {
    let before = tokens.iter().take(first).rev();
    let mut before = before.take_while(|token| !matches!(token.rule, Rule::stop | Rule::pause));
    before
        .all(|token| matches!(token.rule, Rule::gap | Rule::period | Rule::softener | Rule::scope))
}

/// Whether ordinary words follow the token `last` directly.
pub(super) fn followed_by_noun(tokens: &[PhraseToken], last: usize) -> bool {
    tokens.get(last + 1).is_some_and(|token| {
        !matches!(
            token.rule,
            Rule::stop
                | Rule::pause
                | Rule::open
                | Rule::close
                | Rule::gap
                | Rule::of
                | Rule::after_ge
                | Rule::after_le
                | Rule::after_about
                | Rule::quantity
                | Rule::range
                | Rule::ratio
                | Rule::base
                | Rule::behind_base
        )
    })
}
