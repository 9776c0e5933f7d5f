//! The parts of a package that change, and what ties new ones to it.

use std::collections::BTreeMap;

use crate::{
    office::{self, Package, Relation},
    text::{Encoding, UnreadReason, encode},
};

/// The part that lists the kinds of all others.
const TYPES: &str = "[Content_Types].xml";
/// A part of relations without any.
const RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
/// The address of relations in a workbook, in its usual and its strict form.
const USUAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// A package whose parts are read and written.
pub(super) struct Changes<'a> {
    package: Package<'a>,
    changed: BTreeMap<String, (String, Encoding)>,
}

impl<'a> Changes<'a> {
    pub(super) fn new(package: Package<'a>) -> Self {
        Self { package, changed: BTreeMap::new() }
    }

    /// The words of a part as they are by now.
    pub(super) fn text(&mut self, part: &str) -> Result<Option<String>, UnreadReason> {
        Ok(self.found(part)?.map(|(text, _)| text))
    }

    fn found(&mut self, part: &str) -> Result<Option<(String, Encoding)>, UnreadReason> {
        match self.changed.get(part) {
            Some(changed) => Ok(Some(changed.clone())),
            None => self.package.text(part),
        }
    }

    /// Gives a part other words, in the encoding it has.
    pub(super) fn put(&mut self, part: &str, text: String) -> Result<(), UnreadReason> {
        let encoding = self.found(part)?.map_or(Encoding::Utf8, |(_, encoding)| encoding);
        self.changed.insert(part.to_owned(), (text, encoding));
        Ok(())
    }

    /// What a part relates to; relations that were added here are not among them.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, UnreadReason> {
        self.package.relations(part)
    }

    /// The part of a kind that another relates to.
    pub(super) fn related(
        &mut self,
        part: &str,
        kind: &str,
    ) -> Result<Option<String>, UnreadReason> {
        let relations = self.relations(part)?;
        Ok(relations.into_iter().find(|one| one.kind == kind).map(|one| one.part))
    }

    /// Relates `part` to a new part and gives the relation's id.
    pub(super) fn relate(
        &mut self,
        part: &str,
        kind: &str,
        target: &str,
    ) -> Result<String, UnreadReason> {
        let id = format!("planlint-{kind}");
        let at = office::relations_of(part);
        let text = self.text(&at)?.unwrap_or_else(|| RELATIONS.to_owned());
        let address = self.address(part)?;
        let text = office::append(&text, |prefix| {
            format!(
                "<{prefix}Relationship Id=\"{id}\" Type=\"{address}/{kind}\" Target=\"/{target}\"/>"
            )
        })?;
        self.put(&at, text)?;
        Ok(id)
    }

    /// The address of relations that a part speaks of.
    pub(super) fn address(&mut self, part: &str) -> Result<&'static str, UnreadReason> {
        let strict =
            self.text(part)?.is_some_and(|text| text.contains("http://purl.oclc.org/ooxml"));
        Ok(if strict { STRICT } else { USUAL })
    }

    /// Says what kind a part is.
    pub(super) fn declare(&mut self, part: &str, kind: &str) -> Result<(), UnreadReason> {
        let text = self.text(TYPES)?.ok_or(UnreadReason::Damaged)?;
        let text = office::append(&text, |prefix| {
            format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{kind}\"/>")
        })?;
        self.put(TYPES, text)
    }

    /// A name that no part has: `stem`, a number, `ending`.
    pub(super) fn free(&self, stem: &str, ending: &str) -> String {
        let name = |count: u32| format!("{stem}{count}.{ending}");
        let taken = |name: &String| self.package.has(name) || self.changed.contains_key(name);
        (1..).map(name).find(|name| !taken(name)).unwrap_or_default()
    }

    /// The bytes of the package; without a change those it had.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, UnreadReason> {
        let changed = self
            .changed
            .iter()
            .map(|(part, (text, encoding))| (part.clone(), encode(text, *encoding)));
        let changed = changed.collect();
        office::rewrite(&mut self.package, &changed)
    }
}
