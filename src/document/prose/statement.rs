//! What one clause of the prose says.

use crate::text::Span;

/// A statement or citation with where each part of it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseStatement {
    /// What it is.
    pub kind: SaidKind,
    /// The clause it stands in.
    pub clause: Span,
    /// The headings it stands under: `三（一）`; empty above the first heading.
    pub position: String,
    /// The region named; `None` for the plan's own.
    pub region: Option<CellWords>,
    /// The part of the region, when named.
    pub scope: Option<CellWords>,
    /// The indicator.
    pub name: CellWords,
    /// The year, when said: `2025`, `“十四五”`, `每年`.
    pub year: Option<CellWords>,
    /// The phrase with the value.
    pub phrase: CellWords,
    /// How sure the reading is.
    pub confidence: ReadingConfidence,
}

/// Words of a cell and the stretch of the document they stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellWords {
    /// The stretch.
    pub span: Span,
    /// The words, where the document does not print them in this form.
    pub given: Option<String>,
}

/// What a clause does with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidKind {
    /// It promises it.
    Statement,
    /// It tells an observed value, an expectation or another region's figure.
    Citation,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingConfidence {
    /// The catalogue's name stands beside the value.
    Certain,
    /// The name is put together from the sentence, or no catalogue knows it.
    Likely,
    /// Not to be taken without a look.
    Unsure(Doubt),
}

/// Why a reading is unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// What the value is of is not clear.
    Name,
    /// The words read as something to be tried: 探索, 鼓励.
    Intent,
    /// The phrase cannot be read as one value.
    Value,
}

impl CellWords {
    /// Words as printed.
    #[must_use]
    pub fn printed(span: Span) -> Self {
        Self { span, given: None }
    }

    /// Words that stand for a stretch.
    #[must_use]
    pub fn given(words: &str, span: Span) -> Self {
        Self { span, given: Some(words.to_owned()) }
    }

    /// The words, `text` being the document's.
    #[must_use]
    pub fn of<'a>(&'a self, text: &'a str) -> &'a str {
        self.given.as_deref().unwrap_or_else(|| self.span.of(text))
    }
}
