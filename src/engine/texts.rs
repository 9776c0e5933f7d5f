//! From files to texts with their trees: plan files first, then, by the names that they define, the documents.

use crate::{
    catalogue::{Catalogue, Tiers},
    document::{self, About, Document, DocumentFormat, Imported, PriorKnowledge, ReadPackage},
    model::{Extract, NumberLedger, extract},
    syntax::{Problem, ProblemKind, Tree, parse},
    text::{FileId, Source, Span, UnreadReason, decode, looks_binary},
};

use super::{File, Files, guard::guarded, pool};

/// One text of a run.
pub struct ParsedText {
    /// The text.
    pub source: Source,
    /// What it says.
    pub tree: Tree,
    /// The same, before names are resolved.
    pub extract: Extract,
    /// What became of its numbers.
    pub ledger: NumberLedger,
    /// Why it could not be read.
    pub unread: Option<UnreadReason>,
    /// Whether it only serves as a parent.
    pub reference_only: bool,
    /// The package it was read from, where a copy with comments is to be made of it.
    pub package: Option<Box<ReadPackage>>,
}

/// The texts of `files` in the order of their paths, and the names they define; a document may give several texts.
pub fn texts_of_files(
    files: Files,
    tiers: &Tiers,
    threads: Option<usize>,
) -> (Vec<ParsedText>, Catalogue) {
    // Names first: a document writes 常住人口城镇化率 in running text, and only a registered name tells
    // where it begins and ends. So plan files are read before any document is understood, and documents
    // do not name things for each other.
    let said: Vec<About> = files.values().map(|file| file.about.clone()).collect();
    let files: Vec<(String, File)> = files.into_iter().collect();
    let opened = pool::map_in_order(files, threads, |(path, file)| Opened::of(path, file));
    let count = opened.len();
    let plans = (0..).map(FileId).zip(&opened).filter_map(|(file, opened)| match opened {
        Opened::Text(text) => Some((file, &text.source, &text.tree)),
        Opened::Document { .. } => None,
    });
    let catalogue = established(Catalogue::read(plans, tiers.clone()), &said);
    let known = PriorKnowledge::of(&catalogue);
    // What was opened is used up here: a document is opened once, read with the names, and let go.
    let texts = pool::map_in_order(opened, threads, |opened| opened.texts(&known));
    let texts: Vec<ParsedText> = texts.into_iter().flatten().collect();
    if texts.len() == count {
        return (texts, catalogue);
    }
    // A document of several plans has moved the files behind it.
    let moved = (0..).map(FileId).zip(&texts).map(|(file, text)| (file, &text.source, &text.tree));
    let catalogue = established(Catalogue::read(moved, tiers.clone()), &said);
    (texts, catalogue)
}

/// The same names with the regions that are said to exist and that nobody else knows.
pub fn established<'a>(
    mut catalogue: Catalogue,
    said: impl IntoIterator<Item = &'a About>,
) -> Catalogue {
    // What a user says on the command line is added last: it never outweighs what a plan defines.
    for About { region, exists, tier, .. } in said {
        let tier = tier.as_deref().and_then(|tier| catalogue.tiers.read(tier));
        for region in region.iter().chain(exists) {
            catalogue.establish(region, tier);
        }
    }
    catalogue
}

/// A document, with the package it was read from where that is kept.
type OpenedDocument = (Document, Option<Box<ReadPackage>>);

/// What reads documents; the last argument says whether packages are kept.
type ReadingFunction =
    fn(DocumentFormat, Vec<u8>, &About, bool) -> Result<OpenedDocument, UnreadReason>;

/// A file as far as it can be read without knowing any other.
pub enum Opened {
    /// A plan file, or one that could not be read.
    Text(ParsedText),
    /// A document that is still to be understood.
    Document {
        /// Its path as shown.
        path: String,
        /// Its text and blocks.
        document: Document,
        /// The package it was read from, where a copy with comments is to be made of it.
        package: Option<Box<ReadPackage>>,
        /// What is said of it from outside.
        about: About,
        /// Whether it was named itself.
        named: bool,
        /// Whether it only serves as a parent.
        reference_only: bool,
    },
}

impl Opened {
    /// Reads a file.
    pub fn of(path: String, file: File) -> Self {
        Self::read_by(opened, path, file)
    }

    /// Reads a file by `open`; what the reader of a document cannot cope with is a damaged document.
    fn read_by(open: ReadingFunction, path: String, file: File) -> Self {
        let File { content, reference_only, named, about, annotated, .. } = file;
        let unread = |reason| Self::Text(ParsedText::unread(&path, reason, reference_only));
        let bytes = match content {
            Ok(bytes) => bytes,
            Err(reason) => return unread(reason),
        };
        let Some(format) = DocumentFormat::of(&path, &bytes) else {
            if looks_binary(&bytes) {
                return unread(UnreadReason::Binary);
            }
            return Self::Text(ParsedText::of_plan(&path, &bytes, reference_only));
        };
        // What strangers send is opened here, so a panic in a reader is an answer (damaged) and not the
        // end of the run.
        let read = guarded(|| open(format, bytes, &about, annotated));
        match read.unwrap_or(Err(UnreadReason::Damaged)) {
            Ok((document, package)) => {
                Self::Document { path, document, package, about, named, reference_only }
            }
            Err(reason) => unread(reason),
        }
    }

    fn texts(self, known: &PriorKnowledge<'_>) -> Vec<ParsedText> {
        match self {
            Self::Text(text) => vec![text],
            Self::Document { path, document, package, about, named, reference_only } => {
                let plans = guarded(|| {
                    document::understand_document(&document, stem(&path), known, &about)
                });
                let Some(plans) = plans else {
                    let unread = ParsedText::unread(&path, UnreadReason::Damaged, reference_only);
                    return vec![ParsedText { package, ..unread }];
                };
                // A document of several texts holds a plan if any of them does; the others are what
                // stands around it.
                let none = plans.iter().all(|plan| plan.tree.plan.is_none());
                let text = |plan| ParsedText::imported(&path, plan, reference_only);
                let mut texts: Vec<ParsedText> = plans.into_iter().map(text).collect();
                if let Some(first) = texts.first_mut() {
                    first.package = package;
                    if none {
                        first.no_plan(named);
                    }
                }
                texts
            }
        }
    }
}

/// Reads a document, and keeps the package that it is where that is asked for.
fn opened(
    format: DocumentFormat,
    bytes: Vec<u8>,
    about: &About,
    kept: bool,
) -> Result<OpenedDocument, UnreadReason> {
    if kept {
        return document::open_kept(format, bytes, about);
    }
    document::open_document(format, &bytes, about).map(|document| (document, None))
}

/// The name of a file without folder and ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

impl ParsedText {
    fn of_plan(path: &str, bytes: &[u8], reference_only: bool) -> Self {
        let decoded = decode(bytes);
        let mut tree = parse(&decoded.text);
        // A run of bad bytes is one cause; the first place of it is shown.
        tree.problems.extend(decoded.undecodable.first().map(|(span, offset)| Problem {
            kind: ProblemKind::UndecodableText { offset: *offset },
            span: *span,
        }));
        Self::new(Source::new(path, &decoded.text), tree, reference_only)
    }

    fn imported(path: &str, plan: Imported, reference_only: bool) -> Self {
        let source = Source::new(path, &plan.text).with_parts(plan.parts);
        Self::new(source, plan.tree, reference_only)
    }

    fn unread(path: &str, reason: UnreadReason, reference_only: bool) -> Self {
        let text = Self::new(Source::new(path, ""), Tree::default(), reference_only);
        Self { unread: Some(reason), ..text }
    }

    /// Says that a document holds no plan: nothing was checked where it was asked for, and it may be none where it was not.
    fn no_plan(&mut self, named: bool) {
        if named {
            self.unread = Some(UnreadReason::NoPlan);
        } else {
            let kind = ProblemKind::UnreadPart { what: "no-plan" };
            self.tree.problems = vec![Problem { kind, span: Span::default() }];
        }
    }

    fn new(source: Source, tree: Tree, reference_only: bool) -> Self {
        let extract = extract(&source, &tree);
        let ledger = NumberLedger::of(&source, &tree, &extract);
        Self { source, tree, extract, ledger, unread: None, reference_only, package: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_gives_up_costs_its_document() {
        let gives_up: ReadingFunction = |_, bytes, _, _| {
            let nothing: Vec<Document> = Vec::new();
            Ok((nothing[bytes.len()].clone(), None))
        };
        let file = File::of_bytes("# 甲".into());
        let Opened::Text(text) = Opened::read_by(gives_up, "a.md".to_owned(), file) else {
            unreachable!("nothing of it was read")
        };
        assert_eq!(text.unread, Some(UnreadReason::Damaged));
        assert_eq!(&*text.source.path, "a.md");
    }
}
