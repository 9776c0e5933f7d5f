//! Which way an indicator gets better.

use serde::Serialize;

use crate::text::Keyed;

/// Which way an indicator gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// 越高越好.
    Higher,
    /// 越低越好.
    Lower,
    /// 无: neither.
    Neither,
}

impl Keyed for Direction {}
