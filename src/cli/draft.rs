//! `planlint DRAFT PARENT…`: documents without a command; the first is the draft, the others are its parents.

use std::{
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
};

use clap::{Arg, Args, CommandFactory};

use crate::{
    catalogue::MadeRegion,
    emit::{escape, write_summary},
    engine::{self, World},
    model::{Model, Plan},
    words::{Language, text},
};

use super::{
    CommandFailure, Ending, Session,
    arguments::Arguments,
    check::fails,
    document_options::DocumentOptions,
    draft_copy::{draft_to_copy, write_commented_copy},
    input::CommandInput,
};

/// Arguments of a run without a command.
#[derive(Debug, Args)]
pub(super) struct DraftCommand {
    #[arg(
        value_name = "文件|FILE",
        required = true,
        help = "第一份是草案，其余是上级规划|the first is the draft, the others are the plans above it"
    )]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    said: DocumentOptions,
}

/// The arguments with the command that is meant when the first that is no option is a document, wherever the options stand.
pub(super) fn meant(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let command = DraftCommand::augment_args(Arguments::command());
    let taking = |argument: &&Arg| argument.get_action().takes_values();
    let taking: Vec<&Arg> = command.get_arguments().filter(taking).collect();
    let takes = |word: &str| match word.strip_prefix("--") {
        Some(long) => taking.iter().any(|argument| argument.get_long() == Some(long)),
        None => false,
    };
    let mut words = arguments.iter().skip(1);
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--") => {}
            Some(option) if option.starts_with('-') && option != "-" => {
                if takes(option) {
                    words.next();
                }
            }
            _ => {
                let known = command.get_subcommands().any(|known| known.get_name() == word);
                if !known && is_document(Path::new(word)) {
                    arguments.insert(1, "draft".into());
                }
                break;
            }
        }
    }
    arguments
}

/// Whether a word is a file or folder rather than a command: it is there, lies in a folder, has an ending, or is Chinese.
fn is_document(word: &Path) -> bool {
    let spelt = word.to_str().is_none_or(|word| !word.is_ascii());
    word.exists() || word.components().count() > 1 || word.extension().is_some() || spelt
}

impl DraftCommand {
    /// Checks the draft, tells the most important on ten lines and writes the copy with comments beside it.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let (draft, above) = self.paths.split_at(1);
        if let Some(folder) = self.paths.iter().find(|path| path.is_dir()) {
            return Err(CommandFailure::Unread(folder.clone(), "folder"));
        }
        let mut files = session.load(&CommandInput { paths: draft, against: above, name: None })?;
        self.said.tell(&mut files, draft, &session.settings)?;
        let mut own = files.iter().filter(|(_, file)| !file.reference_only);
        let shown = own.next().map(|(shown, _)| shown.clone()).ok_or(CommandFailure::Idle)?;
        let unread = files.values().find_map(|file| Some((file, file.content.as_ref().err()?)));
        if let Some((file, reason)) = unread {
            return Err(CommandFailure::Unread(file.path.clone(), reason.key()));
        }
        let copied = draft_to_copy(&shown, &mut files);
        let mut world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        if let Some(said) = stranger(&world, &shown, session.language()) {
            writeln!(out, "{said}").map_err(CommandFailure::Output)?;
        }
        let (draft, parents) = told_regions(&world, &shown, session.language());
        write_summary(&outcome, &draft, &parents, words, session.options, out)
            .map_err(CommandFailure::Output)?;
        write_commented_copy(copied, &mut world, &outcome, session, out)?;
        if !outcome.findings.is_empty() {
            let asked = command_that_lists_all(&shown, above, session.language());
            writeln!(out, "{asked}").map_err(CommandFailure::Output)?;
        }
        Ok(if fails(&outcome, session) { Ending::Found } else { Ending::Clean })
    }
}

/// What is said first where nobody knows where the draft belongs, or where that was settled by the command line.
fn stranger(world: &World, shown: &str, language: Language) -> Option<String> {
    let model = &world.model;
    let own = |plan: &&Plan| model.sources.get(plan.file).is_some_and(|one| &*one.path == shown);
    let plan = model.plans().map(|(_, plan)| plan).find(own)?;
    match (plan.region, &plan.region_written) {
        (Some(_), _) => made(model, language),
        (None, Some((written, _))) => {
            let name = written.rsplit('/').next().unwrap_or_default();
            let (name, written) = (escape(name), escape(written));
            let path = if written.contains('/') { written } else { format!("省/市/{name}").into() };
            Some(text! { language;
                zh: "行政区划名录里没有“{name}”，不知道它的上级，只能核对草案本身；请连同上级写明：--region {path}",
                en: "no register has the region “{name}”, so nobody knows what lies above it and the draft is held against itself only; say it: --region PROVINCE/CITY/{name}"
            })
        }
        (None, None) => Some(
            language
                .pick(
                    "没有认出草案是哪个地区的，只能核对草案本身；请写明：--region 省/市/县",
                    "the draft does not say which region it is for, so it is held against itself only; say it: --region PROVINCE/CITY/COUNTY",
                )
                .to_owned(),
        ),
    }
}

/// The regions that were made, with those above them: a misspelling would be one, too.
fn made(model: &Model, language: Language) -> Option<String> {
    let made = model.catalogue.made_regions();
    let one = |region: &MadeRegion| {
        let above = region.parent.as_ref().map(|parent| format!("{parent}/")).unwrap_or_default();
        let tier = region.tier.as_deref().unwrap_or(language.pick("层级不明", "tier unknown"));
        let name = format!("{above}{}", region.name);
        text! { language; zh: "{}（{tier}）", en: "{} ({tier})"; escape(&name) }
    };
    let told: Vec<String> = made.iter().map(one).collect();
    let told = (!told.is_empty()).then(|| told.join(language.pick("、", ", ")))?;
    Some(text! { language;
        zh: "名录里没有、按 --region 新建的地区：{told}",
        en: "regions that no register has, made as --region says: {told}"
    })
}

/// The draft with its region and years, and the regions of the others.
fn told_regions(world: &World, shown: &str, language: Language) -> (String, Vec<String>) {
    let model = &world.model;
    let region = |plan: &Plan| plan.region_written.as_ref().map(|(words, _)| words.to_string());
    let own = |plan: &Plan| model.sources.get(plan.file).is_some_and(|one| &*one.path == shown);
    let below =
        model.plans().map(|(_, plan)| plan).find(|plan| own(plan)).and_then(|plan| plan.region);
    let above: Vec<_> = below.into_iter().flat_map(|id| model.catalogue.line(id)).collect();
    let mut draft = escape(shown).into_owned();
    let mut parents = Vec::new();
    // A sheet may hold the plans above as well: the first is the draft, as it was where the sheet was made of one.
    let first = model.plans().map(|(id, _)| id).find(|id| own(model.plan(*id)));
    for (id, plan) in model.plans() {
        if Some(id) == first {
            let years = plan.period.map(|period| {
                text! { language; zh: "{}—{}", en: "{}-{}"; period.start, period.end }
            });
            let known: Vec<String> = region(plan).into_iter().chain(years).collect();
            let known = known.join(language.pick("，", ", "));
            draft = text! { language; zh: "《{}》（{known}）", en: "《{}》 ({known})"; escape(&plan.title) };
        } else if plan.region.is_some_and(|id| above.contains(&id)) {
            parents.extend(region(plan));
        }
    }
    parents.dedup();
    (draft, parents)
}

/// The command that lists every finding, held against the same plans.
fn command_that_lists_all(draft: &str, above: &[PathBuf], language: Language) -> String {
    let quoted = |path: &str| match path.contains(char::is_whitespace) {
        true => format!("\"{}\"", escape(path)),
        false => escape(path).into_owned(),
    };
    let above: Vec<String> = above.iter().map(|path| quoted(&path.to_string_lossy())).collect();
    let against = if above.is_empty() { String::new() } else { " --against ".to_owned() };
    let command = format!("planlint check {}{against}{}", quoted(draft), above.join(" "));
    text! { language; zh: "逐条列出：{command}", en: "to list all: {command}" }
}
