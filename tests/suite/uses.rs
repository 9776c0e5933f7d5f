//! What each source names of others of its layer, read from its imports and paths, and the cycles that come of it.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::{algo::tarjan_scc, graph::DiGraph};

/// A path as it is written: `crate::a::b` is three parts.
type Parts = Vec<String>;

/// What a file says of others.
#[derive(Default)]
struct Source {
    /// What the file imports, by the name it has there, and whether the import is given on.
    imports: Vec<Import>,
    /// The other paths of two parts and more.
    paths: Vec<Parts>,
}

struct Import {
    is_public: bool,
    parts: Parts,
    name: String,
}

/// The sources of the crate by the path of their module.
pub struct Sources {
    sources: BTreeMap<String, Source>,
    modules: BTreeMap<Parts, String>,
}

/// The words and signs of a source without its comments, quoted text and own tests.
fn tokens(source: &str) -> Vec<String> {
    let mut rest = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let after = &rest[word..];
        let hashes = after.len() - after.trim_start_matches('#').len();
        let length = if matches!(&rest[..word], "r" | "br") && after[hashes..].starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let body = word + hashes + 1;
            body + rest[body..].find(&end).unwrap() + end.len()
        } else if word > 0 {
            found.push(rest[..word].to_owned());
            word
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            length_of_quote(rest)
        } else if first == '\'' {
            length_of_character(rest)
        } else {
            let sign = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            if !first.is_whitespace() {
                found.push(rest[..sign].to_owned());
            }
            sign
        };
        rest = &rest[length..];
    }
    found
}

/// The bytes of a text in quotes, which begins what is given.
fn length_of_quote(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest[1..].find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.unwrap() + 2
}

/// The bytes of a character in quotes, or of the one quote that begins a lifetime.
fn length_of_character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    let (_, first) = characters.next().unwrap();
    if first == '\\' {
        return rest[3..].find('\'').unwrap() + 4;
    }
    let (after, next) = characters.next().unwrap();
    if next == '\'' { after + 1 } else { 1 }
}

impl Source {
    fn read(source: &str) -> Self {
        let tokens = tokens(source);
        let for_tests = ["#", "[", "cfg", "(", "test", ")", "]"].map(str::to_owned);
        let (mut read, mut at) = (Self::default(), 0);
        let sign = |at: usize| tokens.get(at).map_or("", String::as_str);
        while at < tokens.len() {
            let before = at.checked_sub(1).map_or("", sign);
            let is_test = tokens[..at].ends_with(&for_tests);
            let is_word = sign(at).starts_with(|c: char| c.is_alphabetic() || c == '_');
            if sign(at) == "pub" && sign(at + 1) == "(" {
                // Who may see an item is no use of the one that is named.
                at += tokens[at..].iter().position(|token| token == ")").unwrap() + 1;
            } else if sign(at) == "use" && sign(at + 1) != "<" {
                let end = at + tokens[at..].iter().position(|token| token == ";").unwrap();
                if !is_test {
                    let is_public = matches!(before, "pub" | ")");
                    read.import(is_public, &tokens[at + 1..=end], Vec::new());
                }
                at = end;
            } else if is_word && sign(at + 1) == "::" && !matches!(before, "::" | ".") {
                let mut parts = vec![tokens[at].clone()];
                while sign(at + 1) == "::" && !matches!(sign(at + 2), "" | "<" | "{") {
                    parts.push(tokens[at + 2].clone());
                    at += 2;
                }
                read.paths.push(parts);
                at += 1;
            } else {
                at += 1;
            }
        }
        read
    }

    /// Reads one tree of an import to its comma or end; gives how many tokens it has.
    fn import(&mut self, is_public: bool, tokens: &[String], before: Parts) -> usize {
        let (mut parts, mut name, mut at) = (before, None, 0);
        loop {
            match tokens[at].as_str() {
                "{" => {
                    at += 1;
                    while tokens[at] != "}" {
                        at += self.import(is_public, &tokens[at..], parts.clone());
                        at += usize::from(tokens[at] == ",");
                    }
                    return at + 1;
                }
                "," | ";" | "}" => {
                    if parts.last().is_some_and(|last| last == "self") && parts.len() > 1 {
                        parts.pop();
                    }
                    let name = name.unwrap_or_else(|| parts[parts.len() - 1].clone());
                    self.imports.push(Import { is_public, parts, name });
                    return at;
                }
                "as" => {
                    name = Some(tokens[at + 1].clone());
                    at += 2;
                }
                "::" => at += 1,
                part => {
                    parts.push(part.to_owned());
                    at += 1;
                }
            }
        }
    }
}

/// The path of the module that a file of `src/` is.
fn module_of(path: &str) -> Parts {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|part| *part != "lib").map(str::to_owned).collect()
}

impl Sources {
    /// Reads sources, by their paths from `src/`.
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let texts = texts.into_iter();
        let sources: BTreeMap<String, Source> =
            texts.map(|(path, text)| (path, Source::read(&text))).collect();
        let modules = sources.keys().map(|path| (module_of(path), path.clone())).collect();
        Self { sources, modules }
    }

    /// The path from the crate of what a module writes as `parts`; none for another crate's.
    fn path_from_crate(&self, module: &[String], parts: &[String]) -> Option<Parts> {
        let up = parts.iter().take_while(|part| *part == "super").count();
        let child = [module, &parts[..1]].concat();
        match parts[0].as_str() {
            "crate" => Some(parts[1..].to_vec()),
            "self" => Some([module, &parts[1..]].concat()),
            "super" => Some([&module[..module.len() - up], &parts[up..]].concat()),
            _ => self.modules.contains_key(&child).then(|| [module, parts].concat()),
        }
    }

    /// The file that defines what a path from the crate names; none for a module as such.
    fn home(&self, path: &[String]) -> Option<&str> {
        let known = (0..=path.len()).rev().find(|end| self.modules.contains_key(&path[..*end]))?;
        let (module, item) = path.split_at(known);
        let (file, first) = (&self.modules[module], item.first().filter(|item| *item != "*")?);
        let given = self.sources[file].imports.iter().find(|import| import.name == *first);
        let Some(given) = given else { return Some(file) };
        let further = self.path_from_crate(module, &given.parts)?;
        self.home(&[&further, &item[1..]].concat())
    }

    /// What each file names of another one of its layer.
    pub fn uses(&self) -> BTreeMap<(&str, &str), BTreeSet<String>> {
        let mut uses: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
        for (path, source) in &self.sources {
            let module = module_of(path);
            let imported: BTreeMap<&str, Parts> = source
                .imports
                .iter()
                .filter_map(|import| {
                    Some((import.name.as_str(), self.path_from_crate(&module, &import.parts)?))
                })
                .collect();
            let given_on = |import: &&Import| import.is_public && path.ends_with("mod.rs");
            let imports = source.imports.iter().filter(|import| !given_on(import));
            let named = imports.map(|import| &import.parts).chain(&source.paths);
            for parts in named {
                let known = self.path_from_crate(&module, parts).or_else(|| {
                    let start = imported.get(parts[0].as_str())?;
                    Some([start, &parts[1..]].concat())
                });
                let home = known.and_then(|known| self.home(&known));
                let is_near =
                    |home: &&str| *home != path && home.split('/').next() == path.split('/').next();
                if let Some(home) = home.filter(is_near) {
                    uses.entry((path, home)).or_default().insert(parts.join("::"));
                }
            }
        }
        uses
    }

    /// The sets of files that reach each other.
    pub fn cycles(&self) -> Vec<Vec<&str>> {
        let mut graph = DiGraph::new();
        let nodes: BTreeMap<&str, _> = self
            .sources
            .keys()
            .map(|path| (path.as_str(), graph.add_node(path.as_str())))
            .collect();
        for (from, to) in self.uses().keys() {
            graph.add_edge(nodes[from], nodes[to], ());
        }
        let mut cycles: Vec<Vec<&str>> = tarjan_scc(&graph)
            .into_iter()
            .filter(|files| files.len() > 1)
            .map(|files| files.into_iter().map(|file| graph[file]).collect())
            .collect();
        cycles.iter_mut().for_each(|files| files.sort_unstable());
        cycles.sort_by_key(|files| std::cmp::Reverse(files.len()));
        cycles
    }
}

#[test]
fn the_reader_of_uses_follows_what_is_given_on() {
    let texts = [
        ("a/mod.rs", "mod b;\nmod c;\npub use b::{B, deep::*};\nuse c::{self as third, C};\n"),
        ("a/b.rs", "// super::C\nuse std::fmt;\npub(in crate::a::c) struct B<'a>(&'a str);\n"),
        (
            "a/c.rs",
            "use crate::a;\nfn f() -> a::B { \"super::d::D\"; '\\''; super::d::g(r#\"\"\"#) }\n",
        ),
        ("a/d.rs", "use super::{third, C};\nfn g() { third::f() }\n#[cfg(test)]\nuse super::B;\n"),
        ("e.rs", "use crate::a::C;\n#[cfg(test)]\nmod tests {\nuse crate::a::B;\n}\n"),
    ];
    let sources = Sources::new(texts.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let uses: Vec<(&str, &str)> = sources.uses().into_keys().collect();
    let expected =
        [("a/c.rs", "a/b.rs"), ("a/c.rs", "a/d.rs"), ("a/d.rs", "a/c.rs"), ("a/mod.rs", "a/c.rs")];
    assert_eq!(uses, expected);
    assert_eq!(sources.cycles(), [["a/c.rs", "a/d.rs"]]);
}
