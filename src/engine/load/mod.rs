//! From paths to bytes: the only place that reads plan files and documents.

mod content;
mod ending;
mod failure;
mod found;

use std::{
    collections::{BTreeMap, HashSet},
    path::{Path, PathBuf},
};

use crate::{
    document::{About, DocumentFormat},
    text::{FileFormat, UnreadReason},
};

use content::{content_of_file, text_of};
use ending::lowercase_ending;
use found::{FoundFile, gather_files};

pub use failure::LoadFailure;
pub use found::holds_plans;

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it stands; empty for a text from memory. What is shown may differ: names need not be text.
    pub path: PathBuf,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, UnreadReason>,
    /// Whether it only serves as a parent.
    pub reference_only: bool,
    /// Whether it was named itself, not found in a folder.
    pub named: bool,
    /// What is said of it from outside, where it is a document.
    pub about: About,
    /// Whether a copy with comments is to be made of it: then the package it is stays open once it is read.
    pub annotated: bool,
}

impl File {
    /// A file with these bytes that is reported on; bytes that are neither text nor a package make it one that could not be
    /// read.
    #[must_use]
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        let (path, content, about) = (PathBuf::new(), text_of(bytes), About::default());
        Self { path, content, reference_only: false, named: true, about, annotated: false }
    }

    /// Whether it was written by this program, or is a text, and merely lies beside the plans: it is counted and not read.
    #[must_use]
    pub fn is_passed_over(&self) -> bool {
        use UnreadReason::{Material, Own, Unnamed};
        !self.named && matches!(self.content, Err(Material | Own | Unnamed))
    }

    /// Whether it is a text that was not read because nobody named it.
    fn is_readable_once_named(&self) -> bool {
        let format = FileFormat::of(&lowercase_ending(&self.path));
        matches!(self.content, Err(UnreadReason::Unnamed))
            && format.is_some_and(|format| !format.is_foreign())
    }

    /// Whether it is a document under the name `shown`, and no plan file.
    #[must_use]
    pub fn is_document(&self, shown: &str) -> bool {
        self.content.as_ref().is_ok_and(|bytes| DocumentFormat::of(shown, bytes).is_some())
    }
}

/// The files of a run by the path they are shown by; the order of asking does not matter.
pub type Files = BTreeMap<String, File>;

/// Reads the plan files and documents at and below `inputs`, and those at and below `against` as parents only; larger files
/// than `limit` bytes are not read.
///
/// In a folder text, Markdown and what was written for a meeting are no plans: they count only when they are named. So do
/// copies, tables and forms that this program wrote and nobody has changed since.
///
/// A file that several paths or links lead to is read once, and as a plan to report on where any of them asks for that.
///
/// # Errors
/// When a path does not exist, or there is no plan file at all.
pub fn load_files(
    inputs: &[PathBuf],
    against: &[PathBuf],
    limit: u64,
) -> Result<Files, LoadFailure> {
    let mut found = Vec::new();
    for (paths, reference_only) in [(inputs, false), (against, true)] {
        for path in paths {
            gather_files(path, reference_only, &mut found)?;
        }
    }
    // The best way to each file first, so that the first one met is the one that counts and no later one
    // has to be weighed.
    found.sort_by_cached_key(FoundFile::precedence);
    let (mut files, mut known) = (Files::new(), HashSet::new());
    // The real path decides, not the shown one: a plan named itself and found in its folder would be its
    // own twin.
    for FoundFile { path, real, shown, reason, reference_only, named, .. } in found {
        if known.insert(real) {
            let content = reason.map_or_else(|| content_of_file(&path, limit, named), Err);
            let about = About::default();
            let annotated = false;
            let file = File { path, content, reference_only, named, about, annotated };
            files.insert(free_shown_name(shown, &files), file);
        }
    }
    // Parents and copies alone are nothing to check: a run that reads them and reports no finding would
    // look like a pass.
    if files.values().all(|file| file.reference_only || file.is_passed_over()) {
        let texts =
            files.values().filter(|file| !file.reference_only && file.is_readable_once_named());
        let texts = texts.map(|file| file.path.clone()).collect();
        return Err(LoadFailure::Nothing(inputs.to_vec(), texts));
    }
    Ok(files)
}

/// The plan files and documents at and below `paths`, in order, unread.
///
/// # Errors
/// When a path does not exist.
pub fn plan_files(
    paths: impl IntoIterator<Item = impl AsRef<Path>>,
) -> Result<Vec<PathBuf>, LoadFailure> {
    let mut found = Vec::new();
    for path in paths {
        gather_files(path.as_ref(), false, &mut found)?;
    }
    let read = found.into_iter().filter(|found| found.reason != Some(UnreadReason::Unnamed));
    Ok(read.map(|found| found.path).collect())
}

/// The name a file is shown by; two different files never share one.
fn free_shown_name(mut shown: String, files: &Files) -> String {
    // Rare: a name with a byte that is no text is spelt like one that holds `<FF>` as letters. A mark
    // behind it keeps both.
    while files.contains_key(&shown) {
        shown.push('\'');
    }
    shown
}
