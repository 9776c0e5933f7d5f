//! What the workspace can set about the meaning of phrases.

use crate::quantity::Decimal;

/// What the workspace can set about the meaning of phrases.
#[derive(Clone, Debug, PartialEq)]
pub struct PhraseSettings {
    /// How far 左右 reaches, as a share of the number.
    pub about: Decimal,
}

impl Default for PhraseSettings {
    fn default() -> Self {
        // Two per cent is a choice, printed by every finding that rests on it: 75左右 is 73.5 to 76.5.
        Self { about: Decimal::new(2, 2) }
    }
}
