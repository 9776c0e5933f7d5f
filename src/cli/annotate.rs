//! `planlint annotate`: findings as comments in a copy of the draft.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    annotate::{Annotated, ReviewComment, annotate},
    document::{self, DocumentFormat},
    emit::escape,
    engine::{self, File, Outcome, World},
    finding::Finding,
    text::UnreadReason,
    words::Language,
};

use super::{
    CommandFailure, Ending, Session, comment::comment_words, document_options::DocumentOptions,
    input::CommandInput,
};

/// Who comments.
const AUTHOR: &str = "planlint";

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
        let mut files = session.load(&input)?;
        self.said.tell(&mut files, paths, &session.settings)?;
        let own = files.iter_mut().find(|(_, file)| !file.reference_only);
        let own = own.map(|(shown, file)| AnnotatedDraft::of(shown, file));
        let mut world = session.judge(files)?;
        let Session { settings, words, today, threads, .. } = session;
        let outcome = engine::check(&world, settings, words.sheets(), *today, *threads);
        let Some(draft) = own else { return Ok(Ending::Clean) };
        let copy = draft.commented(&mut world, &outcome, session)?;
        match self.force {
            true => session.outputs.put(&self.output, &copy.bytes)?,
            false => session.outputs.create(&self.output, &copy.bytes)?,
        }
        tell_commented(&self.output, &copy, session.language(), out)
            .map_err(CommandFailure::Output)?;
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

/// A draft of which a copy with comments is to be made.
pub(super) struct AnnotatedDraft {
    /// The name it is shown by.
    pub(super) shown: String,
    /// Where it stands.
    pub(super) path: PathBuf,
    /// Why there can be no copy, as far as that is known before the draft is read.
    refused: Option<&'static str>,
}

impl AnnotatedDraft {
    /// The draft that is shown as `shown`: what will be read of `file` is kept.
    pub(super) fn of(shown: &str, file: &mut File) -> Self {
        file.annotated = true;
        let refused = match &file.content {
            Err(reason) => Some(reason.key()),
            Ok(bytes) => {
                let is_package = DocumentFormat::of(shown, bytes) == Some(DocumentFormat::Package);
                (!is_package).then_some("not-annotated")
            }
        };
        Self { shown: shown.to_owned(), path: file.path.clone(), refused }
    }

    /// The copy of the draft as it was read, with what was found in it and nothing of what was found in others.
    pub(super) fn commented(
        &self,
        world: &mut World,
        outcome: &Outcome,
        session: &Session,
    ) -> Result<Commented, CommandFailure> {
        let refused = |key| CommandFailure::Unread(self.path.clone(), key);
        if let Some(key) = self.refused {
            return Err(refused(key));
        }
        let package = world.packages.remove(&self.shown);
        let package = package.ok_or_else(|| refused(self.unread(world).key()))?;
        let of_draft = |finding: &&Finding| {
            let source = outcome.sources.get(finding.place().file);
            source.is_some_and(|source| *source.path == *self.shown)
        };
        let note = |finding: &Finding| ReviewComment {
            span: finding.place().span,
            author: AUTHOR.to_owned(),
            text: comment_words(&session.words, finding),
        };
        let notes: Vec<ReviewComment> =
            outcome.findings.iter().filter(of_draft).map(note).collect();
        let copy = annotate(*package, &notes, session.today);
        let Annotated { bytes, left_out } = copy.map_err(|reason| refused(reason.key()))?;
        let bytes = document::sign_as_own(&bytes).map_err(|reason| refused(reason.key()))?;
        let lost = left_out.len();
        Ok(Commented { bytes, comments: notes.len().saturating_sub(lost), lost })
    }

    /// Why nothing of the draft was read.
    fn unread<'a>(&self, world: &'a World) -> &'a UnreadReason {
        let of_draft =
            |file| world.model.sources.get(file).is_some_and(|one| *one.path == *self.shown);
        let mut unread = world.unread.iter().filter(|unread| of_draft(unread.file));
        unread.next().map_or(&UnreadReason::Damaged, |unread| &unread.reason)
    }
}

fn tell_commented(
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
