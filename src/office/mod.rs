//! Packages of office files: zip archives and their XML parts, bounded in every direction; read, and written back part by part.

mod append;
mod container;
mod name;
mod package;
mod relation;
mod rewrite;
mod xml;

pub use append::{append, escaped, name, prefix};
pub use name::relations_of;
pub use package::Package;
pub use relation::Relation;
pub use rewrite::rewrite;
pub use xml::{Node, Space, Tag, Xml};
