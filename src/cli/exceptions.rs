//! Reads what stands beside the configuration: decisions and the list of known findings.

use std::path::{Path, PathBuf};

use crate::{
    config::{self, BASELINE_FILE, ConfigProblem, DECISIONS_FILE},
    suppress::{Exceptions, Ledger},
    text::Source,
};

use super::{CommandFailure, read_limited};

/// A list of every finding of a large province is smaller than this many bytes.
const LARGEST: u64 = 16 << 20;

/// Reads both files in `folder`; one that is not there says nothing.
pub(super) fn read_exceptions(folder: &Path) -> Result<Exceptions, CommandFailure> {
    Ok(Exceptions {
        decisions: ledger(&folder.join(DECISIONS_FILE), config::read_decisions)?,
        baseline: ledger(&folder.join(BASELINE_FILE), config::read_baseline)?,
    })
}

fn ledger<T>(
    path: &Path,
    read: impl Fn(&str) -> Result<Vec<T>, Vec<ConfigProblem>>,
) -> Result<Option<Ledger<T>>, CommandFailure> {
    // A link that leads nowhere is no missing file: somebody wanted decisions to hold.
    if path.symlink_metadata().is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        return Ok(None);
    }
    let text = read_limited::read_bounded_text(path, LARGEST)
        .map_err(|error| CommandFailure::File(path.to_owned(), error))?;
    let source = Source::new(&shown_path(path), &text);
    match read(&text) {
        Ok(entries) => Ok(Some(Ledger { source, entries })),
        Err(problems) => Err(CommandFailure::Config(vec![(source, problems)])),
    }
}

/// The folder of the configuration file in use, else the one the command runs in.
pub(super) fn folder(configuration: Option<&Path>) -> PathBuf {
    configuration.and_then(Path::parent).map(Path::to_owned).unwrap_or_default()
}

/// A path as outputs show it.
pub(super) fn shown_path(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
