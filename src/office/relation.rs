//! What a part of a package relates to.

use super::{Xml, XmlEvent, name};
use crate::text::UnreadReason;

/// One relation inside the package; those to places outside are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRelation {
    /// Its id, which the part names.
    pub id: String,
    /// Its kind: the last word of the address that names it, `footnotes`.
    pub kind: String,
    /// The part it leads to.
    pub part: String,
}

/// Reads the relations of the part `from`.
pub(super) fn read_relations(text: &str, from: &str) -> Result<Vec<PartRelation>, UnreadReason> {
    let mut xml = Xml::new(text);
    let mut relations = Vec::new();
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == "Relationship" => {
                let outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
                let kind = tag.attribute("Type").unwrap_or_default();
                // The last word is the same in the usual and in the strict form of the address.
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let part =
                    tag.attribute("Target").and_then(|target| name::resolve_part(from, &target));
                let id = tag.attribute("Id").unwrap_or_default().into_owned();
                relations.extend(part.filter(|_| !outside).map(|part| PartRelation {
                    id,
                    kind,
                    part,
                }));
            }
            XmlEvent::End => return Ok(relations),
            _ => {}
        }
    }
}
