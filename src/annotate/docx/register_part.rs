//! What makes a package know its comments: a relation of the document, and the kind of the part.

use std::collections::BTreeMap;

use super::comments::Comments;
use crate::{
    office::{self, Package},
    text::{Encoding, UnreadReason, encode},
};

/// The part that lists the kinds of all others.
const TYPES: &str = "[Content_Types].xml";
/// The kind of comments.
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// Ties a part of comments to the document `main`, unless it is tied already.
pub(super) fn tie(
    package: &mut Package,
    main: &str,
    comments: &Comments,
    changed: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), UnreadReason> {
    // A tied part has its relation and its kind already; a package must not name either twice.
    if comments.known {
        return Ok(());
    }
    let address = if comments.strict {
        "http://purl.oclc.org/ooxml"
    } else {
        "http://schemas.openxmlformats.org"
    };
    let year = if comments.strict { "" } else { "/2006" };
    // The relation's name is free; only one that is in use is not.
    let ids: Vec<String> = package.relations(main)?.into_iter().map(|one| one.id).collect();
    let id = (1..).map(|count: u32| format!("rIdComments{count}")).find(|id| !ids.contains(id));
    let (id, part) = (id.unwrap_or_default(), &comments.part);
    append_to_part(package, &office::relations_of(main), RELATIONS, changed, |prefix| {
        format!(
            "<{prefix}Relationship Id=\"{id}\" Type=\"{address}/officeDocument{year}/relationships/comments\" Target=\"/{part}\"/>"
        )
    })?;
    append_to_part(package, TYPES, TYPES_BLANK, changed, |prefix| {
        format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{KIND}\"/>")
    })
}

/// A part of relations without any.
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
/// A list of kinds without any.
const TYPES_BLANK: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";

fn append_to_part(
    package: &mut Package,
    part: &str,
    blank: &str,
    changed: &mut BTreeMap<String, Vec<u8>>,
    tags: impl FnOnce(&str) -> String,
) -> Result<(), UnreadReason> {
    let found = package.text(part)?;
    let (text, encoding) = found.unwrap_or_else(|| (blank.to_owned(), Encoding::Utf8));
    changed.insert(part.to_owned(), encode(&office::append_tags(&text, tags)?, encoding));
    Ok(())
}
