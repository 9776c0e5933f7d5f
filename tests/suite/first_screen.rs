//! What stands on the first screen of a run on the real plans: every error, and no picture before the list has ended.

use planlint::{
    config::Language,
    emit::{self, Format, Options},
    engine::Files,
    words::Words,
};

use crate::{
    command::{planlint, text},
    support::{TODAY, check, plans_folder, plans_in, sheets},
};

/// The columns of a terminal that is neither wide nor narrow.
const COLUMNS: usize = 100;

/// The lines that the three sets of plans give together.
fn lines(language: Language) -> Vec<String> {
    let files: Files = ["zhejiang", "outline", "eu-2030"].into_iter().flat_map(plans_in).collect();
    let (_, outcome) = check(files, TODAY);
    let options = Options { width: COLUMNS, ..Options::default() };
    let mut out = Vec::new();
    let words = Words::new(language, sheets());
    emit::write_outcome(Format::Full, &outcome, &words, options, &mut out).unwrap();
    String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn every_error_is_told_within_sixty_lines_and_everything_within_few_screens() {
    for (language, level, most) in [(Language::Zh, "须核改", 220), (Language::En, "error", 240)]
    {
        let lines = lines(language);
        // `  1 须核改 26:58 …`: a number, the level, the place.
        let is_error = |line: &String| {
            let mut words = line.split_whitespace();
            words.next().is_some_and(|first| first.parse::<u32>().is_ok())
                && words.next() == Some(level)
        };
        let errors: Vec<usize> =
            lines.iter().enumerate().filter(|(_, line)| is_error(line)).map(|(at, _)| at).collect();
        assert!(errors.len() >= 9, "{language:?} {errors:?}");
        assert!(errors.iter().all(|at| *at < 60), "{language:?} {errors:?}");
        let first_picture = lines.iter().position(|line| line.contains('╭')).unwrap();
        assert!(errors.iter().all(|at| *at < first_picture), "{language:?} {first_picture}");
        assert!(lines.len() <= most, "{language:?}: {} lines", lines.len());
    }
}

#[test]
fn plans_with_someone_above_come_before_those_at_the_top() {
    let lines = lines(Language::Zh);
    let at = |head: &str| lines.iter().position(|line| line.starts_with(head)).unwrap();
    let (county, province) =
        (at("德清县 · 2021—2025 · 新型城镇化 · 上级 湖州市、浙江省"), at("浙江省 ·"));
    assert!(county < province, "{county} {province}");
    // What a plan has of each level stands in its head, and the signs are told once.
    let head = lines.iter().find(|line| line.starts_with("德清县 · 2021—2025")).unwrap();
    assert!(head.contains(" · ✕3 ▲6 ●20 ？1 ·"), "{head}");
    let legend = "（✕ 须核改，▲ 请说明，● 供参考，？ 未能判定）";
    assert_eq!(lines.iter().filter(|line| line.ends_with(legend)).count(), 1);
}

#[test]
fn what_one_parent_asks_and_nobody_carries_is_one_item_unless_an_earlier_run_parts_it() {
    let folder = tempfile::tempdir().unwrap();
    let plans = plans_folder().join("zhejiang");
    let common = ["check", plans.to_str().unwrap(), "--today", "2026-01-31", "--exit-zero"];
    let run = |more: &[&str]| planlint(folder.path(), &[&common[..], more].concat());
    assert_eq!(run(&["--format", "json=before.json"]).status.code(), Some(0));
    let told = text(&run(&[]).stdout).replace("\n    ", "");
    let of_city = |told: &str| {
        let items = told.lines().filter(|line| line.contains("湖州市这份规划没有列出"));
        items.map(str::to_owned).collect::<Vec<_>>()
    };
    let [item] = of_city(&told).try_into().unwrap();
    assert!(item.contains("同样没有列出的还有") && item.contains("互联网+监管"), "{item}");
    // The last of the three was not there before: it is marked, and no word is said of the other two.
    let before = folder.path().join("before.json");
    let mut known: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&before).unwrap()).unwrap();
    let findings = known["findings"].as_array_mut().unwrap();
    findings.retain(|finding| {
        let message = finding["message"].as_str().unwrap();
        !message.contains("互联网+监管") || !message.contains("没有列出")
    });
    std::fs::write(&before, known.to_string()).unwrap();
    let told = text(&run(&["--previous", "before.json"]).stdout).replace("\n    ", "");
    let [two, new] = of_city(&told).try_into().unwrap();
    assert!(two.contains("同样没有列出的还有") && !two.contains("互联网+监管"), "{two}");
    assert!(new.contains("[新]") && new.contains("互联网+监管"), "{new}");
}
