//! What formatting keeps: the tree, every word, every comment; on files broken in thousands of ways.

use planlint::syntax::{FormatOptions, Keywords, format_plan};
use proptest::prelude::*;

use crate::language::{meaning, picture};

const SAMPLES: [&str; 4] = [
    include_str!("samples/county.plan"),
    include_str!("samples/city.plan"),
    include_str!("samples/county-en.plan"),
    include_str!("samples/register.plan"),
];

/// What a mutation writes into a file: marks of the language, odd spaces, line ends, invisible characters.
const PIECES: [&str; 44] = [
    "|",
    "｜",
    "\\|",
    "\\",
    "\t",
    " ",
    "  ",
    "\u{3000}",
    "\u{A0}",
    "#",
    "＃",
    "  # ",
    "*",
    "[",
    "]",
    "【",
    "】",
    "《",
    "》",
    "“",
    "”",
    "「",
    "」",
    "\"",
    "＂",
    ":",
    "：",
    "---",
    "| --- |",
    "注：",
    "note: ",
    "规划 ",
    "plan ",
    "正文",
    "指标表 ",
    "targets",
    "地区: ",
    "\n",
    "\r\n",
    "\r",
    "\u{200B}",
    "\0",
    "ｐｌａｎ “x”",
    "# 豁免(a) b 至 2026-1-1",
];

/// One change of a text; the numbers choose lines and places.
#[derive(Clone, Debug)]
enum Mutation {
    DeleteLine(usize),
    DuplicateLine(usize, usize),
    SwapLines(usize, usize),
    BorrowLine(usize, usize, usize),
    Insert(usize, usize, usize),
    DeleteCharacters(usize, usize, usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let n = any::<u16>().prop_map(usize::from);
    prop_oneof![
        1 => n.clone().prop_map(Mutation::DeleteLine),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Mutation::DuplicateLine(a, b)),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Mutation::SwapLines(a, b)),
        1 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Mutation::BorrowLine(a, b, c)),
        4 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Mutation::Insert(a, b, c)),
        2 => (n.clone(), n.clone(), 1..4_usize).prop_map(|(a, b, c)| Mutation::DeleteCharacters(a, b, c)),
    ]
}

fn apply(lines: &mut Vec<String>, mutation: &Mutation) {
    let count = lines.len().max(1);
    match *mutation {
        Mutation::DeleteLine(at) if !lines.is_empty() => drop(lines.remove(at % count)),
        Mutation::DuplicateLine(from, to) if !lines.is_empty() => {
            let line = lines[from % count].clone();
            lines.insert(to % count, line);
        }
        Mutation::SwapLines(a, b) if !lines.is_empty() => lines.swap(a % count, b % count),
        Mutation::BorrowLine(sample, from, to) => {
            let other: Vec<_> = SAMPLES[sample % SAMPLES.len()].lines().collect();
            lines.insert(to % count, other[from % other.len()].to_owned());
        }
        Mutation::Insert(line, at, piece) if !lines.is_empty() => {
            let line = &mut lines[line % count];
            let place = boundary(line, at);
            line.insert_str(place, PIECES[piece % PIECES.len()]);
        }
        Mutation::DeleteCharacters(line, at, length) if !lines.is_empty() => {
            let line = &mut lines[line % count];
            for _ in 0..length {
                let place = boundary(line, at);
                if place < line.len() {
                    line.remove(place);
                }
            }
        }
        _ => {}
    }
}

/// A place between two characters of a line.
fn boundary(line: &str, at: usize) -> usize {
    let places: Vec<_> = line.char_indices().map(|(place, _)| place).chain([line.len()]).collect();
    places[at % places.len()]
}

fn mutant() -> impl Strategy<Value = String> {
    let ends = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r")];
    let changes = proptest::collection::vec(mutation(), 0..6);
    (0..SAMPLES.len(), 0..30_usize, 1..12_usize, changes, ends).prop_map(
        |(sample, from, length, changes, end)| {
            let lines = SAMPLES[sample].lines().map(str::to_owned);
            let mut lines: Vec<String> = lines.collect();
            // A stretch of a file is broken more thoroughly than a whole one.
            if length < 8 {
                lines = lines.into_iter().skip(from).take(length + 3).collect();
            }
            changes.iter().for_each(|change| apply(&mut lines, change));
            lines.join(end)
        },
    )
}

/// Every character that formatting must neither lose nor add.
fn ink(text: &str) -> String {
    let moved = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '|' | '｜' | ':' | '：' | '-' | '－' | '[' | ']' | '【' | '】' | '［' | '］'
            )
    };
    text.chars().filter(|character| !moved(*character)).collect()
}

fn options(keywords: Keywords) -> FormatOptions {
    FormatOptions { keywords, ..FormatOptions::default() }
}

/// Thousands of cases; PROPTEST_CASES asks for more.
fn cases() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(1000), failure_persistence: None, ..config }
}

#[test]
fn a_table_is_aligned_and_written_in_other_words() {
    let text = "规划：《甲县规划》\n类型：专项规划\n\n\n指标表 “表1”\n指标\t2020年\t2025年目标值\t属性\n[空 间]   # 组\n\
                绿化率（%）\t≥1\t20\t约束性\n|“一网通办”率|2|3|预期性|# 注\n这行读不懂  \n";
    let chinese = "规划 《甲县规划》\n类型: 专项规划\n\n指标表 “表1”\n\
                   | 指标         | 2020年 | 2025年目标值 | 属性   |\n\
                   [空 间]  # 组\n\
                   | 绿化率（%）  | ≥1     | 20           | 约束性 |\n\
                   | “一网通办”率 | 2      | 3            | 预期性 |  # 注\n\
                   这行读不懂  \n";
    assert_eq!(format_plan(text, &FormatOptions::default()), chinese);
    let wide =
        format_plan(text, &FormatOptions { ambiguous_wide: true, ..FormatOptions::default() });
    assert!(wide.contains("| 绿化率（%）    | ≥1    | 20"), "{wide}");
    let english = format_plan(text, &options(Keywords::English));
    assert!(english.starts_with("plan 《甲县规划》\nkind: special\n"), "{english}");
    assert!(english.contains("| indicator    | 2020 | 2025 target | class      |\n"), "{english}");
    assert!(english.contains("| 绿化率（%）  | ≥1   | 20          | binding    |\n"), "{english}");
}

#[test]
fn samples_go_to_the_other_words_and_back() {
    for sample in SAMPLES {
        for (there, back) in
            [(Keywords::English, Keywords::Chinese), (Keywords::Chinese, Keywords::English)]
        {
            let there = format_plan(sample, &options(there));
            let back = format_plan(&there, &options(back));
            assert_eq!(meaning(sample), meaning(&there));
            assert_eq!(meaning(sample), meaning(&back));
        }
    }
}

#[test]
fn line_ends_stay_and_one_huge_cell_does_not_blow_up_a_file() {
    let text = format!(
        "指标表\r\n|指标|2020|\r\n|{}|1|\r\n{}",
        "a".repeat(100_000),
        "|b|1|\r\n".repeat(1000)
    );
    let once = format_plan(&text, &FormatOptions::default());
    assert!(once.len() < 2 * text.len());
    assert_eq!(once.matches("\r\n").count(), once.matches('\n').count());
    assert_eq!(picture(&text), picture(&once));
    assert_eq!(format_plan("", &FormatOptions::default()), "");
}

/// The plans of the repository, when it has some.
fn plans() -> std::io::Result<Vec<String>> {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans")];
    let mut plans = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "plan") {
                plans.push(std::fs::read_to_string(path)?);
            }
        }
    }
    Ok(plans)
}

#[test]
fn whole_files_keep_their_tree() {
    for text in plans().unwrap().iter().map(String::as_str).chain(SAMPLES) {
        let once = format_plan(text, &FormatOptions::default());
        assert_eq!(picture(text), picture(&once));
        assert_eq!(once, format_plan(&once, &FormatOptions::default()));
        assert_eq!(ink(text), ink(&once));
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn formatting_keeps_the_tree_and_every_word(text in mutant(), wide in any::<bool>()) {
        let options = FormatOptions { ambiguous_wide: wide, ..FormatOptions::default() };
        let once = format_plan(&text, &options);
        prop_assert_eq!(picture(&text), picture(&once), "{}", once);
        prop_assert_eq!(&once, &format_plan(&once, &options));
        prop_assert_eq!(ink(&text), ink(&once));
    }

    #[test]
    fn rewriting_keywords_keeps_the_meaning(text in mutant(), chinese in any::<bool>()) {
        let keywords = if chinese { Keywords::Chinese } else { Keywords::English };
        let once = format_plan(&text, &options(keywords));
        prop_assert_eq!(meaning(&text), meaning(&once), "{}", once);
        prop_assert_eq!(&once, &format_plan(&once, &options(keywords)));
    }
}
