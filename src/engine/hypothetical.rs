//! Another value in one cell of a plan: which cell is meant, and the files as they would be.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    catalogue::{IndicatorId, WrittenPath},
    finding::Edit,
    model::{Model, Origin, Plan, Role, Statement, StatementId},
    text::Keyed,
};

use super::{Files, World, edited::edited};

/// Whose value of what for when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aim {
    /// Region and indicator with `/` between; a region may be a path, and an indicator's name may hold one, too.
    pub path: String,
    /// The year.
    pub year: i32,
}

/// Why no single cell is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missed {
    /// No plan is read of a region of this name; the regions that have plans.
    Region(Vec<String>),
    /// Its plans do not state the indicator; those they state.
    Indicator(Vec<String>),
    /// They do not state it for the year; the years they state.
    Year(Vec<String>),
    /// Several statements are meant alike.
    Several(Vec<StatementId>),
}

/// The statement that speaks for what is aimed at: of the region's own plan before what others issue to it, a target before
/// what was, a table before the prose, the whole region before a part of it.
///
/// # Errors
/// When there is none or more than one.
pub fn aimed_statement(model: &Model, aim: &Aim) -> Result<StatementId, Missed> {
    // From the last `/` to the first: a region may be a path (徐州市/鼓楼区) and an indicator may hold
    // one (R&D经费/GDP), so every cut is tried, and the one with the longest region counts.
    let regions = paths(model);
    let first = aim.path.split('/').next().unwrap_or_default();
    let mut missed = Missed::Region(names_holding_part(regions, first));
    for (cut, _) in aim.path.rmatch_indices('/') {
        let (region, indicator) = aim.path.split_at(cut);
        let indicator = indicator.trim_start_matches('/').trim();
        let of_region: Vec<_> =
            statements(model).filter(|(_, s)| is_of_region(model, s, region)).collect();
        if of_region.is_empty() {
            continue;
        }
        match among(model, &of_region, indicator, aim.year) {
            // Another reading of the words may still fit.
            Err(nearer @ (Missed::Indicator(_) | Missed::Region(_))) => missed = nearer,
            // A year that is missing, or several that are meant alike, is an answer: region and indicator
            // were found.
            found => return found,
        }
    }
    Err(missed)
}

fn among(
    model: &Model,
    of_region: &[(StatementId, &Statement)],
    indicator: &str,
    year: i32,
) -> Result<StatementId, Missed> {
    let names: BTreeMap<&str, IndicatorId> = (of_region.iter())
        .map(|(_, s)| (&*model.catalogue.indicator(s.indicator).name, s.indicator))
        .collect();
    // The name as it is registered counts first, then another name of it, then a part of a name where
    // only one has it: 森林 for 森林覆盖率. Two that have it are no answer.
    let whole = model.catalogue.lookup(indicator).filter(|id| names.values().any(|n| n == id));
    let mut parts = names.iter().filter(|(name, _)| name.contains(indicator)).map(|(_, id)| *id);
    let part = parts.next().filter(|_| !indicator.is_empty() && parts.next().is_none());
    let Some(meant) = names.get(indicator).copied().or(whole).or(part) else {
        let names = names.into_keys().map(str::to_owned);
        return Err(Missed::Indicator(names_holding_part(names.collect(), indicator)));
    };
    let stated: Vec<_> = of_region.iter().filter(|(_, s)| s.indicator == meant).collect();
    let mut of_year: Vec<_> = (stated.iter().filter(|(_, s)| s.year == year))
        .map(|(id, statement)| (rank_of_speaker(model, statement), *id))
        .collect();
    of_year.sort_unstable();
    let Some(&(best, first)) = of_year.first() else {
        let mut years: Vec<i32> = stated.iter().map(|(_, s)| s.year).collect();
        years.sort_unstable();
        years.dedup();
        return Err(Missed::Year(years.iter().map(ToString::to_string).collect()));
    };
    let alike: Vec<_> = of_year.iter().take_while(|(rank, _)| *rank == best).map(|o| o.1).collect();
    if alike.len() > 1 { Err(Missed::Several(alike)) } else { Ok(first) }
}

/// The names that hold a part, else all of them.
fn names_holding_part(names: BTreeSet<String>, part: &str) -> Vec<String> {
    let near: Vec<String> = names.iter().filter(|name| name.contains(part)).cloned().collect();
    if near.is_empty() { names.into_iter().collect() } else { near }
}

/// What speaks first: smaller ranks before larger ones.
fn rank_of_speaker(model: &Model, statement: &Statement) -> [bool; 7] {
    // In the order of how much it speaks for the region as a whole: its own plan, what it sets, where
    // most people look for it.
    [
        model.plan(statement.plan).region != statement.region,
        statement.role != Role::Target,
        statement.origin == Origin::Actual,
        !statement.in_table(),
        statement.condition().is_some(),
        statement.measure.scope.is_some(),
        statement.measure.coverage,
    ]
}

/// Everything that plans state themselves: quotations are not theirs to change.
fn statements(model: &Model) -> impl Iterator<Item = (StatementId, &Statement)> {
    let all = model.plans().flat_map(|(plan, _)| model.statements(plan));
    all.filter(|(_, statement)| !matches!(statement.role, Role::Citation | Role::Reserve))
        .filter(|(_, statement)| has_cell(model, statement))
}

/// Whether a value has a place in its row: where the row breaks off there is no cell to write in.
fn has_cell(model: &Model, statement: &Statement) -> bool {
    // A row that breaks off before its column has nothing to replace; words appended there would end up
    // in another column.
    let text = model.sources.get(statement.file).map_or("", |source| &source.text);
    let behind = || text.get(statement.cell.range().end..).unwrap_or_default().trim_start();
    !statement.cell.is_empty() || behind().starts_with(['|', '｜'])
}

/// Whether a statement is of the region that is written; one that nobody registers goes by what its plan writes.
fn is_of_region(model: &Model, statement: &Statement, written: &str) -> bool {
    let path = WrittenPath::of(written);
    let name = |id| &*model.catalogue.region_of(id).name;
    match statement.region {
        Some(region) => {
            // Only as much of the path as is written must fit: 鼓楼区 alone is enough where one has
            // plans.
            name(region) == path.name && path.fits(model.catalogue.line(region).skip(1).map(name))
        }
        None => {
            let own = &model.plan(statement.plan).region_written;
            own.as_ref().is_some_and(|(own, _)| **own == *written.trim())
        }
    }
}

/// The regions that have plans, as they are written, each with the one above it.
fn paths(model: &Model) -> BTreeSet<String> {
    // One step above is enough to tell 鼓楼区 of 徐州市 from that of 南京市, and more would only be
    // longer to read.
    let path = |plan: &Plan| match plan.region {
        Some(region) => {
            let mut line =
                model.catalogue.line(region).take(2).map(|id| &*model.catalogue.region_of(id).name);
            let own = line.next()?.to_owned();
            Some(line.next().map_or_else(|| own.clone(), |above| format!("{above}/{own}")))
        }
        None => plan.region_written.as_ref().map(|(written, _)| written.to_string()),
    };
    model.plans().filter_map(|(_, plan)| path(plan)).collect()
}

/// A file whose words cannot be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its path as shown.
    pub path: String,
    /// Why.
    pub why: WhyKept,
}

/// Why the words of a file cannot be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyKept {
    /// It is a document, no plan file.
    Document,
    /// It holds bytes that cannot be decoded.
    Undecodable,
}

impl Keyed for WhyKept {}

/// The files with the words of each statement replaced; the rest of its cell stays.
///
/// # Errors
/// The first file that cannot be written again as it stands.
pub fn suppose(
    files: &Files,
    world: &World,
    values: &BTreeMap<StatementId, String>,
) -> Result<Files, Kept> {
    let mut edits: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for (&id, value) in values {
        let statement = world.model.statement(id);
        let Some(source) = world.model.sources.get(statement.file) else { continue };
        // The file is that of somebody's office program; what would be written into it are its words with
        // all their formats.
        if source.is_document() {
            return Err(Kept { path: source.path.to_string(), why: WhyKept::Document });
        }
        // Words where there are some, for units and notes in the cell stay; an empty cell is filled.
        let span = if statement.words.is_empty() { statement.cell } else { statement.words };
        // A bar would end the cell.
        let text = value.replace('|', "\\|").into();
        edits.entry(&source.path).or_default().push(Edit { span, text });
    }
    let mut supposed = files.clone();
    for (path, mut edits) in edits {
        edits.sort_unstable();
        let kept = || Kept { path: path.to_owned(), why: WhyKept::Undecodable };
        let file = supposed.get_mut(path).ok_or_else(kept)?;
        file.content = Ok(edited(file, &edits).ok_or_else(kept)?);
    }
    Ok(supposed)
}
