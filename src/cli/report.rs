//! `planlint report`: what a review meeting works from.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use clap::Args;
use sha2::{Digest, Sha256};

use crate::{
    config,
    engine::Files,
    report::{self, Circumstances, InputFile as Read, SettingRow},
};

use super::{
    CommandFailure, Ending, Session,
    beside::CheckOptions,
    report_files::{PaperKind, Papers},
};

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
    formats: Vec<PaperKind>,
    #[arg(
        long,
        help = "覆盖已有的 docx、xlsx（其中可能已填写意见）|write over docx and xlsx files that are there, which may hold decisions"
    )]
    force: bool,
    #[command(flatten)]
    beside: CheckOptions,
}

impl Report {
    /// Checks, writes every file that is asked for and names them.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let past = self.beside.past(session)?;
        let against = session.parents(&self.paths, &self.beside.parents.against);
        let files = session.files(&self.paths, &against)?;
        let around = circumstances(session, &files);
        let (world, outcome) = self.beside.check(session, (files, &self.paths), past)?;
        let material = report::material(&world, &outcome, &session.words, around);
        let papers = Papers::of(&self.formats, session, &outcome, &material)?;
        papers.write(&self.output, self.force, session, out)?;
        Ok(if outcome.summary.unread > 0 { Ending::Found } else { Ending::Clean })
    }
}

/// The day, the files and the settings of a run.
fn circumstances(session: &Session, files: &Files) -> Circumstances {
    let inputs = files.iter().filter_map(|(shown, file)| {
        let bytes = file.content.as_ref().ok()?;
        let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Read { file: shown.clone(), bytes: bytes.len(), hash })
    });
    let origins: &BTreeMap<String, String> = &session.origins;
    let settings = config::shown_settings(&session.settings).filter_map(|(key, value)| {
        let origin = origins.get(key.name)?;
        Some(SettingRow {
            key: key.name.to_owned(),
            value: value.to_string(),
            origin: origin.clone(),
        })
    });
    Circumstances {
        date: session.today.to_string(),
        inputs: inputs.collect(),
        settings: settings.collect(),
    }
}
