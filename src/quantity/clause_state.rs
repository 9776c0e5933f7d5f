//! What words say about all numbers behind them: 每年, 累计, 每个, 力争, 较2020年.

use std::sync::Arc;

use super::Basis;
use super::base::ChangeSide;
use super::grammar::Rule;
use super::tokens::{PhraseToken, TokenContent};

/// The words still in force at some place of a phrase.
#[derive(Default)]
pub(super) struct CarriedWords {
    /// 累计 or 每年.
    pub basis: Option<Basis>,
    /// 每个, 各县, 全部, 所有…均.
    pub each: bool,
    /// 力争.
    pub softener: Option<Arc<str>>,
    /// A base, with its year when it is named.
    pub base: Option<Option<i32>>,
    /// 年均增长.
    pub growth: bool,
    /// An English verb or noun of change: reduce … by.
    pub turn: Option<ChangeSide>,
    /// 其中, including: what follows is a part of what stood before.
    pub among: bool,
    /// no … greater than.
    pub negated: bool,
    /// 守住…红线.
    pub guarded: bool,
}

impl CarriedWords {
    /// Takes one token of the folded `text`.
    pub fn take(&mut self, text: &str, token: &PhraseToken) {
        match token.rule {
            Rule::cumulative | Rule::every_total => self.basis = Some(Basis::Cumulative),
            Rule::per_year => self.basis = Some(Basis::PerYear),
            Rule::growth => self.growth = true,
            Rule::each | Rule::all_of | Rule::all_the => self.each = true,
            Rule::softener => self.softener = text.get(token.start..token.end).map(Arc::from),
            // 确保 takes back an earlier 力争: 力争达到80%，确保达到75% promises the 75.
            Rule::firm => self.softener = None,
            Rule::rise | Rule::grows | Rule::gain => self.turn = Some(ChangeSide::Rise),
            Rule::fall | Rule::fewer => self.turn = Some(ChangeSide::Fall),
            Rule::unless => self.negated = true,
            Rule::among_them => self.among = true,
            Rule::guarded => self.guarded = true,
            Rule::stop => self.end_of_clause(),
            _ => {}
        }
        if let TokenContent::Base(year, _) = token.content {
            self.base = Some(year);
        }
    }

    /// What a comma ends.
    fn end_of_clause(&mut self) {
        // 每个 and growth speak of their own clause, while 累计, 力争 and a base year go on over commas:
        // 较2020年，能耗下降10%，排放下降12% has one base for both.
        self.each = false;
        self.growth = false;
        self.turn = None;
        self.among = false;
        self.negated = false;
    }
}
