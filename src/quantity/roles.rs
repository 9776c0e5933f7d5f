//! Which of the numbers of a phrase are its targets, and which are conditions, base values or the size of a whole.

use super::base::Turn;
use super::beside::Beside;
use super::figure::{Figure, Shape};
use super::grammar::Rule;
use super::lists;
use super::path;
use super::tokens::Token;

/// What a number is for its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A value to reach.
    Target,
    /// A property of the object counted, an age, a duration.
    Condition,
    /// The value a change starts from.
    Base,
    /// The change that leads to the level behind it: 提高5个百分点至25%.
    Change,
    /// All of that many: 5个试点镇全部.
    Whole,
}

/// One number with the words beside it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its token.
    pub at: usize,
    /// What stands beside it.
    pub beside: Beside,
    /// What it is for.
    pub role: Role,
}

/// All numbers of `tokens` with their roles.
pub(super) fn candidates(tokens: &[Token]) -> Vec<Candidate> {
    let figures = tokens.iter().enumerate().filter(|(_, token)| token.figure().is_some());
    let mut candidates: Vec<Candidate> = figures
        .map(|(at, _)| Candidate { at, beside: Beside::of(tokens, at), role: Role::Target })
        .collect();
    lists::share(tokens, &mut candidates);
    for index in 0..candidates.len() {
        let next = following(tokens, &candidates, index).cloned();
        let before = index.checked_sub(1).and_then(|index| candidates.get(index)).cloned();
        if let Some(candidate) = candidates.get_mut(index) {
            candidate.role = role(tokens, candidate, before.as_ref(), next.as_ref());
        }
    }
    candidates
}

/// The number after `index`; after a power of ten in words (万元GDP、万元增加值) the first that is none.
fn following<'a>(tokens: &[Token], all: &'a [Candidate], index: usize) -> Option<&'a Candidate> {
    let is_round = |candidate: &Candidate| {
        tokens.get(candidate.at).and_then(Token::figure).is_some_and(|figure| figure.round)
    };
    let round = all.get(index).is_some_and(is_round);
    let nearest = all.get(index + 1)?;
    if round && is_round(nearest) { all.get(index + 2).or(Some(nearest)) } else { Some(nearest) }
}

/// What `candidate` is for, seen with its neighbours.
fn role(
    tokens: &[Token],
    candidate: &Candidate,
    before: Option<&Candidate>,
    next: Option<&Candidate>,
) -> Role {
    let Some(figure) = tokens.get(candidate.at).and_then(Token::figure) else {
        return Role::Condition;
    };
    if next.is_some_and(|next| path::leads_to(tokens, candidate, next)) {
        return Role::Change;
    }
    if path::is_listed_year(tokens, candidate, figure) || is_base_of_rate(tokens, candidate, figure)
    {
        return Role::Condition;
    }
    if path::is_told(tokens, candidate) {
        return Role::Base;
    }
    let next = next.filter(|next| same_clause(tokens, candidate.at, next.at));
    let before = before.filter(|before| same_clause(tokens, before.at, candidate.at));
    let led = next
        .is_some_and(|next| starts_from(tokens, candidate) || arrow_to(tokens, candidate, next));
    if led && !candidate.beside.taken {
        return Role::Base;
    }
    if is_money_name(tokens, candidate, figure)
        || is_span_of_life(tokens, candidate, figure)
        || is_attribute(tokens, candidate, figure)
    {
        return Role::Condition;
    }
    if next.is_none() && !candidate.beside.taken && is_whole(tokens, candidate) {
        return Role::Whole;
    }
    if next.is_none() && !candidate.beside.taken && is_before_standing(tokens, candidate) {
        return Role::Condition;
    }
    let overshadowed = next.is_some_and(|next| {
        gives_way(tokens, candidate, next, figure) || describes(tokens, candidate, next, figure)
    });
    let trailing = before.is_some_and(|before| before.role == Role::Target)
        && !candidate.beside.taken
        && followed_by_noun(tokens, candidate.beside.last)
        && before.is_some_and(|before| !paused(tokens, before, candidate));
    if overshadowed || trailing { Role::Condition } else { Role::Target }
}

/// `12/10万`: how many the number before the stroke is counted on.
fn is_base_of_rate(tokens: &[Token], candidate: &Candidate, figure: &Figure) -> bool {
    let [.., number, stroke] = tokens.get(..candidate.at).unwrap_or_default() else { return false };
    // The stroke is the only sign of a list that has one byte.
    let is_stroke = stroke.rule == Rule::pause && stroke.end - stroke.start == 1;
    let power = figure.low.to_string();
    let is_power = power.starts_with("100") && power.trim_end_matches('0') == "1";
    is_stroke && number.figure().is_some() && is_power
}

/// Whether no sentence sign stands between two tokens.
fn same_clause(tokens: &[Token], from: usize, to: usize) -> bool {
    let mut depth = 0_i32;
    for token in between(tokens, from, to) {
        match token.rule {
            Rule::stop if depth == 0 => return false,
            Rule::open => depth += 1,
            Rule::close => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// Whether a rank at `at` is the one a later rank of the clause replaces: 从第35位跨入30强.
pub(super) fn is_left_behind(tokens: &[Token], at: usize) -> bool {
    let mut before = tokens.iter().take(at).rev().take(8);
    let left = before.any(|token| token.rule == Rule::origin);
    let mut behind = tokens.iter().skip(at + 1).take_while(|token| token.rule != Rule::stop);
    left && behind.any(|token| token.rule == Rule::rank)
}

/// Whether a pause (、 和) stands between two candidates.
fn paused(tokens: &[Token], from: &Candidate, to: &Candidate) -> bool {
    between(tokens, from.at, to.at).any(|token| token.rule == Rule::pause)
}

/// The tokens strictly between two.
fn between(tokens: &[Token], from: usize, to: usize) -> impl Iterator<Item = &Token> {
    tokens.iter().take(to).skip(from + 1)
}

/// `from 14.5% to 17.5%`: where a range begins is where the change starts.
pub(super) fn is_from_to(tokens: &[Token], candidate: &Candidate, figure: &Figure) -> bool {
    let before = tokens.iter().take(candidate.beside.first).rev();
    let link = |rule| matches!(rule, Rule::gap | Rule::plain_word | Rule::share_of | Rule::past);
    let word = before.into_iter().find(|token| !link(token.rule));
    figure.shape == Shape::Range && word.is_some_and(|token| token.rule == Rule::origin)
}

/// `由2010年的5798人`, `较六普的77.44%`: the value a change starts from.
fn starts_from(tokens: &[Token], candidate: &Candidate) -> bool {
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
fn arrow_to(tokens: &[Token], candidate: &Candidate, next: &Candidate) -> bool {
    between(tokens, candidate.at, next.at).any(|token| token.rule == Rule::arrow)
}

/// `3岁以下婴幼儿`, `居住5年以上`, `再延长30年`: an age or a duration that describes.
fn is_span_of_life(tokens: &[Token], candidate: &Candidate, figure: &Figure) -> bool {
    let behind = candidate.beside.last;
    if figure.unit_is(|name| matches!(name, "岁" | "周岁")) {
        return followed_by_noun(tokens, behind) && !candidate.beside.taken;
    }
    let years = figure.unit_is(|name| matches!(name, "年" | "year" | "years"));
    years
        && !candidate.beside.taken
        && !stands_alone(tokens, candidate)
        && !names_years(tokens, candidate)
}

/// Whether the phrase holds nothing else.
fn stands_alone(tokens: &[Token], candidate: &Candidate) -> bool {
    let inside = candidate.beside.first..=candidate.beside.last;
    tokens
        .iter()
        .enumerate()
        .all(|(index, token)| inside.contains(&index) || token.rule == Rule::gap)
}

/// Whether the name before the number is counted in years: 年限, 寿命.
fn names_years(tokens: &[Token], candidate: &Candidate) -> bool {
    let before = tokens.iter().take(candidate.beside.first).rev().take(3);
    before.into_iter().any(|token| token.rule == Rule::years_name)
}

/// A number directly before 的, unless it is a share of what follows (`40%以上的县`) or the goal itself (`75%的目标`).
fn is_attribute(tokens: &[Token], candidate: &Candidate, figure: &Figure) -> bool {
    let mut behind = tokens.iter().skip(candidate.beside.last + 1);
    if behind.next().is_none_or(|token| token.rule != Rule::of) {
        return false;
    }
    if behind.next().is_some_and(|token| token.rule == Rule::goal_word) {
        return false;
    }
    let measured = tokens
        .iter()
        .take(candidate.beside.first)
        .next_back()
        .is_some_and(|token| matches!(token.rule, Rule::rate_name | Rule::measured_name));
    !figure.is_percent() || measured
}

/// `5个试点镇全部达到…`: a count before 全部 in a clause without another number.
fn is_whole(tokens: &[Token], candidate: &Candidate) -> bool {
    let clause = tokens.iter().skip(candidate.beside.last + 1);
    let mut clause = clause.take_while(|token| token.rule != Rule::stop);
    clause.any(|token| matches!(token.rule, Rule::all_of))
}

/// `5个试点镇…高于全市平均`: a count of those whose standing the clause states.
fn is_before_standing(tokens: &[Token], candidate: &Candidate) -> bool {
    let clause = tokens.iter().skip(candidate.beside.last + 1);
    let mut clause = clause.take_while(|token| token.rule != Rule::stop);
    clause.any(|token| matches!(token.rule, Rule::relative | Rule::rank))
}

/// `10亿元以上项目超过20个`: a qualified number before a noun gives way to the number the clause ends with.
fn gives_way(tokens: &[Token], candidate: &Candidate, next: &Candidate, figure: &Figure) -> bool {
    let qualified = candidate.beside.behind.is_some() || candidate.beside.sign.is_some();
    let Some(other) = tokens.get(next.at).and_then(Token::figure) else { return false };
    let changed = next.beside.turn == Some(Turn::Rise) || next.beside.turn == Some(Turn::Fall);
    qualified
        && !changed
        && followed_by_noun(tokens, candidate.beside.last)
        && !paused(tokens, candidate, next)
        && figure.unit != other.unit
        && !followed_by_noun(tokens, next.beside.last)
}

/// `七大流域…达到70%`, `万元GDP能耗…0.8吨`: a bare number at the head of a clause that says whom the other concerns.
fn describes(tokens: &[Token], candidate: &Candidate, next: &Candidate, figure: &Figure) -> bool {
    let Some(other) = tokens.get(next.at).and_then(Token::figure) else { return false };
    let beside = &candidate.beside;
    let foreign = figure.unit != other.unit;
    let bare = !beside.taken && followed_by_noun(tokens, beside.last);
    let tied = next.beside.taken && !is_attribute(tokens, next, other);
    let heads = heads_clause(tokens, beside.first);
    let named = figure.round && heads && tied;
    let apart = paused(tokens, candidate, next);
    bare && (named || !apart && (heads && tied && foreign || figure.round && (heads || foreign)))
}

/// `亿元GDP生产安全事故死亡率`: so much money is what the indicator is counted on.
fn is_money_name(tokens: &[Token], candidate: &Candidate, figure: &Figure) -> bool {
    let beside = &candidate.beside;
    let bare = !beside.taken && beside.behind.is_none() && followed_by_noun(tokens, beside.last);
    figure.round
        && bare
        && figure.unit_is(|name| name == "元")
        && heads_clause(tokens, beside.first)
}

/// Whether nothing but a time stands before the token `first` in its clause.
fn heads_clause(tokens: &[Token], first: usize) -> bool {
    let before = tokens.iter().take(first).rev();
    let mut before = before.take_while(|token| !matches!(token.rule, Rule::stop | Rule::pause));
    before
        .all(|token| matches!(token.rule, Rule::gap | Rule::period | Rule::softener | Rule::scope))
}

/// Whether ordinary words follow the token `last` directly.
pub(super) fn followed_by_noun(tokens: &[Token], last: usize) -> bool {
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
