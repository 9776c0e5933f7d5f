//! Office files: a text document or a workbook by the part that the package names, opened and read once.

use crate::{
    office::Package,
    text::{Parts, UnreadReason},
};

use super::{
    About, Document, Lost,
    docx::{self, DocxPart, DocxTrace},
    pasted,
    simplified::simplified_document,
    xlsx,
};

/// An office file as it was opened and read, for writing beside its words: there is no need to read it again, and no way to
/// read it otherwise.
#[derive(Debug)]
pub struct ReadPackage {
    /// The package, still open.
    pub package: Package<'static>,
    /// Where the parts of its document stand.
    pub parts: Parts,
    /// What could not be read of it.
    pub lost: Vec<Lost>,
    /// What it is.
    pub kind: PackageKind,
}

/// What an office file is.
#[derive(Debug)]
pub enum PackageKind {
    /// A text document: the parts that were read, each with the places of its words in its XML. Its own words come first,
    /// then notes.
    Word(Vec<(DocxPart, DocxTrace)>),
    /// A workbook.
    Workbook,
}

impl ReadPackage {
    /// Reads an office file that is to be written to.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn of(bytes: Vec<u8>, about: &About) -> Result<(Document, Self), UnreadReason> {
        let mut package = Package::open(bytes)?;
        let (document, kind) = read_by_kind(&mut package, about, true)?;
        let (parts, lost) = (document.parts.clone(), document.lost.clone());
        package.begin_anew();
        Ok((document, Self { package, parts, lost, kind }))
    }
}

/// Reads an office file.
pub(super) fn read(bytes: &[u8], about: &About) -> Result<Document, UnreadReason> {
    read_open(&mut Package::open(bytes)?, about)
}

/// Reads a package that is open, and lets another job begin on it.
pub(super) fn read_open(package: &mut Package, about: &About) -> Result<Document, UnreadReason> {
    let (document, _) = read_by_kind(package, about, false)?;
    package.begin_anew();
    Ok(document)
}

/// The document of a package by the part that it names; where its words stand is written down when it is `traced`.
fn read_by_kind(
    package: &mut Package,
    about: &About,
    traced: bool,
) -> Result<(Document, PackageKind), UnreadReason> {
    let relations = package.relations("").unwrap_or_default();
    let main = relations.iter().find(|relation| relation.kind == "officeDocument");
    let is_workbook = match main.and_then(|relation| relation.part.split('/').next()) {
        Some("ppt") => return Err(UnreadReason::Format("pptx".to_owned())),
        // What names no other part is read as a text document, whose reader says what is missing.
        Some(folder) => folder == "xl",
        // A package may have lost its relations and still have its parts.
        None => package.has("xl/workbook.xml"),
    };
    package.begin_anew();
    if is_workbook {
        return Ok((
            simplified_document(xlsx::read_workbook_package(package)?),
            PackageKind::Workbook,
        ));
    }
    let (document, traces) = docx::read_docx_package(package, about.reject_changes, traced)?;
    Ok((pasted::lift(simplified_document(document)), PackageKind::Word(traces)))
}
