//! The findings that came and went.

use std::io::{self, Write};

use crate::{
    finding::Level,
    views::{Difference, FindingStanding, FollowedFinding},
    words::{Words, text},
};

use super::{
    super::{Options, escape, footer},
    outcomes::Outcomes,
};

/// Lists what is new, louder, allowed and gone; infos only when asked for.
pub(super) fn write_followed_findings(
    difference: &Difference,
    outcomes: Outcomes,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    // As in a check: infos are counted and not listed, so that what has become worse stands out.
    let least = if options.verbose { Level::Info } else { Level::Warning };
    let (mut listed, mut quiet) = (0, 0);
    for followed in &difference.findings {
        match standing_word(words, followed.standing) {
            None => {}
            Some(_) if followed.finding.level < least => quiet += 1,
            Some(word) => {
                writeln!(out, "{}", followed_finding_line(followed, word, outcomes, words))?;
                listed += 1;
            }
        }
    }
    if quiet > 0 {
        let line = text! { words.language();
            zh: "另有 {quiet} 处供参考有变化（加 -v 逐条列出）",
            en: "infos that changed (-v lists them): {quiet}"
        };
        writeln!(out, "{line}")?;
    }
    if listed + quiet > 0 { writeln!(out) } else { Ok(()) }
}

/// What is said before a finding; nothing for one that is known.
fn standing_word(words: &Words, standing: FindingStanding) -> Option<&'static str> {
    let (zh, en) = match standing {
        FindingStanding::New => ("新增问题", "new finding"),
        FindingStanding::Raised(_) => ("问题加重", "raised finding"),
        FindingStanding::Allowed => ("已登记豁免", "allowed finding"),
        FindingStanding::Fixed => ("问题已解决", "fixed finding"),
        FindingStanding::Known => return None,
    };
    Some(words.language().pick(zh, en))
}

fn followed_finding_line(
    followed: &FollowedFinding,
    word: &str,
    outcomes: Outcomes,
    words: &Words,
) -> String {
    let finding = followed.finding;
    // What is gone has its place in the old draft only; line numbers of the new one would point elsewhere.
    let former = matches!(followed.standing, FindingStanding::Fixed | FindingStanding::Allowed);
    let outcome = if former { outcomes.old } else { outcomes.new };
    let at = footer::path_with_position(outcome, words, finding.place());
    let level = match followed.standing {
        FindingStanding::Raised(from) => {
            format!("{} → {}", words.level(from), words.level(finding.level))
        }
        _ => words.level(finding.level).to_owned(),
    };
    let message = words.message(finding);
    format!("{word} {at}: {level} {} {}", finding.rule, escape(&message))
}
