//! Why a job could not be done.

use std::{io, io::Write, path::PathBuf, process::ExitCode};

#[cfg(feature = "office")]
use crate::report::Mistake;
use crate::{
    config::ConfigProblem,
    emit::escape,
    engine,
    rulebook::SheetError,
    text::Source,
    words::{Language, config_problem, term, text},
};

use super::sink::{Sink, Speech};

/// A failure of the world, of the configuration or of the arguments.
#[derive(Debug)]
pub(super) enum CommandFailure {
    /// The results could not be written.
    Output(io::Error),
    /// Something about a file.
    File(PathBuf, io::Error),
    /// A file that was left as it is, and the key of the reason.
    Unread(PathBuf, &'static str),
    /// A document whose plan file would take the place of that of another one, as shown.
    Twin(PathBuf, String),
    /// There is nothing to read.
    Load(engine::LoadFailure),
    /// Nothing is asked for, nothing is here, and nobody watches.
    Idle,
    /// The configuration: each text with what is wrong in it.
    Config(Vec<(Source, Vec<ConfigProblem>)>),
    /// A value of an option, and what it should be in both languages.
    Value(&'static str, String, [&'static str; 2]),
    /// A name that is none of these candidates, or several of them.
    Name(String, Vec<String>),
    /// What none of these candidates is, or several are, and how that is said in both languages.
    Unfound(String, [&'static str; 2], Vec<String>),
    /// A file that holds no results of an earlier run, and the schema it names.
    Previous(PathBuf, Option<String>),
    /// A form that a meeting has filled in, and what is wrong with its rows.
    #[cfg(feature = "office")]
    Form(PathBuf, Vec<Mistake>),
    /// A name that says nothing, which every name would match.
    Blank,
    /// A sheet of the program itself.
    Sheet(SheetError),
}

const IDLE_ZH: &str = "当前目录没有规划文件（*.plan、*.docx、*.xlsx）：请写 planlint check 路径，或用 planlint check - 从标准输入读取";
const IDLE_EN: &str = "no plan files (*.plan, *.docx, *.xlsx) here: name some with planlint check PATH, or pipe one to planlint check -";

const BLANK_ZH: &str =
    "名称是空的：写出名称的一部分即可（planlint rules 列出规则，planlint export 列出指标）";
const BLANK_EN: &str = "the name is empty: a part of it will do (planlint rules lists the rules, planlint export the indicators)";

/// A path that is named on the command line has to exist.
pub(super) fn existing<'a>(
    paths: impl IntoIterator<Item = &'a PathBuf>,
) -> Result<(), CommandFailure> {
    for path in paths {
        std::fs::metadata(path).map_err(|error| CommandFailure::File(path.clone(), error))?;
    }
    Ok(())
}

/// Writes lines to stderr, where a terminal may be as well.
pub(super) fn complain(lines: &str) -> io::Result<()> {
    let mut out = Sink::new(io::stderr().lock(), Speech::Text, false);
    writeln!(out, "{lines}")?;
    out.flush()
}

impl CommandFailure {
    /// Says it on stderr; the exit code is 2.
    pub(super) fn report(&self, language: Language) -> ExitCode {
        // Nobody is left to tell when stderr is closed.
        let _ = complain(&self.say(language));
        ExitCode::from(2)
    }

    fn say(&self, language: Language) -> String {
        match self {
            Self::Output(error) => {
                let head = language.pick("无法写出结果：", "cannot write the results: ");
                format!("{head}{}", io_reason(language, error))
            }
            Self::File(path, error) => {
                format!("{}: {}", escape(&path.display().to_string()), io_reason(language, error))
            }
            Self::Unread(path, key) => {
                format!("{}: {}", escape(&path.display().to_string()), term(language, key))
            }
            Self::Twin(path, other) => {
                let (path, other) = (path.display().to_string(), escape(other));
                format!("{}: {}", escape(&path), twin(language, &other))
            }
            Self::Load(failure) => load_failure_text(language, failure),
            Self::Idle => language.pick(IDLE_ZH, IDLE_EN).to_owned(),
            Self::Config(texts) => {
                let said =
                    texts.iter().map(|(source, problems)| config(language, source, problems));
                said.collect::<Vec<_>>().join("\n")
            }
            Self::Value(option, value, [zh, en]) => text! { language;
                zh: "{option} 的取值“{}”不可用：应为{zh}",
                en: "{option}: “{}” is not {en}";
                escape(value)
            },
            Self::Name(name, candidates) => ambiguous_name_text(language, name, candidates),
            Self::Unfound(name, said, candidates) => {
                unfound_name_text(language, name, *said, candidates)
            }
            Self::Previous(path, schema) => {
                let path = escape(&path.display().to_string()).into_owned();
                format!("{path}: {}", previous(language, schema.as_deref()))
            }
            #[cfg(feature = "office")]
            Self::Form(path, mistakes) => form_failure_text(language, path, mistakes),
            Self::Blank => language.pick(BLANK_ZH, BLANK_EN).to_owned(),
            Self::Sheet(error) => {
                format!("{}{error}", language.pick("程序内部错误：", "internal error: "))
            }
        }
    }
}

/// The system's reason in the reader's language where it is a common one.
fn io_reason(language: Language, error: &io::Error) -> String {
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或目录",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::IsADirectory => "这是一个目录",
        io::ErrorKind::InvalidData => "不是 UTF-8 文字",
        io::ErrorKind::InvalidInput => "不是普通文件",
        io::ErrorKind::FileTooLarge => "文件太大",
        io::ErrorKind::AlreadyExists => "文件已存在，未改动",
        io::ErrorKind::StorageFull => "磁盘已满",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        _ => return error.to_string(),
    };
    language.pick(zh.to_owned(), error.to_string())
}

fn twin(language: Language, other: &str) -> String {
    text! { language;
        zh: "没有写出：规划文件会与 {other} 的重名，请改名或写到另外的目录",
        en: "not written: its plan file would have the name of that of {other}; rename it or write to another folder"
    }
}

fn load_failure_text(language: Language, failure: &engine::LoadFailure) -> String {
    let shown = |path: &PathBuf| escape(&path.display().to_string()).into_owned();
    match failure {
        engine::LoadFailure::Missing(path) => {
            let missing = language.pick("没有这个文件或目录", "there is no such file or folder");
            format!("{}: {missing}", shown(path))
        }
        engine::LoadFailure::Nothing(paths, texts) => {
            let paths: Vec<String> = paths.iter().map(shown).collect();
            let paths = paths.join(language.pick("、", ", "));
            let texts = unnamed_texts(language, texts);
            text! { language;
                zh: "{paths}：没有规划文件（*.plan）{texts}",
                en: "{paths}: no plan files (*.plan){texts}"
            }
        }
    }
}

/// How texts that lie in a folder are read, with the command for the first of them.
fn unnamed_texts(language: Language, texts: &[PathBuf]) -> String {
    let Some(first) = texts.first() else { return String::new() };
    let first = escape(&first.display().to_string()).into_owned();
    // Between marks where a shell would cut the name in two.
    let plain = |c: char| c.is_alphanumeric() || "/\\.-_:".contains(c);
    let first = if first.chars().all(plain) { first } else { format!("\"{first}\"") };
    let count = texts.len();
    text! { language;
        zh: "；有 {count} 个文本文件（txt、md、csv），写出文件名才会读取，例如：planlint check {first}",
        en: "; texts (txt, md, csv: {count} here) are read when they are named, for example: planlint check {first}"
    }
}

/// Every mistake of a form, one a line; nothing was entered.
#[cfg(feature = "office")]
fn form_failure_text(language: Language, path: &std::path::Path, mistakes: &[Mistake]) -> String {
    let path = escape(&path.display().to_string()).into_owned();
    let count = mistakes.len();
    let head = text! { language;
        zh: "{path}：有 {count} 处需要改正，处理意见没有写入",
        en: "{path}: nothing was entered, these rows have to be corrected first ({count})"
    };
    let said = mistakes.iter().map(|mistake| format!("  {}", escape(&mistake.say(language))));
    std::iter::once(head).chain(said).collect::<Vec<_>>().join("\n")
}

/// Every problem of the configuration, one a line.
fn config(language: Language, source: &Source, problems: &[ConfigProblem]) -> String {
    let line = |problem: &ConfigProblem| {
        let at = source.position(problem.span.start);
        let said = config_problem(language, &problem.kind);
        format!("{}:{}:{}: {}", escape(&source.path), at.line, at.column, escape(&said))
    };
    let mut lines: Vec<String> = problems.iter().map(line).collect();
    // One mistake may break the syntax in several ways that all read alike.
    lines.dedup();
    lines.join("\n")
}

/// What is wrong with the results of an earlier run, and how to get some.
fn previous(language: Language, schema: Option<&str>) -> String {
    let wanted = "planlint check --format json=FILE";
    match (language, schema.map(escape)) {
        (Language::Zh, None) => {
            let wanted = wanted.replace("FILE", "文件");
            format!("不是完整的检查结果，请用 {wanted} 写出的文件")
        }
        (Language::En, None) => {
            format!("no whole results of an earlier run; give a file written by {wanted}")
        }
        (Language::Zh, Some(schema)) => {
            format!("结果的格式是“{schema}”，本版只能读取 planlint/1，请用本版重新检查旧稿")
        }
        (Language::En, Some(schema)) => format!(
            "results in the form “{schema}”; this version reads planlint/1 only: check the old draft again with it"
        ),
    }
}

fn ambiguous_name_text(language: Language, name: &str, candidates: &[String]) -> String {
    let name = escape(name);
    let head = match (language, candidates.is_empty()) {
        (Language::Zh, true) => return format!("没有与“{name}”相符的名称"),
        (Language::En, true) => return format!("nothing is called “{name}”"),
        (Language::Zh, false) => format!("“{name}”不止一个，请写得更完整："),
        (Language::En, false) => format!("“{name}” is more than one, say more of it:"),
    };
    head + &listed_candidates(language, candidates)
}

/// The most candidates that are listed; more would push the sentence off the screen.
const MOST: usize = 20;

fn unfound_name_text(
    language: Language,
    name: &str,
    [zh, en]: [&str; 2],
    candidates: &[String],
) -> String {
    let head = text! { language; zh: "“{}”：{zh}", en: "“{}”: {en}"; escape(name) };
    head + &listed_candidates(language, candidates)
}

/// The candidates, each on a line of its own.
fn listed_candidates(language: Language, candidates: &[String]) -> String {
    let listed = candidates.iter().take(MOST).map(|one| format!("\n  {}", escape(one)));
    let more = match candidates.len().saturating_sub(MOST) {
        0 => String::new(),
        more => text! { language; zh: "\n  （另有 {more} 个）", en: "\n  (and {more} more)" },
    };
    listed.chain([more]).collect()
}
