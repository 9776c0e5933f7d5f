//! What a file is by its first bytes, whatever its name says.

use crate::text::UnreadReason;

/// The first bytes of the container of old office files, which also wraps documents with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How many bytes of a compound file are searched for the names of its streams; they stand in its directory, anywhere.
// Of a larger file both ends are searched. A directory between them is missed, and the file is then told as an old
// format.
const SEARCHED: usize = 4 << 20;

/// Refuses bytes that are no zip archive, each kind with its own reason.
pub(super) fn check(bytes: &[u8]) -> Result<(), UnreadReason> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(UnreadReason::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if bytes.starts_with(b"PK") { Ok(()) } else { Err(UnreadReason::NotOffice) }
}

/// What a compound file is: the streams it names tell.
fn compound(bytes: &[u8]) -> UnreadReason {
    // First of all: a document with a password is a compound file, too, and saying that it is an old .doc would send
    // its owner the wrong way.
    if names_stream(bytes, "EncryptedPackage") {
        UnreadReason::Protected
    } else if names_stream(bytes, "Workbook") {
        UnreadReason::Format("xls".to_owned())
    } else {
        UnreadReason::Format("doc".to_owned())
    }
}

fn names_stream(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ends =
        [bytes.get(..SEARCHED), bytes.len().checked_sub(SEARCHED).and_then(|at| bytes.get(at..))];
    let searched = if bytes.len() <= SEARCHED { [Some(bytes), None] } else { ends };
    searched.into_iter().flatten().any(|part| part.windows(name.len()).any(|window| window == name))
}
