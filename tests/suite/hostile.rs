//! Bad input: each a finding with its place, never a panic, and the other files are still checked.

use std::fs;

use planlint::{
    config::Settings,
    emit::{self, Format},
    engine::{self, Outcome},
    finding::Level,
    text::UnreadReason,
    words::{Language, Words},
};

use crate::support::{self, TODAY};

/// A county below its province, with one target that is short: found in every run below.
const SOUND: &str = "\
行政区划
| 地区 | 层级 | 上级 |
| ---- | ---- | ---- |
| 甲省 | 省   |      |
| 乙县 | 县   | 甲省 |

指标目录
| 指标   | 单位 | 方向     | 汇总     |
| ------ | ---- | -------- | -------- |
| 覆盖率 | %    | 越高越好 | 逐级达标 |
";

const ABOVE: &str = "\
规划 《甲省规划》
地区: 甲省
规划期: 2021-2025
主题: 住房

指标表
| 指标        | 2020年 | 2025年 | 属性   | 责任单位 |
| ----------- | ------ | ------ | ------ | -------- |
| 覆盖率（%） | 20     | 25     | 约束性 | 建设局   |
";

/// Writes the files beside a sound pair of plans and checks the folder.
fn beside(files: &[(&str, &[u8])]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let below = ABOVE.replace("甲省", "乙县").replace("| 25 ", "| 24 ");
    let sound = [("sound.plan", SOUND), ("above.plan", ABOVE), ("below.plan", &below)];
    for (name, text) in sound {
        fs::write(folder.path().join(name), text).unwrap();
    }
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    check(folder.path())
}

fn check(folder: &std::path::Path) -> Outcome {
    let settings = Settings::default();
    let files = engine::load_files(&[folder.to_owned()], &[], settings.max_file_size).unwrap();
    let world = engine::understand(files, &settings, None);
    let outcome = engine::check(&world, &settings, &support::sheets(), TODAY, None);
    assert_eq!(found(&outcome, "below.plan"), [("weaker-than-parent", 9)], "the sound pair");
    outcome
}

/// The rules found in a file, with their lines.
fn found(outcome: &Outcome, name: &str) -> Vec<(&'static str, u32)> {
    let in_file = outcome.findings.iter().filter_map(|finding| {
        let source = outcome.sources.get(finding.place().file)?;
        let line = source.position(finding.place().span.start).line;
        source.path.ends_with(name).then_some((finding.rule, line))
    });
    in_file.collect()
}

#[test]
fn files_that_hold_no_text_are_unread() {
    let outcome = beside(&[
        ("empty.plan", b""),
        ("blank.plan", b" \n\t\n"),
        ("binary.plan", b"\x7fELF\0\0\x01"),
    ]);
    for name in ["empty.plan", "blank.plan", "binary.plan"] {
        assert_eq!(found(&outcome, name), [("unread-file", 1)], "{name}");
    }
    assert_eq!(outcome.summary.unread, 3);
}

#[test]
fn a_file_over_the_limit_is_unread_and_a_line_below_it_is_read() {
    let long = vec![b'|'; 60 << 20];
    let outcome = beside(&[("long.plan", &long)]);
    assert!(found(&outcome, "long.plan").len() <= 2, "{:?}", found(&outcome, "long.plan"));
    assert!(!found(&outcome, "long.plan").is_empty());
    let large = vec![b'x'; 65 << 20];
    let outcome = beside(&[("large.plan", &large)]);
    assert_eq!(found(&outcome, "large.plan"), [("unread-file", 1)]);
}

#[test]
fn nested_brackets_are_one_problem_a_line() {
    for bracket in ["[", "《", "(", "（", "“", "|"] {
        let nested = bracket.repeat(100_000);
        let text = format!("规划 《丙》\n地区: 乙县\n{nested}\n");
        let outcome = beside(&[("nested.plan", text.as_bytes())]);
        assert!(!found(&outcome, "nested.plan").is_empty(), "{bracket}");
        assert!(found(&outcome, "nested.plan").len() < 5, "{bracket}");
    }
}

#[test]
fn a_name_or_a_phrase_of_many_brackets_is_no_stack_overflow() {
    let nested = "（".repeat(60_000);
    let text = format!(
        "{}| {nested} | {nested} | {nested} | {nested} |\n",
        ABOVE.replace("甲省规划", "丁").replace("地区: 甲省", "地区: 乙县")
    );
    let outcome = beside(&[("cell.plan", text.as_bytes())]);
    let rules = found(&outcome, "cell.plan");
    assert!(rules.iter().any(|(rule, _)| *rule == "unreadable-quantity"), "{rules:?}");
}

#[test]
fn misspelt_words_name_the_nearest_known_one() {
    let text = ABOVE.replace("甲省规划", "丙").replace("指标表", "指示表").replace("主题", "主提");
    let outcome = beside(&[("misspelt.plan", text.as_bytes())]);
    let rules = found(&outcome, "misspelt.plan");
    assert!(rules.contains(&("unknown-field", 4)), "{rules:?}");
    assert!(rules.contains(&("unknown-keyword", 6)), "{rules:?}");
}

#[test]
fn tables_without_head_or_with_other_cells_are_told() {
    let headless = "规划 《丙》\n地区: 乙县\n规划期: 2021-2025\n\n指标表\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| --- | --- | --- | --- |\n| 一 | 覆盖率 | 2025 |\n";
    let outcome = beside(&[("headless.plan", headless.as_bytes())]);
    let rules = found(&outcome, "headless.plan");
    assert!(rules.contains(&("missing-head", 5)), "{rules:?}");
    assert!(rules.contains(&("wrong-cell-count", 10)), "{rules:?}");
}

#[test]
fn two_files_of_one_plan_are_told() {
    let outcome = beside(&[
        ("again.plan", ABOVE.replace("甲省规划", "丙").as_bytes()),
        ("once-more.plan", ABOVE.replace("甲省规划", "丙").as_bytes()),
    ]);
    assert!(found(&outcome, "once-more.plan").contains(&("duplicate-plan", 1)));
}

#[test]
fn regions_and_plans_in_a_circle_are_told() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 子市 | 市 | 丑县 |\n| 丑县 | 县 | 子市 |\n";
    let plan = |title: &str, other: &str| {
        format!("规划 《{title}》\n地区: 乙县\n规划期: 2021-2025\n依据: 《{other}》\n")
    };
    let outcome = beside(&[
        ("regions.plan", regions.as_bytes()),
        ("one.plan", plan("寅", "卯").as_bytes()),
        ("two.plan", plan("卯", "寅").as_bytes()),
    ]);
    assert!(found(&outcome, "regions.plan").iter().any(|(rule, _)| *rule == "cyclic-hierarchy"));
    let plans = [found(&outcome, "one.plan"), found(&outcome, "two.plan")].concat();
    assert!(plans.iter().any(|(rule, _)| *rule == "cyclic-hierarchy"), "{plans:?}");
}

#[test]
fn other_encodings_are_read_and_bad_bytes_are_told() {
    let text = ABOVE.replace("甲省规划", "丙").replace("地区: 甲省", "地区: 乙县");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let outcome = beside(&[("gb.plan", &gb)]);
    assert!(!found(&outcome, "gb.plan").iter().any(|(rule, _)| rule.starts_with("un")));
    let mut bytes = text.into_bytes();
    let at = bytes.windows(3).position(|w| w == "住".as_bytes()).unwrap();
    bytes[at] = 0xFF;
    let outcome = beside(&[("bad.plan", &bytes)]);
    assert!(found(&outcome, "bad.plan").iter().any(|(rule, _)| *rule == "undecodable-text"));
}

#[test]
fn a_table_pasted_with_tabs_is_read() {
    let pasted = "规划 《丙》\n地区: 乙县\n规划期: 2021-2025\n主题: 住房\n\n指标表\n指标\t2020年\t2025年\t属性\t责任单位\n覆盖率（%）\t20\t23\t约束性\t建设局\n";
    let outcome = beside(&[("pasted.plan", pasted.as_bytes())]);
    let settings = Settings::default();
    assert_eq!(settings.max_file_size, 64 << 20);
    assert_eq!(outcome.summary.indicators, 3);
    let rules = found(&outcome, "pasted.plan");
    assert!(
        rules.iter().any(|(rule, line)| *rule == "conflicts-with-parent"
            || (*rule == "weaker-than-parent" && *line == 8)),
        "{rules:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_never_leave_the_folder_and_broken_ones_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.plan"), ABOVE).unwrap();
    let below = ABOVE.replace("甲省", "乙县").replace("| 25 ", "| 24 ");
    for (name, text) in [("sound.plan", SOUND), ("above.plan", ABOVE), ("below.plan", &below)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let link = |to: &std::path::Path, name: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    };
    link(&outside.path().join("secret.plan"), "outside.plan");
    link(&folder.path().join("nowhere"), "broken.plan");
    let outcome = check(folder.path());
    assert_eq!(found(&outcome, "outside.plan"), [("unread-file", 1)]);
    assert_eq!(found(&outcome, "broken.plan"), [("unread-file", 1)]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_unread_and_never_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("above.plan"), ABOVE).unwrap();
    let pipe = folder.path().join("pipe.plan");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for named in [folder.path(), pipe.as_path(), std::path::Path::new("/dev/zero")] {
        let files = engine::load_files(&[named.to_owned()], &[], 1 << 20).unwrap();
        let special = |file: &engine::File| file.content == Err(UnreadReason::Special);
        assert_eq!(files.values().filter(|file| special(file)).count(), 1, "{files:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_several_paths_lead_to_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("above.plan"), ABOVE).unwrap();
    std::os::unix::fs::symlink("above.plan", at("a.plan")).unwrap();
    std::os::unix::fs::symlink(".", at("folder.plan")).unwrap();
    let load = |inputs: &[std::path::PathBuf], against: &[std::path::PathBuf]| {
        let files = engine::load_files(inputs, against, 1 << 20).unwrap();
        let shown = files.keys().map(|name| name.rsplit('/').next().unwrap().to_owned());
        (shown.collect::<Vec<_>>(), files.values().any(|file| file.reference_only))
    };
    let once = (vec!["above.plan".to_owned()], false);
    let whole = [folder.path().to_owned()];
    assert_eq!(load(&whole, &whole), once);
    assert_eq!(load(&[at("."), at("a.plan"), at("above.plan")], &[at("a.plan")]), once);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_hide_no_file() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let folder = tempfile::tempdir().unwrap();
    let names: [&[u8]; 5] =
        [b"\xFF.plan", b"\xFE.plan", b"<FF>.plan", b"a\\b.plan", b"a\n\x1b.plan"];
    for name in names {
        fs::write(folder.path().join(OsStr::from_bytes(name)), ABOVE).unwrap();
    }
    fs::create_dir(folder.path().join("a")).unwrap();
    fs::write(folder.path().join("a/b.plan"), ABOVE).unwrap();
    let files = engine::load_files(&[folder.path().to_owned()], &[], 1 << 20).unwrap();
    assert_eq!(files.len(), 6, "{:?}", files.keys());
    assert!(files.values().all(|file| file.content.is_ok()));
}

#[test]
fn a_file_of_junk_is_told_with_its_count() {
    let junk = format!("{ABOVE}{}", "x\n".repeat(30_000));
    let outcome = beside(&[("junk.plan", junk.replace("甲省规划", "丙").as_bytes())]);
    let told = found(&outcome, "junk.plan");
    assert!(told.len() < 1010, "{}", told.len());
    let more = outcome.findings.iter().find(|finding| finding.draft.case == "more").unwrap();
    assert_eq!((more.rule, more.level), ("unreadable-line", Level::Error));
    assert_eq!(more.draft.facts.told()["count"], 29_000);
}

/// A chain of regions, each below the one before, as a file.
fn chain(length: usize) -> String {
    let row = |at: usize| match at {
        0 => "| 区0 | 省 | 甲省 |\n".to_owned(),
        _ => format!("| 区{at} | 县 | 区{} |\n", at - 1),
    };
    let rows: String = (0..length).map(row).collect();
    format!("行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n{rows}")
}

#[test]
fn deep_regions_are_compared_with_the_top_or_told() {
    let below = |at: usize| {
        ABOVE.replace("甲省", &format!("区{at}")).replace("| 25 ", "| 24 ").into_bytes()
    };
    let outcome = beside(&[("r.plan", chain(31).as_bytes()), ("deep.plan", &below(30))]);
    assert_eq!(found(&outcome, "deep.plan"), [("weaker-than-parent", 9)]);
    let outcome = beside(&[("r.plan", chain(5000).as_bytes()), ("deep.plan", &below(4999))]);
    assert_eq!(found(&outcome, "r.plan"), [("cyclic-hierarchy", 67)]);
}

#[test]
fn many_regions_in_circles_and_of_one_name_take_no_square() {
    let circle: String = (0..2000).map(|at| format!("| 区{at} | 县 | 区{} |\n", at ^ 1)).collect();
    let same: String = (0..2000).map(|at| format!("| 鼓楼区 | 县 | 市{at}甲乙 |\n")).collect();
    let text = format!("行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n{circle}{same}");
    let outcome = beside(&[("r.plan", text.as_bytes())]);
    let told = found(&outcome, "r.plan");
    let of = |name: &str| told.iter().filter(|(rule, _)| *rule == name).count();
    assert_eq!((of("cyclic-hierarchy"), of("unknown-region")), (1000, 2000));
}

/// The next of a fixed row of numbers that look like chance (xorshift).
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 16) as usize
}

/// Changes a few bytes, bars or lines of a text.
fn mutated(text: &[u8], state: &mut u64) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=next(state) % 6 {
        let at = next(state) % bytes.len();
        let line =
            bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |n| at + n);
        match next(state) % 6 {
            0 => bytes[at] = next(state) as u8,
            1 => drop(bytes.drain(at..line)),
            2 => bytes.insert(at, b"|[(\"#:0-\t\r\n\\"[next(state) % 12]),
            3 => {
                let copy = bytes[at..line].to_vec();
                let to = next(state) % bytes.len();
                bytes.splice(to..to, copy);
            }
            4 => {
                let word = ["𠮷", "\u{202E}", "《", "不低于", "较2020年", "－", "1e9", "\u{FEFF}"];
                bytes.splice(at..at, word[next(state) % word.len()].bytes());
            }
            _ => bytes.truncate(at.max(1)),
        }
    }
    bytes
}

#[test]
fn changed_plans_never_panic_and_threads_change_nothing() {
    let rounds = std::env::var("PLANLINT_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(5);
    let (plans, settings, sheets) = (support::plans(), Settings::default(), support::sheets());
    let mut state = 0x9E37_79B9_7F4A_7C15;
    for round in 0..rounds {
        let mut files = plans.clone();
        for file in files.values_mut() {
            let text = file.content.clone().unwrap();
            *file = engine::File::of_bytes(mutated(&text, &mut state));
        }
        let run = |threads| {
            let world = engine::understand(files.clone(), &settings, Some(threads));
            let outcome = engine::check(&world, &settings, &sheets, TODAY, Some(threads));
            let words = Words::new(Language::Zh, sheets.clone());
            let mut out = Vec::new();
            for format in [Format::Json, Format::Full] {
                emit::write_outcome(format, &outcome, &words, emit::Options::default(), &mut out)
                    .unwrap();
            }
            String::from_utf8(out).unwrap()
        };
        let one = run(1);
        assert!(one == run(2), "round {round}");
        let hidden = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(!one.chars().any(hidden), "round {round}");
    }
}
