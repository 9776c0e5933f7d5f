//! What a check is held against: plans that serve as parents, an earlier run, and what is said of a document.

use std::path::PathBuf;

use clap::Args;

use crate::engine::{self, Files, Outcome, Past, RunComparison, World};

use super::{
    CommandFailure, Session, document_options::DocumentOptions, outputs::FileRole,
    plans::ParentPaths, previous,
};

/// Options of every command that checks and tells what it found.
#[derive(Debug, Default, Args)]
pub(super) struct CheckOptions {
    #[command(flatten)]
    pub(super) parents: ParentPaths,
    #[arg(
        long,
        value_name = "文件|FILE",
        help = "上次检查的 json 结果，据此标出新增、原有和已解决的问题|json results of an earlier run: says which findings are new, known and fixed"
    )]
    previous: Option<PathBuf>,
    #[command(flatten)]
    said: DocumentOptions,
}

impl CheckOptions {
    /// The findings of the earlier run, when one is given; read before anything else, so that a wrong file is told at once.
    pub(super) fn past(&self, session: &Session) -> Result<Option<Vec<Past>>, CommandFailure> {
        let limit = session.settings.max_file_size;
        let read = |path: &PathBuf| {
            session.outputs.keep(path, FileRole::Input);
            previous::read_past_findings(path, limit)
        };
        self.previous.as_ref().map(read).transpose()
    }

    /// Checks `files`, which `paths` name, and tells what is new, known and fixed since `past`.
    pub(super) fn check(
        &self,
        session: &Session,
        (mut files, paths): (Files, &[PathBuf]),
        past: Option<Vec<Past>>,
    ) -> Result<(World, Outcome), CommandFailure> {
        self.said.tell(&mut files, paths, &session.settings)?;
        let world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let mut outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let asked =
            |rule: &str| words.sheets().get(rule).is_some() && !settings.levels.dropped(rule);
        outcome.since = past.map(|past| RunComparison::of(&world, &outcome, past, asked));
        Ok((world, outcome))
    }
}
