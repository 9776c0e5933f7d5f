//! How a command ended when nothing kept it from its job.

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Everything asked for was done, and nothing stands against it.
    Clean,
    /// Findings at or above the level that fails, or a difference.
    Found,
}
