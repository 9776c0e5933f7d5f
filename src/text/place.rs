//! Where something stands: file, bytes, and the words a reader of the document uses for it.

use std::sync::Arc;

use super::{FileId, Span};

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The text.
    pub file: FileId,
    /// The bytes.
    pub span: Span,
    /// How the document itself would name the place.
    pub locator: Option<Locator>,
}

impl Place {
    /// A place without a locator.
    #[must_use]
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span, locator: None }
    }

    /// The same place with a locator.
    #[must_use]
    pub fn located(self, locator: Locator) -> Self {
        Self { locator: Some(locator), ..self }
    }
}

/// How the document itself names a place; `words` turns it into a sentence part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locator {
    /// 表1 第7行 2025年: a table by its title, a row by its printed number or its count, a column by its head.
    Cell {
        /// The table's title as printed, e.g. `表1 …指标体系`.
        table: Option<Arc<str>>,
        /// The row's printed number, else its count from 1.
        row: Arc<str>,
        /// The head of the column.
        column: Option<Arc<str>>,
    },
    /// 正文 二（三）: a position in the prose.
    Prose {
        /// The position as printed.
        position: Arc<str>,
    },
    /// 三（一）第2段“到2025年…”: words of a document that has no lines.
    Paragraph {
        /// The headings above it, as shown.
        under: Option<Arc<str>>,
        /// Its count under them, from 1; 0 in a table.
        number: u32,
        /// The words, cut when they are long.
        words: Arc<str>,
    },
    /// 对照表!C7: a cell of a sheet.
    Sheet {
        /// The sheet's name.
        sheet: Arc<str>,
        /// The cell.
        cell: Arc<str>,
    },
}
