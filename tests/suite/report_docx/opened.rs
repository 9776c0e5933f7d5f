//! The form as LibreOffice lays it out; its `soffice` and poppler's `pdftotext` must be installed.

use std::{fs, path::Path, process::Command};

use super::{FORM, folder, report};

/// The text of each page that LibreOffice makes of a file.
fn pages(folder: &Path, file: &str) -> Vec<String> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir", "pdf", file]);
    let done = office.current_dir(folder).output().expect("soffice");
    let stem = Path::new(file).file_stem().expect("a name");
    let made = folder.join("pdf").join(stem).with_extension("pdf");
    assert!(made.exists(), "{done:?}");
    let read = Command::new("pdftotext").arg(made).arg("-").output().expect("pdftotext");
    let text = String::from_utf8(read.stdout).expect("UTF-8");
    text.split_terminator('\u{C}').map(str::to_owned).collect()
}

#[test]
fn every_page_of_the_form_has_its_foot_and_every_page_of_its_table_the_heads() {
    let folder = folder();
    report(folder.path(), "docx", "zh");
    assert!(fs::exists(folder.path().join(FORM)).unwrap());
    let pages = pages(folder.path(), FORM);
    assert!(pages.len() > 2, "{pages:?}");
    for (page, number) in pages.iter().zip(1..) {
        let page = page.replace(' ', "");
        assert!(page.contains("以上为机器比对的疑似问题，以审查人签署为准"), "{page}");
        assert!(page.contains(&format!("—{number}—")), "{page}");
    }
    assert!(pages[1].contains("处理意见") && pages[1].contains("本级表述"), "{}", pages[1]);
    assert!(pages.concat().replace(' ', "").contains("审查人（签名）"), "{pages:?}");
}

#[test]
fn a_letter_is_laid_out_from_its_number_to_its_signature() {
    let folder = folder();
    report(folder.path(), "letters", "zh");
    let pages = pages(folder.path(), "out/衔接意见函/衔接意见函-浙江省.docx");
    let text = pages.concat().replace([' ', '\n'], "");
    for words in
        ["衔接意见的函", "须核改的问题", "我单位对你省《", "特此函告。", "（单位名称、印章）"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    for (page, number) in pages.iter().zip(1..) {
        assert!(page.replace(' ', "").contains(&format!("—{number}—")), "{page}");
    }
}
