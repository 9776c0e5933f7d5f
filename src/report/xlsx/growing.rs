//! Rows of the findings that are as high as their words and still grow when somebody writes a long reason.
//!
//! The library can only write heights that stay.

use std::{collections::BTreeMap, io};

use crate::office::{Package, rewrite};

/// The second sheet, where there are findings.
const FINDINGS: &str = "xl/worksheets/sheet2.xml";
/// What makes a height stay.
// Rows of a fixed height hide the end of a reason that somebody types into them; without any height a program that
// does not work it out shows a single line.
const FIXED: &str = " customHeight=\"1\"";

/// The workbook with heights of the findings' rows that are only where a program begins.
///
/// # Errors
/// When the bytes are no workbook with a second sheet.
pub(super) fn growing(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // A plain replacement will do: the words of plans stand in another part of the package, so none of them can be
    // this attribute.
    let unread = |reason| io::Error::other(format!("{reason:?}"));
    let mut package = Package::open(bytes).map_err(unread)?;
    let Some((sheet, _)) = package.text(FINDINGS).map_err(unread)? else {
        return Err(io::ErrorKind::NotFound.into());
    };
    let changed = BTreeMap::from([(FINDINGS.to_owned(), sheet.replace(FIXED, "").into_bytes())]);
    rewrite(&mut package, &changed).map_err(unread)
}
