//! A target that is only level with the region above, where this region was ahead.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison},
    finding::{Draft, Drafts},
    model::{Model, PlanId, Statement},
    quantity::Decimal,
    rulebook::{
        AboveNote, AgainstFacts, BaseNote, Context, NamesFacts, StatementFacts, compare_above,
        direction_term_key, other_of, subject_of, tell_against, tell_statement,
    },
};

/// Reports once a plan which of its targets a lead ends with, at the first of them.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let comparisons = context.alignment.plan(plan).iter();
    let given_up: Vec<Lead> =
        comparisons.filter_map(|comparison| Lead::given_up(model, comparison)).collect();
    let Some((first, further)) = given_up.split_first() else { return };
    // An indicator is named once, however many of its years are level; each year has a note.
    let mut seen = HashSet::new();
    let named: Vec<&Lead> =
        given_up.iter().filter(|lead| seen.insert(lead.target.measure.indicator)).collect();
    let names = named.iter().map(|lead| model.printed_name(lead.target));
    let mut draft = first.draft(model, NamesFacts::of(names));
    for lead in further.iter().take(NamesFacts::SHOWN) {
        draft = draft.note("further", model.place(lead.target), lead.as_note(model));
    }
    drafts.push(draft);
}

/// A target with the region above that was behind in the base year and is level in the target's year.
struct Lead<'a> {
    comparison: &'a Comparison,
    against: &'a Against,
    target: &'a Statement,
    own_base: &'a Statement,
    base_above: &'a Statement,
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct LeadGivenUpFacts {
    child: StatementFacts,
    parent: AgainstFacts,
    child_base: StatementFacts,
    parent_base: StatementFacts,
    direction: &'static str,
    listed: NamesFacts,
}

/// What the note on a further target can say.
#[derive(Debug, Serialize)]
struct FurtherNote {
    target: StatementFacts,
    level: StatementFacts,
}

impl<'a> Lead<'a> {
    /// The nearest such region.
    fn given_up(model: &'a Model, comparison: &'a Comparison) -> Option<Self> {
        let target = model.statement(comparison.child);
        let indicator = model.catalogue.indicator(target.measure.indicator);
        // At the end of the range nobody can be ahead, and a line not to be crossed is one for all.
        // 高于市均 names no number that could be level by chance.
        let silent = model.at_best_end(target) || !indicator.shows_progress();
        if silent || target.is_reference() {
            return None;
        }
        comparison.against.iter().find_map(|against| {
            let base = against.base.filter(|base| base.gap.0 < Decimal::ZERO)?;
            let rounded = |id| {
                let said = model.statement(id);
                said.number.map(|number| model.half_printed_digit(said, number))
            };
            // 24 and 23.9 may be one number that two offices rounded.
            let slack = rounded(base.child)?.checked_add(rounded(base.parent)?)?;
            let leads = base.gap.0.abs() > slack;
            let level = against.gap?.0 == Decimal::ZERO;
            // What was issued to this region is its own share, and no number of the region above.
            let theirs = !against.figure.allocated && !against.is_outline();
            (leads && level && theirs).then(|| Self {
                comparison,
                against,
                target,
                own_base: model.statement(base.child),
                base_above: model.statement(base.parent),
            })
        })
    }

    fn as_note(&self, model: &Model) -> FurtherNote {
        FurtherNote {
            target: tell_statement(model, self.target),
            level: tell_statement(model, &self.against.shown(model)),
        }
    }

    fn draft(&self, model: &Model, listed: NamesFacts) -> Draft {
        let above = &*self.against.shown(model);
        let mut subject = subject_of(model, self.target);
        subject.other = Some(other_of(model, self.against));
        Draft::new("level", subject, model.place(self.target))
            .compares(compare_above(model, self.comparison, self.against))
            .tells(LeadGivenUpFacts {
                child: tell_statement(model, self.target),
                parent: tell_against(model, self.against),
                child_base: tell_statement(model, self.own_base),
                parent_base: tell_statement(model, self.base_above),
                direction: direction_term_key(self.comparison.direction),
                listed,
            })
            .note("parent", model.place(above), AboveNote::of(model, self.against))
            .note("base", model.place(self.own_base), BaseNote::of(model, self.own_base))
            .note("base", model.place(self.base_above), BaseNote::of(model, self.base_above))
    }
}
