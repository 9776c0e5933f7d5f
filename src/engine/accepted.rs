//! What somebody has accepted leaves the findings: first by decisions, then by comments, then by the list of known ones.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use crate::{
    catalogue::NameKey,
    config::{FileLevels, Profile, Settings},
    finding::{Allowed, Draft, Finding},
    rulebook::RuleSheets,
    suppress::{self, Allow, Decided, ExceptionScene},
    text::{FileId, Source, Sources},
};

use super::{World, reported::reported};

/// Findings after everybody who accepts some has spoken.
pub struct Accepted {
    /// The texts of the run, with those that exceptions stand in behind the plans.
    pub sources: Sources,
    /// The findings that are left.
    pub fresh: Vec<Finding>,
    /// Those the baseline lists.
    pub known: Vec<Finding>,
    /// The baseline entries that match nothing.
    pub gone: Vec<Arc<str>>,
    /// The register of those that are allowed.
    pub allowed: Vec<Allowed>,
    /// What became of each decision.
    pub decided: Vec<Decided>,
    /// What is wrong with the exceptions.
    pub drafts: Vec<(&'static str, Draft)>,
}

/// Splits `findings` by what `world` knows to be accepted.
pub fn accept(
    world: &World,
    findings: Vec<Finding>,
    settings: &Settings,
    levels: &FileLevels<'_>,
    sheets: &RuleSheets,
    today: Date,
) -> Accepted {
    let plans = reported_titles(world);
    let scene = ExceptionScene { sheets, levels: &settings.levels, today, plans: &plans };
    let mut sources = world.model.sources.clone();
    let (mut drafts, mut allowed, mut fresh) = (Vec::new(), Vec::new(), findings);
    let mut decisions = Vec::new();
    // A decision speaks first: it alone may accept an error on a binding target, and a comment on the
    // same row would otherwise take the finding away from it and leave the decision looking unused.
    if let Some(ledger) = &world.exceptions.decisions {
        let file = sources.add(ledger.source.clone());
        let decided = suppress::decide(fresh, &ledger.entries, file, &scene);
        (drafts, allowed, fresh) = (decided.drafts, decided.allowed, decided.kept);
        decisions = decided.decided;
    }
    let settled = suppress::apply_allows(fresh, &allows_of_texts(world), sheets, levels, today);
    // The audit asks what there would be to say had nobody spoken for himself: what a drafter wrote into
    // his own plan is what it looks behind. Decisions of a meeting stay.
    let settled = match settings.profile {
        Profile::Audit => settled.without_comments(),
        Profile::Draft | Profile::Review => settled,
    };
    drafts.extend(settled.drafts);
    allowed.extend(settled.allowed);
    allowed.sort_by(|one, other| one.finding.order(&other.finding));
    let (mut fresh, mut known, mut gone) = (settled.kept, Vec::new(), Vec::new());
    // The baseline comes last, so that what somebody accepted with a reason stands in the register and
    // not among the old ones.
    if let Some(ledger) = &world.exceptions.baseline {
        let file = sources.add(ledger.source.clone());
        let recognised = suppress::recognise_known(fresh, &ledger.entries, file, &scene);
        drafts.extend(recognised.drafts);
        (fresh, known, gone) = (recognised.fresh, recognised.known, recognised.gone);
    }
    known.sort_by(Finding::order);
    Accepted { sources, fresh, known, gone, allowed, decided: decisions, drafts }
}

/// The titles of the plans that are reported on, by the keys they are compared by.
fn reported_titles(world: &World) -> BTreeMap<NameKey, Arc<str>> {
    let titles = reported(&world.model).map(|(_, plan)| &plan.title);
    titles.map(|title| (suppress::title_key(title), Arc::clone(title))).collect()
}

fn allows_of_texts(world: &World) -> Vec<Allow> {
    let texts = world.model.sources.iter().zip(&world.model.trees);
    let of_file = |((file, source), tree): ((FileId, &Source), _)| {
        suppress::allows_of_file(file, tree, &source.text)
    };
    texts.flat_map(of_file).collect()
}
