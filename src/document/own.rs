//! Office files that this program wrote beside the plans: copies with comments, tables of values, forms.
//!
//! They say so inside, with sums of what they held: a folder is not checked twice over, and what somebody has worked in is a
//! document of its own again.

use xxhash_rust::xxh3::Xxh3;

use crate::{
    office::{ChangedPackage, Package, PartRelation, Xml, XmlEvent},
    text::UnreadReason,
};

use super::{About, Block, Document, read_package::read_open};

/// The property that a file of ours has; office programs keep it when they save.
const PROPERTY: &str = "planlint";
/// Stands in its value between the sum of the words and that of the parts.
const BETWEEN: char = '-';
/// The part that holds such properties where there is none yet.
const PART: &str = "docProps/custom.xml";
const KIND: &str = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
/// The last words of the addresses of the relation to it: the usual and the strict one.
const RELATIONS: [&str; 2] = ["custom-properties", "customProperties"];
/// The addresses of the properties and of their values: the usual and the strict ones.
const SPACES: [[&str; 2]; 2] = [
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    ],
    [
        "http://purl.oclc.org/ooxml/officeDocument/customProperties",
        "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
    ],
];
/// The set of properties that people name themselves (ECMA-376 part 1, 22.3).
const SET: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/// The first number that such a property may have.
const FIRST: u32 = 2;

/// The office file `bytes` with a property that says it is ours as it stands; all else keeps its bytes.
///
/// # Errors
/// As for reading the file.
pub fn sign_as_own(bytes: &[u8]) -> Result<Vec<u8>, UnreadReason> {
    let mut package = Package::open(bytes)?;
    // Of what is read and not of the bytes: an office program that only opens and saves a file writes all
    // its bytes anew.
    let words = sum_of_words(&read_open(&mut package, &About::default())?);
    let sum = format!("{words}{BETWEEN}{}", sum_of_parts(&mut package)?);
    let mut changes = ChangedPackage::new(package);
    // Strict files name the same parts by other addresses, and a program may refuse a file that mixes the
    // two.
    let strict = changes.address("_rels/.rels")?.contains("purl.oclc.org");
    let known = changes.relations("")?.into_iter().find(is_own_relation);
    let [space, values] = SPACES[usize::from(strict)];
    let part = match known {
        Some(relation) => relation.part,
        None => {
            changes.relate("", RELATIONS[usize::from(strict)], PART)?;
            if !changes.has(PART) {
                changes.declare(PART, KIND)?;
            }
            PART.to_owned()
        }
    };
    let blank = || {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\"{space}\"></Properties>"
        )
    };
    let text = changes.text(&part)?.unwrap_or_else(blank);
    let text = match find_own_property(&text)? {
        Property::Value(at, _) => {
            let (before, rest) = (text.get(..at.start), text.get(at.end..));
            [before.unwrap_or_default(), &sum, rest.unwrap_or_default()].concat()
        }
        Property::None(next) => crate::office::append_tags(&text, |prefix| {
            format!(
                "<{prefix}property fmtid=\"{SET}\" pid=\"{next}\" name=\"{PROPERTY}\"><vt:lpwstr xmlns:vt=\"{values}\">{sum}</vt:lpwstr></{prefix}property>"
            )
        })?,
    };
    changes.put(&part, text)?;
    changes.finish()
}

/// Whether an office file says that it is ours and still holds the words it did; somebody may have answered its comments.
#[must_use]
pub fn is_own_file(bytes: &[u8]) -> bool {
    let Ok(mut package) = Package::open(bytes) else { return false };
    // A file that cannot be read is not ours: somebody has worked in it, or it was never one.
    let Some(said) = said_sum(&mut package).unwrap_or_default() else { return false };
    let words = said.split(BETWEEN).next().unwrap_or_default();
    package.begin_anew();
    read_open(&mut package, &About::default())
        .is_ok_and(|document| sum_of_words(&document) == words)
}

/// Whether an office file is ours and nobody has saved it since: nothing is lost when another takes its place.
#[must_use]
pub fn is_untouched_file(bytes: &[u8]) -> bool {
    let Ok(mut package) = Package::open(bytes) else { return false };
    let said = said_sum(&mut package).unwrap_or_default().unwrap_or_default();
    let Some((_, parts)) = said.split_once(BETWEEN) else { return false };
    sum_of_parts(&mut package).is_ok_and(|sum| sum == parts)
}

/// A sum of all parts but those that the property itself changes.
fn sum_of_parts(package: &mut Package) -> Result<String, UnreadReason> {
    let known = package.relations("")?.into_iter().find(is_own_relation);
    let property = known.map_or_else(|| PART.to_owned(), |relation| relation.part);
    let mut hash = Xxh3::new();
    for (name, sum) in package.part_checksums()? {
        if name != property && !matches!(&*name, "_rels/.rels" | "[Content_Types].xml") {
            hash.update(name.as_bytes());
            hash.update(&sum.to_le_bytes());
        }
    }
    Ok(format!("{:016x}", hash.digest()))
}

/// The sum that a file says it had.
fn said_sum(package: &mut Package) -> Result<Option<String>, UnreadReason> {
    let Some(relation) = package.relations("")?.into_iter().find(is_own_relation) else {
        return Ok(None);
    };
    let Some((text, _)) = package.text(&relation.part)? else { return Ok(None) };
    Ok(match find_own_property(&text)? {
        Property::Value(_, words) => Some(words),
        Property::None(_) => None,
    })
}

fn is_own_relation(relation: &PartRelation) -> bool {
    RELATIONS.contains(&&*relation.kind)
}

/// The property in its part.
enum Property {
    /// Where its value stands, and the value.
    Value(std::ops::Range<usize>, String),
    /// There is none; the number that is free for it.
    None(u32),
}

fn find_own_property(text: &str) -> Result<Property, UnreadReason> {
    let mut xml = Xml::new(text);
    let (mut named, mut next) = (false, FIRST);
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == "property" => {
                named = tag.attribute("name").is_some_and(|name| name == PROPERTY);
                let number = tag.attribute("pid").and_then(|number| number.trim().parse().ok());
                // Each property must have a number of its own, or office programs call the file damaged.
                next = number.map_or(next, |number: u32| next.max(number.saturating_add(1)));
            }
            XmlEvent::Words(words) if named && !words.trim().is_empty() => {
                return Ok(Property::Value(xml.last(), words.into_owned()));
            }
            XmlEvent::End => return Ok(Property::None(next)),
            _ => {}
        }
    }
}

/// A sum of the words of a document and of the places of its tables; blanks do not count, which programs set as they like.
fn sum_of_words(document: &Document) -> String {
    let mut hash = Xxh3::new();
    let mut words = |span: crate::text::Span| {
        span.of(&document.text).split_whitespace().for_each(|word| hash.update(word.as_bytes()));
        // A separator, so that words which move from one cell into the next change the sum.
        hash.update(&[0x1F]);
    };
    for block in &document.blocks {
        match block {
            Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => {
                words(*span);
            }
            Block::Table(grid) => {
                for row in 0..grid.height() {
                    grid.row(row).iter().for_each(|cell| words(cell.span));
                    // An empty word ends a row: the same cells in rows of another length are another
                    // table.
                    words(crate::text::Span::new(0, 0));
                }
            }
        }
    }
    format!("{:016x}", hash.digest())
}
