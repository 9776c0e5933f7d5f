//! Office documents and pasted text: blocks first, then the same typed tree that a plan file gives.
//!
//! A reader turns bytes into a [`Document`]: one text, and blocks that are spans of it. What is understood of it (head,
//! tables, statements of the prose) becomes a [`Tree`](crate::syntax::Tree) over that text. Words that the tree needs and
//! the document does not print in this form are written behind the text ([`Given`]) and lead back to where they come from.

mod block;
mod bulletin;
mod compose;
pub mod csv;
#[cfg(feature = "office")]
pub(crate) mod docx;
mod english;
pub mod furniture;
pub mod head;
pub(crate) mod headings;
#[cfg(feature = "office")]
pub mod html;
mod imported;
pub mod markdown;
mod material;
mod open;
mod overrides;
#[cfg(feature = "office")]
mod own;
pub mod pasted;
mod plan_file;
pub mod prose;
mod raised;
#[cfg(feature = "office")]
mod read_package;
mod simplified;
mod synthetic_words;
pub mod table;
mod understand;
pub mod wide;
#[cfg(feature = "office")]
mod writer;
#[cfg(feature = "office")]
mod xlsx;
mod years;

pub(crate) use block::Lost;
pub use block::{Block, Cell, Document, Grid, LostKind};
pub use imported::Imported;
pub(crate) use material::{MATERIAL, is_material};
pub(crate) use open::open_kept;
pub use open::{DocumentFormat, open_document};
pub use overrides::About;
#[cfg(feature = "office")]
pub use own::{is_own_file, is_untouched_file, sign_as_own};
pub use plan_file::plan_file;
#[cfg(feature = "office")]
pub(crate) use read_package::PackageKind;
#[cfg(feature = "office")]
pub use read_package::ReadPackage;
/// Without the readers of office files no package is ever read.
#[cfg(not(feature = "office"))]
pub use std::convert::Infallible as ReadPackage;
pub use synthetic_words::Given;
pub use understand::{PriorKnowledge, understand_document};
pub use years::Years;
