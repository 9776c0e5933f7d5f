//! Packages of office files: zip archives and their XML parts, bounded in every direction; read, and written back part by part.

mod container;
mod name;
mod package;
mod relation;
mod rewrite;
mod xml;

pub use package::Package;
pub use relation::Relation;
pub use rewrite::rewrite;
pub use xml::{Node, Space, Tag, Xml};
