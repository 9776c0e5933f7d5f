//! The papers of a review meeting as files: which there are, what they are called, and when one may be written over.

use std::{
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use crate::{
    emit::{self, Format, escape},
    engine::Outcome,
    report::{self, Material},
};

use super::{CommandFailure, Session, read_limited};

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(super) enum PaperKind {
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

/// Files to write: the path of each below the folder, and its bytes.
#[derive(Debug, Default)]
pub(super) struct Papers(Vec<(PathBuf, Vec<u8>)>);

impl Papers {
    /// The papers of the kinds that are asked for, each once.
    pub(super) fn of(
        kinds: &[PaperKind],
        session: &Session,
        outcome: &Outcome,
        material: &Material,
    ) -> Result<Self, CommandFailure> {
        let mut kinds = kinds.to_vec();
        kinds.sort();
        kinds.dedup();
        let mut papers = Self::default();
        for kind in kinds {
            papers.add(kind, session, outcome, material).map_err(CommandFailure::Output)?;
        }
        Ok(papers)
    }

    fn add(
        &mut self,
        kind: PaperKind,
        session: &Session,
        outcome: &Outcome,
        material: &Material,
    ) -> io::Result<()> {
        let emitted = |format| emitted(format, outcome, session);
        let (names, bytes) = match kind {
            PaperKind::Html => {
                (["审查报告.html", "review.html"], report::html(material)?.into_bytes())
            }
            PaperKind::Md => {
                (["审查报告.md", "review.md"], report::material_as_markdown(material)?.into_bytes())
            }
            PaperKind::Csv => (["问题清单.csv", "findings.csv"], emitted(Format::Csv)?),
            PaperKind::Json => (["检查结果.json", "results.json"], emitted(Format::Json)?),
            #[cfg(feature = "office")]
            PaperKind::Xlsx => {
                (["指标对照表.xlsx", "comparison.xlsx"], report::workbook(material)?)
            }
            #[cfg(feature = "office")]
            PaperKind::Docx => {
                (["审查意见表.docx", "review-form.docx"], report::docx::form_docx(material)?)
            }
            #[cfg(feature = "office")]
            PaperKind::Letters => {
                let folder = Path::new(session.language().pick("衔接意见函", "letters"));
                let letters = report::docx::letters_by_region(material)?;
                self.0.extend(letters.into_iter().map(|(name, bytes)| (folder.join(name), bytes)));
                return Ok(());
            }
        };
        let [zh, en] = names;
        self.0.push((session.language().pick(zh, en).into(), bytes));
        Ok(())
    }

    /// Writes the files and names them; none is written where a plan that was read would be lost, or a form that may have been
    /// filled in.
    pub(super) fn write(
        &self,
        folder: &Path,
        force: bool,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<(), CommandFailure> {
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            session.outputs.admits(&path, None)?;
            if !force && is_form_file(&path) && differs(&path, bytes) {
                return Err(CommandFailure::Unread(path, "filled-form"));
            }
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
            made.map_err(|error| CommandFailure::File(path.clone(), error))?;
            session.outputs.set(&path, bytes)?;
            let (shown, language) = (path.display().to_string(), session.language());
            writeln!(out, "{}{}", language.pick("已写入 ", "wrote "), escape(&shown))
                .map_err(CommandFailure::Output)?;
        }
        Ok(())
    }
}

fn emitted(format: Format, outcome: &Outcome, session: &Session) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    emit::write_outcome(format, outcome, &session.words, session.options, &mut bytes)?;
    Ok(bytes)
}

/// Whether a meeting may have written into a file of this kind.
fn is_form_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "docx" || ending == "xlsx")
}

/// Whether a file is there that holds other bytes.
fn differs(path: &Path, bytes: &[u8]) -> bool {
    match read_limited::read_bounded_bytes(path, bytes.len() as u64) {
        Ok(there) => there != bytes,
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}
