//! Who has accepted what: matches allow comments to findings, and reports the comments that do not hold.

mod allow;
mod apply;
#[cfg(test)]
mod tests;
mod validity;

pub use allow::{Allow, Reach, Written, allows};
pub use apply::{Settled, apply};
