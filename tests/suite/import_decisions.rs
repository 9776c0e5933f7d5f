//! Forms as a meeting fills them in, read back into decisions.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use planlint::{report::form::FormColumn, words::Language};
use rust_xlsxwriter::Workbook;

const DECISIONS: &str = "planlint.decisions.toml";

/// A row of the form without the meeting's columns.
const HOUSING: [&str; 12] = [
    "3",
    "ccee38976e",
    "弱于上级目标",
    "德清县",
    "德清县新型城镇化发展“十四五”规划",
    "城镇住房保障受益覆盖率",
    "2025",
    "%",
    "24",
    "浙江省，约束性",
    "25",
    "须核改",
];

/// A form with one row a finding: the first columns as sent out, then the meeting's five.
fn form(folder: &Path, language: Language, rows: &[([&str; 12], [&str; 5])]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "审查意见表").unwrap();
    for (column, head) in (0..).zip(FormColumn::ALL) {
        sheet.write_string(2, column, head.head(language)).unwrap();
    }
    for (row, (sent, decided)) in (3..).zip(rows) {
        for (column, words) in (0..).zip(sent.iter().chain(decided)) {
            sheet.write_string(row, column, *words).unwrap();
        }
    }
    workbook.save(folder.join("form.xlsx")).unwrap();
}

fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words);
    command.args(["--today", "2026-01-31"]).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The county's plan and those above it in a folder of their own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let plans = crate::support::plans_folder().join("zhejiang");
    for entry in fs::read_dir(plans).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

#[test]
fn a_declined_finding_is_covered_until_its_value_changes() {
    let folder = folder();
    let folder = folder.path();
    let declined = ["不采纳", "", "用地不足", "省建设厅", "2026年12月底前"];
    form(folder, Language::Zh, &[(HOUSING, declined)]);
    let told = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert!(told.status.success(), "{}", text(&told.stderr));
    assert_eq!(
        text(&told.stdout),
        "planlint.decisions.toml：新增 1 条，改动 0 条，未变 0 条（采纳 0、部分采纳 0、不采纳 1；未填写 0 行）\n"
    );
    let decisions = fs::read_to_string(folder.join(DECISIONS)).unwrap();
    let entry = "\n[[decision]]\nid = \"ccee38976e\"\nrule = \"weaker-than-parent\"\nplan = \"德清县新型城镇化发展“十四五”规划\"\nindicator = \"城镇住房保障受益覆盖率\"\nyear = 2025\nverdict = \"declined\"\nreason = \"用地不足\"\napprover = \"省建设厅\"\nuntil = \"2026-12-31\"\nchild = \"24\"\nparent = \"25\"\n";
    assert!(decisions.ends_with(entry), "{decisions}");
    let report = |state: &str| {
        let told = planlint(folder, &["report", "-o", "out", "-f", "md", "--lang", "en"]);
        assert!(told.status.success(), "{}", text(&told.stderr));
        let report = fs::read_to_string(folder.join("out/review.md")).unwrap();
        assert!(report.contains(state), "{state}\n{report}");
    };
    report("kept for a reason");
    let again = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert!(text(&again.stdout).contains("新增 0 条，改动 0 条，未变 1 条"));
    assert_eq!(fs::read_to_string(folder.join(DECISIONS)).unwrap(), decisions);
    // The county goes further down: what was agreed covers no longer.
    let county = folder.join("deqing-2021-2025.plan");
    let plan = fs::read_to_string(&county).unwrap();
    fs::write(&county, plan.replace("| 23.79      | 24 ", "| 23.79      | 20 ")).unwrap();
    report("lapsed: a value has changed");
    report("when agreed 24, now 20");
    fs::write(&county, plan.replace("| 23.79      | 24 ", "| 23.79      | 26 ")).unwrap();
    report("resolved");
}

#[test]
fn an_accepted_finding_stays_open_until_it_is_mended() {
    let folder = folder();
    let folder = folder.path();
    form(folder, Language::En, &[(HOUSING, ["☑ accepted □ declined", "", "", "", ""])]);
    let told = planlint(folder, &["import-decisions", "form.xlsx", "--lang", "en"]);
    assert!(text(&told.stdout).contains("new 1, changed 0"), "{}", text(&told.stderr));
    let report = || {
        planlint(folder, &["report", "-o", "out", "-f", "md"]);
        fs::read_to_string(folder.join("out/审查报告.md")).unwrap()
    };
    assert!(report().contains("尚未修改"));
    let county = folder.join("deqing-2021-2025.plan");
    let plan = fs::read_to_string(&county).unwrap();
    fs::write(&county, plan.replace("| 23.79      | 24 ", "| 23.79      | 26 ")).unwrap();
    assert!(report().contains("问题已解决"));
}

/// The county's target as another number.
fn county_target(folder: &Path, old: &str, new: &str) {
    let county = folder.join("deqing-2021-2025.plan");
    let plan = fs::read_to_string(&county).unwrap();
    let (old, new) = (format!("| 23.79      | {old} "), format!("| 23.79      | {new} "));
    assert_eq!(plan.matches(&old).count(), 1, "{old}");
    fs::write(&county, plan.replace(&old, &new)).unwrap();
}

#[test]
fn a_finding_accepted_in_part_stays_until_the_agreed_value_is_there() {
    let folder = folder();
    let folder = folder.path();
    form(folder, Language::Zh, &[(HOUSING, ["部分采纳", "≥24.3%", "用地不足", "省建设厅", ""])]);
    let told = text(&planlint(folder, &["import-decisions", "form.xlsx"]).stdout);
    assert!(
        told.contains("（采纳 0、部分采纳 1、不采纳 0；") && !told.contains("未写议定值"),
        "{told}"
    );
    let decisions = fs::read_to_string(folder.join(DECISIONS)).unwrap();
    assert!(decisions.contains("verdict = \"partly\"\nvalue = \"≥24.3%\"\nreason"), "{decisions}");
    let report = || {
        planlint(folder, &["report", "-o", "out", "-f", "md", "--force"]);
        fs::read_to_string(folder.join("out/审查报告.md")).unwrap()
    };
    let check = || text(&planlint(folder, &["check", "--format", "concise"]).stdout);
    assert!(check().contains("处理意见：部分采纳（议定值 ≥24.3%，尚未改到）：用地不足"));
    assert!(
        report().contains("| 部分采纳 | ≥24.3% | 用地不足 | 省建设厅 | 尚未改到议定值 |"),
        "{}",
        report()
    );
    // The county comes up to what was agreed, though not to what the province asks for.
    county_target(folder, "24  ", "24.3");
    let said = check();
    assert!(said.contains("已豁免（处理意见：部分采纳，议定值 ≥24.3%） 弱于上级目标"), "{said}");
    assert!(
        report().contains("| 部分采纳 | ≥24.3% | 用地不足 | 省建设厅 | 有理由保留 |"),
        "{}",
        report()
    );
    county_target(folder, "24.3", "24.2");
    assert!(check().contains("议定值 ≥24.3%，尚未改到"));
}

#[test]
fn accepted_in_part_without_a_value_is_entered_and_told() {
    let folder = folder();
    let folder = folder.path();
    // A form of before the two columns came, and one where a stroke stands in that of the value.
    let later = [FormColumn::Whose, FormColumn::Value];
    let old = |words: Vec<&'static str>| {
        let columns = FormColumn::ALL.into_iter().zip(words);
        columns.filter(|(column, _)| !later.contains(column)).map(|(_, words)| words).collect()
    };
    let partly = || row("ccee38976e", ["部分采纳", "—", "用地不足", "省建设厅", ""]);
    for rows in [vec![old(heads()), old(partly())], vec![heads(), partly()]] {
        written(folder, &rows);
        let told = planlint(folder, &["import-decisions", "form.xlsx"]);
        assert_eq!(
            text(&told.stdout).lines().next(),
            Some("3 ccee38976e 城镇住房保障受益覆盖率：部分采纳，未写议定值，问题仍会列出"),
            "{}",
            text(&told.stderr)
        );
        assert!(!fs::read_to_string(folder.join(DECISIONS)).unwrap().contains("value = "));
        county_target(folder, "24  ", "24.3");
        let said = text(&planlint(folder, &["check", "--format", "concise"]).stdout);
        assert!(said.contains("处理意见：部分采纳，未写议定值：用地不足"), "{said}");
        county_target(folder, "24.3", "24  ");
        fs::remove_file(folder.join(DECISIONS)).unwrap();
    }
}

#[test]
fn a_form_with_mistakes_enters_nothing_and_names_them_all() {
    let folder = folder();
    let folder = folder.path();
    let with = |at: usize, words| {
        let mut row = HOUSING;
        row[at] = words;
        row
    };
    let full = ["不采纳", "", "用地不足", "省建设厅", ""];
    let cases = [
        (with(1, ""), full, "编号一格是空的"),
        (with(2, "低于目标"), full, "没有名为“低于目标”的问题类型"),
        (with(4, ""), full, "规划一格是空的"),
        (with(6, "二〇二五"), full, "年份“二〇二五”不是年份"),
        (HOUSING, ["再议", "", "", "", ""], "处理意见“再议”看不懂"),
        (HOUSING, ["☑采纳 ☑不采纳", "", "", "", ""], "选了不止一项"),
        (HOUSING, ["", "", "用地不足", "", ""], "没有写处理意见"),
        (HOUSING, ["不采纳", "", "", "省建设厅", ""], "没有写理由"),
        (HOUSING, ["部分采纳", "", "用地不足", "", ""], "没有写批准人"),
        (HOUSING, ["不采纳", "", "用地不足", "省建设厅", "下周"], "期限“下周”看不懂"),
        (HOUSING, ["采纳", "", "", "", "2026年1月30日"], "期限 2026-01-30 已过"),
        (HOUSING, ["部分采纳", "再高一点", "用地不足", "省建设厅", ""], "议定值“再高一点”看不懂"),
        (HOUSING, ["部分采纳", "24.5，其中城区26", "用地不足", "省建设厅", ""], "看不懂"),
        (HOUSING, ["采纳", "24.8", "", "", ""], "部分采纳才有议定值"),
        (HOUSING, ["", "24.8", "", "", ""], "没有写处理意见"),
    ];
    for (sent, decided, expected) in cases {
        form(folder, Language::Zh, &[(sent, decided), (with(1, "0000000000"), full)]);
        let told = planlint(folder, &["import-decisions", "form.xlsx"]);
        assert_eq!(told.status.code(), Some(2), "{expected}");
        let said = text(&told.stderr);
        assert!(said.contains(expected) && said.lines().count() == 2, "{expected}\n{said}");
        assert!(!folder.join(DECISIONS).exists(), "{expected}");
    }
    let other = ["采纳", "", "", "", ""];
    form(folder, Language::Zh, &[(HOUSING, full), (HOUSING, other)]);
    let said = text(&planlint(folder, &["import-decisions", "form.xlsx"]).stderr);
    assert!(said.contains("同一处问题有两行，意见不同"), "{said}");
}

#[test]
fn what_is_no_form_is_refused_and_a_blank_one_changes_nothing() {
    let folder = folder();
    let folder = folder.path();
    form(folder, Language::Zh, &[(HOUSING, ["", "", "", "", ""])]);
    let told = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert!(text(&told.stdout).starts_with("没有填写处理意见"), "{}", text(&told.stderr));
    assert!(!folder.join(DECISIONS).exists());
    for (name, bytes) in [("a.md", &b"# no form\n"[..]), ("b.docx", b"PK\x03\x04"), ("c.plan", b"")]
    {
        fs::write(folder.join(name), bytes).unwrap();
        let told = planlint(folder, &["import-decisions", name]);
        assert_eq!(told.status.code(), Some(2), "{name}");
        assert!(!text(&told.stderr).is_empty());
    }
    fs::write(folder.join(DECISIONS), "[[decision]]\nrule =").unwrap();
    form(folder, Language::Zh, &[(HOUSING, ["采纳", "", "", "", ""])]);
    let told = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert_eq!(told.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join(DECISIONS)).unwrap(), "[[decision]]\nrule =");
}

/// A form with the words of its cells as they are, a line a row; blank lines stay blank rows.
fn written(folder: &Path, rows: &[Vec<&str>]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(cells) {
            sheet.write_string(row, column, *words).unwrap();
        }
    }
    workbook.save(folder.join("form.xlsx")).unwrap();
}

fn heads() -> Vec<&'static str> {
    FormColumn::ALL.map(|column| column.head(Language::Zh)).to_vec()
}

fn row(id: &'static str, decided: [&'static str; 5]) -> Vec<&'static str> {
    let mut row = HOUSING;
    row[1] = id;
    row.into_iter().chain(decided).collect()
}

const ACCEPTED: [&str; 5] = ["采纳", "", "", "", ""];

#[test]
fn rows_behind_a_blank_row_count_and_none_without_heads_is_lost() {
    let folder = folder();
    let folder = folder.path();
    let second = row("0123456789", ["采纳", "", "照办", "省建设厅", "2026-12-31"]);
    let first = row("ccee38976e", ["采纳", "", "照办", "省建设厅", "2026-12-31"]);
    written(folder, &[heads(), first.clone(), vec![], second.clone()]);
    let told = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert!(
        text(&told.stdout).contains("新增 2 条"),
        "{}{}",
        text(&told.stdout),
        text(&told.stderr)
    );
    fs::remove_file(folder.join(DECISIONS)).unwrap();
    // Rows of another width may be anything.
    written(folder, &[heads(), first, vec![], second[..13].to_vec()]);
    let told = planlint(folder, &["import-decisions", "form.xlsx"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("有一段表没有表头"), "{}", text(&told.stderr));
    assert!(!folder.join(DECISIONS).exists());
}

#[test]
fn every_column_of_a_decision_stands_there_once_and_ids_are_whole() {
    let folder = folder();
    let folder = folder.path();
    let renamed = |from: &str, to: &'static str| {
        heads().into_iter().map(|head| if head == from { to } else { head }).collect::<Vec<_>>()
    };
    let cases = [
        (renamed("期限", "期限（年月日）"), "ccee38976e", "表头里没有“期限”一栏"),
        (renamed("地区", "理由"), "ccee38976e", "“理由”一栏不止一个"),
        (heads(), "ccee3897", "编号不完整"),
        (heads(), "CCEE38976E", "编号不完整"),
    ];
    for (heads, id, expected) in cases {
        written(folder, &[heads, row(id, ACCEPTED)]);
        let told = planlint(folder, &["import-decisions", "form.xlsx"]);
        assert_eq!(told.status.code(), Some(2), "{expected}");
        assert!(text(&told.stderr).contains(expected), "{}", text(&told.stderr));
    }
}

/// A file of verdicts as the page downloads it, with one on the county's housing target.
fn verdicts(folder: &Path, more: &str) {
    let text = format!(
        "{{\"schema\": \"planlint-verdicts/1\", \"verdicts\": [{{\"id\": \"ccee38976e\", \"number\": 3, \"rule\": \"weaker-than-parent\", \"plan\": \"德清县新型城镇化发展“十四五”规划\", \"indicator\": \"城镇住房保障受益覆盖率\", \"year\": 2025, \"own\": \"24\", \"other\": \"25\", {more}}}]}}"
    );
    fs::write(folder.join("审查意见-2026-01-31.json"), text).unwrap();
}

#[test]
fn the_verdicts_of_the_page_are_read_like_the_form() {
    let folder = folder();
    let folder = folder.path();
    let import = || planlint(folder, &["import-decisions", "审查意见-2026-01-31.json"]);
    verdicts(
        folder,
        "\"verdict\": \"partly\", \"value\": \"24.3\", \"reason\": \"用地不足\", \"approver\": \"省建设厅\"",
    );
    let told = import();
    assert!(text(&told.stdout).contains("新增 1 条"), "{}", text(&told.stderr));
    let page = fs::read_to_string(folder.join(DECISIONS)).unwrap();
    fs::remove_file(folder.join(DECISIONS)).unwrap();
    form(folder, Language::Zh, &[(HOUSING, ["部分采纳", "24.3", "用地不足", "省建设厅", ""])]);
    planlint(folder, &["import-decisions", "form.xlsx"]);
    assert_eq!(fs::read_to_string(folder.join(DECISIONS)).unwrap(), page);
    fs::remove_file(folder.join(DECISIONS)).unwrap();
    for (more, said) in [
        (
            "\"verdict\": \"declined\", \"reason\": \"\\u001b[31m\"",
            "3 ccee38976e 城镇住房保障受益覆盖率：没有写批准人",
        ),
        ("\"verdict\": \"\\u001b[31m\"", "处理意见“<U+001B>[31m”看不懂"),
        ("\"verdict\": [\"declined\"]", "3 ccee38976e 城镇住房保障受益覆盖率：“处理意见”不是文字"),
    ] {
        verdicts(folder, more);
        let told = import();
        assert_eq!(told.status.code(), Some(2), "{more}");
        let said_now = text(&told.stderr);
        assert!(said_now.contains(said) && !said_now.contains('\u{1b}'), "{said_now}");
        assert!(!folder.join(DECISIONS).exists(), "{more}");
    }
    for other in ["{", "{\"schema\": \"planlint/1\", \"findings\": []}"] {
        fs::write(folder.join("审查意见-2026-01-31.json"), other).unwrap();
        let told = import();
        assert_eq!(told.status.code(), Some(2), "{other}");
        assert!(text(&told.stderr).contains("planlint-verdicts/1"), "{}", text(&told.stderr));
    }
}

#[test]
fn a_report_never_takes_the_place_of_a_plan_it_has_read() {
    let folder = folder();
    let folder = folder.path();
    let own = folder.join("审查报告.md");
    fs::write(&own, "# 安吉县公共服务“十四五”规划\n\n到2025年，森林覆盖率达到70%。\n").unwrap();
    let before = fs::read(&own).unwrap();
    let words = ["report", "审查报告.md", "--against", ".", "-o", ".", "-f", "md"];
    let told = planlint(folder, &words);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("是本次读取的文件"), "{}", text(&told.stderr));
    assert_eq!(fs::read(&own).unwrap(), before);
}
