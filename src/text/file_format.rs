//! The formats of files by their endings: what opens them, and what becomes of one that is found in a folder.

/// What a file of an ending is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFamily {
    /// A plan file.
    Plan,
    /// A document of an office program.
    Office,
    /// A web page.
    WebPage,
    /// Markdown.
    Markdown,
    /// A table whose cells are separated by commas.
    CommaTable,
    /// Plain text.
    Text,
    /// A text document that no reader here opens.
    ForeignText,
    /// A workbook that no reader here opens.
    ForeignTable,
    /// Pages that were set, which hold no text to rely on.
    ForeignPage,
    /// Slides.
    ForeignSlides,
}

/// What becomes of a file that nobody named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InFolder {
    /// It is read.
    Read,
    /// It is counted and told: too much else goes by its ending.
    Counted,
    /// It is passed over; `docm` and `xlsm` hold programs.
    PassedOver,
}

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFormat {
    /// The ending, in small letters.
    pub ending: &'static str,
    /// What it is.
    pub family: FileFamily,
    /// What becomes of one that nobody named.
    pub in_folder: InFolder,
}

use FileFamily::{
    CommaTable, ForeignPage, ForeignSlides, ForeignTable, ForeignText, Markdown, Office, Plan,
    Text, WebPage,
};
use InFolder::{Counted, PassedOver, Read};

/// Every format that is known by its ending.
const FORMATS: [FileFormat; 29] = [
    // In a folder md, txt and csv are mostly notes and exports, so they are read when named and counted otherwise:
    // nobody shall take a folder for checked whose drafts are all in Markdown.
    format("plan", Plan, Read),
    format("docx", Office, Read),
    format("docm", Office, PassedOver),
    format("xlsx", Office, Read),
    format("xlsm", Office, PassedOver),
    format("html", WebPage, Read),
    format("htm", WebPage, Read),
    format("md", Markdown, Counted),
    format("markdown", Markdown, Counted),
    format("csv", CommaTable, Counted),
    format("txt", Text, Counted),
    format("doc", ForeignText, Counted),
    format("dot", ForeignText, PassedOver),
    format("wps", ForeignText, Counted),
    format("wpt", ForeignText, PassedOver),
    format("rtf", ForeignText, PassedOver),
    format("odt", ForeignText, PassedOver),
    format("pages", ForeignText, PassedOver),
    format("xls", ForeignTable, Counted),
    format("et", ForeignTable, Counted),
    format("ett", ForeignTable, PassedOver),
    format("ods", ForeignTable, PassedOver),
    format("pdf", ForeignPage, Counted),
    format("ofd", ForeignPage, Counted),
    format("ceb", ForeignPage, PassedOver),
    format("ppt", ForeignSlides, PassedOver),
    format("pptx", ForeignSlides, PassedOver),
    format("pps", ForeignSlides, PassedOver),
    format("dps", ForeignSlides, PassedOver),
];

const fn format(ending: &'static str, family: FileFamily, in_folder: InFolder) -> FileFormat {
    FileFormat { ending, family, in_folder }
}

impl FileFormat {
    /// The format of files with this ending, in small letters; `None` for one that nobody knows.
    #[must_use]
    pub fn of(ending: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.ending == ending)
    }

    /// The format of a file by its path as shown, in letters of any size.
    #[must_use]
    pub fn of_path(path: &str) -> Option<&'static Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Self::of(&ending.to_lowercase())
    }

    /// Whether no reader here opens it: the reader of the file is told how to save it.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        matches!(self.family, ForeignText | ForeignTable | ForeignPage | ForeignSlides)
    }
}

impl FileFamily {
    /// The key of the term that says how to save a file that no reader opens.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            ForeignText => "format-text",
            ForeignTable => "format-table",
            ForeignPage => "format-page",
            ForeignSlides => "format-slides",
            Plan | Office | WebPage | Markdown | CommaTable | Text => "format",
        }
    }
}
