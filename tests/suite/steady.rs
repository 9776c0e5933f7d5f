//! The same plans give the same bytes: whatever the order of files and the number of threads.

use planlint::{
    config::{Language, Settings},
    emit::{self, Format, Options},
    engine::{self, File, Files},
    words::Words,
};

use crate::support::{self, TODAY};

fn written(files: Files, threads: usize, format: Format) -> Vec<u8> {
    let settings = Settings::default();
    let world = engine::understand(files, &settings, Some(threads));
    let sheets = support::sheets();
    let outcome = engine::check(&world, &settings, &sheets, TODAY, Some(threads));
    let words = Words::new(Language::Zh, sheets);
    let options = Options { verbose: true, ..Options::default() };
    let mut out = Vec::new();
    emit::write_outcome(format, &outcome, &words, options, &mut out).expect("memory");
    out
}

/// A shuffle that needs no randomness of the system.
fn shuffled<T>(mut items: Vec<T>, seed: u64) -> Vec<T> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for at in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(at, (state % (at as u64 + 1)) as usize);
    }
    items
}

#[test]
fn twenty_orders_of_files_and_one_or_two_threads_give_identical_bytes() {
    let plans: Vec<(String, File)> = support::plans().into_iter().collect();
    for format in [Format::Full, Format::Concise, Format::Json] {
        let first = written(plans.iter().cloned().collect(), 1, format);
        assert!(first.len() > 1_000);
        for seed in 0..20 {
            let order: Files = shuffled(plans.clone(), seed).into_iter().collect();
            assert!(written(order, 1 + (seed % 2) as usize, format) == first, "order {seed}");
        }
    }
}

#[test]
fn paths_in_any_order_are_the_same_run() {
    let folder = support::plans_folder();
    let mut paths: Vec<_> = std::fs::read_dir(folder.join("zhejiang"))
        .expect("the plans")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let load =
        |paths: &[std::path::PathBuf]| engine::load_files(paths, &[], 1 << 26).expect("plans");
    let first = written(load(&paths), 1, Format::Json);
    for seed in 0..5 {
        let order = shuffled(paths.clone(), seed);
        assert!(written(load(&order), 2, Format::Json) == first, "order {seed}");
    }
}
