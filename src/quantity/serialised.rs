//! Numbers as strings of a document, exact to the last digit.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// A number as it stands: `24.50`.
///
/// # Errors
/// Those of the serializer.
pub fn as_printed<S: Serializer>(
    number: &Option<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    number.map(|number| number.to_string()).serialize(serializer)
}

/// A number without trailing zeros: `24.5`.
///
/// # Errors
/// Those of the serializer.
pub fn as_plain<S: Serializer>(number: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    number.map(|number| number.normalize().to_string()).serialize(serializer)
}
