//! Files under names that nobody else has, on the way to their places; what a killed run has left is taken away.

use std::{
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    hash::{BuildHasher, Hasher, RandomState},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// How the names begin; folders are read without what is hidden.
const BEGIN: &str = ".planlint-";
/// How they end.
const END: &str = ".new";
/// How many hexadecimal digits stand between the two.
const DIGITS: usize = 16;
/// Names that are taken or taken away under our hands are tried so often.
const TRIES: usize = 16;
/// Entries of a folder that are looked at for what was left behind.
const LOOKED_AT: usize = 100_000;

/// A file that is being written; it is gone with this value unless it was moved to its place.
#[derive(Debug)]
pub(super) struct Temporary {
    path: PathBuf,
    /// Locked as long as it is open: a file that nobody has locked is left from a run that was killed.
    file: File,
}

impl Temporary {
    /// Makes one in the folder of `path`, and so on the same disk.
    pub(super) fn beside(path: &Path) -> io::Result<Self> {
        for _ in 0..TRIES {
            let path = path.with_file_name(chance_name());
            let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                opened => opened?,
            };
            let made = Self { path, file };
            // Another run may sweep between the two steps. A disk without locks is never swept.
            let swept = matches!(made.file.try_lock(), Err(TryLockError::WouldBlock));
            if !swept && made.path.symlink_metadata().is_ok() {
                return Ok(made);
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Fills it, down to the disk.
    pub(super) fn fill(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.file.sync_all()
    }

    /// Gives it other permissions.
    pub(super) fn permit(&self, permissions: fs::Permissions) -> io::Result<()> {
        self.file.set_permissions(permissions)
    }

    /// Moves it to its place, over a file that is there.
    pub(super) fn move_to(self, path: &Path) -> io::Result<()> {
        fs::rename(&self.path, path)
    }

    /// Gives it its name where nothing has it. A second name fails where there already is a file; not every disk knows second names.
    pub(super) fn name(self, path: &Path) -> io::Result<()> {
        match fs::hard_link(&self.path, path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => {
                fs::rename(&self.path, path)
            }
            named => named,
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // After a move there is nothing under this name.
        let _ = fs::remove_file(&self.path);
    }
}

/// Takes away what runs that were killed have left in `folder`: files with our names that no run has locked.
pub(super) fn sweep(folder: &Path) {
    let here = folder.as_os_str().is_empty();
    let Ok(entries) = fs::read_dir(if here { Path::new(".") } else { folder }) else { return };
    for entry in entries.take(LOOKED_AT).flatten() {
        let plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        if plain && is_temporary_name(&entry.file_name()) {
            let left = OpenOptions::new().write(true).open(entry.path());
            // The lock is held until the name is gone, so that no run takes the file for its own in between.
            if left.as_ref().is_ok_and(|file| file.try_lock().is_ok()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// A name by chance: nobody can put a link there beforehand.
fn chance_name() -> String {
    let chance = RandomState::new().build_hasher().finish();
    format!("{BEGIN}{chance:0DIGITS$x}{END}")
}

fn is_temporary_name(name: &OsStr) -> bool {
    let name = name.to_str().and_then(|name| name.strip_prefix(BEGIN)?.strip_suffix(END));
    name.is_some_and(|digits| {
        digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [".planlint-0123456789abcdef.new", ".planlint-notes.new", "a.new"] {
            fs::write(at(name), "x").unwrap();
        }
        let busy = Temporary::beside(&at("result")).unwrap();
        sweep(folder.path());
        assert!(!at(".planlint-0123456789abcdef.new").exists());
        assert!(at(".planlint-notes.new").exists() && at("a.new").exists());
        assert!(busy.path.exists(), "another run is writing it");
        drop(busy);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn names_differ() {
        assert_ne!(chance_name(), chance_name());
        assert!(is_temporary_name(chance_name().as_ref()));
    }
}
