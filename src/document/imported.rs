//! One plan that a document holds, in the form every later layer reads.

use crate::{
    syntax::Tree,
    text::{Parts, Span},
};

use super::Given;

/// A plan out of a document: a long table holds several.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The document's text with the given words behind it; the tree's spans lie in it.
    pub text: String,
    /// Where the parts of the document stand in the text, and what the given words stand for.
    pub parts: Parts,
    /// What a plan file of the same words would give.
    pub tree: Tree,
}

impl Imported {
    /// The plan of `tree` over the words of `given`, whose document stands where `parts` says.
    #[must_use]
    pub fn new(given: Given, parts: &Parts, tree: Tree) -> Self {
        let (text, words): (String, Vec<(Span, Option<Span>)>) = given.finish();
        Self { text, parts: Parts { given: words, ..parts.clone() }, tree }
    }
}
