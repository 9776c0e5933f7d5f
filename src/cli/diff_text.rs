//! Two texts as the difference that patch tools know.

use std::io::{self, Write};

use similar::TextDiff;

use crate::emit::escape;

/// The changed lines of the file that is shown as `shown`, with two lines around them.
pub(super) fn unified(shown: &str, old: &str, new: &str, out: &mut dyn Write) -> io::Result<()> {
    let path = escape(shown);
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(2).header(&path, &path);
    for line in unified.to_string().lines() {
        writeln!(out, "{}", escape(line))?;
    }
    Ok(())
}
