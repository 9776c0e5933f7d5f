//! Files that could not be read, and why.

use serde::{Serialize, Serializer};

use super::{FileFormat, FileId, Keyed};

/// A file that could not be read; its text is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The file.
    pub file: FileId,
    /// Why.
    pub reason: UnreadReason,
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadReason {
    /// No bytes, or white space only.
    Empty,
    /// Not text.
    Binary,
    /// Larger than `max-file-size`: its size and the limit, in bytes.
    TooLarge {
        /// Its size.
        size: u64,
        /// The limit.
        limit: u64,
    },
    /// The system refused; its words.
    Refused(String),
    /// A link to a place outside the folder that was asked for.
    Outside,
    /// A pipe, a device or a socket: opening it might never end.
    Special,
    /// A text in a folder, or a document of a kind that counts only when it is named.
    Unnamed,
    /// A document that holds no plan.
    NoPlan,
    /// What this program wrote for a meeting.
    Material,
    /// A copy, table or form in a folder that this program wrote and nobody has changed since.
    Own,
    /// A format nobody reads (.doc, .wps, .pdf); its ending.
    Format(String),
    /// An office file with a password.
    Protected,
    /// An office file that is broken or cut off.
    Damaged,
    /// No office file, whatever its ending says.
    NotOffice,
    /// An office file that unpacks to more than is read, or nests deeper.
    Swollen,
    /// An office file with a document type: it could name other files or blow up words.
    Entities,
}

impl UnreadReason {
    /// What a format that nobody reads is of, as the key of the term that says how to save it: the four families of office
    /// programs' files, else `format`.
    #[must_use]
    pub fn family(ending: &str) -> &'static str {
        FileFormat::of(ending).map_or("format", |format| format.family.key())
    }

    /// The term's key.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::TooLarge { .. } => "too-large",
            Self::Refused(_) => "refused",
            Self::Outside => "outside",
            Self::Special => "special-file",
            Self::Unnamed => "unnamed",
            Self::NoPlan => "no-plan",
            Self::Material => "material",
            Self::Own => "own-copy",
            Self::Format(ending) => Self::family(ending),
            Self::Protected => "protected",
            Self::Damaged => "damaged",
            Self::NotOffice => "not-office",
            Self::Swollen => "swollen",
            Self::Entities => "entities",
        }
    }
}

impl Serialize for UnreadReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// The reason of a format follows its family, which no name of a variant can say.
impl Keyed for UnreadReason {
    fn key(&self) -> &'static str {
        Self::key(self)
    }
}
