//! The house rules for files: how long one is, and that the files of a layer stand in an order.

use std::fmt::Write;

use crate::{
    house::{files, text},
    uses::Sources,
};

/// Files that name each other, and why that is better than an order; from `src/`, sorted.
const CYCLES: &[(&[&str], &str)] = &[
    (
        &["cli/arguments.rs", "cli/completions.rs", "cli/draft.rs", "cli/localise.rs"],
        "The command line is made of its commands, and two of them look at the whole of it: completions lists every \
         command, and a first word that names none is a draft.",
    ),
    (
        &["document/docx/inline.rs", "document/docx/story.rs"],
        "A story is made of paragraphs, and a paragraph holds text boxes with stories of their own.",
    ),
    (
        &["document/html/flow.rs", "document/html/table.rs"],
        "A page holds tables, and a cell of a table whatever a page does, tables included.",
    ),
];

/// The most lines of a file before its own tests.
const LONGEST: usize = 300;

#[test]
fn the_files_of_a_layer_stand_in_an_order() {
    let paths = files("src", "rs").into_iter();
    let paths = paths.filter(|path| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    let sources = Sources::new(paths.map(|path| {
        let text = text(&path);
        (path.trim_start_matches("src/").to_owned(), text)
    }));
    let (cycles, uses) = (sources.cycles(), sources.uses());
    let mut wrong = String::new();
    for cycle in cycles.iter().filter(|cycle| CYCLES.iter().all(|(files, _)| files != cycle)) {
        writeln!(wrong, "{} files name each other:", cycle.len()).unwrap();
        let within =
            uses.iter().filter(|((from, to), _)| cycle.contains(from) && cycle.contains(to));
        for ((from, to), names) in within {
            writeln!(wrong, "  {from} -> {to}: {names:?}").unwrap();
        }
    }
    for (files, _) in CYCLES.iter().filter(|(files, _)| cycles.iter().all(|cycle| cycle != files)) {
        writeln!(wrong, "no cycle any more: {files:?}").unwrap();
    }
    assert!(uses.len() > 500 && wrong.is_empty(), "{wrong}{} uses", uses.len());
}

#[test]
fn no_file_is_long() {
    let lines = |path: &String| {
        let text = text(path);
        text.split("#[cfg(test)]\nmod tests").next().unwrap().lines().count()
    };
    let sources = files("src", "rs").into_iter().map(|path| (lines(&path), path));
    let long: Vec<(usize, String)> = sources.filter(|(lines, _)| *lines > LONGEST).collect();
    assert!(long.is_empty(), "{long:?}");
}
