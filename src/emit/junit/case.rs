//! One test: a finding, a remark, or a plan in which nothing was found.

use std::io::{self, Write};

use crate::{
    config::FailOn,
    engine::Outcome,
    finding::{Finding, Place},
    words::{Words, text},
};

use super::{
    super::{
        finding_lines::{Teller, ToldFinding},
        remarks::Besides,
        unread::{UnreadExtent, unread_extent},
    },
    xml::Element,
};

/// One test.
pub(super) struct Case {
    class: &'static str,
    name: String,
    line: Option<u32>,
    pub(super) verdict: JunitVerdict,
}

/// How a test ends.
pub(super) enum JunitVerdict {
    /// Well, with what there is to say.
    Passed(String),
    /// Badly: the level, the message, everything.
    Failed(&'static str, String, String),
    /// Nobody could read what was to be tested: the message, everything.
    Unread(String, String),
    /// Nobody judged it, or it is accepted: why.
    Skipped(String),
}

impl Case {
    /// The test of a finding.
    pub(super) fn of(
        outcome: &Outcome,
        teller: &Teller,
        finding: &Finding,
        fail_on: FailOn,
    ) -> Self {
        let told = teller.tell(finding);
        let name = test_name(&told, finding);
        let message = format!("{} {}", told.level, told.message);
        // A file that could not be read is an error of the run and no failed test, whatever --fail-on says: nothing
        // of it was tested.
        let verdict = match (unread_extent(finding), finding.level >= fail_on.level) {
            (Some(UnreadExtent::Whole), _) => JunitVerdict::Unread(message, told.whole()),
            (_, true) => JunitVerdict::Failed(finding.level.key(), message, told.whole()),
            (Some(UnreadExtent::Part), false) => JunitVerdict::Skipped(message),
            (None, false) => JunitVerdict::Passed(told.whole()),
        };
        Self { class: finding.rule, name, line: line_of_place(outcome, finding.place()), verdict }
    }

    /// The test of what is accepted or was not judged.
    pub(super) fn besides(outcome: &Outcome, besides: Besides, fail_on: FailOn) -> Self {
        let id = besides.id.map(|id| format!(" #{id}")).unwrap_or_default();
        let name = format!("{}{id}", besides.message);
        let verdict = match besides.key == "undetermined" && fail_on.undetermined {
            true => JunitVerdict::Failed(besides.key, besides.message, String::new()),
            false => JunitVerdict::Skipped(besides.message),
        };
        Self { class: besides.key, name, line: line_of_place(outcome, besides.place), verdict }
    }

    /// The test of a plan in which nothing was found.
    pub(super) fn passed(words: &Words) -> Self {
        let name = words.language().pick("未发现问题", "nothing found").to_owned();
        Self { class: "planlint", name, line: None, verdict: JunitVerdict::Passed(String::new()) }
    }

    /// The test that says how much was not read when no finding does.
    pub(super) fn unread(words: &Words, count: usize) -> Self {
        let name = text! { words.language();
            zh: "{count} 个文件或表格未能读取",
            en: "files or tables that could not be read: {count}"
        };
        let verdict = JunitVerdict::Unread(name.clone(), String::new());
        Self { class: "planlint", name, line: None, verdict }
    }

    /// Writes the test of the file at `path`.
    pub(super) fn write(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
        let mut case = Element::new("testcase").with("classname", self.class);
        // Readers of the format expect a time, and a measured one would make the same run differ from itself.
        case = case.with("name", &self.name).with("time", "0").with("file", path);
        if let Some(line) = self.line {
            case = case.with("line", &line.to_string());
        }
        match &self.verdict {
            JunitVerdict::Passed(said) if said.is_empty() => case.write_text(2, out, ""),
            verdict => case.write(2, out, |out| verdict.write(out)),
        }
    }
}

impl JunitVerdict {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let with = |name, message: &str| Element::new(name).with("message", message);
        match self {
            Self::Passed(said) => Element::new("system-out").write_text(3, out, said),
            Self::Failed(kind, message, all) => {
                with("failure", message).with("type", kind).write_text(3, out, all)
            }
            Self::Unread(message, all) => {
                with("error", message).with("type", "unread").write_text(3, out, all)
            }
            Self::Skipped(why) => with("skipped", why).write_text(3, out, ""),
        }
    }
}

/// 弱于上级目标 城镇住房保障受益覆盖率 2025 #1a2b3c4d5e: the same from run to run, and of no other test.
fn test_name(told: &ToldFinding, finding: &Finding) -> String {
    let subject = &finding.draft.subject;
    let year = subject.year.map(|year| year.to_string());
    let about = subject.indicator.as_deref().into_iter().chain(year.as_deref());
    let about = about.fold(told.title.clone(), |said, part| format!("{said} {part}"));
    format!("{about} #{}", finding.id)
}

fn line_of_place(outcome: &Outcome, place: &Place) -> Option<u32> {
    let source = outcome.sources.get(place.file).filter(|source| source.has_lines())?;
    Some(source.position(place.span.start).line)
}
