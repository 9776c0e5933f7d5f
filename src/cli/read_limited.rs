//! Reads a file that is named on the command line or stands beside the configuration, as far as a limit.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

/// The bytes of a plain file that holds at most `limit` of them. Opening a pipe may wait for ever, so none is opened.
pub(super) fn read_bounded_bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "no plain file"));
    }
    let mut bytes = Vec::new();
    // A file that grows while it is read is bounded, too.
    File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// The same as UTF-8.
pub(super) fn read_bounded_text(path: &Path, limit: u64) -> io::Result<String> {
    let bytes = read_bounded_bytes(path, limit)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
