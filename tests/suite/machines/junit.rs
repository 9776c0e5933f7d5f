//! JUnit XML, read by a reader of XML that is not ours.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{checked, folder};

/// A test: classname, name, how it ended, and everything said in it.
#[derive(Clone, Debug, Default)]
pub struct Case {
    class: String,
    name: String,
    end: String,
    said: String,
}

impl Case {
    /// All that is written of it.
    pub fn text(&self) -> String {
        format!("{}\n{}", self.name, self.said)
    }
}

fn attribute(element: &BytesStart, name: &str) -> String {
    let attributes = element.attributes().map(|attribute| attribute.unwrap());
    let found = attributes.into_iter().find(|attribute| attribute.key.as_ref() == name);
    found.map_or(String::new(), |found| {
        quick_xml::escape::unescape(&found.value).unwrap().into_owned()
    })
}

/// The tests of a report; panics when it is no XML or its counts are not those of its tests.
#[expect(clippy::panic, reason = "a test stops at what a report should not hold")]
pub fn read(written: &str) -> Vec<Case> {
    let forbidden = |c: char| c < ' ' && c != '\n' || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!written.contains(forbidden), "{written}");
    let mut reader = Reader::from_str(written);
    let (mut cases, mut counted): (Vec<Case>, Vec<[String; 4]>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "testsuites" | "testsuite" => counted.push(
                    ["tests", "failures", "errors", "skipped"].map(|n| attribute(&element, n)),
                ),
                "testcase" => cases.push(Case {
                    class: attribute(&element, "classname"),
                    name: attribute(&element, "name"),
                    ..Case::default()
                }),
                end @ ("failure" | "error" | "skipped") => {
                    let case = cases.last_mut().unwrap();
                    case.end = end.to_owned();
                    case.said = attribute(&element, "message");
                }
                "properties" | "property" | "system-out" => {}
                other => panic!("{other:?}"),
            },
            Event::Text(text) => {
                if let Some(case) = cases.last_mut() {
                    case.said.push_str(text.trim());
                }
            }
            Event::GeneralRef(entity) => {
                let name: &str = &entity;
                let text = quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned();
                cases.last_mut().unwrap().said.push_str(&text);
            }
            Event::End(_) | Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    let number = |cell: &String| cell.parse::<usize>().unwrap();
    let ended = |end: &str| cases.iter().filter(|case| case.end == end).count();
    let expected = [cases.len(), ended("failure"), ended("error"), ended("skipped")];
    let (all, suites) = counted.split_first().unwrap();
    for (at, expected) in expected.into_iter().enumerate() {
        assert_eq!(number(&all[at]), expected);
        assert_eq!(suites.iter().map(|suite| number(&suite[at])).sum::<usize>(), expected);
    }
    cases
}

/// The rule and how it ended, of each test that is more than a plan without findings.
pub fn cases(written: &str) -> Vec<(String, String)> {
    let cases = read(written).into_iter().filter(|case| case.class != "planlint");
    cases.map(|case| (case.class, case.end)).collect()
}

/// A plan that nothing is found in but an owner, a deadline and the like.
const PLAN: &str = "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 | 责任单位 |\n| --- | --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 25 | 预期性 | 建设厅 |\n";

#[test]
fn a_plan_without_findings_passes_and_an_unread_file_does_not() {
    let files =
        [("甲.plan", PLAN), ("空.plan", ""), ("会议纪要.html", "<p>会议纪要</p><p>同意。</p>")];
    let folder = folder(&files);
    let cases = read(&checked(folder.path(), "junit", &["--config", "levels.orphan-plan=\"off\""]));
    let one = |end: &str| {
        let mut ended = cases.iter().filter(|case| case.end == end);
        let (first, second) = (ended.next().unwrap(), ended.next());
        assert!(second.is_none(), "{cases:#?}");
        first
    };
    assert_eq!(one("").name, "未发现问题");
    assert_eq!(one("error").class, "unread-file");
    assert!(one("error").said.contains("是空文件，没有检查"), "{cases:#?}");
    assert!(one("skipped").said.contains("没有认出规划，没有检查"), "{cases:#?}");
    // A switched-off rule cannot make a pass of it.
    let off = ["--config", "levels.unread-file=\"off\""];
    let cases = read(&checked(folder.path(), "junit", &off));
    let errors: Vec<_> = cases.iter().filter(|case| case.end == "error").collect();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].name, "1 个文件或表格未能读取");
}

#[test]
fn what_fails_is_what_fails_the_run() {
    let plan = PLAN.replace("25 |", "大幅提高 |").replace("| 20 ", "| 2x0 ");
    let folder = folder(&[("甲.plan", &plan)]);
    let ends = |fail_on: &str| {
        let cases = read(&checked(folder.path(), "junit", &["--fail-on", fail_on]));
        let count = |end: &str| cases.iter().filter(|case| case.end == end).count();
        assert!(cases.iter().all(|case| !case.said.is_empty()), "{cases:#?}");
        (count("failure"), count(""))
    };
    let (errors, _) = ends("error");
    let (warnings, _) = ends("warning");
    let (all, rest) = ends("info");
    assert!(errors <= warnings && warnings < all && rest == 0, "{errors} {warnings} {all} {rest}");
}
