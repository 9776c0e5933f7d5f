//! Every digit of a text stands in one entry of its ledger, and in one only; no name that is read in it is torn.

use std::collections::BTreeMap;

use planlint::{
    config::Settings,
    engine::{self, File, Files, World},
    model::NumberKind,
    text::{Keyed, Source},
};

use crate::{heads::in_each_format, marked, prose_names::hold_whole, support};

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
        let twice = claims.iter().filter(|claim| **claim > 1).count();
        if wrong + behind + twice > 0 {
            missed.insert(source.path.to_string(), wrong + behind + twice);
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
    hold_whole(&world);
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
        for example in &sheet.examples().unwrap() {
            holds(support::files_of(example));
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

#[test]
fn every_digit_of_each_format_is_accounted_for() {
    let rows: [&[&str]; 4] = [
        &["序号", "指标", "2025年实际", "2030年目标值", "其他"],
        &["1", "城镇化率（%）", "58.3", "65以上", "88"],
        &["2", "学前三年入园率（%）", "1,234.5", "２５", "2028年12月"],
        &["3", "PM2.5浓度（微克/立方米）", "—", "XX", "[3000]"],
    ];
    let title = "浙江省住房发展规划（2026—2030年）";
    for (name, bytes) in in_each_format(title, &rows).into_iter().chain(marked::documents()) {
        let counts = holds([(name.to_owned(), File::of_bytes(bytes))].into());
        assert!(counts[0] > 0 && counts[1] > 0, "{name}: {counts:?}");
    }
}

#[test]
fn every_digit_of_the_samples_is_accounted_for() {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/samples");
    let mut files = 0;
    for entry in std::fs::read_dir(samples).unwrap().flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let texts: Vec<&str> =
            text.split("=== ").map(|one| one.split("\n---\n").next().unwrap()).collect();
        for (number, text) in texts.into_iter().enumerate() {
            for ending in ["plan", "md", "txt", "csv", "html"] {
                let name = format!("{number}.{ending}");
                holds(support::files([(&*name, text)]));
                files += 1;
            }
        }
    }
    assert!(files > 100, "{files}");
}

/// The entries of a text that are no digits, or are set aside for a reason of prose: the words, and what became of them.
fn told(text: &str) -> Vec<(String, String)> {
    let files = support::files([("浙江省住房发展规划.md", text)]);
    let world = engine::understand(files, &Settings::default(), Some(1));
    let (_, source) = world.model.sources.iter().next().unwrap();
    let entries = world.model.ledgers[0].entries.iter();
    let told = entries.map(|entry| {
        let kind = match entry.kind {
            NumberKind::Read => "read",
            NumberKind::Unread => "unread",
            NumberKind::Aside(why) => why.key(),
        };
        (entry.span.of(&source.text).to_owned(), kind.to_owned())
    });
    told.collect()
}

#[test]
fn words_and_blanks_stand_in_the_ledger_as_digits_do() {
    let told = told(
        "# 浙江省住房发展规划（2026—2030年）\n\n## 一、主要目标\n\n到2030年，城镇化率达到百分之六十五，\
         实施一体化发展，培育第三产业，减排二氧化碳，十分重要。办理说不清的事二十五件、另一些三十个，占两成以上，存量清零，\
         新增XX个，“十四五”时期。\n\n| 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 森林覆盖率（%） | 四十八 | 待定 |\n",
    );
    let words: Vec<(&str, &str)> = told
        .iter()
        .filter(|(words, _)| !words.contains(|c: char| c.is_ascii_digit()))
        .map(|(words, kind)| (&**words, &**kind))
        .collect();
    let expected = [
        ("百分之六十五", "read"),
        ("三十", "unread"),
        ("两成", "unread"),
        ("清零", "unread"),
        ("XX", "unread"),
        ("四十八", "read"),
        ("待定", "unread"),
    ];
    assert_eq!(words, expected);
}

#[test]
fn english_values_in_words_stand_in_the_ledger() {
    let told = told(
        "# 浙江省住房发展规划（2026—2030年）\n\n到2030年，城镇化率达到65%。\n\n\
         By 2030 one in five households will have solar power and energy use will be halved. We will insulate a third of \
         old homes and two thirds of schools, build twelve new clinics, and twice as many nurses will be trained. No one \
         is left behind, whatever a third party says; Table 2 of the 14th plan tells more.\n\n\
         | 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 森林覆盖率（%） | 40 | forty-eight |\n",
    );
    let told: Vec<(&str, &str)> =
        told.iter().map(|(words, kind)| (&**words, &**kind)).skip(4).collect();
    let expected = [
        ("2030", "aside-date"),
        ("one in five", "unread"),
        ("halved", "unread"),
        ("a third", "unread"),
        ("two thirds", "unread"),
        ("twelve", "unread"),
        ("twice", "unread"),
        ("2", "aside-ordinal"),
        ("14", "aside-ordinal"),
        ("2025", "read"),
        ("2030", "read"),
        ("40", "read"),
        ("forty-eight", "unread"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_sentence_above_a_table_is_no_title_of_it() {
    let told = told(
        "# 浙江省住房发展规划（2026—2030年）\n\n## 一、主要目标\n\nBy 2030 at least 4100 homes will be built.\n\n\
         | 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 森林覆盖率（%） | 40 | 41 |\n",
    );
    let homes = told.iter().find(|(words, _)| words == "4100");
    assert_eq!(homes.map(|(_, kind)| &**kind), Some("unread"), "{told:?}");
}

#[test]
fn past_results_stock_and_quoted_rules_are_set_aside_and_promises_never() {
    let told = told(
        "# 浙江省住房发展规划（2026—2030年）\n\n## 一、发展基础\n\n办成说不清的事11件，力争再办12件。到2030年办13件。\n\n\
         ## 二、主要目标\n\n另外14再说。现有说不清的东西15件。截至2024年底办成16件。\n\n\
         依据《住房条例》，不得低于每平方米17元。时间：2026-02-18。办理代表建议19件。\n",
    );
    let kind = |number: &str| {
        let found = told.iter().find(|(words, _)| words == number);
        found.map(|(_, kind)| &**kind).unwrap_or_else(|| unreachable!("no {number}: {told:?}"))
    };
    for (number, expected) in [
        ("11", "aside-past"),
        ("12", "unread"),
        ("13", "unread"),
        ("14", "unread"),
        ("15", "aside-stock"),
        ("16", "aside-past"),
        ("17", "aside-quoted"),
        ("18", "aside-date"),
        ("19", "aside-count"),
    ] {
        assert_eq!(kind(number), expected, "{number}");
    }
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
            let Ok(files) = engine::load_files(&[entry.path()], &[], 1 << 26) else { continue };
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
