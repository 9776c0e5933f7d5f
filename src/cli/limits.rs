//! `planlint limits`: who falls short as the number above rises, and how far the roll-up goes.

use std::{collections::BTreeSet, io::Write};

use clap::Args;

use crate::{
    catalogue::RegionId,
    emit,
    engine::{self, World},
    views::margins,
};

use super::{
    CommandFailure, Ending, Session,
    document_options::exists,
    pick::pick_stated_indicator,
    plans::{AnswerFormat, PlanPaths},
};

/// Arguments of `limits`.
#[derive(Debug, Args)]
pub(super) struct LimitsCommand {
    #[arg(
        value_name = "指标|INDICATOR",
        help = "指标名称，写一部分即可|the indicator's name, or a part of it"
    )]
    indicator: String,
    #[command(flatten)]
    plans: PlanPaths,
    #[arg(
        long,
        value_name = "地区|REGION",
        help = "只看这个地区的目标，名称写一部分即可（默认为每个有下级的地区）|the figures of this region only, or of the one with this part in its name (default: of every region above others)"
    )]
    region: Option<String>,
    #[arg(
        long,
        value_name = "格式|FORMAT",
        default_value = "text",
        value_enum,
        help = "输出格式：text 或 json|format of the output: text or json"
    )]
    format: AnswerFormat,
}

const NONE: [&str; 2] =
    ["没有一个地区的目标有下级可比", "no region states it above others that could be compared"];
const ELSEWHERE: [&str; 2] = [
    "这个地区没有可比的下级；有下级可比的地区：",
    "nobody below this region to compare; there is below:",
];

impl LimitsCommand {
    /// Writes the steps of every figure that is meant.
    pub(super) fn run(
        &self,
        session: &Session,
        out: &mut dyn Write,
    ) -> Result<Ending, CommandFailure> {
        let mut files = session.files(&self.plans.paths, &[])?;
        // A region of no register, named with those above it, is one of those below that count.
        let path = self.region.as_deref().filter(|region| region.contains('/'));
        path.into_iter().for_each(|region| exists(&mut files, region, None));
        let mut world = engine::understand(files, &session.settings, session.threads);
        let indicator = pick_stated_indicator(&world.model, &self.indicator)?;
        let Session { settings, words, .. } = session;
        let mut limits = engine::limits(&world, settings, words.sheets(), indicator);
        if limits.is_empty() {
            return Err(CommandFailure::Unfound(self.indicator.clone(), NONE, Vec::new()));
        }
        let made = world.model.catalogue.made_regions();
        let is_made = |region: &str| {
            let name = region.rsplit('/').next().unwrap_or_default();
            made.iter().any(|made| &*made.name == name)
        };
        if let Some(region) = self.region.as_ref().filter(|region| !is_made(region)) {
            narrow(&mut world, &mut limits, region)?;
        }
        let margins = margins(&world, &limits);
        let sources = &world.model.sources;
        let name = &world.model.catalogue.indicator(indicator).name;
        match self.format {
            AnswerFormat::Json => emit::write_limits_json(name, &margins, sources, words, out),
            AnswerFormat::Text => emit::write_limits(name, &margins, sources, words, out),
        }
        .map_err(CommandFailure::Output)?;
        Ok(Ending::Clean)
    }
}

/// Keeps the figures of the region that is meant, by its name or path or as the only one with this part in its name.
fn narrow(
    world: &mut World,
    limits: &mut Vec<engine::Limits>,
    region: &str,
) -> Result<(), CommandFailure> {
    let mut all: Vec<_> =
        margins(world, limits).iter().map(|one| one.figure.region.to_string()).collect();
    all.dedup();
    let asked = world.model.catalogue.find_region(region);
    let model = &world.model;
    let stated_by = |limits: &engine::Limits| model.statement(limits.parent).region;
    let has_part = |id: &RegionId| model.catalogue.region_of(*id).name.contains(region.trim());
    let wanted: BTreeSet<RegionId> = match asked {
        Some(region) => BTreeSet::from([region]),
        None if region.trim().is_empty() => return Err(CommandFailure::Blank),
        None => limits.iter().filter_map(stated_by).filter(has_part).collect(),
    };
    if wanted.len() > 1 {
        let names = wanted.iter().map(|id| model.catalogue.region_of(*id).name.to_string());
        return Err(CommandFailure::Name(region.to_owned(), names.collect()));
    }
    limits.retain(|limits| stated_by(limits).is_some_and(|region| wanted.contains(&region)));
    match limits.is_empty() {
        true => Err(CommandFailure::Unfound(region.to_owned(), ELSEWHERE, all)),
        false => Ok(()),
    }
}
