//! No command lets a plan, a file name, an argument or a setting speak to the terminal.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Output,
};

use crate::{
    documents::package,
    program::{planlint, text},
};

/// What a terminal would obey, or would not show: a window's title, a link, the clipboard, a bell, the line begun again, the
/// direction turned, nothing at all, and the one-byte forms of the same.
const HOSTILE: &str = "\u{1B}[2J\u{1B}]0;x\u{7}\u{1B}]8;;http:\u{5C}\u{7}\u{1B}]52;c;eA==\u{7}\u{202E}\u{2067}\u{200B}\u{FEFF}\u{9B}31m\u{9D}\u{8}\u{7F}";
/// The same for a name: nothing that ends it.
const NAMED: &str = "\u{1B}]0;x\u{7}\u{202E}\u{2066}\u{200B}\u{9B}31m";

fn plan(region: &str, value: &str) -> String {
    format!(
        "规划 《{region}住房{HOSTILE}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房{HOSTILE}\n备注{HOSTILE}: {HOSTILE}\n\n指标表 “表1{HOSTILE}”\n| 指标 | 2020年 | 2025年 | 属性 | 责任单位{HOSTILE} | 备注 |\n| --- | --- | --- | --- | --- | --- |\n| 甲率{HOSTILE}（%） | 20 | {value} | 约束性 | 建设局{HOSTILE} | 见附件{HOSTILE} |\n| 乙{HOSTILE}率（%） | 20 | 三成{HOSTILE}五 | 预期性 | {HOSTILE} | {HOSTILE} |\n| 丙率（%） | 20 | {value} | 约束性 |  |  | # planlint: allow(missing-owner) 理由{HOSTILE}\n{HOSTILE}\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| --- | --- | --- | --- |\n| 一{HOSTILE} | 丁{HOSTILE}率 | 2025 | 达到30%{HOSTILE} |\n"
    )
}

/// A folder whose every word is hostile.
fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let names = format!(
        "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙{NAMED}县 | 县 | 甲省 |\n| 丙县 | 县 | 戊{HOSTILE}市 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 甲率{HOSTILE} | % | 越高越好 | 逐级达标 |\n| 丙率 | % | 越高{HOSTILE} | 逐级达标 |\n"
    );
    fs::write(at("names.plan"), names).unwrap();
    fs::write(at("old.plan"), plan("甲省", "25")).unwrap();
    fs::write(at(&format!("a{NAMED}.plan")), plan("甲省", "25")).unwrap();
    fs::write(at("b.plan"), plan(&format!("乙{NAMED}县"), "24")).unwrap();
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let seen = "\u{202E}\u{2067}\u{200B}\u{FEFF}\u{9B}31m";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|one| cell(one)).collect::<String>())
    };
    let body = [
        paragraph(&format!("丙县住房{seen}发展规划（2021—2025年）")),
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row(&["指标", "2020年", "2025年", "属性"]),
            row(&[&format!("甲{seen}率（%）"), "20", &format!("24{seen}"), "约束性"])
        ),
        paragraph(&format!("到2025年，丙率达到2{seen}3%。")),
    ];
    let draft = package::word(&package::document(&body.concat()));
    fs::write(at(&format!("d{NAMED}.docx")), &draft).unwrap();
    fs::write(at("draft.docx"), draft).unwrap();
    fs::write(at("wrong.toml"), "lang = \"\\u001b[2J\u{202E}\"\n[levels]\n\"\\u001b]0;x\\u0007\u{2066}\" = \"\\u009b31m\"\n\u{1B}\u{202E} = 1\n").unwrap();
    fs::write(at("planlint.toml"), "[[override]]\npaths = [\"\\u001b]0;x\\u0007\u{2066}/**\"]\nregions = [\"甲省\u{202E}\"]\nlevels = { no-progress = \"info\" }\n").unwrap();
    fs::write(at("decisions.toml"), "").unwrap();
    folder
}

/// The commands as the program itself lists them.
fn commands() -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let help = text(&planlint(folder.path(), &["--help", "--lang", "en"]).stdout);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    listed.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// How each command is run: words apart by blanks; `@` stands for hostile words, `$` for a hostile file name without ending.
const RUNS: [(&str, &[&str]); 26] = [
    (
        "",
        &[
            "",
            "@",
            "--@",
            "--lang @",
            "--config @",
            "--config wrong.toml",
            "--today @",
            "--threads @",
        ],
    ),
    ("annotate", &["d$.docx -o out$.docx --against .", "@ -o x.docx", "b.plan -o x$.docx"]),
    ("baseline", &["status .", "write .", "status .", "prune .", "@"]),
    (
        "brief",
        &["乙@", "丙县", "丙县 --format md", "丙县 --format plan", "丙县 --format json", "@"],
    ),
    (
        "catalogue",
        &[
            ".",
            ". --suggest",
            ". --suggest --format plan",
            ". --suggest --format json",
            ". --format json",
            "@",
        ],
    ),
    (
        "check",
        &[
            ". -v",
            ". --format concise",
            ". --format narrated",
            ". --format json",
            ". --format jsonl",
            ". --format sarif",
            ". --format rdjson",
            ". --format gitlab",
            ". --format csv",
            ". --format junit",
            ". --format github",
            ". --profile audit",
            ". --color always",
            ". --color always --format concise",
            ". --format concise --related -v",
            "d$.docx --against .",
            ". --previous wrong.toml",
            ". --format json=out$.json",
            ". --format @",
            "@",
        ],
    ),
    ("completions", &["bash", "@"]),
    (
        "config",
        &[
            "show",
            "show --origin",
            "show --format json",
            "show --config levels.@=off",
            "show --config wrong.toml",
            "@",
        ],
    ),
    ("diff", &["old.plan b.plan", "old.plan b.plan --format json", "old.plan a$.plan", "@ b.plan"]),
    ("draft", &["d$.docx a$.plan names.plan", "@", "draft.docx @"]),
    ("explain", &["weaker-than-parent", "--all", "@"]),
    (
        "export",
        &[
            ".",
            ". --format csv",
            ". --format xlsx -o e$.xlsx",
            ". --format xlsx",
            "@",
            "d$.docx --region @",
        ],
    ),
    ("fix", &["--diff .", "--diff --unsafe .", "--diff --color always .", "@"]),
    ("fmt", &["--diff .", "--check .", "--diff --color always .", "@"]),
    ("import", &["d$.docx -o in$ --against names.plan", "@ -o in", "b.plan -o in"]),
    ("import-decisions", &["@", "wrong.toml", "draft.docx"]),
    ("init", &["new$", "new --plan @"]),
    ("limits", &["甲率 .", "丙率 . --format json", "@"]),
    ("man", &["", "@"]),
    (
        "read",
        &[
            "达到30%@",
            "@",
            "达到30%@ --format json",
            "d$.docx",
            "d$.docx -v",
            "d$.docx --format json",
            "d$.docx -o p$.html",
        ],
    ),
    ("report", &[". -o r$ -f html,md,csv,json", "@ -o r", ". -o r -f @"]),
    ("rules", &["", "--format json", "@"]),
    ("schema", &["json", "@"]),
    ("sheet", &["d$.docx -o s$.xlsx", "@ -o s2.xlsx", "d$.docx -o s$.doc"]),
    ("trace", &["甲率 .", "丁 .", "丙率 . --color always", "@"]),
    ("tree", &[".", ". --format json", ". --color always", "@"]),
];
/// This one stands by itself: its `/` would part words.
const WHAT_IF: [&str; 3] =
    ["--set 甲省/丙率/2025=30 .", "--set 甲省/丙率/2025=30 . --format json", "--set @ ."];

/// Whether a terminal is told nothing by what was written: colours are this program's own where they are asked for.
fn silent(shown: &str, coloured: bool, plain: bool) -> Result<(), String> {
    let mut rest = shown;
    while let Some(character) = rest.chars().next() {
        let behind = &rest[character.len_utf8()..];
        let colour = behind.strip_prefix('[').filter(|_| character == '\u{1B}' && coloured);
        let end = colour.and_then(|inner| inner.find(|c: char| !c.is_ascii_digit() && c != ';'));
        if let Some((inner, end)) =
            colour.zip(end).filter(|(inner, end)| inner[*end..].starts_with('m'))
        {
            rest = &inner[end + 1..];
            continue;
        }
        let unseen =
            matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}');
        let turns = matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let line = matches!(character, '\n' | '\t') || plain && character == '\r';
        if character.is_control() && !line || turns || unseen && !plain {
            let near: String = rest.chars().take(30).collect();
            return Err(format!("{:04X} before {near:?}", u32::from(character)));
        }
        rest = behind;
    }
    Ok(())
}

/// What one run says, and what is wrong with it.
fn wrong(words: &[String], told: &Output) -> Option<String> {
    let has = |word: &str| words.iter().any(|one| one == word);
    let plain = ["csv", "junit", "github"].iter().any(|format| has(format))
        || words[0] == "completions"
        || words[0] == "man";
    let (out, err) = (text(&told.stdout), text(&told.stderr));
    let out_wrong = silent(&out, has("always"), plain).err();
    let wrong = out_wrong.or_else(|| silent(&err, false, false).err());
    let unread = has("json") && words[0] != "report" && !out.is_empty() && {
        let whole = serde_json::from_str::<serde_json::Value>(&out).is_ok();
        !whole && out.lines().any(|line| serde_json::from_str::<serde_json::Value>(line).is_err())
    };
    let panicked = told.status.code().is_none_or(|code| code > 2) || err.contains("panicked");
    let wrong = wrong.or_else(|| unread.then(|| "no JSON".to_owned()));
    wrong
        .or_else(|| panicked.then(|| format!("{told:?}")))
        .map(|wrong| format!("{words:?}: {wrong}"))
}

#[cfg(unix)]
#[test]
fn nothing_that_is_read_reaches_the_terminal_as_an_order() {
    let mut runs: BTreeMap<&str, &[&str]> = BTreeMap::from(RUNS);
    runs.insert("what-if", &WHAT_IF);
    let known: BTreeSet<String> = runs
        .keys()
        .filter(|name| !["", "draft"].contains(*name))
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(known, commands(), "each command has its runs");
    let turn = |(name, ways): (&&str, &&[&str])| {
        let folder = workspace();
        let mut found = (Vec::new(), false);
        for (at, way) in ways.iter().enumerate() {
            let lang = ["zh", "en"][at % 2];
            let words = [*name].into_iter().chain(way.split(' ')).filter(|word| !word.is_empty());
            let words = words.map(|word| word.replace('@', HOSTILE).replace('$', NAMED));
            let words: Vec<String> = words.chain(["--lang".to_owned(), lang.to_owned()]).collect();
            let spoken: Vec<&str> = words.iter().map(String::as_str).collect();
            let told = planlint(folder.path(), &spoken);
            found.0.extend(wrong(&words, &told));
            let said = [told.stdout, told.stderr].concat();
            found.1 |=
                text(&said).contains("U+202E") || text(&said).to_lowercase().contains("\\u202e");
        }
        found.1 |= ["completions", "man", "schema", "rules", "explain"].contains(name);
        (found.0, (!found.1).then(|| format!("{name} never said anything hostile")))
    };
    let results: Vec<_> = std::thread::scope(|scope| {
        let half = runs.len() / 2;
        let all: Vec<_> = runs.iter().collect();
        let (one, other) = all.split_at(half);
        let work = |part: &[(&&'static str, &&'static [&'static str])]| {
            part.iter().map(|run| turn(*run)).collect::<Vec<_>>()
        };
        let (one, other) = (one.to_vec(), other.to_vec());
        let first = scope.spawn(move || work(&one));
        let second = scope.spawn(move || work(&other));
        [first.join().unwrap(), second.join().unwrap()].concat()
    });
    let wrong: Vec<String> =
        results.into_iter().flat_map(|(wrong, vacuous)| wrong.into_iter().chain(vacuous)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn formatting_keeps_what_a_person_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.plan");
    fs::write(&path, plan("甲省", "25")).unwrap();
    let count = |path: &Path| {
        fs::read_to_string(path).unwrap().matches("\u{1B}]52;c;eA==\u{7}\u{202E}").count()
    };
    let before = count(&path);
    assert!(before > 10);
    assert_eq!(planlint(folder.path(), &["fmt", "."]).status.code(), Some(0));
    assert_eq!(count(&path), before);
}
