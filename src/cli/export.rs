//! `planlint export`: every value as one record.

use std::{io::Write, path::PathBuf};

use clap::Args;

use crate::{emit, views::records};

use super::{Ending, Failure, Session};

/// Arguments of `export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件或目录（默认为当前目录）|plan files or folders (default: this folder)"
    )]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "格式|FORMAT", default_value = "json", value_parser = ["json", "csv"], help = "输出格式：json 或 csv|format of the output: json or csv")]
    format: String,
}

impl Export {
    /// Writes the records.
    pub(super) fn run(&self, session: &Session, out: &mut dyn Write) -> Result<Ending, Failure> {
        let world = session.world(&self.paths, &[])?;
        let (records, sources) = (records(&world.model), &world.model.sources);
        let written = match self.format.as_str() {
            "csv" => emit::write_records_csv(&records, sources, &session.words, out),
            _ => emit::write_records_json(&records, sources, &session.words, out),
        };
        written.map_err(Failure::Output)?;
        Ok(Ending::Clean)
    }
}
