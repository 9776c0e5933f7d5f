//! The files that lie at and below a path, not yet opened.

use std::{
    cmp::Reverse,
    ffi::OsStr,
    fmt::Write as _,
    path::{MAIN_SEPARATOR, Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::text::{FileFamily, FileFormat, InFolder, UnreadReason};

use super::{ending::lowercase_ending, failure::LoadFailure};

/// A plan file, or a place below a folder that refuses to be looked at.
pub(super) struct FoundFile {
    pub(super) path: PathBuf,
    /// The file itself, all links followed.
    pub(super) real: PathBuf,
    is_link: bool,
    pub(super) shown: String,
    /// Why it cannot be read, when that is known before it is opened.
    pub(super) reason: Option<UnreadReason>,
    pub(super) reference_only: bool,
    pub(super) named: bool,
}

impl FoundFile {
    fn new(path: &Path, reference_only: bool, reason: Option<UnreadReason>) -> Self {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let (shown, is_link, path) = (path_as_shown(path), path.is_symlink(), path.to_owned());
        Self { path, real, is_link, shown, reason, reference_only, named: false }
    }

    /// A file in a folder that is `real`, with no link between the two: nobody has to be asked.
    fn inside(folder: &Path, real: &Path, path: &Path, reference_only: bool) -> Self {
        // Asking the system for each of ten thousand files where it really lies is slow, and without a
        // link there is only one answer.
        let real = real.join(path.strip_prefix(folder).unwrap_or(path));
        let path = path.to_owned();
        let shown = path_as_shown(&path);
        Self { shown, path, real, is_link: false, reason: None, reference_only, named: false }
    }

    /// Of several ways to one file the first counts: one to report on, the file itself before a link, the shortest.
    pub(super) fn precedence(&self) -> (bool, bool, Reverse<bool>, usize, String) {
        // Length and letters come last and are never alike for two ways, so that the choice does not hang
        // on the order of asking.
        let readable = Reverse(self.reason.is_none());
        (self.reference_only, self.is_link, readable, self.shown.len(), self.shown.clone())
    }
}

/// Finds what may be read at and below a path; what a folder holds in order.
///
/// # Errors
/// When the path does not exist.
pub(super) fn gather_files(
    path: &Path,
    reference_only: bool,
    found: &mut Vec<FoundFile>,
) -> Result<(), LoadFailure> {
    if !path.exists() {
        return Err(LoadFailure::Missing(path.to_owned()));
    }
    if !path.is_dir() {
        found.push(FoundFile { named: true, ..FoundFile::new(path, reference_only, None) });
        return Ok(());
    }
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let entries = WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        // Folders such as `.git` hold what nobody put there to be read. The folder that was named is read
        // even if it is hidden.
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_unnamed(entry.path()) => {
                let reason = Some(UnreadReason::Unnamed);
                found.push(FoundFile {
                    reason,
                    ..FoundFile::inside(path, &real, entry.path(), reference_only)
                });
            }
            Ok(entry) if entry.file_type().is_dir() || !is_read(entry.path()) => {}
            Ok(entry) if entry.file_type().is_symlink() => {
                let reason = why_link_not_followed(path, entry.path());
                // What a link to a folder inside leads to is walked anyway.
                // A link to a file is judged by its own place; two ways to it are told apart later, when
                // all are known.
                if reason.is_some() || !entry.path().is_dir() {
                    found.push(FoundFile::new(entry.path(), reference_only, reason));
                }
            }
            Ok(entry) => found.push(FoundFile::inside(path, &real, entry.path(), reference_only)),
            Err(error) => {
                let at = error.path().unwrap_or(path);
                let reason = UnreadReason::Refused(error.to_string());
                found.push(FoundFile::new(at, reference_only, Some(reason)));
            }
        }
    }
    Ok(())
}

/// Why a link is not followed: a folder from a stranger must not reach outside itself.
fn why_link_not_followed(folder: &Path, link: &Path) -> Option<UnreadReason> {
    // Both ends with all links followed: by its words alone `plans/../../secret` begins inside.
    let target = link.canonicalize().and_then(|target| Ok((target, folder.canonicalize()?)));
    match target {
        Ok((target, folder)) if target.starts_with(&folder) => None,
        Ok(_) => Some(UnreadReason::Outside),
        Err(error) => Some(UnreadReason::Refused(error.to_string())),
    }
}

/// Whether a file that nobody named is read: not what an office program writes beside an open file.
fn is_read(path: &Path) -> bool {
    // Word writes `~$规划.docx` beside an open file: it holds a name and no plan.
    let stem = path.file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
    match in_folder(path) {
        Some((FileFamily::Plan, _)) => true,
        Some((_, in_folder)) => in_folder == InFolder::Read && !stem.starts_with("~$"),
        None => false,
    }
}

/// Whether a file in a folder may be a plan and is read only when it is named.
fn is_unnamed(path: &Path) -> bool {
    in_folder(path).is_some_and(|(_, in_folder)| in_folder == InFolder::Counted)
}

/// What becomes of a file by its ending; without the readers of office files those are no documents.
fn in_folder(path: &Path) -> Option<(FileFamily, InFolder)> {
    let format = FileFormat::of(&lowercase_ending(path))?;
    let is_office = matches!(format.family, FileFamily::Office | FileFamily::WebPage);
    let opens = cfg!(feature = "office") || !is_office;
    opens.then_some((format.family, format.in_folder))
}

/// Whether a plan file lies below `folder` or a Word or Excel file in it, as far as a bounded look can tell: a person may stand in a folder that holds a whole disk.
#[must_use]
pub fn holds_plans(folder: &Path) -> bool {
    // Both bounds are choices. Plans lie a few folders deep (省/市/县/年度), and twenty thousand names
    // are soon looked through. A wrong no costs little: the example is shown, and a folder that is named
    // is read whole.
    const DEEPEST: usize = 8;
    const ENTRIES: usize = 20_000;
    let visible = |entry: &DirEntry| entry.depth() == 0 || !hidden(entry.file_name());
    let entries = WalkDir::new(folder).max_depth(DEEPEST).into_iter().filter_entry(visible);
    entries
        .take(ENTRIES)
        .flatten()
        .any(|entry| entry.file_type().is_file() && is_begun_with(&entry))
}

/// Whether a file makes a folder one of plans: a plan file at any depth, an office file only where the person stands, since further down any folder holds some.
fn is_begun_with(entry: &DirEntry) -> bool {
    match in_folder(entry.path()) {
        Some((FileFamily::Plan, _)) => true,
        Some((FileFamily::Office, _)) => entry.depth() == 1 && is_read(entry.path()),
        _ => false,
    }
}

fn hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// The path as it is shown: with `/` on every system, without a leading `./`, bytes that are no text spelt out.
fn path_as_shown(path: &Path) -> String {
    let mut text = String::new();
    // Two names that differ only in bytes that are no text must not look alike, so each byte is spelt
    // out.
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(text, "<{byte:02X}>");
        }
    }
    let text = if MAIN_SEPARATOR == '/' { text } else { text.replace(MAIN_SEPARATOR, "/") };
    text.trim_start_matches("./").to_owned()
}
