//! `planlint` without a command: this folder is checked, plan files and office files; where there are none, the five plans that are built in are shown.

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
};

use crate::{
    config::Settings,
    emit::{Screen, write_glance},
    engine::{self, File, Files, Outcome, World},
    views::{IndicatorTrace, indicators, trace_indicator},
    words::Language,
};

use super::{CommandFailure, Ending, Session, check::CheckCommand};

/// What a bare `planlint` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BareAction {
    /// Check this folder.
    Check,
    /// Show the built-in plans to a person.
    Show,
    /// Say that there is nothing to do.
    Idle,
}

/// Plans go before everything; a person gets something to see. Input is never read unless `-` asks for it, because it may not end; so it is not passed over in silence either.
fn bare_action(plans: bool, input: bool, person: bool) -> BareAction {
    match (plans, input, person) {
        (true, ..) => BareAction::Check,
        (_, false, true) => BareAction::Show,
        _ => BareAction::Idle,
    }
}

/// Runs `planlint` without a command.
pub(super) fn run_without_command(
    session: &Session,
    out: &mut dyn Write,
) -> Result<Ending, CommandFailure> {
    let person = io::stdin().is_terminal() || io::stdout().is_terminal();
    match bare_action(engine::holds_plans(Path::new(".")), has_piped_input(), person) {
        BareAction::Check => CheckCommand::default().run(session, out),
        BareAction::Show => show_builtin_plans(session, out).map_err(CommandFailure::Output),
        BareAction::Idle => Err(CommandFailure::Idle),
    }
}

/// Whether something is fed to standard input: a pipe or a file, but no device.
#[cfg(unix)]
fn has_piped_input() -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = std::fs::metadata("/dev/stdin").map(|found| found.file_type());
    kind.is_ok_and(|kind| kind.is_fifo() || kind.is_socket() || kind.is_file())
}

/// Whether something is fed to standard input.
#[cfg(not(unix))]
fn has_piped_input() -> bool {
    !io::stdin().is_terminal()
}

/// The plans that are built in, under the names they are shown by.
const PLANS: [(&str, &str); 7] = [
    ("catalogue.plan", include_str!("../../plans/zhejiang/catalogue.plan")),
    ("deqing-2021-2025.plan", include_str!("../../plans/zhejiang/deqing-2021-2025.plan")),
    ("deqing-2023-2027.plan", include_str!("../../plans/zhejiang/deqing-2023-2027.plan")),
    ("hangzhou-2023-2027.plan", include_str!("../../plans/zhejiang/hangzhou-2023-2027.plan")),
    ("huzhou-2021-2025.plan", include_str!("../../plans/zhejiang/huzhou-2021-2025.plan")),
    ("regions.plan", include_str!("../../plans/zhejiang/regions.plan")),
    ("zhejiang-2021-2025.plan", include_str!("../../plans/zhejiang/zhejiang-2021-2025.plan")),
];

/// The smallest screen, less one line for the prompt.
const SCREEN: Screen = Screen { lines: 23, columns: 80 };

/// The rule whose finding is drawn: what the program is for.
const DRAWN: &str = "weaker-than-parent";

fn show_builtin_plans(session: &Session, out: &mut dyn Write) -> io::Result<Ending> {
    let text = |(name, text): &(&str, &str)| {
        ((*name).to_owned(), File::of_bytes(text.as_bytes().to_vec()))
    };
    let files: Files = PLANS.iter().map(text).collect();
    let settings = Settings::default();
    let Session { words, today, threads, .. } = session;
    let world = engine::understand(files, &settings, *threads);
    let outcome = engine::check(&world, &settings, words.sheets(), *today, *threads);
    let drawn = drawn(&world, &outcome);
    let (head, next) = glance_frame(session.language());
    let lines = SCREEN.lines - head.len() - next.len();
    let traced = drawn.as_ref().map(|(trace, year)| (trace, *year));
    head.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    write_glance(&outcome, traced, words, Screen { lines, ..SCREEN }, out)?;
    next.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(Ending::Clean)
}

/// The indicator of the loudest finding of the rule that is drawn, and its year.
fn drawn(world: &World, outcome: &Outcome) -> Option<(IndicatorTrace, i32)> {
    let found = outcome.findings.iter().filter(|finding| finding.rule == DRAWN);
    // Of equally loud ones the first: `max_by_key` takes the last.
    let subject = &found.rev().max_by_key(|finding| finding.level)?.draft.subject;
    let known = indicators(&world.model);
    let name = subject.indicator.as_deref()?;
    let chosen = known.get(name).copied().or_else(|| world.model.catalogue.lookup(name))?;
    Some((trace_indicator(world, chosen), subject.year?))
}

/// What stands above and below: what this is, and what to do next.
fn glance_frame(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::Zh => (
            &[
                "这里没有规划文件，也没有 Word、Excel 文档。下面是内置的五个浙江规划的检查结果：",
                "",
            ],
            &[
                "",
                "接下来：",
                "  planlint check 路径            检查自己的规划",
                "  planlint explain 弱于上级目标  看一条规则查什么、怎么改",
                "  planlint read '25以上'         看一句表述如何理解",
                "  planlint --help                全部命令",
            ],
        ),
        Language::En => (
            &["No plan, Word or Excel files here. Five built-in plans of Zhejiang give this:", ""],
            &[
                "",
                "What next:",
                "  planlint check PATH                  check your own plans",
                "  planlint explain weaker-than-parent  what a rule finds, and how to mend it",
                "  planlint read 'at least 25'          how a phrase is understood",
                "  planlint --help                      all commands",
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use clap::FromArgMatches;

    use super::*;
    use crate::{cli::localise, text::display_width_cjk, words::closing_line};

    fn session(language: Language) -> Session {
        let words = ["planlint", "--today", "2026-01-31"];
        let matches = localise::command_in_language(language).try_get_matches_from(words).unwrap();
        let arguments = crate::cli::Arguments::from_arg_matches(&matches).unwrap();
        Session::open(&arguments.common, language).unwrap()
    }

    #[test]
    fn the_built_in_plans_fit_on_the_smallest_screen() {
        let texts = PLANS.iter().map(|(name, text)| (*name, text.as_bytes().to_vec()));
        let files = texts.map(|(name, text)| (name.to_owned(), File::of_bytes(text))).collect();
        for language in [Language::Zh, Language::En] {
            let session = session(language);
            let mut out = Vec::new();
            assert_eq!(show_builtin_plans(&session, &mut out).unwrap(), Ending::Clean);
            let shown = String::from_utf8(out).unwrap();
            assert!((18..=24).contains(&shown.lines().count()), "{shown}");
            let widest = shown.lines().map(display_width_cjk).max();
            assert!(widest.is_some_and(|columns| columns <= 80), "{widest:?}: {shown}");
            let settings = Settings::default();
            let world = engine::understand(Files::clone(&files), &settings, None);
            let sheets = session.words.sheets();
            let outcome = engine::check(&world, &settings, sheets, session.today, None);
            let one_line = shown.replace('\n', language.pick("", " "));
            assert!(one_line.contains(&closing_line(language, &outcome)), "{shown}");
            assert!(shown.contains(language.pick("弱于浙江省，", "weaker than 浙江省,")));
        }
    }

    #[test]
    fn a_person_sees_something_and_a_script_is_told() {
        assert_eq!(bare_action(true, true, false), BareAction::Check);
        assert_eq!(bare_action(true, false, true), BareAction::Check);
        assert_eq!(bare_action(false, false, true), BareAction::Show);
        assert_eq!(bare_action(false, true, true), BareAction::Idle);
        assert_eq!(bare_action(false, false, false), BareAction::Idle);
        assert_eq!(bare_action(false, true, false), BareAction::Idle);
    }
}
