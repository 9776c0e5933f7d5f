//! The ending of the name of a file.

use std::path::Path;

pub(super) fn lowercase_ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}
