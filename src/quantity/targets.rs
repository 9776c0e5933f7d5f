//! Turns the tokens of a phrase into its targets.

use super::base::ChangeSide;
use super::candidate::{Candidate, NumberRole};
use super::clause_state::CarriedWords;
use super::figure::{FigureNotation, QuantityFigure};
use super::fold::Fold;
use super::folded::Folded;
use super::neighbours::NumberContext;
use super::relative::{PeerRank, RegionComparison};
use super::tokens::{PhraseToken, TokenContent};
use super::{
    Average, Comparator, Decimal, Quantity, Relative, coverage, measured, number_roles, path,
    wordless,
};

/// The targets of a phrase in their order.
pub(super) fn targets_of_phrase<'a>(
    folded: &'a Folded<'a>,
    tokens: &'a [PhraseToken],
    candidates: &'a [Candidate],
) -> Vec<Quantity> {
    let (targets, carried) = (Vec::new(), CarriedWords::default());
    let mut fold = Fold { folded, tokens, candidates, targets, carried };
    let mut rest = candidates.iter().enumerate();
    for (at, token) in tokens.iter().enumerate() {
        // Before the token is folded: a word and the number behind it are two tokens, but a base or a growth is
        // both at once.
        fold.carried.take(&folded.text, token);
        match &token.content {
            TokenContent::Figure(figure) => {
                if let Some((index, candidate)) = rest.next() {
                    // A number may add no target (a condition, an overflow); only then must nothing be kept
                    // beside the one before it.
                    let known = fold.targets.len();
                    fold.figure(candidate, figure);
                    if let Some(target) = fold.targets.get_mut(known) {
                        path::keep(&folded.text, tokens, candidates, index, target);
                    }
                }
            }
            TokenContent::Standing(standing) => fold.standing(at, standing),
            TokenContent::Rank(rank) => fold.rank(at, *rank),
            TokenContent::Growth(percent) => fold.growth(at, *percent),
            TokenContent::Base(..)
            | TokenContent::Year(_)
            | TokenContent::Words
            | TokenContent::Own(..) => coverage::add_coverage_word(&mut fold, at, token),
        }
    }
    // Words alone are asked last. 持续提高，达到80% is a level, and its 持续提高 no second target.
    if fold.targets.is_empty() {
        fold.targets.extend(wordless::target_without_number(&fold));
    }
    fold.targets
}

impl Fold<'_> {
    /// Adds the target of a number, if it is one.
    fn figure(&mut self, candidate: &Candidate, figure: &QuantityFigure) {
        match candidate.role {
            NumberRole::Condition | NumberRole::Base | NumberRole::Change => {}
            NumberRole::Whole => coverage::add_whole_count(self, candidate, figure),
            NumberRole::Target if coverage::is_share_of_all(self, candidate, figure) => {
                coverage::share_of_all(self, candidate);
            }
            NumberRole::Target if number_roles::is_from_to(self.tokens, candidate, figure) => {
                self.arrival(candidate, figure);
            }
            NumberRole::Target => {
                measured::add_measured_target(self, candidate.beside.clone(), figure.clone())
            }
        }
    }

    /// `from 14.5% to 17.5%`: the second number is where the first shall arrive.
    fn arrival(&mut self, candidate: &Candidate, figure: &QuantityFigure) {
        let mut beside = candidate.beside.clone();
        let rising = figure.high > figure.low;
        beside.verb = Some(if rising { Comparator::AtLeast } else { Comparator::AtMost });
        let figure =
            // As a range the target would be met by the start itself.
            QuantityFigure { low: figure.high, shape: FigureNotation::Plain, ..figure.clone() };
        let start = candidate_start(self.tokens, candidate);
        measured::add_measured_target(self, beside, figure);
        if let Some(target) = self.targets.last_mut() {
            target.start = start;
        }
    }

    /// Adds a comparison with another region or indicator.
    fn standing(&mut self, at: usize, standing: &RegionComparison) {
        let mut target = self.blank(at, at, standing.comparator);
        target.relative = standing.relative;
        if let Some(told) = &standing.told {
            let upper = matches!(
                standing.comparator,
                Comparator::RelativeLess | Comparator::RelativeAtMost
            );
            // The printed figure bounds the side that the words name: 低于全国(5.2%) has it above.
            target.low = (!upper).then_some(told.low);
            target.high = upper.then_some(told.high);
            target.unit.clone_from(&told.unit);
        }
        self.targets.push(target);
    }

    /// Adds a place among peers, unless it is the one to leave: 从第35位跨入30强.
    fn rank(&mut self, at: usize, rank: PeerRank) {
        if number_roles::is_left_behind(self.tokens, at) {
            return;
        }
        let comparator = if rank.at_most { Comparator::RankAtMost } else { Comparator::RankEqual };
        let mut target = self.blank(at, at, comparator);
        // A better rank is a smaller number: the first places all satisfy 前30强.
        target.low = (!rank.at_most).then_some(rank.place);
        target.high = Some(rank.place);
        target.relative = Some(Relative::Of(Average::Peers));
        target.unit = rank.percent.then(|| QuantityFigure::percent(rank.place).unit).flatten();
        self.targets.push(target);
    }

    /// Adds a growth said by a word: 翻一番, 减半.
    fn growth(&mut self, at: usize, percent: Decimal) {
        // 翻一番多 is more than double.
        let many = self.tokens.get(at).is_some_and(|token| self.words(token).ends_with('多'));
        let mut beside = NumberContext::of(self.tokens, at);
        beside.turn =
            Some(if percent.is_sign_negative() { ChangeSide::Fall } else { ChangeSide::Rise });
        let about = many.then_some(Comparator::MoreThan);
        measured::add_measured_target(
            self,
            beside,
            QuantityFigure { about, ..QuantityFigure::percent(percent.abs()) },
        );
    }
}

/// The lower number of a range that tells a way: from 14.5% to 17.5%.
fn candidate_start(tokens: &[PhraseToken], candidate: &Candidate) -> Option<Decimal> {
    tokens.get(candidate.at).and_then(PhraseToken::figure).map(|figure| figure.low)
}
