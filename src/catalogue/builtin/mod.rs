//! What is compiled in: a catalogue of common indicators and the register of divisions down to counties.

mod indicators;
mod register;

pub use indicators::builtin_indicator_rows;
pub use register::{Division, Register, builtin_register};
