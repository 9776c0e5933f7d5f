//! What a file is: which document is the draft, whose it is, how much of it there is.

use std::fs;

use planlint::{alignment::WhyUnjudged, engine::Outcome, words::Language};

use crate::{
    outputs::draft,
    program::{planlint, text},
    support::{self, TODAY},
};

const CITY: &str = "规划 《湖州市住房“十四五”规划》\n地区: 湖州市\n规划期: 2021-2025\n主题: 住房\n状态: 印发\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 25 | 约束性 |\n| 保障性租赁住房（套） | 100 | 300 | 预期性 |\n";

/// A folder with the city's plan and the county's draft, whose region may be another.
fn folder(region: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("city.plan"), CITY).unwrap();
    fs::write(folder.path().join("draft.docx"), draft()).unwrap();
    let county = CITY.replace("湖州市", region).replace("| 25 |", "| 24 |");
    fs::write(folder.path().join("draft.md"), markdown(&county)).unwrap();
    folder
}

/// The table of a plan file below its title, as a document has it.
fn markdown(plan: &str) -> String {
    let title = plan.split(['《', '》']).nth(1).unwrap();
    let table = plan.split_once("指标表\n").unwrap().1;
    format!("# {title}\n\n{table}")
}

#[test]
fn the_first_document_is_the_draft_whatever_its_region() {
    let folder = folder("德清县");
    for (lang, lower, upper) in [
        ("zh", "草案：《德清县住房“十四五”规划》", "草案：《湖州市住房“十四五”规划》"),
        ("en", "draft: 《德清县住房“十四五”规划》", "draft: 《湖州市住房“十四五”规划》"),
    ] {
        let first = |words: &[&str]| {
            let done = planlint(folder.path(), words);
            (done.status.code(), text(&done.stdout).lines().next().unwrap_or_default().to_owned())
        };
        let (code, said) = first(&["draft.docx", "city.plan", "--lang", lang]);
        assert!(code == Some(1) && said.starts_with(lower), "{said}");
        let (code, said) = first(&["--lang", lang, "city.plan", "draft.docx"]);
        assert!(code == Some(0) && said.starts_with(upper), "{said}");
        assert!(!said.contains("德清县"), "no plan of a county lies above a city: {said}");
    }
}

#[test]
fn what_cannot_be_read_gets_its_own_answer_and_a_mistyped_command_its_suggestion() {
    let folder = folder("德清县");
    let formats = [
        ("doc", "另存为 .docx", "save it as .docx"),
        ("wps", "另存为 .docx", "save it as .docx"),
        ("rtf", "另存为 .docx", "save it as .docx"),
        ("odt", "另存为 .docx", "save it as .docx"),
        ("et", "另存为 .xlsx", "save it as .xlsx"),
        ("xls", "另存为 .xlsx", "save it as .xlsx"),
        ("pdf", "用它的 Word 稿", "use its Word document"),
        ("ppt", "演示文稿", "slides"),
        ("pptx", "演示文稿", "slides"),
    ];
    let told = |words: &[&str]| {
        let done = planlint(folder.path(), words);
        assert_eq!(done.status.code(), Some(2), "{words:?} {done:?}");
        text(&done.stderr)
    };
    for (ending, zh, en) in formats {
        let name = format!("稿.{ending}");
        fs::write(folder.path().join(&name), "\u{1}x").unwrap();
        for (words, said) in [
            (vec![&*name, "city.plan"], zh),
            (vec!["draft.docx", &*name], zh),
            (vec!["--lang", "en", &*name, "city.plan"], en),
            (vec!["--threads", "1", "--lang=en", &*name], en),
        ] {
            let answer = told(&words);
            assert!(answer.starts_with(&format!("{name}: ")) && answer.contains(said), "{answer}");
        }
        let checked = planlint(folder.path(), &["check", &name]);
        assert_eq!(checked.status.code(), Some(1), "{checked:?}");
        assert!(text(&checked.stdout).contains("unread-file"), "{checked:?}");
    }
    fs::create_dir(folder.path().join("plans")).unwrap();
    for (words, said) in [
        (&["none.docx", "city.plan"][..], "none.docx: 没有这个文件或目录"),
        (&["draft.docx", "none.docx"], "none.docx: 没有这个文件或目录"),
        (&["草案", "city.plan"], "草案: 没有这个文件或目录"),
        (&["plans", "city.plan"], "plans: 是目录"),
        (&["--lang", "en", "plans"], "plans: is a folder"),
        (&["-q", "none.pdf"], "none.pdf: 没有这个文件或目录"),
        (&["chek"], "没有这个命令：chek；是否为 check？"),
        (&["--lang", "en", "chek"], "error: unrecognized subcommand 'chek'"),
    ] {
        assert!(told(words).starts_with(said), "{words:?}: {}", told(words));
    }
}

#[test]
fn an_option_may_stand_before_the_draft() {
    let folder = folder("德清县");
    for words in [
        &["--lang", "en", "draft.docx", "city.plan"][..],
        &["--lang=en", "-v", "draft.docx", "city.plan"],
        &["--region", "德清县", "--lang", "en", "draft.docx", "city.plan"],
        &["draft.docx", "--lang", "en", "city.plan"],
    ] {
        let done = planlint(folder.path(), words);
        assert!(text(&done.stdout).starts_with("draft: "), "{words:?} {done:?}");
    }
}

#[test]
fn a_region_of_no_register_is_said_first_with_the_way_out() {
    let folder = folder("云岭县");
    for (lang, said) in
        [("zh", "行政区划名录里没有“云岭县”"), ("en", "no register has the region “云岭县”")]
    {
        let done = planlint(folder.path(), &["draft.md", "city.plan", "--lang", lang]);
        let first = text(&done.stdout).lines().next().unwrap().to_owned();
        assert!(first.starts_with(said) && first.contains("--region"), "{first}");
    }
    let made =
        planlint(folder.path(), &["draft.md", "city.plan", "--region", "浙江省/湖州市/云岭县"]);
    let said = text(&made.stdout);
    assert_eq!(made.status.code(), Some(1), "{said}");
    assert!(
        said.starts_with("名录里没有、按 --region 新建的地区：浙江省/湖州市/云岭县（县）\n草案："),
        "{said}"
    );
    assert!(said.contains("上级：湖州市"), "{said}");
}

#[test]
fn a_region_that_is_said_counts_in_every_command() {
    let folder = folder("云岭县");
    fs::write(folder.path().join("city.md"), markdown(CITY)).unwrap();
    let region = "浙江省/湖州市/云岭县";
    let name = "城镇住房保障受益覆盖率";
    let set = format!("{region}/{name}/2025=23");
    let county = CITY.replace("湖州市", "云岭县").replace("| 25 |", "| 24 |");
    fs::write(folder.path().join("county.plan"), county).unwrap();
    let said = |words: &[&str]| {
        let done = planlint(folder.path(), words);
        (done.status.code(), text(&done.stdout) + &text(&done.stderr))
    };
    for (words, told) in [
        (vec!["trace", name, "draft.md", "city.md", "--region", region], "24"),
        (vec!["tree", "draft.md", "city.md", "--region", region], "湖州市"),
        (
            vec![
                "what-if",
                "county.plan",
                "--against",
                "city.md",
                "--region",
                region,
                "--set",
                &set,
            ],
            "23",
        ),
        (vec!["brief", region, "draft.md", "city.md"], "25"),
        (vec!["limits", name, "draft.md", "city.md", "--region", region], "云岭县"),
        (vec!["fix", "draft.md", "--region", region], ""),
        (vec!["export", "draft.md", "city.md", "--region", region], "云岭县"),
        (vec!["check", "draft.md", "city.md", "--region", region], "weaker-than-parent"),
    ] {
        let (code, said) = said(&words);
        assert!(code.is_some_and(|code| code < 2) && said.contains(told), "{words:?} {said}");
        for unknown in ["未知的地区", "unknown-region", "没有“云岭县”"] {
            assert!(!said.contains(unknown), "{words:?} {said}");
        }
    }
    // Of several documents the first is meant; without one, files of plans may name the region.
    let (_, told) = said(&["check", "county.plan", "city.plan", "--region", region]);
    assert!(told.contains("weaker-than-parent") && !told.contains("unknown-region"), "{told}");
    let (code, told) = said(&["baseline", "write", "draft.md", "city.md", "--region", region]);
    assert!(code == Some(0) && !told.contains("unknown-region"), "{told}");
}

#[test]
fn a_plan_without_a_known_region_is_held_against_itself() {
    let folder = tempfile::tempdir().unwrap();
    for title in ["云岭县住房规划", "住房规划"] {
        let draft = format!(
            "# {title}（2021—2025年）\n\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 30 | 24 | 约束性 |\n\n到2025年，城镇住房保障受益覆盖率达到26%。\n"
        );
        fs::write(folder.path().join("draft.md"), draft).unwrap();
        let done = planlint(folder.path(), &["check", "draft.md", "--format", "concise"]);
        let said = text(&done.stdout);
        for rule in ["worse-than-baseline", "table-prose-conflict"] {
            assert!(said.contains(rule), "{title}: {said}");
        }
    }
}

#[test]
fn a_region_that_is_made_counts_in_every_mode() {
    let folder = folder("云岭县");
    let region = ["--region", "湖州市/云岭县"];
    let against = ["--against", "city.plan"];
    let run = |words: &[&str]| {
        let done = planlint(folder.path(), words);
        let said = text(&done.stdout) + &text(&done.stderr);
        (done.status.code(), said)
    };
    let check = [&["check", "draft.md", "--format", "concise"], &region[..], &against].concat();
    let (code, said) = run(&check);
    assert!(code == Some(1) && said.contains("weaker-than-parent"), "{said}");
    assert!(!said.contains("unknown-region"), "{said}");
    let tier = [&check[..], &["--tier", "乡镇"]].concat();
    assert_eq!(run(&tier).0, Some(1));
    assert_eq!(run(&[&check[..], &["--tier", "村"]].concat()).0, Some(2));
    let report =
        [&["report", "draft.md", "-o", "out", "-f", "json"], &region[..], &against].concat();
    assert_eq!(run(&report).0, Some(0));
    let results = fs::read_to_string(folder.path().join("out/检查结果.json")).unwrap();
    assert!(results.contains("weaker-than-parent"), "{results}");
    let (code, said) = run(&[&["export", "draft.md"], &region[..]].concat());
    assert!(code == Some(0) && said.contains("\"region\":\"云岭县\""), "{said}");
    let (code, said) = run(&[&["brief", "湖州市/云岭县", "city.plan"][..]].concat());
    assert!(code == Some(0) && said.contains("25"), "{said}");
    fs::write(folder.path().join("later.md"), markdown(&CITY.replace("湖州市", "云岭县"))).unwrap();
    let (_, said) = run(&[&["diff", "draft.md", "later.md"], &region[..], &against].concat());
    assert!(said.contains("24") && !said.contains("未知的地区"), "{said}");
    let (code, said) = run(&[&["import", "draft.md", "-o", "in"], &region[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run(&["check", "in/draft.plan", "city.plan", "--format", "concise"]);
    assert!(code == Some(1) && said.contains("weaker-than-parent"), "{said}");
    assert!(
        !said.contains("unknown-region"),
        "an imported plan file names the region it needs: {said}"
    );
    let word = [&["annotate", "draft.docx", "-o", "copy.docx"], &region[..], &against].concat();
    assert_eq!(run(&word).0, Some(0));
}

fn checked(texts: &[(&str, &str)]) -> Outcome {
    support::check(support::files(texts.iter().copied()), TODAY).1
}

#[test]
fn what_an_excerpt_does_not_mention_is_undetermined() {
    let county = CITY
        .replace("湖州市", "德清县")
        .replace("| 保障性租赁住房（套） | 100 | 300 | 预期性 |\n", "");
    let rules = |county: &str| {
        let outcome = checked(&[("city.plan", CITY), ("county.plan", county)]);
        let lost = outcome.findings.iter().filter(|one| one.rule.ends_with("not-carried")).count();
        let left: Vec<_> =
            outcome.undetermined.iter().filter(|one| one.why == WhyUnjudged::Excerpt).collect();
        (lost, left.iter().map(|one| one.indicator.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(rules(&county), (1, vec![]));
    assert_eq!(rules(&county.replace("状态", "收录: 全文\n状态")), (1, vec![]));
    let left = "保障性租赁住房".to_owned();
    assert_eq!(rules(&county.replace("状态", "收录: 节选\n状态")), (0, vec![left.clone()]));
    assert_eq!(rules(&county.replace("状态", "coverage: excerpt\n状态")), (0, vec![left]));
    let earlier = CITY
        .replace("湖州市", "德清县")
        .replace("十四五", "十三五")
        .replace("2021-2025", "2016-2020");
    let earlier = earlier.replace("2020年", "2015年").replace("2025年", "2020年");
    let dropped = |county: &str| {
        let outcome = checked(&[("county.plan", county), ("earlier.plan", &earlier)]);
        outcome.findings.iter().filter(|one| one.rule == "dropped-since-earlier-plan").count()
    };
    assert_eq!(dropped(&county), 1);
    assert_eq!(dropped(&county.replace("状态", "收录: 节选\n状态")), 0);
}

#[test]
fn an_excerpt_is_a_field_like_others() {
    let wrong = checked(&[("a.plan", &CITY.replace("状态", "收录: 摘要\n状态"))]);
    assert!(wrong.findings.iter().any(|one| one.rule == "unknown-value"));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), CITY.replace("状态", "收录: 节选\n状态")).unwrap();
    let done = planlint(folder.path(), &["fmt", "--keywords", "en", "a.plan"]);
    assert_eq!(done.status.code(), Some(0));
    let text_of = fs::read_to_string(folder.path().join("a.plan")).unwrap();
    assert!(text_of.contains("coverage: excerpt"), "{text_of}");
    let tree = text(&planlint(folder.path(), &["tree", "--format", "json"]).stdout);
    assert!(tree.contains("\"coverage\": \"excerpt\""), "{tree}");
    let export = text(&planlint(folder.path(), &["export"]).stdout);
    assert!(export.contains("\"coverage\":\"excerpt\""), "{export}");
    for (language, said) in [(Language::Zh, "节选"), (Language::En, "excerpt")] {
        let lang = language.pick("zh", "en");
        let tree = text(&planlint(folder.path(), &["tree", "--lang", lang]).stdout);
        assert!(tree.contains(said), "{tree}");
    }
}
