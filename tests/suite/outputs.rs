//! What is written never takes the place of what is read or of what settles a run.

use std::{fs, path::Path, thread};

use crate::{
    documents::package,
    program::{planlint, text},
};

/// The plan of a city.
pub const CITY: &str = "规划 《湖州市住房“十四五”规划》\n地区: 湖州市\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 25 | 约束性 |\n";
const COUNTY: &str = "规划 《德清县住房“十四五”规划》\n地区: 德清县\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 24 | 约束性 |\n";

/// A Word draft of a county that asks for less than its city.
pub fn draft() -> Vec<u8> {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell(words)).collect::<String>())
    };
    let rows = [
        row(&["指标", "2020年", "2025年", "属性"]),
        row(&["城镇住房保障受益覆盖率（%）", "20", "24", "约束性"]),
    ];
    let body = format!(
        "<w:p><w:r><w:t>德清县住房“十四五”规划</w:t></w:r></w:p><w:tbl>{}</w:tbl>",
        rows.concat()
    );
    package::word(&package::document(&body))
}

/// A folder with plans, a draft, settings, decisions, known findings and results of an earlier run.
pub fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("city.plan"), CITY).unwrap();
    fs::write(at("county.plan"), COUNTY).unwrap();
    fs::write(at("draft.docx"), draft()).unwrap();
    fs::write(at("planlint.toml"), "lang = \"zh\"\n").unwrap();
    let report = ["report", ".", "-o", "review", "-f", "docx,json"];
    assert_eq!(planlint(folder.path(), &report).status.code(), Some(0));
    fs::rename(at("review/审查意见表.docx"), at("form.docx")).unwrap();
    fs::rename(at("review/检查结果.json"), at("earlier.json")).unwrap();
    assert_eq!(
        planlint(folder.path(), &["baseline", "write", "county.plan"]).status.code(),
        Some(0)
    );
    fs::write(at("planlint.decisions.toml"), "").unwrap();
    folder
}

/// Every file of a folder and what it holds.
pub fn all(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    found.sort();
    found
}

/// Commands that write, each with `@` for the file that is written.
const WRITERS: [&[&str]; 9] = [
    &["annotate", "draft.docx", "--force", "--against", "city.plan", "county.plan", "-o", "@"],
    &["annotate", "draft.docx", "--against", "city.plan", "county.plan", "-o", "@"],
    &["export", "city.plan", "county.plan", "draft.docx", "--format", "xlsx", "-o", "@"],
    &["export", "city.plan", "county.plan", "draft.docx", "--format", "csv", "-o", "@"],
    &[
        "check",
        "city.plan",
        "county.plan",
        "draft.docx",
        "--previous",
        "earlier.json",
        "--format",
        "json=@",
    ],
    &[
        "check",
        "--against",
        "city.plan",
        "county.plan",
        "--previous",
        "earlier.json",
        "--format",
        "csv=@",
        "--",
        "draft.docx",
    ],
    &["import-decisions", "form.docx", "-o", "@"],
    &["sheet", "draft.docx", "-o", "@"],
    &["read", "draft.docx", "--against", "city.plan", "county.plan", "-o", "@"],
];

/// What each of them has read or is set by.
fn kept(words: &[&str]) -> Vec<&'static str> {
    let mut kept = vec!["planlint.toml", "planlint.baseline.toml"];
    let of_plans = ["city.plan", "county.plan", "draft.docx"];
    kept.extend(of_plans.iter().filter(|name| words.contains(name)));
    kept.extend(["earlier.json", "form.docx"].iter().filter(|name| words.contains(name)));
    if words[0] != "import-decisions" {
        kept.push("planlint.decisions.toml");
    }
    kept
}

/// Tries to write over each file that the run has read or is set by; how often.
fn tries(words: &[&str]) -> usize {
    let folder = workspace();
    let before = all(folder.path());
    let mut tried = 0;
    for name in kept(words) {
        let ending = Path::new(name).extension().unwrap().to_str().unwrap();
        let ending = if words[0] == "sheet" { "xlsx" } else { ending };
        let aliases = [format!("link.{ending}"), format!("hard.{ending}")];
        let original = folder.path().join(name);
        #[cfg(unix)]
        std::os::unix::fs::symlink(&original, folder.path().join(&aliases[0])).unwrap();
        fs::hard_link(&original, folder.path().join(&aliases[1])).unwrap();
        let dotted = format!("./review/../{name}");
        // What a file may be called is one matter for all writers: the first tries every way.
        let ways = if words == WRITERS[0] { 4 } else { 1 };
        for alias in [&aliases[1], name, &dotted, &aliases[0]].into_iter().take(ways) {
            if !folder.path().join(alias).exists() {
                continue;
            }
            let words: Vec<String> = words.iter().map(|word| word.replace('@', alias)).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let done = planlint(folder.path(), &words);
            assert_eq!(done.status.code(), Some(2), "{words:?}: {done:?}");
            let said = text(&done.stderr);
            let refused = ["不能用结果覆盖", "文件已存在"].iter().any(|word| said.contains(word));
            assert!(refused || ending == "plan", "{words:?}: {said}");
            tried += 1;
        }
        for alias in &aliases {
            let _ = fs::remove_file(folder.path().join(alias));
        }
        assert_eq!(before, all(folder.path()), "{words:?} over {name}");
    }
    tried
}

#[test]
fn no_output_is_an_input_a_setting_or_a_decision() {
    let (one, other) = WRITERS.split_at(WRITERS.len() / 2);
    let sum = |part: &[&[&str]]| part.iter().map(|words| tries(words)).sum::<usize>();
    let tried = thread::scope(|scope| {
        let rest = scope.spawn(|| sum(other));
        sum(one) + rest.join().unwrap()
    });
    assert!(tried > 50, "{tried}");
}

#[test]
fn a_refusal_says_which_kind_of_file_it_is() {
    let folder = workspace();
    for (lang, input, setting) in [
        ("zh", "county.plan: 是本次读取的文件", "planlint.toml: 是设置、处理意见或存量问题清单"),
        (
            "en",
            "county.plan: is a file that this run has read",
            "planlint.toml: is the file of settings",
        ),
    ] {
        for (name, said) in [("county.plan", input), ("planlint.toml", setting)] {
            let words = ["export", "county.plan", "--format", "csv", "-o", name, "--lang", lang];
            let done = planlint(folder.path(), &words);
            assert!(text(&done.stderr).starts_with(said), "{done:?}");
        }
    }
}

#[test]
fn a_folder_of_results_takes_no_input_either() {
    let folder = workspace();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("draft.plan"), COUNTY).unwrap();
    let import =
        ["import", "draft.docx", "-o", ".", "--force", "--against", "draft.plan", "city.plan"];
    let done = planlint(folder.path(), &import);
    assert_eq!(
        (done.status.code(), fs::read_to_string(at("draft.plan")).unwrap()),
        (Some(2), COUNTY.to_owned())
    );
    fs::hard_link(at("county.plan"), at("review.html")).unwrap();
    let report = [
        "report",
        "county.plan",
        "city.plan",
        "-o",
        ".",
        "-f",
        "html,md",
        "--force",
        "--lang",
        "en",
    ];
    let done = planlint(folder.path(), &report);
    assert_eq!(done.status.code(), Some(2), "{done:?}");
    assert_eq!(fs::read_to_string(at("review.html")).unwrap(), COUNTY);
    assert!(!at("review.md").exists(), "nothing is written where one file may not be");
}

#[test]
fn formatting_and_fixing_write_their_own_plans_and_a_list_its_own_file() {
    let folder = workspace();
    fs::write(folder.path().join("county.plan"), COUNTY.replace(" | ", "|")).unwrap();
    for words in [
        &["fmt", "county.plan"][..],
        &["fix", "county.plan"],
        &["baseline", "write", "county.plan"],
        &["import-decisions", "form.docx"],
    ] {
        let done = planlint(folder.path(), words);
        assert_eq!(done.status.code(), Some(0), "{words:?} {done:?}");
    }
}

#[test]
fn code_writes_files_in_one_place_only() {
    let homes = ["src/cli/replace.rs", "src/cli/temporary.rs", "src/cli/outputs.rs"];
    for path in crate::house::files("src", "rs") {
        let code = crate::house::text(&path);
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let writes = [
            "fs::write(",
            "File::create(",
            "OpenOptions",
            "replace::create",
            "replace::put",
            "replace::set",
        ];
        let found = writes.iter().find(|word| code.contains(**word));
        assert!(found.is_none() || homes.contains(&&*path), "{path} has {found:?}");
    }
}

#[test]
fn a_dash_is_no_name_of_an_output() {
    let folder = workspace();
    let kept = all(folder.path());
    for words in [
        &["import", "draft.docx", "-o", "-"][..],
        &["export", "city.plan", "-o", "-"],
        &["read", "draft.docx", "-o", "-"],
        &["annotate", "draft.docx", "--against", "city.plan", "-o", "-"],
        &["report", "city.plan", "-o", "-"],
        &["check", "city.plan", "--format", "json=-"],
    ] {
        let said = planlint(folder.path(), words);
        let told = text(&said.stderr);
        assert_eq!(said.status.code(), Some(2), "{words:?} {told}");
        assert!(told.contains("./-"), "{words:?} {told}");
        assert!(!folder.path().join("-").exists(), "{words:?}");
        assert_eq!(all(folder.path()), kept, "{words:?}");
    }
    let said = planlint(folder.path(), &["import", "draft.docx", "-o", "./-"]);
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    assert!(folder.path().join("-/draft.plan").is_file());
}
