//! `planlint report`: what a review meeting works from.

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use sha2::{Digest, Sha256};

use crate::{
    config,
    emit::{self, Format, escape},
    engine::{self, Files, Outcome, Since},
    report::{self, Circumstances, Input as Read, Material, SettingRow},
    words::Language,
};

use super::{Ending, Failure, Session, input::Input, previous, replace::put, said::Said};

/// Arguments of `report`.
#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件、文档或目录（默认为当前目录）|plan files, documents or folders (default: this folder)"
    )]
    paths: Vec<PathBuf>,
    #[arg(short, long, value_name = "目录|FOLDER", help = "写到哪个目录|the folder to write to")]
    output: PathBuf,
    #[arg(
        short,
        long,
        value_enum,
        value_delimiter = ',',
        default_value = "html",
        value_name = "格式|FORMATS",
        help = "要哪些材料，用逗号隔开：html 报告、docx 审查意见表、letters 衔接意见函、xlsx 指标对照表、md 报告、csv 问题清单、json 检查结果（下次作 --previous 用）|what to write, with commas between: html report, docx form, letters, xlsx comparison, md report, csv findings, json results (for --previous next time)"
    )]
    formats: Vec<Kind>,
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "作为上级的规划文件或目录，其自身不列问题|plans to take as parents; nothing is reported on them")]
    against: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "文件|FILE",
        help = "上次检查的 json 结果，据此标出新增、原有和已解决的问题|json results of an earlier run: says which findings are new, known and fixed"
    )]
    previous: Option<PathBuf>,
    #[arg(
        long,
        help = "覆盖已有的 docx、xlsx（其中可能已填写意见）|write over docx and xlsx files that are there, which may hold decisions"
    )]
    force: bool,
    #[command(flatten)]
    said: Said,
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Kind {
    /// One web page, to read and to print.
    Html,
    /// Findings and matrix for pasting.
    Md,
    /// The findings as a table.
    Csv,
    /// Everything for machines, and for `--previous` next time.
    Json,
    /// 指标对照表: findings to fill in, matrix, roll-ups.
    #[cfg(feature = "office")]
    Xlsx,
    /// The form the meeting fills in.
    #[cfg(feature = "office")]
    Docx,
    /// A letter for each region.
    #[cfg(feature = "office")]
    Letters,
}

/// A file to write: its path below the folder, its bytes.
type Sheets = Vec<(PathBuf, Vec<u8>)>;

impl Report {
    /// Checks, writes every file that is asked for and names them.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        let limit = session.settings.max_file_size;
        let past = self.previous.as_deref().map(|path| previous::findings(path, limit));
        let past = past.transpose()?;
        let against = session.parents(&self.paths, &self.against);
        let input = Input { paths: &self.paths, against: &against, name: None };
        let mut files = input.load(limit)?;
        self.said.tell(&mut files)?;
        let around = circumstances(session, &files);
        let world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let mut outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let asked =
            |rule: &str| words.sheets().get(rule).is_some() && !settings.levels.dropped(rule);
        outcome.since = past.map(|past| Since::of(&world, &outcome, past, asked));
        let material = report::material(&world, &outcome, words, around);
        let sheets = self.sheets(session, &outcome, &material)?;
        self.write(&sheets, session.language(), out)?;
        Ok(if outcome.summary.unread > 0 { Ending::Found } else { Ending::Clean })
    }

    fn sheets(
        &self,
        session: &Session,
        outcome: &Outcome,
        material: &Material,
    ) -> Result<Sheets, Failure> {
        let mut kinds = self.formats.clone();
        kinds.sort();
        kinds.dedup();
        let language = session.language();
        let mut sheets = Sheets::new();
        for kind in kinds {
            let made = match kind {
                Kind::Html => report::html(material).map(|text| {
                    one(language.pick("审查报告.html", "review.html"), text.into_bytes())
                }),
                Kind::Md => report::markdown(material)
                    .map(|text| one(language.pick("审查报告.md", "review.md"), text.into_bytes())),
                Kind::Csv => emitted(Format::Csv, outcome, session)
                    .map(|bytes| one(language.pick("问题清单.csv", "findings.csv"), bytes)),
                Kind::Json => emitted(Format::Json, outcome, session)
                    .map(|bytes| one(language.pick("检查结果.json", "results.json"), bytes)),
                #[cfg(feature = "office")]
                Kind::Xlsx => report::workbook(material)
                    .map(|bytes| one(language.pick("指标对照表.xlsx", "comparison.xlsx"), bytes)),
                #[cfg(feature = "office")]
                Kind::Docx => report::docx::form(material)
                    .map(|bytes| one(language.pick("审查意见表.docx", "review-form.docx"), bytes)),
                #[cfg(feature = "office")]
                Kind::Letters => report::docx::letters(material).map(|letters| {
                    let folder = Path::new(language.pick("衔接意见函", "letters"));
                    letters.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect()
                }),
            };
            sheets.extend(made.map_err(Failure::Output)?);
        }
        Ok(sheets)
    }

    /// Writes the files; a form that may have been filled in is never lost.
    fn write(
        &self,
        sheets: &Sheets,
        language: Language,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let failed = |path: &Path, error| Failure::File(path.to_owned(), error);
        for (name, bytes) in sheets {
            let path = self.output.join(name);
            if !self.force && is_form(&path) && differs(&path, bytes) {
                return Err(failed(&path, std::io::ErrorKind::AlreadyExists.into()));
            }
        }
        for (name, bytes) in sheets {
            let path = self.output.join(name);
            let folder = path.parent().unwrap_or(&self.output);
            std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
            put(&path, bytes).map_err(|error| failed(&path, error))?;
            let shown = path.display().to_string();
            writeln!(out, "{}{}", language.pick("已写入 ", "wrote "), escape(&shown))
                .map_err(Failure::Output)?;
        }
        Ok(())
    }
}

fn emitted(format: Format, outcome: &Outcome, session: &Session) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    emit::write(format, outcome, &session.words, session.options, &mut bytes)?;
    Ok(bytes)
}

fn one(name: &str, bytes: Vec<u8>) -> Sheets {
    vec![(name.into(), bytes)]
}

/// Whether a meeting may have written into a file of this kind.
fn is_form(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "docx" || ending == "xlsx")
}

/// Whether a file is there that holds other bytes.
fn differs(path: &Path, bytes: &[u8]) -> bool {
    path.exists() && std::fs::read(path).map_or(true, |there| there != bytes)
}

/// The day, the files and the settings of a run.
fn circumstances(session: &Session, files: &Files) -> Circumstances {
    let inputs = files.iter().filter_map(|(shown, file)| {
        let bytes = file.content.as_ref().ok()?;
        let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Read { file: escape(shown).into_owned(), bytes: bytes.len(), hash })
    });
    let origins: &BTreeMap<String, String> = &session.origins;
    let settings = config::shown(&session.settings).filter_map(|(key, value)| {
        let origin = origins.get(key.name)?;
        let (key, value) = (key.name.to_owned(), value.to_string());
        Some(SettingRow {
            key,
            value: escape(&value).into_owned(),
            origin: escape(origin).into_owned(),
        })
    });
    Circumstances {
        date: session.today.to_string(),
        inputs: inputs.collect(),
        settings: settings.collect(),
    }
}
