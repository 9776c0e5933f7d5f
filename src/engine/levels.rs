//! How loud a case is in a file: one answer for the check and for what would be found at other numbers.

use std::collections::HashMap;

use crate::{
    alignment::{Against, Comparison, Fault},
    catalogue::RegionId,
    config::{FileLevels, Settings},
    finding::{Confidence, Level},
    model::Model,
    rulebook::RuleSheets,
    text::{FileId, Source},
};

use super::World;

/// The levels of the sheets as the settings of a workspace cap them, file by file.
#[derive(Debug)]
pub struct CaseLevels<'a> {
    sheets: &'a RuleSheets,
    /// The caps for each file, by its path, the region of its plan and those above it.
    pub placed: FileLevels<'a>,
}

impl<'a> CaseLevels<'a> {
    /// The levels of a world under `settings`.
    pub fn of(world: &World, settings: &'a Settings, sheets: &'a RuleSheets) -> Self {
        Self { sheets, placed: levels_by_file(world, settings) }
    }

    /// The level of a case that a rule has found in `file`.
    pub fn level(&self, file: FileId, rule: &str, case: &str, confidence: Confidence) -> Level {
        self.placed.settle(file, rule, self.sheets.level(rule, case, confidence))
    }

    /// The level of what a figure holds against a target when no other one leads; `None` where that is nothing.
    pub fn fault(
        &self,
        model: &Model,
        comparison: &Comparison,
        against: &Against,
        nearer_met: bool,
    ) -> Option<Level> {
        // The same two rules and cases that a check uses: what is asked of another number must not be louder
        // or softer than the check would be, were that number written.
        let (rule, case) = match comparison.fault(model, against, nearer_met)? {
            Fault::Conflict => ("conflicts-with-parent", "disjoint"),
            Fault::Short(shortfall) => ("weaker-than-parent", shortfall.key()),
        };
        let confidence = Confidence::of_review(comparison.wants_review(model, against));
        let file = model.statement(comparison.child).file;
        Some(self.level(file, rule, case, confidence)).filter(|level| *level != Level::Off)
    }
}

fn levels_by_file<'a>(world: &World, settings: &'a Settings) -> FileLevels<'a> {
    let World { model, forest, .. } = world;
    // Without overrides one answer serves every file, and nobody has to walk the regions above each.
    if settings.levels.overrides.is_empty() {
        return FileLevels::everywhere(&settings.levels);
    }
    let regions: HashMap<FileId, RegionId> =
        model.plans().filter_map(|(_, plan)| Some((plan.file, plan.region?))).collect();
    let name = |id: &RegionId| &*model.catalogue.region_of(*id).name;
    let line = |region: &RegionId| {
        // From the region upwards: an override for a city means its counties, too.
        std::iter::once(region).chain(forest.ancestors(*region)).map(name).collect()
    };
    let file = |(file, source): (FileId, &Source)| {
        let line = regions.get(&file).map(line).unwrap_or_default();
        (file, settings.workspace.inside(&source.path), line)
    };
    FileLevels::of(&settings.levels, model.sources.iter().map(file))
}
