//! Writes a file so that a reader sees the old text or the new, never half of either.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

use super::temporary::Temporary;

/// Writes `bytes` beside the file and moves them into its place; permissions stay.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link keeps pointing at its file: the file itself is replaced.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    // A move into its place would not notice that its owner has made it read-only.
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut beside = Temporary::beside(&path)?;
    beside.fill(bytes)?;
    beside.permit(permissions)?;
    beside.move_to(&path)
}

/// Writes `bytes` as the whole of a file that may not exist yet; a pipe or a device is written to as it stands.
pub(super) fn put_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => replace_file(path, bytes),
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(_) => fresh(path, bytes),
    }
}

/// Writes `bytes` as a result of a run. A link that stands there is taken away and not followed: results may go into a folder
/// that others have filled.
pub(super) fn set(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => fresh(path, bytes),
        _ => put_file(path, bytes),
    }
}

/// Makes a file that does not exist yet: it is there with all its bytes, or not at all.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = Temporary::beside(path)?;
    beside.fill(bytes)?;
    beside.name(path)
}

fn fresh(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = Temporary::beside(path)?;
    beside.fill(bytes)?;
    beside.move_to(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_nothing_but_the_new_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.plan");
        fs::write(&path, "old").unwrap();
        replace_file(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace_file(&folder.path().join("none.plan"), b"x").is_err());
        assert!(put_file(folder.path(), b"x").is_err());
        put_file(&path, b"newer").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"newer");
        fs::remove_file(&path).unwrap();
        put_file(&path, b"newest").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_result_follows_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let (other, path) = (folder.path().join("other"), folder.path().join("result"));
        fs::write(&other, "stays").unwrap();
        std::os::unix::fs::symlink(&other, &path).unwrap();
        set(&path, b"result").unwrap();
        assert_eq!(fs::read(&other).unwrap(), b"stays");
        assert_eq!(fs::read(&path).unwrap(), b"result");
        assert!(!fs::symlink_metadata(&path).unwrap().is_symlink());
    }

    #[test]
    fn a_file_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.plan");
        create(&path, b"first").unwrap();
        let again = create(&path, b"second").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
