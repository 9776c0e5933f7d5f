//! A document in simplified characters.

use crate::text::in_simplified;

use super::Document;

/// A document with its text in simplified characters.
pub(super) fn simplified_document(document: Document) -> Document {
    Document { text: in_simplified(document.text), ..document }
}
