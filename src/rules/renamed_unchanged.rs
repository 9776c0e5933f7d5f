//! A number of an earlier plan that the later one states again under another name.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::{
    alignment::is_plain_target,
    catalogue::{Likeness, NameKey},
    finding::{Draft, Drafts},
    model::{Model, PlanId, Statement},
    quantity::Decimal,
    rulebook::{
        Context, StatementFacts, compare_statements, has_common_number, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Names with one number are held for one indicator from this share of common pairs on, in tenths.
// Lower than for names alone, where it is four tenths, since the number speaks for it as well: 建成区海绵化建设改造比例 has a third in
// common with 达到海绵城市建设目标要求的建成区面积比例.
const SHARE: usize = 3;
/// Pairs of characters they have in common at least.
// Three stand in the endings of half of all names: 农村…处理率.
const PAIRS: usize = 4;

/// Reports each target that has the number of a target of the region's earlier plan under another name.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let earlier = context.forest.earlier(plan);
    if earlier.is_empty() {
        return;
    }
    let own = targets(model, plan);
    for &earlier in earlier {
        let mut by_number: HashMap<Option<Decimal>, Vec<Named>> = HashMap::new();
        for past in targets(model, earlier) {
            by_number.entry(past.said.number).or_default().push(past);
        }
        for later in &own {
            let same = by_number.get(&later.said.number).into_iter().flatten();
            let alike = same.filter(|past| later.repeats(model, past));
            let nearest = alike.max_by_key(|past| later.likeness.shared(&past.likeness).0);
            if let Some(past) = nearest {
                drafts.push(draft(model, later.said, past.said));
            }
        }
    }
}

/// A target with its name prepared.
struct Named<'a> {
    said: &'a Statement,
    name: NameKey,
    likeness: Likeness,
}

/// The targets of a plan for its own region whose numbers are no common ones, each once.
fn targets(model: &Model, plan: PlanId) -> Vec<Named<'_>> {
    let own = model.plan(plan).region;
    let mut seen = HashSet::new();
    let targets = model.statements(plan).map(|(_, said)| said);
    targets
        .filter(|said| said.region == own && is_plain_target(said) && !has_common_number(said))
        .filter(|said| seen.insert((said.measure, said.year)))
        .map(|said| {
            let name = NameKey::of(model.printed_name(said));
            Named { said, likeness: Likeness::of(&name), name }
        })
        .collect()
}

impl Named<'_> {
    fn repeats(&self, model: &Model, past: &Named) -> bool {
        let (later, then) = (self.said, past.said);
        let unit = |said: &Statement| said.unit.as_ref().map(|unit| unit.name.clone());
        unit(later) == unit(then)
            && later.measure.scope == then.measure.scope
            && later.year >= then.year
            && self.name != past.name
            && if later.measure.indicator == then.measure.indicator {
                self.is_renamed_for_later(model, past)
            } else {
                self.is_alike(model, past)
            }
    }

    /// Whether a catalogue knows both names as one, and the year that would make it a step back is only assumed: with a year
    /// that is said it is told as that.
    fn is_renamed_for_later(&self, model: &Model, past: &Named) -> bool {
        self.said.year > past.said.year && !model.says_year(self.said)
    }

    /// Whether the names are much alike, and neither plan has the other's.
    fn is_alike(&self, model: &Model, past: &Named) -> bool {
        let (later, then) = (self.said, past.said);
        let (common, all) = self.likeness.shared(&past.likeness);
        let kept = |plan: PlanId, said: &Statement| {
            model.speaks_of(plan, said.indicator) || model.speaks_of(plan, said.measure.indicator)
        };
        // Close names in the tables of one topic have drifted, which is told with both their numbers.
        let topics = model.plan(later.plan).shares_topic(model.plan(then.plan));
        let drifted = topics == Some(true)
            && later.in_table()
            && then.in_table()
            && self.likeness.close(&past.likeness);
        common >= 2 * PAIRS
            && 10 * common >= SHARE * all
            && !drifted
            && !kept(then.plan, later)
            && !kept(later.plan, then)
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct RenamedUnchangedFacts {
    later: StatementFacts,
    past: StatementFacts,
    one: bool,
    stands_still: bool,
}

fn draft(model: &Model, later: &Statement, past: &Statement) -> Draft {
    let indicator = model.catalogue.indicator(later.measure.indicator);
    let one = later.measure.indicator == past.measure.indicator;
    let mut subject = subject_of(model, later);
    subject.other = Some(model.printed_name(past).into());
    let draft = Draft::new(if one { "one" } else { "alike" }, subject, model.place(later))
        .compares(compare_statements(model, later, past))
        .tells(RenamedUnchangedFacts {
            later: tell_statement(model, later),
            past: tell_statement(model, past),
            one,
            stands_still: later.year > past.year
                && indicator.shows_progress()
                && !model.at_best_end(later),
        })
        .binding([later, past].iter().any(|end| end.class == Some(Class::Binding)))
        .note("past", model.place(past), ());
    // That two names mean one thing is for a person to say where no catalogue does.
    if one { draft } else { draft.review() }
}
