//! The settings of a run, with their defaults.

use std::sync::Arc;

use crate::{finding::Level, quantity::Decimal};

use super::{Levels, Profile, Workspace};

/// The language of everything that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Language {
    /// The language whose key is `written`: `zh` or `en`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        match written {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The key `read` knows it by.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// `zh` in Chinese, else `en`.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailOn {
    /// The quietest level that does.
    pub level: Level,
    /// Whether a comparison that could not be judged does, too.
    pub undetermined: bool,
    /// Whether a number that was not read does, too.
    pub unread: bool,
}

impl Default for FailOn {
    fn default() -> Self {
        Self { level: Level::Error, undetermined: false, unread: false }
    }
}

impl FailOn {
    /// Reads `error`, `warning`, `info`, `undetermined` or `unread`, or several of them with commas between.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let mut fail_on = Self::default();
        for word in written.split(',').map(str::trim) {
            match word {
                "error" => fail_on.level = Level::Error,
                "warning" => fail_on.level = Level::Warning,
                "info" => fail_on.level = Level::Info,
                "undetermined" => fail_on.undetermined = true,
                "unread" => fail_on.unread = true,
                _ => return None,
            }
        }
        Some(fail_on)
    }

    /// The words `read` understands.
    #[must_use]
    pub fn words(self) -> String {
        let undetermined = if self.undetermined { ",undetermined" } else { "" };
        let unread = if self.unread { ",unread" } else { "" };
        format!("{}{undetermined}{unread}", self.level.key())
    }
}

/// The cut-offs between catching up, keeping the distance and falling behind (semantics §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrajectoryCutoffs {
    /// Below this share of the base gap the child converges; 0.95.
    pub converges: Decimal,
    /// Above this share of the base gap the child falls behind; 1.05.
    pub diverges: Decimal,
}

impl Default for TrajectoryCutoffs {
    fn default() -> Self {
        // A choice: five in a hundred to each side of the base gap count as keeping the distance, so that
        // a rounded number on either side does not turn one answer into the other.
        Self { converges: Decimal::new(95, 2), diverges: Decimal::new(105, 2) }
    }
}

/// The cut-offs between on schedule, behind and far behind (semantics §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Below this share of the way due a target is behind; 1.
    pub warning: Decimal,
    /// Below this share of the way due it is far behind; 0.75.
    pub error: Decimal,
}

impl Default for Schedule {
    fn default() -> Self {
        // Any way left behind needs a word; a quarter of it missing is hard to make good in the years
        // that are left. The quarter is a choice, and each workspace may make another.
        Self { warning: Decimal::ONE, error: Decimal::new(75, 2) }
    }
}

/// The settings of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// For whom the run is.
    pub profile: Profile,
    /// Levels per rule; empty by default.
    pub levels: Levels,
    /// How far 左右 reaches, as a share of the number; 0.02.
    pub about: Decimal,
    /// Cut-offs of trajectories.
    pub trajectory: TrajectoryCutoffs,
    /// Cut-offs of observed values.
    pub schedule: Schedule,
    /// The largest file that is read, in bytes; 64 MiB.
    pub max_file_size: u64,
    /// The tiers from the highest down; 国家, 省, 市, 县, 乡镇.
    pub tiers: Vec<Arc<str>>,
    /// Further words of the class column that mean binding, such as statutory; none.
    pub binding_words: Vec<Arc<str>>,
    /// Further words of the class column that mean indicative, such as aspirational; none.
    pub indicative_words: Vec<Arc<str>>,
    /// The language, when the file says one.
    pub language: Option<Language>,
    /// What makes the exit code 1; an error by default.
    pub fail_on: FailOn,
    /// What the patterns of paths start from.
    pub workspace: Workspace,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            profile: Profile::default(),
            levels: Levels::default(),
            // A choice: 左右 stands beside numbers of two or three digits, and 2 in a hundred of 75 are
            // one or two of its last digit.
            about: Decimal::new(2, 2),
            trajectory: TrajectoryCutoffs::default(),
            schedule: Schedule::default(),
            // A choice: far above any plan, and low enough for several such files in memory at once.
            max_file_size: 64 << 20,
            tiers: ["国家", "省", "市", "县", "乡镇"].map(Arc::from).to_vec(),
            binding_words: Vec::new(),
            indicative_words: Vec::new(),
            language: None,
            fail_on: FailOn::default(),
            workspace: Workspace::default(),
        }
    }
}
