//! The model: every plan, row and statement of a run, with the names they go by.

use std::{collections::HashMap, sync::Arc};

use crate::{
    catalogue::{Catalogue, IndicatorId, RegionId, Relation},
    quantity::Decimal,
    syntax::{ColumnKind, Tree},
    text::{FileId, Place, Sources},
};

use super::{
    Arithmetic, NumberLedger, Origin, Plan, PlanId, RowId, ScopeId, Statement, StatementId,
    TargetRow, Task, TaskId, TaskIndex, index::StatementIndex,
};

// A choice, more than any state has: regions that are each other's parents would lead upwards for ever.
const MOST_TIERS: usize = 32;

/// Everything the plans of a run say.
#[derive(Debug, Default)]
pub struct Model {
    /// The texts.
    pub sources: Sources,
    /// The trees, one for each text.
    pub trees: Vec<Tree>,
    /// What became of the numbers of each text; of several texts of one document the first holds those of all.
    pub ledgers: Vec<NumberLedger>,
    /// Indicators and regions.
    pub catalogue: Catalogue,
    pub(super) plans: Vec<Plan>,
    pub(super) rows: Vec<TargetRow>,
    pub(super) statements: Vec<Statement>,
    pub(super) arithmetic: Vec<Arithmetic>,
    pub(super) tasks: Vec<Task>,
    pub(super) task_index: TaskIndex,
    pub(super) scopes: Vec<Arc<str>>,
    /// Words that should name a region and name none, or several.
    pub unknown_regions: Vec<(Arc<str>, Place)>,
    /// Values whose year cannot be read, and fields of years that cannot.
    pub unreadable_years: Vec<Place>,
    scope_ids: HashMap<Arc<str>, ScopeId>,
    index: StatementIndex,
}

impl Model {
    /// Whether it is known what a statement is of: a region, or the plan's own where that is not known and no other is named.
    #[must_use]
    pub fn has_subject(&self, statement: &Statement) -> bool {
        let unnamed = || {
            let own = matches!(statement.origin, Origin::Table(_) | Origin::Prose);
            // A plan whose region nobody knows is still checked against itself.
            own && self.plan(statement.plan).region.is_none() && !self.names_a_region(statement)
        };
        statement.region.is_some() || unnamed()
    }

    /// Whether the row of a statement has words in its 地区 column.
    fn names_a_region(&self, statement: &Statement) -> bool {
        let (table, row, _) = statement.at;
        let table = self.tree(statement.file).and_then(|tree| tree.tables.get(table as usize));
        let cell = table.and_then(|table| {
            Some(table.cell(table.rows.get(row as usize)?, table.column(&ColumnKind::Region)?))
        });
        cell.is_some_and(|cell| !self.words(statement.file, cell).is_empty())
    }

    /// What the figure of a region says about a region below it: of several steps down the first decides, since what a
    /// Union reaches together binds no region of a member state either.
    #[must_use]
    pub fn relation_between(
        &self,
        indicator: IndicatorId,
        above: RegionId,
        child: Option<RegionId>,
    ) -> &Relation {
        let known = |id: RegionId| self.catalogue.region_of(id);
        let way = std::iter::successors(child, |&id| known(id).parent);
        let first_step = way.take_while(|&id| id != above).take(MOST_TIERS).last();
        self.catalogue.indicator(indicator).relation_at(first_step.and_then(|id| known(id).tier))
    }

    /// The plan of an id of this model.
    #[must_use]
    pub fn plan(&self, id: PlanId) -> &Plan {
        &self.plans[id.0 as usize]
    }

    /// All plans with their ids, in the order of their files.
    pub fn plans(&self) -> impl Iterator<Item = (PlanId, &Plan)> {
        (0..).map(PlanId).zip(&self.plans)
    }

    /// The plan of a file; a file holds at most one.
    #[must_use]
    pub fn plan_in(&self, file: FileId) -> Option<(PlanId, &Plan)> {
        let at = self.plans.binary_search_by_key(&file, |plan| plan.file).ok()?;
        Some((PlanId(u32::try_from(at).ok()?), self.plans.get(at)?))
    }

    /// The row of an id of this model.
    #[must_use]
    pub fn row(&self, id: RowId) -> &TargetRow {
        &self.rows[id.0 as usize]
    }

    /// The rows of a plan, in order.
    pub fn rows(&self, plan: PlanId) -> impl Iterator<Item = (RowId, &TargetRow)> {
        let range = self.plan(plan).rows.clone();
        range.clone().map(RowId).zip(&self.rows[range.start as usize..range.end as usize])
    }

    /// The statement of an id of this model.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.0 as usize]
    }

    /// The statements of a plan, those of its rows included, in order.
    pub fn statements(&self, plan: PlanId) -> impl Iterator<Item = (StatementId, &Statement)> {
        let range = self.plan(plan).statements.clone();
        range
            .clone()
            .map(StatementId)
            .zip(&self.statements[range.start as usize..range.end as usize])
    }

    /// The statements of a row, in the order of its columns.
    pub fn row_statements(
        &self,
        row: &TargetRow,
    ) -> impl Iterator<Item = (StatementId, &Statement)> {
        let range = row.statements.clone();
        range
            .clone()
            .map(StatementId)
            .zip(&self.statements[range.start as usize..range.end as usize])
    }

    /// What a plan states for a region and a measured indicator, quotations aside, in the plan's order.
    #[must_use]
    pub fn stated(&self, plan: PlanId, region: RegionId, indicator: IndicatorId) -> &[StatementId] {
        self.index.stated(plan, region, indicator)
    }

    /// What a plan states, quotations aside, for each region and measured indicator, each stretch in the plan's order.
    pub fn stated_by_indicator(&self, plan: PlanId) -> impl Iterator<Item = &[StatementId]> {
        self.index.stretches(plan)
    }

    /// Whether a plan states anything under a condition; most plans do not.
    #[must_use]
    pub fn states_conditions(&self, plan: PlanId) -> bool {
        self.index.states_conditions(plan)
    }

    /// Whether a plan says anything of an indicator, as named or as measured; quoted figures aside.
    #[must_use]
    pub fn names(&self, plan: PlanId, indicator: IndicatorId) -> bool {
        self.index.names(plan, indicator)
    }

    /// Whether a plan says anything of an indicator, of its growth, or of the rate its full coverage is measured by.
    #[must_use]
    pub fn speaks_of(&self, plan: PlanId, indicator: IndicatorId) -> bool {
        let rate = self.catalogue.indicator(indicator).coverage;
        // Growth and level are one indicator on two bases, and so are a change and its level.
        let level = self.catalogue.level_of_change(indicator);
        let others = [rate, self.catalogue.twin(indicator), level];
        self.names(plan, indicator) || others.into_iter().flatten().any(|id| self.names(plan, id))
    }

    /// The 核算 rows of a plan, in order.
    #[must_use]
    pub fn arithmetic(&self, plan: PlanId) -> &[Arithmetic] {
        // Rows were pushed plan by plan, so those of one plan stand together.
        let start = self.arithmetic.partition_point(|row| row.plan < plan);
        let end = self.arithmetic.partition_point(|row| row.plan <= plan);
        self.arithmetic.get(start..end).unwrap_or_default()
    }

    /// The tasks of a plan, in order.
    #[must_use]
    pub fn tasks(&self, plan: PlanId) -> &[Task] {
        let start = self.tasks.partition_point(|task| task.plan < plan);
        let end = self.tasks.partition_point(|task| task.plan <= plan);
        self.tasks.get(start..end).unwrap_or_default()
    }

    /// The task of an id of this model.
    #[must_use]
    pub fn task(&self, id: TaskId) -> &Task {
        &self.tasks[id.0 as usize]
    }

    /// The tasks of a plan by name and by the regions they concern.
    #[must_use]
    pub fn task_index(&self) -> &TaskIndex {
        &self.task_index
    }

    /// Whether a statement's number is the best there is: the end of its indicator's range, or all of what shall be covered.
    #[must_use]
    pub fn at_best_end(&self, statement: &Statement) -> bool {
        let indicator = self.catalogue.indicator(statement.measure.indicator);
        statement.number.is_some_and(|number| {
            let covered = statement.measure.coverage && number == Decimal::ONE_HUNDRED;
            covered || indicator.at_best_end(number)
        })
    }

    /// Sorts what the plans state, once all of them are read.
    pub(super) fn index_statements(&mut self) {
        self.index = StatementIndex::of(&self.plans, &self.rows, &self.statements);
    }

    /// Sorts the tasks, once all of them are read.
    pub(super) fn index_tasks(&mut self) {
        self.task_index = TaskIndex::of(&self.tasks);
    }

    /// The id of a 范围, the same for the same words.
    pub(super) fn intern_scope(&mut self, words: &str) -> ScopeId {
        if let Some(&known) = self.scope_ids.get(words) {
            return known;
        }
        let id = ScopeId(u32::try_from(self.scopes.len()).unwrap_or(u32::MAX));
        let words: Arc<str> = words.into();
        self.scopes.push(words.clone());
        self.scope_ids.insert(words, id);
        id
    }

    /// The words of a 范围.
    #[must_use]
    pub fn scope(&self, id: ScopeId) -> &Arc<str> {
        &self.scopes[id.0 as usize]
    }

    /// The tree of a file.
    #[must_use]
    pub fn tree(&self, file: FileId) -> Option<&Tree> {
        self.trees.get(file.0 as usize)
    }

    /// How many plans there are.
    #[must_use]
    pub fn plan_count(&self) -> usize {
        self.plans.len()
    }
}
