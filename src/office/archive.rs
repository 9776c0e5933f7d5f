//! A new package, written part by part.

use std::io::{self, Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Packs `parts`, each a name and its bytes, in this order; the same parts give the same bytes.
///
/// # Errors
/// When two parts have one name, or one is larger than an archive can hold.
pub fn archive<B: AsRef<[u8]>>(parts: &[(&str, B)]) -> io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // A fixed time, since the same findings have to give the same bytes on any day.
        .last_modified_time(DateTime::default());
    for (name, bytes) in parts {
        writer.start_file(*name, options)?;
        writer.write_all(bytes.as_ref())?;
    }
    Ok(writer.finish()?.into_inner())
}
