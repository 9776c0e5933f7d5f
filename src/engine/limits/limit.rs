//! The children of a figure, how loud each of them is, and the numbers from which on that changes.

use serde::Serialize;

use crate::{finding::Level, model::StatementId, quantity::Bound};

/// One child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its statement.
    pub statement: StatementId,
    /// Whether the figure is that of the nearest region above it.
    pub direct: bool,
}

/// Who is short of a figure from the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LimitStart {
    /// The children.
    pub turns: Vec<LimitTurn>,
    /// How many there are.
    pub broken: ShortfallCount,
}

/// A number from which on children stand otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitStep {
    /// The number; open where it is itself still as before.
    pub from: Bound,
    /// Who turns, in the order of the children.
    pub turns: Vec<LimitTurn>,
    /// How many are short from here on.
    pub broken: ShortfallCount,
}

/// A child that stands otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitTurn {
    /// Its place among the children.
    pub child: usize,
    /// How loud it was; `None` for a child that met the figure.
    pub was: Option<Level>,
    /// How loud it is.
    pub level: Option<Level>,
}

/// How many children are short of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ShortfallCount {
    /// 须核改.
    #[serde(rename = "error")]
    pub errors: usize,
    /// 请说明.
    #[serde(rename = "warning")]
    pub warnings: usize,
    /// 供参考.
    #[serde(rename = "info")]
    pub infos: usize,
    /// How many of them are directly below.
    pub direct: usize,
}

impl ShortfallCount {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// Counts a child that stood as `was` and stands as `level` now.
    pub(super) fn turn(&mut self, was: Option<Level>, level: Option<Level>, direct: bool) {
        // A child that grows louder leaves the count it stood in: both changes are made here, so that the
        // sums never drift apart.
        for (level, by) in [(was, -1), (level, 1)] {
            let Some(level) = level else { continue };
            let count = match level {
                Level::Error => &mut self.errors,
                Level::Warning => &mut self.warnings,
                Level::Info | Level::Off => &mut self.infos,
            };
            *count = count.saturating_add_signed(by);
            if direct {
                self.direct = self.direct.saturating_add_signed(by);
            }
        }
    }
}
