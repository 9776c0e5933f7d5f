//! `planlint tree`: regions and plans, what each plan carries on, what is missing.

use std::{io::Write, path::PathBuf};

use clap::Args;

use crate::{emit, views::tree};

use super::{CommandFailure, Ending, Session, said::DocumentOptions};

/// Arguments of `tree`.
#[derive(Debug, Args)]
pub(super) struct TreeCommand {
    #[arg(
        value_name = "路径|PATH",
        help = "规划文件或目录（默认为当前目录）|plan files or folders (default: this folder)"
    )]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "格式|FORMAT", default_value = "text", value_parser = ["text", "json"], help = "输出格式：text 或 json|format of the output: text or json")]
    format: String,
    #[command(flatten)]
    said: DocumentOptions,
}

impl TreeCommand {
    /// Writes the hierarchy; a file that could not be read is found fault with.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let world = session.told(&self.paths, &[], &self.said)?;
        let tree = tree(&world);
        let written = match self.format.as_str() {
            "json" => emit::write_tree_json(&tree, out),
            _ => emit::write_tree(&tree, session.language(), graphics(), out),
        };
        written.map_err(CommandFailure::Output)?;
        Ok(if tree.unread.is_empty() { Ending::Clean } else { Ending::Found })
    }
}

/// Whether nobody asked for output without drawings.
fn graphics() -> bool {
    std::env::var_os("NO_GRAPHICS").is_none_or(|value| value.is_empty() || value == "0")
}
