//! A draft as a Word file beside the plan file of the level above: findings, places, and the plan file made of it.

use std::fs;

use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};

use super::word::packed;
use crate::command::{planlint, text};

const NAMES: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 住房保障覆盖率 | % | 越高越好 | 逐级达标 |\n| 绿地率 | % | 越高越好 | 逐级达标 |\n";
const PARENT: &str = "规划 《甲省住房发展“十四五”规划》\n地区: 甲省\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 住房保障覆盖率（%） | 23 | 25 | 约束性 |\n| 绿地率（%） | 30 | 40 | 预期性 |\n";
const ROWS: [[&str; 4]; 3] = [
    ["指标名称", "2020年", "2025年目标值", "指标属性"],
    ["住房保障覆盖率（%）", "22", "24", "约束性"],
    ["绿地率（%）", "31", "41", "预期性"],
];

fn words(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

/// The draft of a county: its title, two headings, a sentence and a table.
pub fn draft() -> Docx {
    let cell = |cell: &&str| TableCell::new().add_paragraph(words(cell));
    let rows = ROWS.iter().map(|row| TableRow::new(row.iter().map(cell).collect()));
    let table = Table::new(rows.collect());
    ["乙县住房发展“十四五”规划", "一、发展目标", "（一）总体目标"]
        .into_iter()
        .fold(Docx::new(), |docx, line| docx.add_paragraph(words(line)))
        .add_paragraph(words("到2025年，住房保障覆盖率达到23%，绿地率达到41%。"))
        .add_paragraph(words("表1 乙县住房发展指标体系"))
        .add_table(table)
        .add_paragraph(words("二、保障措施"))
}

/// A folder with the draft, the plan above it and the tables of names.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("names.plan", NAMES), ("a.plan", PARENT)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("草案.docx"), packed(draft())).unwrap();
    folder
}

#[test]
fn a_word_file_is_checked_and_its_places_are_told_as_its_readers_know_them() {
    let folder = folder();
    let run = |format: &str| planlint(folder.path(), &["check", "--format", format]);
    let checked = run("concise");
    assert_eq!(checked.status.code(), Some(1));
    let concise = text(&checked.stdout);
    assert!(
        concise.contains("草案.docx 表1 第1行 2025年: error 须核改 weaker-than-parent"),
        "{concise}"
    );
    assert!(concise.contains("草案.docx 一（一）第1段“达到23%”: error 须核改"), "{concise}");
    let full = text(&run("full").stdout);
    assert!(full.contains("[草案.docx 表1 第1行 2025年]") && full.contains("24"), "{full}");
    let narrated = text(&run("narrated").stdout);
    assert!(narrated.contains("文件 草案.docx，表1 第1行 2025年，原文“24”"), "{narrated}");
    let json: serde_json::Value = serde_json::from_slice(&run("json").stdout).unwrap();
    let places = json["findings"].as_array().unwrap().iter().map(|finding| &finding["place"]);
    let places: Vec<_> = places.filter(|place| place["file"] == "草案.docx").collect();
    assert!(places.iter().all(|place| place.get("line").is_none()), "{places:?}");
    assert!(places.iter().any(|place| place["locator"] == "表1 第1行 2025年"), "{places:?}");
    let table = text(&run("csv").stdout);
    let row = table.lines().find(|row| row.contains("weaker-than-parent")).unwrap();
    assert!(row.contains(",表1 第1行 2025年,草案.docx,,,"), "{row}");
}

#[test]
fn a_word_file_becomes_a_plan_file_once() {
    let folder = folder();
    let import = ["import", "草案.docx", "-o", "out", "--against", "names.plan"];
    let made = planlint(folder.path(), &import);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let said = text(&made.stdout);
    assert!(said.starts_with("已写入 out/草案.plan：指标 2 项，正文目标 2 条"), "{said}");
    let plan = fs::read_to_string(folder.path().join("out/草案.plan")).unwrap();
    assert!(plan.contains("规划 《乙县住房发展“十四五”规划》\n地区: 乙县\n规划期: 2021"), "{plan}");
    assert!(plan.contains("| 住房保障覆盖率（%） | 22     | 24           | 约束性   |"), "{plan}");
    assert_eq!(planlint(folder.path(), &import).status.code(), Some(2));
    let forced = planlint(folder.path(), &[&import[..], &["--force", "--keywords", "en"]].concat());
    assert_eq!(forced.status.code(), Some(0), "{forced:?}");
    let plan = fs::read_to_string(folder.path().join("out/草案.plan")).unwrap();
    assert!(plan.contains("targets “表1 乙县住房发展指标体系”"), "{plan}");
    let export = |path: &str| {
        let words = ["export", path, "names.plan", "--format", "csv"];
        let rows = text(&planlint(folder.path(), &words).stdout);
        let told = |row: &str| row.split(',').take(9).map(str::to_owned).collect::<Vec<_>>();
        rows.lines().map(told).collect::<Vec<_>>()
    };
    assert_eq!(export("草案.docx"), export("out/草案.plan"));
}

#[test]
fn documents_without_a_command_are_a_draft_and_its_parents() {
    let folder = folder();
    let words = ["草案.docx", "a.plan", "names.plan"];
    let told = planlint(folder.path(), &words);
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    let said = text(&told.stdout);
    assert!(
        said.starts_with("草案：《乙县住房发展“十四五”规划》（乙县，2021—2025）；上级：甲省\n"),
        "{said}"
    );
    let end = "批注稿已写入 草案-批注.docx\n逐条列出：planlint check 草案.docx --against a.plan names.plan\n";
    assert!(said.ends_with(end), "{said}");
    assert!(said.lines().count() <= 10, "{said}");
    let again = text(&planlint(folder.path(), &words).stdout);
    assert!(again.contains("批注稿已写入 草案-批注.docx（替换上次的批注稿）\n"), "{again}");
    let checked = text(&planlint(folder.path(), &["check", "--format", "concise"]).stdout);
    assert!(!checked.contains("批注"), "{checked}");
    let over = planlint(folder.path(), &["annotate", "草案.docx", "-o", "草案.docx"]);
    assert_eq!(over.status.code(), Some(2), "{over:?}");
}

#[test]
fn a_value_of_a_document_is_not_supposed_otherwise() {
    let folder = folder();
    let set = ["what-if", "--set", "乙县/住房保障覆盖率/2025=25"];
    let refused = planlint(folder.path(), &set);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(text(&refused.stderr).contains("草案.docx: 是文档，不是规划文件"), "{refused:?}");
}

#[test]
fn the_comments_that_are_told_are_those_of_the_copy() {
    let folder = folder();
    fs::write(folder.path().join("空.plan"), "").unwrap();
    let against = ["a.plan", "names.plan", "空.plan"];
    let words = [&["annotate", "草案.docx", "-o", "副本.docx", "--against"][..], &against].concat();
    let said = text(&planlint(folder.path(), &words).stdout);
    let copy = docx_rs::read_docx(&fs::read(folder.path().join("副本.docx")).unwrap()).unwrap();
    let comments = copy.comments.inner().len();
    assert!(comments > 0);
    assert_eq!(said, format!("已写入 副本.docx：批注 {comments} 处\n"));
}

#[test]
fn no_plan_file_takes_the_place_of_another_documents() {
    let folder = folder();
    for name in ["甲", "乙"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::copy(folder.path().join("草案.docx"), folder.path().join(name).join("草案.docx"))
            .unwrap();
    }
    let words = [
        "import",
        "甲/草案.docx",
        "乙/草案.docx",
        "-o",
        "out",
        "--against",
        "names.plan",
        "--force",
    ];
    let made = planlint(folder.path(), &words);
    assert_eq!(made.status.code(), Some(2), "{made:?}");
    let (said, refused) = (text(&made.stdout), text(&made.stderr));
    assert!(said.starts_with("已写入 out/草案.plan："), "{said}");
    assert!(said.lines().count() == 2 && said.contains("\n乙/草案.docx：读出 "), "{said}");
    let twin = "甲/草案.docx: 没有写出：规划文件会与 乙/草案.docx 的重名，请改名或写到另外的目录\n";
    assert_eq!(refused, twin);
}

#[test]
fn the_lines_about_a_draft_name_values_places_and_what_a_meeting_said() {
    let folder = folder();
    let words = ["草案.docx", "a.plan", "names.plan"];
    let run = || text(&planlint(folder.path(), &words).stdout);
    let told = run();
    let line = told.lines().find(|line| line.contains("24%，甲省约束性目标 25%")).unwrap();
    assert!(line.starts_with("须核改 住房保障覆盖率：24%，甲省约束性目标 25% → "), "{line}");
    assert!(line.ends_with("提高到 25% 以上（表1 第1行 2025年）"), "{line}");
    // What was read and found comes before what was found wrong.
    let second = told.lines().nth(1).unwrap();
    assert!(second.starts_with("检查 1 个规划") && second.ends_with("未读出 0"), "{second}");
    let decision = "[[decision]]\nrule = \"weaker-than-parent\"\nplan = \"乙县住房发展“十四五”规划\"\nindicator = \"住房保障覆盖率\"\nyear = 2025\nverdict = \"accepted\"\nreason = \"下一稿改\"\napprover = \"省住建厅\"\nuntil = \"2099-12-31\"\nchild = \"24\"\nparent = \"25\"\n";
    fs::write(folder.path().join("planlint.decisions.toml"), decision).unwrap();
    let told = run();
    let line = told.lines().find(|line| line.contains("24%，甲省约束性目标 25%")).unwrap();
    assert!(line.contains("（处理意见：采纳，待修改（2099-12-31 前）：下一稿改"), "{line}");
    let copy = fs::read(folder.path().join("草案-批注.docx")).unwrap();
    let mut parts = super::package::entries(&copy).into_iter();
    let says = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("。处理意见：采纳，待修改");
    assert!(parts.any(|(name, bytes)| name.starts_with("word/comments") && says(&bytes)));
}

#[test]
fn a_paragraph_behind_a_table_with_a_short_row_is_no_part_of_the_table() {
    let cell = |cell: &&str| TableCell::new().add_paragraph(words(cell));
    let row = |cells: &[&str]| TableRow::new(cells.iter().map(cell).collect());
    let table = Table::new(ROWS.iter().map(|cells| row(cells)).chain([row(&["注"])]).collect());
    let draft = Docx::new()
        .add_paragraph(words("乙县住房发展“十四五”规划"))
        .add_paragraph(words("表1 乙县住房发展指标体系"))
        .add_table(table)
        .add_paragraph(words("三、到2025年，住房保障覆盖率达到23%。"));
    let folder = folder();
    fs::write(folder.path().join("草案.docx"), packed(draft)).unwrap();
    let told = text(&planlint(folder.path(), &["check", "--format", "concise"]).stdout);
    assert!(told.contains("草案.docx 三第1段“达到23%”: error 须核改"), "{told}");
    assert!(!told.contains("表格"), "{told}");
}
