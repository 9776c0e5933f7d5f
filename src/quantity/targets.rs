//! Turns the tokens of a phrase into its targets.

use super::base::Turn;
use super::beside::Beside;
use super::carried::Carried;
use super::figure::{Figure, Shape};
use super::folded::Folded;
use super::relative::{Rank, Standing};
use super::roles::{self, Candidate, Role};
use super::tokens::{Content, Token};
use super::{Average, Comparator, Decimal, Quantity, Relative};
use super::{coverage, measured, path, wordless};

/// A phrase on its way to targets.
pub(super) struct Fold<'a> {
    /// The phrase.
    pub folded: &'a Folded<'a>,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its numbers.
    pub candidates: &'a [Candidate],
    /// The targets so far.
    pub targets: Vec<Quantity>,
    /// What the words so far say about what follows.
    pub carried: Carried,
}

impl<'a> Fold<'a> {
    /// The targets of a phrase in their order.
    pub fn targets(
        folded: &'a Folded<'a>,
        tokens: &'a [Token],
        candidates: &'a [Candidate],
    ) -> Vec<Quantity> {
        let (targets, carried) = (Vec::new(), Carried::default());
        let mut fold = Self { folded, tokens, candidates, targets, carried };
        let mut rest = candidates.iter().enumerate();
        for (at, token) in tokens.iter().enumerate() {
            fold.carried.take(&folded.text, token);
            match &token.content {
                Content::Figure(figure) => {
                    if let Some((index, candidate)) = rest.next() {
                        let known = fold.targets.len();
                        fold.figure(candidate, figure);
                        if let Some(target) = fold.targets.get_mut(known) {
                            path::keep(&folded.text, tokens, candidates, index, target);
                        }
                    }
                }
                Content::Standing(standing) => fold.standing(at, standing),
                Content::Rank(rank) => fold.rank(at, *rank),
                Content::Growth(percent) => fold.growth(at, *percent),
                Content::Base(..) | Content::Year(_) | Content::Words | Content::Own(..) => {
                    coverage::word(&mut fold, at, token)
                }
            }
        }
        if fold.targets.is_empty() {
            fold.targets.extend(wordless::target(&fold));
        }
        fold.targets
    }

    /// Adds the target of a number, if it is one.
    fn figure(&mut self, candidate: &Candidate, figure: &Figure) {
        match candidate.role {
            Role::Condition | Role::Base | Role::Change => {}
            Role::Whole => coverage::whole(self, candidate, figure),
            Role::Target if coverage::is_share_of_all(self, candidate, figure) => {
                coverage::share_of_all(self, candidate);
            }
            Role::Target if roles::is_from_to(self.tokens, candidate, figure) => {
                self.arrival(candidate, figure);
            }
            Role::Target => measured::add(self, candidate.beside.clone(), figure.clone()),
        }
    }

    /// `from 14.5% to 17.5%`: the second number is where the first shall arrive.
    fn arrival(&mut self, candidate: &Candidate, figure: &Figure) {
        let mut beside = candidate.beside.clone();
        let rising = figure.high > figure.low;
        beside.verb = Some(if rising { Comparator::AtLeast } else { Comparator::AtMost });
        let figure = Figure { low: figure.high, shape: Shape::Plain, ..figure.clone() };
        let start = candidate_start(self.tokens, candidate);
        measured::add(self, beside, figure);
        if let Some(target) = self.targets.last_mut() {
            target.start = start;
        }
    }

    /// Adds a comparison with another region or indicator.
    fn standing(&mut self, at: usize, standing: &Standing) {
        let mut target = self.blank(at, at, standing.comparator);
        target.relative = standing.relative;
        if let Some(told) = &standing.told {
            let upper = matches!(
                standing.comparator,
                Comparator::RelativeLess | Comparator::RelativeAtMost
            );
            target.low = (!upper).then_some(told.low);
            target.high = upper.then_some(told.high);
            target.unit.clone_from(&told.unit);
        }
        self.targets.push(target);
    }

    /// Adds a place among peers, unless it is the one to leave: 从第35位跨入30强.
    fn rank(&mut self, at: usize, rank: Rank) {
        if roles::is_left_behind(self.tokens, at) {
            return;
        }
        let comparator = if rank.at_most { Comparator::RankAtMost } else { Comparator::RankEqual };
        let mut target = self.blank(at, at, comparator);
        target.low = (!rank.at_most).then_some(rank.place);
        target.high = Some(rank.place);
        target.relative = Some(Relative::Of(Average::Peers));
        target.unit = rank.percent.then(|| Figure::percent(rank.place).unit).flatten();
        self.targets.push(target);
    }

    /// Adds a growth said by a word: 翻一番, 减半.
    fn growth(&mut self, at: usize, percent: Decimal) {
        let many = self.tokens.get(at).is_some_and(|token| self.words(token).ends_with('多'));
        let mut beside = Beside::of(self.tokens, at);
        beside.turn = Some(if percent.is_sign_negative() { Turn::Fall } else { Turn::Rise });
        let about = many.then_some(Comparator::MoreThan);
        measured::add(self, beside, Figure { about, ..Figure::percent(percent.abs()) });
    }

    /// The words of a token.
    pub fn words(&self, token: &Token) -> &str {
        self.folded.text.get(token.start..token.end).unwrap_or_default()
    }

    /// A target without numbers that covers the tokens `first..=last`.
    pub fn blank(&self, first: usize, last: usize, comparator: Comparator) -> Quantity {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let end = self.tokens.get(last).map_or(start, |token| token.end);
        Quantity {
            span: self.folded.original(start, end),
            comparator,
            low: None,
            high: None,
            unit: None,
            basis: None,
            relative: None,
            condition: None,
            object: None,
            softener: self.carried.softener.clone(),
            heading: None,
            year: None,
            start: None,
            change: None,
        }
    }
}

/// The lower number of a range that tells a way: from 14.5% to 17.5%.
fn candidate_start(tokens: &[Token], candidate: &Candidate) -> Option<Decimal> {
    tokens.get(candidate.at).and_then(Token::figure).map(|figure| figure.low)
}
