//! The parts of a package that change, and what ties new ones to it.

use std::collections::BTreeMap;

use super::{Package, PartRelation, append_tags, relations_of, rewrite};
use crate::text::{Encoding, UnreadReason, encode};

/// The part that lists the kinds of all others.
const TYPES: &str = "[Content_Types].xml";
/// A part of relations without any.
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
/// A list of kinds without any.
const NO_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";
/// The address of relations in a document, in its usual and its strict form.
const USUAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// A package whose parts are read and written.
#[derive(Debug)]
pub struct ChangedPackage<'a> {
    package: Package<'a>,
    changed: BTreeMap<String, (String, Encoding)>,
}

impl<'a> ChangedPackage<'a> {
    /// A package that is as it was.
    #[must_use]
    pub fn new(package: Package<'a>) -> Self {
        Self { package, changed: BTreeMap::new() }
    }

    /// The words of a part as they are by now.
    ///
    /// # Errors
    /// As for the words of a part of a package.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, UnreadReason> {
        Ok(self.found(part)?.map(|(text, _)| text))
    }

    /// Whether there is such a part by now.
    #[must_use]
    pub fn has(&self, part: &str) -> bool {
        self.changed.contains_key(part) || self.package.has(part)
    }

    fn found(&mut self, part: &str) -> Result<Option<(String, Encoding)>, UnreadReason> {
        match self.changed.get(part) {
            Some(changed) => Ok(Some(changed.clone())),
            None => self.package.text(part),
        }
    }

    /// Gives a part other words, in the encoding it has.
    ///
    /// # Errors
    /// As for the words of a part.
    pub fn put(&mut self, part: &str, text: String) -> Result<(), UnreadReason> {
        // A part in UTF-16 says so in its first line, which is not touched.
        let encoding = self.found(part)?.map_or(Encoding::Utf8, |(_, encoding)| encoding);
        self.changed.insert(part.to_owned(), (text, encoding));
        Ok(())
    }

    /// What a part relates to; relations that were added here are not among them.
    ///
    /// # Errors
    /// As for the words of a part.
    pub fn relations(&mut self, part: &str) -> Result<Vec<PartRelation>, UnreadReason> {
        self.package.relations(part)
    }

    /// The part of a kind that another relates to.
    ///
    /// # Errors
    /// As for the words of a part.
    pub fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, UnreadReason> {
        let relations = self.relations(part)?;
        Ok(relations.into_iter().find(|one| one.kind == kind).map(|one| one.part))
    }

    /// Relates `part` to a new part and gives the relation's id.
    ///
    /// # Errors
    /// As for the words of a part, and for their XML.
    pub fn relate(&mut self, part: &str, kind: &str, target: &str) -> Result<String, UnreadReason> {
        // An id of its own kind cannot meet those the document has, rId1 and the like.
        let id = format!("planlint-{kind}");
        let at = relations_of(part);
        let text = self.text(&at)?.unwrap_or_else(|| RELATIONS.to_owned());
        let address = self.address(part)?;
        let text = append_tags(&text, |prefix| {
            format!(
                "<{prefix}Relationship Id=\"{id}\" Type=\"{address}/{kind}\" Target=\"/{target}\"/>"
            )
        })?;
        self.put(&at, text)?;
        Ok(id)
    }

    /// The address of relations that a part speaks of.
    ///
    /// # Errors
    /// As for the words of a part.
    pub fn address(&mut self, part: &str) -> Result<&'static str, UnreadReason> {
        // Strict documents use other addresses for the same things, and a relation in the usual form would not be
        // found by their programs.
        let strict =
            self.text(part)?.is_some_and(|text| text.contains("http://purl.oclc.org/ooxml"));
        Ok(if strict { STRICT } else { USUAL })
    }

    /// Says what kind a part is.
    ///
    /// # Errors
    /// As for the words of a part, and for their XML.
    pub fn declare(&mut self, part: &str, kind: &str) -> Result<(), UnreadReason> {
        let text = self.text(TYPES)?.unwrap_or_else(|| NO_TYPES.to_owned());
        let text = append_tags(&text, |prefix| {
            format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{kind}\"/>")
        })?;
        self.put(TYPES, text)
    }

    /// A name that no part has: `stem`, a number, `ending`.
    #[must_use]
    pub fn free(&self, stem: &str, ending: &str) -> String {
        let name = |count: u32| format!("{stem}{count}.{ending}");
        (1..).map(name).find(|name| !self.has(name)).unwrap_or_default()
    }

    /// The bytes of the package; without a change those it had.
    ///
    /// # Errors
    /// `Damaged` when an entry cannot be copied.
    pub fn finish(mut self) -> Result<Vec<u8>, UnreadReason> {
        let changed = self
            .changed
            .iter()
            .map(|(part, (text, encoding))| (part.clone(), encode(text, *encoding)));
        let changed = changed.collect();
        rewrite(&mut self.package, &changed)
    }
}
