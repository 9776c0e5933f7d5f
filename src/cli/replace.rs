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
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let moved = write(&beside, bytes, &path).and_then(|()| fs::rename(&beside, &path));
    if moved.is_err() {
        // What is left of the attempt is worth nothing; the first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    moved
}

fn write(beside: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let permissions = fs::metadata(like)?.permissions();
    let mut file = OpenOptions::new().write(true).create_new(true).open(beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::set_permissions(beside, permissions)
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
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
