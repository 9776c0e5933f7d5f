//! The house rules for rules: sheets that are complete in both languages, and tables in `docs/` that follow them.

use std::{collections::BTreeMap, fs};

use planlint::{
    rulebook::{RuleSheets, Sentence, Sheet, Wording},
    rules::REGISTRY,
    words::{Language, Words},
};

use super::house::{files, root, text};

fn sheets() -> Vec<(&'static str, Sheet)> {
    let read = |rule: &planlint::rulebook::Rule| (rule.name, Sheet::read(rule.sheet).unwrap());
    REGISTRY.iter().map(read).collect()
}

#[test]
fn every_sheet_has_its_rule_and_every_rule_its_file() {
    let mut names: Vec<&str> = REGISTRY.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    let stems: Vec<String> = files("rules", "toml")
        .iter()
        .map(|path| path.trim_start_matches("rules/").trim_end_matches(".toml").to_owned())
        .collect();
    assert_eq!(names, stems);
    // A file of src/rules is the rule of its name; sheets without one are filled by the engine.
    for path in files("src/rules", "rs") {
        let stem = path.trim_start_matches("src/rules/").trim_end_matches(".rs").replace('_', "-");
        let folder = stem.split('/').next().unwrap_or_default();
        let known = names.contains(&stem.as_str()) || folder != stem || stem == "mod";
        assert!(known, "{path} has no sheet");
    }
}

#[test]
fn titles_are_short_and_unique() {
    let mut seen = BTreeMap::new();
    for (name, sheet) in sheets() {
        let length = sheet.zh.title.chars().count();
        assert!((2..=8).contains(&length), "{name}: {} has {length} characters", sheet.zh.title);
        for title in [&sheet.zh.title, &sheet.en.title] {
            if let Some(other) = seen.insert(title.clone(), name) {
                panic!("{name} and {other} are both called {title}");
            }
        }
    }
}

#[test]
fn cases_of_different_levels_have_words() {
    for (name, sheet) in sheets() {
        let mut levels: Vec<_> = sheet.levels.values().collect();
        levels.dedup();
        let cases: Vec<&String> = sheet.levels.keys().filter(|_| levels.len() > 1).collect();
        for wording in [&sheet.zh, &sheet.en] {
            assert_eq!(wording.cases.keys().collect::<Vec<_>>(), cases, "{name}: cases");
        }
    }
}

#[test]
fn both_languages_say_everything() {
    for (name, sheet) in sheets() {
        assert!(!sheet.levels.is_empty(), "{name} has no case");
        assert_eq!(
            sheet.zh.notes.keys().collect::<Vec<_>>(),
            sheet.en.notes.keys().collect::<Vec<_>>(),
            "{name}: notes"
        );
        assert!(
            sheet.examples().unwrap().len() >= 2,
            "{name} needs an example that fires and one that is silent"
        );
        let marked = |example: &planlint::rulebook::Example| example.fires();
        assert!(sheet.examples().unwrap().iter().any(marked), "{name}: no example fires");
        assert!(!sheet.examples().unwrap().iter().all(marked), "{name}: no example is silent");
        complete(name, "zh", &sheet.zh, true);
        complete(name, "en", &sheet.en, false);
    }
}

fn complete(name: &str, language: &str, wording: &Wording, chinese: bool) {
    let Wording { title, message, help, meanwhile, notes, what, why, remedy, limits, cases, fix } =
        wording;
    let sentences = [message, help].into_iter().chain(notes.values()).chain(fix).chain(meanwhile);
    let templates: Vec<&str> =
        sentences.flat_map(Sentence::templates).map(|(_, template)| template).collect();
    let plain = [title, what, why, remedy, limits].into_iter().chain(cases.values());
    let parts: Vec<&str> = plain.map(String::as_str).chain(templates).collect();
    for part in &parts {
        assert!(!part.trim().is_empty(), "{name}: {language} is incomplete");
    }
    let full_width = |part: &str| part.contains(['。', '，', '；', '：', '（']);
    for part in &parts {
        assert!(chinese || !full_width(part), "{name}: Chinese marks in English: {part}");
    }
    for part in [title, what, why, remedy, limits] {
        let has = part.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        assert!(has || !chinese, "{name}: {language} says in English: {part}");
    }
}

#[test]
fn sentences_by_case_name_cases_of_the_sheet() {
    for (name, sheet) in sheets() {
        assert!(
            !sheet.levels.contains_key(Sentence::OTHERWISE),
            "{name}: a case needs its own name"
        );
        for wording in [&sheet.zh, &sheet.en] {
            let sentences = [&wording.message, &wording.help].into_iter();
            let sentences = sentences
                .chain(wording.notes.values())
                .chain(&wording.fix)
                .chain(&wording.meanwhile);
            for (case, template) in sentences.flat_map(Sentence::templates) {
                let known = case.is_none_or(|case| sheet.levels.contains_key(case));
                let known = known || case == Some(Sentence::OTHERWISE);
                assert!(known, "{name} has no case {case:?}, but a sentence for it: {template}");
            }
        }
    }
}

#[test]
fn every_template_is_well_formed() {
    for language in [Language::Zh, Language::En] {
        let all: RuleSheets = sheets().into_iter().collect();
        let words = Words::new(language, std::sync::Arc::new(all));
        for rule in REGISTRY {
            if let Err(error) = words.compile(rule.name) {
                panic!("rules/{}.toml: {error}", rule.name);
            }
        }
    }
}

const BEGIN: &str = "<!-- rules: begin -->";
const END: &str = "<!-- rules: end -->";

/// The rule table of `docs/` in one language, made from the sheets.
fn table(language: Language) -> String {
    let all: RuleSheets = sheets().into_iter().collect();
    let words = Words::new(language, std::sync::Arc::new(all));
    let head = language.pick(
        "| 规则 | 名称 | 级别 | 查什么 |\n| --- | --- | --- | --- |\n",
        "| rule | 中文 | level | what it finds |\n| --- | --- | --- | --- |\n",
    );
    let mut table = head.to_owned();
    for (name, sheet) in sheets() {
        let mut levels: Vec<_> = sheet.levels.values().copied().collect();
        levels.sort_unstable_by(|a, b| b.cmp(a));
        levels.dedup();
        let levels: Vec<_> = levels.into_iter().map(|level| words.level(level)).collect();
        let what = language.pick(&sheet.zh, &sheet.en).what.trim().replace('|', "\\|");
        let (title, what) = (&sheet.zh.title, what.replace('\n', " "));
        let levels = levels.join(language.pick("、", ", "));
        table.push_str(&format!("| `{name}` | {title} | {levels} | {what} |\n"));
    }
    table
}

#[test]
fn the_rule_tables_are_fresh() {
    for (path, language) in [("docs/rules.md", Language::En), ("docs/rules.zh-CN.md", Language::Zh)]
    {
        let page = text(path);
        let (before, rest) = page.split_once(BEGIN).unwrap();
        let (old, after) = rest.split_once(END).unwrap();
        let new = format!("\n\n{}\n", table(language));
        if std::env::var_os("UPDATE").is_some() {
            let whole = format!("{before}{BEGIN}{new}{END}{after}");
            fs::write(root().join(path), whole).unwrap();
        } else {
            assert_eq!(
                old, new,
                "{path} is stale: UPDATE=1 cargo test --test suite -- readme sheets::"
            );
        }
    }
}

#[test]
fn a_readme_points_at_the_table_of_rules_and_holds_none() {
    for (readme, page) in
        [("README.md", "docs/rules.md"), ("README.zh-CN.md", "docs/rules.zh-CN.md")]
    {
        let readme = text(readme);
        assert!(readme.contains(&format!("[{page}]({page})")), "{page}");
        let rows =
            sheets().into_iter().filter(|(name, _)| readme.contains(&format!("\n| `{name}` |")));
        assert_eq!(rows.count(), 0);
    }
}

#[test]
fn the_first_screen_of_a_readme_is_one_screen() {
    for path in ["README.md", "README.zh-CN.md"] {
        let readme = text(path);
        let first = readme.lines().position(|line| line.starts_with("## ")).unwrap();
        assert!(first <= 40, "{path}: the first heading stands in line {}", first + 1);
    }
}
