//! Makes a target of a number and what stands beside it.

use super::base::{self, ChangeSide};
use super::figure::{FigureNotation, QuantityFigure};
use super::fold::Fold;
use super::grammar::Rule;
use super::neighbours::{ChangePreposition, NumberContext};
use super::tokens::{PhraseToken, TokenContent};
use super::{Basis, Comparator, Decimal, Relative, condition};

/// Adds the target of `figure`.
pub(super) fn add_measured_target(
    fold: &mut Fold<'_>,
    mut beside: NumberContext,
    figure: QuantityFigure,
) {
    link(fold, &mut beside);
    // The nearest word decides: the verb before the number, then the side said behind it, then what the whole does
    // of which this is a part.
    beside.turn = beside.turn.or_else(|| turn_behind(fold, &beside));
    beside.turn = beside.turn.or_else(|| turn_of_whole(fold, &beside));
    beside.growth |= is_rate(fold, &beside, &figure);
    // 年均增长6% is a rate and stays one; taken as a change it would be held against a base year that nobody named.
    let signed = beside.verb.is_none() && has_sign(fold, &beside) && names_base(fold, &beside);
    let changed = (beside.turn.is_some() || signed) && !beside.growth;
    let change = base::change_kind(&figure);
    let Some(figure) = (if changed { base::in_percent(figure) } else { Some(figure) }) else {
        return;
    };
    let plain = comparator_as_spoken(fold, beside.comparator(&figure));
    // Before the fall turns the signs: 下降50%以上 heads down, and its comparator becomes at most -50.
    let heading = beside.heading(plain);
    let comparator = for_each(fold, plain);
    let (comparator, figure) = match beside.turn {
        Some(ChangeSide::Fall) => base::fall_as_negative(comparator, figure),
        _ => (comparator, figure),
    };
    let (first, last) =
        if changed { with_base(fold, &beside) } else { (beside.first, beside.last) };
    let mut target = fold.blank(first, last, comparator);
    (target.low, target.high) = ends_bound(comparator, &figure);
    target.heading = heading;
    target.basis = basis(fold, &beside, &figure, changed);
    if changed {
        target.relative = Some(Relative::Base { year: base_year(fold), change });
    }
    target.condition = condition::condition_before(fold, beside.first);
    target.unit = figure.unit;
    fold.targets.push(target);
}

/// `GDP增长6%` without a base is the rate of the year.
fn is_rate(fold: &Fold<'_>, beside: &NumberContext, figure: &QuantityFigure) -> bool {
    let summed = fold.carried.basis == Some(Basis::Cumulative);
    // 较2020年增长30% and 累计增长30% are changes over several years; without either GDP增长6% is what one year
    // brings.
    beside.grows && figure.is_percent() && fold.carried.base.is_none() && !summed
}

/// Ties the number to the verb that an English preposition reaches back to.
fn link(fold: &Fold<'_>, beside: &mut NumberContext) {
    let Some(turn) = fold.carried.turn else { return };
    match beside.link {
        Some(ChangePreposition::By) => beside.turn = beside.turn.or(Some(turn)),
        Some(ChangePreposition::To) if beside.verb.is_none() => {
            beside.verb = Some(match turn {
                ChangeSide::Rise => Comparator::AtLeast,
                ChangeSide::Fall => Comparator::AtMost,
            });
        }
        _ => {}
    }
}

/// Whether the number is printed with a sign: -47%, +20%.
fn has_sign(fold: &Fold<'_>, beside: &NumberContext) -> bool {
    let own = fold.tokens.get(beside.first..=beside.last).unwrap_or_default();
    let figure = own.iter().find(|token| token.figure().is_some());
    figure.is_some_and(|token| fold.words(token).starts_with(['-', '−', '+']))
}

/// Whether a base stands before the number or directly behind it: -47% compared with 2005, 较2005年 -47%.
fn names_base(fold: &Fold<'_>, beside: &NumberContext) -> bool {
    let behind = fold.tokens.iter().skip(beside.last + 1);
    let mut behind = behind.filter(|token| !matches!(token.rule, Rule::gap | Rule::open));
    fold.carried.base.is_some()
        || behind.next().is_some_and(|token| matches!(token.content, TokenContent::Base(..)))
}

/// `50% below 2020`: the side said behind the number.
fn turn_behind(fold: &mut Fold<'_>, beside: &NumberContext) -> Option<ChangeSide> {
    let mut behind =
        fold.tokens.iter().skip(beside.last + 1).filter(|token| token.rule != Rule::gap);
    let Some(TokenContent::Base(year, Some(turn))) = behind.next().map(|token| &token.content)
    else {
        return None;
    };
    fold.carried.base = Some(*year);
    Some(*turn)
}

/// `reduced by 15 million, including 5 million children`: a part changes as its whole does.
fn turn_of_whole(fold: &Fold<'_>, beside: &NumberContext) -> Option<ChangeSide> {
    // A verb of its own means the part is told as a level: 其中儿童达到5万人.
    let whole = fold.targets.last().filter(|_| fold.carried.among && beside.verb.is_none())?;
    let change = whole.low.or(whole.high)?;
    let changed = matches!(whole.relative, Some(Relative::Base { .. }));
    changed.then_some(if change.is_sign_negative() { ChangeSide::Fall } else { ChangeSide::Rise })
}

/// The tokens of a change from the base before it to the base behind it: 较2020年下降50%, by 55% compared to 1990.
fn with_base(fold: &Fold<'_>, beside: &NumberContext) -> (usize, usize) {
    let is_base = |token: &PhraseToken| matches!(token.content, TokenContent::Base(..));
    let mut before = fold.tokens.iter().enumerate().take(beside.first).rev();
    let mut own = before
        .by_ref()
        // The span shows the drafter which base is meant, so it reaches back to it, but never over another number.
        .take_while(|(_, token)| token.rule != Rule::stop && token.figure().is_none());
    let first = own.find(|(_, token)| is_base(token)).map_or(beside.first, |(at, _)| at);
    let mut behind = fold.tokens.iter().enumerate().skip(beside.last + 1);
    let next = behind.find(|(_, token)| token.rule != Rule::gap);
    let last = next.filter(|(_, token)| is_base(token)).map_or(beside.last, |(at, _)| at);
    (first, last)
}

/// The year of the base named before the number, else anywhere in the phrase: `by 55% (compared to 1990)`.
fn base_year(fold: &Fold<'_>) -> Option<i32> {
    let named = || {
        fold.tokens.iter().find_map(|token| match token.content {
            TokenContent::Base(year, _) => Some(year),
            _ => None,
        })
    };
    // A base in brackets behind the number, `by 55% (compared to 1990)`, has not been carried yet when the number is
    // read.
    fold.carried.base.or_else(named).flatten()
}

/// `no … greater than` turns a sign round, 守住…红线 makes a plain number a floor.
fn comparator_as_spoken(fold: &Fold<'_>, comparator: Comparator) -> Comparator {
    match comparator {
        Comparator::MoreThan if fold.carried.negated => Comparator::AtMost,
        Comparator::LessThan if fold.carried.negated => Comparator::AtLeast,
        Comparator::Reach if fold.carried.guarded => Comparator::AtLeast,
        other => other,
    }
}

/// A floor holds for each object when 每个 or 全部 stands before it.
fn for_each(fold: &Fold<'_>, plain: Comparator) -> Comparator {
    match plain {
        Comparator::AtLeast | Comparator::Reach if fold.carried.each => Comparator::EachAtLeast,
        Comparator::MoreThan if fold.carried.each => Comparator::EachMoreThan,
        other => other,
    }
}

/// The basis the words of a number say.
fn basis(
    fold: &Fold<'_>,
    beside: &NumberContext,
    figure: &QuantityFigure,
    changed: bool,
) -> Option<Basis> {
    // 每年下降3% is a rate of each year though its verb is one of change.
    let yearly = changed && fold.carried.basis == Some(Basis::PerYear);
    let growing = beside.growth || fold.carried.growth || yearly;
    if growing && figure.is_percent() {
        return Some(Basis::Growth);
    }
    // Brackets mark the sum of the period, as the footnote of such tables explains (［］内为五年累计数).
    if figure.shape == FigureNotation::Bracketed || is_in_brackets(fold, beside) {
        return Some(Basis::Cumulative);
    }
    if changed {
        return Some(Basis::Change);
    }
    let unit = figure.unit.as_ref().and_then(|unit| unit.basis);
    beside.basis.or(fold.carried.basis).or_else(|| basis_behind(fold, beside)).or(unit)
}

/// `[25—27]`, `[350左右]`: brackets round more than a plain number.
fn is_in_brackets(fold: &Fold<'_>, beside: &NumberContext) -> bool {
    let start = fold.tokens.get(beside.first).map_or(0, |token| token.start);
    let before = fold.folded.text.get(..start).unwrap_or_default().trim_end();
    before.ends_with(['[', '〔'])
}

/// `1,000 affordable homes per year`: said behind the words that follow the number.
fn basis_behind(fold: &Fold<'_>, beside: &NumberContext) -> Option<Basis> {
    let behind = fold.tokens.iter().skip(beside.last + 1);
    let mut own = behind.take_while(|token| token.rule != Rule::stop && token.figure().is_none());
    own.find_map(|token| match token.rule {
        Rule::per_year => Some(Basis::PerYear),
        Rule::growth => Some(Basis::Growth),
        _ => None,
    })
}

/// The ends that a comparator binds.
fn ends_bound(
    comparator: Comparator,
    figure: &QuantityFigure,
) -> (Option<Decimal>, Option<Decimal>) {
    use Comparator as C;
    match comparator {
        // 不少于20至30个 is met by 20: only the lower end can be held against anybody.
        C::AtLeast | C::MoreThan | C::EachAtLeast | C::EachMoreThan => (Some(figure.low), None),
        C::AtMost | C::LessThan => (None, Some(figure.high)),
        _ => (Some(figure.low), Some(figure.high)),
    }
}
