//! What a meeting says to a finding: 采纳, 部分采纳, 不采纳.

use serde::Serialize;

use crate::text::Keyed;

/// What a decision says to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// 采纳: it will be mended, so the finding stays.
    Accepted,
    /// 部分采纳: it stays until the agreed value is there, then it is covered.
    Partly,
    /// 不采纳: it is covered.
    Declined,
}

impl Keyed for Ruling {}

impl Ruling {
    /// The ruling written as a key (`declined`) or in Chinese (不采纳).
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        Some(match written {
            "accepted" | "采纳" => Self::Accepted,
            "partly" | "部分采纳" => Self::Partly,
            "declined" | "不采纳" => Self::Declined,
            _ => return None,
        })
    }

    /// The word used in JSON and as a term key.
    #[must_use]
    pub fn key(self) -> &'static str {
        Keyed::key(&self)
    }

    /// Whether the finding is covered, now or later, so that somebody has to answer for it.
    #[must_use]
    pub fn covers(self) -> bool {
        self != Self::Accepted
    }
}
