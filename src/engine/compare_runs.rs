//! What a run finds beside an earlier one: new, known, fixed.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Outcome, World,
    past::{Past, RunComparison},
};

impl RunComparison {
    /// Compares; `asked` says whether a rule was run.
    #[must_use]
    pub fn of(
        world: &World,
        outcome: &Outcome,
        past: Vec<Past>,
        asked: impl Fn(&str) -> bool,
    ) -> Self {
        let looked_at = LookedAt::of(world);
        let before: BTreeSet<&str> = past.iter().map(|past| past.id.as_str()).collect();
        let mut since = Self::default();
        for finding in &outcome.findings {
            if before.contains(finding.id.as_str()) {
                since.known += 1;
            } else {
                since.new.insert(finding.id.clone());
            }
        }
        // What is allowed by now is still found: nobody mended it, so it must not be counted among the
        // mended.
        let allowed = outcome.allowed.iter().map(|allowed| &allowed.finding);
        let now: BTreeSet<&str> =
            outcome.findings.iter().chain(allowed).map(|finding| finding.id.as_str()).collect();
        // Something allowed in the earlier run is not on its list of things to do, so its end is no news.
        for past in past.into_iter().filter(|past| !past.allowed && !now.contains(&*past.id)) {
            // Half of the plans asked for is the usual way to call this. What stood in the other half is
            // not mended by not looking.
            if asked(&past.rule) && looked_at.holds(&past) {
                since.fixed.push(past);
            } else {
                since.unasked += 1;
            }
        }
        since
    }
}

/// The plans and files of a run, by whether they are reported on and could be read.
struct LookedAt<'a> {
    plans: BTreeSet<&'a str>,
    files: BTreeMap<&'a str, bool>,
}

impl<'a> LookedAt<'a> {
    fn of(world: &'a World) -> Self {
        let model = &world.model;
        let unread: BTreeSet<_> = world.unread.iter().map(|unread| unread.file).collect();
        let reported = |file| model.plan_in(file).is_none_or(|(_, plan)| !plan.reference_only);
        let read = |file| !unread.contains(&file) && reported(file);
        let own = model.plans().filter(|(_, plan)| !plan.reference_only);
        Self {
            plans: own.map(|(_, plan)| &*plan.title).collect(),
            files: model.sources.iter().map(|(id, source)| (&*source.path, read(id))).collect(),
        }
    }

    /// Whether a finding like this would be found again: its plan is here, or the file it stood in.
    fn holds(&self, past: &Past) -> bool {
        // The title first, for a plan may have been saved under another name; the file, for what was
        // found there had no plan to name.
        let plan = past.plan.as_deref().is_some_and(|title| self.plans.contains(title));
        plan || self.files.get(past.file.as_str()).copied().unwrap_or(false)
    }
}
