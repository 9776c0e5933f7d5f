//! From bytes to meaning: texts, trees, model, forest, alignment.

use std::collections::BTreeMap;

use crate::{
    alignment::{
        Alignment, Cutoffs, PaceCutoffs, Watcher, align_plan, progress_of_plan, rollups_of_plan,
    },
    catalogue::Tiers,
    config::{self, Settings},
    document::ReadPackage,
    hierarchy::Forest,
    model::{self, Model, NumberLedger, Statement, assemble},
    quantity::ReadingKind,
    suppress::Exceptions,
    text::{FileId, Sources, Unread, UnreadReason},
};

use super::{File, Files, pool, texts::texts_of_files};

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
    /// How many files were written for a meeting and merely lie beside the plans.
    pub passed_over: usize,
    /// How many copies, tables and forms lie beside the plans that this program wrote and nobody has changed.
    pub copies: usize,
    /// How many texts lie beside the plans that are read only when they are named.
    pub unnamed: usize,
    /// What was accepted outside the plans; nothing unless somebody reads it in.
    pub exceptions: Exceptions,
    /// The packages of which copies with comments are to be made, by the paths their files are shown by.
    pub packages: BTreeMap<String, Box<ReadPackage>>,
}

/// The plans of a run as each of them reads, before any is seen beside another.
#[derive(Debug, Default)]
pub struct RunReading {
    /// What the plans say.
    pub model: Model,
    /// Files that could not be read.
    pub unread: Vec<Unread>,
    /// How many files were written for a meeting and merely lie beside the plans.
    pub passed_over: usize,
    /// How many copies, tables and forms lie beside the plans that this program wrote and nobody has changed.
    pub copies: usize,
    /// How many texts lie beside the plans that are read only when they are named.
    pub unnamed: usize,
    /// The packages of which copies with comments are to be made, by the paths their files are shown by.
    pub packages: BTreeMap<String, Box<ReadPackage>>,
}

/// Reads and aligns the plans of `files`, on `threads` threads.
#[must_use]
pub fn understand(files: Files, settings: &Settings, threads: Option<usize>) -> World {
    relate(read_plans(files, settings, threads), settings, threads)
}

/// Reads the plans of `files`, on `threads` threads.
#[must_use]
pub fn read_plans(files: Files, settings: &Settings, threads: Option<usize>) -> RunReading {
    let mut files = files;
    let passed = |reason: UnreadReason| {
        let is = |file: &&File| file.is_passed_over() && file.content.as_ref() == Err(&reason);
        files.values().filter(is).count()
    };
    let (passed_over, copies) = (passed(UnreadReason::Material), passed(UnreadReason::Own));
    let unnamed = passed(UnreadReason::Unnamed);
    // Counted before they go: the last line of a report says how many files were not read, and why.
    files.retain(|_, file| !file.is_passed_over());
    let (texts, catalogue) = texts_of_files(files, &tiers_of_settings(settings), threads);
    let reference_only: Vec<bool> = texts.iter().map(|text| text.reference_only).collect();
    let (mut sources, mut trees, mut extracts, mut unread) = (vec![], vec![], vec![], vec![]);
    let (mut ledgers, mut packages) = (vec![], BTreeMap::new());
    for (file, text) in (0..).map(FileId).zip(texts) {
        packages.extend(text.package.map(|package| (text.source.path.to_string(), package)));
        sources.push(text.source);
        trees.push(text.tree);
        extracts.push(text.extract);
        ledgers.push(text.ledger);
        unread.extend(text.unread.map(|reason| Unread { file, reason }));
    }
    let sources = Sources::new(sources);
    let meaning = model::PhraseSettings {
        about: settings.about,
        binding_words: settings.binding_words.clone(),
        indicative_words: settings.indicative_words.clone(),
    };
    let is_reference = |file: FileId| reference_only.get(file.0 as usize) == Some(&true);
    let mut model = assemble(sources, trees, extracts, catalogue, &meaning, is_reference);
    // Doubts first: joining empties the ledgers of a document's later texts, and a doubt from there would
    // reach nothing.
    doubt(&model, &mut ledgers);
    gather_ledgers(&model.sources, &mut ledgers);
    model.ledgers = ledgers;
    RunReading { model, unread, passed_over, copies, unnamed, packages }
}

/// Takes back from the ledgers what only the other words of its row showed to be unreadable.
fn doubt(model: &Model, ledgers: &mut [NumberLedger]) {
    let statements = model.plans().flat_map(|(id, _)| model.statements(id));
    let unreadable = |(_, statement): &(_, &Statement)| statement.kind == ReadingKind::Unreadable;
    for (_, statement) in statements.filter(unreadable) {
        let parts = model.sources.get(statement.file).and_then(|source| source.parts.as_ref());
        let real = parts.map_or(Some(statement.cell), |parts| parts.real(statement.cell));
        let ledger = ledgers.get_mut(statement.file.0 as usize);
        ledger.zip(real).into_iter().for_each(|(ledger, real)| ledger.doubt(real));
    }
}

/// Lets the first of several texts of one document account for its numbers: each of them reads some.
fn gather_ledgers(sources: &Sources, ledgers: &mut [NumberLedger]) {
    // Sources of one document are neighbours, so only the last first one is remembered.
    let mut first: Option<(&str, usize)> = None;
    for (at, (_, source)) in sources.iter().enumerate() {
        match first.filter(|(path, _)| source.is_document() && *path == &*source.path) {
            Some((_, first)) => {
                let other = ledgers.get_mut(at).map(std::mem::take).unwrap_or_default();
                if let Some(own) = ledgers.get_mut(first) {
                    own.merge(&other);
                }
            }
            None => first = Some((&source.path, at)),
        }
    }
}

/// Aligns plans that were read, on `threads` threads.
#[must_use]
pub fn relate(read: RunReading, settings: &Settings, threads: Option<usize>) -> World {
    let RunReading { model, unread, passed_over, copies, unnamed, packages } = read;
    // Each step reads what the one before has settled, for all plans: comparisons look at the forest,
    // roll-ups at comparisons, progress at both. Within a step the plans are independent, which is what
    // the threads rely on.
    let forest = Forest::of(&model);
    let cutoffs = cutoffs(settings);
    let plans = || model.plans().map(|(id, _)| id).collect();
    let comparisons =
        pool::map_in_order(plans(), threads, |plan| align_plan(&model, &forest, &cutoffs, plan));
    let alignment = Alignment::of(comparisons);
    let rolled = pool::map_in_order(plans(), threads, |plan| {
        rollups_of_plan(&model, &forest, &alignment, plan)
    });
    let alignment = alignment.with_rollups(rolled);
    let paces = PaceCutoffs { warning: settings.schedule.warning, error: settings.schedule.error };
    let watcher =
        Watcher { model: &model, forest: &forest, alignment: &alignment, cutoffs: &paces };
    let watched = pool::map_in_order(plans(), threads, |plan| progress_of_plan(watcher, plan));
    let alignment = alignment.with_progress(watched);
    let exceptions = Exceptions::default();
    World { alignment, model, forest, unread, passed_over, copies, unnamed, exceptions, packages }
}

/// Where trajectories part.
#[must_use]
pub fn cutoffs(settings: &Settings) -> Cutoffs {
    let config::TrajectoryCutoffs { converges, diverges } = settings.trajectory;
    Cutoffs { converges, falls_behind: diverges }
}

/// The levels of government that the settings name.
#[must_use]
pub fn tiers_of_settings(settings: &Settings) -> Tiers {
    // The usual names have English ones and 全省, 全市 beside them; named anew in the settings, each has
    // only what is written there.
    let named: Vec<String> = settings.tiers.iter().map(ToString::to_string).collect();
    let usual = Tiers::default();
    let same = usual.names().map(|name| name.to_string()).eq(named.iter().cloned());
    if same { usual } else { Tiers::named(&named) }
}
