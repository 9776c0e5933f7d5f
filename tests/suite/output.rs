//! What people and machines are shown.

mod columns;

use std::sync::Arc;

use planlint::{
    alignment::WhyUnjudged,
    emit::{Format, Options, write_outcome},
    engine::{Outcome, PassedComparison, Summary},
    finding::{Allowed, AllowedBy, Draft, Finding, Level, Locator, Place, Subject},
    rulebook::{RuleSheets, Sentence, Sheet},
    text::{FileId, Source, Sources, Span},
    words::{Language, Words},
};
use serde_json::json;

const SHEET: &str = r#"
since = "0.1.0"
[levels]
binding = "error"
[zh]
title = "弱于上级目标"
message = "{{ indicator }}：{{ region }} {{ year }} 年 {{ value(child, unit) }}，低于{{ other }}{{ class | term }}目标 {{ value(parent, unit) }}（差 {{ difference(gap, unit) }}），{{ trajectory | term }}"
help = "提高到 {{ value(parent, unit) }} 以上；或在说明栏写明上级同意的依据"
what = "甲"
why = "乙"
remedy = "丙"
limits = "丁"
[zh.notes]
parent = "{{ holder }}要求 {{ value(number, unit) }}（{{ class | term }}）"
[en]
title = "weaker than parent"
message = "{{ indicator }}: {{ region }} {{ year }} {{ value(child, unit) }}, below the {{ class | term }} target {{ value(parent, unit) }} of {{ other }} (by {{ difference(gap, unit) }}), {{ trajectory | term }}"
help = "raise it to {{ value(parent, unit) }} or more, or state in the note column where the level above agreed"
what = "a"
why = "b"
remedy = "c"
limits = "d"
[en.notes]
parent = "{{ holder }} asks for {{ value(number, unit) }} ({{ class | term }})"
"#;

fn words(language: Language) -> Words {
    let sheets: RuleSheets =
        [("weaker-than-parent", Sheet::read(SHEET).unwrap())].into_iter().collect();
    Words::new(language, Arc::new(sheets))
}

const CHILD: &str = "规划 《德清县新型城镇化发展“十四五”规划》\n\n指标表 “表1”\n| 序号 | 指标                        | 2020年 | 2025年目标值 | 指标属性 |\n| 7    | 城镇住房保障受益覆盖率（%） | 23.79  | 24           | 约束性   |\n";
const CITY: &str = "| 9 | 城镇住房保障受益覆盖率（%） | 24 | 24.5 | 预期性 |\r\n";
const PROVINCE: &str = "𠮷\t| 城镇住房保障受益覆盖率（%） | 23.9 | 25 | 约束性 |\n";

/// The place of the last `needle` in a text.
fn place(sources: &[Source], file: u32, needle: &str) -> Place {
    let text = &sources[file as usize].text;
    let at = text.rfind(needle).unwrap();
    Place::new(FileId(file), Span::new(at, at + needle.len()))
}

fn cell(row: &str) -> Locator {
    let column = Some("2025年目标值".into());
    Locator::Cell { table: Some("表1 指标体系".into()), row: row.into(), column }
}

fn note(holder: &str, number: &str, class: &str) -> serde_json::Value {
    json!({ "holder": holder, "number": number, "class": class })
}

fn housing(sources: &[Source]) -> Finding {
    let subject = Subject {
        plan: Some("德清县新型城镇化发展“十四五”规划".into()),
        region: Some("德清县".into()),
        indicator: Some("城镇住房保障受益覆盖率".into()),
        year: Some(2025),
        other: Some("浙江省".into()),
    };
    let draft = Draft::new("binding", subject, place(sources, 0, "24").located(cell("7")))
        .tells(json!({
            "child": "24",
            "parent": "25",
            "gap": "1",
            "unit": "%",
            "class": "binding",
            "trajectory": "falls-behind",
        }))
        .note(
            "parent",
            place(sources, 1, "24.5").located(cell("9")),
            note("湖州市", "24.5", "indicative"),
        )
        .note(
            "parent",
            place(sources, 2, "25").located(cell("12")),
            note("浙江省", "25", "binding"),
        )
        .binding(true);
    Finding { id: "a1".into(), rule: "weaker-than-parent", level: Level::Error, draft, root: None }
}

fn outcome() -> Outcome {
    let files = vec![
        Source::new("plans/deqing.plan", CHILD),
        Source::new("plans/huzhou.plan", CITY),
        Source::new("plans/zhejiang.plan", PROVINCE),
    ];
    let finding = housing(&files);
    let info = Finding { level: Level::Info, id: "b2".into(), ..finding.clone() };
    let passed = PassedComparison {
        place: place(&files, 1, "24.5"),
        plan: "湖州市规划".into(),
        indicator: "人才总量".into(),
        year: Some(2025),
        why: WhyUnjudged::WordsOnly,
    };
    Outcome {
        sources: Sources::new(files),
        findings: vec![finding, info],
        undetermined: vec![passed],
        summary: Summary { files: 3, plans: 3, indicators: 3, rules: 1, ..Summary::default() },
        ..Outcome::default()
    }
}

fn shown(format: Format, language: Language, options: Options) -> String {
    let mut out = Vec::new();
    write_outcome(format, &outcome(), &words(language), options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn both_ends_are_drawn_in_chinese() {
    insta::assert_snapshot!(shown(Format::Full, Language::Zh, Options::default()));
}

#[test]
fn both_ends_are_drawn_in_english() {
    insta::assert_snapshot!(shown(Format::Full, Language::En, Options::default()));
}

#[test]
fn concise_is_one_line_a_finding_and_lists_infos_when_asked() {
    let verbose = Options { verbose: true, ..Options::default() };
    insta::assert_snapshot!(shown(Format::Concise, Language::Zh, verbose));
}

#[test]
fn a_concise_line_begins_its_level_with_the_same_word_in_both_languages() {
    let verbose = Options { verbose: true, ..Options::default() };
    let levels = |language| {
        let said = shown(Format::Concise, language, verbose);
        let heads = said.lines().filter_map(|line| {
            let (_, told) = line.split_once(": ")?;
            let (head, _) = told.split_once(" weaker-than-parent ")?;
            Some(head.to_owned())
        });
        heads.collect::<Vec<_>>()
    };
    assert_eq!(levels(Language::Zh), ["error 须核改", "info 供参考"]);
    assert_eq!(levels(Language::En), ["error", "info"]);
}

#[test]
fn json_holds_everything() {
    insta::assert_snapshot!(shown(Format::Json, Language::En, Options::default()));
}

#[test]
fn columns_are_characters_in_every_format() {
    // The province's line begins with 𠮷 (four bytes, two UTF-16 units) and a tab.
    let json: serde_json::Value =
        serde_json::from_str(&shown(Format::Json, Language::Zh, Options::default())).unwrap();
    let related = &json["findings"][0]["related"][1];
    assert_eq!(
        (related["column"].as_u64(), related["column_utf16"].as_u64()),
        (Some(29), Some(30))
    );
    let start = related["byte_start"].as_u64().unwrap() as usize;
    assert_eq!(&PROVINCE[start..start + 2], "25");
    let full = shown(Format::Full, Language::Zh, Options::default());
    assert!(full.contains("[plans/zhejiang.plan:1:29]"), "{full}");
}

/// What a finding with `text` as its only line looks like.
fn picture_of(text: &str, span: Span, related: &[Span]) -> String {
    let files = vec![Source::new("a\u{1b}.plan", text)];
    let mut finding =
        housing(&outcome().sources.iter().map(|(_, s)| s.clone()).collect::<Vec<_>>());
    finding.draft.place = Place::new(FileId(0), span);
    finding.draft.related.truncate(related.len());
    for (other, span) in finding.draft.related.iter_mut().zip(related) {
        other.place = Place::new(FileId(0), *span);
    }
    let outcome =
        Outcome { sources: Sources::new(files), findings: vec![finding], ..Outcome::default() };
    let mut out = Vec::new();
    write_outcome(Format::Full, &outcome, &words(Language::Zh), Options::default(), &mut out)
        .unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_line_of_a_megabyte_is_cut_around_its_label() {
    let text = format!("{}24{}", "字".repeat(300_000), "a".repeat(100_000));
    let picture = picture_of(&text, Span::new(900_000, 900_002), &[]);
    assert!(picture.contains("[a<U+001B>.plan:1:300001]"), "{picture}");
    assert!(picture.contains("…字") && picture.contains("字24a") && picture.contains("a…"));
    assert!(picture.len() < 2000, "{}", picture.len());
}

#[test]
fn two_places_in_one_line_share_a_picture_and_hidden_characters_are_spelt_out() {
    let text = "| 甲\u{202E}乙 | 23 | 24 |";
    let at = |needle: &str| {
        let start = text.find(needle).unwrap();
        Span::new(start, start + 2)
    };
    insta::assert_snapshot!(picture_of(text, at("24"), &[at("23")]));
}

#[test]
fn a_place_at_the_end_of_an_empty_text_is_drawn() {
    let picture = picture_of("", Span::new(0, 0), &[]);
    assert!(picture.contains(".plan:1:1]"), "{picture}");
}

#[test]
fn chinese_output_has_no_english_frame_word() {
    let verbose = Options { verbose: true, ..Options::default() };
    for format in [Format::Full, Format::Concise] {
        // But for the one at the head of a concise line, by which editors know the level.
        let text = shown(format, Language::Zh, verbose);
        let text = text.replace(": error 须核改 ", ": ").replace(": info 供参考 ", ": ");
        for word in ["Error", "Warning", "Advice", "error", "info", "help", "note", "cause"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
        let english = shown(format, Language::En, verbose);
        for word in ["建议", "供参考", "检查", "约束性目标", "要求", "未能判定"] {
            assert!(!english.contains(word), "{word} in {english}");
        }
    }
}

#[test]
fn colours_only_when_asked() {
    let colour = Options { colour: true, ..Options::default() };
    assert!(shown(Format::Full, Language::Zh, colour).contains('\u{1b}'));
    assert!(!shown(Format::Full, Language::Zh, Options::default()).contains('\u{1b}'));
}

#[test]
fn a_sheet_that_asks_for_too_much_is_an_error_and_still_shows_the_rule() {
    let sheets: RuleSheets = outcome_sheets("{{ nobody }}");
    let words = Words::new(Language::Zh, Arc::new(sheets));
    let finding = &outcome().findings[0];
    assert!(words.try_say(finding).is_err());
    assert!(words.say(finding).message.starts_with("弱于上级目标"));
}

/// The sheet with another message.
fn outcome_sheets(message: &str) -> RuleSheets {
    let mut sheet = Sheet::read(SHEET).unwrap();
    sheet.zh.message = Sentence::Same(message.to_owned());
    [("weaker-than-parent", sheet)].into_iter().collect()
}

#[test]
fn the_register_of_allows_and_the_root_cause_are_shown() {
    let mut outcome = outcome();
    let finding = outcome.findings.remove(1);
    outcome.findings.push(Finding {
        root: Some("a1".into()),
        level: Level::Warning,
        ..finding.clone()
    });
    outcome.allowed.push(Allowed {
        place: finding.place().clone(),
        finding,
        by: AllowedBy::Comment,
        reason: "已同意\u{202E}".into(),
        until: Some("2026-12-31".into()),
    });
    let shown = |format, language| {
        let mut out = Vec::new();
        write_outcome(
            format,
            &outcome,
            &words(language),
            Options { verbose: true, ..Options::default() },
            &mut out,
        )
        .unwrap();
        String::from_utf8(out).unwrap()
    };
    let full = shown(Format::Full, Language::Zh);
    assert!(full.contains("\n  起因：弱于上级目标 plans/deqing.plan:5:36\n"), "{full}");
    let register = "plans/deqing.plan:5:36: 已豁免 弱于上级目标：已同意<U+202E>（至 2026-12-31）\n";
    assert!(full.contains(register) && full.contains("；1 处已登记豁免；"), "{full}");
    let concise = shown(Format::Concise, Language::En);
    assert!(concise.contains("allowed weaker than parent: 已同意<U+202E> (until 2026-12-31)\n"));
    let json: serde_json::Value = serde_json::from_str(&shown(Format::Json, Language::En)).unwrap();
    assert_eq!(json["allows"][0]["by"], "comment");
    assert_eq!(json["allows"][0]["until"], "2026-12-31");
}
