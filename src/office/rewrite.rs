//! A package written back with some parts replaced or added; every other part keeps its bytes, packed as they were.

use std::{
    collections::BTreeMap,
    io::{Cursor, Write},
};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Package, package::damage};
use crate::text::UnreadReason;

/// Writes `package` with the parts `changed` in place of its own; those it does not have follow behind, in order of their names.
///
/// The same package and parts give the same bytes.
///
/// # Errors
/// `Damaged` when an entry cannot be copied.
pub fn rewrite(
    package: &mut Package,
    changed: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, UnreadReason> {
    copied(package, changed).map_err(|error| damage(&error))
}

fn copied(package: &mut Package, changed: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut added = changed.clone();
    for at in 0..package.archive.len() {
        let entry = package.archive.by_index_raw(at)?;
        match entry.name().ok().and_then(|name| added.remove_entry(name.as_ref())) {
            Some((name, bytes)) => write_entry(&mut writer, &name, &bytes)?,
            // Unpacked and packed again the part would have other bytes, and a comparison would show a change nobody
            // made.
            None => writer.raw_copy_file(entry)?,
        }
    }
    for (name, bytes) in added {
        write_entry(&mut writer, &name, &bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

fn write_entry(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    bytes: &[u8],
) -> Result<(), ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    writer.start_file(name, options)?;
    writer.write_all(bytes)?;
    Ok(())
}
