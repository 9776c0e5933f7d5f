//! What is said at which words.

use crate::text::Span;

/// One comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewComment {
    /// The words it is about, in the text of the document; the paragraph or cell around an empty span.
    pub span: Span,
    /// Who says it.
    pub author: String,
    /// What is said; each line is a paragraph of the comment.
    pub text: String,
}

/// A document with comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The bytes of the copy.
    pub bytes: Vec<u8>,
    /// Which notes found no place in it, by their count from 0.
    pub left_out: Vec<usize>,
}
