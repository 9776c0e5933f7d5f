//! How many numbers of a ledger were read, set aside or left unread.

use super::entry::{NumberEntry, NumberKind};

/// How many numbers are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberCounts {
    /// Read.
    pub read: usize,
    /// Set aside.
    pub aside: usize,
    /// Unread.
    pub unread: usize,
}

/// Counts entries by what became of them.
pub(super) fn count_numbers<'a>(entries: impl Iterator<Item = &'a NumberEntry>) -> NumberCounts {
    let mut counts = NumberCounts::default();
    for entry in entries {
        match entry.kind {
            NumberKind::Read => counts.read += 1,
            NumberKind::Aside(_) => counts.aside += 1,
            NumberKind::Unread => counts.unread += 1,
        }
    }
    counts
}

impl NumberCounts {
    /// How many there are.
    #[must_use]
    pub fn any(self) -> usize {
        self.read + self.aside + self.unread
    }
}

impl std::ops::Sub for NumberCounts {
    type Output = Self;

    fn sub(self, part: Self) -> Self {
        Self {
            read: self.read.saturating_sub(part.read),
            aside: self.aside.saturating_sub(part.aside),
            unread: self.unread.saturating_sub(part.unread),
        }
    }
}

impl std::ops::Add for NumberCounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            read: self.read + other.read,
            aside: self.aside + other.aside,
            unread: self.unread + other.unread,
        }
    }
}
