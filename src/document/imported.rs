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
        let own = u32::try_from(given.own()).unwrap_or(u32::MAX);
        let (text, words): (String, Vec<(Span, Option<Span>)>) = given.finish();
        let mut parts = parts.clone();
        parts.given.extend(words);
        parts.own = own;
        Self { text, parts, tree }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_the_reader_gave_lead_back_as_those_behind_do() {
        let (number, heading) = (Span::new(0, 6), Span::new(6, 12));
        let parts = Parts { given: vec![(number, Some(heading))], ..Parts::default() };
        let mut given = Given::behind("一、目标\n".to_owned());
        let year = given.write("2025", None);
        let imported = Imported::new(given, &parts, Tree::default());
        assert_eq!(imported.parts.real(number), Some(heading));
        assert_eq!(imported.parts.real(heading), Some(heading));
        assert_eq!(imported.parts.real(year), None);
    }
}
