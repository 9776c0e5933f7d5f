//! Whether a phrase that states numbers is understood to its last character: what is not known to be harmless stops it.

use std::ops::Range;

use super::candidate::{Candidate, NumberRole};
use super::grammar::Rule;
use super::neighbours::ChangePreposition;
use super::tokens::{PhraseToken, TokenContent};
use super::words_that_change::is_operator;
use super::{Decimal, read_unit};

/// Marks that come in pairs, and may touch a number when both are there.
pub(super) const PAIRS: [(&str, &str); 7] =
    [("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("[", "]"), ("〔", "〕"), ("(", ")")];

/// Units that no subject of a phrase is called like.
const MEASURES: [&str; 18] = [
    // Before a number a count is as often the subject, 学校 5, 人 2.6; a measure there can only be the unit, and the
    // number might be of it.
    "公里",
    "米",
    "吨",
    "千克",
    "克",
    "千瓦",
    "千瓦时",
    "公顷",
    "亩",
    "英亩",
    "平方米",
    "平方公里",
    "立方米",
    "元",
    "美元",
    "欧元",
    "英镑",
    "港元",
];

/// A phrase whose tokens have been given their parts.
pub(super) struct Whole<'a> {
    pub text: &'a str,
    pub tokens: &'a [PhraseToken],
    pub candidates: &'a [Candidate],
    /// Whether each token belongs to a number, a standing or a rank.
    held: Vec<bool>,
    /// Whether any mark of each pair is missing its partner.
    pub torn: [bool; PAIRS.len()],
}

/// The bytes of the first words that nothing accounts for.
pub(super) fn stopper(
    text: &str,
    tokens: &[PhraseToken],
    candidates: &[Candidate],
) -> Option<Range<usize>> {
    let mut held: Vec<bool> = tokens.iter().map(is_figurative).collect();
    for candidate in candidates {
        let own = candidate.beside.first..=candidate.beside.last;
        let own =
            held.get_mut(own.clone()).into_iter().flatten().zip(tokens.iter().skip(*own.start()));
        // What stands between a number and a word far before it is a name like any other.
        own.filter(|(_, token)| !is_blank_or_name(token.rule)).for_each(|(held, _)| *held = true);
    }
    let torn = PAIRS.map(|(open, close)| text.matches(open).count() != text.matches(close).count());
    let whole = Whole { text, tokens, candidates, held, torn };
    // Single tokens before pairs, so that the words shown to the drafter are the fewest that explain why.
    let alone = (0..tokens.len()).find(|&at| whole.is_stray(at)).map(|at| whole.range(at, at));
    alone
        .or_else(|| whole.bound_of_another())
        .or_else(|| whole.unit_before())
        .or_else(|| whole.tied_figures())
        .or_else(|| whole.unexplained())
        .or_else(|| whole.dangling())
}

/// Whether a token is a blank or a part of a name.
fn is_blank_or_name(rule: Rule) -> bool {
    matches!(rule, Rule::gap | Rule::idle | Rule::other | Rule::plain_word | Rule::of)
}

/// Whether a token says a number, a comparison or a rank by itself.
fn is_figurative(token: &PhraseToken) -> bool {
    !matches!(
        token.content,
        TokenContent::Words
            | TokenContent::Base(..)
            | TokenContent::Year(_)
            | TokenContent::Own(..)
    )
}

impl Whole<'_> {
    pub(super) fn range(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        start..self.tokens.get(last).map_or(start, |token| token.end)
    }

    pub(super) fn words(&self, at: usize) -> &str {
        self.text.get(self.range(at, at)).unwrap_or_default()
    }

    pub(super) fn rule(&self, at: usize) -> Option<Rule> {
        self.tokens.get(at).map(|token| token.rule)
    }

    pub(super) fn is_held(&self, at: usize) -> bool {
        self.held.get(at).copied().unwrap_or_default()
    }

    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.figure().is_some())
    }

    /// Whether no blank stands before the token `at`; a number takes the blanks behind it along.
    pub(super) fn is_grown(&self, at: usize) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.range(before, before).end == self.range(at, at).start)
    }

    /// Whether the next token to the left belongs to a number, without a blank between.
    pub(super) fn is_behind(&self, at: usize) -> bool {
        self.is_grown(at) && at.checked_sub(1).is_some_and(|before| self.is_held(before))
    }

    /// Whether the next token to the right belongs to a number, without a blank between.
    pub(super) fn is_before(&self, at: usize) -> bool {
        self.is_held(at + 1) && self.is_grown(at + 1)
    }

    /// Whether a token touches a number on either side.
    pub(super) fn touches(&self, at: usize) -> bool {
        self.is_behind(at) || self.is_before(at)
    }

    /// 不超过上年的95%: a bound on a share of something else, which is no bound on the share alone.
    fn bound_of_another(&self) -> Option<Range<usize>> {
        const BOUNDS: [&str; 10] = [
            "不超过",
            "不高于",
            "不多于",
            "不大于",
            "不低于",
            "不少于",
            "不小于",
            "低于",
            "高于",
            "少于",
        ];
        self.candidates.iter().find_map(|candidate| {
            let figure = self.tokens.get(candidate.at).and_then(PhraseToken::figure)?;
            let of = candidate.at.checked_sub(1).filter(|&at| self.rule(at) == Some(Rule::of))?;
            let end = self.range(of, of).start;
            let before = self.text.get(..end)?;
            let bound =
                BOUNDS.iter().filter_map(|word| Some(before.rfind(word)? + word.len())).max()?;
            figure.is_percent().then(|| bound..self.range(candidate.at, candidate.at).end)
        })
    }

    /// `GW 2.6`, `公里 5`: a unit before a number that has none behind it. Nobody says that the number is counted in it, and in
    /// any other unit it would be of another size.
    fn unit_before(&self) -> Option<Range<usize>> {
        self.candidates.iter().find_map(|candidate| {
            let figure = self.tokens.get(candidate.at).and_then(PhraseToken::figure)?;
            let first = self.range(candidate.beside.first.min(candidate.at), candidate.at).start;
            let before = self.text.get(..first).filter(|_| figure.unit.is_none())?;
            let before = before.trim_end_matches([' ', ':', ')']);
            let latin = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let cut = |c: char| matches!(c, ' ' | ':' | ',' | ';' | '(' | '。' | '、');
            let start = match latin.len() < before.len() {
                true => latin.len(),
                false => before.rfind(cut).map_or(0, |at| {
                    at + before
                        .get(at..)
                        .and_then(|rest| rest.chars().next())
                        .map_or(0, char::len_utf8)
                }),
            };
            let word = before.get(start..).filter(|word| word.len() > 1)?;
            let unit = read_unit(word)?;
            let measures = unit.factor != Decimal::ONE || MEASURES.contains(&&*unit.name);
            measures.then_some(start..start + word.len())
        })
    }

    /// A word at the end that joins: what it would join is missing.
    fn dangling(&self) -> Option<Range<usize>> {
        const JOINS: [&str; 8] = ["和", "及", "与", "或", "、", "以及", "and", "or"];
        let last = (0..self.tokens.len()).rev().find(|&at| !self.words(at).trim().is_empty())?;
        JOINS.contains(&self.words(last).trim()).then(|| self.range(last, last))
    }

    /// Two numbers with nothing, or with a sign or word that reckons, between them.
    fn tied_figures(&self) -> Option<Range<usize>> {
        self.candidates.windows(2).find_map(|pair| {
            let [one, next] = pair else { return None };
            let (end, start) = (self.range(one.at, one.at).end, self.range(next.at, next.at).start);
            let between = self.text.get(end..start)?;
            let words = between.trim();
            let before = between.len() - between.trim_start().len();
            let figure = self.tokens.get(next.at).and_then(PhraseToken::figure)?;
            let first = self.tokens.get(one.at).and_then(PhraseToken::figure)?;
            let share = (figure.is_percent() || figure.unit_is(|name| name == "倍"))
                && (first.is_percent() || first.unit.is_none());
            let named =
                // 5个亿元企业: the second is a name. 12/10万: it is what the first is counted on.
                words.is_empty() && figure.round || words == "/" && self.is_base_of_rate(next.at);
            let reckons = self.is_either(one, next)
                || self.leads_on(one, next)
                || is_operator(words) && !named
                || words == "的" && share
                || words == "," && !between.contains(' ') && {
                    // 34,96: a comma with digits on both sides.
                    self.is_open_end(one.at)
                        && self.words(next.at).starts_with(|c: char| c.is_ascii_digit())
                };
            let stands = if matches!(words, "" | "," | "。" | ".") {
                self.range(one.at, next.at)
            } else {
                end + before..end + before + words.len()
            };
            reckons.then_some(stands)
        })
    }

    /// 低于20或高于30, less than 20 or more than 30: one of the two, and nobody says which.
    fn is_either(&self, one: &Candidate, next: &Candidate) -> bool {
        let (end, start) = (
            self.range(one.beside.last, one.beside.last).end,
            self.range(next.beside.first, next.at).start,
        );
        let between = self.text.get(end..start).unwrap_or_default().trim();
        matches!(between, "或" | "或者" | "或是" | "or" | "or else")
    }

    /// `25% in 2020 to 30% in 2030`: the first is where the way to the second begins.
    fn leads_on(&self, one: &Candidate, next: &Candidate) -> bool {
        let bare =
            one.beside.turn.is_none() && one.beside.link.is_none() && one.beside.verb.is_none();
        one.role == NumberRole::Target && bare && next.beside.link == Some(ChangePreposition::To)
    }

    /// A second number that no word, sign or year explains, or a first that only a sign parts from the second.
    fn unexplained(&self) -> Option<Range<usize>> {
        let targets = self.candidates.iter().filter(|one| one.role == NumberRole::Target);
        // A first number may stand alone, as in any cell. A second needs a word that says what it is for, or
        // somebody else's number is taken for this row's.
        let found = targets.enumerate().find(|(number, one)| match number {
            0 => self.leads_a_list(one),
            _ => self.is_bare(one),
        });
        found.map(|(_, one)| self.range(one.at, one.at))
    }

    /// `2、5个以上`: whether a number without a unit is parted from the next by a sign alone.
    fn leads_a_list(&self, candidate: &Candidate) -> bool {
        let last = candidate.beside.last;
        let plain = self.tokens.get(candidate.at).and_then(PhraseToken::figure);
        let parted = matches!(self.rule(last + 1), Some(Rule::stop | Rule::pause));
        let first = candidate.beside.first == 0 && !candidate.beside.taken;
        let plain = plain.is_some_and(|figure| figure.unit.is_none());
        first && plain && parted && self.is_figure(last + 2)
    }

    /// Whether nothing but signs stands between a number and its neighbours.
    fn is_bare(&self, candidate: &Candidate) -> bool {
        if self.is_base_of_rate(candidate.at) {
            return false;
        }
        let beside = &candidate.beside;
        let edge = |token: &&PhraseToken| !matches!(token.rule, Rule::gap);
        let ends = |token: Option<&PhraseToken>, bracket: Rule| {
            token.is_none_or(|token| {
                matches!(token.rule, Rule::stop | Rule::pause | Rule::open)
                    || token.rule == bracket
                    || token.figure().is_some()
            })
        };
        let held = beside.first.checked_sub(1).is_some_and(|before| self.is_held(before));
        let before = self.tokens.iter().take(beside.first).rev().find(edge).filter(|_| !held);
        let behind = self.tokens.iter().skip(beside.last + 1).find(edge);
        let mut following =
            self.tokens.iter().skip(beside.last + 1).filter(|token| token.rule != Rule::gap);
        let year = following.next().is_some_and(|token| token.rule == Rule::open)
            && following.next().is_some_and(|token| token.year().is_some());
        let meant = self.tokens.get(beside.first..candidate.at).unwrap_or_default();
        let meant = meant.iter().any(|token| matches!(token.rule, Rule::softener | Rule::firm));
        !beside.taken
            && !meant
            && beside.sign.is_none()
            && beside.behind.is_none()
            && !year
            && beside.turn.is_none()
            && ends(before, Rule::open)
            && ends(behind, Rule::close)
    }
}
