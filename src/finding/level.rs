//! How loud a finding is, and how sure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Keyed;

/// How loud a finding is: 须核改, 请说明, 供参考. Ordered from quiet to loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Off,
    /// 供参考.
    Info,
    /// 请说明.
    Warning,
    /// 须核改.
    Error,
}

impl Keyed for Level {}

impl Level {
    /// The word used in JSON, configuration and English output.
    #[must_use]
    pub fn key(self) -> &'static str {
        Keyed::key(&self)
    }
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Rests on something inferred; never an error.
    Review,
    /// Follows from what is printed.
    Certain,
}

impl Confidence {
    /// How sure something is that wants a second look, or does not.
    #[must_use]
    pub fn of_review(review: bool) -> Self {
        if review { Self::Review } else { Self::Certain }
    }
}
