//! How long `check` takes beside reading the bytes and beside the bare pest parse: ratios of one run, on generated plans.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its figures and stops at the first surprise"
)]

mod plans;
mod timing;

use std::{fs, hint::black_box, path::Path};

use jiff::civil::date;
use planlint::{
    config::{Language, Settings},
    emit::{self, Format, Options},
    engine, syntax,
    words::Words,
};

use plans::{INDICATORS, PLANS, Wording};
use timing::{RUNS, median};

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = plans::write(folder.path(), Wording::Plain);
    let paths: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("a text")).collect();

    let read = median(|| {
        for path in &paths {
            black_box(fs::read(path).expect("bytes"));
        }
    });
    let parse = median(|| {
        for text in &texts {
            black_box(syntax::grammar_only(text));
        }
    });
    println!("{PLANS} plans x {INDICATORS} indicators, {bytes} bytes, median of {RUNS} runs");
    println!("reading the bytes        {read:9.2} ms");
    println!("bare pest parse, 1 thread {parse:8.2} ms");
    for threads in [1, std::thread::available_parallelism().map_or(1, usize::from)] {
        let mut found = 0;
        let check = median(|| found = check(folder.path(), threads));
        println!(
            "check, {threads} thread(s)       {check:9.2} ms = {:.2} x reading, {:.2} x bare parse ({found} findings)",
            check / read,
            check / parse
        );
    }
    stages(folder.path());
    worded(folder.path());
}

/// What plans as they are published cost beside plain ones: phrases for numbers, and prose, citations, sums and tasks beside the table.
fn worded(plain: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = plans::write(folder.path(), Wording::Published);
    let (mut plainly, mut published) = (0.0, 0.0);
    // In turns, so that a busy moment of the machine falls on both.
    for _ in 0..3 {
        plainly += median(|| _ = black_box(check(plain, 1)));
        published += median(|| _ = black_box(check(folder.path(), 1)));
    }
    println!(
        "check, 1 thread, worded as published: {:.2} ms, {bytes} bytes = {:.2} x plain",
        published / 3.0,
        published / plainly
    );
}

/// Where the time of `check` goes on one thread.
fn stages(folder: &Path) {
    let settings = Settings::default();
    let load =
        || engine::load_files(&[folder.to_owned()], &[], settings.max_file_size).expect("plans");
    let sheets = engine::read_rule_sheets().expect("sheets");
    let files = load();
    let loading = median(|| _ = black_box(load()));
    let understanding =
        median(|| _ = black_box(engine::understand(files.clone(), &settings, Some(1))));
    let world = engine::understand(files.clone(), &settings, Some(1));
    let today = date(2026, 1, 31);
    let checking =
        median(|| _ = black_box(engine::check(&world, &settings, &sheets, today, Some(1))));
    let outcome = engine::check(&world, &settings, &sheets, today, Some(1));
    let writing = median(|| {
        let words = Words::new(Language::Zh, sheets.clone());
        let mut out = Vec::new();
        emit::write_outcome(Format::Concise, &outcome, &words, Options::default(), &mut out)
            .expect("memory");
        black_box(out);
    });
    println!(
        "load {loading:.2} ms, understand {understanding:.2} ms, rules {checking:.2} ms, write {writing:.2} ms"
    );
}

/// The whole command without its process: load, understand, check, write everything as `concise`.
fn check(folder: &Path, threads: usize) -> usize {
    let settings = Settings::default();
    let files =
        engine::load_files(&[folder.to_owned()], &[], settings.max_file_size).expect("plans");
    let world = engine::understand(files, &settings, Some(threads));
    let sheets = engine::read_rule_sheets().expect("sheets");
    let outcome = engine::check(&world, &settings, &sheets, date(2026, 1, 31), Some(threads));
    let words = Words::new(Language::Zh, sheets);
    let mut out = Vec::new();
    emit::write_outcome(Format::Concise, &outcome, &words, Options::default(), &mut out)
        .expect("memory");
    black_box(out);
    outcome.findings.len()
}
