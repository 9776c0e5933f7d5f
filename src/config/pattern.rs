//! Which files of a workspace a pattern such as `county/**` means.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// A pattern for paths; that of a folder means everything in it.
#[derive(Clone, Debug)]
pub struct PathPattern {
    written: String,
    itself: GlobMatcher,
    below: GlobMatcher,
}

impl PartialEq for PathPattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl PathPattern {
    /// Reads a pattern; `None` when it is none, or leads out of the workspace.
    pub(super) fn read(written: &str) -> Option<Self> {
        // Both ways of writing a path are at home somewhere.
        let slashed = written.replace('\\', "/");
        let inside = slashed.trim_start_matches("./").trim_end_matches('/');
        // A pattern is seen from the folder of the configuration; one that leads out of it could never
        // match.
        let leads_out = inside.starts_with('/') || inside.split('/').any(|step| step == "..");
        if inside.is_empty() || leads_out {
            return None;
        }
        // `*` stays within a folder: *.plan means the files beside the configuration, and `**` those
        // below.
        let matcher = |pattern: &str| {
            let glob = GlobBuilder::new(pattern).literal_separator(true).build();
            glob.ok().map(|glob| glob.compile_matcher())
        };
        let (itself, below) = (matcher(inside)?, matcher(&format!("{inside}/**"))?);
        Some(Self { written: written.to_owned(), itself, below })
    }

    /// The pattern as written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether `path`, from the folder of the configuration and with `/`, is meant.
    pub(super) fn means(&self, path: &str) -> bool {
        self.itself.is_match(path) || self.below.is_match(path)
    }
}

/// The folder of the configuration and the folder the command runs in, by which shown paths become those that patterns speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// The folder of the configuration, from the root.
    pub folder: PathBuf,
    /// The folder the command runs in, from the root.
    pub here: PathBuf,
}

impl Workspace {
    /// The folder of the configuration as seen from the one the command runs in: `.`, `../..`, else the whole path.
    #[must_use]
    pub fn seen_from_here(&self) -> PathBuf {
        match path_without_dots(&self.here).strip_prefix(path_without_dots(&self.folder)) {
            Ok(way) if way.as_os_str().is_empty() => PathBuf::from("."),
            Ok(way) => way.iter().map(|_| "..").collect(),
            Err(_) => self.folder.clone(),
        }
    }

    /// A shown path as seen from the folder of the configuration; `None` when it lies elsewhere.
    #[must_use]
    pub fn inside(&self, shown: &str) -> Option<String> {
        let whole = path_without_dots(&self.here.join(shown));
        let inside = whole.strip_prefix(path_without_dots(&self.folder)).ok()?;
        let steps: Vec<_> = inside.iter().map(|step| step.to_string_lossy()).collect();
        Some(steps.join("/"))
    }
}

/// The path without `.` and `..`, by its words alone.
fn path_without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for step in path.components() {
        match step {
            Component::CurDir => {}
            Component::ParentDir => _ = plain.pop(),
            step => plain.push(step),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_means_what_lies_in_it() {
        let means = |pattern: &str, path: &str| PathPattern::read(pattern).unwrap().means(path);
        assert!(means("county", "county/德清/a.plan") && means("county/", "county/a.plan"));
        assert!(means("county/**", "county/德清/a.plan"));
        assert!(means("*/a.plan", "county/a.plan") && !means("*.plan", "county/a.plan"));
        assert!(means(".\\county\\*.plan", "county/a.plan"));
        assert!(!means("county", "province/county/a.plan"));
        for wrong in ["", "/county", "../county", "a/../b", "[", "./"] {
            assert!(PathPattern::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn paths_are_seen_from_the_configuration() {
        let workspace = Workspace { folder: "/a".into(), here: "/a/b".into() };
        assert_eq!(workspace.inside("c/x.plan").as_deref(), Some("b/c/x.plan"));
        assert_eq!(workspace.inside("../c/./x.plan").as_deref(), Some("c/x.plan"));
        assert_eq!(workspace.inside("/a/x.plan").as_deref(), Some("x.plan"));
        assert_eq!(workspace.inside("../../x.plan"), None);
        assert_eq!(workspace.seen_from_here(), Path::new(".."));
        assert_eq!(Workspace::default().seen_from_here(), Path::new("."));
    }
}
