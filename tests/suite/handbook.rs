//! `explain`: one rule with the words of its cases, and all rules as one handbook.

use planlint::{rulebook::Sheet, rules::REGISTRY};

use crate::program::{planlint, text};

fn said(words: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let output = planlint(folder.path(), words);
    assert_eq!(output.status.code(), Some(0), "{words:?}");
    text(&output.stdout)
}

#[test]
fn the_handbook_holds_every_rule_once_in_contents_and_text() {
    for (language, remedy) in [("zh", "\n  怎么改："), ("en", "\n  Remedy: ")] {
        let book = said(&["explain", "--all", "--lang", language]);
        assert_eq!(book.matches(remedy).count(), REGISTRY.len());
        let mut at = 0;
        for rule in REGISTRY {
            assert_eq!(book.matches(&format!("  {}\n", rule.name)).count(), 1, "{}", rule.name);
            let own = format!("  {}  [", rule.name);
            assert_eq!(book.matches(&own).count(), 1, "{}", rule.name);
            let found = book.find(&own).unwrap();
            assert!(found > at, "{} stands out of order", rule.name);
            at = found;
        }
        assert!(!book.chars().any(|c| c.is_control() && c != '\n'), "a character is hidden");
        assert_eq!(book.matches("⟪ ⟫").count(), 1, "the marks are explained once");
        let frame = ["\n  What: ", "Levels by case", "\n  Example: ", "\nContents\n"];
        let english = frame.iter().any(|words| book.contains(words));
        assert_eq!(english, language == "en");
        let chinese = ["\n  查什么：", "分情形的级别", "\n  例：", "\n目录\n"];
        assert_eq!(chinese.iter().any(|words| book.contains(words)), language == "zh");
    }
}

#[test]
fn an_example_is_cut_to_its_marks() {
    let book = said(&["explain", "--all"]);
    let of_rule = book.split("  weaker-than-parent  [").nth(1).unwrap();
    let example = of_rule.split("  也报：").next().unwrap();
    assert!(example.contains("⟪24⟫") && example.contains("⟪25⟫"), "{example}");
    assert!(!example.contains("---") && !example.contains("行政区划"), "{example}");
}

#[test]
fn cases_are_told_in_words() {
    for rule in REGISTRY {
        let sheet = Sheet::read(rule.sheet).unwrap();
        for (language, wording) in [("zh", &sheet.zh), ("en", &sheet.en)] {
            if wording.cases.is_empty() {
                continue;
            }
            let shown = said(&["explain", rule.name, "--lang", language]);
            for (case, words) in &wording.cases {
                let told = shown.lines().any(|line| line.trim_end().ends_with(words.as_str()));
                assert!(told, "{}: {words}", rule.name);
                assert!(!shown.contains(&format!("  {case}: ")), "{}: {case}", rule.name);
            }
        }
    }
}

#[test]
fn an_empty_name_is_no_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.plan"), "规划 《甲》\n地区: 甲省\n").unwrap();
    for words in [["explain", ""], ["explain", " "], ["trace", ""], ["trace", "\u{3000}"]] {
        for (language, hint) in [("zh", "写出名称的一部分即可"), ("en", "a part of it will do")]
        {
            let output = planlint(folder.path(), &[&words[..], &["--lang", language]].concat());
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{words:?}");
            assert!(text(&output.stderr).contains(hint), "{}", text(&output.stderr));
        }
    }
}
