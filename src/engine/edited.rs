//! A file with some of its words replaced, in its own encoding.

use crate::{
    finding::Edit,
    text::{decode, encode},
};

use super::File;

/// The bytes of a file after `edits`, in order and apart from each other; `None` when it holds bytes that would be lost.
pub fn edited<'a>(file: &File, edits: impl IntoIterator<Item = &'a Edit>) -> Option<Vec<u8>> {
    let decoded = decode(file.content.as_ref().ok()?);
    // A byte that no encoding explains was shown as a sign in its place; written again, that sign would
    // be what the file holds.
    if !decoded.undecodable.is_empty() {
        return None;
    }
    let mut text = String::with_capacity(decoded.text.len());
    let mut at = 0;
    // What lies between two edits is taken by its place in the text as it was, so no edit has to know how
    // long another one made it.
    for edit in edits {
        let range = edit.span.range();
        text.push_str(decoded.text.get(at..range.start)?);
        text.push_str(&edit.text);
        at = range.end;
    }
    text.push_str(decoded.text.get(at..)?);
    Some(encode(&text, decoded.encoding))
}
