//! What a run rests on: the files with their hashes, the settings in force.

use serde::Serialize;

/// One file that was read.
#[derive(Clone, Debug, Serialize)]
pub struct InputFile {
    /// The path as shown.
    pub file: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
}

/// One setting that is not at its default.
#[derive(Clone, Debug, Serialize)]
pub struct SettingRow {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// Where it comes from.
    pub origin: String,
}
