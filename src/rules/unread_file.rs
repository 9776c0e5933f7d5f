//! A file that was asked for and could not be read.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts, ExactNumber, Subject},
    quantity::Decimal,
    rulebook::Context,
    text::{Place, Span, UnreadReason},
};

/// Reports each unread file with the reason, and with its size where that is the reason.
pub fn check(context: &Context, drafts: &mut Drafts) {
    for unread in context.unread {
        let Some(source) = context.model.sources.get(unread.file) else { continue };
        let (case, told) = case_of_reason(&unread.reason, &source.path);
        let subject = Subject { other: Some(source.path.clone()), ..Subject::default() };
        let place = Place::new(unread.file, Span::default());
        drafts.push(Draft::new(case, subject, place).tells(told));
    }
}

/// What its sentences can say.
#[derive(Debug, Default, Serialize)]
struct UnreadFileFacts {
    path: Arc<str>,
    /// In mebibytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<ExactNumber>,
    /// In mebibytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<ExactNumber>,
    /// What the system says.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ending: Option<String>,
    /// The kind of program that writes such files.
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'static str>,
}

fn case_of_reason(reason: &UnreadReason, path: &Arc<str>) -> (&'static str, UnreadFileFacts) {
    let path = UnreadFileFacts { path: Arc::clone(path), ..UnreadFileFacts::default() };
    match reason {
        // What nobody named is counted and never among the unread.
        UnreadReason::Empty | UnreadReason::Unnamed | UnreadReason::Own => ("empty", path),
        UnreadReason::Binary => ("binary", path),
        UnreadReason::TooLarge { size, limit } => {
            let (size, limit) = (Some(mebibytes(*size)), Some(mebibytes(*limit)));
            ("too-large", UnreadFileFacts { size, limit, ..path })
        }
        UnreadReason::Outside => ("outside", path),
        UnreadReason::Special => ("special", path),
        UnreadReason::NoPlan => ("no-plan", path),
        UnreadReason::Material => ("material", path),
        UnreadReason::Refused(words) => {
            ("refused", UnreadFileFacts { words: Some(words.clone()), ..path })
        }
        UnreadReason::Format(ending) => {
            let family = Some(UnreadReason::family(ending));
            ("format", UnreadFileFacts { ending: Some(ending.clone()), family, ..path })
        }
        UnreadReason::Protected => ("protected", path),
        UnreadReason::Damaged => ("damaged", path),
        UnreadReason::NotOffice => ("not-office", path),
        UnreadReason::Swollen => ("swollen", path),
        UnreadReason::Entities => ("entities", path),
    }
}

fn mebibytes(bytes: u64) -> ExactNumber {
    (Decimal::from(bytes) / Decimal::from(1_u64 << 20)).into()
}
