//! What is kept of an office file once it is read: the package of the one that is to be copied, and nothing of any other.

use std::fs;

use planlint::{
    annotate::{ReviewComment, annotate},
    config::Settings,
    engine::{self, Files, World},
};

use crate::{
    outputs::{CITY, draft},
    support::{self, TODAY},
};

/// A draft and the plan above it, read from a folder that is gone by now.
fn read(annotated: bool) -> World {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("city.plan"), CITY).unwrap();
    for name in ["draft.docx", "other.docx"] {
        fs::write(folder.path().join(name), draft()).unwrap();
    }
    let mut files: Files = engine::load_files(&[folder.path().to_owned()], &[], 1 << 26).unwrap();
    let own = files.iter_mut().find(|(shown, _)| shown.ends_with("/draft.docx")).unwrap();
    own.1.annotated = annotated;
    folder.close().unwrap();
    engine::understand(files, &Settings::default(), Some(1))
}

#[test]
fn a_check_keeps_no_package() {
    assert!(read(false).packages.is_empty());
}

#[test]
fn a_copy_is_made_from_what_was_read_when_the_file_is_gone() {
    let mut world = read(true);
    let outcome = engine::check(&world, &Settings::default(), &support::sheets(), TODAY, Some(1));
    let (shown, package) = world.packages.pop_first().unwrap();
    assert!(shown.ends_with("/draft.docx") && world.packages.is_empty());
    let of_draft = outcome.findings.iter().map(|finding| finding.place());
    let of_draft =
        of_draft.filter(|place| *outcome.sources.get(place.file).unwrap().path == *shown);
    let note = |span| ReviewComment { span, author: "甲".to_owned(), text: "乙".to_owned() };
    let notes: Vec<ReviewComment> = of_draft.map(|place| note(place.span)).collect();
    let copy = annotate(*package, &notes, TODAY).unwrap();
    assert!(!notes.is_empty());
    let copy = docx_rs::read_docx(&copy.bytes).unwrap();
    assert_eq!(copy.comments.inner().len(), notes.len());
}
