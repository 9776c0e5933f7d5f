//! How much is shown: counts instead of findings, a bound, nothing but findings.

use crate::program::{on_real_plans, planlint};

/// `(errors, warnings, infos)` of the real plans, from JSON.
fn counts() -> (usize, usize, usize) {
    let json = on_real_plans(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let count = |level: &str| json["summary"]["findings"][level].as_u64().unwrap() as usize;
    (count("error"), count("warning"), count("info"))
}

#[test]
fn statistics_count_every_finding_and_list_none() {
    let (errors, warnings, infos) = counts();
    for format in ["full", "concise", "narrated"] {
        let said = on_real_plans(&["--statistics", "--format", format]);
        let lines: Vec<&str> = said.lines().collect();
        let (closing, lines) = lines.split_last().unwrap();
        assert!(closing.starts_with("检查 "), "{said}");
        let count = |line: &&str| line.split_whitespace().next().unwrap().parse::<usize>().unwrap();
        let numbers: Vec<usize> = lines.iter().map(count).collect();
        assert!(numbers.is_sorted_by(|a, b| a >= b), "{said}");
        assert_eq!(numbers.iter().sum::<usize>(), errors + warnings + infos);
        assert!(lines.iter().any(|line| line.contains("须核改  弱于上级目标")), "{said}");
    }
    let json = on_real_plans(&["--statistics", "--format", "json"]);
    assert_eq!(json, on_real_plans(&["--format", "json"]));
}

#[test]
fn the_loudest_findings_stay_and_the_rest_is_counted() {
    let (errors, warnings, _) = counts();
    let listed = |most: usize, words: &[&str]| {
        let most = most.to_string();
        let asked = ["--format", "concise", "--max-findings", &most];
        on_real_plans(&[&asked[..], words].concat())
    };
    let said = listed(errors, &["--lang", "en"]);
    assert_eq!(said.matches(": error ").count(), errors, "{said}");
    assert!(!said.contains(": warning "), "{said}");
    assert!(said.contains(&format!("\n{warnings} more not listed (--max-findings {errors})\n")));
    assert!(!listed(errors + warnings, &[]).contains("--max-findings"));
    assert!(listed(1, &[]).contains(&format!("\n另有 {} 处没有列出", errors + warnings - 1)));
    assert_eq!(listed(0, &["-q"]).lines().count(), 1);
    let json = ["--max-findings", "1", "--format", "json"];
    assert_eq!(on_real_plans(&json), on_real_plans(&["--format", "json"]));
}

#[test]
fn a_bound_does_not_change_the_exit_code() {
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = |words: &[&str]| {
        planlint(package, &[&["check", "plans"][..], words].concat()).status.code()
    };
    assert_eq!(code(&["--max-findings", "0"]), Some(1));
    assert_eq!(code(&["--statistics", "--exit-zero"]), Some(0));
}

#[test]
fn quiet_lists_findings_and_nothing_else() {
    let (errors, warnings, _) = counts();
    let said = on_real_plans(&["-q", "--format", "concise"]);
    assert_eq!(said.lines().count(), errors + warnings);
    assert!(said.lines().all(|line| line.starts_with("plans/")), "{said}");
    let empty = tempfile::tempdir().unwrap();
    let nothing = planlint(empty.path(), &["check", "-q", "none.plan"]);
    assert_eq!((nothing.status.code(), nothing.stderr.is_empty()), (Some(2), false));
    let both = planlint(empty.path(), &["check", "-q", "-v"]);
    assert_eq!(both.status.code(), Some(2));
}
