//! `planlint DRAFT PARENT…`: documents without a command; the lowest tier is the draft, the others are its parents.

use std::{
    ffi::{OsStr, OsString},
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    emit::{escape, write_summary},
    engine::{self, Files, Outcome, World},
    model::{Model, Plan},
};

use super::{Ending, Failure, Session, check::fails, input::Input};

/// Endings of documents.
const ENDINGS: [&str; 7] = ["docx", "xlsx", "html", "htm", "md", "txt", "csv"];

/// Arguments of a run without a command.
#[derive(Debug, Args)]
pub(super) struct Draft {
    #[arg(
        value_name = "文件|FILE",
        required = true,
        help = "草案和上级规划，层级最低的为草案|the draft and the plans above it; that of the lowest tier is the draft"
    )]
    paths: Vec<PathBuf>,
}

/// The arguments with the command that is meant when the first of them is a document.
pub(super) fn meant(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let ending = |path: &Path| path.extension().and_then(OsStr::to_str).map(str::to_lowercase);
    let document = |path: &Path| ending(path).is_some_and(|ending| ENDINGS.contains(&&*ending));
    if arguments.get(1).map(Path::new).is_some_and(|first| document(first) && first.is_file()) {
        arguments.insert(1, "draft".into());
    }
    arguments
}

impl Draft {
    /// Checks the draft, tells the most important on ten lines and writes the copy with comments beside it.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        let input = Input { paths: &self.paths, against: &[], name: None };
        let files = input.load(session.settings.max_file_size)?;
        let mut read = session.read(files.clone());
        let shown = self.draft(&files, &read.model)?;
        read.model.report_on(|source| *source.path == *shown);
        let world = session.relate(read)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let (draft, parents) = told(&world, &shown);
        write_summary(&outcome, &draft, &parents, words, session.options, out)
            .map_err(Failure::Output)?;
        copy(&shown, &files, &outcome, session, out)?;
        Ok(if fails(&outcome, session) { Ending::Found } else { Ending::Clean })
    }

    /// The file of the lowest tier; of several the one that is named first.
    fn draft(&self, files: &Files, model: &Model) -> Result<String, Failure> {
        let path = |plan: &Plan| model.sources.get(plan.file).map(|source| source.path.to_string());
        let tier = |plan: &Plan| model.catalogue.region_of(plan.region?).tier;
        let lowest = model.plans().filter_map(|(_, plan)| tier(plan)).max();
        let mut lowest: Vec<String> = (model.plans().map(|(_, plan)| plan))
            .filter(|plan| lowest.is_some() && tier(plan) == lowest)
            .filter_map(path)
            .collect();
        lowest.dedup();
        let named = |first: &Path| {
            files.iter().find(|(_, file)| file.path == first).map(|(shown, _)| shown.clone())
        };
        let first = self.paths.iter().filter_map(|path| named(path));
        let first =
            first.clone().find(|shown| lowest.contains(shown)).or_else(|| first.clone().next());
        first.or_else(|| lowest.into_iter().next()).ok_or(Failure::Idle)
    }
}

/// The draft with its region and years, and the regions of the others.
fn told(world: &World, shown: &str) -> (String, Vec<String>) {
    let model = &world.model;
    let region = |plan: &Plan| plan.region_written.as_ref().map(|(words, _)| words.to_string());
    let mut draft = escape(shown).into_owned();
    let mut parents = Vec::new();
    for (_, plan) in model.plans() {
        let own = model.sources.get(plan.file).is_some_and(|source| &*source.path == shown);
        if own {
            let years = plan.period.map(|period| format!("{}—{}", period.start, period.end));
            let known: Vec<String> = region(plan).into_iter().chain(years).collect();
            draft = format!("《{}》（{}）", escape(&plan.title), known.join("，"));
        } else {
            parents.extend(region(plan));
        }
    }
    parents.dedup();
    (draft, parents)
}

/// Writes the copy with comments beside the draft, where its format has comments and there is something to say.
#[cfg(feature = "office")]
fn copy(
    shown: &str,
    files: &Files,
    outcome: &Outcome,
    session: &Session,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let Some(file) = files.get(shown).filter(|_| !outcome.findings.is_empty()) else {
        return Ok(());
    };
    let language = session.language();
    let commented = match super::annotate::commented(shown, file, outcome, session) {
        Ok(commented) => commented,
        // What cannot be annotated can still be told.
        Err(_) => {
            let advice = language.pick("逐条列出：planlint check ", "to list all: planlint check ");
            return writeln!(out, "{advice}{}", escape(shown)).map_err(Failure::Output);
        }
    };
    let path = free(&file.path, language.pick("批注", "annotated"));
    super::replace::create(&path, &commented.bytes)
        .map_err(|error| Failure::File(path.clone(), error))?;
    let written = language.pick("批注稿已写入 ", "comments written to ");
    writeln!(out, "{written}{}", escape(&path.display().to_string())).map_err(Failure::Output)
}

#[cfg(not(feature = "office"))]
fn copy(_: &str, _: &Files, _: &Outcome, _: &Session, _: &mut dyn Write) -> Result<(), Failure> {
    Ok(())
}

/// `草案-批注.docx` beside `草案.docx`, with a number where that is taken.
#[cfg(feature = "office")]
fn free(draft: &Path, word: &str) -> PathBuf {
    let stem = draft.file_stem().unwrap_or_default().to_string_lossy();
    let ending = draft.extension().unwrap_or_default().to_string_lossy();
    let name = |count: usize| {
        let count = if count > 1 { count.to_string() } else { String::new() };
        draft.with_file_name(format!("{stem}-{word}{count}.{ending}"))
    };
    (1..1000).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1000))
}
