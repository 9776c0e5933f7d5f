//! One target of a brief: what can be written, and every source it rests on.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{
        Against, Comparison, FigureSource, Proposal, WhyUnjudged, base_of, earlier_target, lift,
        propose,
    },
    catalogue::Relation,
    model::{Model, Origin, PlanId, Statement, TargetRow},
    quantity::{Basis, Direction},
    rulebook::{RollupFacts, in_printed_unit, tell_rollup},
    syntax::{Class, ColumnKind, RelationWord},
    text::Keyed,
};

use super::{
    super::shape::side, BriefStatement, asked::AskedTarget, own_figures::own_floors,
    scene::BriefScene,
};

/// How many regions of a roll-up are named.
// A choice for one sentence of the brief.
const NAMED: usize = 6;

/// The target with its proposals and sources.
pub(super) fn brief_target(
    scene: &BriefScene,
    asked: &AskedTarget,
    comparison: &Comparison,
) -> BriefTarget {
    let model = &scene.world.model;
    let like = model.statement(asked.like);
    let indicator = model.catalogue.indicator(like.measure.indicator);
    let steps = propose(model, scene.cutoffs, like, comparison);
    let own = own_statements_of_target(scene, asked, like);
    // The base of the year that both print comes first, since only those two say who is ahead.
    let shared = comparison.against.iter().find_map(|against| against.base);
    let base = shared.map(|base| model.statement(base.child)).or_else(|| latest_base(scene, like));
    let earlier = scene
        .earlier
        .iter()
        .find_map(|&plan| earlier_target(model, plan, scene.region, &like.measure, asked.year));
    let steps = match comparison.direction {
        Some(direction) => lift(
            steps,
            direction,
            &own_floors(scene, direction, (like, asked.year), [base, earlier]),
        ),
        None => steps,
    };
    let relation = comparison.against.first().map_or(&indicator.relation, |one| &one.relation);
    let nearest_issued = comparison.against.iter().any(|one| one.figure.allocated);
    BriefTarget {
        name: own
            .first()
            .map_or_else(|| name_with_unit(model, like), |own| name_with_unit(model, own)),
        indicator: Arc::clone(&model.catalogue.indicator(like.indicator).name),
        scope: like.measure.scope.map(|scope| Arc::clone(model.scope(scope))),
        year: asked.year,
        direction: comparison.direction,
        class: strongest_class(like, comparison),
        relation: relation.word(),
        tabled: asked.tabled,
        basis: like.measure.basis,
        guessed: (!indicator.is_defined() || indicator.direction.is_none()) && !nearest_issued,
        open: steps.is_empty().then(|| why_open(comparison, relation)),
        steps,
        above: statements_above(model, comparison, like),
        base: base.map(|base| BriefStatement::beside(model, base, like)),
        earlier: earlier.map(|past| BriefStatement::beside(model, past, like)),
        own: own.into_iter().map(|statement| BriefStatement::of(model, statement)).collect(),
        rolled: rollups_beside(scene, comparison),
    }
}

fn latest_base<'a>(scene: &'a BriefScene, like: &Statement) -> Option<&'a Statement> {
    let model = &scene.world.model;
    let base = |&plan: &PlanId| base_of(model, plan, scene.region, &like.measure, None);
    scene.based.iter().find_map(base).map(|id| model.statement(id))
}

/// What the own plan states of the target, its table first.
fn own_statements_of_target<'a>(
    scene: &'a BriefScene,
    asked: &AskedTarget,
    like: &Statement,
) -> Vec<&'a Statement> {
    let model = &scene.world.model;
    let Some(plan) = scene.own else { return Vec::new() };
    let stated = model.stated(plan, scene.region, like.measure.indicator).iter();
    let mut own: Vec<&Statement> = stated
        .map(|&id| model.statement(id))
        .filter(|own| own.year == asked.year && own.measure == like.measure && !own.is_past())
        .collect();
    // The table speaks for a plan; the prose follows as it is printed.
    own.sort_by_key(|own| !own.in_table());
    own
}

/// The name with its unit, so that it can be written into a table without a column of units.
fn name_with_unit(model: &Model, statement: &Statement) -> String {
    let printed =
        model.words(statement.file, statement.name).trim_start_matches(['*', '＊']).trim();
    let Origin::Table(row) = statement.origin else { return printed.to_owned() };
    match unit_column(model, model.row(row)) {
        Some(unit) => format!("{printed}（{unit}）"),
        None => printed.to_owned(),
    }
}

/// The words of the row's 单位 cell.
fn unit_column<'a>(model: &'a Model, row: &TargetRow) -> Option<&'a str> {
    // Or the unit would be printed twice, once in each bracket.
    if row.unit_in_name {
        return None;
    }
    let table = model.tree(row.file)?.tables.get(row.at.0 as usize)?;
    let column = table.column(&ColumnKind::Unit)?;
    let cell = table.cell(table.rows.get(row.at.1 as usize)?, column);
    Some(model.words(row.file, cell)).filter(|unit| !unit.is_empty())
}

/// Binding where any figure above is.
fn strongest_class(like: &Statement, comparison: &Comparison) -> Option<Class> {
    let above = comparison.against.iter().map(|against| against.figure.class);
    let classes = || above.clone().chain([like.class]).flatten();
    classes().find(|class| *class == Class::Binding).or_else(|| classes().next())
}

fn statements_above(
    model: &Model,
    comparison: &Comparison,
    like: &Statement,
) -> Vec<BriefStatement> {
    let stated = comparison.against.iter().map(|against| figure_statement(model, against, like));
    let passed = comparison
        .passed
        .iter()
        .map(|passed| BriefStatement::of(model, model.statement(passed.statement)));
    stated.chain(passed).collect()
}

fn figure_statement(model: &Model, against: &Against, like: &Statement) -> BriefStatement {
    let shown = model.statement(against.figure.source.shown());
    let between = matches!(against.figure.source, FigureSource::Between(..));
    let number = in_printed_unit(against.figure.number, shown).normalize();
    BriefStatement {
        between: between.then(|| number.to_string()),
        allocated: against.figure.allocated,
        ..BriefStatement::beside(model, shown, like)
    }
}

/// What the regions beside this one come to so far under each figure above.
fn rollups_beside(scene: &BriefScene, comparison: &Comparison) -> Vec<RollupFacts> {
    let world = scene.world;
    let stated = comparison.against.iter().filter_map(|against| match against.figure.source {
        FigureSource::Stated(id) => Some((against.plan, id)),
        FigureSource::Between(..) => None,
    });
    stated
        .flat_map(|(plan, id)| world.alignment.rollups(plan).iter().filter(move |r| r.parent == id))
        .map(|rollup| tell_rollup(&world.model, rollup, NAMED))
        .collect()
}

/// Why nothing can be proposed for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyOpen {
    /// The regions reach it together.
    Shared,
    /// It is not issued to the region yet.
    NotIssued,
    /// It is each level's own affair.
    OwnAffair,
    /// It is to be worded as the level above words it.
    AsAbove,
    /// It cannot be compared.
    #[serde(untagged)]
    Unjudged(WhyUnjudged),
}

impl Keyed for WhyOpen {}

/// Why nothing can be proposed.
fn why_open(comparison: &Comparison, relation: &Relation) -> WhyOpen {
    if let Some(why) = comparison.undetermined {
        return WhyOpen::Unjudged(why);
    }
    // From the particular to the general: a reason of the comparison itself, then that nobody above has a number,
    // then what the relation says.
    if comparison.against.is_empty() {
        return WhyOpen::Unjudged(WhyUnjudged::PlaceholderAbove);
    }
    match relation {
        Relation::Sum | Relation::Together { .. } => WhyOpen::Shared,
        Relation::Allocated => WhyOpen::NotIssued,
        Relation::Own => WhyOpen::OwnAffair,
        Relation::Each | Relation::Mean { .. } if comparison.direction.is_none() => {
            WhyOpen::Unjudged(WhyUnjudged::NoDirection)
        }
        Relation::Each | Relation::Mean { .. } => WhyOpen::AsAbove,
    }
}

/// One target that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BriefTarget {
    /// The indicator as the plan above prints it, or the region's own plan where it has it, with its unit.
    #[serde(rename = "indicator")]
    pub name: String,
    /// The indicator's name in the catalogue.
    #[serde(skip)]
    pub indicator: Arc<str>,
    /// The part of the region.
    pub scope: Option<Arc<str>>,
    /// The year.
    pub year: i32,
    /// The side that is better; `None` when nobody says it.
    #[serde(serialize_with = "side")]
    pub direction: Option<Direction>,
    /// The highest class a figure above has.
    pub class: Option<Class>,
    /// The relation it is judged by.
    pub relation: RelationWord,
    /// Whether it belongs into an indicator table.
    #[serde(skip)]
    pub tabled: bool,
    /// Of what time its values are, a total of the period or the state at its end.
    #[serde(skip)]
    pub basis: Basis,
    /// Whether direction or relation rest on no catalogue.
    pub guessed: bool,
    /// The weakest statements, each weaker than the one before.
    pub steps: Vec<Proposal>,
    /// Why there are none.
    pub open: Option<WhyOpen>,
    /// What stands above, nearest first.
    pub above: Vec<BriefStatement>,
    /// The region's own base: that of the year the nearest figure has one for, else the latest.
    pub base: Option<BriefStatement>,
    /// What its earlier plan set.
    pub earlier: Option<BriefStatement>,
    /// What its plan says so far, in the table and elsewhere.
    pub own: Vec<BriefStatement>,
    /// What the figures below those above come to so far, each as the record of its roll-up.
    #[serde(skip)]
    pub rolled: Vec<RollupFacts>,
}
