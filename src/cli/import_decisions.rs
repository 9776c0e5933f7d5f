//! `planlint import-decisions`: what a meeting wrote into its form becomes decisions.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    config::{DECISIONS_FILE, EnterError, Entered, enter_decisions},
    document::{self, About, DocumentFormat},
    emit::escape,
    finding::Ruling,
    report::{self, Filled},
    text::Source,
    words::{Language, term},
};

use super::{
    CommandFailure, Ending, Session, exceptions::shown_path, outputs::FileRole, read_limited,
};

/// A larger decisions file is not read.
const LARGEST: u64 = 16 << 20;

/// Arguments of `import-decisions`.
#[derive(Debug, Args)]
pub(super) struct ImportDecisions {
    #[arg(
        value_name = "文件|FILE",
        help = "填好的审查意见表（docx）、指标对照表（xlsx），或从审查报告网页下载的审查意见（json）|the form (docx) or comparison (xlsx) as the meeting has filled it in, or the verdicts (json) downloaded from the page of the report"
    )]
    file: PathBuf,
    #[arg(
        short,
        long,
        value_name = "文件|FILE",
        help = "写入哪个处理意见文件（默认为配置文件旁的 planlint.decisions.toml，原有各条保留）|the decisions file to enter them into (default: planlint.decisions.toml beside the configuration; what stands there stays)"
    )]
    output: Option<PathBuf>,
}

const NO_FORM: [&str; 2] = [
    "文件里没有审查意见表：表头须有编号、问题类型、处理意见等栏（planlint report -f docx,xlsx 生成）",
    "there is no form in the file: a table with the heads id, kind of finding and decision (planlint report -f docx,xlsx writes one)",
];

const NO_VERDICTS: [&str; 2] = [
    "文件里没有审查意见：从审查报告网页下载的文件，schema 为 planlint-verdicts/1",
    "there are no verdicts in the file: one that was downloaded from the page of the report has the schema planlint-verdicts/1",
];

const VALUELESS: [&str; 2] = [
    "部分采纳，未写议定值，问题仍会列出",
    "partly accepted without an agreed value, so the finding will still be listed",
];

impl ImportDecisions {
    /// Enters every decision, or none where one of them cannot be read.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        session.outputs.keep(&self.file, FileRole::Input);
        let path = self.output.clone().unwrap_or_else(|| session.beside.join(DECISIONS_FILE));
        session.outputs.admits(&path, Some(FileRole::Decisions))?;
        let filled = self.filled(session)?;
        if !filled.mistakes.is_empty() {
            return Err(CommandFailure::Form(self.file.clone(), filled.mistakes));
        }
        let failed = |error| CommandFailure::File(path.clone(), error);
        let text = match read_limited::read_bounded_text(&path, LARGEST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(failed)?,
        };
        let entered = enter_decisions(&text, &filled.entries, session.language());
        let entered = entered.map_err(|error| match error {
            EnterError::Text(error) => failed(error),
            EnterError::Problems(problems) => {
                CommandFailure::Config(vec![(Source::new(&shown_path(&path), &text), problems)])
            }
        })?;
        if entered.text != text && !filled.entries.is_empty() {
            session.outputs.settle(&path, entered.text.as_bytes(), FileRole::Decisions)?;
        }
        tell_entered(&path, &filled, &entered, session.language(), out)
            .map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }

    fn filled(&self, session: &Session) -> Result<Filled, CommandFailure> {
        let failed = |error| CommandFailure::File(self.file.clone(), error);
        let bytes = read_limited::read_bounded_bytes(&self.file, session.settings.max_file_size);
        let bytes = bytes.map_err(failed)?;
        let name = self.file.display().to_string();
        let (sheets, today) = (session.words.sheets(), session.today);
        if report::is_verdict_file(&bytes) {
            return report::read_verdict_file(&bytes, sheets, today)
                .ok_or_else(|| CommandFailure::Unfound(name, NO_VERDICTS, Vec::new()));
        }
        let refused = |key| CommandFailure::Unread(self.file.clone(), key);
        let format = DocumentFormat::of(&name, &bytes).ok_or_else(|| refused("format"))?;
        let about = About::default();
        let document = document::open_document(format, &bytes, &about)
            .map_err(|reason| refused(reason.key()))?;
        report::read_filled_form(&document, sheets, today)
            .ok_or_else(|| CommandFailure::Unfound(name, NO_FORM, Vec::new()))
    }
}

fn tell_entered(
    path: &Path,
    filled: &Filled,
    entered: &Entered,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let path = escape(&shown_path(path)).into_owned();
    let Entered { added, replaced, unchanged, .. } = entered;
    let blank = filled.blank;
    let rulings = [Ruling::Accepted, Ruling::Partly, Ruling::Declined].map(|ruling| {
        let count = filled.entries.iter().filter(|entry| entry.ruling == ruling).count();
        format!("{} {count}", term(language, ruling.key()))
    });
    for row in &filled.valueless {
        let told = language.pick(VALUELESS[0], VALUELESS[1]);
        writeln!(out, "{row}{}{told}", language.pick("：", ": "))?;
    }
    match language {
        Language::Zh if filled.entries.is_empty() => {
            writeln!(out, "没有填写处理意见，{path} 未改动（空白 {blank} 行）")
        }
        Language::En if filled.entries.is_empty() => {
            writeln!(out, "nothing is decided, {path} stays as it is (blank rows: {blank})")
        }
        Language::Zh => writeln!(
            out,
            "{path}：新增 {added} 条，改动 {replaced} 条，未变 {unchanged} 条（{}；未填写 {blank} 行）",
            rulings.join("、")
        ),
        Language::En => writeln!(
            out,
            "{path}: new {added}, changed {replaced}, unchanged {unchanged} ({}; blank rows: {blank})",
            rulings.join(", ")
        ),
    }
}
