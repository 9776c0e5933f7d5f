//! Who has accepted what: matches allow comments, decisions and known findings to what a run found, and reports those that do not hold.

mod agreed_value;
mod allow;
mod apply;
mod claims;
mod decide;
mod exception_scene;
mod exceptions;
mod fate;
mod known_findings;
#[cfg(test)]
mod tests;
mod unused_decisions;
mod validity;
mod values;

pub(crate) use allow::{Allow, allows_of_file};
pub(crate) use apply::{Settled, apply_allows};
pub(crate) use claims::title_key;
pub(crate) use decide::decide;
pub(crate) use exception_scene::ExceptionScene;
pub use exceptions::{Exceptions, Ledger};
pub(crate) use fate::{Decided, Fate};
pub(crate) use known_findings::{baseline_entry, recognise_known};
pub use values::{Values, values_of};
