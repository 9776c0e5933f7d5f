//! `planlint brief`: what the levels above accept from a region, before it writes its plan.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::{
    emit,
    engine::{self, World, cutoffs},
    model::Period,
    syntax::{FormatOptions, Keywords, format_plan},
    views::{Wanted, brief},
};

use super::{
    CommandFailure, Ending, Session, document_options::exists, pick::pick_region, plans::PlanPaths,
};

/// Arguments of `brief`.
#[derive(Debug, Args)]
pub(super) struct BriefCommand {
    #[arg(
        value_name = "地区|REGION",
        help = "地区名称，写一部分即可；重名时写上级，如 徐州市/鼓楼区|the region's name, or a part of it; with those above it where several have it, as in CITY/DISTRICT"
    )]
    region: String,
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text、md、plan（待填写的规划文件）或 json|format of the output: text, md, plan (a plan file to fill in) or json"
    )]
    format: BriefFormat,
    #[arg(
        long,
        value_name = "主题|TOPIC",
        help = "规划的主题（默认取本地或上级最新的规划）|the plan's topic (default: that of the latest plan of the region or above it)"
    )]
    topic: Option<String>,
    #[arg(
        long,
        value_name = "年份|YEARS",
        help = "规划期，如 2026-2030（默认同上）|its period, such as 2026-2030 (default: likewise)"
    )]
    period: Option<String>,
}

/// How the answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BriefFormat {
    /// For people.
    Text,
    /// For pasting.
    Md,
    /// A plan file to fill in.
    Plan,
    /// For programs.
    Json,
}

impl BriefCommand {
    /// Writes what is accepted.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let period = self.period.as_deref().map(read_period).transpose()?;
        let mut files = session.files(&self.plans.paths, &[])?;
        let path = Some(self.region.trim()).filter(|region| region.contains('/'));
        path.into_iter().for_each(|region| exists(&mut files, region, None));
        let mut world = engine::understand(files, &session.settings, session.threads);
        let wanted = self.wanted(&mut world, period)?;
        let brief = brief(&world, &cutoffs(&session.settings), &wanted);
        let language = session.language();
        let written = match self.format {
            BriefFormat::Md => emit::write_brief_markdown(&brief, language, out),
            BriefFormat::Plan => {
                let keywords = language.pick(Keywords::Chinese, Keywords::English);
                let options = FormatOptions { keywords, ..FormatOptions::default() };
                out.write_all(format_plan(&emit::brief_plan(&brief, language), &options).as_bytes())
            }
            BriefFormat::Json => emit::write_brief_json(&brief, out),
            BriefFormat::Text => emit::write_brief(&brief, language, out),
        };
        written.map_err(CommandFailure::Output)?;
        Ok(if world.unread.is_empty() { Ending::Clean } else { Ending::Found })
    }

    fn wanted(&self, world: &mut World, period: Option<Period>) -> Result<Wanted, CommandFailure> {
        let written = self.region.trim();
        if written.is_empty() {
            return Err(CommandFailure::Blank);
        }
        let catalogue = &mut world.model.catalogue;
        let (region, written) = pick_region(catalogue, written)?;
        Ok(Wanted { region, written, topic: self.topic.clone(), period })
    }
}

/// The years of `2026-2030`.
fn read_period(written: &str) -> Result<Period, CommandFailure> {
    let years = written.split_once(['-', '—', '–']);
    let years = years.and_then(|(start, end)| {
        Some((start.trim().parse::<i32>().ok()?, end.trim().parse::<i32>().ok()?))
    });
    let possible = |(start, end): &(i32, i32)| 1900 <= *start && start <= end && *end < 2200;
    years.filter(possible).map(|(start, end)| Period { start, end }).ok_or_else(|| {
        let expected = ["起止年份，例如 2026-2030", "a first and a last year such as 2026-2030"];
        CommandFailure::Value("--period", written.to_owned(), expected)
    })
}
