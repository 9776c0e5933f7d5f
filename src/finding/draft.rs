//! What a rule returns: a case, places and facts; no sentence, no level, no language.

use std::sync::Arc;

use super::{Compared, Confidence, Fix, Place, SentenceFacts};

/// What a finding is about; also what its fingerprint is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The plan's title, without 《》.
    pub plan: Option<Arc<str>>,
    /// The region's name.
    pub region: Option<Arc<str>>,
    /// The indicator's name as printed in the plan.
    pub indicator: Option<Arc<str>>,
    /// The year.
    pub year: Option<i32>,
    /// The other party: an ancestor's region, another position, another indicator.
    pub other: Option<Arc<str>>,
}

/// A second place with the key of its note in the rule's sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct RelatedPlace {
    /// The place.
    pub place: Place,
    /// The key of the note's template.
    pub note: &'static str,
    /// What the note can say, besides what the draft can.
    pub facts: SentenceFacts,
}

/// A finding as a rule sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Which case of the rule.
    pub case: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// Where it stands; a finding does not exist without a place.
    pub place: Place,
    /// Further places.
    pub related: Vec<RelatedPlace>,
    /// The values it rests on; empty where it compares nothing.
    pub compared: Compared,
    /// What the sentences can say.
    pub facts: SentenceFacts,
    /// The terms of what it takes from the built-in catalogue; empty where it takes nothing from there.
    pub built_in: Vec<&'static str>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether one end of it is binding: then only a decision can accept an error.
    pub binding: bool,
    /// The row of another plan whose gap is the reason, when one is: the engine groups the finding under what is found there.
    pub cause: Option<Place>,
    /// What could be written instead, when that is known.
    pub fix: Option<Fix>,
}

impl Draft {
    /// A certain draft of `case` at `place` about `subject`.
    #[must_use]
    pub fn new(case: &'static str, subject: Subject, place: Place) -> Self {
        Self {
            case,
            subject,
            place,
            related: Vec::new(),
            compared: Compared::default(),
            facts: SentenceFacts::default(),
            built_in: Vec::new(),
            confidence: Confidence::Certain,
            binding: false,
            cause: None,
            fix: None,
        }
    }

    /// The same, with what its sentences can say.
    #[must_use]
    pub fn tells(mut self, facts: impl Into<SentenceFacts>) -> Self {
        self.facts = facts.into();
        self
    }

    /// The same, with the values it rests on.
    #[must_use]
    pub fn compares(mut self, compared: Compared) -> Self {
        self.compared = compared;
        self
    }

    /// The same with one more place.
    #[must_use]
    pub fn note(
        mut self,
        note: &'static str,
        place: Place,
        facts: impl Into<SentenceFacts>,
    ) -> Self {
        self.related.push(RelatedPlace { place, note, facts: facts.into() });
        self
    }

    /// The same, marked as resting on something inferred.
    #[must_use]
    pub fn review(mut self) -> Self {
        self.confidence = Confidence::Review;
        self
    }

    /// The same, with the row of another plan that is its reason.
    #[must_use]
    pub fn caused_by(mut self, row: Option<Place>) -> Self {
        self.cause = row;
        self
    }

    /// The same, with what could be written instead, if anything.
    #[must_use]
    pub fn fixed_by(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// The same, with one end binding.
    #[must_use]
    pub fn binding(mut self, binding: bool) -> Self {
        self.binding = binding;
        self
    }
}

/// Where rules put what they find.
#[derive(Debug, Default)]
pub struct Drafts {
    found: Vec<Draft>,
}

impl Drafts {
    /// Adds one.
    pub fn push(&mut self, draft: Draft) {
        self.found.push(draft);
    }

    /// Hands out what was found, in the order of finding.
    #[must_use]
    pub fn into_inner(self) -> Vec<Draft> {
        self.found
    }
}
