//! From bytes to a document: what the bytes are goes before what the file is called.

use crate::{
    syntax::is_plan_file,
    text::{FileFamily, FileFormat, UnreadReason, decode, in_simplified},
};

use super::{About, Document, ReadPackage, csv, markdown, pasted, simplified::simplified_document};
#[cfg(feature = "office")]
use super::{html, read_package};

/// The forms of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFormat {
    /// A package of an office program: a text document or a workbook.
    Package,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// A table whose cells are separated by commas.
    Csv,
    /// Text as it is pasted from a page.
    Pasted,
}

impl DocumentFormat {
    /// Whether bytes are those of a package of an office program: a zip archive, or the container of old and of locked files.
    #[must_use]
    pub fn is_package(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
    }

    /// What a file of this name is by its bytes; `None` for a plan file.
    #[must_use]
    pub fn of(path: &str, bytes: &[u8]) -> Option<Self> {
        let family = FileFormat::of_path(path).map(|format| format.family);
        if family == Some(FileFamily::Plan) {
            return None;
        }
        // Before any ending is believed: a workbook that is called .csv or .txt is still one.
        if Self::is_package(bytes) {
            return Some(Self::Package);
        }
        let text = decode(bytes).text;
        // The first 64 bytes may end inside a character; then all of the text is looked at, which costs
        // only time.
        let begins = text.trim_start().get(..64).unwrap_or(&text).to_ascii_lowercase();
        match family {
            _ if begins.starts_with("<!doctype html") || begins.starts_with("<html") => {
                Some(Self::Html)
            }
            Some(FileFamily::WebPage) => Some(Self::Html),
            Some(FileFamily::CommaTable) => Some(Self::Csv),
            // Tables of comma-separated values are asked for before: those of `export` begin with the
            // head plan, a keyword of the language.
            _ if is_plan_file(&text) => None,
            Some(FileFamily::Markdown) => Some(Self::Markdown),
            _ => Some(Self::Pasted),
        }
    }
}

/// Reads a document, one in traditional characters as if it were written in simplified ones.
///
/// # Errors
/// Why nothing of it can be read.
pub fn open_document(
    format: DocumentFormat,
    bytes: &[u8],
    about: &About,
) -> Result<Document, UnreadReason> {
    let text = || in_simplified(decode(bytes).text);
    match format {
        DocumentFormat::Package => open_package(bytes, about),
        DocumentFormat::Csv => Ok(csv::read_csv(&text())),
        DocumentFormat::Html => read_page(bytes).map(simplified_document),
        DocumentFormat::Markdown => Ok(markdown::read_markdown(text())),
        DocumentFormat::Pasted => Ok(pasted::read(text())),
    }
}

/// The same, with what writing beside its words takes: a package is kept open, any other document is not written to.
///
/// # Errors
/// As for [`open_document`].
pub fn open_kept(
    format: DocumentFormat,
    bytes: Vec<u8>,
    about: &About,
) -> Result<(Document, Option<Box<ReadPackage>>), UnreadReason> {
    match format {
        DocumentFormat::Package => open_package_kept(bytes, about),
        _ => open_document(format, &bytes, about).map(|document| (document, None)),
    }
}

#[cfg(feature = "office")]
fn read_page(bytes: &[u8]) -> Result<Document, UnreadReason> {
    html::read_html(bytes)
}

#[cfg(not(feature = "office"))]
fn read_page(_: &[u8]) -> Result<Document, UnreadReason> {
    Err(UnreadReason::Format("html".to_owned()))
}

#[cfg(feature = "office")]
fn open_package(bytes: &[u8], about: &About) -> Result<Document, UnreadReason> {
    read_package::read(bytes, about)
}

#[cfg(not(feature = "office"))]
fn open_package(_: &[u8], _: &About) -> Result<Document, UnreadReason> {
    Err(UnreadReason::Format("docx".to_owned()))
}

#[cfg(feature = "office")]
fn open_package_kept(
    bytes: Vec<u8>,
    about: &About,
) -> Result<(Document, Option<Box<ReadPackage>>), UnreadReason> {
    let (document, package) = ReadPackage::of(bytes, about)?;
    Ok((document, Some(Box::new(package))))
}

#[cfg(not(feature = "office"))]
fn open_package_kept(
    bytes: Vec<u8>,
    about: &About,
) -> Result<(Document, Option<Box<ReadPackage>>), UnreadReason> {
    open_package(&bytes, about).map(|document| (document, None))
}
