//! Levels a workspace gives to rules.

use std::collections::BTreeMap;

use crate::finding::Level;

/// The level each named rule is capped at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    caps: BTreeMap<String, Level>,
}

impl Levels {
    /// Caps every case of `rule` at `level`; the last word counts.
    pub fn cap(&mut self, rule: &str, level: Level) {
        self.caps.insert(rule.to_owned(), level);
    }

    /// The level of a case of `rule` whose sheet says `default`: never louder than the cap. A case that is off by default is switched on by naming a level.
    #[must_use]
    pub fn settle(&self, rule: &str, default: Level) -> Level {
        match self.caps.get(rule) {
            Some(cap) if default == Level::Off => *cap,
            Some(cap) => default.min(*cap),
            None => default,
        }
    }

    /// Whether nothing of `rule` is reported.
    #[must_use]
    pub fn dropped(&self, rule: &str) -> bool {
        self.caps.get(rule) == Some(&Level::Off)
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

/// The words `read_level` knows, for suggestions.
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
}
