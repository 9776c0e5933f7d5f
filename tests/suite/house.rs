//! The house rules for code: layers, one home per dependency, first lines, no traces of a machine.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The layers, lowest first; a row's layers never name each other unless the row is a chain of one.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["office"],
    &["quantity"],
    &["syntax"],
    &["catalogue"],
    &["document"],
    &["model"],
    &["hierarchy"],
    &["alignment"],
    &["finding"],
    &["rulebook"],
    &["rules"],
    &["config"],
    &["suppress"],
    &["engine"],
    &["words"],
    &["views"],
    &["annotate", "emit", "report"],
    &["cli"],
];

/// What a layer may know when that is less than all layers below it.
const NARROW: &[(&str, &[&str])] = &[
    ("office", &["text"]),
    ("quantity", &["text"]),
    ("syntax", &["text"]),
    ("catalogue", &["text", "quantity", "syntax"]),
    ("finding", &["text", "quantity", "syntax", "catalogue", "alignment"]),
    ("words", &["text", "quantity", "config", "finding", "rulebook", "engine"]),
    (
        "views",
        &[
            "text",
            "quantity",
            "syntax",
            "catalogue",
            "model",
            "hierarchy",
            "alignment",
            "finding",
            "rulebook",
            "engine",
        ],
    ),
    ("annotate", &["text", "office", "document"]),
    ("emit", &["text", "config", "finding", "words", "views", "engine"]),
    (
        "report",
        &[
            "text", "office", "document", "config", "finding", "rulebook", "suppress", "words",
            "views", "engine",
        ],
    ),
];

/// Crates and macros that live in one place only.
const HOMES: &[(&str, &[&str])] = &[
    ("pest", &["src/syntax/", "src/quantity/", "src/document/prose/"]),
    ("pest_derive", &["src/syntax/", "src/quantity/", "src/document/prose/"]),
    ("walkdir", &["src/engine/load"]),
    ("rayon", &["src/engine/"]),
    ("miette", &["src/emit/terminal/"]),
    ("petgraph", &["src/hierarchy/"]),
    ("minijinja", &["src/words/", "src/report/"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/completions"]),
    ("clap_mangen", &["src/cli/man"]),
    ("similar", &["src/cli/"]),
    ("encoding_rs", &["src/text/"]),
    ("chardetng", &["src/text/"]),
    ("zip", &["src/office/"]),
    ("quick_xml", &["src/office/"]),
    ("rust_xlsxwriter", &["src/emit/", "src/report/", "src/cli/"]),
    ("pulldown_cmark", &["src/document/"]),
    ("scraper", &["src/document/"]),
    ("aho_corasick", &["src/document/", "src/alignment/mentions"]),
    ("globset", &["src/config/"]),
    ("schemars", &["src/emit/json/", "src/finding/"]),
    ("toml", &["src/config/", "src/rulebook/"]),
    ("toml_edit", &["src/config/"]),
    ("sha2", &["src/report/", "src/cli/"]),
];

/// The folder of the package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `folder` with the ending `extension`, as paths from the root with `/`.
pub fn files(folder: &str, extension: &str) -> Vec<String> {
    let mut open = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == extension) {
                let short = path.strip_prefix(root()).unwrap().to_str().unwrap();
                found.push(short.replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The text of a file of the package.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The words that follow each `crate::` in a file, groups opened: `crate::{a::X, b}` names a and b.
fn named_layers(text: &str) -> BTreeSet<String> {
    let code = without_comments(text);
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let (mut depth, mut word, mut fresh) = (0_u32, String::new(), true);
        for character in rest.chars() {
            match character {
                '{' => (depth, fresh) = (depth + 1, depth == 0),
                '}' => depth = depth.saturating_sub(1),
                ',' if depth == 1 => fresh = true,
                c if fresh && (c.is_alphanumeric() || c == '_') => word.push(c),
                c if c.is_whitespace() && word.is_empty() => {}
                _ => fresh = false,
            }
            if !fresh && !word.is_empty() {
                named.insert(std::mem::take(&mut word));
            }
            if depth == 0 && !fresh {
                break;
            }
        }
    }
    named
}

fn without_comments(text: &str) -> String {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_layer_reader_opens_groups() {
    let named = named_layers(
        "use crate::{\n    a::{b, c},\n    d,\n};\nfn f() { crate::e::g(1) }\n// crate::h\n",
    );
    assert_eq!(named.into_iter().collect::<Vec<_>>(), ["a", "d", "e"]);
}

#[test]
fn layers_name_only_lower_ones() {
    let rank: BTreeMap<&str, usize> = LAYERS
        .iter()
        .enumerate()
        .flat_map(|(rank, layers)| layers.iter().map(move |layer| (*layer, rank)))
        .collect();
    let narrow: BTreeMap<&str, &[&str]> = NARROW.iter().copied().collect();
    let mut broken = Vec::new();
    for path in files("src", "rs") {
        let Some((layer, _)) = path.strip_prefix("src/").unwrap().split_once('/') else { continue };
        let Some(own) = rank.get(layer) else {
            broken.push(format!("{path}: the layer {layer} is not in the table"));
            continue;
        };
        for named in named_layers(&text(&path)) {
            let Some(other) = rank.get(named.as_str()) else { continue };
            let allowed = narrow.get(layer).is_none_or(|known| known.contains(&named.as_str()));
            if named != layer && (other >= own || !allowed) {
                broken.push(format!("{path} names {named}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_rule_names_no_other_rule_and_gives_nothing_but_its_check() {
    let mut broken = Vec::new();
    for path in files("src/rules", "rs") {
        let code = without_comments(&text(&path));
        let is_part = path.trim_start_matches("src/rules/").contains('/');
        if !is_part && (code.contains("super::") || code.contains("crate::rules")) {
            broken.push(format!("{path} names another rule"));
        }
        let given: Vec<&str> = code
            .match_indices("\npub ")
            .map(|(at, _)| code[at + 1..].lines().next().unwrap())
            .collect();
        if !is_part
            && !path.ends_with("mod.rs")
            && !matches!(*given, [one] if one.starts_with("pub fn check("))
        {
            broken.push(format!("{path} gives {given:?}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_dependency_has_its_home() {
    let mut broken = Vec::new();
    for path in files("src", "rs") {
        let code = without_comments(&text(&path));
        // What a module's own tests use is their affair.
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for (name, homes) in HOMES {
            let used = code.match_indices(&format!("{name}::")).any(|(at, _)| {
                !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            });
            if used && !homes.iter().any(|home| path.starts_with(home)) {
                broken.push(format!("{path} uses {name}"));
            }
        }
        let reads = ["fs::read(", "fs::read_to_string(", "fs::read_dir(", "File::open("];
        let may = path.starts_with("src/engine/load") || path.starts_with("src/cli/");
        let reads = reads.iter().any(|call| code.contains(call));
        if reads && !may {
            broken.push(format!("{path} reads files"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_begins_by_saying_what_it_is_for() {
    let all = files("src", "rs").into_iter().chain(files("tests", "rs"));
    let silent: Vec<String> = all
        .filter(|path| {
            let text = text(path);
            let first = text.lines().next().unwrap_or_default();
            !(first.starts_with("//! ") && first.ends_with('.') && first.len() > 12)
        })
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn nothing_speaks_of_a_machine() {
    // Put together here, so that this file passes its own test.
    let traces = ["/ho", "/ro", "/Us", "C:\\", "/wo", "/tm"]
        .into_iter()
        .zip(["me/", "ot/", "ers/", "Users", "rk/", "p/"]);
    let traces: Vec<String> = traces.map(|(a, b)| format!("{a}{b}")).collect();
    let folders = [("src", "rs"), ("tests", "rs"), ("rules", "toml"), ("grammar", "pest")];
    let listed = folders.into_iter().flat_map(|(folder, ending)| files(folder, ending));
    let top = [
        "README.md",
        "README.zh-CN.md",
        "docs/rules.md",
        "docs/rules.zh-CN.md",
        "Cargo.toml",
        "action.yml",
    ]
    .map(str::to_owned);
    let gates =
        [".ci/run", ".ci/pre-commit", ".ci/action", ".github/action/run"].map(str::to_owned);
    for path in listed.chain(top).chain(gates) {
        let text = text(&path);
        for trace in &traces {
            assert!(!text.contains(trace), "{path} holds {trace}");
        }
    }
}

#[test]
fn documents_take_the_words_of_plan_files_from_their_one_list() {
    let is_head = |line: &str| {
        let kind = line.split_once("(ColumnKind::").map(|(_, kind)| kind);
        kind.is_some_and(|kind| kind.trim_start_matches(char::is_alphanumeric).starts_with(", \""))
    };
    let mut broken = Vec::new();
    for path in files("src/document", "rs") {
        let code = without_comments(&text(&path));
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let spelt = code.lines().filter(|line| line.contains(".write(\"") || is_head(line));
        broken.extend(spelt.map(|line| format!("{path}: {}", line.trim())));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_name_of_a_public_type_is_used_once() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files("src", "rs") {
        for line in without_comments(&text(&path)).lines() {
            let Some(rest) = line.trim_start().strip_prefix("pub") else { continue };
            // pub(crate), pub(in crate::emit)
            let rest = rest.strip_prefix('(').map_or(rest, |rest| rest.split_once(')').unwrap().1);
            let mut words = rest.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_');
            let is_type = matches!(words.next(), Some("struct" | "enum" | "trait" | "type"));
            if let Some(name) = words.next().filter(|_| is_type) {
                homes.entry(name.to_owned()).or_default().push(path.clone());
            }
        }
    }
    assert!(homes.len() > 500, "{}", homes.len());
    homes.retain(|_, homes| homes.len() > 1);
    assert!(homes.is_empty(), "{homes:#?}");
}

#[test]
fn the_files_that_a_newcomer_is_sent_to_are_there() {
    let guide = text("CONTRIBUTING.md");
    let named = guide.split('`').skip(1).step_by(2).filter(|words| words.contains('/'));
    let named: Vec<&str> = named.filter(|words| !words.contains(['<', '*', ' '])).collect();
    let missing: Vec<&&str> = named.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(named.len() > 30 && missing.is_empty(), "{missing:?} of {}", named.len());
}
