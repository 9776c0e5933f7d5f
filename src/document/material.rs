//! Whether a file is what this program writes for a meeting: no plan, though it quotes many.

#[cfg(feature = "office")]
use crate::office::Package;

use super::DocumentFormat;

/// The category in the properties of office files that are written for a meeting; office programs keep it.
pub const MATERIAL: &str = "planlint review";

/// How a web page of this program begins.
const PAGE: &[u8] = b"<!doctype html>\n";
/// The mark of a web page that this program wrote, near its beginning.
const GENERATOR: &[u8] = b"<meta name=\"generator\" content=\"planlint ";
// The mark stands in the page's head; a page that quotes it further down is none of ours.
const NEAR: usize = 4 << 10;

/// Whether `bytes` are an office file or a web page that was written for a meeting. Its name may have changed.
#[must_use]
pub fn is_material(bytes: &[u8]) -> bool {
    if DocumentFormat::is_package(bytes) {
        return stated_category(bytes).is_some_and(|words| words == MATERIAL);
    }
    // Both must hold: a page of another program may begin alike.
    let near = bytes.get(..NEAR).unwrap_or(bytes);
    near.starts_with(PAGE) && near.windows(GENERATOR.len()).any(|window| window == GENERATOR)
}

/// The category that an office file states.
#[cfg(feature = "office")]
fn stated_category(bytes: &[u8]) -> Option<String> {
    let properties = Package::open(bytes).ok()?.text("docProps/core.xml").ok()??.0;
    let (_, rest) = properties.split_once("<cp:category>")?;
    let (words, _) = rest.split_once("</cp:category>")?;
    Some(words.trim().to_owned())
}

#[cfg(not(feature = "office"))]
fn stated_category(_: &[u8]) -> Option<String> {
    None
}
