//! The flat list of tokens the grammar cuts a phrase into.

use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::relative::{PeerRank, RegionComparison};
use super::{Decimal, base};

/// One stretch of a phrase.
#[derive(Clone, Debug)]
pub(super) struct PhraseToken {
    /// Which rule of the grammar it matches.
    pub rule: Rule,
    /// Its first byte in the folded phrase.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// What it holds.
    pub content: TokenContent,
}

/// What a token holds beyond its words.
#[derive(Clone, Debug)]
pub(super) enum TokenContent {
    /// Nothing but its words.
    Words,
    /// A number, range or ratio.
    Figure(QuantityFigure),
    /// A comparison with the figure of another region.
    Standing(RegionComparison),
    /// A place among peers.
    Rank(PeerRank),
    /// A base year, when it is named; the flag says that the change behind it is a fall or a rise.
    Base(Option<i32>, Option<base::ChangeSide>),
    /// The one year of a period or date, when it names just one.
    Year(i32),
    /// A growth in percent, said by a word: 翻一番; negative for 减半.
    Growth(Decimal),
    /// （含70%）, （不含）: the number before it, where it is told once more.
    Own(Option<QuantityFigure>),
}

impl PhraseToken {
    /// The year, if it is the name of one.
    pub fn year(&self) -> Option<i32> {
        match self.content {
            TokenContent::Year(year) => Some(year),
            _ => None,
        }
    }

    /// The figure, if it is one.
    pub fn figure(&self) -> Option<&QuantityFigure> {
        match &self.content {
            TokenContent::Figure(figure) => Some(figure),
            _ => None,
        }
    }
}
