//! What comments allow, and what is said of those that do not hold.

use jiff::civil::date;

use super::{Allow, Settled, allows_of_file, apply_allows};
use crate::{
    config::{FileLevels, Levels},
    finding::{Draft, Finding, Level, Place, Subject},
    rulebook::{RuleSheets, Sheet},
    syntax::{AllowComment, Covers, Row, Table, TableKind, Tree},
    text::{FileId, Span},
};

const TEXT: &str = "规划 《甲》\n指标表\n| 一 | 1 |\n| 二 | 2 |\n";

fn sheets() -> RuleSheets {
    let allow = include_str!("../../rules/unused-allow.toml");
    let sheet = |title: &str, allowable: bool| {
        let mut sheet = Sheet::read(allow).unwrap();
        title.clone_into(&mut sheet.zh.title);
        title.clone_into(&mut sheet.en.title);
        sheet.allowable = allowable;
        sheet
    };
    [
        ("no-progress", sheet("目标未提高", true)),
        ("weaker-than-parent", sheet("弱于上级目标", true)),
        ("unused-allow", sheet("豁免未用", false)),
    ]
    .into_iter()
    .collect()
}

fn span(words: &str) -> Span {
    let at = TEXT.find(words).unwrap();
    Span::new(at, at + words.len())
}

fn finding(rule: &'static str, words: &str) -> Finding {
    let draft = Draft::new("unused", Subject::default(), Place::new(FileId(0), span(words)));
    Finding { id: words.into(), rule, level: Level::Error, draft, root: None }
}

/// A comment on the first file that covers `covers`.
fn comment(rules: &[&str], reason: &str, until: Option<&str>, covers: Covers) -> Allow {
    let row = |words: &str| Row { span: span(words), group: None, first: 0, count: 0 };
    let table = Table {
        kind: TableKind::Targets,
        keyword: span("指标表"),
        title: None,
        columns: Vec::new(),
        rows: vec![row("| 一 | 1 |"), row("| 二 | 2 |")],
        cells: Vec::new(),
        notes: Vec::new(),
    };
    let mut text = TEXT.to_owned();
    let mut write = |words: &str| {
        let start = text.len();
        text.push_str(words);
        Span::new(start, text.len())
    };
    let comment = AllowComment {
        span: write("#"),
        rules: rules.iter().map(|rule| write(rule)).collect(),
        reason: Some(write(reason)),
        until: until.map(&mut write),
        covers,
    };
    let tree = Tree { tables: vec![table], allows: vec![comment], ..Tree::default() };
    allows_of_file(FileId(0), &tree, &text).remove(0)
}

fn settled(findings: Vec<Finding>, allows: &[Allow]) -> Settled {
    apply_allows(
        findings,
        allows,
        &sheets(),
        &FileLevels::everywhere(&Levels::default()),
        date(2026, 6, 30),
    )
}

/// The rule and case of every draft.
fn cases(settled: &Settled) -> Vec<(&str, &str)> {
    settled.drafts.iter().map(|(rule, draft)| (*rule, draft.case)).collect()
}

const FIRST: Covers = Covers::Row { table: 0, row: 0 };

#[test]
fn a_comment_covers_its_row_its_table_or_its_file() {
    let both = || vec![finding("no-progress", "1"), finding("no-progress", "2")];
    for (covers, kept) in [(FIRST, 1), (Covers::Table(0), 0), (Covers::File, 0)] {
        let settled = settled(both(), &[comment(&["no-progress"], "已同意", None, covers)]);
        assert_eq!(settled.kept.len(), kept, "{covers:?}");
        assert_eq!(settled.allowed.len(), 2 - kept, "{covers:?}");
        assert_eq!(cases(&settled), []);
        assert_eq!(&*settled.allowed[0].reason, "已同意");
    }
}

#[test]
fn a_rule_may_be_named_in_chinese_and_others_stay() {
    let findings = vec![finding("no-progress", "1"), finding("weaker-than-parent", "1")];
    let settled = settled(findings, &[comment(&["目标未提高"], "已同意", None, FIRST)]);
    assert_eq!(settled.kept[0].rule, "weaker-than-parent");
    assert_eq!(settled.allowed[0].finding.rule, "no-progress");
}

#[test]
fn the_last_day_still_counts_and_the_next_does_not() {
    let run = |until| {
        settled(
            vec![finding("no-progress", "1")],
            &[comment(&["no-progress"], "已同意", Some(until), FIRST)],
        )
    };
    assert_eq!(run("2026-06-30").allowed.len(), 1);
    let expired = run("2026-06-29");
    assert_eq!(expired.kept.len(), 1);
    assert_eq!(cases(&expired), [("expired-allow", "expired")]);
    let never = run("2026-02-30");
    assert_eq!(never.kept.len(), 1);
    assert_eq!(cases(&never), [("invalid-allow", "no-such-date")]);
}

#[test]
fn what_a_comment_lacks_is_said_once() {
    let run = |rules: &[&str], reason, covers| {
        let settled =
            settled(vec![finding("no-progress", "1")], &[comment(rules, reason, None, covers)]);
        assert_eq!(settled.kept.len(), 1);
        settled.drafts.iter().map(|(rule, draft)| (*rule, draft.case)).collect::<Vec<_>>()
    };
    assert_eq!(run(&["no-progress"], " ", FIRST), [("invalid-allow", "no-reason")]);
    assert_eq!(run(&[], "已同意", FIRST), [("invalid-allow", "no-rule")]);
    assert_eq!(run(&["no-progres"], "已同意", FIRST), [("invalid-allow", "unknown-rule")]);
    assert_eq!(run(&["unused-allow"], "已同意", FIRST), [("invalid-allow", "not-allowable")]);
    assert_eq!(run(&["no-progress"], "已同意", Covers::Nothing), [("unused-allow", "unused")]);
    assert_eq!(run(&["weaker-than-parent"], "已同意", FIRST), [("unused-allow", "unused")]);
}

#[test]
fn only_a_decision_accepts_an_error_on_a_binding_target() {
    let binding = |level| {
        let mut finding = finding("weaker-than-parent", "1");
        finding.draft.binding = true;
        finding.level = level;
        finding
    };
    let allow = [comment(&["weaker-than-parent"], "已同意", None, FIRST)];
    let refused = settled(vec![binding(Level::Error), binding(Level::Error)], &allow);
    assert_eq!((refused.kept.len(), refused.allowed.len()), (2, 0));
    assert_eq!(cases(&refused), [("invalid-allow", "needs-decision")]);
    let warned = settled(vec![binding(Level::Warning)], &allow);
    assert_eq!((warned.kept.len(), warned.allowed.len()), (0, 1));
}

#[test]
fn a_comment_on_a_dropped_rule_is_not_called_unused() {
    let mut levels = Levels::default();
    levels.cap("no-progress", Level::Off);
    let allow = [comment(&["no-progress"], "已同意", None, FIRST)];
    let levels = FileLevels::everywhere(&levels);
    let settled = apply_allows(Vec::new(), &allow, &sheets(), &levels, date(2026, 6, 30));
    assert_eq!(cases(&settled), []);
}

#[test]
fn the_narrowest_comment_is_the_one_that_is_used() {
    let row = comment(&["no-progress"], "行", None, FIRST);
    let file = comment(&["no-progress"], "文件", None, Covers::File);
    let settled = settled(vec![finding("no-progress", "1")], &[file, row]);
    assert_eq!(&*settled.allowed[0].reason, "行");
    assert_eq!(cases(&settled), [("unused-allow", "unused")]);
}
