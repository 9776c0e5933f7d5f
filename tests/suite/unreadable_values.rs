//! A value that cannot be read is told from end to end, with the words that stopped it, in a plan file and in a table of commas.

use std::fs;

use serde_json::Value;

use crate::program::{planlint, text};

/// A value and the words that stop it; where all of it does, none are picked out.
const VALUES: [(&str, &str); 28] = [
    ("25或30", "或"),
    ("25 or 30", "or"),
    ("三五个", ""),
    ("约三五个", "三五个"),
    ("2025年", ""),
    ("2026—2030年", ""),
    ("5号", "号"),
    ("5折", "折"),
    ("5G", ""),
    ("No. 5", ""),
    ("70%以上（含60%）", ""),
    ("25%和30%之间", "30%之间"),
    ("2026年、2027年、2028年分别达到20%、30%", "20%"),
    ("下降-5%", ""),
    ("降低0.5至1.5", "0.5至1.5"),
    ("5%→10%→15%", "→"),
    ("从5%提高到10%再到15%", "再"),
    ("25 percentx", "percentx"),
    ("25%x", "x"),
    ("以上25", "以上"),
    ("25%以上以上", "以上"),
    ("5亿万", ""),
    ("25%个", "个"),
    ("25 then 30", "then"),
    ("20% above average", "above"),
    ("70许", "许"),
    ("12<RLO>34<PDF>%", "<RLO>"),
    ("#DIV/0!", ""),
];

fn value(written: &str) -> String {
    written.replace("<RLO>", "\u{202E}").replace("<PDF>", "\u{202C}")
}

/// The findings about values that cannot be read, of a folder with one file.
fn found(name: &str, file: &str, language: &str, region: &[&str]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), file).unwrap();
    let asked = ["check", name, "--format", "json", "--lang", language, "--today", "2026-01-31"];
    let said = text(&planlint(folder.path(), &[&asked[..], region].concat()).stdout);
    let said: Value =
        serde_json::from_str(&said).unwrap_or_else(|error| unreachable!("{error}: {said}"));
    let all = said["findings"].as_array().cloned().unwrap_or_default();
    all.into_iter().filter(|one| one["rule"] == "unreadable-quantity").collect()
}

/// Asserts that each value is told once, with the words that stopped it in the message of `language`.
fn assert_told(findings: &[Value], language: &str) {
    for (at, (written, stopped)) in VALUES.iter().enumerate() {
        let name = format!("Item {at}");
        let own: Vec<&Value> =
            findings.iter().filter(|one| one["indicator"] == name.as_str()).collect();
        let [finding] = own.as_slice() else { unreachable!("{language}: {written}: {own:?}") };
        let (value, stopped) = (value(written), value(stopped));
        assert_eq!(finding["facts"]["words"], value.as_str(), "{language}: {written}");
        assert_eq!(finding["facts"]["stopped"], stopped.as_str(), "{language}: {written}");
        let message = finding["message"].as_str().unwrap_or_default();
        let because = match (language, stopped.is_empty()) {
            (_, true) => continue,
            ("zh", false) => "读不懂",
            (_, false) => "because of",
        };
        let (_, named) =
            message.split_once(because).unwrap_or_else(|| unreachable!("{written}: {message}"));
        let shown = stopped.replace('\u{202E}', "U+202E");
        assert!(named.contains(&*shown) || named.contains(&*stopped), "{written}: {message}");
    }
}

#[test]
fn a_plan_file_tells_each_value_nobody_can_read() {
    let rows = VALUES.iter().enumerate();
    let rows: String =
        rows.map(|(at, (written, _))| format!("| Item {at} | {} |\n", value(written))).collect();
    let file = format!(
        "plan \"Arcadia plan\"\nregion: Arcadia\nperiod: 2021-2030\ntopic: test\nstatus: issued\n\n\
         regions\n| region | tier | parent |\n| Arcadia | nation | |\n\ntargets \"T\"\n| indicator | 2030 |\n{rows}"
    );
    for language in ["zh", "en"] {
        assert_told(&found("a.plan", &file, language, &[]), language);
    }
}

#[test]
fn a_table_of_commas_tells_each_value_nobody_can_read() {
    let rows = VALUES.iter().enumerate();
    let rows: String =
        rows.map(|(at, (written, _))| format!("Item {at},,\"{}\"\n", value(written))).collect();
    let file = format!("indicator,unit,2030\n{rows}");
    for language in ["zh", "en"] {
        assert_told(&found("table.csv", &file, language, &["--region", "浙江省"]), language);
    }
}
