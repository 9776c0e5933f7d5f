//! What a workspace settles about the meaning of words: how far 左右 reaches, and further words of classes.

use std::sync::Arc;

use crate::{
    quantity::Decimal,
    syntax::{Class, ProblemKind, Tree},
    text::{Source, fold_full_width},
};

/// What the workspace can set about the meaning of phrases.
#[derive(Clone, Debug, PartialEq)]
pub struct PhraseSettings {
    /// How far 左右 reaches, as a share of the number.
    pub about: Decimal,
    /// Further words of the class column that mean binding.
    pub binding_words: Vec<Arc<str>>,
    /// Further words of the class column that mean indicative.
    pub indicative_words: Vec<Arc<str>>,
}

impl PhraseSettings {
    /// The class that a cell says: in the usual words, or in those that the workspace adds.
    #[must_use]
    pub fn class(&self, cell: &str) -> Option<Class> {
        Class::read(cell).or_else(|| self.added_class(cell))
    }

    /// The class of a word that the workspace adds.
    fn added_class(&self, cell: &str) -> Option<Class> {
        let cell = fold_full_width(cell.trim()).to_lowercase();
        let says = |words: &[Arc<str>]| words.iter().any(|word| word.to_lowercase() == cell);
        if says(&self.binding_words) {
            Some(Class::Binding)
        } else {
            says(&self.indicative_words).then_some(Class::Indicative)
        }
    }

    /// Takes out the problems of class words that the workspace adds: they are known now.
    pub fn settle_problems(&self, tree: &mut Tree, source: &Source) {
        if self.binding_words.is_empty() && self.indicative_words.is_empty() {
            return;
        }
        tree.problems.retain(|problem| {
            let unknown = matches!(problem.kind, ProblemKind::UnknownValue { .. });
            !unknown || self.added_class(source.slice(problem.span)).is_none()
        });
    }
}

impl Default for PhraseSettings {
    fn default() -> Self {
        // Two per cent is a choice, printed by every finding that rests on it: 75左右 is 73.5 to 76.5.
        Self { about: Decimal::new(2, 2), binding_words: Vec::new(), indicative_words: Vec::new() }
    }
}
