//! `planlint annotate`: findings as comments in a copy of the draft.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    annotate::{self, Annotated, ReviewComment},
    document::{self, DocumentFormat},
    emit::escape,
    engine::{self, File, Outcome},
    finding::Finding,
    text::Spot,
    words::{Language, Words},
};

use super::{CommandFailure, Ending, Session, input::CommandInput, said::DocumentOptions};

/// Arguments of `annotate`.
#[derive(Debug, Args)]
pub(super) struct Annotate {
    #[arg(value_name = "文件|FILE", help = "草案：docx 或 xlsx|the draft: docx or xlsx")]
    draft: PathBuf,
    #[arg(
        short,
        long,
        value_name = "文件|FILE",
        help = "带批注的副本写到哪里|where the copy with comments goes"
    )]
    output: PathBuf,
    #[arg(long, value_name = "路径|PATH", num_args = 1.., help = "作为上级的规划文件、文档或目录|plan files, documents or folders that serve as parents")]
    against: Vec<PathBuf>,
    #[arg(long, help = "覆盖已有文件|write over a file that is there")]
    force: bool,
    #[command(flatten)]
    said: DocumentOptions,
}

impl Annotate {
    /// Checks the draft and writes the copy; the draft itself is never written to.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let paths = std::slice::from_ref(&self.draft);
        let against = session.parents(paths, &self.against);
        let input = CommandInput { paths, against: &against, name: None };
        let mut files = input.load(session)?;
        self.said.tell(&mut files, paths, session)?;
        let own = files.iter().find(|(_, file)| !file.reference_only);
        let own = own.map(|(shown, file)| (shown.clone(), file.clone()));
        let world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let Some((shown, file)) = own else { return Ok(Ending::Clean) };
        let copy = commented(&shown, &file, &outcome, session)?;
        match self.force {
            true => session.outputs.put(&self.output, &copy.bytes)?,
            false => session.outputs.create(&self.output, &copy.bytes)?,
        }
        tell(&self.output, &copy, session.language(), out).map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}

/// The copy of a draft with what was found in it.
pub(super) struct Commented {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// How many comments it has of ours.
    comments: usize,
    /// How many findings of the draft have no place in it.
    lost: usize,
}

/// The copy of the draft that is shown as `shown`, with what was found in it and nothing of what was found in others.
pub(super) fn commented(
    shown: &str,
    file: &File,
    outcome: &Outcome,
    session: &Session,
) -> Result<Commented, CommandFailure> {
    let refused = |key| CommandFailure::Unread(file.path.clone(), key);
    let bytes = file.content.as_ref().map_err(|reason| refused(reason.key()))?;
    if DocumentFormat::of(shown, bytes) != Some(DocumentFormat::Package) {
        return Err(refused("not-annotated"));
    }
    let document = document::open(DocumentFormat::Package, bytes, &file.about);
    let document = document.map_err(|reason| refused(reason.key()))?;
    let of_draft = |finding: &&Finding| {
        let source = outcome.sources.get(finding.place().file);
        source.is_some_and(|source| &*source.path == shown)
    };
    let note = |finding: &Finding| note(&session.words, finding);
    let notes: Vec<ReviewComment> = outcome.findings.iter().filter(of_draft).map(note).collect();
    let first = document.parts.parts.first().map(|part| &part.spot);
    let copy = match first {
        Some(Spot::Cell { .. }) => annotate::xlsx(bytes, &document, &notes),
        _ => annotate::docx(bytes, &document, &notes, file.about.reject_changes, session.today),
    };
    let Annotated { bytes, left_out } = copy.map_err(|reason| refused(reason.key()))?;
    let bytes = document::signed(&bytes).map_err(|reason| refused(reason.key()))?;
    let lost = left_out.len();
    Ok(Commented { bytes, comments: notes.len().saturating_sub(lost), lost })
}

/// What a finding says as a comment: level and rule, the sentence, what to do.
fn note(words: &Words, finding: &Finding) -> ReviewComment {
    let (language, said) = (words.language(), words.say(finding));
    let colon = language.pick("：", ": ");
    let mut lines = vec![format!("{}{colon}{}", words.level(finding.level), said.message)];
    if !said.help.is_empty() {
        lines.push(format!("{}{colon}{}", language.pick("建议", "help"), said.help));
    }
    lines.push(format!("{}（{}）", said.title, finding.rule));
    let author = "planlint".to_owned();
    ReviewComment { span: finding.place().span, author, text: lines.join("\n") }
}

fn tell(
    path: &Path,
    copy: &Commented,
    language: Language,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let shown = path.display().to_string();
    let (path, all, lost) = (escape(&shown), copy.comments, copy.lost);
    match language {
        Language::Zh if lost == 0 => writeln!(out, "已写入 {path}：批注 {all} 处"),
        Language::En if lost == 0 => writeln!(out, "wrote {path}: {all} comments"),
        Language::Zh => writeln!(out, "已写入 {path}：批注 {all} 处，另有 {lost} 处找不到位置"),
        Language::En => writeln!(out, "wrote {path}: {all} comments; {lost} have no place"),
    }
}
