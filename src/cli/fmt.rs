//! `planlint fmt`: format plan files in place, or say which would change.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;

use crate::{
    emit::escape,
    engine::{self, File},
    syntax::{self, FormatOptions},
    text::{Decoded, decode, encode},
    words::Language,
};

use super::{
    CommandFailure, Ending, Session, diff_text::unified, failure::existing, plans::KeywordLanguage,
};

/// Arguments of `fmt`.
#[derive(Debug, Args)]
pub(super) struct Fmt {
    #[arg(
        value_name = "路径|PATH",
        required = true,
        help = "规划文件或目录|plan files or folders"
    )]
    paths: Vec<PathBuf>,
    #[arg(
        long,
        help = "只检查，不改写；有文件需要整理时退出码为 1|write nothing; exit with 1 when a file would change"
    )]
    check: bool,
    #[arg(
        long,
        conflicts_with = "check",
        help = "只显示改动，不改写；有改动时退出码为 1|show what would change and write nothing; exit with 1 when there is something"
    )]
    diff: bool,
    #[arg(
        long,
        value_enum,
        value_name = "语言|LANGUAGE",
        help = "把关键词改写为中文或英文|rewrite the keywords in Chinese or English"
    )]
    keywords: Option<KeywordLanguage>,
}

impl Fmt {
    /// Formats every file; one that cannot be read does not stop the others.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        existing(&self.paths)?;
        let limit = session.settings.max_file_size;
        let mut files =
            engine::load_files(&self.paths, &[], limit).map_err(CommandFailure::Load)?;
        // Documents that merely lie beside the plans are nobody's mistake.
        let lies_beside =
            |shown: &str, file: &File| file.is_passed_over() || file.is_document(shown);
        files.retain(|shown, file| file.named || !lies_beside(shown, file));
        let (mut changed, mut failed) = (0_usize, None);
        for (shown, file) in &files {
            match self.one((shown, file), session, out) {
                Ok(false) => {}
                Ok(true) => changed += 1,
                Err(CommandFailure::Output(error)) => return Err(CommandFailure::Output(error)),
                Err(failure) => {
                    if let Some(earlier) = failed.replace(failure) {
                        earlier.report(session.language());
                    }
                }
            }
        }
        if let Some(failure) = failed {
            return Err(failure);
        }
        if !session.options.quiet {
            let told = self.tell(files.len(), changed, session.language(), out);
            told.map_err(CommandFailure::Output)?;
        }
        let asks = self.check || self.diff;
        Ok(if asks && changed > 0 { Ending::Found } else { Ending::Clean })
    }

    /// Formats one file; says whether it changes.
    fn one(
        &self,
        (shown, file): (&str, &File),
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<bool, CommandFailure> {
        let path = &file.path;
        let left = |reason| CommandFailure::Unread(path.clone(), reason);
        if file.is_document(shown) {
            return Err(left("document"));
        }
        let bytes = file.content.as_ref().map_err(|reason| left(reason.key()))?;
        let Decoded { text, encoding, undecodable } = decode(bytes);
        if !undecodable.is_empty() {
            return Err(left("undecodable"));
        }
        let keywords = self.keywords.map(KeywordLanguage::words).unwrap_or_default();
        let options = FormatOptions { keywords, ..FormatOptions::default() };
        let formatted = syntax::format_plan(&text, &options);
        if formatted == text {
            return Ok(false);
        }
        if self.diff {
            unified(shown, &text, &formatted, out).map_err(CommandFailure::Output)?;
        } else if self.check {
            writeln!(out, "{}", escape(shown)).map_err(CommandFailure::Output)?;
        } else {
            session.outputs.mend(path, &encode(&formatted, encoding))?;
        }
        Ok(true)
    }

    /// The last line.
    fn tell(
        &self,
        files: usize,
        changed: usize,
        language: Language,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match (language, self.check || self.diff) {
            (Language::Zh, true) => writeln!(out, "{files} 个文件，{changed} 个需要整理"),
            (Language::Zh, false) => writeln!(out, "{files} 个文件，整理了 {changed} 个"),
            (Language::En, true) => writeln!(out, "{files} files, {changed} would change"),
            (Language::En, false) => writeln!(out, "{files} files, {changed} formatted"),
        }
    }
}
