//! Packages of office files: zip archives and their XML parts, bounded in every direction; read, written back part by part, and written anew.

mod append;
mod archive;
mod changes;
mod container;
mod name;
mod package;
mod relation;
mod rewrite;
mod twice;
mod xml;

pub(crate) use append::{append_tags, escaped, prefix_of_name, tag_name};
pub use archive::archive;
pub(crate) use changes::ChangedPackage;
pub(crate) use name::relations_of;
pub use package::Package;
pub(crate) use relation::PartRelation;
pub use rewrite::rewrite;
pub(crate) use xml::{Space, Tag, Xml, XmlEvent};
