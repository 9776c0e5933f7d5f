//! A phrase cut by the grammar, once for each shape: plans word thousands of targets alike and change only the digits.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use pest::{Parser, iterators::Pair};

use super::grammar::{PhraseParser, Rule};

/// How many shapes a thread remembers; a whole nation's plans hold fewer, and strangers' files cannot fill the memory.
// Cutting is the dearest step of reading a plan, and remembering makes the second 达到NN%以上 cost a look-up. The
// bound keeps the memory of a long-lived run flat; behind it phrases are only slower.
const MOST: usize = 20_000;
/// The longest shape worth remembering, in bytes: what is longer is a sentence and hardly comes again.
const LONGEST: usize = 240;

/// Runs of digits that the grammar knows by their value: `24小时`, `工业4.0`, `100%覆盖`. All others differ in nothing but
/// their length, years aside. A test reads them out of the grammar.
const KEPT: [&str; 8] = ["0", "1", "2", "3", "5", "10", "24", "100"];
/// What stands for any other digit; no word of the grammar holds it.
// Not one of KEPT, so a run that was made alike is never taken for one that the grammar knows by its value.
const ANY: u8 = b'7';

/// The cut of each shape.
type Cuts = HashMap<Box<[u8]>, Rc<[RuleMatch]>>;

thread_local! {
    /// The cuts of this thread so far: a pure function remembered, so that threads and order change nothing.
    static CUTS: RefCell<Cuts> = RefCell::default();
}

/// One match of a rule; its inner matches follow it.
#[derive(Clone, Copy, Debug)]
struct RuleMatch {
    rule: Rule,
    start: usize,
    end: usize,
    /// Behind its last inner match.
    next: usize,
}

/// A phrase as the grammar cuts it.
#[derive(Debug)]
pub(super) struct CutPhrase {
    pieces: Rc<[RuleMatch]>,
}

/// One match in its phrase: the rule, the words, the inner matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhraseNode<'a> {
    pieces: &'a [RuleMatch],
    at: usize,
    text: &'a str,
}

/// The cut of a folded phrase; `None` where the grammar gives up, which it does on no text it has time for.
pub(super) fn cut_phrase(text: &str) -> Option<CutPhrase> {
    if text.len() > LONGEST {
        return grammar_matches(text).map(|pieces| CutPhrase { pieces });
    }
    let shape = with_digits_made_one(text);
    let known = CUTS.with_borrow(|cuts| cuts.get(&*shape).map(Rc::clone));
    if let Some(pieces) = known {
        return Some(CutPhrase { pieces });
    }
    let pieces = grammar_matches(text)?;
    CUTS.with_borrow_mut(|cuts| {
        if cuts.len() < MOST {
            cuts.insert(shape.into_boxed_slice(), Rc::clone(&pieces));
        }
    });
    Some(CutPhrase { pieces })
}

/// `text` with the digits that the grammar does not tell apart made one.
fn with_digits_made_one(text: &str) -> Vec<u8> {
    let mut shape = text.as_bytes().to_vec();
    for run in shape.chunk_by_mut(|one, next| one.is_ascii_digit() == next.is_ascii_digit()) {
        if !run.first().is_some_and(u8::is_ascii_digit)
            || KEPT.iter().any(|kept| kept.as_bytes() == run)
        {
            continue;
        }
        // The grammar tells a year from an amount by its first two digits, so 1990 keeps its 19 and 2030 its 20.
        let century = if run.len() == 4 && (run.starts_with(b"19") || run.starts_with(b"20")) {
            2
        } else {
            0
        };
        run.iter_mut().skip(century).for_each(|digit| *digit = ANY);
    }
    shape
}

/// The matches of the grammar, each before its inner ones.
fn grammar_matches(text: &str) -> Option<Rc<[RuleMatch]>> {
    let phrase = PhraseParser::parse(Rule::phrase, text).ok()?.next()?;
    let mut pieces = Vec::new();
    for pair in phrase.into_inner().filter(|pair| pair.as_rule() != Rule::EOI) {
        flatten(pair, &mut pieces);
    }
    Some(pieces.into())
}

/// The grammar nests its rules a few deep and never in themselves.
fn flatten(pair: Pair<'_, Rule>, pieces: &mut Vec<RuleMatch>) {
    let (rule, span, at) = (pair.as_rule(), pair.as_span(), pieces.len());
    pieces.push(RuleMatch { rule, start: span.start(), end: span.end(), next: at });
    pair.into_inner().for_each(|inner| flatten(inner, pieces));
    let next = pieces.len();
    if let Some(piece) = pieces.get_mut(at) {
        piece.next = next;
    }
}

impl CutPhrase {
    /// The tokens of `text`, of which this is the cut.
    pub fn tokens<'a>(&'a self, text: &'a str) -> impl Iterator<Item = PhraseNode<'a>> {
        siblings(&self.pieces, text, 0, self.pieces.len())
    }
}

impl<'a> PhraseNode<'a> {
    fn piece(self) -> Option<&'a RuleMatch> {
        self.pieces.get(self.at)
    }

    /// Its rule.
    pub fn as_rule(self) -> Rule {
        self.piece().map_or(Rule::EOI, |piece| piece.rule)
    }

    /// Its first byte in the folded phrase.
    pub fn start(self) -> usize {
        self.piece().map_or(0, |piece| piece.start)
    }

    /// The byte behind it.
    pub fn end(self) -> usize {
        self.piece().map_or(0, |piece| piece.end)
    }

    /// Its words.
    pub fn as_str(self) -> &'a str {
        self.text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// What its rule is made of.
    pub fn into_inner(self) -> impl Iterator<Item = Self> {
        siblings(self.pieces, self.text, self.at + 1, self.piece().map_or(0, |piece| piece.next))
    }
}

/// The matches of one depth from `first` to before `end`.
fn siblings<'a>(
    pieces: &'a [RuleMatch],
    text: &'a str,
    first: usize,
    end: usize,
) -> impl Iterator<Item = PhraseNode<'a>> {
    let one = move |at: usize| (at < end).then_some(at);
    let next = move |&at: &usize| pieces.get(at).and_then(|piece| one(piece.next));
    std::iter::successors(one(first), next).map(move |at| PhraseNode { pieces, at, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    use pest_meta::{
        ast::Expr,
        parser::{consume_rules, parse},
    };

    use crate::quantity::read_phrase;

    #[test]
    fn digits_that_mean_the_same_have_one_shape() {
        for (one, other, same) in [
            ("达到47.89%", "达到93.06%", true),
            ("较2020年下降50%", "较2005年下降18%", true),
            ("较2020年下降50%", "较2120年下降50%", false),
            ("5个", "50个", false),
            ("24小时服务", "36小时服务", false),
        ] {
            assert_eq!(
                with_digits_made_one(one) == with_digits_made_one(other),
                same,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn every_digit_the_grammar_names_is_kept() {
        let grammar = include_str!("../../grammar/quantity.pest");
        let rules = parse(pest_meta::parser::Rule::grammar_rules, grammar).unwrap();
        let words = consume_rules(rules).unwrap().into_iter().flat_map(|rule| {
            let parts = rule.expr.iter_top_down();
            parts.filter_map(|part| match part {
                Expr::Str(word) | Expr::Insens(word) => Some(word),
                _ => None,
            })
        });
        for word in words {
            for run in word.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()) {
                assert!(["19", "20"].contains(&run) || KEPT.contains(&run), "{run} in {word}");
                assert!(!run.contains(char::from(ANY)), "{run} in {word}");
            }
        }
    }

    /// Each phrase of both lists with its digits changed and lengths kept.
    #[test]
    fn a_remembered_cut_is_the_cut_of_the_grammar() {
        let lists = [
            include_str!("../../tests/phrases.tsv"),
            include_str!("../../tests/phrases-public.tsv"),
        ];
        let phrases = lists.iter().flat_map(|list| list.lines().skip(1));
        let phrases = phrases.filter_map(|line| line.split('\t').next());
        for (count, phrase) in phrases.enumerate() {
            for turn in 0..6_u32 {
                let mut seed = turn + 7 * u32::try_from(count).unwrap();
                let changed: String = phrase
                    .chars()
                    .map(|c| match c.to_digit(10).filter(|_| turn > 0) {
                        Some(digit) => {
                            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                            char::from_digit((digit + (seed >> 16) % 10) % 10, 10).unwrap()
                        }
                        None => c,
                    })
                    .collect();
                let remembered = read_phrase(&changed);
                CUTS.with_borrow_mut(HashMap::clear);
                let fresh = read_phrase(&changed);
                assert_eq!(remembered, fresh, "{changed}");
                // What comes next may find the cut of another phrase of the same shape.
                drop(read_phrase(phrase));
            }
        }
    }
}
