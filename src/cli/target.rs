//! Where the results of a check go: a format, and a file or standard output.

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};

use clap::{ValueEnum, builder::PossibleValue};

use crate::{
    emit::{self, Format, Options},
    engine::Outcome,
    text::ColumnUnit,
    words::Language,
};

use super::{CommandFailure, Session};

/// One output.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OutputTarget {
    format: Format,
    file: Option<PathBuf>,
}

impl OutputTarget {
    /// Reads `FORMAT` and `FORMAT=FILE`; `usual` when there is none.
    ///
    /// Two results in one place would spoil each other, and no result takes the place of a plan.
    pub(super) fn read(formats: &[String], usual: Format) -> Result<Vec<Self>, CommandFailure> {
        if formats.is_empty() {
            return Ok(vec![Self { format: usual, file: None }]);
        }
        let mut targets: Vec<Self> = Vec::new();
        for written in formats {
            let wrong = |expected| CommandFailure::Value("--format", written.clone(), expected);
            let target = Self::one(written).map_err(wrong)?;
            if targets.iter().any(|other| other.place() == target.place()) {
                return Err(wrong(TWICE));
            }
            targets.push(target);
        }
        Ok(targets)
    }

    fn one(written: &str) -> Result<Self, [&'static str; 2]> {
        let (name, file) = match written.split_once('=') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (written, None),
        };
        let format = Format::read(name).ok_or(FORMATS.each_ref().map(String::as_str))?;
        let file_is = |wrong: fn(&Path) -> bool| file.as_deref().is_some_and(wrong);
        if file_is(|path| path.as_os_str().is_empty()) {
            return Err(NAMELESS);
        }
        if file_is(|path| path.extension().is_some_and(|ending| ending == "plan")) {
            return Err(PLAN);
        }
        Ok(Self { format, file })
    }

    /// The file under the one name it has, however it is written; `None` is standard output.
    fn place(&self) -> Option<PathBuf> {
        let path = self.file.as_ref()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let beside = || {
            let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
            Some(folder.join(path.file_name()?))
        };
        Some(path.canonicalize().ok().or_else(beside).unwrap_or_else(|| path.clone()))
    }

    /// Whether it is one line for each finding.
    pub(super) fn is_concise(&self) -> bool {
        self.format == Format::Concise
    }

    /// Writes the results; a file is there as a whole or not at all.
    pub(super) fn write(
        &self,
        outcome: &Outcome,
        session: &Session,
        options: Options,
        out: &mut dyn std::io::Write,
    ) -> Result<(), CommandFailure> {
        let words = &session.words;
        let Some(path) = &self.file else {
            return emit::write_outcome(self.format, outcome, words, options, out)
                .map_err(CommandFailure::Output);
        };
        // Colours are for terminals.
        let options = Options { colour: false, ..options };
        let mut bytes = Vec::new();
        emit::write_outcome(self.format, outcome, words, options, &mut bytes)
            .map_err(|error| CommandFailure::File(path.clone(), error))?;
        session.outputs.set(path, &bytes)
    }
}

impl ValueEnum for ColumnUnit {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Char, Self::Byte, Self::Utf16]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Char => "char",
            Self::Byte => "byte",
            Self::Utf16 => "utf16",
        }))
    }
}

static FORMATS: LazyLock<[String; 2]> =
    LazyLock::new(|| [format!(" {}", Format::one_of(Language::Zh)), Format::one_of(Language::En)]);
const NAMELESS: [&str; 2] = ["“格式=文件名”", "FORMAT=FILE"];
const PLAN: [&str; 2] =
    ["规划文件（*.plan）以外的文件名", "the name of another file than a plan (*.plan)"];
const TWICE: [&str; 2] = [
    "另外的去处（两份结果不能写进同一文件，也不能都写到标准输出）",
    "a place of its own: two results cannot go to one file, nor both to standard output",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_may_go_to_files() {
        let read = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            OutputTarget::read(&words, Format::Full)
        };
        assert_eq!(read(&[]).unwrap(), [OutputTarget { format: Format::Full, file: None }]);
        let json = OutputTarget { format: Format::Json, file: Some("a=b.json".into()) };
        assert_eq!(
            read(&["concise", "json=a=b.json"]).unwrap(),
            [OutputTarget { format: Format::Concise, file: None }, json]
        );
        for refused in [
            &["yaml"][..],
            &["json="],
            &["json=a.plan"],
            &["full", "concise"],
            &["json=a.txt", "csv=./a.txt"],
        ] {
            assert!(read(refused).is_err(), "{refused:?}");
        }
    }
}
