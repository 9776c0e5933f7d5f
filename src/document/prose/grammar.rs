//! The parser generated from `grammar/clause.pest`, and the tree it gives a clause.

use std::{cell::RefCell, collections::HashMap, ops::Range, rc::Rc};

use pest::{Parser, iterators::Pair};

/// Says what belongs together in a clause.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/clause.pest"]
struct ClauseParser;

/// A part of a clause: what it is, its tokens, its own parts.
#[derive(Clone, Debug)]
pub struct ClauseNode {
    /// The rule that it follows.
    pub rule: Rule,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is made of.
    pub parts: Vec<Self>,
}

/// How many clauses a thread remembers: thousands of sentences have the same few shapes.
// A choice that bounds memory: a document whose clauses are all of different shape fills no more than
// this.
const MOST: usize = 10_000;

/// The longest clause worth remembering, in signs.
// Long clauses rarely have the same signs twice, so they would only fill the table.
const LONGEST: usize = 60;

/// Signs that are looked at together; what is longer is a list without end, and is read piece by piece, so that time stays linear.
const PIECE: usize = 240;

thread_local! {
    /// The parts of the clauses of this thread so far: a pure function remembered, so that threads and order change nothing.
    static PARTS: RefCell<HashMap<Box<str>, Rc<[ClauseNode]>>> = RefCell::default();
}

/// The parts of a clause with these signs.
pub fn parts_of_clause(signs: &str) -> Rc<[ClauseNode]> {
    if signs.len() <= PIECE {
        return parts_of_piece(signs);
    }
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(rest) = signs.get(from..).filter(|rest| !rest.is_empty()) {
        let head = rest.get(..PIECE.min(rest.len())).unwrap_or(rest);
        // A piece ends before a 、 where there is one, so that no item of the list is torn in two.
        let pause = head.rfind('j').filter(|at| *at > 0 && rest.len() > head.len());
        let length = pause.unwrap_or(head.len());
        found.extend(
            parts_of_piece(rest.get(..length).unwrap_or(rest))
                .iter()
                .map(|part| part.shifted(from)),
        );
        from += length;
    }
    found.into()
}

/// The parts of a stretch of signs.
fn parts_of_piece(signs: &str) -> Rc<[ClauseNode]> {
    if let Some(known) = PARTS.with_borrow(|parts| parts.get(signs).map(Rc::clone)) {
        return known;
    }
    let clause = ClauseParser::parse(Rule::clause, signs).ok().and_then(|mut found| found.next());
    let parts: Rc<[ClauseNode]> =
        clause.into_iter().flat_map(Pair::into_inner).map(node_of_pair).collect();
    PARTS.with_borrow_mut(|known| {
        if known.len() < MOST && signs.len() < LONGEST {
            known.insert(signs.into(), Rc::clone(&parts));
        }
    });
    parts
}

/// The grammar nests its rules a few deep and never in themselves.
fn node_of_pair(pair: Pair<'_, Rule>) -> ClauseNode {
    let span = pair.as_span();
    ClauseNode {
        rule: pair.as_rule(),
        tokens: span.start()..span.end(),
        parts: pair.into_inner().map(node_of_pair).collect(),
    }
}

impl ClauseNode {
    /// The same `by` tokens later.
    fn shifted(&self, by: usize) -> Self {
        Self {
            rule: self.rule,
            tokens: self.tokens.start + by..self.tokens.end + by,
            parts: self.parts.iter().map(|part| part.shifted(by)).collect(),
        }
    }

    /// The tokens of its first part that follows `rule`.
    pub fn of(&self, rule: Rule) -> Option<Range<usize>> {
        self.parts.iter().find(|part| part.rule == rule).map(|part| part.tokens.clone())
    }
}
