//! What a finding compares, as facts: every output, decision and list of known findings reads these.

use std::sync::Arc;

use crate::{
    alignment::Trajectory,
    catalogue::Relation,
    quantity::{Decimal, Direction},
    syntax::Class,
    text::Keyed,
};

use super::Place;

/// One of the values a finding rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatedValue {
    /// As the plan prints it; for a number that was read between two years that number.
    pub words: Arc<str>,
    /// The number in `unit`, where there is one.
    pub number: Option<Decimal>,
    /// The unit as the row prints it; empty when there is none.
    pub unit: Arc<str>,
    /// Whose it is.
    pub region: Option<Arc<str>>,
    /// The title of the plan that states it.
    pub plan: Option<Arc<str>>,
    /// The year it is of.
    pub year: Option<i32>,
    /// Whether it is binding, where the plan says so.
    pub class: Option<Class>,
    /// Where it stands.
    pub place: Option<Place>,
}

/// How far two values are apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Distance {
    /// The gap: above zero where the finding's own value is behind, and of two values that contradict each other how far apart
    /// they are.
    pub gap: Decimal,
    /// The unit it is counted in; empty when there is none.
    pub unit: Arc<str>,
}

/// How far the two values of the year before the plan were apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseDistance {
    /// The gap then, in the unit of the gap now.
    pub gap: Decimal,
    /// The year.
    pub year: i32,
    /// How far the other side goes from its value of then to the one it is compared by, in that unit.
    pub moved: Option<Decimal>,
}

/// What a finding compares.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The value it is about; none where that is missing.
    pub own: Option<StatedValue>,
    /// The value it is compared with, where there are two.
    pub other: Option<StatedValue>,
    /// How far they are apart, where that can be said in one number.
    pub distance: Option<Distance>,
    /// The same for their base year.
    pub base: Option<BaseDistance>,
    /// Which way is better, where that is known.
    pub direction: Option<Direction>,
    /// Whether the gap widens, between two levels.
    pub trajectory: Option<Trajectory>,
    /// What the upper value says about the lower one, between two levels.
    pub relation: Option<Relation>,
    /// How many rows, names or tasks one finding stands for, where it lists several.
    pub count: Option<usize>,
}

impl StatedValue {
    /// A value that is only words.
    #[must_use]
    pub fn written(words: impl Into<Arc<str>>) -> Option<Self> {
        let words: Arc<str> = words.into();
        (!words.trim().is_empty()).then(|| Self { words, ..Self::default() })
    }

    /// A number that was worked out and stands nowhere.
    #[must_use]
    pub fn reckoned(number: Decimal, unit: Arc<str>) -> Self {
        let words = number.normalize().to_string().into();
        Self { words, number: Some(number), unit, ..Self::default() }
    }
}

impl Compared {
    /// A value beside another one.
    #[must_use]
    pub fn two(own: StatedValue, other: StatedValue) -> Self {
        Self { own: Some(own), other: Some(other), ..Self::default() }
    }

    /// A value that stands alone.
    #[must_use]
    pub fn alone(own: impl Into<Option<StatedValue>>) -> Self {
        Self { own: own.into(), ..Self::default() }
    }

    /// A value that nothing answers to.
    #[must_use]
    pub fn missing(other: impl Into<Option<StatedValue>>) -> Self {
        Self { other: other.into(), ..Self::default() }
    }

    /// So many things told as one.
    #[must_use]
    pub fn counted(count: usize) -> Self {
        Self { count: Some(count), ..Self::default() }
    }

    /// The same, so far apart.
    #[must_use]
    pub fn apart(mut self, gap: Decimal, unit: Arc<str>) -> Self {
        self.distance = Some(Distance { gap, unit });
        self
    }

    /// The same, with the way that is better.
    #[must_use]
    pub fn better(mut self, direction: Option<Direction>) -> Self {
        self.direction = direction;
        self
    }

    /// The key of the trajectory, where there is one to tell of.
    #[must_use]
    pub fn known_trajectory(&self) -> Option<&'static str> {
        self.trajectory.filter(|known| *known != Trajectory::Unknown).map(|known| known.key())
    }

    /// The unit that the finding counts in: that of the gap, else of its own value, else of the other.
    #[must_use]
    pub fn unit(&self) -> &str {
        let gap = self.distance.as_ref().map(|distance| &distance.unit);
        let values = [&self.own, &self.other].into_iter().flatten().map(|value| &value.unit);
        gap.into_iter().chain(values).find(|unit| !unit.is_empty()).map_or("", |unit| unit)
    }
}
