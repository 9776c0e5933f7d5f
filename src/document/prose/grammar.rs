//! The parser generated from `grammar/clause.pest`, and the tree it gives a clause.

use std::{cell::RefCell, collections::HashMap, ops::Range, rc::Rc};

use pest::{Parser, iterators::Pair};

/// Says what belongs together in a clause.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/clause.pest"]
struct ClauseParser;

/// A part of a clause: what it is, its tokens, its own parts.
#[derive(Clone, Debug)]
pub struct Part {
    /// The rule that it follows.
    pub rule: Rule,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is made of.
    pub parts: Vec<Self>,
}

/// How many clauses a thread remembers: thousands of sentences have the same few shapes.
const MOST: usize = 10_000;

/// The longest clause worth remembering, in signs.
const LONGEST: usize = 60;

thread_local! {
    /// The parts of the clauses of this thread so far: a pure function remembered, so that threads and order change nothing.
    static PARTS: RefCell<HashMap<Box<str>, Rc<[Part]>>> = RefCell::default();
}

/// The parts of a clause with these signs.
pub fn parts(signs: &str) -> Rc<[Part]> {
    if let Some(known) = PARTS.with_borrow(|parts| parts.get(signs).map(Rc::clone)) {
        return known;
    }
    let clause = ClauseParser::parse(Rule::clause, signs).ok().and_then(|mut found| found.next());
    let parts: Rc<[Part]> = clause.into_iter().flat_map(Pair::into_inner).map(part).collect();
    PARTS.with_borrow_mut(|known| {
        if known.len() < MOST && signs.len() < LONGEST {
            known.insert(signs.into(), Rc::clone(&parts));
        }
    });
    parts
}

/// The grammar nests its rules a few deep and never in themselves.
fn part(pair: Pair<'_, Rule>) -> Part {
    let span = pair.as_span();
    Part {
        rule: pair.as_rule(),
        tokens: span.start()..span.end(),
        parts: pair.into_inner().map(part).collect(),
    }
}

impl Part {
    /// The tokens of its first part that follows `rule`.
    pub fn of(&self, rule: Rule) -> Option<Range<usize>> {
        self.parts.iter().find(|part| part.rule == rule).map(|part| part.tokens.clone())
    }
}
