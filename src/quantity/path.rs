//! What leads to a level: the value it starts from, the change that is told beside it, the year it is for.

use super::base::ChangeSide;
use super::candidate::{Candidate, NumberRole};
use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::neighbours::ChangePreposition;
use super::tokens::PhraseToken;
use super::{Decimal, Direction, Quantity, half_digit};

/// Whether a change is told only beside the level it leads to: 提高5个百分点至25%, 提高1岁，达到79岁.
pub(super) fn change_leads_to_level(
    tokens: &[PhraseToken],
    change: &Candidate,
    level: &Candidate,
) -> bool {
    let figure = |candidate: &Candidate| tokens.get(candidate.at).and_then(PhraseToken::figure);
    let (Some(by), Some(to)) = (figure(change), figure(level)) else { return false };
    // Only these two pairs are a change and its level: points before a percentage, or one unit twice.
    // 增长8%，达到540亿元 tells a rate and a level, which are two targets.
    let points = by.unit_is(|name| name == "百分点") && (to.is_percent() || to.unit.is_none());
    let alike = by.unit == to.unit && !by.is_percent() && !change.beside.grows;
    let arrives = level.beside.verb.is_some() || level.beside.link == Some(ChangePreposition::To);
    let turns = change.beside.turn.is_some() || change.beside.link == Some(ChangePreposition::By);
    let mut between = tokens.iter().take(level.at).skip(change.beside.last + 1);
    turns
        && (points || alike)
        // A range of changes leads to no one level.
        && by.low == by.high
        && arrives
        && level.beside.turn.is_none()
        && between.all(|token| is_link(token.rule))
}

/// Whether a number behind a level is where it comes from: down to 490 from 699.
pub(super) fn comes_from(tokens: &[PhraseToken], level: &Candidate, start: &Candidate) -> bool {
    let mut between = tokens.iter().take(start.at).skip(level.beside.last + 1);
    let origin = between.any(|token| token.rule == Rule::origin)
        && between.all(|token| matches!(token.rule, Rule::gap | Rule::plain_word));
    origin && level.beside.verb.is_some() && level.role == NumberRole::Target
}

/// Whether a bare number leads to the level directly behind it: 25%提高到30%, 25 falling to 20.
pub(super) fn leads_up(tokens: &[PhraseToken], start: &Candidate, level: &Candidate) -> bool {
    let figure = |candidate: &Candidate| tokens.get(candidate.at).and_then(PhraseToken::figure);
    let kept = matches!((figure(start), figure(level)), (Some(one), Some(other))
        if one.unit.is_none() || one.unit == other.unit);
    let mut between = tokens.iter().take(level.at).skip(start.at + 1);
    let moves = |token: &&PhraseToken| matches!(token.rule, Rule::to_up | Rule::to_down);
    // A first number with a bound or a verb of its own is a target and no start: 25%以上提高到30%.
    let bare =
        start.beside.sign.is_none() && start.beside.behind.is_none() && start.beside.turn.is_none();
    kept && bare
        && start.beside.verb.is_none()
        && between.by_ref().find(|token| token.rule != Rule::gap).as_ref().is_some_and(moves)
        // Grown together but for blanks: with words between, the second number is of something else.
        && between.all(|token| token.rule == Rule::gap)
}

/// What may stand between a change and its level.
fn is_link(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::gap
            | Rule::stop
            | Rule::reach
            | Rule::to_up
            | Rule::to_down
            | Rule::steady
            | Rule::to_word
            | Rule::firm
            | Rule::softener
            | Rule::after_about
    )
}

/// Keeps beside a level what stands before it in the phrase.
pub(super) fn keep(
    text: &str,
    tokens: &[PhraseToken],
    candidates: &[Candidate],
    at: usize,
    target: &mut Quantity,
) {
    let Some(candidate) = candidates.get(at) else { return };
    target.year = year_of_number(text, tokens, candidate);
    let start = candidates.get(at + 1).filter(|next| comes_from(tokens, candidate, next));
    if let Some(figure) = start.and_then(|start| tokens.get(start.at)).and_then(PhraseToken::figure)
    {
        target.start = is_of_one_kind(figure, target).then_some(figure.low);
    }
    // At most a start and a change stand before a level: 由20%提高5个百分点至25%.
    let before = candidates.iter().take(at).rev().take(2);
    for other in
        before.take_while(|other| matches!(other.role, NumberRole::Change | NumberRole::Base))
    {
        let Some(figure) = tokens.get(other.at).and_then(PhraseToken::figure) else { return };
        if other.role == NumberRole::Change && target.change.is_none() {
            target.change = Some(if falls(tokens, other) { -figure.low } else { figure.low });
        } else if other.role == NumberRole::Base && is_of_one_kind(figure, target) {
            target.start = Some(figure.low);
        }
    }
}

/// Whether a base value and a level can be held against each other.
fn is_of_one_kind(figure: &QuantityFigure, target: &Quantity) -> bool {
    target.relative.is_none()
        && figure.low == figure.high
        && (figure.unit.is_none() || figure.unit == target.unit)
}

/// Whether a change is a fall, by its own verb or the nearest before it.
fn falls(tokens: &[PhraseToken], change: &Candidate) -> bool {
    if let Some(turn) = change.beside.turn {
        return turn == ChangeSide::Fall;
    }
    let mut before = tokens.iter().take(change.at).rev();
    let verb = before
        .find(|token| matches!(token.rule, Rule::rise | Rule::grows | Rule::fall | Rule::fewer));
    verb.is_some_and(|token| matches!(token.rule, Rule::fall | Rule::fewer))
}

/// Whether start, change and level of a target agree with each other and with its verb.
pub(super) fn agrees(target: &Quantity) -> bool {
    let Some(level) = target.low.or(target.high) else { return true };
    let Some(start) = target.start else { return true };
    let turned = match target.heading {
        Some(Direction::Higher) => level < start,
        Some(Direction::Lower) => level > start,
        _ => false,
    };
    // 从209元提高9元，达到217元 cannot be true in all its parts, and nothing says which part is wrong. Rounding is
    // allowed for at the last printed digit of both ends.
    let sum = target.change.map(|change| start.checked_add(change));
    let off = sum.flatten().and_then(|sum| sum.checked_sub(level)).map(|off| off.abs());
    !turned && off.is_none_or(|off| off < half_digit(level) + half_digit(start))
}

/// The year said in brackets behind a number, `20%（2026年）`, or before it in its own part of the phrase, `2027年97%`.
fn year_of_number(text: &str, tokens: &[PhraseToken], candidate: &Candidate) -> Option<i32> {
    // A list of years is asked first: in 2026年、2027年分别达到20%、30% the year nearest to both numbers is 2027.
    if let Some(listed) = listed_year(tokens, candidate) {
        return listed.year;
    }
    // Then brackets behind the number, 20%（2026年）, then those before it, then `by 2030` behind it, then its own
    // part of the phrase. A Chinese year behind a number without brackets begins the next part: 97%，2028年98%.
    let mut behind = tokens.iter().skip(candidate.beside.last + 1);
    let mut behind = behind.by_ref().filter(|token| token.rule != Rule::gap);
    if behind.next().is_some_and(|token| token.rule == Rule::open) {
        let year = behind.next().and_then(PhraseToken::year);
        if year.is_some() && behind.next().is_some_and(|token| token.rule == Rule::close) {
            return year;
        }
    }
    let mut ahead =
        tokens.iter().take(candidate.beside.first).rev().filter(|token| token.rule != Rule::gap);
    if ahead.next().is_some_and(|token| token.rule == Rule::close)
        && let Some(year) = ahead.next().and_then(PhraseToken::year)
        && ahead.next().is_some_and(|token| token.rule == Rule::open)
    {
        return Some(year);
    }
    let next = tokens.get(candidate.beside.last + 1..).unwrap_or_default();
    let next = next.iter().find(|token| token.rule != Rule::gap);
    let by = next.filter(|token| {
        token.rule == Rule::period && text.get(token.start..).is_some_and(is_latin)
    });
    if let Some(year) = by.and_then(PhraseToken::year) {
        return Some(year);
    }
    let before = tokens.iter().take(candidate.at).rev();
    let own = before.take_while(|token| {
        // A number between takes the year for itself, 2027年97%、98%.
        token.figure().is_none() && !matches!(token.rule, Rule::stop | Rule::open | Rule::close)
    });
    own.filter(|token| matches!(token.rule, Rule::period | Rule::date)).find_map(PhraseToken::year)
}

/// The year of a number behind a list of years.
struct ListedYear {
    /// The year that stands where the number stands in its own list; none when the lists are not of one length.
    year: Option<i32>,
}

/// `2026年、2027年分别达到20%、30%`: years in a list before the number, each for one number of the list behind them.
fn listed_year(tokens: &[PhraseToken], candidate: &Candidate) -> Option<ListedYear> {
    let before = tokens.get(..candidate.at)?;
    let last =
        before.iter().rposition(|token| token.rule == Rule::period && token.year().is_some())?;
    let linked =
        |token: &&PhraseToken| matches!(token.rule, Rule::period | Rule::pause | Rule::gap);
    let mut years: Vec<i32> = before
        .iter()
        .take(last + 1)
        .rev()
        .take_while(linked)
        .take(MOST_YEARS)
        .filter_map(PhraseToken::year)
        .collect();
    years.reverse();
    // 2026—2030年 is one period; only years parted by 、 or 和 are a list.
    let paused = before.get(last.checked_sub(1)?).is_some_and(|token| token.rule == Rule::pause);
    if years.len() < 2 || !paused {
        return None;
    }
    let mut figures = tokens.iter().enumerate().skip(last + 1).take_while(|(_, token)| {
        token.rule != Rule::period && (token.rule != Rule::stop || token.end == token.start)
    });
    let figures: Vec<usize> = figures
        .by_ref()
        .filter(|(_, token)| token.figure().is_some())
        .map(|(at, _)| at)
        .take(MOST_YEARS + 1)
        .collect();
    let at = figures.iter().position(|&at| at == candidate.at)?;
    // With two years and three numbers any pairing is a guess, so none has a year and the phrase is unread.
    let year = if figures.len() == years.len() { years.get(at).copied() } else { None };
    Some(ListedYear { year })
}

/// More years than any list of a phrase has.
// A bound on the search, so that a hostile phrase of thousands of years is not looked through once for each number.
const MOST_YEARS: usize = 12;

/// Whether years stand in a list before a number and nothing says which of them it is for.
pub(super) fn is_of_no_year(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    candidate.role == NumberRole::Target
        && listed_year(tokens, candidate).is_some_and(|listed| listed.year.is_none())
}

/// Whether `text` begins with a Latin letter: by 2030.
fn is_latin(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// Whether a number in brackets behind another one tells an earlier value: 25（2020年为20%）.
pub(super) fn tells_earlier_value(tokens: &[PhraseToken], candidate: &Candidate) -> bool {
    let before: Vec<Rule> = tokens
        .iter()
        .take(candidate.at)
        .rev()
        .map(|token| token.rule)
        .filter(|&rule| rule != Rule::gap)
        .take_while(|&rule| rule != Rule::close)
        // The longest of the shapes below has four tokens.
        .take(4)
        .collect();
    let held = |rule: &Rule| {
        matches!(rule, Rule::quantity | Rule::after_ge | Rule::after_le | Rule::after_about)
    };
    // （2020年提高到25%） in brackets is a milestone of its own.
    let is_about = tokens.get(candidate.beside.first).is_none_or(|token| token.rule != Rule::to_up);
    is_about
        && match before.as_slice() {
            [Rule::reach, Rule::period, Rule::open, last]
            | [Rule::other, Rule::period, Rule::open, last]
            | [Rule::period | Rule::past, Rule::open, last, ..] => held(last),
            _ => false,
        }
}

/// Whether a bare number goes on with a list of years: by 2020, 2030 and 2040.
pub(super) fn is_listed_year(
    tokens: &[PhraseToken],
    candidate: &Candidate,
    figure: &QuantityFigure,
) -> bool {
    // Wider than the years of plans, since baselines and outlooks are listed too; a bare number within it that goes
    // on with years is taken for one only behind a year that the grammar has read.
    let years = Decimal::from(1900)..Decimal::from(2200);
    if candidate.beside.taken || figure.unit.is_some() || !years.contains(&figure.low) {
        return false;
    }
    let before = tokens.iter().take(candidate.beside.first).rev();
    let link = |rule| matches!(rule, Rule::gap | Rule::pause | Rule::stop);
    let is_year = |figure: &QuantityFigure| figure.unit.is_none() && years.contains(&figure.low);
    let mut before =
        before.skip_while(|token| link(token.rule) || token.figure().is_some_and(is_year));
    before.next().is_some_and(|token| token.rule == Rule::period)
}
