//! Words and signs of comparison and change that no number takes.

use super::candidate::{Candidate, NumberRole};
use super::grammar::Rule;
use super::stray::is_chinese;
use super::whole::Whole;

impl Whole<'_> {
    /// A word of comparison behind a number that compares it with nothing: 20% above average.
    pub(super) fn compares_nothing(&self, at: usize) -> bool {
        self.words(at).starts_with(|first: char| first.is_ascii_alphabetic())
            && matches!(self.rule(at), Some(Rule::ge | Rule::gt | Rule::le | Rule::lt))
            // What a number holds compares that number. A word that none holds compares it with a figure nobody
            // prints: 20% above average.
            && !self.is_held(at)
            && self.follows_figure(at)
    }

    /// 以上25, 25%（左右）, 25%以上以上: a word that belongs behind a number, and another number or bracket beside it.
    pub(super) fn is_misplaced(&self, at: usize) -> bool {
        let opened = at.checked_sub(1).filter(|&before| self.rule(before) == Some(Rule::open));
        self.touches(at)
            || self.words(at).is_ascii()
            || opened.is_some_and(|open| self.is_behind(open))
    }

    /// 25%下降: a verb behind a number and none of what it says.
    pub(super) fn turns_nothing(&self, at: usize) -> bool {
        // 25%下降 is a heading or a torn sentence. An English noun, a 5% cut, closes what it stands in and is read.
        let han = self.words(at).starts_with(is_chinese);
        let named = self.rule(at) == Some(Rule::grows);
        han && !named && self.is_behind(at) && self.ends_part(at + 1)
    }

    /// 由25%提高, 25 from 30: a number to start from and none to arrive at.
    pub(super) fn leads_nowhere(&self, at: usize) -> bool {
        let start = self.candidates.get(self.candidates.partition_point(|one| one.at <= at));
        // Only the number directly behind 由 or from: with words between, it starts something else.
        let bare = start.filter(|one| {
            let mut between = self.tokens.iter().take(one.at).skip(at + 1);
            one.role == NumberRole::Target && between.all(|token| token.rule == Rule::gap)
        });
        let latin = self.words(at).is_ascii();
        bare.is_some_and(|one| {
            let next = self.rule(one.beside.last + 1);
            let turns = matches!(next, Some(Rule::rise | Rule::grows | Rule::fall));
            let range = self.rule(one.at) == Some(Rule::range);
            // 由25%提高 ends in its verb. In English `25 from 30` has no verb at all, while `from 20% to 25%` is cut
            // as a range and knows both ends.
            turns || latin && !range
        })
    }

    /// Whether brackets that tell of a number itself stand behind one that is a target.
    pub(super) fn bounds_a_target(&self, at: usize) -> bool {
        let own =
            self.candidates.iter().find(|one| one.beside.own.is_some_and(|(_, own)| own == at));
        own.is_some_and(|own| own.role == NumberRole::Target)
    }

    /// `+5% on 2020`: an English base, and no verb that says what changed.
    pub(super) fn is_base_of_nothing(&self, at: usize) -> bool {
        // In Chinese the base may stand before a level, 比2020年达到…; an English `on 2020` without rise or fall
        // leaves open whether 5% is the change or the value, and a sign says that it is the change.
        let changes = |one: &Candidate| {
            let signed = || self.words(one.at).starts_with(['-', '−', '+']);
            one.beside.turn.is_some() || one.beside.link.is_some() || signed()
        };
        self.words(at).starts_with(|first: char| first.is_ascii_alphabetic())
            && !self.candidates.iter().any(changes)
    }

    /// Whether the same sign stands further on: 5%→10%→15%.
    pub(super) fn comes_again(&self, at: usize) -> bool {
        self.tokens.iter().skip(at + 1).any(|token| token.rule == Rule::arrow)
    }

    /// A sign that compares nothing; a word that compares does so only where a number could have followed it.
    pub(super) fn is_loose_comparator(&self, at: usize) -> bool {
        let Some(rule) = self.rule(at) else { return false };
        let compares = matches!(rule, Rule::ge | Rule::gt | Rule::le | Rule::lt | Rule::about)
            || rule == Rule::reach && self.words(at) == "="
            || matches!(rule, Rule::after_ge) && self.words(at) == "+";
        let sign = !self.words(at).contains(char::is_alphabetic);
        // A sign has no other use in a phrase. A word such as 达到 or 超过 has many, so it is loose only between a
        // number and the end of its part.
        compares && (sign || self.is_behind(at) && self.ends_part(at + 1))
    }

    /// Two signs of comparison in a row, <>25, or one between two numbers, 2<5.
    pub(super) fn is_doubled_sign(&self, at: usize) -> bool {
        let sign = |at: usize| {
            matches!(self.rule(at), Some(Rule::ge | Rule::gt | Rule::le | Rule::lt | Rule::about))
                && !self.words(at).contains(char::is_alphabetic)
        };
        let compared =
            at.checked_sub(1).is_some_and(|before| self.is_figure(before)) && self.is_grown(at);
        sign(at) && (sign(at + 1) || compared)
    }

    /// Whether a part of the phrase ends before the token `at`.
    fn ends_part(&self, at: usize) -> bool {
        let next = self.tokens.iter().skip(at).find(|token| token.rule != Rule::gap);
        next.is_none_or(|token| matches!(token.rule, Rule::stop | Rule::close))
    }
}
