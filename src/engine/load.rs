//! From paths to bytes: the only place that reads plan files.

use std::{
    collections::BTreeMap,
    fmt,
    fs::File as Handle,
    io::{self, Read},
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

use crate::text::{UnreadReason, looks_binary};

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct File {
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, UnreadReason>,
    /// Whether it only serves as a parent.
    pub reference_only: bool,
}

impl File {
    /// A file with these bytes that is reported on; bytes that are no text make it one that could not be read.
    #[must_use]
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        Self { content: text_of(bytes), reference_only: false }
    }
}

/// The files of a run by the path they are shown by; the order of asking does not matter.
pub type Files = BTreeMap<String, File>;

/// Why a run cannot begin.
#[derive(Debug)]
pub enum Failure {
    /// A path named on the command line does not exist.
    Missing(PathBuf),
    /// Nothing to read was found below the paths.
    Nothing(Vec<PathBuf>),
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(out, "{} does not exist", path.display()),
            Self::Nothing(paths) => {
                let shown: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(out, "no plan files in {}", shown.join(", "))
            }
        }
    }
}

impl std::error::Error for Failure {}

/// Reads the plan files at and below `inputs`, and those at and below `against` as parents only; larger files than `limit` bytes are not read.
///
/// # Errors
/// When a path does not exist, or there is no plan file at all.
pub fn load(inputs: &[PathBuf], against: &[PathBuf], limit: u64) -> Result<Files, Failure> {
    let mut files = Files::new();
    for (paths, reference_only) in [(inputs, false), (against, true)] {
        for path in paths {
            gather(path, reference_only, limit, &mut files)?;
        }
    }
    if files.values().all(|file| file.reference_only) {
        return Err(Failure::Nothing(inputs.to_vec()));
    }
    Ok(files)
}

fn gather(path: &Path, reference_only: bool, limit: u64, files: &mut Files) -> Result<(), Failure> {
    if !path.exists() {
        return Err(Failure::Missing(path.to_owned()));
    }
    if !path.is_dir() {
        add(path, reference_only, limit, files);
        return Ok(());
    }
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_plan(entry.path()) => {
                add(entry.path(), reference_only, limit, files);
            }
            Ok(entry) if entry.file_type().is_symlink() && is_plan(entry.path()) => {
                follow(path, entry.path(), reference_only, limit, files);
            }
            Ok(_) => {}
            Err(error) => {
                let at = error.path().unwrap_or(path);
                let reason = UnreadReason::Refused(error.to_string());
                files.insert(shown(at), File { content: Err(reason), reference_only });
            }
        }
    }
    Ok(())
}

/// A linked plan file is read when it lies in the folder that was asked for: a folder from a stranger must not reach outside itself.
fn follow(folder: &Path, link: &Path, reference_only: bool, limit: u64, files: &mut Files) {
    let target = link.canonicalize().and_then(|target| Ok((target, folder.canonicalize()?)));
    let reason = match target {
        Ok((target, folder)) if target.starts_with(&folder) && target.is_file() => {
            return add(link, reference_only, limit, files);
        }
        Ok(_) => UnreadReason::Outside,
        Err(error) => UnreadReason::Refused(error.to_string()),
    };
    files.insert(shown(link), File { content: Err(reason), reference_only });
}

fn is_plan(path: &Path) -> bool {
    ending(path) == "plan"
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// A file asked for twice is read once, and as a plan to report on where either asks for that.
fn add(path: &Path, reference_only: bool, limit: u64, files: &mut Files) {
    files
        .entry(shown(path))
        .or_insert_with(|| File { content: content(path, limit), reference_only });
}

fn content(path: &Path, limit: u64) -> Result<Vec<u8>, UnreadReason> {
    let ending = ending(path);
    if matches!(
        &*ending,
        "doc" | "docx" | "wps" | "pdf" | "xls" | "xlsx" | "et" | "ppt" | "pptx" | "ofd"
    ) {
        return Err(UnreadReason::Format(ending));
    }
    text_of(read(path, limit)?)
}

/// The bytes of a text, or why they are none.
fn text_of(bytes: Vec<u8>) -> Result<Vec<u8>, UnreadReason> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(UnreadReason::Empty);
    }
    if looks_binary(&bytes) { Err(UnreadReason::Binary) } else { Ok(bytes) }
}

/// Reads at most `limit` bytes; a file that grows while it is read is bounded, too.
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, UnreadReason> {
    let refused = |error: io::Error| UnreadReason::Refused(error.to_string());
    let file = Handle::open(path).map_err(refused)?;
    let size = file.metadata().map_err(refused)?.len();
    if size > limit {
        return Err(UnreadReason::TooLarge { size, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
    let read = bytes.len() as u64;
    if read > limit { Err(UnreadReason::TooLarge { size: read, limit }) } else { Ok(bytes) }
}

/// The path as it is shown: with `/` on every system, without a leading `./`.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    text.strip_prefix("./").map_or(text.clone(), str::to_owned)
}
