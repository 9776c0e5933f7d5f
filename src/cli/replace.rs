//! Replaces a file's content so that a reader sees the old text or the new, never half of either.

use std::{
    ffi::OsString,
    fs::{self, OpenOptions},
    io::{self, Write},
    path::Path,
};

/// Writes `bytes` beside the file and moves them into its place; permissions stay.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link keeps pointing at its file: the file itself is replaced.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    through(&path, |beside| {
        write(beside, bytes)?;
        fs::set_permissions(beside, permissions)
    })
}

/// Writes `bytes` as the whole of a file that may not exist yet; a pipe or a device is written to as it stands.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => replace(path, bytes),
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => OpenOptions::new().write(true).open(path)?.write_all(bytes),
        Err(_) => through(path, |beside| write(beside, bytes)),
    }
}

/// Lets `fill` write a file beside `path` and moves it there.
fn through(path: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let moved = fill(&beside).and_then(|()| fs::rename(&beside, path));
    if moved.is_err() {
        // What is left of the attempt is worth nothing; the first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    moved
}

fn write(beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_nothing_but_the_new_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.plan");
        fs::write(&path, "old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("none.plan"), b"x").is_err());
        assert!(put(folder.path(), b"x").is_err());
        put(&path, b"newer").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"newer");
        fs::remove_file(&path).unwrap();
        put(&path, b"newest").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
