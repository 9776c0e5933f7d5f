//! The published documents checked as the texts they were pasted as: the errors that their plan files show, and the plan files made of them; `PLANLINT_DOCUMENTS` names their folder.

use std::{collections::BTreeSet, fs, path::PathBuf};

use planlint::{
    config::Settings,
    document::plan_file,
    engine::{self, File, Files, Outcome, World},
    finding::Level,
    syntax::KeywordSet,
    views::{self, Record},
};

use crate::support::{self, TODAY, plans_folder};

/// The documents of one topic and time: a county, its province and its city.
const DRAFTS: [&str; 3] = ["000_", "001_", "004_"];
/// All of them.
const ALL: [&str; 5] = ["000_", "001_", "002_", "003_", "004_"];

fn document(start: &str) -> Vec<u8> {
    let folder = PathBuf::from(std::env::var("PLANLINT_DOCUMENTS").expect("PLANLINT_DOCUMENTS"));
    let mut files = fs::read_dir(folder).expect("the folder of the documents");
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(start);
    let path = files.find_map(|entry| Some(entry.ok()?.path()).filter(named)).expect(start);
    fs::read(path).expect("a text")
}

/// The catalogue and the regions of the plans, and nothing else of them.
fn names() -> Files {
    let text = |name: &str| fs::read(plans_folder().join("zhejiang").join(name)).expect("names");
    let file = |name: &str| (name.to_owned(), File::of_bytes(text(name)));
    ["catalogue.plan", "regions.plan"].into_iter().map(file).collect()
}

fn drafts(starts: &[&str]) -> Files {
    let file = |start: &&str| (format!("{start}.txt"), File::of_bytes(document(start)));
    names().into_iter().chain(starts.iter().map(file)).collect()
}

/// The errors of plans whose titles are among `titles`: rule, title, year and the indicator that is meant.
fn errors(
    world: &World,
    outcome: &Outcome,
    titles: &BTreeSet<String>,
) -> BTreeSet<(String, String, Option<i32>, String)> {
    let catalogue = &world.model.catalogue;
    let loud = outcome.findings.iter().filter(|finding| finding.level == Level::Error);
    let told = loud.filter_map(|finding| {
        let subject = &finding.draft.subject;
        let title = subject.plan.as_ref()?.to_string();
        let printed = subject.indicator.as_deref().unwrap_or_default();
        let known = catalogue.lookup(printed).map(|id| catalogue.indicator(id).name.to_string());
        let indicator = known.unwrap_or_else(|| printed.to_owned());
        Some((finding.rule.to_owned(), title, subject.year, indicator))
    });
    told.filter(|(_, title, ..)| titles.contains(title)).collect()
}

#[test]
fn pasted_documents_show_the_errors_of_their_plan_files() {
    let (world, outcome) = support::check(drafts(&DRAFTS), TODAY);
    let titles: BTreeSet<String> =
        world.model.plans().map(|(_, plan)| plan.title.to_string()).collect();
    assert_eq!(titles.len(), DRAFTS.len());
    let found = errors(&world, &outcome, &titles);
    let (world, outcome) = support::check(support::plans(), TODAY);
    let wanted = errors(&world, &outcome, &titles);
    assert!(wanted.len() >= 8, "{wanted:?}");
    let missing: Vec<_> = wanted.difference(&found).collect();
    let wrong: Vec<_> = found.difference(&wanted).collect();
    assert!(missing.is_empty() && wrong.is_empty(), "missing {missing:#?}\nwrong {wrong:#?}");
}

/// What a record says, without its place; blanks inside printed words say nothing.
fn told(record: &Record) -> String {
    let Record { region, scope, indicator, class, unit, basis, year, role, .. } = record;
    let Record { value, comparator, low, high, condition, owner, .. } = record;
    let value: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    format!(
        "{region:?} {scope:?} {indicator} {class:?} {unit:?} {basis:?} {year} {role:?} {value} {comparator:?} {low:?} {high:?} {condition:?} {owner:?}"
    )
}

fn records(files: Files) -> Vec<String> {
    let world = engine::understand(files, &Settings::default(), Some(1));
    views::records(&world.model).iter().map(told).collect()
}

#[test]
fn a_plan_file_made_of_a_document_says_the_same() {
    for start in ALL {
        for keywords in [KeywordSet::Chinese, KeywordSet::English] {
            let imports = engine::import(drafts(&[start]), &Settings::default(), Some(1));
            let [(_, Ok(plans))] = &imports.0[..] else { panic!("{start}") };
            let text = plan_file(&plans[0], start, keywords).expect("a plan");
            let made = ("made.plan".to_owned(), File::of_bytes(text.into_bytes()));
            let made = records(names().into_iter().chain([made]).collect());
            assert_eq!(records(drafts(&[start])), made, "{start} {keywords:?}");
            assert!(made.len() > 10, "{start}");
        }
    }
}
