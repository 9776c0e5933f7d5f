//! Findings as comments in copies of the documents they are about; all that is no comment keeps its bytes.

mod docx;
mod note;
mod xlsx;

pub use docx::docx;
pub use note::{Annotated, ReviewComment};
pub use xlsx::xlsx;
