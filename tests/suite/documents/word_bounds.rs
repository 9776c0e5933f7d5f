//! Hostile Word files: each a clear reason, and nothing more.

use planlint::text::UnreadReason;

use super::package::{RELATIONS, document, word, zip};
use crate::support::read_word;

fn reason(bytes: &[u8]) -> UnreadReason {
    read_word(bytes, false).unwrap_err()
}

#[test]
fn a_bomb_is_not_unpacked_to_its_end() {
    // 20 MB of blanks in 20 KB.
    let blanks = vec![b' '; 20 << 20];
    let bytes = zip([("_rels/.rels", RELATIONS.as_bytes()), ("word/document.xml", &blanks)]);
    assert!(bytes.len() < 1 << 16);
    assert_eq!(reason(&bytes), UnreadReason::Swollen);
    // The same with a small size declared, both before the entry and in the list at the end.
    let declared = (20_u32 << 20).to_le_bytes();
    let mut lying = bytes;
    let places: Vec<usize> =
        (0..lying.len() - 4).filter(|at| lying[*at..at + 4] == declared).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert!(matches!(reason(&lying), UnreadReason::Swollen | UnreadReason::Damaged));
}

#[test]
fn tags_nest_within_bounds() {
    let nested = document(&format!(
        "{}{}",
        "<w:sdt><w:sdtContent>".repeat(50_000),
        "</w:sdtContent></w:sdt>".repeat(50_000)
    ));
    assert_eq!(reason(&word(&nested)), UnreadReason::Swollen);
    let tables = document(&"<w:tbl><w:tr><w:tc>".repeat(100_000));
    assert_eq!(reason(&word(&tables)), UnreadReason::Swollen);
}

#[test]
fn entities_are_refused() {
    let body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    for declared in [
        "<!DOCTYPE d [<!ENTITY a \"AAAAAAAAAA\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
        "<!DOCTYPE d [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>",
        "",
    ] {
        assert_eq!(
            reason(&word(&format!("{declared}{body}"))),
            UnreadReason::Entities,
            "{declared}"
        );
    }
}

#[test]
fn names_that_leave_the_package_are_not_followed() {
    let relations = RELATIONS.replace("word/document.xml", "../../document.xml");
    let text = document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
    let entries = [("_rels/.rels", relations.as_bytes()), ("../../document.xml", text.as_bytes())];
    assert_eq!(reason(&zip(entries)), UnreadReason::NotOffice);
    // Beside the parts of a sound file they do no harm.
    let entries = [
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("../../x", b"".as_slice()),
        ("/etc/x", b""),
        ("word\\x", b""),
        ("word/document.xml", text.as_bytes()),
    ];
    assert_eq!(read_word(&zip(entries), false).unwrap().text, "甲\n");
}

#[test]
fn what_is_no_word_file_says_what_it_is() {
    let compound = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1024, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let sound = word(&document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"));
    let cases: [(&str, &[u8], UnreadReason); 8] = [
        ("text", "一、总体要求\n".as_bytes(), UnreadReason::NotOffice),
        ("web page", b"<html><body>", UnreadReason::NotOffice),
        ("nothing", b"", UnreadReason::Empty),
        ("password", &compound("EncryptedPackage"), UnreadReason::Protected),
        ("old", &compound("WordDocument"), UnreadReason::Format("doc".to_owned())),
        ("cut off", &sound[..sound.len() / 2], UnreadReason::Damaged),
        ("another archive", &zip([("a.txt", b"a".as_slice())]), UnreadReason::NotOffice),
        ("open tags", &word("<w:document><w:body>"), UnreadReason::Damaged),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(reason(bytes), expected, "{name}");
    }
}

#[test]
fn macros_are_neither_run_nor_in_the_way() {
    let text = document("<w:p><w:r><w:t>甲</w:t></w:r></w:p>");
    let entries = [
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", text.as_bytes()),
        ("word/vbaProject.bin", b"\xD0\xCF\x11\xE0"),
    ];
    assert_eq!(read_word(&zip(entries), false).unwrap().text, "甲\n");
}

#[test]
fn any_byte_may_be_broken() {
    let sound = word(&document(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    ));
    let mut read = 0;
    for at in 0..sound.len() {
        let mut broken = sound.clone();
        broken[at] ^= 0x55;
        read += usize::from(read_word(&broken, false).is_ok());
        assert!(read_word(&sound[..at], false).is_err(), "cut off at {at}");
    }
    assert!(read < sound.len());
}
