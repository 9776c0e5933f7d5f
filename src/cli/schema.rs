//! `planlint schema`: the JSON Schemas of the configuration and of the results.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::{config, emit};

use super::{CommandFailure, Ending, Session};

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    #[arg(
        value_name = "对象|WHAT",
        value_enum,
        help = "config：planlint.toml；json：--format json 的结果；jsonl：--format jsonl 的每一行|config: planlint.toml; json: the results of --format json; jsonl: each line of --format jsonl"
    )]
    of: SchemaKind,
}

/// What is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SchemaKind {
    /// `planlint.toml`.
    Config,
    /// The results as one object.
    Json,
    /// The results line by line.
    Jsonl,
}

impl Schema {
    /// Writes the schema.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let schema = match self.of {
            SchemaKind::Config => config::config_schema(session.words.sheets(), session.language()),
            SchemaKind::Jsonl => emit::json_lines_schema(),
            SchemaKind::Json => emit::json_document_schema(),
        };
        let written = serde_json::to_writer_pretty(&mut *out, &schema);
        written.map_err(Into::into).and_then(|()| writeln!(out)).map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}
