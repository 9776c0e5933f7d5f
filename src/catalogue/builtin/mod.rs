//! What is compiled in: a catalogue of common indicators and the register of divisions down to counties.

mod indicators;
mod register;

pub use indicators::rows;
pub use register::{Division, Register, register};
