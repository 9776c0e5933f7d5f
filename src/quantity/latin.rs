//! Latin words beside numbers: which of them nothing accounts for.

use super::candidate::NumberRole;
use super::grammar::Rule;
use super::stray::is_chinese;
use super::unit::read_beside;
use super::whole::Whole;
use super::words_that_change::is_operative;

impl Whole<'_> {
    /// A word of Latin letters that is grown together with a number, or that says something about it.
    pub(super) fn is_stray_word(&self, at: usize) -> bool {
        let words = self.words(at);
        if !words.is_ascii() {
            return false;
        }
        // t标准煤 mixes both scripts, and the letter is taken for a word of its own.
        if words == "t" && self.tail(at).starts_with("t标") {
            return false;
        }
        // GDP5000亿元: capitals before a number are the name that it is the value of.
        let name = words.len() > 1 && words.bytes().all(|byte| byte.is_ascii_uppercase());
        let unit = at.checked_sub(1).is_some_and(|before| self.words(before).ends_with(is_chinese));
        let unit = unit && self.is_figure(at.saturating_sub(1))
            // One letter is no unit by itself even where a list has it: m may be a metre, a million or a slip.
            || words.len() > 1 && read_beside(words).is_some();
        let grown =
            self.is_behind(at) && !unit && self.is_target(at) || self.is_before(at) && !name;
        // 25 percentage, 25 percentx: neither a share nor points, and which of the two makes a difference of
        // everything.
        let misspelt = self.follows_figure(at) && words.to_ascii_lowercase().starts_with("percent");
        grown || misspelt || is_operative(words) || words.len() == 1 && self.is_lone_letter(at)
    }

    /// Whether the number before the token `at` is no condition.
    fn is_target(&self, at: usize) -> bool {
        let own = self.candidates.iter().find(|candidate| candidate.beside.last + 1 == at);
        own.is_none_or(|candidate| candidate.role == NumberRole::Target)
    }

    /// One letter beside a number, the article aside.
    fn is_lone_letter(&self, at: usize) -> bool {
        let gap = |at: usize| self.rule(at) == Some(Rule::gap);
        let behind = at.checked_sub(1).filter(|_| !self.is_grown(at));
        let behind = behind.filter(|&before| !gap(before)).or(at.checked_sub(2));
        let before = if gap(at + 1) { at + 2 } else { at + 1 };
        // Only before a number: `a 55% cut`. Behind one, 25 a, it is a mark or a unit that nobody reads.
        let article = self.words(at).eq_ignore_ascii_case("a");
        behind.is_some_and(|behind| self.is_figure(behind)) || !article && self.is_figure(before)
    }

    /// Whether a number stands before the token, blanks aside.
    pub(super) fn follows_figure(&self, at: usize) -> bool {
        let mut before = (0..at).rev().skip_while(|&before| self.rule(before) == Some(Rule::gap));
        before.next().is_some_and(|before| self.is_figure(before))
    }
}
