//! `planlint import`: documents into plan files that a person can review.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    catalogue::MadeRegion,
    document::{Imported, plan_file},
    emit::escape,
    engine::{self, NumberCounts, numbers_of},
    syntax::{self, FormatOptions, KeywordSet, Keywords, ProblemKind, TableKind},
    words::{Language, accounted, text},
};

use super::{
    CommandFailure, Ending, Session,
    document_options::DocumentOptions,
    input::CommandInput,
    plans::{KeywordLanguage, NamingPaths},
};

/// Arguments of `import`.
#[derive(Debug, Args)]
pub(super) struct ImportCommand {
    #[arg(
        value_name = "文件|FILE",
        required = true,
        help = "文档：docx、xlsx、html、md、txt|documents: docx, xlsx, html, md, txt"
    )]
    files: Vec<PathBuf>,
    #[arg(
        short,
        long,
        value_name = "目录|FOLDER",
        help = "规划文件写到哪个目录|the folder for the plan files"
    )]
    output: PathBuf,
    #[command(flatten)]
    names: NamingPaths,
    #[arg(
        long,
        value_name = "语言|LANGUAGE",
        default_value = "zh",
        value_enum,
        help = "关键词用中文还是英文：zh 或 en|keywords in Chinese or English: zh or en"
    )]
    keywords: KeywordLanguage,
    #[arg(long, help = "覆盖已有文件|write over files that are there")]
    force: bool,
    #[command(flatten)]
    said: DocumentOptions,
}

/// What a plan holds, for the screen.
#[derive(Clone, Copy, Debug, Default)]
struct ImportCounts {
    indicators: usize,
    statements: usize,
    citations: usize,
    unsure: usize,
    unread: usize,
}

impl ImportCommand {
    /// Writes a file for every plan; a document that gives none does not stop the others.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        session.outputs.admits(&self.output, None)?;
        let input = CommandInput { paths: &self.files, against: &self.names.against, name: None };
        let mut files = session.load(&input)?;
        self.said.tell(&mut files, &self.files, &session.settings)?;
        fs::create_dir_all(&self.output)
            .map_err(|error| CommandFailure::File(self.output.clone(), error))?;
        let (mut failed, mut unread, mut taken) = (None, 0, BTreeMap::new());
        let (imports, made) = engine::import(files, &session.settings, session.threads);
        for (path, plans) in imports {
            let written = match plans {
                Ok(plans) => self
                    .targets(&path, &plans, &mut taken)
                    .and_then(|targets| self.write(&path, (targets, &made), session, out))
                    .and_then(|lost| {
                        let said = number_account_of_document(
                            &path,
                            numbers_of(&plans),
                            session.language(),
                        );
                        writeln!(out, "{said}").map_err(CommandFailure::Output)?;
                        Ok(lost)
                    }),
                Err(reason) => Err(CommandFailure::Unread(path.into(), reason.key())),
            };
            match written {
                Ok(lost) => unread += lost,
                Err(CommandFailure::Output(error)) => return Err(CommandFailure::Output(error)),
                Err(failure) => {
                    if let Some(earlier) = failed.replace(failure) {
                        earlier.report(session.language());
                    }
                }
            }
        }
        match failed {
            Some(failure) => Err(failure),
            None => Ok(if unread > 0 { Ending::Found } else { Ending::Clean }),
        }
    }

    /// The plans of one document, each with the file it goes to; a file of this run is never written twice.
    fn targets<'a>(
        &self,
        path: &str,
        plans: &'a [Imported],
        taken: &mut BTreeMap<String, String>,
    ) -> Result<Vec<(PathBuf, &'a Imported)>, CommandFailure> {
        let names = (1..=plans.len())
            .map(|number| plan_file_name(name_without_folders(path), (number, plans.len())));
        let names: Vec<String> = names.collect();
        // Not every disk tells capitals apart.
        let other = names.iter().find_map(|name| taken.get(&name.to_lowercase()));
        if let Some(other) = other {
            return Err(CommandFailure::Twin(path.into(), other.clone()));
        }
        taken.extend(names.iter().map(|name| (name.to_lowercase(), path.to_owned())));
        Ok(names.into_iter().map(|name| self.output.join(name)).zip(plans).collect())
    }

    /// Writes the plans of one document and says how many tables were not read.
    fn write(
        &self,
        path: &str,
        (plans, made): (Vec<(PathBuf, &Imported)>, &[MadeRegion]),
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<usize, CommandFailure> {
        let set = match self.keywords {
            KeywordLanguage::Zh => KeywordSet::Chinese,
            KeywordLanguage::En => KeywordSet::English,
        };
        let mut unread = 0;
        for (target, plan) in plans {
            let Some(text) = plan_file(plan, name_without_folders(path), set) else { continue };
            let text = with_regions(text, made, set);
            match self.force {
                true => session.outputs.put(&target, text.as_bytes())?,
                false => session.outputs.create(&target, text.as_bytes())?,
            }
            let counts = ImportCounts::of(plan);
            tell_imported(&target, counts, session.language(), out)
                .map_err(CommandFailure::Output)?;
            unread += counts.unread;
        }
        Ok(unread)
    }
}

/// The same with a table of the regions that no register holds, without which nobody could read the file back.
fn with_regions(text: String, made: &[MadeRegion], set: KeywordSet) -> String {
    if made.is_empty() {
        return text;
    }
    let (keywords, head) = match set {
        KeywordSet::Chinese => (Keywords::Chinese, "行政区划\n| 地区 | 层级 | 上级 |"),
        KeywordSet::English => (Keywords::English, "regions\n| region | tier | parent |"),
    };
    let row = |region: &MadeRegion| {
        let MadeRegion { name, tier, parent } = region;
        let (tier, parent) = (tier.as_deref().unwrap_or_default(), parent.as_deref());
        format!("| {name} | {tier} | {} |\n", parent.unwrap_or_default())
    };
    let rows: String = made.iter().map(row).collect();
    let options = FormatOptions { keywords, ..FormatOptions::default() };
    syntax::format_plan(&format!("{text}\n{head}\n{rows}"), &options)
}

/// What became of the numbers of a document, and how to see those that nobody read.
fn number_account_of_document(path: &str, counts: NumberCounts, language: Language) -> String {
    let path = escape(path);
    let said = accounted(language, counts);
    let list = match (counts.unread, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("（planlint read {path} 逐个列出）"),
        (_, Language::En) => format!(" (planlint read {path} lists them)"),
    };
    format!("{path}{}{said}{list}", language.pick("：", ": "))
}

/// The name of a document without its folders.
fn name_without_folders(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `草案.plan` for `草案.docx`, with a number where the document holds several plans.
fn plan_file_name(document: &str, (number, of): (usize, usize)) -> String {
    let stem = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
    if of > 1 { format!("{stem}-{number}.plan") } else { format!("{stem}.plan") }
}

impl ImportCounts {
    fn of(plan: &Imported) -> Self {
        let rows = |kind| {
            let tables = plan.tree.tables.iter().filter(move |table| table.kind == kind);
            tables.map(|table| table.rows.len()).sum()
        };
        let problems = |wanted: fn(&ProblemKind) -> bool| {
            plan.tree.problems.iter().filter(|problem| wanted(&problem.kind)).count()
        };
        Self {
            indicators: rows(TableKind::Targets),
            statements: rows(TableKind::Statements),
            citations: rows(TableKind::Citations),
            unsure: problems(|kind| matches!(kind, ProblemKind::Unsure(_))),
            unread: problems(|kind| {
                matches!(kind, ProblemKind::UnreadPart { .. } | ProblemKind::DuplicateColumn)
            }),
        }
    }
}

fn tell_imported(
    path: &Path,
    counts: ImportCounts,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shown = path.display().to_string();
    let path = escape(&shown);
    let ImportCounts { indicators, statements, citations, unsure, unread } = counts;
    let line = text! { language;
        zh: "已写入 {path}：指标 {indicators} 项，正文目标 {statements} 条，引述 {citations} 条；待核 {unsure} 条，未读出 {unread} 处",
        en: "wrote {path}: {indicators} indicators, {statements} statements, {citations} citations; {unsure} to check, {unread} not read"
    };
    writeln!(out, "{line}")
}
