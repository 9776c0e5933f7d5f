//! What a figure above holds against a target: values that exclude each other, or a shortfall on one rung of a ladder.

use std::borrow::Cow;

use crate::{
    model::{Model, Statement, StatementId},
    quantity::Verdict,
    syntax::Class,
};

use super::{Against, Comparison, Detour, Trajectory, changes::as_compared};

/// How a target is short of a figure: whether that binds, whom it binds, and which way the target is heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// No catalogue says how the figure binds a child.
    Guessed,
    /// A binding figure that every child must reach.
    BindingEach,
    /// A binding figure, and the gap grows.
    BindingFallsBehind,
    /// A binding figure, and the gap stays or nobody can say.
    BindingKeepsDistance,
    /// A binding figure, and the gap narrows.
    BindingConverges,
    /// An indicative figure that every child must reach.
    IndicativeEach,
    /// An indicative figure, and the gap grows.
    IndicativeFallsBehind,
    /// An indicative figure, and the gap stays or nobody can say.
    IndicativeKeepsDistance,
    /// An indicative figure, and the gap narrows.
    IndicativeConverges,
    /// A figure without a class that every child must reach.
    UnclassedEach,
    /// A figure without a class.
    Unclassed,
    /// A binding figure that is issued region by region, without a number for this one, and the gap grows.
    UnissuedFallsBehind,
    /// Any other figure that is issued region by region, without a number for this one.
    Unissued,
    /// A binding mean of a region further up than the next, which states nothing, and the gap grows.
    SkippedFallsBehind,
    /// Any other mean of a region further up than the next, which states nothing.
    Skipped,
    /// The figure of a mean that all regions below meet together.
    Carried,
}

/// What is wrong with a target beside one figure above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No value meets both, and every child must meet the figure.
    Conflict,
    /// The target can be met while the figure is missed.
    Short(Shortfall),
}

impl Shortfall {
    /// Every rung.
    pub const ALL: [Self; 16] = [
        Self::Guessed,
        Self::BindingEach,
        Self::BindingFallsBehind,
        Self::BindingKeepsDistance,
        Self::BindingConverges,
        Self::IndicativeEach,
        Self::IndicativeFallsBehind,
        Self::IndicativeKeepsDistance,
        Self::IndicativeConverges,
        Self::UnclassedEach,
        Self::Unclassed,
        Self::UnissuedFallsBehind,
        Self::Unissued,
        Self::SkippedFallsBehind,
        Self::Skipped,
        Self::Carried,
    ];

    /// Its name, which is the case of weaker-than-parent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::BindingEach => "binding-each",
            Self::BindingFallsBehind => "binding-falls-behind",
            Self::BindingKeepsDistance => "binding-keeps-distance",
            Self::BindingConverges => "binding-converges",
            Self::IndicativeEach => "indicative-each",
            Self::IndicativeFallsBehind => "indicative-falls-behind",
            Self::IndicativeKeepsDistance => "indicative-keeps-distance",
            Self::IndicativeConverges => "indicative-converges",
            Self::UnclassedEach => "unclassed-each",
            Self::Unclassed => "unclassed",
            Self::UnissuedFallsBehind => "unissued-falls-behind",
            Self::Unissued => "unissued",
            Self::SkippedFallsBehind => "skipped-falls-behind",
            Self::Skipped => "skipped",
            Self::Carried => "carried",
        }
    }
}

impl Comparison {
    /// The rung on which the target stands under a figure it falls short of.
    #[must_use]
    pub fn shortfall(&self, model: &Model, against: &Against) -> Shortfall {
        // Before class and trajectory: what rests on a guess is worth a look at most, however binding the
        // words are.
        if self.rests_on_guess(model, against) {
            return Shortfall::Guessed;
        }
        // What all regions meet together is missed by none of them, however far one of them lags.
        if against.is_carried() {
            return Shortfall::Carried;
        }
        if let Some(detour) = against.detour {
            // One step softer than a mean: the share of this region may well be smaller.
            let falls = against.trajectory == Trajectory::FallsBehind;
            let loud = falls && against.figure.class == Some(Class::Binding);
            return match (detour, loud) {
                (Detour::Unissued, true) => Shortfall::UnissuedFallsBehind,
                (Detour::Unissued, false) => Shortfall::Unissued,
                (Detour::Skips(_), true) => Shortfall::SkippedFallsBehind,
                (Detour::Skips(_), false) => Shortfall::Skipped,
            };
        }
        let each = against.binds_each();
        match (against.figure.class, against.trajectory) {
            // In this order each rung takes what the ones above have left, as the table of the definition
            // has them.
            (Some(Class::Binding), _) if each => Shortfall::BindingEach,
            (Some(Class::Binding), Trajectory::FallsBehind) => Shortfall::BindingFallsBehind,
            (Some(Class::Binding), Trajectory::Converges) => Shortfall::BindingConverges,
            (Some(Class::Binding), _) => Shortfall::BindingKeepsDistance,
            (Some(Class::Indicative), _) if each => Shortfall::IndicativeEach,
            (Some(Class::Indicative), Trajectory::FallsBehind) => Shortfall::IndicativeFallsBehind,
            (Some(Class::Indicative), Trajectory::Converges) => Shortfall::IndicativeConverges,
            (Some(Class::Indicative), _) => Shortfall::IndicativeKeepsDistance,
            (None, _) if each => Shortfall::UnclassedEach,
            (None, _) => Shortfall::Unclassed,
        }
    }

    /// What a figure holds against the target when no other one leads; `None` where that is nothing. Where a nearer figure is
    /// met, only what binds each child counts.
    #[must_use]
    pub fn fault(&self, model: &Model, against: &Against, nearer_met: bool) -> Option<Fault> {
        if against.is_conflict() {
            return Some(Fault::Conflict);
        }
        let counts = against.is_violated() && (!nearer_met || against.binds_each());
        counts.then(|| Fault::Short(self.shortfall(model, against)))
    }

    /// Whether what a figure holds against the target rests on something inferred.
    #[must_use]
    pub fn wants_review(&self, model: &Model, against: &Against) -> bool {
        against.review
            || model.statement(self.child).inferred
            || self.rests_on_guess(model, against)
    }

    /// Whether the relation or the direction rests on no catalogue.
    #[must_use]
    pub fn rests_on_guess(&self, model: &Model, against: &Against) -> bool {
        let indicator = model.catalogue.indicator(model.statement(self.child).measure.indicator);
        // What one region says twice is compared whatever the relation.
        let undefined = !indicator.is_defined() && !against.is_outline();
        // An allocation was issued to this region by name, which leaves no relation to guess.
        (undefined || indicator.direction.is_none()) && !against.figure.allocated
    }

    /// The violated clause for the region's own tags, with the clause for other tags whose number the target has instead.
    #[must_use]
    pub fn taken_clause(&self, model: &Model) -> Option<(&Against, StatementId)> {
        let own = self.against.iter().find(|own| own.clause.is_some() && own.is_violated())?;
        let number = self.number?;
        // The very number of another clause: taken from the wrong line, and not too low by chance.
        let same = |id: &StatementId| model.statement(*id).number == Some(number);
        let (_, other) = self.other_clauses.iter().find(|(_, id)| same(id))?;
        Some((own, *other))
    }
}

impl Against {
    /// Whether no value meets both, where every child must meet the figure.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.binds_each() && self.verdict == Some(Verdict::Conflicting)
    }

    /// The statement its figure is shown by.
    #[must_use]
    pub fn shown<'a>(&self, model: &'a Model) -> Cow<'a, Statement> {
        as_compared(model, self.figure.source.shown(), self.figure.as_change)
    }
}
