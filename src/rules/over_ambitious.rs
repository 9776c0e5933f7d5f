//! A target far beyond the parent's and beyond every sibling's, with an effort to match: 层层加码.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, FigureSource, Gap},
    catalogue::{RegionId, Relation},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, Statement, StatementId},
    quantity::{Decimal, Direction},
    rulebook::{
        AgainstFacts, BaseNote, Context, StatementFacts, compare_above, direction_term_key,
        in_printed_unit, subject_of, tell_against, tell_statement,
    },
    syntax::Class,
};

/// Fewer siblings than these show no spread.
// A choice: the spread of one or two siblings is as often chance as custom.
const SIBLINGS: usize = 3;

/// A change of its own up to this multiple of the parent's is no stretch.
// A choice, printed in the sheet: a region that starts lower has to rise faster than its parent.
const FACTOR: Decimal = Decimal::TWO;

/// One child's target beside the number of its direct parent.
struct AmbitiousChild<'a> {
    comparison: &'a Comparison,
    against: &'a Against,
    statement: &'a Statement,
    region: RegionId,
    /// How far its number lies beyond the parent's, in the indicator's direction.
    lead: Decimal,
}

/// Reports each child that stands far beyond the parent and all siblings that state the target.
pub fn check(context: &Context, drafts: &mut Drafts) {
    // Nothing less than all children of one target will do, so they are gathered over all plans first.
    for children in children_by_target(context).into_values() {
        let mut leads: Vec<(Decimal, RegionId)> =
            children.iter().map(|child| (child.lead, child.region)).collect();
        leads.sort_unstable();
        // A region with two plans that state the target counts once among the siblings.
        leads.dedup_by_key(|(_, region)| *region);
        for child in &children {
            if let Some(far) = Far::of(context.model, child, &leads) {
                drafts.push(draft(context.model, child, &far));
            }
        }
    }
}

/// The children of each target that a parent prints a number for.
fn children_by_target<'a>(context: &Context<'a>) -> BTreeMap<StatementId, Vec<AmbitiousChild<'a>>> {
    let mut targets: BTreeMap<StatementId, Vec<AmbitiousChild>> = BTreeMap::new();
    for (plan, _) in context.model.plans() {
        for comparison in context.alignment.plan(plan) {
            if let Some((target, child)) = child(context.model, comparison) {
                targets.entry(target).or_default().push(child);
            }
        }
    }
    targets
}

/// `None` where the parent's number is not one that each child, or the mean of all, is asked for.
fn child<'a>(
    model: &'a Model,
    comparison: &'a Comparison,
) -> Option<(StatementId, AmbitiousChild<'a>)> {
    let against = comparison.nearest()?;
    let statement = model.statement(comparison.child);
    let region = statement.region?;
    let FigureSource::Stated(target) = against.figure.source else { return None };
    let asked = matches!(against.relation, Relation::Each | Relation::Mean { .. });
    // The direct parent only, or the same target would be judged once for each level.
    let direct = model.catalogue.region_of(region).parent == Some(against.region);
    let printed = !statement.is_reference() && !model.statement(target).is_reference();
    let lead = -against.gap?.0;
    let child = AmbitiousChild { comparison, against, statement, region, lead };
    (asked && direct && printed && !statement.inferred && against.clause.is_none())
        .then_some((target, child))
}

/// What makes a target far beyond.
struct Far {
    /// Its change from its own base, and the parent's from the parent's.
    changes: (Decimal, Decimal),
    /// How many siblings state the target.
    siblings: usize,
    /// The smallest and the largest number of a sibling.
    range: (Decimal, Decimal),
}

impl Far {
    /// `leads` holds each region once, sorted by how far it lies beyond the parent.
    fn of(model: &Model, child: &AmbitiousChild, leads: &[(Decimal, RegionId)]) -> Option<Self> {
        let others = || leads.iter().filter(|(_, region)| *region != child.region);
        let siblings = others().count();
        let (least, most) = (others().next()?.0, others().next_back()?.0);
        let (own, above) = changes_from_bases(model, child)?;
        // The parent's own number, a lead of zero, belongs to the spread: siblings that all stay behind
        // it do not make it narrow.
        let (floor, best) = (least.min(Decimal::ZERO), most.max(Decimal::ZERO));
        // All three must hold. A high target of a region that has always been ahead is no stretch; a
        // large change that only catches up is no lead; and what lies near the best sibling is not beyond
        // all.
        let stretched = above > Decimal::ZERO && own > above.checked_mul(FACTOR)?;
        let beyond_parent = child.lead > above;
        let beyond_all = child.lead.checked_sub(best)? > best.checked_sub(floor)?;
        (siblings >= SIBLINGS && stretched && beyond_parent && beyond_all).then_some(Self {
            changes: (own, above),
            siblings,
            range: child.numbers(least, most)?,
        })
    }
}

impl AmbitiousChild<'_> {
    /// The numbers that lie `least` and `most` beyond the parent's, the smaller first.
    fn numbers(&self, least: Decimal, most: Decimal) -> Option<(Decimal, Decimal)> {
        let parent = self.against.figure.number;
        match self.comparison.direction? {
            Direction::Lower => Some((parent.checked_sub(most)?, parent.checked_sub(least)?)),
            _ => Some((parent.checked_add(least)?, parent.checked_add(most)?)),
        }
    }
}

/// Both changes towards the better side, from two bases of one year.
fn changes_from_bases(model: &Model, child: &AmbitiousChild) -> Option<(Decimal, Decimal)> {
    let base = child.against.base?;
    let direction = child.comparison.direction?;
    let change = |base: StatementId, target: Decimal| {
        Gap::between(direction, model.statement(base).number?, target).map(|gap| gap.0)
    };
    let own = change(base.child, child.comparison.number?)?;
    Some((own, change(base.parent, child.against.figure.number)?))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct OverAmbitiousFacts {
    child: StatementFacts,
    parent: AgainstFacts,
    direction: &'static str,
    lead: ExactNumber,
    own: ExactNumber,
    above: ExactNumber,
    siblings: usize,
    least: ExactNumber,
    most: ExactNumber,
}

fn draft(model: &Model, child: &AmbitiousChild, far: &Far) -> Draft {
    let AmbitiousChild { statement, against, .. } = child;
    let parent = model.statement(against.figure.source.shown());
    let plain = |value: Decimal| in_printed_unit(value, statement);
    let mut subject = subject_of(model, statement);
    subject.other = Some(model.catalogue.region_of(against.region).name.clone());
    let mut draft = Draft::new("far-beyond", subject, model.place(statement))
        // How far it goes beyond is no shortfall: other numbers are looked at anew.
        .compares(compare_above(model, child.comparison, against).better(None))
        .tells(OverAmbitiousFacts {
            child: tell_statement(model, statement),
            parent: tell_against(model, against),
            direction: direction_term_key(child.comparison.direction),
            lead: plain(child.lead).into(),
            own: plain(far.changes.0).into(),
            above: plain(far.changes.1).into(),
            siblings: far.siblings,
            least: plain(far.range.0).into(),
            most: plain(far.range.1).into(),
        })
        .binding([statement.class, against.figure.class].contains(&Some(Class::Binding)))
        .note("parent", model.place(parent), ());
    for base in against.base.iter().flat_map(|base| [base.child, base.parent]) {
        let base = model.statement(base);
        draft = draft.note("base", model.place(base), BaseNote::of(model, base));
    }
    draft
}
