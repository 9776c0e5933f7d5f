//! The bytes of one file, or why there are none.

use std::{
    fs::{self, File as Handle},
    io::{self, Read},
    path::Path,
};

use crate::{
    document::{DocumentFormat, is_material},
    text::{FileFormat, UnreadReason, looks_binary},
};

#[cfg(feature = "office")]
use super::super::guard::guarded;
use super::ending::lowercase_ending;

/// Reads a file of at most `limit` bytes; what this program wrote itself is read only where it is `named`.
///
/// # Errors
/// Why there is nothing to read.
pub(super) fn content_of_file(
    path: &Path,
    limit: u64,
    named: bool,
) -> Result<Vec<u8>, UnreadReason> {
    let ending = lowercase_ending(path);
    // By its ending alone, before a byte is read: a PDF or a set of slides may be large, and is refused
    // for nothing.
    if FileFormat::of(&ending).is_some_and(FileFormat::is_foreign) {
        return Err(UnreadReason::Format(ending));
    }
    let bytes = text_of(read_at_most(path, limit)?)?;
    // A plan file may say in a comment whatever it likes.
    match ending != "plan" {
        true if is_material(&bytes) => Err(UnreadReason::Material),
        true if !named && is_own_copy(&bytes) => Err(UnreadReason::Own),
        _ => Ok(bytes),
    }
}

/// Whether a file is a copy that this program wrote; one that its reader cannot cope with is looked at again as a document.
#[cfg(feature = "office")]
fn is_own_copy(bytes: &[u8]) -> bool {
    DocumentFormat::is_package(bytes)
        && guarded(|| crate::document::is_own_file(bytes)).unwrap_or_default()
}

#[cfg(not(feature = "office"))]
fn is_own_copy(_: &[u8]) -> bool {
    false
}

/// The bytes of a text or a package, or why they are none.
pub(super) fn text_of(bytes: Vec<u8>) -> Result<Vec<u8>, UnreadReason> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(UnreadReason::Empty);
    }
    match DocumentFormat::is_package(&bytes) || !looks_binary(&bytes) {
        true => Ok(bytes),
        false => Err(UnreadReason::Binary),
    }
}

/// Reads at most `limit` bytes; a file that grows while it is read is bounded, too.
fn read_at_most(path: &Path, limit: u64) -> Result<Vec<u8>, UnreadReason> {
    let refused = |error: io::Error| UnreadReason::Refused(error.to_string());
    // Opening a pipe waits for its other end, and a device never ends.
    let known = fs::metadata(path).map_err(refused)?;
    if !known.is_file() {
        return Err(UnreadReason::Special);
    }
    let file = Handle::open(path).map_err(refused)?;
    let size = known.len();
    if size > limit {
        return Err(UnreadReason::TooLarge { size, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
    let read = bytes.len() as u64;
    if read > limit { Err(UnreadReason::TooLarge { size: read, limit }) } else { Ok(bytes) }
}
