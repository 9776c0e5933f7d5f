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
    file_format_row("plan", Plan, Read),
    file_format_row("docx", Office, Read),
    file_format_row("docm", Office, PassedOver),
    file_format_row("xlsx", Office, Read),
    file_format_row("xlsm", Office, PassedOver),
    file_format_row("html", WebPage, Read),
    file_format_row("htm", WebPage, Read),
    file_format_row("md", Markdown, Counted),
    file_format_row("markdown", Markdown, Counted),
    file_format_row("csv", CommaTable, Counted),
    file_format_row("txt", Text, Counted),
    file_format_row("doc", ForeignText, Counted),
    file_format_row("dot", ForeignText, PassedOver),
    file_format_row("wps", ForeignText, Counted),
    file_format_row("wpt", ForeignText, PassedOver),
    file_format_row("rtf", ForeignText, PassedOver),
    file_format_row("odt", ForeignText, PassedOver),
    file_format_row("pages", ForeignText, PassedOver),
    file_format_row("xls", ForeignTable, Counted),
    file_format_row("et", ForeignTable, Counted),
    file_format_row("ett", ForeignTable, PassedOver),
    file_format_row("ods", ForeignTable, PassedOver),
    file_format_row("pdf", ForeignPage, Counted),
    file_format_row("ofd", ForeignPage, Counted),
    file_format_row("ceb", ForeignPage, PassedOver),
    file_format_row("ppt", ForeignSlides, PassedOver),
    file_format_row("pptx", ForeignSlides, PassedOver),
    file_format_row("pps", ForeignSlides, PassedOver),
    file_format_row("dps", ForeignSlides, PassedOver),
];

const fn file_format_row(
    ending: &'static str,
    family: FileFamily,
    in_folder: InFolder,
) -> FileFormat {
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
