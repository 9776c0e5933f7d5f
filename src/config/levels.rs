//! Levels a workspace gives to rules: everywhere, and in some places otherwise.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::{finding::Level, text::FileId};

use super::PathPattern;

/// The level each named rule is capped at.
pub type Caps = BTreeMap<String, Level>;

/// The caps of a workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels {
    /// Those of every place.
    pub caps: Caps,
    /// Those of some places, where the last one that names a rule counts instead.
    pub overrides: Vec<Override>,
}

/// Caps for some places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Override {
    /// The files it is for; all when empty.
    pub paths: Vec<PathPattern>,
    /// The regions it is for, with all below them, each by its name or as much of its path as is needed; all when empty.
    pub regions: Vec<Arc<str>>,
    /// The caps.
    pub caps: Caps,
}

impl Levels {
    /// Caps every case of `rule` at `level`; the last word counts.
    pub fn cap(&mut self, rule: &str, level: Level) {
        self.caps.insert(rule.to_owned(), level);
    }

    /// The level of a case of `rule` whose sheet says `default`, where no override speaks: never louder than the cap. A case that is off by default is switched on by naming a level.
    #[must_use]
    pub fn settle(&self, rule: &str, default: Level) -> Level {
        capped(self.caps.get(rule), default)
    }

    /// Whether nothing of `rule` is reported anywhere.
    #[must_use]
    pub fn dropped(&self, rule: &str) -> bool {
        // Dropped only if no place switches it on again: an override may name a level for a rule that is
        // off everywhere else.
        let off = |caps: &Caps| caps.get(rule) == Some(&Level::Off);
        let silent = |one: &Override| !one.caps.contains_key(rule) || off(&one.caps);
        off(&self.caps) && self.overrides.iter().all(silent)
    }

    /// Whether some place names a level for `rule` at which it is reported.
    #[must_use]
    pub fn switches_on(&self, rule: &str) -> bool {
        let places = self.overrides.iter().map(|one| &one.caps);
        let mut named = std::iter::once(&self.caps).chain(places).filter_map(|caps| caps.get(rule));
        named.any(|level| *level != Level::Off)
    }
}

fn capped(cap: Option<&Level>, default: Level) -> Level {
    // Capped, never raised: the cap says how loud at most. Off is the exception, for nobody could ask for
    // such a case otherwise.
    match cap {
        Some(cap) if default == Level::Off => *cap,
        Some(cap) => default.min(*cap),
        None => default,
    }
}

impl Override {
    /// Whether it is for the file at `path` (from the folder of the configuration; `None` outside) of the region that `line` begins with and those above it.
    fn covers(&self, path: Option<&str>, line: &[&str]) -> bool {
        let path_fits = |pattern: &PathPattern| path.is_some_and(|path| pattern.means(path));
        let region_fits = |written: &Arc<str>| lies_in(line, written);
        (self.paths.is_empty() || self.paths.iter().any(path_fits))
            && (self.regions.is_empty() || self.regions.iter().any(region_fits))
    }
}

/// Whether one of `line` is the region written as `徐州市/鼓楼区` or by its name alone.
fn lies_in(line: &[&str], written: &str) -> bool {
    // From the name upwards with gaps allowed: 江苏省/鼓楼区 leaves out the city, and is as clear.
    let mut steps = written.split('/').map(str::trim).rev();
    let name = steps.next().unwrap_or_default();
    let above: Vec<&str> = steps.collect();
    let fits = |at: usize| {
        let mut rest = line.iter().skip(at + 1);
        above.iter().all(|step| rest.any(|region| region == step))
    };
    line.iter().enumerate().any(|(at, region)| *region == name && fits(at))
}

/// The levels of a run, settled for each of its files.
#[derive(Clone, Debug)]
pub struct FileLevels<'a> {
    levels: &'a Levels,
    by_file: HashMap<FileId, Vec<&'a Override>>,
}

impl<'a> FileLevels<'a> {
    /// The same levels for every file.
    #[must_use]
    pub fn everywhere(levels: &'a Levels) -> Self {
        Self { levels, by_file: HashMap::new() }
    }

    /// Finds the overrides of each file: its path from the folder of the configuration, its region and those above it.
    #[must_use]
    pub fn of<'f>(
        levels: &'a Levels,
        files: impl Iterator<Item = (FileId, Option<String>, Vec<&'f str>)>,
    ) -> Self {
        let covering = |(file, path, line): (FileId, Option<String>, Vec<&str>)| {
            // The last one first, so that the first that names a rule is the one in force.
            let latest_first = levels.overrides.iter().rev();
            let covering: Vec<_> =
                latest_first.filter(|one| one.covers(path.as_deref(), &line)).collect();
            (file, covering)
        };
        let by_file = files.map(covering).filter(|(_, covering)| !covering.is_empty()).collect();
        Self { levels, by_file }
    }

    /// The level in `file` of a case of `rule` whose sheet says `default`.
    #[must_use]
    pub fn settle(&self, file: FileId, rule: &str, default: Level) -> Level {
        capped(self.cap(file, rule), default)
    }

    /// Whether nothing of `rule` is reported in `file`.
    #[must_use]
    pub fn dropped(&self, file: FileId, rule: &str) -> bool {
        self.cap(file, rule) == Some(&Level::Off)
    }

    fn cap(&self, file: FileId, rule: &str) -> Option<&'a Level> {
        let mut here = self.by_file.get(&file).into_iter().flatten();
        here.find_map(|one| one.caps.get(rule)).or_else(|| self.levels.caps.get(rule))
    }
}

/// The level written as a key (`warning`) or in Chinese (请说明).
pub(super) fn read_level(written: &str) -> Option<Level> {
    Some(match written {
        "error" | "须核改" => Level::Error,
        "warning" | "请说明" => Level::Warning,
        "info" | "供参考" => Level::Info,
        "off" | "不检查" => Level::Off,
        _ => return None,
    })
}

/// The words `read_level` knows, for suggestions and the schema.
pub(super) const LEVEL_WORDS: [&str; 8] =
    ["error", "warning", "info", "off", "须核改", "请说明", "供参考", "不检查"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_lowers_and_never_raises() {
        let mut levels = Levels::default();
        levels.cap("no-progress", Level::Warning);
        levels.cap("missing-unit", Level::Off);
        assert_eq!(levels.settle("no-progress", Level::Error), Level::Warning);
        assert_eq!(levels.settle("no-progress", Level::Info), Level::Info);
        assert_eq!(levels.settle("no-progress", Level::Off), Level::Warning);
        assert_eq!(levels.settle("missing-unit", Level::Error), Level::Off);
        assert_eq!(levels.settle("backslides", Level::Error), Level::Error);
        assert!(levels.dropped("missing-unit") && !levels.dropped("no-progress"));
    }

    #[test]
    fn a_region_is_meant_by_its_name_or_its_path() {
        let line = ["鼓楼区", "徐州市", "江苏省"];
        for written in ["鼓楼区", "徐州市/鼓楼区", "江苏省/鼓楼区", "江苏省"] {
            assert!(lies_in(&line, written), "{written}");
        }
        assert!(!lies_in(&line, "南京市/鼓楼区") && !lies_in(&line, "鼓楼"));
    }

    #[test]
    fn the_last_override_that_names_a_rule_counts() {
        let mut levels = Levels::default();
        levels.cap("no-progress", Level::Off);
        let caps = |level| Caps::from([("no-progress".to_owned(), level)]);
        for (pattern, level) in [("a", Level::Warning), ("a/b", Level::Info)] {
            let paths = vec![PathPattern::read(pattern).unwrap()];
            levels.overrides.push(Override { paths, caps: caps(level), ..Override::default() });
        }
        let files = ["a/x", "a/b/x", "c/x"].map(|path| Some(path.to_owned()));
        let files = (0..).map(FileId).zip(files).map(|(file, path)| (file, path, Vec::new()));
        let placed = FileLevels::of(&levels, files);
        let settled = |file| placed.settle(FileId(file), "no-progress", Level::Error);
        assert_eq!([settled(0), settled(1), settled(2)], [Level::Warning, Level::Info, Level::Off]);
        assert!(placed.dropped(FileId(2), "no-progress") && !levels.dropped("no-progress"));
    }
}
