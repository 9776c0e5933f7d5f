//! Copies with comments as LibreOffice opens them: each comment stands at the words it is about.

use std::{fs, path::Path, process::Command};

use super::joined::folder;
use crate::command::planlint;

/// What LibreOffice makes of `file`, as flat XML; its `soffice` must be installed.
fn opened(folder: &Path, file: &str, form: &str) -> String {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let out = folder.to_str().expect("a path");
    let mut office = Command::new("soffice");
    office
        .args([&profile, "--headless", "--convert-to", form, "--outdir", out])
        .arg(folder.join(file));
    let done = office.output().expect("soffice");
    assert!(done.status.success(), "{done:?}");
    let made = folder.join(file).with_extension(form);
    let text = fs::read_to_string(&made);
    assert!(text.is_ok(), "{}: {text:?}: {done:?}", made.display());
    text.unwrap_or_default()
}

/// The words each comment stands at, in order.
fn commented(xml: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in xml.match_indices("<office:annotation-end") {
        let name = attribute(&xml[at..], "office:name");
        let open = format!("office:name=\"{name}\"");
        let begun = xml[..at].find(&open).expect("where the comment begins");
        let inner = xml[begun..].find("</office:annotation>").expect("its end") + begun;
        found.push(without_tags(&xml[inner..at]));
    }
    found
}

fn attribute(tag: &str, name: &str) -> String {
    let start = tag.find(&format!("{name}=\"")).expect(name) + name.len() + 2;
    tag[start..].split('"').next().unwrap_or_default().to_owned()
}

fn without_tags(xml: &str) -> String {
    let pieces = xml.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    pieces.collect::<String>().trim().to_owned()
}

#[test]
fn every_comment_of_a_word_file_stands_at_its_words() {
    let folder = folder();
    let words =
        ["annotate", "草案.docx", "-o", "annotated.docx", "--against", "a.plan", "names.plan"];
    let made = planlint(folder.path(), &words);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let xml = opened(folder.path(), "annotated.docx", "fodt");
    let words = commented(&xml);
    for expected in ["24", "达到23%"] {
        assert!(words.iter().any(|words| words == expected), "{expected} in {words:?}");
    }
    // The two values, whose the other is and where it stands, and what to do: short enough for a margin.
    assert!(xml.contains("24%，甲省约束性目标 25%（其"), "{xml}");
    assert!(xml.contains("）。提高到 25% 以上"), "{xml}");
}
