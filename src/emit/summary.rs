//! One draft on ten lines: who it is held against, what was read, its loudest findings, what could not be judged.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use crate::{
    config::Language,
    engine::Outcome,
    finding::{Finding, Level, reading_order},
    text::{ColumnUnit, display_width},
    words::{
        OtherTold, Words, closing_line, cut_at_clause, first_clause, text, titled, values_in_short,
        without_aside, without_subject,
    },
};

use super::{Options, clip::clip, escape, footer::write_unread_numbers, wrap::fold_to_width};

/// Lines of the whole.
// As many as are read without scrolling or searching; two of them tell where the comments are and how to see all.
const LINES: usize = 10;
const BEHIND: usize = 2;

/// Writes the draft's title, region and period with those above, what was read and found, the loudest findings one a line, the
/// unread numbers when everything is asked for, and what was not judged.
///
/// # Errors
/// Those of `out`.
pub fn write_summary(
    outcome: &Outcome,
    draft: &str,
    parents: &[String],
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let above = parents.join(language.pick("、", ", "));
    let head = match (language, parents.is_empty()) {
        (Language::Zh, true) => format!("草案：{draft}；没有可以对照的上级规划"),
        (Language::En, true) => format!("draft: {draft}; no plan above it is known"),
        (Language::Zh, false) => format!("草案：{draft}；上级：{above}"),
        (Language::En, false) => format!("draft: {draft}; above it: {above}"),
    };
    let mut first = vec![clip(&head, options.width)];
    first.extend(fold_to_width(&escape(&closing_line(language, outcome)), options.width));
    let unjudged = unjudged_names(outcome, language).map(|told| clip(&told, options.width));
    let room = LINES.saturating_sub(first.len() + usize::from(unjudged.is_some()) + BEHIND);
    let told = loud_findings(outcome);
    // What is left over takes a line, too.
    let shown = if told.len() > room { room.saturating_sub(1) } else { room };
    first.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    for finding in told.iter().take(shown) {
        writeln!(out, "{}", line_of_finding(words, finding, options.width))?;
    }
    match (language, told.len().saturating_sub(shown)) {
        (_, 0) => {}
        (Language::Zh, more) => writeln!(out, "另有 {more} 处须核改或请说明")?,
        (Language::En, more) => writeln!(out, "{more} more errors and warnings")?,
    }
    if options.verbose {
        write_unread_numbers(outcome, words, ColumnUnit::Char, out)?;
    }
    unjudged.into_iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Errors before warnings, the heaviest of each first.
fn loud_findings(outcome: &Outcome) -> Vec<&Finding> {
    // Infos are told as a number; on ten lines they would push out what has to be mended.
    let loud = outcome.findings.iter().filter(|finding| finding.level >= Level::Warning);
    let mut loud: Vec<&Finding> = loud.collect();
    // A sheet may hold the plans above as well; what they have of their own is not for whoever drafts the first.
    let draft = outcome.checked.first().map(|checked| &checked.plan);
    let is_others = |finding: &Finding| {
        let plan = finding.draft.subject.plan.as_ref();
        plan.zip(draft).is_some_and(|(plan, draft)| plan != draft)
    };
    loud.sort_by_key(|finding| (is_others(finding), reading_order(finding)));
    loud
}

/// `须核改 城镇住房保障受益覆盖率：24%，浙江省约束性目标 25% → 提高到 25% 以上（表1 第7行 2025年）`: of what can be said the
/// longest that has room.
fn line_of_finding(words: &Words, finding: &Finding, width: usize) -> String {
    let (language, said) = (words.language(), words.say(finding));
    let level = words.level(finding.level);
    let indicator = finding.draft.subject.indicator.as_deref();
    let named = |told: String| match indicator {
        Some(indicator) => text! { language; zh: "{indicator}：{told}", en: "{indicator}: {told}" },
        None => told,
    };
    let values = [OtherTold::Class, OtherTold::Value];
    let values = values.map(|told| values_in_short(words, finding, told).map(named));
    let sentence = named(without_subject(&said.message, indicator, language));
    let told = match values.iter().any(Option::is_some) {
        true => values,
        false => [Some(sentence), titled(words, finding, &said.title)],
    };
    let remedy = without_aside(first_clause(&said.help));
    let place = finding.place().locator.as_ref().map(|locator| words.locator(locator));
    // What a meeting has decided of it is said before what to do: it is why the finding need not be mended at once.
    let standing = words.standing(finding);
    let behind = |told: &str, remedy: &str, place: Option<&String>| {
        let mut line = format!("{level} {told}");
        if !remedy.is_empty() {
            line.push_str(" → ");
            line.push_str(remedy);
        }
        let asides: Vec<&str> =
            [standing.as_deref(), place.map(String::as_str)].into_iter().flatten().collect();
        if !asides.is_empty() {
            let asides = asides.join(language.pick("，", ", "));
            line.push_str(&text! { language; zh: "（{asides}）", en: " ({asides})" });
        }
        escape(&line).into_owned()
    };
    // What to do is given up last: the place stands in the comment, too.
    let wanted = [(remedy, place.as_ref()), (remedy, None), ("", place.as_ref()), ("", None)];
    let mut lines = wanted
        .iter()
        .flat_map(|(remedy, place)| told.iter().flatten().map(|told| behind(told, remedy, *place)));
    let longest = lines.clone().next().unwrap_or_default();
    lines.find(|line| display_width(line) <= width).unwrap_or_else(|| {
        cut_at_clause(&longest, width, |c| display_width(c.encode_utf8(&mut [0; 4])))
    })
}

/// `未能判定：甲率、乙率`; nothing where all was judged.
fn unjudged_names(outcome: &Outcome, language: Language) -> Option<String> {
    let mut known = BTreeSet::new();
    let names = outcome.undetermined.iter().map(|passed| &*passed.indicator);
    let names: Vec<&str> = names.filter(|name| known.insert(*name)).collect();
    (!names.is_empty()).then(|| {
        let names = names.join(language.pick("、", ", "));
        text! { language; zh: "未能判定：{names}", en: "not judged: {names}" }
    })
}
