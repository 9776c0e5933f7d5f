//! The schemas hold what they describe, and refuse what is something else.

use boon::{Compiler, SchemaIndex, Schemas};
use planlint::{
    config::{self, Language},
    emit::{self, Format, Options},
    words::Words,
};
use serde_json::{Value, json};

use crate::{
    command::planlint,
    support::{self, TODAY},
};

/// Whether `schema` takes each of `instances`.
fn takes(schema: Value, instances: &[Value]) -> Vec<bool> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("planlint.json", schema).unwrap();
    let index: SchemaIndex = compiler.compile("planlint.json", &mut schemas).unwrap();
    instances.iter().map(|instance| schemas.validate(instance, index).is_ok()).collect()
}

#[test]
fn the_results_on_the_real_plans_are_as_described() {
    let (_, outcome) = support::check(support::plans(), TODAY);
    let mut out = Vec::new();
    let words = Words::new(Language::Zh, support::sheets());
    emit::write_outcome(Format::Json, &outcome, &words, Options::default(), &mut out).unwrap();
    let right: Value = serde_json::from_slice(&out).unwrap();
    let broken = |change: fn(&mut Value)| {
        let mut wrong = right.clone();
        change(&mut wrong);
        wrong
    };
    let wrong = [
        broken(|json| json["schema"] = json!("planlint/2")),
        broken(|json| json["findings"][0]["level"] = json!("须核改")),
        broken(|json| json["findings"][0]["place"]["line"] = json!("3")),
        broken(|json| _ = json["findings"][0]["place"].as_object_mut().unwrap().remove("file")),
        broken(|json| json["findings"][0]["related"] = json!([{ "message": "nowhere" }])),
        broken(|json| json["undetermined"] = json!({})),
    ];
    assert!(right["findings"].as_array().unwrap().iter().any(|one| one["related"][0].is_object()));
    let all: Vec<Value> = std::iter::once(right.clone()).chain(wrong).collect();
    assert_eq!(
        takes(emit::json_document_schema(), &all),
        [true, false, false, false, false, false, false]
    );
}

#[test]
fn every_line_is_as_described() {
    let (_, outcome) = support::check(support::plans(), TODAY);
    let mut out = Vec::new();
    let words = Words::new(Language::Zh, support::sheets());
    emit::write_outcome(Format::Jsonl, &outcome, &words, Options::default(), &mut out).unwrap();
    let mut lines: Vec<Value> =
        serde_json::Deserializer::from_slice(&out).into_iter().map(Result::unwrap).collect();
    let right = lines.len();
    lines.push(json!({ "type": "remark", "message": "x" }));
    lines.push(json!({ "type": "run", "schema": "planlint/2" }));
    lines.push(
        lines[1]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(key, _)| *key != "type")
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect(),
    );
    let taken = takes(emit::json_lines_schema(), &lines);
    assert!(right > 50 && taken[..right].iter().all(|taken| *taken));
    assert_eq!(taken[right..], [false, false, false]);
}

/// Configurations that are read, and some that are not.
const RIGHT: [&str; 4] = [
    "",
    "profile = \"audit\"\nlang = \"zh\"\nfail-on = \"info, undetermined\"\nmax-file-size = \"5 kB\"\ntiers = [\"省\"]",
    "max-file-size = 5\n[tolerance]\nabout = 0.1\n[trajectory]\nconverges = \"0.9\"\ndiverges = 1",
    "[levels]\n\"缺少责任单位\" = \"不检查\"\n[[override]]\nregions = [\"甲\"]\nlevels = { no-progress = \"info\" }",
];
const WRONG: [&str; 13] = [
    "profil = \"audit\"",
    "profile = \"auditor\"",
    "fail-on = \"error;info\"",
    "max-file-size = -5",
    "max-file-size = \"5 miles\"",
    "tiers = []",
    "tolerance = 0.1",
    "[tolerance]\nabout = 1.0",
    "[trajectory]\nconverges = 0",
    "[schedule]\nerror = 1.5",
    "[levels]\nnobody = \"off\"",
    "[[override]]\nlevels = {}",
    "[[override]]\npaths = [\"a\"]",
];

#[test]
fn the_schema_of_the_configuration_judges_as_its_reader_does() {
    let sheets = support::sheets();
    for language in [Language::Zh, Language::En] {
        let texts = RIGHT.iter().chain(&WRONG);
        let read = texts.clone().map(|text| config::read_settings(text, &sheets).is_ok());
        let read: Vec<bool> = read.collect();
        let expected = [vec![true; RIGHT.len()], vec![false; WRONG.len()]].concat();
        assert_eq!(read, expected);
        let instances = texts.map(|text| {
            let table: toml::Table = text.parse().unwrap();
            serde_json::to_value(table).unwrap()
        });
        let instances: Vec<Value> = instances.collect();
        assert_eq!(takes(config::config_schema(&sheets, language), &instances), expected);
    }
}

#[test]
fn the_command_writes_both() {
    let folder = tempfile::tempdir().unwrap();
    let written = |of: &str| -> Value {
        let output = planlint(folder.path(), &["schema", of, "--lang", "en"]);
        serde_json::from_slice(&output.stdout).unwrap()
    };
    assert_eq!(written("config"), config::config_schema(&support::sheets(), Language::En));
    assert_eq!(written("json"), emit::json_document_schema());
    assert_eq!(written("jsonl"), emit::json_lines_schema());
}

#[test]
fn every_key_is_described_with_its_default() {
    let sheets = support::sheets();
    let schema = config::config_schema(&sheets, Language::En);
    for key in &config::KEYS {
        let path = match key.split() {
            (Some(table), name) => format!("/properties/{table}/properties/{name}"),
            (None, name) => format!("/properties/{name}"),
        };
        let described = schema.pointer(&path).unwrap_or_else(|| panic!("{path}"));
        assert_eq!(described["description"], key.en);
    }
    assert_eq!(schema["properties"]["tolerance"]["properties"]["about"]["default"], "0.02");
}
