//! `planlint baseline`: the list of known findings.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::PathBuf,
};

use clap::{Args, ValueEnum};

use crate::{
    config::{BASELINE_FILE, KnownFinding, write_baseline},
    emit::escape,
    engine::{self, Outcome, World},
    finding::Finding,
    suppress,
    words::{Language, text},
};

use super::{
    CommandFailure, Ending, Session, document_options::DocumentOptions, exceptions::shown_path,
    outputs::FileRole,
};

/// Arguments of `baseline`.
#[derive(Debug, Args)]
pub(super) struct BaselineCommand {
    #[arg(
        value_enum,
        value_name = "做法|TASK",
        help = "write 把现有问题列入清单，prune 删去已没有对应问题的条目，status 列出新增和已消除的（有则退出码为 1）|write lists every finding there is now, prune deletes entries that match nothing, status shows what is new and gone (then exits with 1)"
    )]
    task: BaselineTask,
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件或目录（默认为当前目录）；未检查的规划，原有条目保留|plan files or folders (default: this folder); entries of plans that are not read stay"
    )]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    said: DocumentOptions,
}

/// What to do with the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BaselineTask {
    /// List every finding there is.
    Write,
    /// Delete the entries that match nothing.
    Prune,
    /// Show what is new and what is gone.
    Status,
}

/// The list beside what the plans hold now.
struct ComparedBaseline {
    path: PathBuf,
    entries: Vec<KnownFinding>,
    outcome: Outcome,
}

impl BaselineCommand {
    /// Writes, prunes or compares the list.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let mut files = session.files(&self.paths, &[])?;
        self.said.tell(&mut files, &self.paths, &session.settings)?;
        let world = session.judge(files)?;
        let path = session.beside.join(BASELINE_FILE);
        if world.exceptions.baseline.is_none() && self.task != BaselineTask::Write {
            return Err(CommandFailure::File(path, io::ErrorKind::NotFound.into()));
        }
        let compared = ComparedBaseline::of(world, session, path);
        match self.task {
            BaselineTask::Write => compared.write(session, out),
            BaselineTask::Prune => compared.prune(session, out),
            BaselineTask::Status => compared.status(session, out).map_err(CommandFailure::Output),
        }
    }
}

impl ComparedBaseline {
    fn of(mut world: World, session: &Session, path: PathBuf) -> Self {
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let entries = world.exceptions.baseline.take().map(|ledger| ledger.entries);
        Self { path, entries: entries.unwrap_or_default(), outcome }
    }

    /// The findings that are new or have become worse and that a list can hold.
    fn fresh<'a>(
        &'a self,
        session: &'a Session,
    ) -> impl Iterator<Item = (&'a Finding, KnownFinding)> {
        let sheets = session.words.sheets();
        let findings = self.outcome.findings.iter();
        findings.filter_map(|finding| Some((finding, suppress::baseline_entry(finding, sheets)?)))
    }

    fn write(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, CommandFailure> {
        let sheets = session.words.sheets();
        let known =
            self.outcome.known.iter().filter_map(|one| suppress::baseline_entry(one, sheets));
        let mut now: Vec<KnownFinding> =
            known.chain(self.fresh(session).map(|(_, known)| known)).collect();
        let count = now.len();
        let ids: BTreeSet<&str> = now.iter().map(|known| &*known.id.text).collect();
        let elsewhere: Vec<KnownFinding> =
            self.left().filter(|known| !ids.contains(&*known.id.text)).cloned().collect();
        let kept = elsewhere.len();
        now.extend(elsewhere);
        self.put(now, session)?;
        let path = escape(&shown_path(&self.path)).into_owned();
        let told = match (session.language(), kept) {
            (Language::Zh, 0) => format!("{path}：列入存量问题 {count} 处"),
            (Language::Zh, _) => {
                format!("{path}：列入存量问题 {count} 处；未检查的规划保留 {kept} 处")
            }
            (Language::En, 0) => format!("{path}: known findings: {count}"),
            (Language::En, _) => {
                format!("{path}: known findings: {count}; kept for plans not read: {kept}")
            }
        };
        writeln!(out, "{told}").map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }

    fn prune(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, CommandFailure> {
        let (gone, left) = (self.outcome.gone.len(), self.left().count());
        if gone > 0 {
            self.put(self.left().cloned().collect(), session)?;
        }
        let path = escape(&shown_path(&self.path)).into_owned();
        let told = text! { session.language();
            zh: "{path}：删去 {gone} 条，保留 {left} 条",
            en: "{path}: deleted: {gone}, kept: {left}"
        };
        writeln!(out, "{told}").map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }

    /// The entries that are not gone.
    fn left(&self) -> impl Iterator<Item = &KnownFinding> {
        let gone: BTreeSet<&str> = self.outcome.gone.iter().map(|id| &**id).collect();
        self.entries.iter().filter(move |known| !gone.contains(&*known.id.text))
    }

    fn put(&self, entries: Vec<KnownFinding>, session: &Session) -> Result<(), CommandFailure> {
        session.outputs.settle(&self.path, write_baseline(entries).as_bytes(), FileRole::Baseline)
    }

    fn status(&self, session: &Session, out: &mut dyn Write) -> io::Result<Ending> {
        let language = session.language();
        let mut new = 0_usize;
        for (finding, _) in self.fresh(session) {
            new += 1;
            writeln!(out, "{}", self.new_line(session, finding))?;
        }
        let gone: BTreeSet<&str> = self.outcome.gone.iter().map(|id| &**id).collect();
        for known in self.entries.iter().filter(|known| gone.contains(&*known.id.text)) {
            writeln!(out, "{}", gone_line(language, session.words.title(&known.rule), known))?;
        }
        let (known, gone) = (self.outcome.known.len(), gone.len());
        let line = text! { language;
            zh: "存量问题 {known} 处，新增 {new} 处，已消除 {gone} 处",
            en: "known: {known}, new: {new}, gone: {gone}"
        };
        writeln!(out, "{line}")?;
        Ok(if new + gone > 0 { Ending::Found } else { Ending::Clean })
    }

    fn new_line(&self, session: &Session, finding: &Finding) -> String {
        let words = &session.words;
        let source = self.outcome.sources.get(finding.place().file);
        let at = source.map_or_else(String::new, |source| {
            let at = source.position(finding.place().span.start);
            format!("{}:{}:{}", escape(&source.path), at.line, at.column)
        });
        let standing = words.standing(finding);
        let standing = standing.map(|said| format!("{}{said}", words.language().pick("；", "; ")));
        let message = words.message(finding) + &standing.unwrap_or_default();
        let head = words.language().pick("新增", "new");
        format!("{head} {at}: {} {}", words.title(finding.rule), escape(&message))
    }
}

fn gone_line(language: Language, title: &str, known: &KnownFinding) -> String {
    let year = known.year.map(|year| text! { language; zh: " {year} 年", en: " {year}" });
    let indicator = known.indicator.as_deref().unwrap_or_default();
    let about = format!("{} {indicator}{}", known.plan, year.unwrap_or_default());
    let head = language.pick("已消除", "gone");
    format!("{head} {}: {}", escape(title), escape(about.trim_end()))
}
