//! `planlint diff`: two drafts of the same plans.

use std::{collections::HashSet, io::Write, path::PathBuf};

use clap::Args;

use crate::{
    emit,
    engine::{self, Files, Outcome, World},
    views::{Edition, compare_drafts},
};

use super::{
    CommandFailure, Ending, Session, document_options::DocumentOptions, failure::existing,
    plans::AnswerFormat,
};

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(super) struct Diff {
    #[arg(
        value_name = "旧稿|OLD",
        help = "旧稿：规划文件或目录|the old draft: a plan file or folder"
    )]
    old: PathBuf,
    #[arg(
        value_name = "新稿|NEW",
        help = "新稿：规划文件或目录|the new draft: a plan file or folder"
    )]
    new: PathBuf,
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "两稿共同的上级规划和指标目录，其自身不列问题|the plans above both outcomes, and the catalogue; nothing is reported on them")]
    against: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
    #[command(flatten)]
    said: DocumentOptions,
}

impl Diff {
    /// Writes what changed; it is found fault with when the new draft asks for less or has a new error.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        existing([&self.old, &self.new].into_iter().chain(&self.against))?;
        let [old, new] = self.files(session)?.map(|files| understand_and_check(files, session));
        let edition = |(world, outcome)| Edition { world, outcome };
        let changed = compare_drafts(edition((&old.0, &old.1)), edition((&new.0, &new.1)));
        let outcomes = emit::Outcomes { old: &old.1, new: &new.1 };
        let words = &session.words;
        let written = match self.format {
            AnswerFormat::Json => emit::write_difference_json(&changed, outcomes, words, out),
            AnswerFormat::Text => {
                emit::write_difference(&changed, outcomes, words, session.options, out)
            }
        };
        written.map_err(CommandFailure::Output)?;
        let unread = old.1.summary.unread + new.1.summary.unread > 0;
        Ok(if changed.is_worse() || unread { Ending::Found } else { Ending::Clean })
    }

    /// The files of both drafts, each with those above; neither draft lies above the other.
    fn files(&self, session: &Session) -> Result<[Files; 2], CommandFailure> {
        let load = |draft: &PathBuf| {
            let limit = session.settings.max_file_size;
            engine::load_files(std::slice::from_ref(draft), &self.against, limit)
                .map_err(CommandFailure::Load)
        };
        let (mut old, mut new) = (load(&self.old)?, load(&self.new)?);
        let (before, after) = (own_paths(&old), own_paths(&new));
        let real = |path: &PathBuf| path.canonicalize().unwrap_or_else(|_| path.clone());
        old.retain(|_, file| !file.reference_only || !after.contains(&real(&file.path)));
        new.retain(|_, file| !file.reference_only || !before.contains(&real(&file.path)));
        self.said.tell(&mut old, std::slice::from_ref(&self.old), &session.settings)?;
        self.said.tell(&mut new, std::slice::from_ref(&self.new), &session.settings)?;
        Ok([old, new])
    }
}

/// The files that are themselves of a draft.
fn own_paths(files: &Files) -> HashSet<PathBuf> {
    let own = files.values().filter(|file| !file.reference_only);
    own.map(|file| file.path.canonicalize().unwrap_or_else(|_| file.path.clone())).collect()
}

fn understand_and_check(files: Files, session: &Session) -> (World, Outcome) {
    let Session { settings, words, today, threads, .. } = session;
    let world = engine::understand(files, settings, *threads);
    let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
    (world, outcome)
}
