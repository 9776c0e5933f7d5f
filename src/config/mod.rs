//! What a workspace settles in its `planlint.toml`: levels, tolerances, cut-offs, tiers, language.

mod levels;
mod locate;
mod number;
mod problem;
mod read;
mod settings;
mod table;

pub use levels::Levels;
pub use locate::{FILE_NAME, locate};
pub use problem::{ConfigProblem, ConfigProblemKind, Expected};
pub use read::read;
pub use settings::{FailOn, Language, Settings, Trajectory};

/// The size `written` as people write it (`64MiB`, `500 kB`, `1024`), in bytes; `None` when it is no size.
#[must_use]
pub fn read_size(written: &str) -> Option<u64> {
    number::size(written)
}

/// The candidate closest to `written`, when one is close enough to be meant.
#[must_use]
pub fn nearest<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    table::nearest(written, candidates)
}
