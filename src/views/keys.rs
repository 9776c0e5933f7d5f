//! The keys by which machine formats name comparators, bases, roles and classes; each is also a term.

use crate::{
    model::{Origin, Role, Statement},
    quantity::{Average, Basis, Change, Comparator, Relative, Unit},
    syntax::{Class, PlanKind, Status},
};

/// A unit as plans print it: 万人 where one of it is 10 000 人.
pub(super) fn unit_word(unit: &Unit) -> String {
    unit.words()
}

/// The key of a comparator.
#[must_use]
pub fn comparator_key(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Reach => "reach",
        Comparator::AtLeast => "ge",
        Comparator::MoreThan => "gt",
        Comparator::AtMost => "le",
        Comparator::LessThan => "lt",
        Comparator::Approx => "approx",
        Comparator::Range => "range",
        Comparator::EachAtLeast => "each_ge",
        Comparator::EachMoreThan => "each_gt",
        Comparator::All => "all",
        Comparator::RelativeMore => "rel_gt",
        Comparator::RelativeAtLeast => "rel_ge",
        Comparator::RelativeLess => "rel_lt",
        Comparator::RelativeAtMost => "rel_le",
        Comparator::RelativeEqual => "rel_eq",
        Comparator::RankAtMost => "rank_le",
        Comparator::RankEqual => "rank_eq",
        Comparator::Assigned => "ref",
        Comparator::Hold => "hold",
        Comparator::Improve => "improve",
        Comparator::Qualitative => "qual",
    }
}

/// The key of a basis.
#[must_use]
pub fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Stock => "stock",
        Basis::Cumulative => "cumulative",
        Basis::PerYear => "per-year",
        Basis::Growth => "growth",
        Basis::Change => "change",
    }
}

/// The key of whose figure a phrase looks at.
#[must_use]
pub fn average_key(average: Average) -> &'static str {
    match average {
        Average::Nation => "nation",
        Average::Province => "province",
        Average::City => "city",
        Average::County => "county",
        Average::Superior => "superior",
        Average::Peers => "peers",
    }
}

/// What a number is relative to: `2020 percent`, `base points`, `city`.
#[must_use]
pub fn relative_key(relative: &Relative) -> String {
    match relative {
        Relative::Of(average) => average_key(*average).to_owned(),
        Relative::Base { year, change } => {
            let change = match change {
                Change::Percent => "percent",
                Change::Points => "points",
                Change::Amount => "amount",
            };
            let year = year.map_or_else(|| "base".to_owned(), |year| year.to_string());
            format!("{year} {change}")
        }
    }
}

/// The key of a class.
#[must_use]
pub fn class_key(class: Class) -> &'static str {
    match class {
        Class::Binding => "binding",
        Class::Indicative => "indicative",
    }
}

/// The key of the class that asks most.
pub(super) fn strongest(classes: impl Iterator<Item = Class>) -> Option<&'static str> {
    classes.min_by_key(|class| *class != Class::Binding).map(class_key)
}

/// The key of a plan's kind.
#[must_use]
pub fn kind_key(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Outline => "outline",
        PlanKind::Special => "special",
        PlanKind::Implementation => "implementation",
        PlanKind::Annual => "annual",
    }
}

/// The key of how far a plan has come.
#[must_use]
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Consultation => "consultation",
        Status::Issued => "issued",
        Status::Repealed => "repealed",
    }
}

/// The key of what a value is; a number issued to a region below is an allocation.
#[must_use]
pub fn role_key(statement: &Statement) -> &'static str {
    match (statement.origin, statement.role) {
        (_, Role::Reserve) => "reserve",
        (Origin::Allocation, _) => "allocation",
        (_, Role::Observed) => "observed",
        (_, Role::Estimate) => "estimate",
        (_, Role::Projection) => "projection",
        (_, Role::Target) => "target",
        (_, Role::Citation) => "citation",
    }
}
