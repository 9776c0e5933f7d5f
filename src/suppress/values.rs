//! The two values a finding rests on, as the plans print them, and whether they have come closer or drifted apart since.

use std::sync::Arc;

use crate::{
    finding::{Args, Draft, Value},
    quantity::{self, Comparator, Decimal, Direction, Quantity},
    rulebook::direction_key,
    text::fold,
};

/// The names rules give to the value a finding is about and to the one it is compared with; the first pair that is there counts.
const PAIRS: [(&str, &str); 12] = [
    ("child", "parent"),
    ("child", "other"),
    ("child", "taken"),
    ("later", "past"),
    ("first", "second"),
    ("first", "again"),
    ("quote", "source"),
    ("growth", "level"),
    ("after", "before"),
    ("observed", "target"),
    ("target", "base"),
    ("base", "known"),
];

/// The names of a value that stands alone.
const ALONE: [&str; 8] = ["child", "target", "value", "words", "row", "base", "sum", "total"];

/// Both values as written; a finding about something that is missing has no first one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Values {
    /// The value the finding is about.
    pub child: Option<Arc<str>>,
    /// The value it is compared with, when there are two.
    pub parent: Option<Arc<str>>,
}

/// The values of a finding.
#[must_use]
pub fn values_of(draft: &Draft) -> Values {
    match pair(draft) {
        Some((child, parent)) => Values { child: written(child), parent: written(parent) },
        None => Values { child: alone(draft).and_then(written), parent: None },
    }
}

fn pair(draft: &Draft) -> Option<(&Value, &Value)> {
    PAIRS.iter().find_map(|(one, other)| draft.args.get(one).zip(draft.args.get(other)))
}

fn alone(draft: &Draft) -> Option<&Value> {
    ALONE.iter().find_map(|name| draft.args.get(name))
}

/// The phrase of a statement or of a row's target, the number that was read between two years, or how many things are meant.
fn written(value: &Value) -> Option<Arc<str>> {
    match value {
        Value::Text(text) => Some(Arc::clone(text)).filter(|text| !text.trim().is_empty()),
        Value::Record(record) if record.get("between") == Some(&Value::Flag(true)) => {
            number_of(record).map(|number| number.normalize().to_string().into())
        }
        Value::Record(record) => {
            record.get("phrase").or_else(|| record.get("target")).and_then(written)
        }
        Value::Count(count) => Some(count.to_string().into()),
        _ => None,
    }
}

fn number_of(record: &Args) -> Option<Decimal> {
    match record.get("number") {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

impl Values {
    /// Whether the finding in `draft` is no worse than it was at these values: they are the same words, or the gap has not grown.
    /// Where no gap can be computed, other words count as worse.
    #[must_use]
    pub fn still_cover(&self, draft: &Draft) -> bool {
        let now = values_of(draft);
        let same = same(&self.child, &now.child) && same(&self.parent, &now.parent);
        same || self.gaps(&now, draft).is_some_and(|(then, now)| now <= then)
    }

    /// Both pairs as arguments of a note: `then`, `then_beside`, `now`, `now_beside`; empty where there is none.
    pub(super) fn beside(&self, now: &Self) -> Args {
        let text = |value: &Option<Arc<str>>| value.clone().unwrap_or_default().into();
        Args::from([
            ("then", text(&self.child)),
            ("then_beside", text(&self.parent)),
            ("now", text(&now.child)),
            ("now_beside", text(&now.parent)),
        ])
    }

    /// The gap at these values and the one now, both in the printed unit.
    fn gaps(&self, now: &Self, draft: &Draft) -> Option<(Decimal, Decimal)> {
        let (Value::Record(child), Value::Record(parent)) = pair(draft)? else { return None };
        let unit = |record: &Args| record.get("unit").cloned();
        if unit(child) != unit(parent) {
            return None;
        }
        let (child_then, child_now) = both(&self.child, &now.child, child)?;
        let (parent_then, parent_now) = both(&self.parent, &now.parent, parent)?;
        let higher = higher_is_better(draft, parent, child_now, parent_now)?;
        let gap = |child: Decimal, parent: Decimal| {
            if higher { parent.checked_sub(child) } else { child.checked_sub(parent) }
        };
        Some((gap(child_then, parent_then)?, gap(child_now, parent_now)?))
    }
}

/// What is noted beyond the finding's own values is a remark.
fn same(then: &Option<Arc<str>>, now: &Option<Arc<str>>) -> bool {
    let Some(now) = now else { return true };
    then.as_ref().is_some_and(|then| fold(then).trim() == fold(now).trim())
}

/// The number that was written then and the one written now. Reading the words alone must give the number the plan was
/// understood to state; otherwise more than these words decides, and nothing is known of the words of then.
fn both(
    then: &Option<Arc<str>>,
    now: &Option<Arc<str>>,
    record: &Args,
) -> Option<(Decimal, Decimal)> {
    let (then, now) = (plain(then.as_deref()?)?, plain(now.as_deref()?)?);
    let (then_number, now_number) = (number(&then)?, number(&now)?);
    let meet = units_meet(&then, &now) && sides_meet(&then, &now);
    (meet && Some(now_number) == number_of(record)).then_some((then_number, now_number))
}

/// What a phrase states when it is one plain level.
fn plain(phrase: &str) -> Option<Quantity> {
    let mut targets = quantity::read(phrase).targets;
    let target = targets.pop().filter(|_| targets.is_empty())?;
    let level = matches!(
        target.comparator,
        Comparator::Reach
            | Comparator::AtLeast
            | Comparator::MoreThan
            | Comparator::AtMost
            | Comparator::LessThan
    );
    (level && target.relative.is_none() && target.condition.is_none()).then_some(target)
}

fn number(quantity: &Quantity) -> Option<Decimal> {
    quantity.low.or(quantity.high)
}

/// Whether two phrases of one cell count in one unit; a sign such as % may be left to the row's name.
fn units_meet(one: &Quantity, other: &Quantity) -> bool {
    let name = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| Arc::clone(&unit.name));
    match (name(one), name(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => true,
        (Some(unit), None) | (None, Some(unit)) => matches!(&*unit, "%" | "‰" | ":1" | "倍"),
    }
}

/// Whether two phrases name the same end of what satisfies them, a bare number standing for either.
fn sides_meet(one: &Quantity, other: &Quantity) -> bool {
    let upper = |quantity: &Quantity| match quantity.comparator {
        Comparator::AtMost | Comparator::LessThan => Some(true),
        Comparator::AtLeast | Comparator::MoreThan => Some(false),
        _ => None,
    };
    upper(one).zip(upper(other)).is_none_or(|(one, other)| one == other)
}

/// Which way is better: as the rule says, else as its own gap shows.
fn higher_is_better(
    draft: &Draft,
    parent: &Args,
    child_now: Decimal,
    parent_now: Decimal,
) -> Option<bool> {
    match draft.args.get("direction") {
        Some(Value::Text(key)) if &**key == direction_key(Some(Direction::Higher)) => Some(true),
        Some(Value::Text(key)) if &**key == direction_key(Some(Direction::Lower)) => Some(false),
        Some(_) => None,
        None => {
            let Some(Value::Number(gap)) = parent.get("gap") else { return None };
            let higher = parent_now.checked_sub(child_now)?;
            (!gap.is_zero() && higher.abs() == gap.abs()).then_some(higher == *gap)
        }
    }
}
