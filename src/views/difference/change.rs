//! How one target stands to another: stronger, weaker, softer, or changed without order.

use serde::Serialize;

use crate::{
    alignment::units_meet,
    model::Statement,
    quantity::{Bound, Comparator, Decimal, Interval, ReadingKind},
    syntax::Class,
    text::{Keyed, fold_full_width},
};

/// What became of a target, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetChange {
    /// It is not stated any more.
    Gone,
    /// Binding became indicative, or the class was taken away.
    Downgraded,
    /// What used to miss it meets it now, and its number fell behind.
    Weaker,
    /// It had a number and has words or a blank now.
    NumberGone,
    /// The same number in words that allow more, or a softening word.
    Softer,
    /// It is promised for a later year.
    Later,
    /// It stood in a table and stands in the text only.
    ToProse,
    /// It changed, and nobody can say which way.
    Altered,
    /// One of the drafts is an excerpt that does not mention it: nobody can say whether it is still stated.
    Unmentioned,
    /// Indicative became binding, or a class was given.
    Upgraded,
    /// What used to meet it misses it now.
    Stronger,
    /// The same number in words that allow less, or without a softening word.
    Firmer,
    /// It had no number and has one now.
    NumberAdded,
    /// It is promised for an earlier year.
    Earlier,
    /// It stood in the text only and stands in a table now.
    ToTable,
    /// It was not stated.
    New,
}

impl Keyed for TargetChange {}

impl TargetChange {
    /// Every change, worst first.
    pub const ALL: [Self; 16] = [
        Self::Gone,
        Self::Downgraded,
        Self::Weaker,
        Self::NumberGone,
        Self::Softer,
        Self::Later,
        Self::ToProse,
        Self::Altered,
        Self::Unmentioned,
        Self::Upgraded,
        Self::Stronger,
        Self::Firmer,
        Self::NumberAdded,
        Self::Earlier,
        Self::ToTable,
        Self::New,
    ];

    /// Whether less is asked for than before.
    #[must_use]
    pub fn is_worse(self) -> bool {
        self < Self::Altered
    }

    /// What it is when old and new change places.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Gone => Self::New,
            Self::Downgraded => Self::Upgraded,
            Self::Weaker => Self::Stronger,
            Self::NumberGone => Self::NumberAdded,
            Self::Softer => Self::Firmer,
            Self::Later => Self::Earlier,
            Self::ToProse => Self::ToTable,
            Self::Altered => Self::Altered,
            Self::Unmentioned => Self::Unmentioned,
            Self::Upgraded => Self::Downgraded,
            Self::Stronger => Self::Weaker,
            Self::Firmer => Self::Softer,
            Self::NumberAdded => Self::NumberGone,
            Self::Earlier => Self::Later,
            Self::ToTable => Self::ToProse,
            Self::New => Self::Gone,
        }
    }
}

/// A target as it is compared.
#[derive(Clone, Copy, Debug)]
pub struct ComparedTarget<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its words.
    pub words: &'a str,
    /// The values that satisfy it, references resolved.
    pub set: Option<Interval>,
    /// Its number, references resolved; of a rank the rank.
    pub number: Option<Decimal>,
}

/// Everything that changed from one target to the other, worst first.
pub fn target_changes(old: &ComparedTarget, new: &ComparedTarget) -> Vec<TargetChange> {
    let mut changes = Vec::new();
    changes.extend(of_value(old, new));
    changes.extend(of_softener(old.statement, new.statement));
    changes.extend(change_of_year(old.statement, new.statement));
    let moved = of_place(old.statement, new.statement);
    changes.extend(of_class(old.statement, new.statement, moved.is_some()));
    changes.extend(moved);
    changes.sort_unstable();
    changes.dedup();
    changes
}

fn of_value(old: &ComparedTarget, new: &ComparedTarget) -> Option<TargetChange> {
    match (old.number, new.number) {
        (Some(one), Some(other)) => of_numbers(old, new, one == other),
        (Some(_), None) => Some(change_without_number(new, TargetChange::NumberGone)),
        (None, Some(_)) => Some(change_without_number(old, TargetChange::NumberAdded)),
        (None, None) => (words_without_blanks(old.words) != words_without_blanks(new.words))
            .then_some(TargetChange::Altered),
    }
}

/// Words and blanks are no number; a reference nobody resolved, or a phrase nobody could read, may well be one.
fn change_without_number(asked: &ComparedTarget, change: TargetChange) -> TargetChange {
    // A phrase that could not be read may hold the same number as before; calling it dropped would be made up.
    let unread = asked.statement.kind == ReadingKind::Unreadable;
    if unread || asked.statement.is_reference() { TargetChange::Altered } else { change }
}

fn of_numbers(old: &ComparedTarget, new: &ComparedTarget, equal: bool) -> Option<TargetChange> {
    let comparable = units_meet(old.statement.unit.as_ref(), new.statement.unit.as_ref())
        && of_each(old) == of_each(new)
        && is_rank(old) == is_rank(new);
    // 2个 for each county and 2个 in all, or 万元 and 元/人, have no order.
    if !comparable {
        return Some(TargetChange::Altered);
    }
    let (Some(before), Some(after)) = (old.set, new.set) else {
        return if equal { of_comparators(old, new) } else { Some(TargetChange::Altered) };
    };
    // The sets decide and not the numbers: 70 to 70%以上 is no change, and 80%以上 to 80%左右 is softer at the same
    // number.
    match (after.within(&before), before.within(&after)) {
        (true, true) => None,
        (false, true) => Some(change_of_wider_target(old, &before, new)),
        (true, false) => Some(change_of_wider_target(new, &after, old).reversed()),
        (false, false) => Some(TargetChange::Altered),
    }
}

/// The wider of two targets is softer where every number it prints still meets the narrower one, else weaker.
fn change_of_wider_target(
    narrow: &ComparedTarget,
    set: &Interval,
    wide: &ComparedTarget,
) -> TargetChange {
    let ranged =
        wide.statement.quantity.as_ref().filter(|quantity| {
            quantity.comparator == Comparator::Range && quantity.relative.is_none()
        });
    let ends = match ranged {
        Some(quantity) => [quantity.low, quantity.high],
        None => [wide.number, None],
    };
    // >90 and 90 share their number; the second is softer though 90 does not satisfy the first.
    let meets = |end: &Decimal| set.holds(*end) || Some(*end) == narrow.number;
    if ends.iter().flatten().all(meets) { TargetChange::Softer } else { TargetChange::Weaker }
}

/// Numbers that are equal, where nobody says which way is better.
fn of_comparators(old: &ComparedTarget, new: &ComparedTarget) -> Option<TargetChange> {
    let (before, after) = (comparator_of_target(old), comparator_of_target(new));
    match (before == Some(Comparator::Approx), after == Some(Comparator::Approx)) {
        (false, true) => Some(TargetChange::Softer),
        (true, false) => Some(TargetChange::Firmer),
        _ => (before != after).then_some(TargetChange::Altered),
    }
}

fn of_softener(old: &Statement, new: &Statement) -> Option<TargetChange> {
    let softened = |statement: &Statement| {
        statement.quantity.as_ref().is_some_and(|quantity| quantity.softener.is_some())
    };
    match (softened(old), softened(new)) {
        (false, true) => Some(TargetChange::Softer),
        (true, false) => Some(TargetChange::Firmer),
        _ => None,
    }
}

fn change_of_year(old: &Statement, new: &Statement) -> Option<TargetChange> {
    match new.year.cmp(&old.year) {
        std::cmp::Ordering::Greater => Some(TargetChange::Later),
        std::cmp::Ordering::Less => Some(TargetChange::Earlier),
        std::cmp::Ordering::Equal => None,
    }
}

fn of_place(old: &Statement, new: &Statement) -> Option<TargetChange> {
    match (old.in_table(), new.in_table()) {
        (true, false) => Some(TargetChange::ToProse),
        (false, true) => Some(TargetChange::ToTable),
        _ => None,
    }
}

/// The text has no classes: that an indicative target lost or got one on its way says nothing more than the way does.
fn of_class(old: &Statement, new: &Statement, moved: bool) -> Option<TargetChange> {
    let (before, after) = (standing_of_class(old.class), standing_of_class(new.class));
    let binding = standing_of_class(Some(Class::Binding));
    // A binding target that moves into the prose loses something; an indicative one has only changed its place.
    if before == after || (moved && before.max(after) < binding) {
        None
    } else if after < before {
        Some(TargetChange::Downgraded)
    } else {
        Some(TargetChange::Upgraded)
    }
}

fn standing_of_class(class: Option<Class>) -> u8 {
    match class {
        Some(Class::Binding) => 2,
        Some(Class::Indicative) => 1,
        None => 0,
    }
}

fn comparator_of_target(asked: &ComparedTarget) -> Option<Comparator> {
    asked.statement.quantity.as_ref().map(|quantity| quantity.comparator)
}

fn of_each(asked: &ComparedTarget) -> bool {
    matches!(comparator_of_target(asked), Some(Comparator::EachAtLeast | Comparator::EachMoreThan))
}

fn is_rank(asked: &ComparedTarget) -> bool {
    matches!(comparator_of_target(asked), Some(Comparator::RankAtMost | Comparator::RankEqual))
}

/// The rank of a phrase, with the ranks that are at least as good.
pub fn rank_of_phrase(statement: &Statement) -> Option<(Decimal, Interval)> {
    let quantity = statement.quantity.as_ref()?;
    let is_rank = matches!(quantity.comparator, Comparator::RankAtMost | Comparator::RankEqual);
    let rank = quantity.high.or(quantity.low).filter(|_| is_rank)?;
    Some((rank, Interval::below(Bound::closed(rank))))
}

/// Words as they are compared: blanks and width say nothing.
fn words_without_blanks(words: &str) -> String {
    fold_full_width(words).split_whitespace().collect()
}
