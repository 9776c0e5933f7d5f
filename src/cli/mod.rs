//! The `planlint` command: arguments in, text and an exit code out.

#[cfg(feature = "office")]
mod annotate;
mod arguments;
mod baseline;
mod beside;
mod brief;
mod catalogue;
mod check;
#[cfg(feature = "office")]
mod comment;
mod common_options;
mod completions;
mod config_show;
mod configuration;
mod diff;
mod diff_text;
mod document_options;
mod draft;
mod draft_copy;
mod ending;
mod exceptions;
mod explain;
mod export;
mod failure;
mod fix;
mod fmt;
mod handbook;
mod import;
#[cfg(feature = "office")]
mod import_decisions;
mod init;
mod input;
mod limits;
mod locale;
mod localise;
mod man;
mod marked;
mod no_command;
mod outputs;
mod pick;
mod plans;
mod previous;
mod read;
mod read_limited;
mod reading;
mod replace;
mod report;
mod report_files;
mod rule_words;
mod rules;
mod schema;
mod session;
mod setting;
#[cfg(feature = "office")]
mod sheet;
mod sink;
mod target;
mod temporary;
mod trace;
mod tree;
mod usage_error;
mod watch;
mod what_if;

use std::{
    ffi::OsString,
    io::{BufWriter, Write},
    process::ExitCode,
};

use clap::FromArgMatches;

use arguments::{Arguments, Command};
use ending::Ending;
use failure::CommandFailure;
use session::Session;
use sink::{Sink, Speech};

/// Runs the command with `arguments`, the first of which is the program's name.
///
/// The code is 0 when nothing stands against the plans, 1 when there are findings, 2 when the job could not be done.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = draft::meant(arguments.into_iter().collect());
    let language = locale::language(&arguments, |name| std::env::var(name).ok());
    let matches = match localise::command_in_language(language).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage_error::report(&error, language),
    };
    let parsed = match Arguments::from_arg_matches(&matches) {
        Ok(parsed) => parsed,
        Err(error) => return usage_error::report(&error, language),
    };
    let coloured = session::wants_colour(parsed.common.color.unwrap_or_default());
    let sink = Sink::new(std::io::stdout().lock(), Speech::of(&matches), coloured);
    let mut out = BufWriter::new(sink);
    let ended = run_command(parsed, language, &mut out);
    let flushed = out.flush();
    // A reader of the output who has seen enough is no failure of ours, and changes no code.
    let failed = |error: &std::io::Error| error.kind() != std::io::ErrorKind::BrokenPipe;
    match (ended, flushed) {
        (Err(CommandFailure::Output(error)), _) if !failed(&error) => ExitCode::SUCCESS,
        (Err(failure), _) => failure.report(language),
        (_, Err(error)) if failed(&error) => CommandFailure::Output(error).report(language),
        (Ok(Ending::Clean), _) => ExitCode::SUCCESS,
        (Ok(Ending::Found), _) => ExitCode::from(1),
    }
}

fn run_command(
    arguments: Arguments,
    language: crate::words::Language,
    out: &mut dyn Write,
) -> Result<Ending, CommandFailure> {
    let session = Session::open(&arguments.common, language)?;
    let Some(command) = arguments.command else {
        return no_command::run_without_command(&session, out);
    };
    match command {
        Command::Check(check) if check.watch => {
            watch::run_watch(&check, &arguments.common, language, out)
        }
        Command::Check(check) => check.run(&session, out),
        Command::Explain(explain) => explain.run(&session, out),
        Command::Rules(rules) => rules.run(&session, out),
        Command::Read(read) => read.run(&session, out),
        Command::Trace(trace) => trace.run(&session, out),
        Command::Tree(tree) => tree.run(&session, out),
        Command::Brief(brief) => brief.run(&session, out),
        Command::Export(export) => export.run(&session, out),
        #[cfg(feature = "office")]
        Command::Sheet(sheet) => sheet.run(&session, out),
        Command::Diff(diff) => diff.run(&session, out),
        Command::Fmt(fmt) => fmt.run(&session, out),
        Command::Catalogue(catalogue) => catalogue.run(&session, out),
        Command::Completions(completions) => completions.run(&session, out),
        Command::Man => man::run_man(&session, out),
        Command::Init(init) => init.run(&session, out),
        Command::Config(config) => config.run(&session, out),
        Command::Schema(schema) => schema.run(&session, out),
        Command::Baseline(baseline) => baseline.run(&session, out),
        Command::Fix(fix) => fix.run(&session, out),
        #[cfg(feature = "office")]
        Command::Annotate(annotate) => annotate.run(&session, out),
        Command::Draft(draft) => draft.run(&session, out),
        Command::Import(import) => import.run(&session, out),
        Command::Limits(limits) => limits.run(&session, out),
        Command::WhatIf(what_if) => what_if.run(&session, out),
        Command::Report(report) => report.run(&session, out),
        #[cfg(feature = "office")]
        Command::ImportDecisions(import) => import.run(&session, out),
    }
}
