//! Why the plans of a run could not be loaded.

use std::{fmt, path::PathBuf};

/// Why a run cannot begin.
#[derive(Debug)]
pub enum LoadFailure {
    /// A path named on the command line does not exist.
    Missing(PathBuf),
    /// Nothing to read was found below the paths, and the texts that lie there and are read once they are named.
    Nothing(Vec<PathBuf>, Vec<PathBuf>),
}

impl fmt::Display for LoadFailure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(out, "{} does not exist", path.display()),
            Self::Nothing(paths, _) => {
                let shown: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(out, "no plan files in {}", shown.join(", "))
            }
        }
    }
}

impl std::error::Error for LoadFailure {}
