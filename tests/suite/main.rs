//! The tests that run the program's layers together.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod format;
mod language;
mod phrases;
mod sets;
