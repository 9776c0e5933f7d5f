//! A file that was asked for and could not be read.

use crate::{
    finding::{Args, Draft, Drafts, Subject, Value},
    quantity::Decimal,
    rulebook::Context,
    text::{Place, Span, UnreadReason},
};

/// Reports each unread file with the reason, and with its size where that is the reason.
pub fn check(context: &Context, drafts: &mut Drafts) {
    for unread in context.unread {
        let Some(source) = context.model.sources.get(unread.file) else { continue };
        let (case, told) = reason(&unread.reason);
        let subject = Subject { other: Some(source.path.clone()), ..Subject::default() };
        let mut draft = Draft::new(case, subject, Place::new(unread.file, Span::default()))
            .with("path", &source.path);
        draft.args.extend(told);
        drafts.push(draft);
    }
}

fn reason(reason: &UnreadReason) -> (&'static str, Args) {
    match reason {
        // What nobody named is counted and never among the unread.
        UnreadReason::Empty | UnreadReason::Unnamed | UnreadReason::Own => ("empty", Args::new()),
        UnreadReason::Binary => ("binary", Args::new()),
        UnreadReason::TooLarge { size, limit } => {
            ("too-large", Args::from([("size", mebibytes(*size)), ("limit", mebibytes(*limit))]))
        }
        UnreadReason::Outside => ("outside", Args::new()),
        UnreadReason::Special => ("special", Args::new()),
        UnreadReason::NoPlan => ("no-plan", Args::new()),
        UnreadReason::Material => ("material", Args::new()),
        UnreadReason::Refused(words) => ("refused", Args::from([("words", words.as_str().into())])),
        UnreadReason::Format(ending) => {
            let family = UnreadReason::family(ending);
            let told = [("ending", ending.as_str().into()), ("family", family.into())];
            ("format", Args::from(told))
        }
        UnreadReason::Protected => ("protected", Args::new()),
        UnreadReason::Damaged => ("damaged", Args::new()),
        UnreadReason::NotOffice => ("not-office", Args::new()),
        UnreadReason::Swollen => ("swollen", Args::new()),
        UnreadReason::Entities => ("entities", Args::new()),
    }
}

fn mebibytes(bytes: u64) -> Value {
    (Decimal::from(bytes) / Decimal::from(1_u64 << 20)).into()
}
