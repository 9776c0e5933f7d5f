//! Sets of plans of different topics and regions lie in one folder without touching each other.

use std::collections::BTreeSet;

use planlint::{config::Language, engine::Outcome, text::Keyed, words::Words};

use crate::support::{self, TODAY};

/// Every finding and every undetermined target of a run, as it is told.
fn told(outcome: &Outcome) -> BTreeSet<String> {
    let words = Words::new(Language::Zh, support::sheets());
    let findings = outcome.findings.iter().map(|finding| {
        let said = words.try_say(finding).expect("words for every finding");
        format!("{} {} {} {}", finding.id, finding.level.key(), finding.rule, said.message)
    });
    let open = outcome.undetermined.iter();
    let open = open.map(|o| format!("{} {} {:?} {}", o.plan, o.indicator, o.year, o.why.key()));
    findings.chain(open).collect()
}

#[test]
fn sets_together_say_what_each_says_alone() {
    let alone = |folder: &str| told(&support::check(support::plans_in(folder), TODAY).1);
    let sets = ["zhejiang", "outline", "eu-2030"].map(alone);
    assert!(sets.iter().all(|set| set.len() > 40), "{:?}", sets.each_ref().map(BTreeSet::len));
    let together = alone("");
    let apart: BTreeSet<String> = sets.iter().flatten().cloned().collect();
    let differing: Vec<_> = apart.symmetric_difference(&together).collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert_eq!(apart.len(), sets.iter().map(BTreeSet::len).sum::<usize>());
}

#[test]
fn the_second_set_needs_no_tables_of_names() {
    let (world, _) = support::check(support::plans_in("outline"), TODAY);
    let regions: Vec<_> = world.model.plans().map(|(_, plan)| plan.region).collect();
    assert_eq!(regions.len(), 6);
    assert!(regions.iter().all(Option::is_some), "every region is in the register");
}
