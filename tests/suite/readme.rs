//! The picture on the first screen of a README is the program's own output on `plans/`.

use std::fs;

use planlint::{
    config::Language,
    emit::{self, Format, Options},
    engine::Outcome,
    words::Words,
};

use crate::support::{self, TODAY};

const OPEN: &str = "```text\n";
const CLOSE: &str = "\n```";

/// What `planlint check plans` shows of the county's housing target, without the blank lines between its parts.
fn picture(language: Language) -> String {
    let (_, outcome) = support::check(support::plans(), TODAY);
    let housing = |finding: &planlint::finding::Finding| {
        finding.rule == "weaker-than-parent"
            && finding.draft.subject.indicator.as_deref() == Some("城镇住房保障受益覆盖率")
            && finding.draft.subject.region.as_deref() == Some("德清县")
    };
    let findings: Vec<_> = outcome.findings.into_iter().filter(housing).collect();
    assert_eq!(findings.len(), 1);
    let one = Outcome { findings, undetermined: Vec::new(), ..outcome };
    let words = Words::new(language, support::sheets());
    let options = Options { width: 200, ..Options::default() };
    let mut out = Vec::new();
    emit::write_outcome(Format::Full, &one, &words, options, &mut out).unwrap();
    let shown = String::from_utf8(out).unwrap();
    let lines: Vec<_> = shown.lines().filter(|line| !line.trim().is_empty()).collect();
    let (_closing, picture) = lines.split_last().unwrap();
    picture.join("\n")
}

#[test]
fn the_picture_of_a_readme_is_real_output() {
    for (path, language) in [("README.md", Language::En), ("README.zh-CN.md", Language::Zh)] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let readme = fs::read_to_string(&path).unwrap();
        let (before, rest) = readme.split_once(OPEN).unwrap();
        let (old, after) = rest.split_once(CLOSE).unwrap();
        let new = picture(language);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{before}{OPEN}{new}{CLOSE}{after}")).unwrap();
        } else {
            assert_eq!(
                old,
                new,
                "{} is stale: UPDATE=1 cargo test --test suite -- readme sheets::",
                path.display()
            );
        }
    }
}

#[test]
fn every_picture_of_a_readme_is_there_and_says_what_it_shows() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(root.join(path)).unwrap();
        let pictures: Vec<&str> = readme.lines().filter(|line| line.starts_with("![")).collect();
        assert_eq!(pictures.len(), 1, "{path}");
        for picture in pictures {
            let (said, file) = picture[2..].split_once("](").unwrap();
            let bytes = fs::read(root.join(file.trim_end_matches(')'))).unwrap();
            assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 150_000, "{file}");
            assert!(said.chars().count() > 20, "{said}");
        }
    }
}
