//! Every digit of a text stands in one entry of its ledger, and in one only.

use std::collections::BTreeMap;

use planlint::{
    config::Settings,
    engine::{self, Files, World},
    text::Source,
};

use crate::support;

/// How often each byte of the digits of a text is claimed, counted by looking at every character.
fn missed(world: &World) -> BTreeMap<String, usize> {
    let mut missed = BTreeMap::new();
    for (file, source) in world.model.sources.iter() {
        let ledger = &world.model.ledgers[file.0 as usize];
        if is_second(world, source, file.0 as usize) {
            assert!(ledger.entries.is_empty(), "{} is accounted for twice", source.path);
            continue;
        }
        let mut claims = vec![0_u8; source.text.len()];
        for entry in &ledger.entries {
            entry.span.range().for_each(|at| claims[at] += 1);
        }
        let own = source.parts.as_ref().map_or(source.text.len(), |parts| parts.own as usize);
        let digits = source.text[..own]
            .char_indices()
            .filter(|(_, c)| c.is_ascii_digit() || ('０'..='９').contains(c));
        let wrong = digits.filter(|(at, _)| claims[*at] != 1).count();
        let behind = claims[own..].iter().filter(|claim| **claim > 0).count();
        if wrong + behind > 0 {
            missed.insert(source.path.to_string(), wrong + behind);
        }
    }
    missed
}

/// Whether a text is one of several of a document, and not the first.
fn is_second(world: &World, source: &Source, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| world.model.sources.iter().nth(at));
    source.is_document() && before.is_some_and(|(_, before)| before.path == source.path)
}

fn holds(files: Files) -> [usize; 3] {
    let world = engine::understand(files, &Settings::default(), Some(1));
    let missed = missed(&world);
    assert!(missed.is_empty(), "digits of no entry or of several: {missed:?}");
    let counts = world.model.ledgers.iter().map(|ledger| ledger.counts());
    counts.fold([0; 3], |sum, one| [sum[0] + one.read, sum[1] + one.aside, sum[2] + one.unread])
}

#[test]
fn every_digit_of_the_real_plans_is_accounted_for() {
    let [read, aside, unread] = holds(support::plans_in(""));
    assert!(read > 1000 && aside > 500, "{read} read, {aside} set aside, {unread} unread");
    assert!(unread * 50 < read, "{unread} unread beside {read}");
}

#[test]
fn every_digit_of_every_example_is_accounted_for() {
    for (_, sheet) in support::sheets().iter() {
        for example in &sheet.examples {
            let files = example.files.iter();
            let bare: Vec<(String, String)> =
                files.map(|(name, text)| (name.clone(), text.replace(['⟪', '⟫'], ""))).collect();
            holds(support::files(bare.iter().map(|(name, text)| (&**name, &**text))));
        }
    }
}

#[test]
fn what_is_read_of_a_text_is_told_from_what_is_not() {
    let text = "# 甲省住房发展规划（2021—2025年）\n\n## 1. 主要目标\n\n甲政发〔2021〕5号印发。建设5G基站，打造15分钟生活圈。\n\n\
         表1 主要指标\n\n| 序号 | 指标 | 2025年 | 其他 |\n| --- | --- | --- | --- |\n| 1 | 城镇化率（%） | 75 | 88 |\n\n\
         另有777件说不清的事。\n";
    let files = || support::files([("甲省住房发展规划.md", text)]);
    let world = engine::understand(files(), &Settings::default(), Some(1));
    holds(files());
    let (_, source) = world.model.sources.iter().next().unwrap();
    let unread: Vec<&str> =
        world.model.ledgers[0].unread().map(|span| span.of(&source.text)).collect();
    assert_eq!(unread, ["88", "777"]);
}

/// The folder of documents that an environment variable names.
#[cfg(feature = "corpus")]
fn folder(variable: &str) -> Option<std::path::PathBuf> {
    std::env::var_os(variable).map(std::path::PathBuf::from)
}

#[cfg(feature = "corpus")]
#[test]
fn published_documents_are_accounted_for() {
    for variable in ["PLANLINT_DOCUMENTS", "PLANLINT_CORPUS"] {
        let Some(folder) = folder(variable) else { continue };
        let (mut sum, mut documents) = ([0; 3], 0);
        let mut entries: Vec<_> = std::fs::read_dir(&folder).unwrap().flatten().collect();
        entries.sort_by_key(std::fs::DirEntry::path);
        for entry in entries.iter().filter(|entry| entry.path().is_file()) {
            let Ok(files) = engine::load(&[entry.path()], &[], 1 << 26) else { continue };
            let counts = holds(files);
            documents += usize::from(counts != [0; 3]);
            sum = [sum[0] + counts[0], sum[1] + counts[1], sum[2] + counts[2]];
        }
        let [read, aside, unread] = sum;
        println!(
            "{variable}: {documents} documents, {read} read, {aside} set aside, {unread} unread"
        );
        assert!(documents > 0, "{} holds no document", folder.display());
    }
}
