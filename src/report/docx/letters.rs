//! 衔接意见函: one letter for each region that has something to mend or to explain.

use std::io;

use crate::report::Material;

/// The letters.
///
/// # Errors
/// none
pub fn letters(_material: &Material) -> io::Result<Vec<(String, Vec<u8>)>> {
    Ok(Vec::new())
}
