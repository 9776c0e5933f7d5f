//! `planlint tree`: regions and plans, what each plan carries on, what is missing.

use std::io::Write;

use clap::Args;

use crate::{emit, views::tree};

use super::{
    CommandFailure, Ending, Session,
    document_options::DocumentOptions,
    plans::{AnswerFormat, PlanPaths},
};

/// Arguments of `tree`.
#[derive(Debug, Args)]
pub(super) struct TreeCommand {
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
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
        let world = session.told(&self.plans.paths, &[], &self.said)?;
        let tree = tree(&world);
        let written = match self.format {
            AnswerFormat::Json => emit::write_tree_json(&tree, out),
            AnswerFormat::Text => emit::write_tree(&tree, session.language(), graphics(), out),
        };
        written.map_err(CommandFailure::Output)?;
        Ok(if tree.unread.is_empty() { Ending::Clean } else { Ending::Found })
    }
}

/// Whether nobody asked for output without drawings.
fn graphics() -> bool {
    std::env::var_os("NO_GRAPHICS").is_none_or(|value| value.is_empty() || value == "0")
}
