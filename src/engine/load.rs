//! From paths to bytes: the only place that reads plan files and documents.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
    ffi::OsStr,
    fmt::{self, Write as _},
    fs::{self, File as Handle},
    io::{self, Read},
    path::{MAIN_SEPARATOR, Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::{
    document::{About, Format, is_material},
    text::{UnreadReason, looks_binary},
};

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
}

impl File {
    /// A file with these bytes that is reported on; bytes that are neither text nor a package make it one that could not be
    /// read.
    #[must_use]
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        let (path, content, about) = (PathBuf::new(), text_of(bytes), About::default());
        Self { path, content, reference_only: false, named: true, about }
    }

    /// Whether it was written for a meeting, or is a text, and merely lies beside the plans: it is counted and not read.
    #[must_use]
    pub fn is_passed_over(&self) -> bool {
        !self.named && matches!(self.content, Err(UnreadReason::Material | UnreadReason::Unnamed))
    }

    /// Whether it merely lies in a folder and is of a kind that counts only when it is named.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.content == Err(UnreadReason::Unnamed)
    }

    /// Whether it is a document under the name `shown`, and no plan file.
    #[must_use]
    pub fn is_document(&self, shown: &str) -> bool {
        self.content.as_ref().is_ok_and(|bytes| Format::of(shown, bytes).is_some())
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

/// Reads the plan files and documents at and below `inputs`, and those at and below `against` as parents only; larger files
/// than `limit` bytes are not read.
///
/// In a folder text, Markdown and what was written for a meeting are no plans: they count only when they are named.
///
/// A file that several paths or links lead to is read once, and as a plan to report on where any of them asks for that.
///
/// # Errors
/// When a path does not exist, or there is no plan file at all.
pub fn load(inputs: &[PathBuf], against: &[PathBuf], limit: u64) -> Result<Files, Failure> {
    let mut found = Vec::new();
    for (paths, reference_only) in [(inputs, false), (against, true)] {
        for path in paths {
            gather(path, reference_only, &mut found)?;
        }
    }
    found.sort_by_cached_key(Found::precedence);
    let (mut files, mut known) = (Files::new(), HashSet::new());
    for Found { path, real, shown, reason, reference_only, named, .. } in found {
        if known.insert(real) {
            let content = reason.map_or_else(|| content(&path, limit), Err);
            let about = About::default();
            let file = File { path, content, reference_only, named, about };
            files.insert(free(shown, &files), file);
        }
    }
    if files.values().all(|file| file.reference_only || file.is_passed_over()) {
        return Err(Failure::Nothing(inputs.to_vec()));
    }
    Ok(files)
}

/// The plan files and documents at and below `paths`, in order, unread.
///
/// # Errors
/// When a path does not exist.
pub fn plan_files(
    paths: impl IntoIterator<Item = impl AsRef<Path>>,
) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        gather(path.as_ref(), false, &mut found)?;
    }
    let read = found.into_iter().filter(|found| found.reason != Some(UnreadReason::Unnamed));
    Ok(read.map(|found| found.path).collect())
}

/// Whether a plan file lies below `folder`, as far as a bounded look can tell: a person may stand in a folder that holds a whole disk.
#[must_use]
pub fn holds_plans(folder: &Path) -> bool {
    const DEEPEST: usize = 8;
    const ENTRIES: usize = 20_000;
    let visible = |entry: &DirEntry| entry.depth() == 0 || !hidden(entry.file_name());
    let entries = WalkDir::new(folder).max_depth(DEEPEST).into_iter().filter_entry(visible);
    entries
        .take(ENTRIES)
        .flatten()
        .any(|entry| entry.file_type().is_file() && ending(entry.path()) == "plan")
}

fn hidden(name: &OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// A plan file, or a place below a folder that refuses to be looked at.
struct Found {
    path: PathBuf,
    /// The file itself, all links followed.
    real: PathBuf,
    is_link: bool,
    shown: String,
    /// Why it cannot be read, when that is known before it is opened.
    reason: Option<UnreadReason>,
    reference_only: bool,
    named: bool,
}

impl Found {
    fn new(path: &Path, reference_only: bool, reason: Option<UnreadReason>) -> Self {
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let (shown, is_link, path) = (shown(path), path.is_symlink(), path.to_owned());
        Self { path, real, is_link, shown, reason, reference_only, named: false }
    }

    /// A file in a folder that is `real`, with no link between the two: nobody has to be asked.
    fn inside(folder: &Path, real: &Path, path: &Path, reference_only: bool) -> Self {
        let real = real.join(path.strip_prefix(folder).unwrap_or(path));
        let path = path.to_owned();
        let shown = shown(&path);
        Self { shown, path, real, is_link: false, reason: None, reference_only, named: false }
    }

    /// Of several ways to one file the first counts: one to report on, the file itself before a link, the shortest.
    fn precedence(&self) -> (bool, bool, Reverse<bool>, usize, String) {
        let readable = Reverse(self.reason.is_none());
        (self.reference_only, self.is_link, readable, self.shown.len(), self.shown.clone())
    }
}

/// The name a file is shown by; two different files never share one.
fn free(mut shown: String, files: &Files) -> String {
    while files.contains_key(&shown) {
        shown.push('\'');
    }
    shown
}

fn gather(path: &Path, reference_only: bool, found: &mut Vec<Found>) -> Result<(), Failure> {
    if !path.exists() {
        return Err(Failure::Missing(path.to_owned()));
    }
    if !path.is_dir() {
        found.push(Found { named: true, ..Found::new(path, reference_only, None) });
        return Ok(());
    }
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let entries = WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_unnamed(entry.path()) => {
                let reason = Some(UnreadReason::Unnamed);
                found.push(Found {
                    reason,
                    ..Found::inside(path, &real, entry.path(), reference_only)
                });
            }
            Ok(entry) if entry.file_type().is_dir() || !is_read(entry.path()) => {}
            Ok(entry) if entry.file_type().is_symlink() => {
                let reason = lost(path, entry.path());
                // What a link to a folder inside leads to is walked anyway.
                if reason.is_some() || !entry.path().is_dir() {
                    found.push(Found::new(entry.path(), reference_only, reason));
                }
            }
            Ok(entry) => found.push(Found::inside(path, &real, entry.path(), reference_only)),
            Err(error) => {
                let at = error.path().unwrap_or(path);
                let reason = UnreadReason::Refused(error.to_string());
                found.push(Found::new(at, reference_only, Some(reason)));
            }
        }
    }
    Ok(())
}

/// Why a link is not followed: a folder from a stranger must not reach outside itself.
fn lost(folder: &Path, link: &Path) -> Option<UnreadReason> {
    let target = link.canonicalize().and_then(|target| Ok((target, folder.canonicalize()?)));
    match target {
        Ok((target, folder)) if target.starts_with(&folder) => None,
        Ok(_) => Some(UnreadReason::Outside),
        Err(error) => Some(UnreadReason::Refused(error.to_string())),
    }
}

/// Whether a file that nobody named is read: not what an office program writes beside an open file, nor a copy with comments.
fn is_read(path: &Path) -> bool {
    let stem = path.file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
    let copy = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let copy = copy.ends_with("-批注") || copy.ends_with("-annotated");
    let ending = ending(path);
    ending == "plan" || !stem.starts_with("~$") && !copy && OFFICE.contains(&&*ending)
}

/// Whether a file in a folder may be a plan and is read only when it is named.
fn is_unnamed(path: &Path) -> bool {
    UNNAMED.contains(&&*ending(path))
}

/// Endings of texts and documents that are counted in folders, not read: too much else goes by them.
const UNNAMED: [&str; 10] =
    ["txt", "md", "markdown", "csv", "doc", "wps", "pdf", "xls", "et", "ofd"];

/// Endings of documents that are looked for in folders.
#[cfg(feature = "office")]
const OFFICE: [&str; 4] = ["docx", "xlsx", "html", "htm"];
/// Endings of documents that are looked for in folders.
#[cfg(not(feature = "office"))]
const OFFICE: [&str; 0] = [];

/// Endings of documents that no reader here opens: the reader of the file is told how to save it.
const FOREIGN: [&str; 18] = [
    "doc", "dot", "wps", "wpt", "rtf", "odt", "pages", "pdf", "ofd", "xls", "et", "ett", "ods",
    "ppt", "pptx", "pps", "dps", "ceb",
];

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn content(path: &Path, limit: u64) -> Result<Vec<u8>, UnreadReason> {
    let ending = ending(path);
    if FOREIGN.contains(&&*ending) {
        return Err(UnreadReason::Format(ending));
    }
    let bytes = text_of(read(path, limit)?)?;
    // A plan file may say in a comment whatever it likes.
    let is_material = ending != "plan" && is_material(&bytes);
    if is_material { Err(UnreadReason::Material) } else { Ok(bytes) }
}

/// The bytes of a text or a package, or why they are none.
fn text_of(bytes: Vec<u8>) -> Result<Vec<u8>, UnreadReason> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(UnreadReason::Empty);
    }
    match Format::is_package(&bytes) || !looks_binary(&bytes) {
        true => Ok(bytes),
        false => Err(UnreadReason::Binary),
    }
}

/// Reads at most `limit` bytes; a file that grows while it is read is bounded, too.
fn read(path: &Path, limit: u64) -> Result<Vec<u8>, UnreadReason> {
    let refused = |error: io::Error| UnreadReason::Refused(error.to_string());
    // Opening a pipe waits for its other end, and a device never ends.
    let known = fs::metadata(path).map_err(refused)?;
    if !known.is_file() {
        return Err(UnreadReason::Special);
    }
    let file = Handle::open(path).map_err(refused)?;
    let size = known.len();
    if size > limit {
        return Err(UnreadReason::TooLarge { size, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
    let read = bytes.len() as u64;
    if read > limit { Err(UnreadReason::TooLarge { size: read, limit }) } else { Ok(bytes) }
}

/// The path as it is shown: with `/` on every system, without a leading `./`, bytes that are no text spelt out.
fn shown(path: &Path) -> String {
    let mut text = String::new();
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
