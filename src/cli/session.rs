//! What every command starts from: configuration, words, today, colours.

use std::{
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    config::{self, FailOn, Settings},
    emit::Options,
    engine::{self, World},
    rulebook::Sheets,
    text::Source,
    words::{Language, Words},
};

use super::{
    Failure,
    arguments::{Common, When},
    input::Input,
};

/// Columns when nobody knows how wide the output is.
const WIDTH: usize = 120;

/// The start of a command.
pub(super) struct Session {
    /// The settings, with what the command line overrides.
    pub(super) settings: Settings,
    /// The words.
    pub(super) words: Words,
    /// Today.
    pub(super) today: Date,
    /// How output for people looks.
    pub(super) options: Options,
    /// How many threads.
    pub(super) threads: Option<usize>,
}

impl Session {
    /// Reads what there is to read; `spoken` is the language of the command line and the locale.
    pub(super) fn open(common: &Common, spoken: Language) -> Result<Self, Failure> {
        let sheets = engine::sheets().map_err(Failure::Sheet)?;
        let mut settings = settings(common, &sheets)?;
        if let Some(written) = &common.fail_on {
            settings.fail_on = FailOn::read(written).ok_or_else(|| fail_on(written))?;
        }
        let language = language(common, &settings, spoken)?;
        Ok(Self {
            words: Words::new(language, sheets),
            today: today(common.today.as_deref())?,
            options: Options {
                colour: colour(common.color.unwrap_or_default()),
                width: width(),
                verbose: common.verbose,
                quiet: common.quiet,
                ..Options::default()
            },
            threads: common.threads,
            settings,
        })
    }

    /// Reads and aligns the plans at and below `paths`, with those of `against` as parents only.
    pub(super) fn world(&self, paths: &[PathBuf], against: &[PathBuf]) -> Result<World, Failure> {
        self.understand(Input { paths, against, name: None })
    }

    /// Reads and aligns what is asked for.
    pub(super) fn understand(&self, input: Input<'_>) -> Result<World, Failure> {
        let files = input.load(self.settings.max_file_size)?;
        Ok(engine::understand(files, &self.settings, self.threads))
    }

    /// The language of the output.
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }
}

fn fail_on(written: &str) -> Failure {
    let known = ["error、warning、info 或 undetermined", "error, warning, info or undetermined"];
    Failure::Value("--fail-on", written.to_owned(), known)
}

/// What the command line says, else the configuration, else the locale.
fn language(common: &Common, settings: &Settings, spoken: Language) -> Result<Language, Failure> {
    match &common.lang {
        Some(written) => Language::read(written)
            .ok_or_else(|| Failure::Value("--lang", written.clone(), ["zh 或 en", "zh or en"])),
        None => Ok(settings.language.unwrap_or(spoken)),
    }
}

/// The settings of the configuration file, where there is one.
fn settings(common: &Common, sheets: &Sheets) -> Result<Settings, Failure> {
    let Some(path) = configured(common) else {
        return Ok(Settings::default());
    };
    let text = configuration(&path).map_err(|error| Failure::File(path.clone(), error))?;
    config::read(&text, sheets).map_err(|problems| {
        let shown = path.display().to_string().replace('\\', "/");
        Failure::Config(Source::new(&shown, &text), problems)
    })
}

/// The text of a configuration file; a pipe may never end, and no configuration is larger than the limit.
fn configuration(path: &Path) -> io::Result<String> {
    const LARGEST: u64 = 1 << 20;
    let found = std::fs::metadata(path)?;
    if found.is_dir() {
        Err(io::ErrorKind::IsADirectory.into())
    } else if !found.is_file() {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "no plain file"))
    } else if found.len() > LARGEST {
        Err(io::ErrorKind::FileTooLarge.into())
    } else {
        std::fs::read_to_string(path)
    }
}

/// The configuration file that is named, else the nearest one.
pub(super) fn configured(common: &Common) -> Option<PathBuf> {
    common.config.clone().or_else(nearest)
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    config::locate(&here, |path| path.is_file())
}

/// Today: what is said, else SOURCE_DATE_EPOCH, else the clock, both in universal time.
fn today(said: Option<&str>) -> Result<Date, Failure> {
    let wrong = |option, written: &str| {
        let expected = ["存在的日期，例如 2026-01-31", "a date such as 2026-01-31"];
        Failure::Value(option, written.to_owned(), expected)
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
fn colour(when: When) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if is_set("NO_COLOR") => false,
        When::Auto => is_set("FORCE_COLOR") || std::io::stdout().is_terminal(),
    }
}

/// Whether an environment variable says yes.
pub(super) fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0")
}

/// The width of the terminal; a file or a pipe has none of its own.
fn width() -> usize {
    let stdout = std::io::stdout();
    let size = terminal_size::terminal_size_of(&stdout);
    size.map_or(WIDTH, |(terminal_size::Width(columns), _)| usize::from(columns))
}
