//! What every command starts from: configuration, words, today, colours.

use std::{io::IsTerminal, path::PathBuf};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    config::{BASELINE_FILE, DECISIONS_FILE, Profile, Settings},
    emit::Options,
    engine::{self, Files, RunReading, World},
    suppress::Exceptions,
    words::{Language, Words},
};

use super::{
    CommandFailure,
    common_options::{ColourMode, CommonOptions},
    configuration::{Configuration, Origins},
    document_options::DocumentOptions,
    exceptions,
    input::CommandInput,
    outputs::{FileRole, Outputs},
};

/// Columns when nobody knows how wide the output is.
const WIDTH: usize = 120;
/// Fewer columns than these nobody means: no sentence can be read in them.
const NARROW: usize = 20;

/// The start of a command.
pub(super) struct Session {
    /// The settings, with what the command line overrides.
    pub(super) settings: Settings,
    /// Where the settings come from that are not at their defaults.
    pub(super) origins: Origins,
    /// The configuration file that was read.
    pub(super) file: Option<PathBuf>,
    /// The words.
    pub(super) words: Words,
    /// Today.
    pub(super) today: Date,
    /// How output for people looks.
    pub(super) options: Options,
    /// How many threads.
    pub(super) threads: Option<usize>,
    /// The folder of the configuration, where decisions and the baseline stand.
    pub(super) beside: PathBuf,
    /// The way out for files.
    pub(super) outputs: Outputs,
    /// Whether nothing of the workspace is to count.
    isolated: bool,
}

impl Session {
    /// Reads what there is to read; `spoken` is the language of the command line and the locale.
    pub(super) fn open(common: &CommonOptions, spoken: Language) -> Result<Self, CommandFailure> {
        let sheets = engine::read_rule_sheets().map_err(CommandFailure::Sheet)?;
        let Configuration { settings, origins, file } = Configuration::read(common, &sheets)?;
        let language = settings.language.unwrap_or(spoken);
        let (beside, outputs) = (exceptions::folder(file.as_deref()), Outputs::default());
        file.iter().for_each(|file| outputs.keep(file, FileRole::Settings));
        outputs.keep(&beside.join(DECISIONS_FILE), FileRole::Decisions);
        outputs.keep(&beside.join(BASELINE_FILE), FileRole::Baseline);
        Ok(Self {
            words: Words::new(language, sheets),
            today: resolve_today(common.today.as_deref())?,
            options: Options {
                colour: wants_colour(common.color.unwrap_or_default()),
                width: width(),
                verbose: common.verbose || settings.profile.lists_everything(),
                quiet: common.quiet,
                fail_on: settings.fail_on,
                ..Options::default()
            },
            threads: common.threads,
            beside,
            outputs,
            isolated: common.isolated,
            settings,
            origins,
            file,
        })
    }

    /// The plans that serve as parents: those of `against`; for a draft that is named by its file, else all of the workspace.
    pub(super) fn parents(&self, paths: &[PathBuf], against: &[PathBuf]) -> Vec<PathBuf> {
        let named = !paths.is_empty() && paths.iter().all(|path| path.is_file());
        if self.settings.profile == Profile::Draft && named && against.is_empty() {
            vec![self.settings.workspace.seen_from_here()]
        } else {
            against.to_vec()
        }
    }

    /// Reads and aligns the plans at and below `paths`, with those of `against` as parents only.
    pub(super) fn world(
        &self,
        paths: &[PathBuf],
        against: &[PathBuf],
    ) -> Result<World, CommandFailure> {
        self.understand(CommandInput { paths, against, name: None })
    }

    /// The same with what is `said` of a document.
    pub(super) fn told(
        &self,
        paths: &[PathBuf],
        against: &[PathBuf],
        said: &DocumentOptions,
    ) -> Result<World, CommandFailure> {
        let mut files = self.files(paths, against)?;
        said.tell(&mut files, paths, &self.settings)?;
        Ok(engine::understand(files, &self.settings, self.threads))
    }

    /// Reads and aligns what is asked for.
    pub(super) fn understand(&self, input: CommandInput<'_>) -> Result<World, CommandFailure> {
        let files = self.load(&input)?;
        Ok(engine::understand(files, &self.settings, self.threads))
    }

    /// The plans of files that were read already, aligned, with what was accepted outside the plans.
    pub(super) fn judge(&self, files: Files) -> Result<World, CommandFailure> {
        self.relate(self.read(files))
    }

    /// The plans of files as each of them reads.
    pub(super) fn read(&self, files: Files) -> RunReading {
        engine::read_plans(files, &self.settings, self.threads)
    }

    /// Aligns plans that were read, with what was accepted outside them.
    pub(super) fn relate(&self, read: RunReading) -> Result<World, CommandFailure> {
        // Who wants a run that nothing of the workspace settles wants no decisions of it either.
        let exceptions = if self.isolated {
            Exceptions::default()
        } else {
            exceptions::read_exceptions(&self.beside)?
        };
        Ok(World { exceptions, ..engine::relate(read, &self.settings, self.threads) })
    }

    /// Reads all that is asked for; no text is longer than the settings allow.
    ///
    /// A text on standard input takes the place of the file of its name, as an editor needs it whose text is not saved yet.
    /// No output of the session may take the place of what is read here.
    pub(super) fn load(&self, input: &CommandInput<'_>) -> Result<Files, CommandFailure> {
        let files = input.found(self.settings.max_file_size)?;
        for file in files.values().filter(|file| !file.is_passed_over()) {
            self.outputs.keep(&file.path, FileRole::Input);
        }
        input.name.into_iter().for_each(|name| self.outputs.keep(name, FileRole::Input));
        Ok(files)
    }

    /// Reads the plans at and below `paths`, with those of `against` as parents only.
    pub(super) fn files(
        &self,
        paths: &[PathBuf],
        against: &[PathBuf],
    ) -> Result<Files, CommandFailure> {
        self.load(&CommandInput { paths, against, name: None })
    }

    /// The language of the output.
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }
}

/// Today: what is said, else SOURCE_DATE_EPOCH, else the clock, both in universal time.
fn resolve_today(said: Option<&str>) -> Result<Date, CommandFailure> {
    let wrong = |option, written: &str| {
        let expected = ["存在的日期，例如 2026-01-31", "a date such as 2026-01-31"];
        CommandFailure::Value(option, written.to_owned(), expected)
    };
    if let Some(written) = said {
        return written.parse().map_err(|_| wrong("--today", written));
    }
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(written) => written
            .parse()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .ok_or_else(|| wrong("SOURCE_DATE_EPOCH", &written))?,
        Err(_) => Timestamp::now(),
    };
    Ok(now.to_zoned(TimeZone::UTC).date())
}

/// Whether to colour: the option, else NO_COLOR, else FORCE_COLOR, else when stdout is a terminal.
pub(super) fn wants_colour(when: ColourMode) -> bool {
    match when {
        ColourMode::Always => true,
        ColourMode::Never => false,
        ColourMode::Auto if is_set("NO_COLOR") => false,
        ColourMode::Auto => is_set("FORCE_COLOR") || std::io::stdout().is_terminal(),
    }
}

/// Whether an environment variable says yes.
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// The width of the terminal; a file or a pipe has what `COLUMNS` says.
fn width() -> usize {
    let stdout = std::io::stdout();
    let size = terminal_size::terminal_size_of(&stdout);
    let size = size.map(|(terminal_size::Width(columns), _)| usize::from(columns));
    let said = || std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns >= NARROW);
    size.or_else(said).unwrap_or(WIDTH)
}
