//! Words as somebody wrote them, with their place.

use std::sync::Arc;

use super::Span;

/// Words with their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The words.
    pub text: Arc<str>,
    /// Where they stand in the file.
    pub span: Span,
}
