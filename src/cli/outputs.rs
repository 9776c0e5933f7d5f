//! The one way out: every file a command writes passes here, and none takes the place of what the run has read or is set by.

use std::{
    cell::RefCell,
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use crate::config::{BASELINE_FILE, DECISIONS_FILE, FILE_NAME};

use super::{CommandFailure, replace, temporary::sweep};

/// What a file is to the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FileRole {
    /// A plan, a document, a filled-in form or the results of an earlier run.
    Input,
    /// The configuration.
    Settings,
    /// The decisions of a meeting.
    Decisions,
    /// The list of known findings.
    Baseline,
}

/// Files that no output may be, and the folders that were written to.
#[derive(Debug, Default)]
pub(super) struct Outputs {
    /// Files to keep, as they were named.
    named: RefCell<Vec<(PathBuf, FileRole)>>,
    /// The same as they are known, from the first look on.
    kept: RefCell<BTreeSet<(Identity, FileRole)>>,
    swept: RefCell<BTreeSet<PathBuf>>,
}

/// How a file is known whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    /// Its path with all links followed.
    Path(PathBuf),
    /// Its number on its disk, which all its names share.
    Node(u64, u64),
}

/// Elsewhere `-` is standard input or output: nobody who writes it wants a file of that name.
const NAME: [&str; 2] = [
    "文件名或目录名，不写到标准输出（名字就是 - 的，写成 ./-）",
    "the name of a file or folder, and nothing goes to standard output (write ./- for one called so)",
];

impl Outputs {
    /// Keeps a file from being written over; it need not be there.
    pub(super) fn keep(&self, path: &Path, part: FileRole) {
        self.named.borrow_mut().push((path.to_owned(), part));
    }

    /// Whether a file may be written, `--force` or not; `own` is the part that the command is there to write.
    pub(super) fn admits(&self, path: &Path, own: Option<FileRole>) -> Result<(), CommandFailure> {
        if path.components().next().is_some_and(|first| first.as_os_str() == "-") {
            return Err(CommandFailure::Value("--output", path.display().to_string(), NAME));
        }
        let foreign = |part: &FileRole| Some(*part) != own;
        let taken = called(path.file_name()).filter(foreign).or_else(|| self.kept(path, foreign));
        taken.map_or(Ok(()), |part| Err(CommandFailure::Unread(path.to_owned(), part.refusal())))
    }

    /// What a file is to the run, where it is one that is `foreign` to the command.
    fn kept(&self, path: &Path, foreign: impl Fn(&FileRole) -> bool) -> Option<FileRole> {
        let identities = Identity::of(path);
        if identities.is_empty() {
            return None;
        }
        let mut kept = self.kept.borrow_mut();
        for (path, part) in self.named.take() {
            kept.extend(Identity::of(&path).into_iter().map(|identity| (identity, part)));
        }
        let is = |part: FileRole| {
            identities.iter().any(|identity| kept.contains(&(identity.clone(), part)))
        };
        FileRole::ALL.into_iter().find(|part| foreign(part) && is(*part))
    }

    /// Makes a file that does not exist yet.
    pub(super) fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFailure> {
        self.admits(path, None)?;
        self.written(path, replace::create(path, bytes))
    }

    /// Writes a whole file, over one that is there; a link is followed.
    pub(super) fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFailure> {
        self.admits(path, None)?;
        self.written(path, replace::put_file(path, bytes))
    }

    /// Writes a result of a run; a link is not followed.
    pub(super) fn set(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFailure> {
        self.admits(path, None)?;
        self.written(path, replace::set(path, bytes))
    }

    /// Writes the file of settings that the command is there for.
    pub(super) fn settle(
        &self,
        path: &Path,
        bytes: &[u8],
        own: FileRole,
    ) -> Result<(), CommandFailure> {
        self.admits(path, Some(own))?;
        self.written(path, replace::put_file(path, bytes))
    }

    /// Makes a configuration where there is none.
    pub(super) fn configure(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFailure> {
        self.admits(path, Some(FileRole::Settings))?;
        self.written(path, replace::create(path, bytes))
    }

    /// Writes over a plan that was read: what formatting and fixing are for.
    pub(super) fn mend(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFailure> {
        self.written(path, replace::replace_file(path, bytes))
    }

    /// What became of a file; what killed runs have left beside it goes, once a folder.
    fn written(&self, path: &Path, written: io::Result<()>) -> Result<(), CommandFailure> {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        if self.swept.borrow_mut().insert(folder.clone()) {
            sweep(&folder);
        }
        written.map_err(|error| CommandFailure::File(path.to_owned(), error))
    }
}

impl FileRole {
    const ALL: [Self; 4] = [Self::Input, Self::Settings, Self::Decisions, Self::Baseline];

    /// The term that says why it is not written over.
    fn refusal(self) -> &'static str {
        match self {
            Self::Input => "own-input",
            Self::Settings | Self::Decisions | Self::Baseline => "own-settings",
        }
    }
}

/// What a file is that is called so: some run will be set by it.
fn called(name: Option<&OsStr>) -> Option<FileRole> {
    let parts = [
        (FILE_NAME, FileRole::Settings),
        (DECISIONS_FILE, FileRole::Decisions),
        (BASELINE_FILE, FileRole::Baseline),
    ];
    let name = name?.to_str()?;
    parts.into_iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, part)| part)
}

impl Identity {
    /// Those of a plain file; a pipe or a device can be read and written at once.
    fn of(path: &Path) -> Vec<Self> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        let Some(found) = found else { return Vec::new() };
        path.canonicalize().ok().map(Self::Path).into_iter().chain(Self::node(&found)).collect()
    }

    #[cfg(unix)]
    fn node(found: &fs::Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self::Node(found.dev(), found.ino()))
    }

    #[cfg(not(unix))]
    fn node(_: &fs::Metadata) -> Option<Self> {
        None
    }
}
