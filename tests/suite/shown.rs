//! Settings are shown as they are read: in force, as a template, with where they come from.

use std::fs;

use planlint::{
    config::{self, Language, Settings},
    finding::Level,
};

use crate::{
    command::{planlint, text},
    support,
};

const CONFIGURATION: &str = "profile = \"draft\"\nlang = \"en\"\nfail-on = \"warning,undetermined\"\nmax-file-size = 1000\ntiers = [\"省\", \"县\"]\n[classes]\nbinding = [\"硬\"]\nindicative = [\"软\"]\n[tolerance]\nabout = 0.1\n[trajectory]\nconverges = 0.9\n[schedule]\nwarning = 0.9\nerror = 0.5\n[levels]\n不 = 1\n";

/// A configuration that settles every key otherwise than by default.
fn everything() -> String {
    let levels = "\"缺少责任单位\" = \"不检查\"\n\n[[override]]\npaths = [\"县/**\"]\nregions = [\"湖州市/德清县\", \"安吉县\"]\nlevels = { no-progress = \"info\" }\n\n[[override]]\nregions = [\"浙江省\"]\nlevels = {}\n";
    CONFIGURATION.replace("不 = 1\n", levels)
}

#[test]
fn what_is_shown_settles_the_same() {
    let sheets = support::sheets();
    for written in ["", &everything()] {
        let settings = config::read_settings(written, &sheets).unwrap();
        let shown = config::settings_text(&settings, |key| Some(format!("from {key}")));
        assert_eq!(config::read_settings(&shown, &sheets), Ok(settings), "{shown}");
    }
}

#[test]
fn every_key_differs_in_the_test_of_all_keys() {
    let settings = config::read_settings(&everything(), &support::sheets()).unwrap();
    let default = Settings::default();
    let plain: Vec<_> =
        config::shown_settings(&default).map(|(key, value)| (key.name, value)).collect();
    let shown: Vec<_> =
        config::shown_settings(&settings).map(|(key, value)| (key.name, value)).collect();
    let names: Vec<_> = config::KEYS.iter().map(|key| key.name).collect();
    assert_eq!(shown.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
    let same: Vec<_> = shown.iter().filter(|row| plain.contains(row)).collect();
    assert_eq!(same.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["trajectory.diverges"]);
}

#[test]
fn a_template_counts_once_its_signs_are_gone() {
    let sheets = support::sheets();
    for language in [Language::Zh, Language::En] {
        let template = config::template(&sheets, language);
        assert_eq!(config::read_settings(&template, &sheets), Ok(Settings::default()));
        let bare = |line: &str| match line.strip_prefix('#') {
            Some(setting) if !setting.starts_with(' ') => setting.to_owned(),
            _ => line.to_owned(),
        };
        let active: Vec<String> = template.lines().map(bare).collect();
        let settings = config::read_settings(&active.join("\n"), &sheets).unwrap();
        assert_eq!(settings.language, Some(language));
        assert_eq!(settings.levels.settle("missing-owner", Level::Error), Level::Off);
        assert_eq!(settings.levels.overrides.len(), 1);
        let missing: Vec<_> =
            config::KEYS.iter().filter(|key| !template.contains(key.split().1)).collect();
        assert!(missing.is_empty(), "{} keys are missing", missing.len());
    }
}

#[test]
fn the_last_word_is_that_of_the_command_line_and_each_origin_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("县");
    fs::create_dir(&deep).unwrap();
    fs::write(folder.path().join("planlint.toml"), everything()).unwrap();
    let words = ["config", "show", "--origin", "--config", "levels.豁免未用=info"];
    let more = ["--config", "tolerance.about=0.3", "--lang", "zh", "--today", "2026-01-31"];
    let shown = text(&planlint(&deep, &[&words[..], &more].concat()).stdout);
    for line in [
        "# ../planlint.toml",
        "profile = \"draft\"  # ../planlint.toml:1",
        "lang = \"zh\"  # --lang",
        "about = \"0.3\"  # --config tolerance.about=0.3",
        "diverges = \"1.05\"  # 默认",
        "missing-owner = \"off\"  # ../planlint.toml:17",
        "unused-allow = \"info\"  # --config levels.豁免未用=info",
        "[[override]]  # ../planlint.toml:19",
        "# today: 2026-01-31  # --today",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    let isolated = [&words[..], &["--isolated", "--format", "json", "--lang", "en"]].concat();
    let shown: serde_json::Value =
        serde_json::from_slice(&planlint(&deep, &isolated).stdout).unwrap();
    assert_eq!(shown["settings"]["levels"], serde_json::json!({ "unused-allow": "info" }));
    assert_eq!(shown["settings"]["tolerance"]["about"], "0.02");
    assert_eq!(shown["origins"]["tolerance.about"], "default");
    assert!(shown["file"].is_null());
}

#[test]
fn the_files_that_a_readme_shows_are_read() {
    for readme in ["README.md", "README.zh-CN.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let text = fs::read_to_string(path).unwrap();
        let mut written =
            text.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
        let decisions = config::read_decisions(written.next().unwrap());
        assert!(decisions.is_ok_and(|decisions| decisions.len() == 1), "{readme}");
        let settings = config::read_settings(written.next().unwrap(), &support::sheets());
        assert!(settings.is_ok_and(|settings| !settings.levels.overrides.is_empty()), "{readme}");
    }
}
