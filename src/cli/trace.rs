//! `planlint trace`: one indicator through every tier.

use std::io::Write;

use clap::Args;

use crate::{emit, views::trace_indicator};

use super::{
    CommandFailure, Ending, Session, document_options::DocumentOptions,
    pick::pick_stated_indicator, plans::PlanPaths,
};

/// Arguments of `trace`.
#[derive(Debug, Args)]
pub(super) struct TraceCommand {
    #[arg(
        value_name = "指标|INDICATOR",
        help = "指标名称，写一部分即可|the indicator's name, or a part of it"
    )]
    indicator: String,
    #[command(flatten)]
    plans: PlanPaths,
    #[command(flatten)]
    said: DocumentOptions,
}

impl TraceCommand {
    /// Writes the table of the only indicator that is meant.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let world = session.told(&self.plans.paths, &[], &self.said)?;
        let trace = trace_indicator(&world, pick_stated_indicator(&world.model, &self.indicator)?);
        emit::write_trace(&trace, session.language(), out).map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}
