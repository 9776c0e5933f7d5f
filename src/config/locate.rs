//! Which `planlint.toml` counts: the one in the nearest folder above the place of work.

use std::path::{Path, PathBuf};

/// The name of the configuration file.
pub const FILE_NAME: &str = "planlint.toml";

/// The configuration file of `folder` or of its nearest ancestor for which `exists` says yes.
///
/// The folder is where the command runs, never where a checked file lies: a county does not configure its own judge.
#[must_use]
pub fn locate(folder: &Path, exists: impl Fn(&Path) -> bool) -> Option<PathBuf> {
    folder.ancestors().map(|ancestor| ancestor.join(FILE_NAME)).find(|path| exists(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_ancestor_counts() {
        let among = |found: &'static [&str]| {
            move |path: &Path| found.iter().any(|name| Path::new(name) == path)
        };
        let both = locate(Path::new("/a/b/c"), among(&["/a/planlint.toml", "/a/b/planlint.toml"]));
        assert_eq!(both, Some(PathBuf::from("/a/b/planlint.toml")));
        assert_eq!(locate(Path::new("/a/b"), among(&["/a/b/c/planlint.toml"])), None);
    }
}
