//! What became of the numbers is said wherever a run says how it went.

use std::fs;

use serde_json::Value;

use crate::program::{planlint, text};

const DRAFT: &str = "# 甲省住房发展规划（2026—2030年）\n\n到2030年，城镇化率达到65%，森林覆盖率达到48.5%。\n\n办理777项说不清的事，见第3章。\n";
const PLAN: &str = "规划 《乙省规划》\n地区: 乙省\n规划期: 2026—2030\n\n指标表\n| 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 城镇化率（%） | 58 | 65 |\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), DRAFT).unwrap();
    fs::write(folder.path().join("b.plan"), PLAN).unwrap();
    folder
}

/// The counts that the last line of a check of `names` says.
fn counts(folder: &tempfile::TempDir, names: &[&str], language: &str) -> String {
    let words = [&["--lang", language, "check"], names].concat();
    let said = text(&planlint(folder.path(), &words).stdout);
    let last = said.lines().last().unwrap().to_owned();
    let (start, gap) = if language == "zh" { ("读出 ", "；") } else { (" numbers read", "; ") };
    last.rsplit(gap).find(|part| part.contains(start)).unwrap().to_owned()
}

#[test]
fn json_counts_the_numbers_of_each_plan_and_lists_the_unread() {
    let folder = folder();
    let run = |format: &str| {
        text(&planlint(folder.path(), &["check", "a.md", "b.plan", "--format", format]).stdout)
    };
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    let all = &json["summary"]["read"];
    for kind in ["read", "aside", "unread"] {
        let plans = json["plans"].as_array().unwrap();
        assert_eq!(plans.len(), 2);
        let sum: u64 = plans.iter().map(|plan| plan["read"][kind].as_u64().unwrap()).sum();
        assert_eq!(all[kind].as_u64(), Some(sum), "{kind}");
    }
    let plans: Vec<&Value> = json["plans"].as_array().unwrap().iter().collect();
    assert_eq!(plans[0]["file"], "a.md");
    assert_eq!(plans[0]["read"]["unread"], 1);
    assert_eq!((&plans[1]["plan"], &plans[1]["read"]["unread"]), (&"乙省规划".into(), &0.into()));
    let unread = json["unread"].as_array().unwrap();
    assert_eq!((unread.len(), &unread[0]["place"]["line"]), (1, &5.into()));
    assert!(unread[0]["clause"].as_str().unwrap().contains("777"), "{unread:?}");
    let lines: Vec<Value> =
        run("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).count();
    assert_eq!((of("plan"), of("unread")), (2, 1));
}

#[test]
fn a_draft_an_import_and_an_export_say_it() {
    let folder = folder();
    for language in ["zh", "en"] {
        let expected = counts(&folder, &["a.md"], language);
        let run = |words: &[&str]| {
            let output = planlint(folder.path(), &[&["--lang", language], words].concat());
            (text(&output.stdout), text(&output.stderr))
        };
        let (draft, _) = run(&["a.md", "b.plan"]);
        // The line may be folded at a blank or between Chinese words.
        let unfolded = [draft.replace('\n', ""), draft.replace('\n', " ")];
        assert!(unfolded.iter().any(|draft| draft.contains(&expected)), "{draft}");
        assert!(!draft.contains("a.md:5:"), "{draft}");
        let (draft, _) = run(&["a.md", "b.plan", "-v"]);
        assert!(draft.contains("a.md:5:3: "), "{draft}");
        let (import, _) = run(&["import", "a.md", "-o", language]);
        assert!(import.contains(&expected) && import.contains("planlint read a.md"), "{import}");
        let (records, said) = run(&["export", "a.md"]);
        assert!(serde_json::from_str::<Value>(&records).unwrap().is_array());
        assert_eq!(said, format!("{expected}\n"));
        let (written, said) = run(&["export", "a.md", "-o", "values.json"]);
        assert_eq!((written, &*said), (format!("{expected}\n"), ""));
        let (_, said) = run(&["export", "a.md", "-q"]);
        assert_eq!(said, "");
    }
}

#[test]
fn a_report_says_it_in_each_format() {
    let folder = folder();
    let expected = counts(&folder, &["a.md", "b.plan"], "zh");
    let words = ["report", "a.md", "b.plan", "-o", "out", "--formats", "html,md,docx,xlsx"];
    let output = planlint(folder.path(), &words);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    let mut formats = 0;
    for entry in fs::read_dir(folder.path().join("out")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let said = match path.extension().and_then(|ending| ending.to_str()) {
            Some("docx" | "xlsx") => unpacked(&bytes),
            _ => text(&bytes),
        };
        assert!(said.contains(&expected), "{}", path.display());
        formats += 1;
    }
    assert_eq!(formats, 4);
}

/// All parts of a package as one text.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let parts = (0..archive.len())
        .map(|at| std::io::read_to_string(archive.by_index(at).unwrap()).unwrap_or_default());
    parts.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_unread_target_fails_a_run_that_asks_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["城镇化率", "森林覆盖率", "绿化率", "供水率", "污水处理率", "垃圾处理率"];
    let rows = names.map(|name| format!("| {name}（%） | 90 | 95 |\n")).concat();
    let table = format!(
        "# 甲省住房发展规划（2026—2030年）\n\n| 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n{rows}| 住房覆盖率（%） | 90 | 95? |\n"
    );
    fs::write(folder.path().join("a.md"), table).unwrap();
    let code = |words: &[&str]| planlint(folder.path(), words).status.code();
    assert_eq!(code(&["check", "a.md"]), Some(0));
    assert_eq!(code(&["read", "a.md"]), Some(0));
    assert_eq!(code(&["check", "a.md", "--fail-on", "unread"]), Some(1));
    assert_eq!(code(&["read", "a.md", "--fail-on", "unread"]), Some(1));
}

#[test]
fn a_paragraph_that_sets_targets_counts_as_a_table_does() {
    let folder = tempfile::tempdir().unwrap();
    let draft = |more: &str| {
        format!(
            "# 浙江省住房发展规划（2026—2030年）\n\n到2030年，城镇化率达到65%，森林覆盖率达到48.5%。{more}\n\n另有777件说不清的事。\n"
        )
    };
    let run = |more: &str, words: &[&str]| {
        fs::write(folder.path().join("a.md"), draft(more)).unwrap();
        let output = planlint(folder.path(), words);
        (output.status.code(), text(&output.stdout))
    };
    // What is unread elsewhere is listed and fails nothing.
    let (code, said) = run("", &["check", "a.md", "-v", "--fail-on", "unread"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("未读出 另有777件") && !said.contains("unread-part"), "{said}");
    let (code, said) = run("办理88件说不清的事。", &["check", "a.md"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("指标表和写目标的段落里有 4 个数，其中 1 个没有读出"), "{said}");
    let (_, said) = run("办理88件说不清的事。", &["check", "a.md", "--lang", "en"]);
    assert!(said.contains("of the 4 numbers in the tables and paragraphs"), "{said}");
}
