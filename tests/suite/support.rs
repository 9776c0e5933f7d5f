//! What several tests share: checking texts from memory.

use std::sync::{Arc, OnceLock};

use jiff::civil::{Date, date};
use planlint::{
    config::{BASELINE_FILE, DECISIONS_FILE, Settings, read_baseline, read_decisions},
    document::{About, Document, DocumentFormat, open_document},
    engine::{self, File, Files, Outcome, World},
    rulebook::{Example, RuleSheets},
    suppress::{Exceptions, Ledger},
    text::{Source, UnreadReason},
};

/// The day tests are checked on.
pub const TODAY: Date = date(2026, 1, 31);

/// Texts by name as the files of a run; a replacement character in a text stands for a byte that is no text.
pub fn files<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Files {
    texts.into_iter().map(|(name, text)| (name.to_owned(), File::of_bytes(bytes(text)))).collect()
}

fn bytes(text: &str) -> Vec<u8> {
    let pieces: Vec<&[u8]> = text.split(char::REPLACEMENT_CHARACTER).map(str::as_bytes).collect();
    pieces.join(&0xFF)
}

/// The sheets of all rules.
pub fn sheets() -> Arc<RuleSheets> {
    static SHEETS: OnceLock<Arc<RuleSheets>> = OnceLock::new();
    Arc::clone(SHEETS.get_or_init(|| engine::read_rule_sheets().expect("every sheet can be read")))
}

/// The document that an office file is.
pub fn read_office(bytes: &[u8]) -> Result<Document, UnreadReason> {
    open_document(DocumentFormat::Package, bytes, &About::default())
}

/// The same with its tracked changes accepted or rejected.
pub fn read_word(bytes: &[u8], reject_changes: bool) -> Result<Document, UnreadReason> {
    let about = About { reject_changes, ..About::default() };
    open_document(DocumentFormat::Package, bytes, &about)
}

/// Understands and checks files with default settings.
pub fn check(files: Files, today: Date) -> (World, Outcome) {
    check_with(files, today, &Settings::default())
}

/// Understands and checks files.
pub fn check_with(files: Files, today: Date, settings: &Settings) -> (World, Outcome) {
    let (exceptions, files) = exceptions(files);
    let world = World { exceptions, ..engine::understand(files, settings, Some(1)) };
    let outcome = engine::check(&world, settings, &sheets(), today, Some(1));
    (world, outcome)
}

/// The files of an example without its marks.
pub fn files_of(example: &Example) -> Files {
    let plain = example.plain_files();
    files(plain.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

/// The day an example is checked on.
pub fn today_of(example: &Example) -> Date {
    example.today.as_deref().map_or(TODAY, |day| day.parse().expect("a date"))
}

/// Checks an example as its sheet asks.
pub fn check_example(example: &Example) -> (World, Outcome) {
    check_with(files_of(example), today_of(example), &settings_of(example))
}

/// Default settings with the levels an example of a sheet asks for.
pub fn settings_of(example: &Example) -> Settings {
    let mut settings = Settings::default();
    for (rule, level) in &example.levels {
        assert!(
            sheets().get(rule).is_some(),
            "an example gives a level to {rule}, which is no rule"
        );
        settings.levels.cap(rule, *level);
    }
    settings
}

/// The decisions and the baseline among files, and the others.
fn exceptions(mut files: Files) -> (Exceptions, Files) {
    let mut source = |name| {
        let bytes = files.remove(name)?.content.expect("a text");
        Some(Source::new(name, &String::from_utf8(bytes).expect("UTF-8")))
    };
    let (decisions, baseline) = (source(DECISIONS_FILE), source(BASELINE_FILE));
    let decisions = decisions.map(|source| {
        let entries = read_decisions(&source.text).expect("decisions");
        Ledger { source, entries }
    });
    let baseline = baseline.map(|source| {
        let entries = read_baseline(&source.text).expect("a baseline");
        Ledger { source, entries }
    });
    (Exceptions { decisions, baseline }, files)
}

/// The folder with the real plans.
pub fn plans_folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans")
}

/// The five plans of one topic, under the paths `planlint check plans` shows.
pub fn plans() -> Files {
    plans_in("zhejiang")
}

/// The plans of a folder of `plans/`, or of all with an empty name, under the paths `planlint check plans` shows.
pub fn plans_in(folder: &str) -> Files {
    let loaded = engine::load_files(&[plans_folder().join(folder)], &[], 1 << 26).expect("plans");
    let shown = |path: String| {
        let at = path.rfind("plans/").unwrap_or_default();
        path.get(at..).unwrap_or_default().to_owned()
    };
    loaded.into_iter().map(|(path, file)| (shown(path), file)).collect()
}
