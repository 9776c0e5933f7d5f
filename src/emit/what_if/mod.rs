//! What other values would change in the findings: as text for people, as one document for machines.

mod json;

use std::{
    cmp::Ordering,
    io::{self, Write},
};

use serde::Serialize;

use crate::{
    config::Language,
    finding::{Level, Place},
    views::{FindingStanding, FollowedFinding},
    words::{Words, closing_line, text},
};

use super::{Options, Outcomes, escape, footer};

pub use json::write_what_if_json;

/// One value and what it is supposed to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Supposed {
    /// The region.
    pub region: String,
    /// The indicator as printed.
    pub indicator: String,
    /// The year.
    pub year: i32,
    /// The words as they stand.
    pub old: String,
    /// The words as they would stand.
    pub new: String,
    /// Where they stand.
    #[serde(skip)]
    pub place: Place,
}

/// Writes each supposed value, the findings it would change, and the closing lines of both runs; infos only when asked for.
///
/// # Errors
/// Those of `out`.
pub fn write_what_if(
    supposed: &[Supposed],
    findings: &[FollowedFinding<'_>],
    outcomes: Outcomes<'_>,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    for one in supposed {
        writeln!(out, "{}", supposed_value_line(one, outcomes, words))?;
    }
    writeln!(out)?;
    // By the louder of before and after: a warning that becomes an info has changed in a way that matters.
    let least = if options.verbose { Level::Info } else { Level::Warning };
    let (mut listed, mut quiet) = (0, 0);
    for followed in findings {
        let Some(kind) = FindingFate::of(followed, words) else { continue };
        if louder_level(followed) < least {
            quiet += 1;
        } else {
            write_one(followed, kind, outcomes, words, out)?;
            listed += 1;
        }
    }
    if listed + quiet == 0 {
        writeln!(out, "{}", language.pick("问题没有变化", "no finding changes"))?;
    }
    if quiet > 0 {
        let line = text! { language;
            zh: "另有 {quiet} 处供参考有变化（加 -v 逐条列出）",
            en: "infos that change (-v lists them): {quiet}"
        };
        writeln!(out, "{line}")?;
    }
    if options.quiet {
        return Ok(());
    }
    let [now, then] = language.pick(["现在：", "假定后："], ["now: ", "then: "]);
    writeln!(out, "\n{now}{}", closing_line(language, outcomes.old))?;
    writeln!(out, "{then}{}", closing_line(language, outcomes.new))
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FindingFate {
    New,
    Changed,
    Allowed,
    Fixed,
}

impl FindingFate {
    /// Nothing for a finding that would say the same as before, as loud as before.
    fn of(followed: &FollowedFinding<'_>, words: &Words) -> Option<Self> {
        match (followed.standing, followed.former) {
            (FindingStanding::New, _) => Some(Self::New),
            (FindingStanding::Allowed, _) => Some(Self::Allowed),
            (FindingStanding::Fixed, _) => Some(Self::Fixed),
            (FindingStanding::Raised(_) | FindingStanding::Known, Some(former)) => {
                let finding = followed.finding;
                let (old, new) = (&former.draft, &finding.draft);
                // The sentence decides where the facts differ: an argument that no sentence shows is no change to a
                // reader.
                let facts =
                    old.case == new.case && old.built_in == new.built_in && old.facts == new.facts;
                // Sentences are dear, and equal facts give equal ones.
                let same = former.level == finding.level
                    && (facts || words.message(former) == words.message(finding));
                (!same).then_some(Self::Changed)
            }
            (FindingStanding::Raised(_) | FindingStanding::Known, None) => None,
        }
    }
}

fn louder_level(followed: &FollowedFinding<'_>) -> Level {
    let former = followed.former.map_or(Level::Off, |former| former.level);
    followed.finding.level.max(former)
}

/// 假定 浙江省 城镇住房保障受益覆盖率 2025 年：25 → 25.5, with its place.
fn supposed_value_line(one: &Supposed, outcomes: Outcomes<'_>, words: &Words) -> String {
    let language = words.language();
    let at = footer::path_with_position(outcomes.old, words, &one.place);
    let [region, indicator, old, new] =
        [&one.region, &one.indicator, &one.old, &one.new].map(|words| escape(words));
    let [old, new] = [old, new].map(|words| match words.is_empty() {
        true => language.pick("（空）", "(empty)").to_owned(),
        false => words.into_owned(),
    });
    let year = one.year;
    text! { language;
        zh: "假定 {region} {indicator} {year} 年：{old} → {new}（{at}）",
        en: "suppose {region} {indicator} {year}: {old} → {new} ({at})"
    }
}

/// What a finding that stays is called by its levels.
fn level_change_word(language: Language, followed: &FollowedFinding<'_>) -> &'static str {
    let former = followed.former.map(|former| followed.finding.level.cmp(&former.level));
    let (zh, en) = match former {
        Some(Ordering::Greater) => ("问题加重", "raised finding"),
        Some(Ordering::Less) => ("问题减轻", "lowered finding"),
        _ => ("问题变化", "changed finding"),
    };
    language.pick(zh, en)
}

fn write_one(
    followed: &FollowedFinding<'_>,
    kind: FindingFate,
    outcomes: Outcomes<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let finding = followed.finding;
    // What is gone has its place in the run of before only: in the new one its text may have moved or be missing.
    let (head, outcome) = match kind {
        FindingFate::New => (language.pick("新增问题", "new finding"), outcomes.new),
        FindingFate::Changed => (level_change_word(language, followed), outcomes.new),
        FindingFate::Allowed => (language.pick("已登记豁免", "allowed finding"), outcomes.old),
        FindingFate::Fixed => (language.pick("问题已解决", "fixed finding"), outcomes.old),
    };
    let level = match followed.former.filter(|former| former.level != finding.level) {
        Some(former) => format!("{} → {}", words.level(former.level), words.level(finding.level)),
        None => words.level(finding.level).to_owned(),
    };
    let at = footer::path_with_position(outcome, words, finding.place());
    writeln!(out, "{head} {at}: {level} {} {}", finding.rule, escape(&words.message(finding)))?;
    if let Some(former) = followed.former.filter(|_| kind == FindingFate::Changed) {
        let was = language.pick("原为：", "was: ");
        writeln!(out, "    {was}{}", escape(&words.message(former)))?;
    }
    Ok(())
}
