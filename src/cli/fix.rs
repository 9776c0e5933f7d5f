//! `planlint fix`: write what can be fixed without a decision of the drafter, or show it.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;

use crate::{
    engine::{self, Files, Mended},
    finding::Safety,
    text::decode,
    words::mended,
};

use super::{
    CommandFailure, Ending, Session, diff_text::unified, document_options::DocumentOptions,
    plans::PlanPaths,
};

/// Arguments of `fix`.
#[derive(Debug, Args)]
pub(super) struct FixCommand {
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "作为上级的规划文件或目录，不改写|plans to take as parents; never rewritten")]
    against: Vec<PathBuf>,
    #[arg(
        long,
        help = "只显示改动，不改写；有改动时退出码为 1|show what would change and write nothing; exit with 1 when there is something"
    )]
    diff: bool,
    #[arg(
        long = "unsafe",
        help = "也改属性、措辞等会改变规划内容的地方；数值一律不改|also fix what changes what the plan says, such as class or wording; never a number"
    )]
    all: bool,
    #[command(flatten)]
    said: DocumentOptions,
}

impl FixCommand {
    /// Fixes every file; one that cannot be written does not stop the others.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let mut files = session.files(&self.plans.paths, &self.against)?;
        self.said.tell(&mut files, &self.plans.paths, &session.settings)?;
        let bound = if self.all { Safety::Unsafe } else { Safety::Safe };
        let Session { settings, words, today, threads, .. } = session;
        let done = engine::mend(&files, bound, settings, words.sheets(), *today, *threads);
        if self.diff {
            show_changed_lines(&files, &done, out).map_err(CommandFailure::Output)?;
        } else {
            write_mended_files(&files, &done, session)?;
        }
        writeln!(out, "{}", mended(session.language(), &done, self.diff))
            .map_err(CommandFailure::Output)?;
        let asked = self.diff && !done.changed.is_empty();
        Ok(if asked { Ending::Found } else { Ending::Clean })
    }
}

/// The changed lines of every file.
fn show_changed_lines(files: &Files, done: &Mended, out: &mut dyn Write) -> io::Result<()> {
    for (shown, bytes) in &done.changed {
        let old = files.get(shown).and_then(|file| file.content.as_ref().ok());
        let old = old.map(|bytes| decode(bytes).text).unwrap_or_default();
        unified(shown, &old, &decode(bytes).text, out)?;
    }
    Ok(())
}

/// Puts every changed file in its place; the last failure is the one that is handed on, those before it are told.
fn write_mended_files(
    files: &Files,
    done: &Mended,
    session: &Session,
) -> Result<(), CommandFailure> {
    let mut failed = None;
    for (shown, bytes) in &done.changed {
        let Some(file) = files.get(shown) else { continue };
        if let Err(failure) = session.outputs.mend(&file.path, bytes)
            && let Some(earlier) = failed.replace(failure)
        {
            earlier.report(session.language());
        }
    }
    failed.map_or(Ok(()), Err)
}
