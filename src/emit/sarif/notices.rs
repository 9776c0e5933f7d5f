//! What is told of the run itself: what was not read, what was not judged, and the last line.

use crate::{
    engine::Outcome,
    finding::Level,
    words::{Words, closing_line},
};

use super::{
    super::{
        escape, footer,
        unread::{UnreadExtent, unread_extent},
    },
    place::sarif_location,
    rules::sarif_level,
    shape::{Invocation, Message, Notice, SarifNotificationKind, SarifReference},
};

/// The kinds of notifications, with their names in Chinese and in English.
const KINDS: [(&str, [&str; 2]); 3] = [
    ("unread", ["未能读取", "could not be read"]),
    ("undetermined", ["未能判定", "not judged"]),
    ("summary", ["检查结果", "what was checked"]),
];
const UNREAD: usize = 0;
const UNDETERMINED: usize = 1;
const SUMMARY: usize = 2;

/// The kinds of notifications.
pub(super) fn kinds(words: &Words) -> Vec<SarifNotificationKind> {
    let kind = |(id, [zh, en]): (&'static str, [&'static str; 2])| SarifNotificationKind {
        id,
        short_description: Message::plain(words.language().pick(zh, en)),
    };
    KINDS.into_iter().map(kind).collect()
}

/// The run: not successful when a file or a table was not read.
pub(super) fn invocation(outcome: &Outcome, words: &Words) -> Invocation {
    let locate = |place| sarif_location(&outcome.sources, words, place, None).into_iter().collect();
    let unread = outcome.findings.iter().filter_map(|finding| {
        let level = match unread_extent(finding)? {
            // Whatever level the rule has under the settings: the run did not do what was asked.
            UnreadExtent::Whole => Level::Error,
            UnreadExtent::Part => finding.level,
        };
        Some(Notice {
            descriptor: sarif_reference(UNREAD),
            level: sarif_level(level),
            message: Message::plain(&escape(&words.message(finding))),
            locations: locate(finding.place()),
        })
    });
    let undetermined = outcome.undetermined.iter().map(|passed| Notice {
        descriptor: sarif_reference(UNDETERMINED),
        level: "note",
        message: Message::plain(&footer::unjudged_comparison(words, passed)),
        locations: locate(&passed.place),
    });
    let summary = Notice {
        descriptor: sarif_reference(SUMMARY),
        level: "note",
        message: Message::plain(&closing_line(words.language(), outcome)),
        locations: Vec::new(),
    };
    Invocation {
        execution_successful: outcome.summary.unread == 0,
        tool_execution_notifications: unread.chain(undetermined).chain([summary]).collect(),
    }
}

fn sarif_reference(index: usize) -> SarifReference {
    SarifReference { id: KINDS.get(index).map_or("", |(id, _)| id), index }
}
