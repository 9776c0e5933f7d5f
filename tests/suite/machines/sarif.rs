//! SARIF is what the standard's schema asks for, and says which findings do not count.

use std::fs;

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::{checked, folder};
use crate::{
    house,
    program::{on_real_plans, planlint},
    support,
};

/// Whether the schema of SARIF 2.1.0 takes each log. It is the one that OASIS publishes with the standard
/// (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), without its sentences.
fn takes(logs: &[&Value]) -> Vec<bool> {
    let schema: Value =
        serde_json::from_str(&house::text("tests/schemas/sarif-2.1.0.json")).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("sarif.json", schema).unwrap();
    let index = compiler.compile("sarif.json", &mut schemas).unwrap();
    logs.iter().map(|log| schemas.validate(log, index).is_ok()).collect()
}

#[test]
fn the_real_plans_give_a_log_and_a_broken_one_is_refused() {
    let english: Value =
        serde_json::from_str(&on_real_plans(&["--format", "sarif", "--lang", "en"])).unwrap();
    let right: Value = serde_json::from_str(&on_real_plans(&["--format", "sarif"])).unwrap();
    let broken = |change: fn(&mut Value)| {
        let mut wrong = right.clone();
        change(&mut wrong["runs"][0]);
        wrong
    };
    let wrong = [
        broken(|run| run["columnKind"] = json!("bytes")),
        broken(|run| run["language"] = json!("中文")),
        broken(|run| run["results"][0]["level"] = json!("info")),
        broken(|run| _ = run["results"][0].as_object_mut().unwrap().remove("message")),
        broken(|run| run["results"][0]["region"] = json!("北京市")),
        broken(|run| run["results"][0]["baselineState"] = json!("known")),
        broken(|run| run["results"][0]["suppressions"] = json!([{ "status": "accepted" }])),
        broken(|run| {
            let place = &mut run["results"][0]["locations"][0]["physicalLocation"];
            place["region"]["startLine"] = json!(0);
        }),
        broken(|run| {
            let place = &mut run["results"][0]["locations"][0]["physicalLocation"];
            place["artifactLocation"]["uri"] = json!("plans/a b|%.plan");
        }),
        broken(|run| run["tool"]["driver"]["rules"][0]["help"] = json!("查什么")),
        broken(|run| {
            _ = run["invocations"][0].as_object_mut().unwrap().remove("executionSuccessful")
        }),
    ];
    assert_eq!(takes(&[&right, &english]), [true, true]);
    assert_eq!(takes(&wrong.iter().collect::<Vec<_>>()), vec![false; wrong.len()]);
}

#[test]
fn rules_are_told_in_both_languages() {
    for (lang, own, other) in [("zh", "zh-CN", "en-US"), ("en", "en-US", "zh-CN")] {
        let log: Value =
            serde_json::from_str(&on_real_plans(&["--format", "sarif", "--lang", lang])).unwrap();
        let (run, driver) = (&log["runs"][0], &log["runs"][0]["tool"]["driver"]);
        assert_eq!((&run["language"], &driver["language"]), (&json!(own), &json!(own)));
        let rules = driver["rules"].as_array().unwrap();
        assert!(rules.len() > 10);
        for rule in rules {
            let sheets = support::sheets();
            let sheet = sheets.get(rule["id"].as_str().unwrap()).unwrap();
            let (here, there) =
                if lang == "zh" { (&sheet.zh, &sheet.en) } else { (&sheet.en, &sheet.zh) };
            assert_eq!(rule["shortDescription"]["text"], here.title);
            assert_eq!(rule["fullDescription"]["text"], here.what.trim());
            let expected = json!({
                "title": there.title, "what": there.what.trim(), "why": there.why.trim(),
                "remedy": there.remedy.trim(), "limits": there.limits.trim(),
            });
            assert_eq!(rule["properties"], json!({ other: expected }));
            for help in ["text", "markdown"].map(|key| rule["help"][key].as_str().unwrap()) {
                assert!(help.contains(here.remedy.trim()), "{help}");
            }
        }
        for result in run["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert_eq!(result["suppressions"], json!([]));
            assert!(result.get("baselineState").is_none());
        }
    }
}

const PROVINCE: &str = "规划 《甲省住房规划》\n地区: 浙江省\n规划期: 2021—2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 | 责任单位 |\n| --- | --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 25 | 约束性 | 建设厅 |\n| 常住人口城镇化率（%） | 70 | 75 | 预期性 | 发改委 |\n";

/// The city below: two targets are short, and a word has a character that nobody sees.
fn city() -> String {
    let plan = PROVINCE.replace("甲省", "湖州市").replace("浙江省", "湖州市");
    let plan = plan.replace("| 25 ", "| 24 ").replace("| 75 ", "| 72 ");
    plan.replace("建设厅", "建\u{200B}设局")
}

/// The log of a folder with both plans and more files.
fn log(more: &[(&str, &str)], words: &[&str]) -> Value {
    let city = city();
    let plans = [("省/上级.plan", PROVINCE), ("市/湖州 市.plan", &*city)];
    let folder = folder(&[&plans[..], more].concat());
    let log = serde_json::from_str(&checked(folder.path(), "sarif", words)).unwrap();
    assert_eq!(takes(&[&log]), [true]);
    log
}

fn of<'a>(log: &'a Value, rule: &str) -> Vec<&'a Value> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    results.iter().filter(|result| result["ruleId"] == rule).collect()
}

/// The housing target of the city, which is short.
fn housing(log: &Value) -> &Value {
    let mut short = of(log, "weaker-than-parent").into_iter();
    short.find(|result| result["properties"]["indicator"] == "城镇住房保障受益覆盖率").unwrap()
}

#[test]
fn places_are_uris_with_what_is_said_of_them() {
    let log = log(&[], &[]);
    let housing = housing(&log);
    assert_eq!(housing["level"], "error");
    let place = &housing["locations"][0];
    let uri = &place["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "%E5%B8%82/%E6%B9%96%E5%B7%9E%20%E5%B8%82.plan");
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "第1行 2025年");
    let above = &housing["relatedLocations"][0];
    assert!(above["message"]["text"].as_str().unwrap().contains("浙江省"), "{above}");
    assert_eq!(above["physicalLocation"]["region"]["startLine"], 9);
    assert_eq!(housing["partialFingerprints"]["planlint/v1"].as_str().unwrap().len(), 10);
}

#[test]
fn a_fix_says_what_to_write_where() {
    let log = log(&[], &[]);
    let fixes = of(&log, "invisible-character")[0]["fixes"].as_array().unwrap();
    assert!(!fixes[0]["description"]["text"].as_str().unwrap().is_empty());
    let replacement = &fixes[0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "");
    let region = &replacement["deletedRegion"];
    let column = |key: &str| region[key].as_u64().unwrap();
    assert_eq!((column("startLine"), column("endColumn") - column("startColumn")), (9, 1));
}

#[test]
fn what_is_accepted_or_known_is_suppressed() {
    let decision = "[[decision]]\nrule = \"weaker-than-parent\"\nplan = \"湖州市住房规划\"\nindicator = \"城镇住房保障受益覆盖率\"\nyear = 2025\nverdict = \"declined\"\nreason = \"用地{0}不足\"\napprover = \"省建设厅\"\nchild = \"24\"\nparent = 25\n";
    let decided = log(&[("planlint.decisions.toml", decision)], &[]);
    let housing = housing(&decided);
    let expected = json!([{
        "kind": "external", "status": "accepted", "justification": "用地{0}不足",
        "location": { "physicalLocation": {
            "artifactLocation": { "uri": "planlint.decisions.toml" },
            "region": housing["suppressions"][0]["location"]["physicalLocation"]["region"],
        } },
        "properties": { "verdict": "declined", "approver": "省建设厅" },
    }]);
    assert_eq!(housing["suppressions"], expected);
}

#[test]
fn the_states_of_an_earlier_run_are_told() {
    let city = city();
    let folder = folder(&[("上级.plan", PROVINCE), ("湖州.plan", &city)]);
    checked(folder.path(), "json=old.json", &[]);
    let changed = city.replace("| 24 ", "| 26 ").replace("| 建\u{200B}设局", "| ");
    fs::write(folder.path().join("湖州.plan"), changed).unwrap();
    let written = checked(folder.path(), "sarif", &["--previous", "old.json"]);
    let log: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(takes(&[&log]), [true]);
    assert_eq!(housing(&log)["baselineState"], "absent");
    assert_eq!(of(&log, "missing-owner")[0]["baselineState"], "new");
    let states: Vec<_> =
        log["runs"][0]["results"].as_array().unwrap().iter().map(|r| &r["baselineState"]).collect();
    assert!(states.contains(&&json!("unchanged")) && !states.contains(&&Value::Null), "{states:?}");
    planlint(folder.path(), &["baseline", "write", "."]);
    let known: Value = serde_json::from_str(&checked(folder.path(), "sarif", &[])).unwrap();
    let results = known["runs"][0]["results"].as_array().unwrap();
    assert!(!results.is_empty());
    for result in results {
        assert_eq!(result["suppressions"][0]["kind"], "external", "{result}");
    }
}

#[test]
fn what_was_not_read_is_no_success_and_a_page_has_no_lines() {
    let page = "<html><body><h1>乙县住房规划（2021—2025年）</h1><h2>一、目标</h2><p>到2025年，城镇住房保障受益覆盖率达到2x%。</p><table><tr><td>指标</td><td>2025年</td></tr><tr><td>城镇住房保障受益覆盖率（%）</td><td>待定</td></tr></table></body></html>";
    let log = log(&[("空.plan", ""), ("网页.html", page)], &[]);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notices = invocation["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(
        (&notices[0]["level"], &notices[0]["descriptor"]["id"]),
        (&json!("error"), &json!("unread"))
    );
    let results = log["runs"][0]["results"].as_array().unwrap();
    let place = |result: &Value| result["locations"][0]["physicalLocation"].clone();
    let of_page: Vec<_> = results
        .iter()
        .filter(|result| place(result)["artifactLocation"]["uri"] == "%E7%BD%91%E9%A1%B5.html")
        .collect();
    assert!(!of_page.is_empty());
    for result in of_page {
        assert!(place(result).get("region").is_none(), "{result}");
    }
    assert!(results.iter().any(|result| {
        let named = result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].as_str();
        place(result).get("region").is_none()
            && named.is_some_and(|name| name.ends_with("第1行 2025年"))
    }));
}
