//! Which signs and words of a phrase with numbers nothing accounts for.

use super::Comparator;
use super::figure::FigureNotation;
use super::grammar::Rule;
use super::number_roles;
use super::tokens::PhraseToken;
use super::unit::read_beside;
use super::whole::{PAIRS, Whole};
use super::words_that_change::{is_naming, is_operative, is_turning};
use crate::text::is_han;

/// Signs that stand in names and beside words, as long as they do not touch a number.
const IN_NAMES: &str = "“”‘’\"'《》〈〉「」『』[]〔〕·•・…—–―-:&+_.@#";

/// Numerals as cheques write them, which the grammar does not read.
const CAPITALS: [char; 11] = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰'];
/// Powers of ten in words.
const POWERS: [char; 5] = ['十', '百', '千', '万', '亿'];

impl Whole<'_> {
    /// Whether the token at `at` is one that nothing accounts for.
    pub(super) fn is_stray(&self, at: usize) -> bool {
        let Some(rule) = self.rule(at) else { return false };
        match rule {
            Rule::other => self.is_stray_character(at),
            Rule::plain_word => self.is_stray_word(at),
            // 70（待定）: a value and a blank for it; which one holds is not decided yet.
            Rule::blank => self.tokens.iter().any(|token| token.figure().is_some()),
            Rule::note => self.is_stray_note(at),
            Rule::arrow => !self.is_behind(at) || !self.is_before(at) || self.comes_again(at),
            Rule::included | Rule::excluded => !self.bounds_a_target(at),
            Rule::after_ge | Rule::after_le | Rule::after_about if !self.is_held(at) => {
                self.is_misplaced(at)
            }
            // 不降低25% denies a change whose size it tells.
            Rule::kept if self.words(at).starts_with('不') => self.is_before(at),
            Rule::rise | Rule::grows | Rule::fall if !self.is_held(at) => self.turns_nothing(at),
            Rule::origin => self.leads_nowhere(at),
            Rule::base => self.is_base_of_nothing(at),
            Rule::ge | Rule::gt | Rule::le | Rule::lt if self.compares_nothing(at) => true,
            Rule::stop => self.is_stray_stop(at),
            // A list that begins with its mark has lost what stood before it.
            Rule::pause if at == 0 && self.is_before(at) => true,
            Rule::pause => {
                self.words(at) == "/" && self.touches(at) && !self.is_base_of_rate(at + 1)
            }
            Rule::open | Rule::close => self.is_stray_bracket(at),
            // These carry a meaning of their own and are held, so they must be asked before what is held is passed.
            Rule::relative | Rule::comparison => self.is_no_comparison(at),
            Rule::unless => self.is_denial(at),
            Rule::range | Rule::ratio => self.is_no_range(at),
            Rule::quoted if !self.words(at).contains(char::is_numeric) => false,
            Rule::quoted | Rule::code | Rule::figure_name => self.touches_digits(at),
            Rule::doubled | Rule::halved => self.is_joined_growth(at),
            Rule::idle => self.is_turned(at),
            // Whatever a number has taken is accounted for; only two signs in a row, <>25, are too much of it.
            _ if self.is_held(at) => self.is_doubled_sign(at),
            _ => self.is_loose_comparator(at),
        }
    }

    /// A note that no number stands before, and a raised digit that may be a power.
    fn is_stray_note(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let raised = self.words(at).starts_with(['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
        // 10³ may be a thousand or ten with a third note.
        let power = raised && self.words(before).ends_with("10");
        // 25²人 is a slip for 25m²/人, not a note before a unit.
        let measures = raised && self.words(at + 1).starts_with(is_chinese);
        power
            || measures
            || self.is_before(at)
            || !self.is_held(before) && self.rule(before) != Some(Rule::note)
    }

    /// A bracket without its partner at a number, a number alone in brackets, 以上 or 不含 in brackets behind one.
    fn is_stray_bracket(&self, at: usize) -> bool {
        // The round pair stands last in PAIRS.
        let torn = self.torn.last() == Some(&true) && self.touches(at);
        // （注）25 is a note, (max 20) may be a remark about another number.
        let alone = at == 0 && self.is_before(at);
        let excluded = self.is_behind(at)
            && (self.tail(at).starts_with("(不含") || self.counts_itself(at))
            || self.tail(at).starts_with("(或");
        let follows = self.rule(at) == Some(Rule::close)
            && matches!(
                self.rule(at + 1),
                Some(Rule::after_ge | Rule::after_le | Rule::after_about)
            )
            && !self.is_held(at + 1);
        torn || alone || excluded || follows
    }

    /// 5人以上（含5人以下）: brackets that go on behind the number told once more.
    fn counts_itself(&self, at: usize) -> bool {
        let next = self.candidates.get(self.candidates.partition_point(|one| one.at <= at));
        self.tail(at).starts_with("(含")
            && next.is_some_and(|next| {
                next.beside.first == at + 2 && self.rule(next.beside.last + 1) == Some(Rule::close)
            })
    }

    /// A comparison grown together with the number before it, or with less than a number: 25≤x, less than half.
    fn is_no_comparison(&self, at: usize) -> bool {
        let sign = !self.words(at).starts_with(char::is_alphabetic);
        let mut words = self.words(at).split_whitespace();
        // 25≤x: the number stands on the wrong side of the sign.
        sign && self.is_behind(at)
            || self.words(at).is_ascii() && self.follows_figure(at)
            || words.any(|word| !["less", "than"].contains(&word) && is_operative(word))
    }

    /// Whether the figure at `at` is what a rate is counted on: 12/10万.
    pub(super) fn is_base_of_rate(&self, at: usize) -> bool {
        let words = self.words(at).trim_end_matches("人");
        matches!(
            words,
            "万" | "10万"
                | "十万"
                | "百万"
                | "千"
                | "1000"
                | "10000"
                | "100000"
                | "100,000"
                | "1,000"
        )
    }

    /// A character that no other rule wants.
    fn is_stray_character(&self, at: usize) -> bool {
        let words = self.words(at);
        let Some(character) = words.chars().next() else { return false };
        if is_chinese(character) {
            // A numeral that the grammar has left over beside a number is a torn part of it, 25三.
            let numeral = "〇零一二两三四五六七八九十百千万亿廿卅".contains(character);
            return (numeral && self.touches(at)) || self.is_turned(at);
        }
        if let Some(pair) = PAIRS.iter().position(|&(open, close)| [open, close].contains(&words)) {
            return self.touches(at) && self.torn.get(pair) == Some(&true);
        }
        match character {
            // A stroke at the very beginning may be a minus that a blank has parted from its number, and it may be a
            // bullet.
            '-' | '–' | '—' if at == 0 => {
                self.touches(at) || self.is_figure(at + 2) && self.rule(at + 1) == Some(Rule::gap)
            }
            // A full stop ends the phrase; before more words it may be a decimal point: 25. 5.
            '.' if self.is_behind(at) => !self.is_last(at),
            // 2026年：20% names what follows; 1:1.5:2 and :25 name nothing.
            ':' if self.is_before(at) => self.is_behind(at) || !self.names(at),
            _ if IN_NAMES.contains(character) => self.touches(at),
            _ => !character.is_alphabetic() || self.touches(at),
        }
    }

    /// Whether nothing but blanks stands behind.
    fn is_last(&self, at: usize) -> bool {
        self.tokens.iter().skip(at + 1).all(|token| token.rule == Rule::gap)
    }

    /// Whether words or a year stand directly before the token.
    fn names(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.rule(before));
        before.is_some_and(|rule| {
            !matches!(rule, Rule::stop | Rule::pause | Rule::gap | Rule::open | Rule::quantity)
        }) && at.checked_sub(1).is_some_and(|before| {
            self.words(before).ends_with(|c: char| c.is_alphanumeric() || c == ')')
        })
    }

    /// A comma before the first number, a sign of exclamation behind the last.
    fn is_stray_stop(&self, at: usize) -> bool {
        let leads = at == 0 && self.is_before(at);
        let before = at.checked_sub(1);
        let short = before.filter(|&before| self.rule(before) == Some(Rule::plain_word));
        // c. 25, No. 5: two letters and a stop are an abbreviation, and which one decides whether the number is an
        // amount.
        let shortened = short.is_some_and(|word| self.words(word).len() <= 2)
            && self.words(at).starts_with('.')
            && self.is_figure(at + 1);
        leads || shortened || self.words(at) == "!" && self.is_behind(at)
    }

    /// no, never, not before a number that nothing compares.
    fn is_denial(&self, at: usize) -> bool {
        let next = self.candidates.iter().find(|candidate| candidate.at > at);
        let near = next.filter(|next| {
            let between = self.tokens.iter().take(next.beside.first).skip(at + 1);
            between.into_iter().all(|token| token.rule == Rule::gap)
        });
        near.is_some_and(|next| next.beside.sign.is_none())
    }

    /// A range that runs backwards, two strokes before a negative number, a ratio that is a time.
    fn is_no_range(&self, at: usize) -> bool {
        let Some(figure) = self.tokens.get(at).and_then(PhraseToken::figure) else { return false };
        let words = self.words(at);
        let candidate = self.candidates.iter().find(|candidate| candidate.at == at);
        let leads = candidate.is_some_and(|one| number_roles::is_from_to(self.tokens, one, figure));
        let backwards = figure.shape == FigureNotation::Range && figure.low > figure.high && !leads;
        let sides = words.split_once(':');
        // A ratio is printed 2:1, an hour 08:30.
        let timely = |(hour, minute): (&str, &str)| hour.len() == 2 && minute.len() == 2;
        let bounded = candidate.and_then(|one| one.beside.behind);
        // 5至10以上 has a floor, and nobody can say which of its ends that is.
        let torn = figure.shape == FigureNotation::Range
            && matches!(bounded, Some(Comparator::AtLeast | Comparator::AtMost));
        backwards
            || torn
            || words.contains(':') && self.goes_on(at)
            || words.starts_with('-') && words.contains("--")
            || sides.is_some_and(timely)
    }

    /// Whether a part of a name is grown together with the token before it.
    fn goes_on(&self, at: usize) -> bool {
        let name = matches!(self.rule(at + 1), Some(Rule::idle | Rule::other | Rule::plain_word));
        name && self.is_grown(at + 1)
    }

    /// A name with digits in it that is grown together with a number.
    fn touches_digits(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_figure(before) && self.is_open_end(before))
            || self.is_figure(at + 1)
    }

    /// Whether a figure ends in its number, without a unit.
    pub(super) fn is_open_end(&self, at: usize) -> bool {
        self.words(at).ends_with(|c: char| c.is_ascii_digit())
    }

    /// `double to 50`: the number is where doubling leads, not another target.
    fn is_joined_growth(&self, at: usize) -> bool {
        let mut behind = self.tokens.iter().enumerate().skip(at + 1);
        let next = behind.find(|(_, token)| !matches!(token.rule, Rule::gap | Rule::plain_word));
        let linked = next.is_some_and(|(_, token)| token.rule == Rule::to_word);
        let grown = at.checked_sub(1).is_some_and(|before| self.is_figure(before));
        linked || grown || self.is_figure(at + 1)
    }

    /// Words directly beside a number that turn what it says: 第25, 25加倍.
    fn is_turned(&self, at: usize) -> bool {
        let words = self.words(at);
        let behind = || self.tail(at);
        self.is_before(at) && self.is_figure(at + 1) && is_turning(self.head(at), true)
            || self.is_behind(at) && is_turning(behind(), false)
            || self.is_bare_before(at) && is_naming(behind())
            || self.is_second_unit(at)
            || words.ends_with('再') && self.goes_further(at)
            || words.ends_with(CAPITALS)
                && self.is_figure(at + 1)
                && self.words(at + 1).starts_with(POWERS)
    }

    /// 25%个, 25个个: a measure word behind a number that has one, or is a share.
    fn is_second_unit(&self, at: usize) -> bool {
        let figure =
            at.checked_sub(1).filter(|_| self.is_grown(at)).and_then(|at| self.tokens.get(at));
        let unit = figure.and_then(PhraseToken::figure).and_then(|figure| figure.unit.as_ref());
        let other = read_beside(self.words(at)).filter(|_| unit.is_some());
        let twice =
            at.checked_sub(1).is_some_and(|before| self.words(before).ends_with(self.words(at)));
        other.zip(unit).is_some_and(|(_, own)| &*own.name == "%" || twice)
    }

    /// Whether a number without a unit stands directly before the token.
    fn is_bare_before(&self, at: usize) -> bool {
        let figure =
            at.checked_sub(1).filter(|_| self.is_grown(at)).and_then(|at| self.tokens.get(at));
        figure
            .and_then(PhraseToken::figure)
            .is_some_and(|figure| figure.unit.is_none() && !figure.round)
    }

    /// 从5%提高到10%再到15%: a second level, and no year for either.
    fn goes_further(&self, at: usize) -> bool {
        matches!(self.rule(at + 1), Some(Rule::reach | Rule::to_up | Rule::to_down))
            && self.candidates.first().is_some_and(|first| first.at < at)
    }

    /// The text to the end of the token `at`.
    fn head(&self, at: usize) -> &str {
        self.text.get(..self.range(at, at).end).unwrap_or_default()
    }

    /// The text from the token `at` on.
    pub(super) fn tail(&self, at: usize) -> &str {
        self.text.get(self.range(at, at).start..).unwrap_or_default()
    }
}

/// Whether a character is a Chinese one, rare ones and the written nought included.
pub(super) fn is_chinese(character: char) -> bool {
    is_han(character) || matches!(character, '\u{3400}'..='\u{4DBF}' | '〇')
}
