//! Runs every rule over a world and settles what they found.

use std::{ops::Add as _, sync::Arc};

use jiff::civil::Date;

use crate::{
    config::Settings,
    finding::{Finding, Level},
    hierarchy::ParentReason,
    model::{Model, NumberCounts, NumberLedger, Plan, PlanId, clause},
    rulebook::{Context, Rule, RuleSheets, Sheet, SheetError, UnreadNumbers},
    rules::REGISTRY,
    syntax::{Problem, ProblemKind},
    text::Span,
};

use super::{
    Checked, Outcome, Summary, UnreadNumber, World, accepted::accept, dispatch,
    findings::settle_findings, fingerprint::Fingerprints, levels::CaseLevels, reported::reported,
    root_causes::fold_root_causes, understand::cutoffs, undetermined::undetermined_comparisons,
};

/// The sheets of all rules.
///
/// # Errors
/// When a compiled-in sheet is broken; a test reads them all.
pub fn read_rule_sheets() -> Result<Arc<RuleSheets>, SheetError> {
    let read = |rule: &Rule| {
        let sheet = Sheet::read(rule.sheet);
        sheet
            .map(|sheet| (rule.name, sheet))
            .map_err(|error| SheetError(format!("{}: {error}", rule.name)))
    };
    REGISTRY.iter().map(read).collect::<Result<RuleSheets, _>>().map(Arc::new)
}

/// Checks a world with every rule that is not dropped.
#[must_use]
pub fn check(
    world: &World,
    settings: &Settings,
    sheets: &RuleSheets,
    today: Date,
    threads: Option<usize>,
) -> Outcome {
    let context = Context {
        model: &world.model,
        forest: &world.forest,
        alignment: &world.alignment,
        cutoffs: cutoffs(settings),
        sheets,
        unread: &world.unread,
    };
    let active: Vec<&Rule> =
        REGISTRY.iter().filter(|rule| is_on(rule.name, sheets, settings)).collect();
    let levels = CaseLevels::of(world, settings, sheets);
    let drafts = dispatch::run_rules(&context, &active, threads);
    let mut fingerprints = Fingerprints::default();
    let mut findings = settle_findings(drafts, &context, &levels, &mut fingerprints);
    fold_root_causes(&mut findings, &context);
    let accepted = accept(world, findings, settings, &levels.placed, sheets, today);
    let mut findings = accepted.fresh;
    let housekeeping =
        accepted.drafts.into_iter().map(|(rule, draft)| (rule, vec![draft])).collect();
    findings.extend(settle_findings(housekeeping, &context, &levels, &mut fingerprints));
    findings.sort_by(Finding::order);
    Outcome {
        sources: accepted.sources,
        checked: reported(&world.model).map(|(id, plan)| checked_plan(world, id, plan)).collect(),
        findings,
        known: accepted.known,
        gone: accepted.gone,
        allowed: accepted.allowed,
        decided: accepted.decided,
        undetermined: undetermined_comparisons(&context),
        unread: unread_numbers_of_plans(&world.model),
        summary: summary_of_run(world, active.len()),
        since: None,
    }
}

fn summary_of_run(world: &World, rules: usize) -> Summary {
    let model = &world.model;
    let mostly_unread =
        |(id, plan): &(PlanId, &Plan)| UnreadNumbers::of(model, *id, plan).is_mostly_unread();
    Summary {
        files: files(model),
        unread: world.unread.len()
            + unread_tables(model)
            + reported(model).filter(mostly_unread).count(),
        passed_over: world.passed_over,
        copies: world.copies,
        unnamed: world.unnamed,
        numbers: reported(model)
            .map(|(_, plan)| numbers_of_plan(model, plan))
            .fold(NumberCounts::default(), NumberCounts::add),
        plans: reported(model).count(),
        indicators: reported(model).map(|(plan, _)| model.rows(plan).count()).sum(),
        rules,
    }
}

fn checked_plan(world: &World, id: PlanId, plan: &Plan) -> Checked {
    let model = &world.model;
    let region = plan.region.map(|region| model.catalogue.region_of(region).name.clone());
    let ledger = model.ledgers.get(plan.file.0 as usize);
    let in_targets = ledger.map(NumberLedger::counts_of_targets).unwrap_or_default();
    let (file, plan_title, numbers) = (plan.file, plan.title.clone(), numbers_of_plan(model, plan));
    let above =
        world.forest.parents(id).iter().filter(|parents| {
            parents.choice != ParentReason::Indicator && !parents.plans.is_empty()
        });
    let above = above.map(|parents| Arc::clone(&model.catalogue.region_of(parents.region).name));
    Checked {
        file,
        plan: plan_title,
        region,
        period: plan.period.map(|period| (period.start, period.end)),
        topic: plan.topic.clone(),
        above: above.collect(),
        numbers,
        in_targets,
    }
}

/// What became of the numbers of a plan's file.
fn numbers_of_plan(model: &Model, plan: &Plan) -> NumberCounts {
    model.ledgers.get(plan.file.0 as usize).map(NumberLedger::counts).unwrap_or_default()
}

/// The unread numbers of the plans that are reported on, at most so many of each that somebody may look at them all.
fn unread_numbers_of_plans(model: &Model) -> Vec<UnreadNumber> {
    // A hundred is a choice: more than anybody looks through, where a plan that was hardly read may have
    // thousands.
    const MOST: usize = 100;
    let of_plan = |(_, plan): (PlanId, &Plan)| {
        let ledger = model.ledgers.get(plan.file.0 as usize);
        let source = model.sources.get(plan.file);
        let numbers = ledger.into_iter().flat_map(|ledger| ledger.unread()).take(MOST);
        let numbers: Vec<Span> = numbers.collect();
        let places = model.number_places(plan.file, &numbers);
        let numbers = places.into_iter().zip(numbers).filter_map(|(place, span)| {
            Some(UnreadNumber { place, clause: clause(&source?.text, span).into() })
        });
        numbers.collect::<Vec<_>>()
    };
    reported(model).flat_map(of_plan).collect()
}

/// How many files were read; a document may give several texts, one behind the other.
fn files(model: &Model) -> usize {
    // Texts of one document stand one behind the other, so neighbours are all that has to be compared.
    let mut paths: Vec<&str> = model.sources.iter().map(|(_, source)| &*source.path).collect();
    paths.dedup();
    paths.len()
}

/// How many tables of the plans that are reported on could not be read.
fn unread_tables(model: &Model) -> usize {
    let trees = reported(model).filter_map(|(_, plan)| model.tree(plan.file));
    let problems = trees.flat_map(|tree| &tree.problems);
    let table =
        |problem: &&Problem| matches!(problem.kind, ProblemKind::UnreadPart { what: "table" });
    problems.filter(table).count()
}

/// Whether any case of a rule is reported: some are off until a workspace names a level.
fn is_on(rule: &str, sheets: &RuleSheets, settings: &Settings) -> bool {
    // A rule that is off by default would find nothing anybody sees; it need not run.
    let mut cases = sheets.get(rule).into_iter().flat_map(|sheet| sheet.levels.values());
    let by_default = cases.any(|level| *level != Level::Off);
    settings.levels.switches_on(rule) || by_default && !settings.levels.dropped(rule)
}
