//! `planlint catalogue`: the known indicators, and rows for those nobody defines.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::{
    emit,
    engine::World,
    syntax::{self, FormatOptions, Keywords},
    views::{known_indicators, suggest_indicators},
    words::Language,
};

use super::{CommandFailure, Ending, Session, plans::PlanPaths};

/// Arguments of `catalogue`.
#[derive(Debug, Args)]
pub(super) struct CatalogueCommand {
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        conflicts_with = "format",
        help = "为各规划用到而没有定义的指标写出建议行|propose rows for the indicators that plans use and nobody defines"
    )]
    suggest: bool,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text、json，或 plan（可粘贴到规划文件）|format of the output: text, json, or plan (to be pasted into a plan file)"
    )]
    format: CatalogueFormat,
}

/// How the list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CatalogueFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// Rows of a plan file.
    Plan,
}

impl CatalogueCommand {
    /// Writes the list, or the proposed rows.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let world = self.world(session)?;
        let language = session.language();
        let model = &world.model;
        let list = || known_indicators(&model.catalogue);
        let written = if self.suggest {
            let rows = emit::suggested_rows(&suggest_indicators(model), language);
            out.write_all(aligned(&rows, language).as_bytes())
        } else {
            match self.format {
                CatalogueFormat::Json => emit::write_catalogue_json(&list(), &model.sources, out),
                CatalogueFormat::Plan => {
                    let rows = emit::catalogue_rows(&list());
                    out.write_all(aligned(&rows, language).as_bytes())
                }
                CatalogueFormat::Text => {
                    let width = session.options.width;
                    emit::write_catalogue(&list(), &model.sources, language, width, out)
                }
            }
        };
        written.map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }

    /// The plans asked for; nothing is asked for and nothing here: then what is built in is all there is.
    fn world(&self, session: &Session) -> Result<World, CommandFailure> {
        match session.world(&self.plans.paths, &[]) {
            Err(CommandFailure::Load(_)) if self.plans.paths.is_empty() && !self.suggest => {
                Ok(World::default())
            }
            world => world,
        }
    }
}

/// The rows in the words of `language`, with their columns under each other.
fn aligned(rows: &str, language: Language) -> String {
    let keywords = language.pick(Keywords::Chinese, Keywords::English);
    syntax::format_plan(rows, &FormatOptions { keywords, ..FormatOptions::default() })
}
