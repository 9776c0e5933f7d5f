//! From bytes to meaning: texts, trees, model, forest, alignment.

use crate::{
    alignment::{Alignment, Cutoffs, PaceCutoffs, Watcher, align_plan, progress, rollups},
    catalogue::{Catalogue, Tiers},
    config::{self, Settings},
    hierarchy::Forest,
    model::{self, Extract, Model, assemble, extract},
    suppress::Exceptions,
    syntax::{Problem, ProblemKind, Tree, parse},
    text::{FileId, Source, Sources, Unread, UnreadReason, decode},
};

use super::{File, Files, pool};

/// Everything that is known of the plans of a run.
#[derive(Debug, Default)]
pub struct World {
    /// What the plans say.
    pub model: Model,
    /// Who lies above whom.
    pub forest: Forest,
    /// Targets beside their ancestors' figures.
    pub alignment: Alignment,
    /// Files that could not be read.
    pub unread: Vec<Unread>,
    /// What was accepted outside the plans; nothing unless somebody reads it in.
    pub exceptions: Exceptions,
}

/// Reads and aligns the plans of `files`, on `threads` threads.
#[must_use]
pub fn understand(files: Files, settings: &Settings, threads: Option<usize>) -> World {
    let reference_only: Vec<bool> = files.values().map(|file| file.reference_only).collect();
    let read =
        pool::map(files.into_iter().collect(), threads, |(path, file)| Read::of(&path, file));
    let (mut sources, mut trees, mut extracts, mut unread) = (vec![], vec![], vec![], vec![]);
    for (file, read) in (0..).map(FileId).zip(read) {
        sources.push(read.source);
        trees.push(read.tree);
        extracts.push(read.extract);
        unread.extend(read.unread.map(|reason| Unread { file, reason }));
    }
    let sources = Sources::new(sources);
    let named = sources.iter().zip(&trees).map(|((file, source), tree)| (file, source, tree));
    let catalogue = Catalogue::read(named, tiers(settings));
    let meaning = model::Settings { about: settings.about };
    let is_reference = |file: FileId| reference_only.get(file.0 as usize) == Some(&true);
    let model = assemble(sources, trees, extracts, catalogue, &meaning, is_reference);
    let forest = Forest::of(&model);
    let cutoffs = cutoffs(settings);
    let plans = || model.plans().map(|(id, _)| id).collect();
    let comparisons =
        pool::map(plans(), threads, |plan| align_plan(&model, &forest, &cutoffs, plan));
    let alignment = Alignment::of(comparisons);
    let rolled = pool::map(plans(), threads, |plan| rollups(&model, &forest, &alignment, plan));
    let alignment = alignment.with_rollups(rolled);
    let paces = PaceCutoffs { warning: settings.schedule.warning, error: settings.schedule.error };
    let watcher =
        Watcher { model: &model, forest: &forest, alignment: &alignment, cutoffs: &paces };
    let watched = pool::map(plans(), threads, |plan| progress(watcher, plan));
    let alignment = alignment.with_progress(watched);
    World { alignment, model, forest, unread, exceptions: Exceptions::default() }
}

/// Where trajectories part.
#[must_use]
pub fn cutoffs(settings: &Settings) -> Cutoffs {
    let config::Trajectory { converges, diverges } = settings.trajectory;
    Cutoffs { converges, falls_behind: diverges }
}

fn tiers(settings: &Settings) -> Tiers {
    let named: Vec<String> = settings.tiers.iter().map(ToString::to_string).collect();
    let usual = Tiers::default();
    let same = usual.names().map(|name| name.to_string()).eq(named.iter().cloned());
    if same { usual } else { Tiers::named(&named) }
}

/// What one file gives without looking at any other.
struct Read {
    source: Source,
    tree: Tree,
    extract: Extract,
    unread: Option<UnreadReason>,
}

impl Read {
    fn of(path: &str, file: File) -> Self {
        let bytes = match file.content {
            Ok(bytes) => bytes,
            Err(reason) => {
                return Self {
                    source: Source::new(path, ""),
                    tree: Tree::default(),
                    extract: Extract::default(),
                    unread: Some(reason),
                };
            }
        };
        let decoded = decode(&bytes);
        let mut tree = parse(&decoded.text);
        // A run of bad bytes is one cause; the first place of it is shown.
        tree.problems.extend(decoded.undecodable.first().map(|(span, offset)| Problem {
            kind: ProblemKind::UndecodableText { offset: *offset },
            span: *span,
        }));
        let source = Source::new(path, &decoded.text);
        let extract = extract(&source, &tree);
        Self { source, tree, extract, unread: None }
    }
}
