//! The parser generated from `grammar/clause.pest`, and the tree it gives a clause.

use std::ops::Range;

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

/// The parts of a clause with these signs.
pub fn parts(signs: &str) -> Vec<Part> {
    let clause = ClauseParser::parse(Rule::clause, signs).ok().and_then(|mut found| found.next());
    clause.into_iter().flat_map(Pair::into_inner).map(part).collect()
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
