//! The two values a finding rests on, as the plans print them, and whether they have come closer or drifted apart since.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, StatedValue},
    quantity::{self, Comparator, Decimal, Direction, Quantity},
    text::fold_full_width,
};

/// Both values as written; a finding about something that is missing has no first one, one about several things how many
/// they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Values {
    /// The value the finding is about.
    pub child: Option<Arc<str>>,
    /// The value it is compared with, when there are two.
    pub parent: Option<Arc<str>>,
}

/// The values of then and those of now; empty where there is none.
#[derive(Debug, Serialize)]
pub(super) struct ThenAndNow {
    then: Option<Arc<str>>,
    then_beside: Option<Arc<str>>,
    now: Option<Arc<str>>,
    now_beside: Option<Arc<str>>,
}

/// The values of a finding.
#[must_use]
pub fn values_of(draft: &Draft) -> Values {
    let Compared { own, other, count, .. } = &draft.compared;
    let words = |value: &Option<StatedValue>| {
        let words = value.as_ref().map(|value| Arc::clone(&value.words));
        words.filter(|words| !words.trim().is_empty())
    };
    let counted = || count.map(|count| count.to_string().into());
    Values { child: words(own).or_else(counted), parent: words(other) }
}

impl Values {
    /// Whether the finding in `draft` is no worse than it was at these values: they are the same words, or the gap has not grown.
    /// Where no gap can be computed, other words count as worse.
    #[must_use]
    pub fn still_cover(&self, draft: &Draft) -> bool {
        let now = values_of(draft);
        // Findings on many things at once (12 rows without a unit) are covered while they do not grow
        // more; which they are is not looked at, for rows are rewritten all the time.
        if let Some(count) = draft.compared.count {
            return self.child.as_deref().and_then(count_meant).is_some_and(|then| count <= then);
        }
        let same = same(&self.child, &now.child) && same(&self.parent, &now.parent);
        // A gap that closes is what everybody hoped for: only a wider one brings the finding back.
        same || self.gaps(&now, draft).is_some_and(|(then, now)| now <= then)
    }

    /// Whether the value beside is written as it was.
    pub(super) fn same_beside(&self, now: &Self) -> bool {
        same(&self.parent, &now.parent)
    }

    /// Both pairs as facts of a note.
    pub(super) fn beside(&self, now: &Self) -> ThenAndNow {
        ThenAndNow {
            then: self.child.clone(),
            then_beside: self.parent.clone(),
            now: now.child.clone(),
            now_beside: now.parent.clone(),
        }
    }

    /// The gap at these values and the one now, both in the printed unit.
    fn gaps(&self, now: &Self, draft: &Draft) -> Option<(Decimal, Decimal)> {
        let (own, other) = draft.compared.own.as_ref().zip(draft.compared.other.as_ref())?;
        // In one unit only: 24% beside 25个百分点 has no difference that means anything.
        if own.unit != other.unit {
            return None;
        }
        let (child_then, child_now) = numbers_then_and_now(&self.child, &now.child, own)?;
        let (parent_then, parent_now) = numbers_then_and_now(&self.parent, &now.parent, other)?;
        let higher = higher_is_better(&draft.compared)?;
        let gap = |child: Decimal, parent: Decimal| {
            if higher { parent.checked_sub(child) } else { child.checked_sub(parent) }
        };
        Some((gap(child_then, parent_then)?, gap(child_now, parent_now)?))
    }
}

/// How many things were meant: 12, 12 项, 12 items.
pub(super) fn count_meant(words: &str) -> Option<usize> {
    let words = words.trim();
    let digits = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len());
    words.get(..digits)?.parse().ok()
}

/// What is noted beyond the finding's own values is a remark.
fn same(then: &Option<Arc<str>>, now: &Option<Arc<str>>) -> bool {
    // Where the finding has no value there is nothing to hold against the note.
    let Some(now) = now else { return true };
    then.as_ref().is_some_and(|then| same_words(then, now))
}

/// Whether two phrases are written alike.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    fold_full_width(one).trim() == fold_full_width(other).trim()
}

/// The number that was written then and the one written now. Reading the words alone must give the number the plan was
/// understood to state; otherwise more than these words decides, and nothing is known of the words of then.
fn numbers_then_and_now(
    then: &Option<Arc<str>>,
    now: &Option<Arc<str>>,
    value: &StatedValue,
) -> Option<(Decimal, Decimal)> {
    let (then, now) = (plain_level(then.as_deref()?)?, plain_level(now.as_deref()?)?);
    let (then_number, now_number) = (number_of_level(&then)?, number_of_level(&now)?);
    let meet = phrase_units_meet(&then, &now) && sides_meet(&then, &now);
    (meet && Some(now_number) == value.number).then_some((then_number, now_number))
}

/// What a phrase states when it is one plain level.
fn plain_level(phrase: &str) -> Option<Quantity> {
    // A growth rate or an about has no single gap; such values count as worse as soon as they are written otherwise.
    one_number(phrase).filter(|target| {
        let is_exact = target.comparator != Comparator::Approx;
        is_exact && target.relative.is_none() && target.condition.is_none()
    })
}

/// What a phrase states, when it is one number with a side: no range, no rank, no words.
pub(super) fn one_number(phrase: &str) -> Option<Quantity> {
    let mut targets = quantity::read_phrase(phrase).targets;
    let target = targets.pop().filter(|_| targets.is_empty())?;
    let one_number = matches!(
        target.comparator,
        Comparator::Reach
            | Comparator::AtLeast
            | Comparator::MoreThan
            | Comparator::AtMost
            | Comparator::LessThan
            | Comparator::Approx
    );
    one_number.then_some(target)
}

pub(super) fn number_of_level(quantity: &Quantity) -> Option<Decimal> {
    quantity.low.or(quantity.high)
}

/// Whether two phrases of one cell count in one unit; a sign such as % may be left to the row's name.
pub(super) fn phrase_units_meet(one: &Quantity, other: &Quantity) -> bool {
    let name = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| Arc::clone(&unit.name));
    match (name(one), name(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        // The sign is left out in a cell of a column with (%); 个 or 公里 are not left out by chance.
        (Some(unit), None) | (None, Some(unit)) => matches!(&*unit, "%" | "‰" | ":1" | "倍"),
    }
}

/// Whether two phrases name the same end of what satisfies them, a bare number standing for either.
pub(super) fn sides_meet(one: &Quantity, other: &Quantity) -> bool {
    // 不低于60 that became 不高于60 is another promise, however near the numbers are.
    let upper = |quantity: &Quantity| match quantity.comparator {
        Comparator::AtMost | Comparator::LessThan => Some(true),
        Comparator::AtLeast | Comparator::MoreThan => Some(false),
        _ => None,
    };
    upper(one).zip(upper(other)).is_none_or(|(one, other)| one == other)
}

/// Which way is better, where one is: of numbers that only contradict each other no change is known to be for the better.
fn higher_is_better(compared: &Compared) -> Option<bool> {
    match compared.direction? {
        Direction::Higher => Some(true),
        Direction::Lower => Some(false),
        Direction::Neither => None,
    }
}
