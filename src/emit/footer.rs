//! What people's formats say below the findings: infos by rule, the register of allows, what was not judged, the last line.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use crate::{
    config::Language,
    engine::{Outcome, PassedComparison, Past},
    finding::{Allowed, AllowedBy, Finding, Level, Place, Subject},
    text::{ColumnUnit, Sources},
    words::{Words, closing_line, locator, term_of, text},
};

use super::{Options, escape, listable, wrap::fold_to_width};

/// `path:line:column` of a place, in characters; path and locator where a document has no lines.
pub(super) fn path_with_position(outcome: &Outcome, words: &Words, place: &Place) -> String {
    path_with_column(outcome, words, place, ColumnUnit::Char)
}

/// The same with a column that counts `unit`.
pub(super) fn path_with_column(
    outcome: &Outcome,
    words: &Words,
    place: &Place,
    unit: ColumnUnit,
) -> String {
    let Some(source) = outcome.sources.get(place.file) else { return "?".to_owned() };
    if !source.has_lines() {
        return without_line(&source.path, words.language(), place);
    }
    let position = source.position(place.span.start);
    format!("{}:{}:{}", escape(&source.path), position.line, position.column_in(unit))
}

/// `path:line` of a place, likewise.
pub(super) fn near(sources: &Sources, language: Language, place: &Place) -> String {
    match sources.get(place.file).filter(|source| !source.has_lines()) {
        Some(source) => without_line(&source.path, language, place),
        None => path_with_line(sources, place),
    }
}

/// `path:line` of a place in a plan file.
pub(super) fn path_with_line(sources: &Sources, place: &Place) -> String {
    let Some(source) = sources.get(place.file) else { return "?".to_owned() };
    format!("{}:{}", escape(&source.path), source.position(place.span.start).line)
}

/// `草案.docx 三（一）第2段“达到70%”`.
pub(super) fn without_line(path: &str, language: Language, place: &Place) -> String {
    let path = escape(path).into_owned();
    let locator = place.locator.as_ref().map(|known| locator(language, known));
    let locator = locator.map(|locator| escape(&locator).into_owned());
    [path].into_iter().chain(locator).collect::<Vec<_>>().join(" ")
}

/// The word for a finding's level, with a mark when an earlier run had not found it.
pub(super) fn level_with_mark(outcome: &Outcome, words: &Words, finding: &Finding) -> String {
    let level = words.level(finding.level);
    match outcome.is_new(finding) {
        true => format!("{level} {}", words.language().pick("[新]", "[new]")),
        false => level.to_owned(),
    }
}

/// Writes all of it; each part only when there is something to say.
pub(super) fn write_rest(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    // Before the question of being quiet: a list that was cut and does not say so is taken for the whole.
    write_unlisted_count(outcome, words, options, out)?;
    if options.quiet {
        return Ok(());
    }
    // Where infos are listed or counted above, they are not counted again.
    if !options.verbose && !options.statistics {
        infos(outcome, words, options.width, out)?;
    }
    for allowed in &outcome.allowed {
        let at = path_with_column(outcome, words, &allowed.place, options.columns);
        writeln!(out, "{at}: {}", register_line(words, allowed))?;
    }
    if options.verbose {
        write_undetermined(outcome, words, options.columns, out)?;
        write_unread_numbers(outcome, words, options.columns, out)?;
    }
    for past in outcome.since.iter().flat_map(|since| &since.fixed) {
        writeln!(out, "{}", fixed_finding_line(words, past))?;
    }
    writeln!(out, "{}", closing_line(words.language(), outcome))
}

/// How many findings the bound of the list leaves out; nobody should take the list for the whole, so this is said even when quiet.
fn write_unlisted_count(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(most) = options.most.filter(|_| !options.statistics) else { return Ok(()) };
    let more = listable(outcome, options).count().saturating_sub(most);
    match words.language() {
        _ if more == 0 => Ok(()),
        Language::Zh => writeln!(out, "另有 {more} 处没有列出（--max-findings {most}）"),
        Language::En => writeln!(out, "{more} more not listed (--max-findings {most})"),
    }
}

/// How many infos each rule has, the most frequent first.
fn infos(outcome: &Outcome, words: &Words, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in outcome.findings.iter().filter(|finding| finding.level == Level::Info) {
        *counts.entry(finding.rule).or_default() += 1;
    }
    if counts.is_empty() {
        return Ok(());
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let language = words.language();
    let one = |(rule, count): &(&str, usize)| format!("{} {count}", words.title(rule));
    // Names of rules that found one thing are longer than what they say.
    let often = counts.iter().take_while(|(_, count)| *count > 1).count();
    let told = if often > 0 && counts.len() > often + 1 { often } else { counts.len() };
    let mut list: Vec<String> = counts.iter().take(told).map(one).collect();
    let once = counts.len().saturating_sub(told);
    if once > 0 {
        list.push(text! { language; zh: "其余 {once} 种各 1", en: "{once} more kinds, one each" });
    }
    let list = list.join(language.pick("、", ", "));
    let line = text! { language;
        zh: "供参考（加 -v 逐条列出）：{list}",
        en: "infos (-v lists them): {list}"
    };
    fold_to_width(&line, width).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// One line of the register behind its place: what, why, who, until when.
pub(super) fn register_line(words: &Words, allowed: &Allowed) -> String {
    let language = words.language();
    let rule = words.title(allowed.finding.rule);
    let reason = escape(&allowed.reason);
    let (head, about) = match &allowed.by {
        // A comment stands at its row, which says what it is about; a decision stands in a file of its own.
        AllowedBy::Comment => (language.pick("已豁免", "allowed").to_owned(), String::new()),
        AllowedBy::Decision { ruling, value, .. } => {
            let ruling = term_of(language, ruling);
            let value = value.as_deref().map(escape).unwrap_or_default();
            let agreed = language.pick("，议定值 ", ", agreed value ");
            let agreed = if value.is_empty() { "" } else { agreed };
            let head = language.pick("已豁免（处理意见：", "allowed by decision (");
            let close = language.pick("）", ")");
            (
                format!("{head}{ruling}{agreed}{value}{close}"),
                subject_of_decision(language, &allowed.finding.draft.subject),
            )
        }
    };
    let colon = language.pick("：", ": ");
    format!("{head} {rule}{about}{colon}{reason}{}", approver_and_end(language, allowed))
}

/// What a decision is about: its place does not show it.
fn subject_of_decision(language: Language, subject: &Subject) -> String {
    let mut about = String::new();
    for name in [&subject.region, &subject.indicator].into_iter().flatten() {
        about.push(' ');
        about.push_str(&escape(name));
    }
    if let Some(year) = subject.year {
        about.push_str(&text! { language; zh: " {year} 年", en: " {year}" });
    }
    about
}

/// Who decided, and until when it holds, in brackets.
fn approver_and_end(language: Language, allowed: &Allowed) -> String {
    let mut parts = Vec::new();
    if let AllowedBy::Decision { approver, .. } = &allowed.by {
        parts.push(format!("{}{}", language.pick("批准：", "approved by "), escape(approver)));
    }
    if let Some(until) = &allowed.until {
        parts.push(format!("{} {}", language.pick("至", "until"), escape(until)));
    }
    match (parts.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("（{}）", parts.join("，")),
        (false, Language::En) => format!(" ({})", parts.join(", ")),
    }
}

/// What an earlier run had found and this one has not; its words may be of another language, so only its names are told.
pub(super) fn fixed_finding_line(words: &Words, past: &Past) -> String {
    let language = words.language();
    let (level, rule) = (words.level(past.level), words.title(&past.rule));
    let year = past.year.map(|year| text! { language; zh: "{year} 年", en: "{year}" });
    let about = [&past.region, &past.indicator, &year];
    let about: Vec<_> = about.into_iter().flatten().map(|words| escape(words)).collect();
    // Something has to tell one fixed finding from another, and a file is all that some have.
    let about = if about.is_empty() { escape(&past.file).into_owned() } else { about.join(" ") };
    text! { language; zh: "已解决：{level} {rule}（{about}）", en: "fixed: {level} {rule} ({about})" }
}

/// The comparisons that could not be judged, one a line.
fn write_undetermined(
    outcome: &Outcome,
    words: &Words,
    unit: ColumnUnit,
    out: &mut dyn Write,
) -> io::Result<()> {
    for passed in &outcome.undetermined {
        let at = path_with_column(outcome, words, &passed.place, unit);
        writeln!(out, "{at}: {}", unjudged_comparison(words, passed))?;
    }
    Ok(())
}

/// The numbers that nobody read, one a line with the words around it.
pub(super) fn write_unread_numbers(
    outcome: &Outcome,
    words: &Words,
    unit: ColumnUnit,
    out: &mut dyn Write,
) -> io::Result<()> {
    let said = unread_number_label(words.language());
    for number in &outcome.unread {
        let at = path_with_column(outcome, words, &number.place, unit);
        writeln!(out, "{at}: {said} {}", escape(&number.clause))?;
    }
    Ok(())
}

/// What could not be judged, and why.
pub(super) fn unjudged_comparison(words: &Words, passed: &PassedComparison) -> String {
    let language = words.language();
    let indicator = escape(&passed.indicator);
    let why = term_of(language, passed.why);
    let year = passed.year.map(|year| text! { language; zh: " {year} 年", en: " {year}" });
    let year = year.unwrap_or_default();
    text! { language;
        zh: "未能判定 {indicator}{year}：{why}",
        en: "not judged {indicator}{year}: {why}"
    }
}

/// What is said of a number that nobody read, before its clause.
pub(super) fn unread_number_label(language: Language) -> &'static str {
    language.pick("未读出", "unread number:")
}
