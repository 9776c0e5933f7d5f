//! The settings of a run and where each comes from: the configuration file, then the command line.

use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use crate::{
    config::{self, ConfigProblem, FailOn, Language, Places, Profile, Settings, Workspace},
    rulebook::RuleSheets,
    text::Source,
};

use super::{CommandFailure, common_options::CommonOptions, read_limited, setting::GivenSetting};

/// Where settings come from, by key; a key that is not here has its default.
pub(super) type Origins = BTreeMap<String, String>;

/// The settings of a run with where they come from.
pub(super) struct Configuration {
    /// The settings.
    pub(super) settings: Settings,
    /// Where they come from: `planlint.toml:3`, `--config lang=en`, `--lang`.
    pub(super) origins: Origins,
    /// The file that was read.
    pub(super) file: Option<PathBuf>,
}

/// No configuration has more bytes.
const LARGEST: u64 = 1 << 20;

/// A text that is wrong, with what is wrong in it.
type BrokenConfiguration = (Source, Vec<ConfigProblem>);

impl Configuration {
    /// Reads the file that is named, else the nearest one; then what the command line settles.
    pub(super) fn read(
        common: &CommonOptions,
        sheets: &RuleSheets,
    ) -> Result<Self, CommandFailure> {
        let (files, settings): (Vec<_>, Vec<_>) =
            common.config.iter().partition(|argument| names_file(argument));
        let file = file(&files, common.isolated)?;
        let mut read =
            Self { settings: Settings::default(), origins: Origins::new(), file: file.clone() };
        let mut broken = Vec::new();
        if let Some(path) = &file {
            let text = read_limited::read_bounded_text(path, LARGEST)
                .map_err(|error| CommandFailure::File(path.clone(), error))?;
            broken.extend(read.file(path, &text, sheets).err());
        }
        for written in settings {
            broken.extend(read.setting(&written.to_string_lossy(), sheets).err());
        }
        if !broken.is_empty() {
            return Err(CommandFailure::Config(broken));
        }
        read.settings.workspace = workspace(file.as_deref());
        read.options(common)?;
        read.origins.extend(of_the_run(common));
        Ok(read)
    }

    fn file(
        &mut self,
        path: &Path,
        text: &str,
        sheets: &RuleSheets,
    ) -> Result<(), BrokenConfiguration> {
        let source = Source::new(&path.display().to_string().replace('\\', "/"), text);
        match config::read_onto(&mut self.settings, text, sheets) {
            Ok(places) => {
                let line = |start| format!("{}:{}", source.path, source.position(start).line);
                self.origins.extend(told_origins(places, line));
                Ok(())
            }
            Err(problems) => Err((source, problems)),
        }
    }

    fn setting(&mut self, written: &str, sheets: &RuleSheets) -> Result<(), BrokenConfiguration> {
        let setting = GivenSetting::read(written, config::is_toml_value);
        let name = format!("--config {written}");
        match config::read_onto(&mut self.settings, &setting.toml, sheets) {
            Ok(places) => {
                self.origins.extend(told_origins(places, |_| name.clone()));
                Ok(())
            }
            Err(mut problems) => {
                for problem in &mut problems {
                    problem.span = setting.typed(problem.span);
                }
                Err((Source::new(&name, written), problems))
            }
        }
    }

    /// What options of their own settle.
    fn options(&mut self, common: &CommonOptions) -> Result<(), CommandFailure> {
        if let Some(written) = &common.profile {
            let known = ["draft、review 或 audit", "draft, review or audit"];
            self.settings.profile = Profile::read(written)
                .ok_or_else(|| CommandFailure::Value("--profile", written.clone(), known))?;
            self.origins.insert("profile".to_owned(), "--profile".to_owned());
        }
        if let Some(written) = &common.lang {
            let known = ["zh 或 en", "zh or en"];
            let language = Language::read(written)
                .ok_or_else(|| CommandFailure::Value("--lang", written.clone(), known))?;
            self.settings.language = Some(language);
            self.origins.insert("lang".to_owned(), "--lang".to_owned());
        }
        if let Some(written) = &common.fail_on {
            let known =
                ["error、warning、info 或 undetermined", "error, warning, info or undetermined"];
            self.settings.fail_on = FailOn::read(written)
                .ok_or_else(|| CommandFailure::Value("--fail-on", written.clone(), known))?;
            self.origins.insert("fail-on".to_owned(), "--fail-on".to_owned());
        }
        Ok(())
    }
}

/// What settles today's date and the colours, which no configuration can.
fn of_the_run(common: &CommonOptions) -> impl Iterator<Item = (String, String)> {
    let said = |key, option, given: bool, variables: &[&str]| {
        let set = |name: &&&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let variable = variables.iter().find(set).map(|name| (*name).to_owned());
        let origin = if given { Some(String::from(option)) } else { variable };
        origin.map(|origin| (String::from(key), origin))
    };
    let today = said("today", "--today", common.today.is_some(), &["SOURCE_DATE_EPOCH"]);
    let color = said("color", "--color", common.color.is_some(), &["NO_COLOR", "FORCE_COLOR"]);
    today.into_iter().chain(color)
}

fn told_origins(places: Places, told: impl Fn(u32) -> String) -> Origins {
    places.into_iter().map(|(key, span)| (key, told(span.start))).collect()
}

/// The configuration file in use, where there is one.
pub(super) fn in_use(common: &CommonOptions) -> Option<PathBuf> {
    let files: Vec<_> = common.config.iter().filter(|argument| names_file(argument)).collect();
    file(&files, common.isolated).ok().flatten()
}

/// An argument without `=` names a file, and so does one by whose whole name there is a file.
fn names_file(argument: &OsStr) -> bool {
    !argument.to_string_lossy().contains('=') || Path::new(argument).is_file()
}

/// The only file that is named, else the nearest one.
fn file(named: &[&OsString], isolated: bool) -> Result<Option<PathBuf>, CommandFailure> {
    let refused = |argument: &OsString, reason| {
        Err(CommandFailure::Value("--config", argument.to_string_lossy().into_owned(), reason))
    };
    match named {
        [] if isolated => Ok(None),
        [] => Ok(nearest_config_file()),
        [one] if isolated => refused(
            one,
            [
                "“键=值”（--isolated 不读取配置文件）",
                "KEY=VALUE (--isolated reads no configuration file)",
            ],
        ),
        [one] => Ok(Some(PathBuf::from(one))),
        [_, another, ..] => refused(
            another,
            [
                "“键=值”（配置文件只能有一个）",
                "KEY=VALUE (there can be only one configuration file)",
            ],
        ),
    }
}

/// The nearest file, as seen from here.
fn nearest_config_file() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let found = config::locate(&here, |path| path.is_file())?;
    let above = here.ancestors().position(|folder| Some(folder) == found.parent())?;
    Some(std::iter::repeat_n("..", above).chain([config::FILE_NAME]).collect())
}

/// The folder of the configuration file, else the one the command runs in.
fn workspace(file: Option<&Path>) -> Workspace {
    let here = std::env::current_dir().unwrap_or_default();
    let folder = file.and_then(|file| here.join(file).parent().map(Path::to_owned));
    Workspace { folder: folder.unwrap_or_else(|| here.clone()), here }
}
