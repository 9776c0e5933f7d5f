//! Exact numbers and sizes as a configuration writes them.

use crate::quantity::Decimal;

/// The decimal `written`, exactly; `None` when it is no plain decimal number.
pub(super) fn exact_decimal(written: &str) -> Option<Decimal> {
    Decimal::from_str_exact(written.trim()).ok()
}

/// The size `written` in bytes: a whole number with `B`, `kB`, `MB`, `GB`, `KiB`, `MiB`, `GiB` or nothing behind it.
pub(super) fn size(written: &str) -> Option<u64> {
    // Whole numbers only: 1.5GiB can be written as 1536MiB, and nothing has to be rounded.
    let written = written.trim();
    let split = written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len());
    let (number, unit) = written.split_at(split);
    let factor: u64 = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kb" => 1000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// `bytes` as `size` reads it, in the largest unit it is whole in.
pub(super) fn size_text(bytes: u64) -> String {
    // In the largest unit that leaves no fraction, so that what is shown reads back as the same number of
    // bytes.
    let units = [(1_u64 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let whole = units.into_iter().find(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit));
    match whole {
        Some((unit, name)) => format!("{}{name}", bytes / unit),
        None => bytes.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_sizes_have_units() {
        assert_eq!(exact_decimal("0.02"), Some(Decimal::new(2, 2)));
        assert_eq!(exact_decimal("1e-2"), None);
        assert_eq!(exact_decimal("about"), None);
        assert_eq!(size("64MiB"), Some(64 << 20));
        assert_eq!(size("5 kB"), Some(5000));
        assert_eq!(size("12"), Some(12));
        assert_eq!(size("MiB"), None);
        assert_eq!(size("99999999999GiB"), None);
        for bytes in [0, 1000, 64 << 20, 3 << 30, u64::MAX] {
            assert_eq!(size(&size_text(bytes)), Some(bytes));
        }
    }
}
