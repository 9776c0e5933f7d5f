//! One value of a plan: what it is of, what it says, and where it stands.

use std::{ops::Range, sync::Arc};

use crate::{
    catalogue::{IndicatorId, RegionId},
    quantity::{
        Admissible, Basis, Change, Comparator, Decimal, Interval, Quantity, ReadingKind, Unit,
        read_unit,
    },
    syntax::Class,
    text::{FileId, Span},
};

use super::PlanId;

/// Names one statement of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// Names one row of an indicator table of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// Names one 范围 of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub u32);

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// An observed value.
    Observed,
    /// 预计值, 快报: an observed value that was not final.
    Estimate,
    /// A forecast that nobody promises.
    Projection,
    /// A target.
    Target,
    /// A figure quoted from elsewhere.
    Citation,
    /// 预留: what a plan issues to the regions below and has given to none of them yet.
    Reserve,
}

/// Where in the plan a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A row of an indicator table.
    Table(RowId),
    /// The prose.
    Prose,
    /// A 引述 table.
    Citation,
    /// A 分解表.
    Allocation,
    /// A 实绩表.
    Actual,
}

/// What two values must share to be compared: values of different measures never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure {
    /// The indicator, or the rate that a promise of full coverage speaks of.
    pub indicator: IndicatorId,
    /// The part of the region.
    pub scope: Option<ScopeId>,
    /// Stock, cumulative, per year, growth or change.
    pub basis: Basis,
    /// Whether it is full coverage promised for an indicator that counts things.
    pub coverage: bool,
}

/// A change against a named base year as it is printed: two of one year are compared as they stand, no level needed.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedChange {
    /// The base year.
    pub since: i32,
    /// In what it is counted.
    pub kind: Change,
    /// The changes that satisfy it; a fall is negative.
    pub set: Interval,
    /// The printed change.
    pub number: Decimal,
}

/// One value of a plan.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The plan.
    pub plan: PlanId,
    /// The region it is of; `None` when its words name none that is known.
    pub region: Option<RegionId>,
    /// The indicator as named.
    pub indicator: IndicatorId,
    /// What it is compared as.
    pub measure: Measure,
    /// The year it is of.
    pub year: i32,
    /// What it is.
    pub role: Role,
    /// Where it stands.
    pub origin: Origin,
    /// 属性, of its own or of its row.
    pub class: Option<Class>,
    /// The unit: printed beside the number, in the name, in a column, or the catalogue's.
    pub unit: Option<Unit>,
    /// What the phrase is; only `Targets` have a quantity.
    pub kind: ReadingKind,
    /// The quantity.
    pub quantity: Option<Quantity>,
    /// The values that satisfy it.
    pub set: Admissible,
    /// The printed number in the plain unit, changes against a base resolved.
    pub number: Option<Decimal>,
    /// The change it states against a base year that it names, whether or not the value of that year is known.
    pub change: Option<Box<StatedChange>>,
    /// Whether the side that is better had to be inferred from the wording.
    pub inferred: bool,
    /// The file.
    pub file: FileId,
    /// The cell with the whole phrase.
    pub cell: Span,
    /// The words it is read from: the whole phrase, or its part where the phrase states several targets.
    pub words: Span,
    /// The cell of the row that names the indicator.
    pub name: Span,
    /// Table, row and column in the file's tree.
    pub at: (u32, u32, u32),
}

impl Statement {
    /// The set, when there is one.
    #[must_use]
    pub fn interval(&self) -> Option<&Interval> {
        match &self.set {
            Admissible::Set(interval) => Some(interval),
            Admissible::Undetermined(_) => None,
        }
    }

    /// The condition it stands under, as written.
    #[must_use]
    pub fn condition(&self) -> Option<&str> {
        self.quantity.as_ref().and_then(|quantity| quantity.condition.as_deref())
    }

    /// Whether it refers to a figure of a region above (高于市均, 完成上级下达指标).
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.quantity.as_ref().is_some_and(|quantity| {
            matches!(
                quantity.comparator,
                Comparator::RelativeMore
                    | Comparator::RelativeAtLeast
                    | Comparator::RelativeLess
                    | Comparator::RelativeAtMost
                    | Comparator::RelativeEqual
                    | Comparator::Assigned
            )
        })
    }

    /// Whether its number is a level that the region as a whole shall reach: no rank, nothing asked of each of several objects.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.quantity.as_ref().is_some_and(|quantity| {
            matches!(
                quantity.comparator,
                Comparator::Reach
                    | Comparator::AtLeast
                    | Comparator::MoreThan
                    | Comparator::AtMost
                    | Comparator::LessThan
                    | Comparator::Approx
                    | Comparator::Range
                    | Comparator::All
            )
        })
    }

    /// The statement with set, number and unit of the change that it states, not of the level the change leads to.
    #[must_use]
    pub fn as_change(&self) -> Option<Self> {
        let change = self.change.as_deref()?;
        let mut quantity = self.quantity.clone()?;
        quantity.relative = None;
        Some(Self {
            unit: read_unit(if change.kind == Change::Points { "百分点" } else { "%" }),
            set: Admissible::Set(change.set),
            number: Some(change.number),
            quantity: Some(quantity),
            ..self.clone()
        })
    }

    /// Whether it stands in an indicator table.
    #[must_use]
    pub fn in_table(&self) -> bool {
        matches!(self.origin, Origin::Table(_))
    }

    /// Whether it says what was, not what shall be.
    #[must_use]
    pub fn is_past(&self) -> bool {
        matches!(self.role, Role::Observed | Role::Estimate)
    }
}

/// One row of an indicator table.
#[derive(Clone, Debug)]
pub struct TargetRow {
    /// The plan.
    pub plan: PlanId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// Its name as printed, without unit.
    pub printed: Arc<str>,
    /// The file.
    pub file: FileId,
    /// The cell with the name.
    pub name: Span,
    /// The region it is of.
    pub region: Option<RegionId>,
    /// The part of the region.
    pub scope: Option<ScopeId>,
    /// 属性.
    pub class: Option<Class>,
    /// The cell of the class.
    pub class_cell: Option<Span>,
    /// The unit.
    pub unit: Option<Unit>,
    /// Whether its name prints the unit, in its last bracket.
    pub unit_in_name: bool,
    /// Whether every value cell and the class are blank: the row breaks off.
    pub breaks_off: bool,
    /// Its statements, one for each part of each year cell, in the order of the columns.
    pub statements: Range<u32>,
    /// Table and row in the file's tree.
    pub at: (u32, u32),
}
