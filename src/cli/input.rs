//! The files of a run as they are asked for: paths, and `-` for a text on standard input.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    engine::{self, File, Files},
    text::UnreadReason,
};

use super::{CommandFailure, failure::existing};

/// What to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct CommandInput<'a> {
    /// Files and folders to report on; `-` is standard input; without any, this folder.
    pub(super) paths: &'a [PathBuf],
    /// Files and folders that serve as parents only.
    pub(super) against: &'a [PathBuf],
    /// The path that the text on standard input is to be known by.
    pub(super) name: Option<&'a Path>,
}

impl CommandInput<'_> {
    /// Whether standard input is among the paths.
    pub(super) fn is_piped(&self) -> bool {
        self.paths.iter().any(|path| is_dash(path))
    }

    /// Reads all of it, no text longer than `limit`; a text on standard input takes the place of the file of its name.
    pub(super) fn found(&self, limit: u64) -> Result<Files, CommandFailure> {
        let named = self.paths.iter().filter(|path| !is_dash(path)).cloned();
        let mut paths: Vec<PathBuf> = named.collect();
        if !self.is_piped() {
            if paths.is_empty() {
                paths.push(".".into());
            }
            existing(paths.iter().chain(self.against))?;
            return engine::load_files(&paths, self.against, limit).map_err(CommandFailure::Load);
        }
        existing(paths.iter().chain(self.against))?;
        let mut files = self.beside(&paths, limit)?;
        let content = piped(limit).map_err(|error| CommandFailure::File("-".into(), error))?;
        let path = self.name.unwrap_or(Path::new("-"));
        let whole = |path: &Path| path.canonicalize().ok();
        let same = whole(path).filter(|_| self.name.is_some());
        files.retain(|_, file| same.is_none() || whole(&file.path) != same);
        let shown = path.display().to_string().replace('\\', "/");
        let shown = shown.trim_start_matches("./").to_owned();
        files.insert(shown, File { path: PathBuf::new(), ..content });
        Ok(files)
    }

    /// The files beside the text on standard input.
    fn beside(&self, paths: &[PathBuf], limit: u64) -> Result<Files, CommandFailure> {
        if !paths.is_empty() {
            return engine::load_files(paths, self.against, limit).map_err(CommandFailure::Load);
        }
        if self.against.is_empty() {
            return Ok(Files::new());
        }
        let mut files =
            engine::load_files(self.against, &[], limit).map_err(CommandFailure::Load)?;
        files.values_mut().for_each(|file| file.reference_only = true);
        Ok(files)
    }
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The text on standard input, or why it is none.
fn piped(limit: u64) -> io::Result<File> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64;
    let mut file = File::of_bytes(bytes);
    if size > limit {
        file.content = Err(UnreadReason::TooLarge { size, limit });
    }
    Ok(file)
}
