//! `planlint check`: lint plan files.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    emit::{Format, Options},
    engine::Outcome,
    text::ColumnUnit,
    words::Language,
};

use super::{
    CommandFailure, Ending, Session, beside::CheckOptions, input::CommandInput, session::is_set,
    target::OutputTarget,
};

/// Arguments of `check`.
#[derive(Debug, Default, Args)]
pub(super) struct CheckCommand {
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件、文档（docx、xlsx、html、md、txt）或目录（默认为当前目录）；- 表示从标准输入读取|plan files, documents (docx, xlsx, html, md, txt) or folders (default: this folder); - reads standard input"
    )]
    paths: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "路径|PATH",
        help = "标准输入中规划的文件名；已有此文件的，以标准输入为准|the name of the plan on standard input; it takes the place of a file of that name"
    )]
    stdin_filename: Option<PathBuf>,
    #[arg(
        long,
        value_name = "格式[=文件]|FORMAT[=FILE]",
        help = formats()
    )]
    format: Vec<String>,
    #[arg(
        long,
        value_name = "单位|UNIT",
        value_enum,
        help = "concise 格式的列号计什么：char 字符（默认），byte UTF-8 字节（Vim），utf16 UTF-16 单位（VS Code）|what the columns of concise count: char characters (default), byte bytes of UTF-8 (Vim), utf16 units of UTF-16 (VS Code)"
    )]
    columns: Option<ColumnUnit>,
    #[arg(
        long,
        help = "concise 格式：每处问题之后逐行列出相关的位置（路径:行:列: note: 说明）|with concise: the places that a finding speaks of, each on a line behind it (path:line:column: note: sentence)"
    )]
    related: bool,
    #[arg(long, help = "有问题时退出码也为 0|exit with 0 even when there are findings")]
    exit_zero: bool,
    #[arg(
        long,
        help = "只按规则统计问题数，不逐条列出（供软件读取的格式不受影响）|count the findings by rule instead of listing them (formats for programs stay whole)"
    )]
    statistics: bool,
    #[arg(
        long,
        value_name = "N",
        help = "最多列出 N 处，级别高的优先（供软件读取的格式和退出码不受影响）|list N findings at most, the loudest first (formats for programs and the exit code stay as they are)"
    )]
    max_findings: Option<usize>,
    #[arg(
        long,
        help = "持续检查：规划文件或配置一有改动就重新检查|check again whenever a plan or the configuration changes"
    )]
    pub(super) watch: bool,
    #[command(flatten)]
    beside: CheckOptions,
}

impl CheckCommand {
    /// Runs the check and writes every output that is asked for.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let targets = OutputTarget::read(&self.format, usual())?;
        self.lines_are_asked_for(&targets)?;
        let past = self.beside.past(session)?;
        let against = session.parents(&self.paths, &self.beside.parents.against);
        let files = session.load(&self.input(&against)?)?;
        let (_, outcome) = self.beside.check(session, (files, &self.paths), past)?;
        let options =
            Options { statistics: self.statistics, most: self.max_findings, ..session.options };
        let columns = self.columns.unwrap_or_default();
        let options = Options { columns, related: self.related, ..options };
        for target in &targets {
            target.write(&outcome, session, options, out)?;
        }
        let found = !self.exit_zero && fails(&outcome, session);
        Ok(if found { Ending::Found } else { Ending::Clean })
    }
}

impl CheckCommand {
    /// The files and folders whose changes matter.
    pub(super) fn watched(&self) -> Vec<&Path> {
        let here = self.paths.is_empty().then_some(Path::new("."));
        let named = self.paths.iter().chain(&self.beside.parents.against);
        here.into_iter().chain(named.map(PathBuf::as_path)).collect()
    }

    /// What says how lines look is for the one format that has such lines.
    fn lines_are_asked_for(&self, targets: &[OutputTarget]) -> Result<(), CommandFailure> {
        let said = self.columns.is_some() || self.related;
        if !said || targets.iter().any(OutputTarget::is_concise) {
            return Ok(());
        }
        let asked = match self.format.as_slice() {
            [] => "full".to_owned(),
            formats => formats.join(" "),
        };
        let expected = [
            " concise（--columns 和 --related 只用于这一格式）",
            "concise, the one format that --columns and --related are for",
        ];
        Err(CommandFailure::Value("--format", asked, expected))
    }

    fn input<'a>(&'a self, against: &'a [PathBuf]) -> Result<CommandInput<'a>, CommandFailure> {
        let name = self.stdin_filename.as_deref();
        let input = CommandInput { paths: &self.paths, against, name };
        match name {
            Some(name) if !input.is_piped() => {
                let expected = [
                    "标准输入的文件名，须同时写路径 -",
                    "the name of standard input: give the path - as well",
                ];
                Err(CommandFailure::Value("--stdin-filename", name.display().to_string(), expected))
            }
            _ if self.watch && input.is_piped() => {
                let expected = ["可以重读的文件或目录", "a file or folder that can be read again"];
                Err(CommandFailure::Value("--watch", "-".to_owned(), expected))
            }
            _ => Ok(input),
        }
    }
}

/// What is said of `--format`, in both languages.
fn formats() -> String {
    let [zh, en] = [Language::Zh, Language::En].map(Format::told);
    format!(
        "输出格式：{zh}；可写入文件，可重复|format of the output: {en}; may go to a file; may be repeated"
    )
}

/// Pictures, unless the environment says that nobody sees them.
fn usual() -> Format {
    if is_set("NO_GRAPHICS") { Format::Narrated } else { Format::Full }
}

/// Whether the exit code is 1: a finding at or above the level that fails, a part that was not read, or what was not judged when that fails, too.
pub(super) fn fails(outcome: &Outcome, session: &Session) -> bool {
    let fail_on = session.settings.fail_on;
    outcome.findings.iter().any(|finding| finding.level >= fail_on.level)
        || outcome.summary.unread > 0
        || (fail_on.undetermined && !outcome.undetermined.is_empty())
        || (fail_on.unread && outcome.checked.iter().any(|plan| plan.in_targets.unread > 0))
}
