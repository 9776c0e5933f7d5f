//! How many of the targets that readers labelled in public texts are read: `PLANLINT_CORPUS` names the folder of the texts.
//!
//! What the readers found stands in `tests/corpus-2.csv`, as facts.

use std::{collections::BTreeSet, fs, path::PathBuf};

use planlint::{
    config::Settings,
    engine,
    views::{self, Record, ValueRole},
};

/// A target that a reader labelled.
struct Label {
    document: String,
    line: u32,
    indicator: String,
    year: String,
    value: String,
}

/// What of a document's labels was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Score {
    /// Labels with a number, and those found with it and its year.
    numbers: (usize, usize),
    /// Labels in words alone, and those found.
    words: (usize, usize),
    /// Targets given out, and those that are labels.
    given: (usize, usize),
    /// The labels that were not read, and what was given out for none.
    misses: Vec<String>,
}

/// The documents, with the least of labels with a number, of labels in words, and of right ones among a hundred given.
const LEAST: [(&str, usize, usize, usize); 11] = [
    ("nation-plan-10", 40, 11, 98),
    ("nation-report-2011", 38, 23, 100),
    ("nation-report-2014", 36, 28, 98),
    ("report-2026-anhui", 48, 16, 100),
    ("report-2026-chongqing", 51, 7, 98),
    ("report-2026-fujian", 24, 7, 100),
    ("report-2026-gansu", 67, 13, 100),
    ("report-2026-hunan", 41, 14, 98),
    ("report-2026-jilin", 66, 15, 100),
    ("report-2026-ningxia", 53, 22, 100),
    ("report-2026-shandong", 72, 4, 100),
];

/// The rows of the list; none of its cells holds a comma.
fn labels() -> Vec<Label> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus-2.csv");
    let text = fs::read_to_string(path).expect("the labels");
    let label = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let [document, at, indicator, _, year, value, _, _] = cells.as_slice() else {
            unreachable!("a row of another width: {line}")
        };
        Label {
            document: (*document).to_owned(),
            line: at.parse().expect("a line"),
            indicator: (*indicator).to_owned(),
            year: (*year).to_owned(),
            value: (*value).to_owned(),
        }
    };
    text.lines().skip(1).map(label).collect()
}

/// The runs of digits of a text, with the point in them; 5G is none.
fn numbers(text: &str) -> BTreeSet<String> {
    let folded = planlint::text::fold_full_width(text).replace(',', "").replace("5G", "");
    let runs =
        folded.split(|c: char| !c.is_ascii_digit() && c != '.').map(|run| run.trim_matches('.'));
    runs.filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

/// The pairs of adjacent characters of a name, without what only says that something is done or grows.
fn pairs(name: &str) -> BTreeSet<String> {
    let mut bare: String =
        name.chars().filter(|c| !c.is_whitespace() && !"“”《》（）()、，的".contains(*c)).collect();
    for word in ["年均", "增长", "增速", "增加值", "达到", "新增", "建设", "完成", "实施"]
    {
        let less = bare.replace(word, "");
        bare = if less.is_empty() { bare } else { less };
    }
    let characters: Vec<char> = bare.chars().collect();
    let pairs = characters.windows(2).map(|pair| pair.iter().collect());
    if characters.len() < 2 { std::iter::once(bare).collect() } else { pairs.collect() }
}

/// Whether two names share at least half the pairs of the shorter one.
fn is_like(one: &str, other: &str) -> bool {
    let (one, other) = (pairs(one), pairs(other));
    one.intersection(&other).count() * 2 >= one.len().min(other.len()).max(1)
}

/// Whether a label's year or the last of its years is that of a record; where the reader saw none, that of the part counts.
fn is_year(label: &Label, record: &Record) -> bool {
    let last = label.year.get(label.year.len().saturating_sub(4)..).unwrap_or_default();
    last.is_empty() || last.parse() == Ok(record.year)
}

fn targets(document: &str) -> Vec<(u32, Record)> {
    let folder = PathBuf::from(std::env::var("PLANLINT_CORPUS").expect("PLANLINT_CORPUS"));
    let path = folder.join(format!("{document}.txt"));
    // Places are those of the text without the mark of its encoding.
    let text = fs::read_to_string(&path).expect("a text").replace('\u{feff}', "");
    let files = engine::load_files(&[path], &[], 1 << 26).expect("a text");
    let world = engine::understand(files, &Settings::default(), None);
    let line = |record: &Record| {
        let source = world.model.sources.get(record.place.file)?;
        let span = match &source.parts {
            Some(parts) => parts.real(record.place.span)?,
            None => record.place.span,
        };
        let before = text.get(..span.start as usize)?;
        u32::try_from(before.matches('\n').count() + 1).ok()
    };
    let records =
        views::records(&world.model).into_iter().filter(|record| record.role == ValueRole::Target);
    records.map(|record| (line(&record).unwrap_or_default(), record)).collect()
}

fn score(document: &str, labels: &[Label]) -> Score {
    let read = targets(document);
    let mut free: BTreeSet<usize> = (0..read.len()).collect();
    let mut score = Score { given: (0, read.len()), ..Score::default() };
    for label in labels.iter().filter(|label| label.document == document) {
        let wanted = numbers(&label.value);
        let fits = |at: &&usize| {
            let Some((line, record)) = read.get(**at) else { return false };
            let own = numbers(&record.value);
            let same = own.is_empty() == wanted.is_empty()
                && (own.is_empty() || !own.is_disjoint(&wanted));
            *line == label.line && same && is_like(&label.indicator, &record.indicator)
        };
        let close = |at: &&usize| {
            let (_, record) = &read[**at];
            (
                is_year(label, record),
                pairs(&label.indicator).intersection(&pairs(&record.indicator)).count(),
            )
        };
        let found = free.iter().filter(fits).max_by_key(close).copied();
        let is_right = found.is_some_and(|at| wanted.is_empty() || is_year(label, &read[at].1));
        if !is_right {
            let read = found.map(|at| (&read[at].1.indicator, read[at].1.year));
            let Label { line, indicator, value, year, .. } = label;
            score
                .misses
                .push(format!("{document}:{line}: {indicator} {value} in {year}: {read:?}"));
        }
        free.retain(|at| Some(*at) != found);
        let kind = if wanted.is_empty() { &mut score.words } else { &mut score.numbers };
        kind.1 += 1;
        kind.0 += usize::from(is_right);
        score.given.0 += usize::from(is_right);
    }
    for (line, record) in free.iter().filter_map(|at| read.get(*at)) {
        let Record { indicator, value, year, .. } = record;
        score.misses.push(format!("{document}:{line}: no label: {indicator} {value} in {year}"));
    }
    score
}

#[test]
fn what_readers_labelled_is_read() {
    let labels = labels();
    let mut worse = Vec::new();
    for (document, numbers, words, given) in LEAST {
        let score = score(document, &labels);
        let Score { numbers: found, words: worded, given: right, misses } = score;
        println!("{}", misses.join("\n"));
        println!(
            "{document}: {} of {} with a number, {} of {} in words, {} of {} given out right",
            found.0, found.1, worded.0, worded.1, right.0, right.1
        );
        let is_worse = found.0 < numbers || worded.0 < words || right.0 * 100 < given * right.1;
        worse.extend(is_worse.then_some(document));
    }
    assert!(worse.is_empty(), "less is read of {worse:?}");
}
