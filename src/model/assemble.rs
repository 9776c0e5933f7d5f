//! From extracts and the catalogue to the model: names become ids, cells become statements.

use crate::{
    catalogue::{Catalogue, PrintedName, RegionId, is_bare_name},
    quantity::{Unit, read_unit_cell},
    syntax::{PlanHead, TableKind, Tree},
    text::{FileId, Place, Source, Sources, Span, fold_full_width},
};

use super::{
    Model, Origin, PhraseSettings, Plan, PlanId, Role, RowId, ScopeId, Statement, TargetRow, Task,
    cell_statements::{
        RowFrame, classes_from_rows, part_with_condition, role_in_own_year, role_of_cell,
        statement_of_part, yearly_beside_cumulative,
    },
    extracted::{ColumnBasis, Extract, ValueCell, ValueRow, Whose},
    fraction::unsettle_fractions,
    head::{period_of_columns, read_head},
    main_targets::{class_main_targets, is_main_target},
    meaning,
    measured::{convert, converts},
    other_indicator::settle_by_other_indicators,
    task::TaskRow,
    years::When,
};

/// Builds the model of a run. `reference_only` says which files only serve as parents.
#[must_use]
pub fn assemble(
    sources: Sources,
    mut trees: Vec<Tree>,
    extracts: Vec<Extract>,
    catalogue: Catalogue,
    settings: &PhraseSettings,
    reference_only: impl Fn(FileId) -> bool,
) -> Model {
    let mut model = Model::default();
    model.catalogue = catalogue;
    let entries = || extracts.iter().flat_map(|extract| &extract.entries);
    // Counted first and reserved once: a run over thousands of plans has statements by the hundred thousand, and
    // each growing copies them all.
    model.rows.reserve(entries().count());
    model.statements.reserve(entries().map(|entry| entry.cells.len()).sum());
    for ((file, source), (tree, extract)) in sources.iter().zip(trees.iter().zip(extracts)) {
        if let Some(head) = &tree.plan {
            let read = (file, source, tree);
            let mut reading = PlanReading::begin(&mut model, read, head, &extract, settings);
            reading.plan.reference_only = reference_only(file);
            for entry in extract.entries {
                reading.entry(entry);
            }
            let id = reading.id;
            let arithmetic = extract.arithmetic.into_iter();
            let arithmetic = arithmetic.map(|row| row.of(id, (file, source), settings));
            reading.model.arithmetic.extend(arithmetic);
            extract.tasks.into_iter().for_each(|row| reading.task(row));
            reading.finish();
        }
    }
    for ((_, source), tree) in sources.iter().zip(&mut trees) {
        settings.settle_problems(tree, source);
    }
    model.sources = sources;
    model.trees = trees;
    // Last, since an index over a part of the plans would miss what a later plan says of an earlier one's targets.
    model.index_statements();
    meaning::settle_changes(&mut model, settings);
    settle_by_other_indicators(&mut model);
    model.index_tasks();
    model
}

/// One plan while its rows are read.
struct PlanReading<'a> {
    model: &'a mut Model,
    id: PlanId,
    plan: Plan,
    file: FileId,
    source: &'a Source,
    tree: &'a Tree,
    settings: &'a PhraseSettings,
    first_statement: usize,
}

impl<'a> PlanReading<'a> {
    fn begin(
        model: &'a mut Model,
        (file, source, tree): (FileId, &'a Source, &'a Tree),
        head: &PlanHead,
        extract: &Extract,
        settings: &'a PhraseSettings,
    ) -> Self {
        let id = PlanId(saturating_count(model.plans.len()));
        let first_statement = model.statements.len();
        let mut plan = read_head(file, source, head, extract);
        let unreadable = extract.unreadable_years.iter();
        model.unreadable_years.extend(unreadable.map(|&field| Place::new(file, field)));
        // Before any cell is read: whether a bare year is a baseline or a target hangs on where the period begins.
        plan.period = plan.period.or_else(|| period_of_columns(tree));
        if let Some((written, place)) = &plan.region_written {
            plan.region = find_region(model, written, place);
        }
        plan.rows = saturating_count(model.rows.len())..0;
        plan.statements = saturating_count(first_statement)..0;
        Self { model, id, plan, file, source, tree, settings, first_statement }
    }

    /// The name of a row taken apart. A bare word such as 项目 is that of its own row, and means nothing that another row
    /// speaks of.
    fn printed_name(&mut self, entry: &ValueRow, unit: Option<&Unit>) -> PrintedName {
        let words = self.source.slice(entry.name);
        let catalogue = &mut self.model.catalogue;
        if is_bare_name(words) && catalogue.lookup(words).is_none() {
            return catalogue.intern_alone(words, unit, (self.file, entry.at));
        }
        catalogue.intern(words, unit).clone()
    }

    fn entry(&mut self, mut entry: ValueRow) {
        let unit_cell = entry.unit.and_then(|span| read_unit_cell(self.source.slice(span)));
        let printed = self.printed_name(&entry, unit_cell.as_ref());
        let indicator = printed.indicator;
        let in_row = unit_cell.or_else(|| printed.unit.clone());
        // The nearest word wins: the unit column, then the bracket in the name, and the catalogue's only where the
        // plan prints none.
        let assumed = self.model.catalogue.indicator(indicator).assumed_unit();
        let unit = in_row.or_else(|| assumed.cloned());
        let region = self.region(&entry);
        let scope = entry.scope.map(|span| self.scope(span));
        let class = entry.class.and_then(|span| self.settings.class(self.source.slice(span)));
        let row = RowId(saturating_count(self.model.rows.len()));
        let frame = RowFrame {
            plan: self.id,
            file: self.file,
            name: entry.name,
            at: entry.at,
            origin: statement_origin(entry.kind, row),
            indicator,
            region,
            scope,
            class,
            unit,
        };
        let first = self.model.statements.len();
        let cells = std::mem::take(&mut entry.cells);
        let framed = cells.iter().filter(|cell| cell.frame != ColumnBasis::Plain);
        let own: Vec<u32> = framed.map(|cell| cell.column).collect();
        for cell in cells {
            self.cell(cell, &frame);
        }
        // Both look at a row as a whole, so they follow when all of its cells are statements.
        if class.is_none() && is_main_target(self.source, self.tree, entry.at, entry.name) {
            class_main_targets(&mut self.model.statements[first..], self.plan.outlook);
        }
        unsettle_fractions(&mut self.model.statements[first..], self.source);
        yearly_beside_cumulative(&mut self.model.statements[first..], &own);
        if entry.kind == TableKind::Targets {
            self.push_row(&entry, frame, first, printed);
        }
    }

    fn task(&mut self, row: TaskRow) {
        let find = |&span: &Span| {
            find_region(self.model, self.source.slice(span), &Place::new(self.file, span))
        };
        let regions = row.regions.iter().filter_map(find).collect();
        self.model.tasks.push(Task { regions, ..row.of(self.id, self.file) });
    }

    fn push_row(&mut self, entry: &ValueRow, frame: RowFrame, first: usize, printed: PrintedName) {
        self.model.rows.push(TargetRow {
            plan: self.id,
            indicator: frame.indicator,
            printed: printed.name,
            unit_in_name: printed.unit.is_some(),
            file: self.file,
            name: entry.name,
            region: frame.region,
            scope: frame.scope,
            class: frame.class,
            class_cell: entry.class,
            unit: frame.unit,
            breaks_off: entry.breaks_off,
            statements: saturating_count(first)..saturating_count(self.model.statements.len()),
            at: entry.at,
        });
    }

    fn region(&mut self, entry: &ValueRow) -> Option<RegionId> {
        let Some(span) = entry.region else { return self.plan.region };
        let written = self.source.slice(span);
        if entry.kind == TableKind::Citations {
            // Anybody may be quoted; only figures that are compared need a known region.
            return self.model.catalogue.find_region(written);
        }
        find_region(self.model, written, &Place::new(self.file, span))
    }

    fn scope(&mut self, span: Span) -> ScopeId {
        let words = fold_full_width(self.source.slice(span));
        self.model.intern_scope(&words)
    }

    fn cell(&mut self, cell: ValueCell, row: &RowFrame) {
        let Some(year) = self.year(&cell) else {
            if !cell.span.is_empty() {
                self.model.unreadable_years.push(Place::new(self.file, cell.span));
            }
            return;
        };
        let region = match cell.whose {
            Whose::Row => row.region,
            Whose::Below(head) => {
                find_region(self.model, self.source.slice(head), &Place::new(self.file, head))
            }
            Whose::Reserve => None,
        };
        let role = match cell.whose {
            Whose::Reserve => Role::Reserve,
            _ => role_of_cell(self.plan.period, &cell, row.origin, year),
        };
        let unread = Statement { region, year, role, ..row.unread(&cell) };
        let parts = cell.reading.targets;
        if parts.is_empty() {
            self.model.statements.push(unread);
            return;
        }
        // A cell of one target keeps all its words as its place; of several, each points to its own.
        let several = parts.len() > 1;
        // What is issued to a region is one number; a second in the cell is what it may strive for.
        let binding = if row.origin == Origin::Allocation { 1 } else { parts.len() };
        for quantity in parts.into_iter().take(binding) {
            let own = quantity.year.filter(|&own| own != year);
            let words = several.then(|| part_with_condition(self.source, cell.span, &quantity));
            let framed = (cell.frame, cell.when);
            let mut statement = statement_of_part(&unread, quantity, framed, &self.model.catalogue);
            statement.words = words.unwrap_or(cell.span);
            self.count(&mut statement);
            if let Some(own) = own {
                statement.year = own;
                statement.role = role_in_own_year(self.plan.period, statement.role, own);
            }
            self.model.statements.push(statement);
        }
    }

    /// Counts a statement in the unit of its indicator that is of the same kind.
    fn count(&mut self, statement: &mut Statement) {
        let Some(unit) = statement.unit.as_ref().filter(|_| converts(statement)) else { return };
        let counted = self.model.catalogue.counts_in(statement.measure.indicator, unit);
        convert(statement, &counted);
    }

    fn year(&self, cell: &ValueCell) -> Option<i32> {
        match cell.when {
            When::Year(year) | When::Span(_, year) => Some(year),
            // A sentence without a year in a plan for 2021—2025 promises for its end; an outlook plan has no other
            // year.
            When::Yearly | When::Unsaid => self.plan.target_year().or(self.plan.outlook),
            When::Unreadable => None,
        }
    }

    fn finish(mut self) {
        self.plan.rows.end = saturating_count(self.model.rows.len());
        self.plan.statements.end = saturating_count(self.model.statements.len());
        let statements = &mut self.model.statements[self.first_statement..];
        classes_from_rows(statements, self.plan.outlook);
        // Last, since a base, a heading or a class may stand further down in the plan than the value that needs it.
        meaning::settle_statements(statements, &self.model.catalogue, self.settings);
        self.model.plans.push(self.plan);
    }
}

fn statement_origin(kind: TableKind, row: RowId) -> Origin {
    match kind {
        TableKind::Targets => Origin::Table(row),
        TableKind::Citations => Origin::Citation,
        TableKind::Allocations => Origin::Allocation,
        TableKind::Actuals => Origin::Actual,
        _ => Origin::Prose,
    }
}

/// The region of written words; words that name none, or several, are remembered with their place.
fn find_region(model: &mut Model, written: &str, place: &Place) -> Option<RegionId> {
    let found = model.catalogue.find_region(written);
    if found.is_none() {
        model.unknown_regions.push((written.trim().into(), place.clone()));
    }
    found
}

fn saturating_count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
