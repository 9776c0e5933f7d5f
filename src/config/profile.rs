//! For whom a run is: the drafter of one plan, the reviewer of many, the auditor of everything.

/// The way of working a run is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// One's own plan against its parents: only the named files are reported on, every level is listed.
    Draft,
    /// Errors and warnings are listed, infos counted.
    #[default]
    Review,
    /// Everything is listed, and comments allow nothing.
    Audit,
}

impl Profile {
    /// The words of the profiles.
    pub const WORDS: [&'static str; 3] = ["draft", "review", "audit"];

    /// The profile whose word is `written`: `draft`, `review` or `audit`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        match written {
            "draft" => Some(Self::Draft),
            "review" => Some(Self::Review),
            "audit" => Some(Self::Audit),
            _ => None,
        }
    }

    /// The word `read` knows it by.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Audit => "audit",
        }
    }

    /// Whether infos and what was not judged are listed one by one.
    #[must_use]
    pub fn lists_everything(self) -> bool {
        self != Self::Review
    }
}
