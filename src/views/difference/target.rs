//! The targets of two drafts of one plan side by side.

use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    hash::Hash,
    sync::Arc,
};

use crate::{
    catalogue::NameKey,
    engine::World,
    model::{Model, Plan, PlanId, Role, Statement, StatementId},
    quantity::{Basis, ReadingKind},
};

use super::{
    TargetChange,
    change::{ComparedTarget, rank_of_phrase, target_changes},
    plan_difference::{BaselineDifference, EditionTarget, Lone, PlanDifference, TargetDifference},
};

/// One plan of one draft.
#[derive(Clone, Copy)]
pub struct DifferenceSide<'a> {
    /// The draft.
    pub world: &'a World,
    /// The plan.
    pub plan: PlanId,
}

/// What a value is of, by names: the two drafts number their indicators each for themselves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct NamedMeasure {
    /// `None` for the plan's own region, so that a region can change its name.
    region: Option<Arc<str>>,
    indicator: NameKey,
    scope: Option<Arc<str>>,
    basis: Basis,
    coverage: bool,
    condition: Option<Arc<str>>,
}

/// A target with what it is of.
#[derive(Clone)]
struct MeasuredTarget<'a> {
    measured: NamedMeasure,
    /// The indicator as named, where that is another one than the measured.
    named: NameKey,
    model: &'a Model,
    asked: ComparedTarget<'a>,
}

/// What became of the targets and baselines of a plan.
pub fn compare_plan_targets(old: DifferenceSide, new: DifferenceSide) -> PlanDifference {
    let (mut before, mut after) = (compared_targets(old), compared_targets(new));
    // The surest pairs are taken out first. Then a target may have moved to another year, and last be measured
    // otherwise, such as from a level to a growth.
    let same =
        take_pairs(&mut before, &mut after, |t| (t.measured.clone(), t.asked.statement.year));
    let moved = take_pairs(&mut before, &mut after, |t| t.measured.clone());
    let otherwise = take_pairs(&mut before, &mut after, |t| {
        (t.named.clone(), t.measured.region.clone(), t.asked.statement.year)
    });
    let all = same.len() + moved.len();
    let ordered = same.iter().chain(&moved).map(|(one, other)| (one, other, false));
    let altered = otherwise.iter().map(|(one, other)| (one, other, true));
    let both = ordered
        .chain(altered)
        .filter_map(|(one, other, measured_otherwise)| pair(one, other, measured_otherwise));
    let mut targets: Vec<TargetDifference> = both.collect();
    let unchanged = (all + otherwise.len()).saturating_sub(targets.len());
    let (plan, former) = (new.plan(), old.plan());
    // What an excerpt does not mention may stand in the rest of its document.
    let gained = if former.is_excerpt { TargetChange::Unmentioned } else { TargetChange::New };
    let lost = if plan.is_excerpt { TargetChange::Unmentioned } else { TargetChange::Gone };
    targets.extend(after.iter().map(|target| lone_target_change(target, gained)));
    // In the order in which whoever holds the new draft turns its pages.
    targets.sort_by_key(|target| target.new.as_ref().map(|new| new.place.span));
    let only_old = |target: &MeasuredTarget| {
        let (old, new) = (Some(target.stated()), None);
        TargetDifference { old, new, ..lone_target_change(target, lost) }
    };
    targets.extend(before.iter().map(only_old));
    PlanDifference {
        region: region_words(plan),
        title: Arc::clone(&plan.title),
        former_title: (plan.title != former.title).then(|| Arc::clone(&former.title)),
        targets,
        unchanged,
        baselines: baselines(old, new),
    }
}

/// A plan that has no counterpart.
pub fn lone_plan(side: DifferenceSide) -> Lone {
    let plan = side.plan();
    let (region, title) = (region_words(plan), Arc::clone(&plan.title));
    Lone { region, title, targets: compared_targets(side).len() }
}

fn region_words(plan: &Plan) -> Arc<str> {
    plan.region_written.as_ref().map(|(words, _)| Arc::clone(words)).unwrap_or_default()
}

impl<'a> DifferenceSide<'a> {
    fn plan(self) -> &'a Plan {
        self.world.model.plan(self.plan)
    }

    fn measured(self, statement: &Statement) -> NamedMeasure {
        let model = &self.world.model;
        let elsewhere = statement.region.filter(|region| Some(*region) != self.plan().region);
        NamedMeasure {
            region: elsewhere.map(|id| Arc::clone(&model.catalogue.region_of(id).name)),
            indicator: model.catalogue.indicator(statement.measure.indicator).key.clone(),
            scope: statement.measure.scope.map(|id| Arc::clone(model.scope(id))),
            basis: statement.measure.basis,
            coverage: statement.measure.coverage,
            condition: statement.quantity.as_ref().and_then(|q| q.condition.clone()),
        }
    }

    fn asked(self, id: StatementId, statement: &'a Statement) -> ComparedTarget<'a> {
        let resolved = self.world.alignment.statement(id).filter(|_| statement.is_reference());
        let (number, set) = match (resolved, rank_of_phrase(statement)) {
            (Some(comparison), _) => (comparison.number, comparison.set),
            (None, Some((rank, set))) => (Some(rank), Some(set)),
            (None, None) => (statement.number, statement.interval().copied()),
        };
        ComparedTarget { statement, words: self.world.model.printed(statement), set, number }
    }
}

/// The targets of a plan in its order: for each thing and year the table's, else the first as printed.
fn compared_targets(side: DifferenceSide<'_>) -> Vec<MeasuredTarget<'_>> {
    let model = &side.world.model;
    let (mut targets, mut known): (Vec<MeasuredTarget>, HashMap<_, usize>) = Default::default();
    for (id, statement) in model.statements(side.plan) {
        if statement.role != Role::Target || statement.kind == ReadingKind::Absent {
            continue;
        }
        let measured = side.measured(statement);
        let named = model.catalogue.indicator(statement.indicator).key.clone();
        let asked = side.asked(id, statement);
        let target = MeasuredTarget { measured, named, model, asked };
        match known.entry((target.measured.clone(), statement.year)) {
            Entry::Vacant(free) => {
                free.insert(targets.len());
                targets.push(target);
            }
            Entry::Occupied(at) => {
                let held = targets.get_mut(*at.get());
                // The table's value replaces one from the prose that came before it; of two in the prose the first
                // stays.
                let held = held.filter(|held| !held.asked.statement.in_table());
                if let Some(held) = held.filter(|_| statement.in_table()) {
                    *held = target;
                }
            }
        }
    }
    targets
}

/// Takes out of both what shares `key`, first with first, in the order of the new.
fn take_pairs<'a, K: Hash + Eq>(
    old: &mut Vec<MeasuredTarget<'a>>,
    new: &mut Vec<MeasuredTarget<'a>>,
    key: impl Fn(&MeasuredTarget) -> K,
) -> Vec<(MeasuredTarget<'a>, MeasuredTarget<'a>)> {
    let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
    for (at, target) in old.iter().enumerate() {
        waiting.entry(key(target)).or_default().push_back(at);
    }
    let mut left: Vec<Option<MeasuredTarget>> = old.drain(..).map(Some).collect();
    let mut pairs = Vec::new();
    for target in std::mem::take(new) {
        let at = waiting.get_mut(&key(&target)).and_then(VecDeque::pop_front);
        match at.and_then(|at| left.get_mut(at)?.take()) {
            Some(former) => pairs.push((former, target)),
            None => new.push(target),
        }
    }
    old.extend(left.into_iter().flatten());
    pairs
}

/// What changed between two; one that is measured otherwise has neither a stronger nor a weaker number.
fn pair(
    old: &MeasuredTarget,
    new: &MeasuredTarget,
    measured_otherwise: bool,
) -> Option<TargetDifference> {
    let mut changes = target_changes(&old.asked, &new.asked);
    if measured_otherwise {
        changes
            .retain(|change| matches!(change, TargetChange::Downgraded | TargetChange::Upgraded));
        changes.push(TargetChange::Altered);
        changes.sort_unstable();
    }
    if changes.is_empty() {
        return None;
    }
    let numbers = old.asked.number.zip(new.asked.number).filter(|_| !measured_otherwise);
    let gap = numbers.and_then(|(old, new)| new.checked_sub(old)).map(|gap| gap.abs());
    let gap = gap.filter(|gap| !gap.is_zero()).map(|gap| gap.normalize().to_string());
    Some(
        TargetDifference {
            old: Some(old.stated()),
            gap,
            ..lone_target_change(new, TargetChange::New)
        }
        .with(changes),
    )
}

fn lone_target_change(target: &MeasuredTarget, change: TargetChange) -> TargetDifference {
    let statement = target.asked.statement;
    let (old, new) = (None, Some(target.stated()));
    TargetDifference {
        indicator: target.model.printed_name(statement).into(),
        region: target.measured.region.clone(),
        scope: target.measured.scope.clone(),
        unit: statement.unit.as_ref().map(|unit| Arc::clone(&unit.name)).unwrap_or_default(),
        changes: vec![change],
        old,
        new,
        gap: None,
    }
}

impl TargetDifference {
    fn with(self, changes: Vec<TargetChange>) -> Self {
        Self { changes, ..self }
    }
}

impl MeasuredTarget<'_> {
    fn stated(&self) -> EditionTarget {
        let statement = self.asked.statement;
        EditionTarget {
            year: statement.year,
            value: self.asked.words.to_owned(),
            class: statement.class,
            place: self.model.sources.home(self.model.place(statement)),
        }
    }
}

/// The baselines of the tables that both print and that are different numbers.
fn baselines(old: DifferenceSide, new: DifferenceSide) -> Vec<BaselineDifference> {
    let before: HashMap<_, _> = measured_bases(old).collect();
    let changed = |(key, after): (_, &Statement)| {
        let before = before.get(&key).filter(|before| before.number != after.number)?;
        Some(BaselineDifference {
            indicator: new.world.model.printed_name(after).into(),
            year: after.year,
            old: old.world.model.printed(before).to_owned(),
            new: new.world.model.printed(after).to_owned(),
            place: new.world.model.sources.home(new.world.model.place(after)),
        })
    };
    measured_bases(new).filter_map(changed).collect()
}

fn measured_bases<'a>(
    side: DifferenceSide<'a>,
) -> impl Iterator<Item = ((NamedMeasure, i32), &'a Statement)> {
    let stated = side.world.model.statements(side.plan).map(|(_, statement)| statement);
    let bases = stated.filter(|s| s.is_past() && s.in_table() && s.number.is_some());
    bases.map(move |statement| ((side.measured(statement), statement.year), statement))
}
