//! The part that holds the comments of a Word file.

use std::{collections::BTreeMap, fmt::Write as _};

use jiff::civil::Date;

use crate::{
    annotate::ReviewComment,
    document::docx::DocxPart,
    office::{self, Package, Xml, XmlEvent},
    text::{Encoding, UnreadReason, encode},
};

/// The vocabulary of text documents, in its usual and its strict form.
const USUAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The comments that are there and those that are added.
#[derive(Debug)]
pub(super) struct Comments {
    /// The part.
    pub part: String,
    /// Whether the package names it already.
    pub known: bool,
    /// Whether the package is written in the strict form.
    pub strict: bool,
    text: String,
    encoding: Encoding,
    added: Vec<(u64, ReviewComment, Date)>,
    next: u64,
}

impl Comments {
    /// The comments of the document `main`.
    pub(super) fn open(package: &mut Package, main: &DocxPart) -> Result<Self, UnreadReason> {
        let related = package.relations(&main.part)?.into_iter().find(|one| one.kind == "comments");
        let known = related.is_some();
        let folder = main.part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let part = related.map_or_else(|| free_comments_name(package, folder), |one| one.part);
        let strict = main.text.contains(STRICT);
        let (text, encoding) = match package.text(&part)? {
            Some(found) if known => found,
            _ => (blank_comments_part(strict), Encoding::Utf8),
        };
        // Ids have to be unlike those in use in both parts: a mark in the text may have lost its comment
        // and still hold an id.
        let next = last_id(&main.text)?.max(last_id(&text)?).map_or(0, |id| id.saturating_add(1));
        Ok(Self { part, known, strict, text, encoding, added: Vec::new(), next })
    }

    /// Adds a note and gives its id.
    pub(super) fn add(&mut self, note: &ReviewComment, date: Date) -> u64 {
        let id = self.next;
        self.next = id.saturating_add(1);
        self.added.push((id, note.clone(), date));
        id
    }

    /// Writes the part.
    pub(super) fn write(
        &self,
        changed: &mut BTreeMap<String, Vec<u8>>,
    ) -> Result<(), UnreadReason> {
        let text = office::append_tags(&self.text, |prefix| {
            let (w, declared) = vocabulary(prefix, &self.text);
            self.added
                .iter()
                .map(|(id, note, date)| comment(*id, note, *date, &w, &declared))
                .collect()
        })?;
        changed.insert(self.part.clone(), encode(&text, self.encoding));
        Ok(())
    }
}

/// The prefix to write behind, and what declares it: attributes need one even where tags have none.
pub(super) fn vocabulary(prefix: &str, text: &str) -> (String, String) {
    if prefix.is_empty() {
        let address = if text.contains(STRICT) { STRICT } else { USUAL };
        ("w:".to_owned(), format!(" xmlns:w=\"{address}\""))
    } else {
        (prefix.to_owned(), String::new())
    }
}

fn comment(id: u64, note: &ReviewComment, date: Date, w: &str, declared: &str) -> String {
    let author = office::escaped(&note.author);
    // 省住建厅 has no initials; its first two characters stand for them.
    let initials = office::escaped(&note.author.chars().take(2).collect::<String>());
    let mut text = format!(
        "<{w}comment{declared} {w}id=\"{id}\" {w}author=\"{author}\" {w}date=\"{date}T00:00:00Z\" {w}initials=\"{initials}\">"
    );
    for (count, line) in note.text.split('\n').enumerate() {
        let mark =
            if count == 0 { format!("<{w}r><{w}annotationRef/></{w}r>") } else { String::new() };
        let line = office::escaped(line);
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "<{w}p>{mark}<{w}r><{w}t xml:space=\"preserve\">{line}</{w}t></{w}r></{w}p>"
        );
    }
    text + &format!("</{w}comment>")
}

fn blank_comments_part(strict: bool) -> String {
    let address = if strict { STRICT } else { USUAL };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{address}\"></w:comments>"
    )
}

/// The largest id of a comment that a part holds or refers to.
fn last_id(text: &str) -> Result<Option<u64>, UnreadReason> {
    let mut xml = Xml::new(text);
    let mut last = None;
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name().starts_with("comment") => {
                let id = tag.attribute("id").and_then(|id| id.parse::<u64>().ok());
                last = last.max(id);
            }
            XmlEvent::End => return Ok(last),
            _ => {}
        }
    }
}

/// A name that no part has.
fn free_comments_name(package: &Package, folder: &str) -> String {
    // A part of that name may be there without being tied to the document; nothing of a file is written
    // over.
    let name = |count: u32| match (folder, count) {
        ("", 0) => "comments.xml".to_owned(),
        ("", count) => format!("comments{count}.xml"),
        (folder, 0) => format!("{folder}/comments.xml"),
        (folder, count) => format!("{folder}/comments{count}.xml"),
    };
    (0..).map(name).find(|name| !package.has(name)).unwrap_or_default()
}
