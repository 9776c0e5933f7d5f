//! The words that stand directly beside a number: only they compare it.

use super::base::ChangeSide;
use super::figure::{FigureNotation, QuantityFigure};
use super::grammar::Rule;
use super::tokens::PhraseToken;
use super::{Basis, Comparator, Direction};

/// What stands beside a number.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberContext {
    /// The sign or word of comparison before it.
    pub sign: Option<Comparator>,
    /// The comparator that a verb implies when no sign stands there: 提高到 is at least.
    pub verb: Option<Comparator>,
    /// The comparator behind it: 以上.
    pub behind: Option<Comparator>,
    /// Whether brackets behind it say that the number itself is meant, 70%以上（含70%）, and the token that says so.
    pub own: Option<(bool, usize)>,
    /// The verb of change before it: 下降.
    pub turn: Option<ChangeSide>,
    /// Whether any word before it takes the number as its object.
    pub taken: bool,
    /// Whether the words before it say growth.
    pub growth: bool,
    /// Whether the verb of change is 增长.
    pub grows: bool,
    /// The English link to a verb further left: reduce emissions *by* 50 %, raise it *to* 75 %.
    pub link: Option<ChangePreposition>,
    /// The basis said behind it: `16500公里每年`.
    pub basis: Option<Basis>,
    /// The first token that belongs to it.
    pub first: usize,
    /// The last token that belongs to it.
    pub last: usize,
}

/// A preposition that ties a number to a verb of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangePreposition {
    /// The value to arrive at.
    To,
    /// The amount of the change.
    By,
}

impl NumberContext {
    /// Looks at both sides of the token `at`.
    pub fn of(tokens: &[PhraseToken], at: usize) -> Self {
        let mut beside = Self { first: at, last: at, ..Self::default() };
        beside.look_before(tokens, at);
        beside.look_behind(tokens, at);
        beside
    }

    /// Walks left as long as the words belong to the number.
    fn look_before(&mut self, tokens: &[PhraseToken], at: usize) {
        for (index, token) in tokens.iter().enumerate().take(at).rev() {
            // 的 usually ends the search, since what stands before it belongs to a noun. Behind a time or a whole it
            // only names whose value is meant, and the verb further left still leads the number.
            let dated = token.rule == Rule::of && follows_whole(tokens, index);
            if !dated && !self.take_before(token.rule) {
                break;
            }
            // Blanks and years belong to the number only when a word further left does: they are no part of its span
            // in 2027年 97%.
            if !dated && !matches!(token.rule, Rule::gap | Rule::period) {
                self.first = index;
            }
        }
        // Only where nothing nearer compares: in 至少建设3个超过50公里 the 50 has its own sign.
        if self.sign.is_none() {
            self.look_far(tokens, at);
        }
    }

    /// 至少 counts across the verb that follows it: 至少建设1个.
    fn look_far(&mut self, tokens: &[PhraseToken], at: usize) {
        for (index, token) in tokens.iter().enumerate().take(at).rev() {
            match token.rule {
                Rule::at_least_far => self.sign = Some(Comparator::AtLeast),
                Rule::at_most_far => self.sign = Some(Comparator::AtMost),
                // The first number behind 至少 takes it; a second one, or a clause behind a comma, is no longer
                // bounded by it.
                Rule::stop | Rule::pause | Rule::quantity | Rule::range | Rule::ratio => return,
                _ => continue,
            }
            (self.first, self.taken) = (index.min(self.first), true);
            return;
        }
    }

    /// Takes one word before the number; false when it does not belong to it.
    fn take_before(&mut self, rule: Rule) -> bool {
        let sign = match rule {
            Rule::ge | Rule::at_least_far => Some(Comparator::AtLeast),
            Rule::gt => Some(Comparator::MoreThan),
            Rule::le | Rule::at_most_far => Some(Comparator::AtMost),
            Rule::lt => Some(Comparator::LessThan),
            Rule::about => Some(Comparator::Approx),
            _ => None,
        };
        let verb = match rule {
            Rule::to_up => Some(Comparator::AtLeast),
            Rule::to_down | Rule::controlled => Some(Comparator::AtMost),
            Rule::reach | Rule::steady => Some(Comparator::Reach),
            _ => None,
        };
        match rule {
            // The walk goes left, so what was found first stands nearest and wins.
            _ if sign.is_some() => self.sign = self.sign.or(sign),
            _ if verb.is_some() => {
                // 达到 says nothing of a side, so in 提高达到25% the verb before it still does.
                self.verb = self.verb.filter(|&v| v != Comparator::Reach).or(verb)
            }
            Rule::grows => (self.turn, self.grows) = (self.turn.or(Some(ChangeSide::Rise)), true),
            Rule::rise | Rule::gain => self.turn = self.turn.or(Some(ChangeSide::Rise)),
            Rule::fall | Rule::fewer => self.turn = self.turn.or(Some(ChangeSide::Fall)),
            Rule::growth => self.growth = true,
            Rule::to_word => self.link = Some(ChangePreposition::To),
            Rule::by_word => self.link = Some(ChangePreposition::By),
            // These stand between a word and its number without ending its hold, 提高到每年5个, but none of them
            // takes the number as its object.
            Rule::gap
            | Rule::period
            | Rule::softener
            | Rule::firm
            | Rule::scope
            | Rule::per_year
            | Rule::cumulative
            | Rule::every_total
            | Rule::respectively
            | Rule::all_of
            | Rule::alike => return true,
            _ => return false,
        }
        self.taken = true;
        true
    }

    /// Walks right as long as the words belong to the number.
    fn look_behind(&mut self, tokens: &[PhraseToken], at: usize) {
        for (index, token) in tokens.iter().enumerate().skip(at + 1) {
            match token.rule {
                Rule::gap => continue,
                Rule::included | Rule::excluded if self.own.is_none() => {
                    self.own = Some((token.rule == Rule::included, index));
                }
                // 25%以上以上, 25左右以内: the second says something else than the first.
                // Left untaken, the second is found by whoever looks for strays, and the phrase is unread instead of
                // read by half.
                Rule::after_ge | Rule::after_le | Rule::after_about if self.behind.is_some() => {
                    return;
                }
                Rule::after_ge => self.behind = Some(Comparator::AtLeast),
                Rule::after_le => self.behind = Some(Comparator::AtMost),
                // 30分钟通达 bounds a time from above. Behind any other number 通达 is a thing that is built.
                Rule::within_time if is_time(tokens, at) => self.behind = Some(Comparator::AtMost),
                Rule::after_about => self.behind = Some(Comparator::Approx),
                Rule::fewer if closes_as_noun(tokens, index) => {
                    self.turn = self.turn.or(Some(ChangeSide::Fall))
                }
                Rule::further | Rule::gain if closes_as_noun(tokens, index) => {
                    self.turn = self.turn.or(Some(ChangeSide::Rise));
                }
                Rule::per_year => self.basis = Some(Basis::PerYear),
                _ => return,
            }
            self.last = index;
        }
    }

    /// How the number compares, before a fall turns it round.
    pub fn comparator(&self, figure: &QuantityFigure) -> Comparator {
        match (self.own, self.outer(figure)) {
            (Some((true, _)), Comparator::MoreThan) => Comparator::AtLeast,
            (Some((true, _)), Comparator::LessThan) => Comparator::AtMost,
            (Some((false, _)), Comparator::AtLeast) => Comparator::MoreThan,
            (Some((false, _)), Comparator::AtMost) => Comparator::LessThan,
            (_, outer) => outer,
        }
    }

    /// The same without what brackets say of the number itself.
    pub fn outer(&self, figure: &QuantityFigure) -> Comparator {
        // 超过70%以上 says two things that differ in the number itself: the sign before it is the stricter one.
        // 不低于70%以上 says one thing twice.
        let strict = matches!(self.sign, Some(Comparator::MoreThan | Comparator::LessThan));
        match (self.sign, self.behind) {
            // 约 or 左右 loosens whatever else is said; a bound that is only about there is no bound.
            (Some(Comparator::Approx), _) | (_, Some(Comparator::Approx)) => Comparator::Approx,
            (Some(sign), Some(_)) if strict => sign,
            (_, Some(behind)) => behind,
            (Some(sign), None) => sign,
            _ if figure.shape == FigureNotation::Range => Comparator::Range,
            // 200余家 says of its own number that it is more, which is nearer than any verb.
            _ => figure.about.or(self.verb).unwrap_or(Comparator::Reach),
        }
    }

    /// Which way the words say is better.
    pub fn heading(&self, comparator: Comparator) -> Option<Direction> {
        // The verb goes before the sign: 降至5以上 is a floor under something that shall fall.
        match self.verb {
            Some(Comparator::AtLeast) => return Some(Direction::Higher),
            Some(Comparator::AtMost) => return Some(Direction::Lower),
            _ => {}
        }
        match comparator {
            Comparator::AtLeast | Comparator::MoreThan => Some(Direction::Higher),
            Comparator::AtMost | Comparator::LessThan => Some(Direction::Lower),
            _ => self.turn.map(|turn| match turn {
                ChangeSide::Rise => Direction::Higher,
                ChangeSide::Fall => Direction::Lower,
            }),
        }
    }
}

/// Whether 的 stands behind what the number is a share of: 提高到2025年的70%, 不足全市的20%.
fn follows_whole(tokens: &[PhraseToken], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|token| matches!(token.rule, Rule::period | Rule::scope))
}

/// Whether the change word `at` closes what it stands in and leads to no other number: a 5% cut, not 5 cut to 3.
fn closes_as_noun(tokens: &[PhraseToken], at: usize) -> bool {
    let next = tokens.iter().skip(at + 1).find(|token| token.rule != Rule::gap);
    next.is_none_or(|next| {
        next.figure().is_none() && !matches!(next.rule, Rule::by_word | Rule::to_word)
    })
}

/// Whether the token `at` is an amount of time.
fn is_time(tokens: &[PhraseToken], at: usize) -> bool {
    let figure = tokens.get(at).and_then(PhraseToken::figure);
    figure.is_some_and(|figure| {
        figure.unit_is(|name| matches!(name, "分钟" | "小时" | "个小时" | "天"))
    })
}
