//! Why a rule sheet cannot be read.

/// Why a sheet cannot be read.
#[derive(Debug)]
pub struct SheetError(pub String);

impl std::fmt::Display for SheetError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for SheetError {}
