//! A rule is added to a copy of the package as CONTRIBUTING says, and passes there what guards a rule.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use walkdir::{DirEntry, WalkDir};

use crate::house::{root, text};

/// The sheet and the check of a small rule.
const RULE: [(&str, &str); 2] = [
    ("rules/over-precise.toml", include_str!("scaffold/over-precise.toml")),
    ("src/rules/over_precise.rs", include_str!("scaffold/over_precise.rs")),
];

const REGISTRY: &str = "src/rules/mod.rs";

/// The lines of the registry, each with the one it stands behind.
const LINES: [(&str, &str); 2] = [
    ("mod over_ambitious;\n", "mod over_precise;\n"),
    (
        "    rule!(\"no-progress\", Check::Plan(no_progress::check)),\n",
        "    rule!(\"over-precise\", Check::Plan(over_precise::check)),\n",
    ),
];

/// What the commands of the recipe write.
const WRITTEN: [&str; 4] = [
    "docs/rules.md",
    "docs/rules.zh-CN.md",
    "tests/suite/snapshots/suite__examples__examples_en.snap",
    "tests/suite/snapshots/suite__examples__examples_zh.snap",
];

/// The files of a package, by their paths in it, without what is built or downloaded.
fn package(folder: &Path) -> BTreeSet<PathBuf> {
    let is_kept = |entry: &DirEntry| {
        ["target", ".git", "node_modules"].iter().all(|name| entry.file_name() != *name)
    };
    let entries = WalkDir::new(folder).into_iter().filter_entry(is_kept).map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_owned()).collect()
}

/// Makes `copy` the package with the rule.
fn copy_with_rule(copy: &Path) {
    let mut texts: Vec<(PathBuf, Vec<u8>)> = package(root())
        .into_iter()
        .map(|path| (path.clone(), fs::read(root().join(path)).unwrap()))
        .collect();
    let registry = LINES.iter().fold(text(REGISTRY), |registry, (before, line)| {
        assert_eq!(registry.matches(before).count(), 1, "{before}");
        registry.replace(before, &format!("{before}{line}"))
    });
    texts.retain(|(path, _)| path != Path::new(REGISTRY));
    texts.push((REGISTRY.into(), registry.into_bytes()));
    texts.extend(RULE.map(|(path, text)| (path.into(), text.into())));
    let stale =
        package(copy).into_iter().filter(|path| !texts.iter().any(|(kept, _)| kept == path));
    stale.for_each(|path| fs::remove_file(copy.join(path)).unwrap());
    for (path, text) in texts {
        let path = copy.join(path);
        // A file that is written again is compiled again.
        if fs::read(&path).is_ok_and(|old| old == text) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The commands of the recipe.
fn commands() -> Vec<String> {
    let guide = text("CONTRIBUTING.md");
    let (_, recipe) = guide.split_once("\n## Adding a rule\n").unwrap();
    let (recipe, _) = recipe.split_once("\n## ").unwrap();
    let block = recipe.split("\n```\n").nth(1).expect("a block of commands");
    block.lines().map(|line| line.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// Runs a command of the recipe in the copy: `NAME=VALUE… cargo ARGUMENT…`.
fn run(line: &str, copy: &Path) {
    let words = || line.split_whitespace();
    let is_setting = |word: &&str| word.contains('=');
    let settings = words().take_while(is_setting).filter_map(|word| word.split_once('='));
    let mut arguments = words().skip_while(is_setting);
    assert_eq!(arguments.next(), Some("cargo"), "{line}");
    // What dependencies were built into is used again; what the copy ends in (`debug/planlint`) stands apart, since other
    // tests run the program of that name.
    let build = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let status = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(copy)
        .envs(settings)
        .env("CARGO_BUILD_BUILD_DIR", build)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .status();
    assert!(status.unwrap().success(), "{line}");
}

#[test]
fn a_rule_is_added_by_three_files_and_the_commands_of_the_recipe() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scaffold");
    fs::create_dir_all(&copy).unwrap();
    copy_with_rule(&copy);
    let commands = commands();
    assert_eq!(commands.len(), 2, "{commands:?}");
    commands.iter().for_each(|line| run(line, &copy));
    let own = package(root());
    let changed = package(&copy).into_iter().filter(|path| {
        !own.contains(path) || fs::read(root().join(path)).ok() != fs::read(copy.join(path)).ok()
    });
    let changed: BTreeSet<PathBuf> = changed.collect();
    let by_hand = RULE.map(|(path, _)| path).into_iter().chain([REGISTRY]);
    let expected: BTreeSet<PathBuf> = by_hand.chain(WRITTEN).map(PathBuf::from).collect();
    assert_eq!(changed, expected, "changed on the left, expected on the right");
}
