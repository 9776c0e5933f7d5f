//! Workbooks with hidden, foreign, missing and doubled parts: what is seen is read, and what is not is said.

use planlint::engine::Outcome;

use crate::{
    documents::package,
    workbook_seen::{Part, SPACE, bytes, number, rows, sheet},
    workbook_traps::{cell, head, line, one, read, rules, styles},
};

/// The forest of the workbooks below.
fn forest() -> String {
    rows(&(head() + &line("森林覆盖率（%）", &number("48.5"))))
}

fn is_read(bytes: Vec<u8>, why: &str) -> Outcome {
    let (targets, outcome) = read(bytes);
    assert_eq!(targets.get("森林覆盖率"), Some(&Some("48.5".to_owned())), "{why}: {targets:?}");
    assert_eq!(outcome.summary.unread, 0, "{why}");
    outcome
}

#[test]
fn what_is_hidden_is_said_and_what_only_seems_so_is_read() {
    let wide = "<cols><col min=\"1\" max=\"4\" width=\"9\" customWidth=\"1\"/></cols><sheetData>";
    let spare = line("绿地率（%）", &number("31"));
    let more = |from: &str, to: &str| forest().replace(from, to);
    // Rows that are written are seen unless they say otherwise, whatever the others are.
    is_read(one(more("<sheetData>", "<sheetFormatPr zeroHeight=\"1\"/><sheetData>")), "zeroHeight");
    let narrow = format!("<sheetFormatPr defaultColWidth=\"0\"/>{wide}");
    let narrow = more("<sheetData>", &narrow)
        .replace("</row></sheetData>", &format!("{}</row></sheetData>", cell("内部掌握 77")));
    for (xml, why) in [
        (narrow, "a column without width"),
        (
            more(
                "</sheetData>",
                &format!("{}</sheetData>", spare.replace("<row ", "<row hidden=\"1\" ")),
            ),
            "a hidden row",
        ),
        (
            more(
                "</sheetData>",
                &format!(
                    "{}</sheetData>",
                    spare.replace("<row ", "<row ht=\"0\" customHeight=\"1\" ")
                ),
            ),
            "a row without height",
        ),
    ] {
        let outcome = is_read(one(xml), why);
        assert_eq!(
            (outcome.summary.indicators, rules(&outcome).contains(&"unread-part")),
            (1, true),
            "{why}"
        );
    }
    for (state, kind) in [
        ("hidden", "worksheet"),
        ("veryHidden", "worksheet"),
        ("visible", "chartsheet"),
        ("hidden", "xlMacrosheet"),
        ("visible", "dialogsheet"),
    ] {
        let other = Part { name: "另", state, kind, xml: rows(&(head() + &spare)) };
        let outcome = is_read(bytes(&[sheet("表", forest()), other], "", None, None), kind);
        assert_eq!(
            (outcome.summary.indicators, rules(&outcome).contains(&"unread-part")),
            (1, true),
            "{state} {kind}"
        );
    }
}

#[test]
fn dates_of_old_macs_are_dates_too() {
    let dated = rows(&(head() + &line("甲率（人）", "<c s=\"1\"><v>42734</v></c>")));
    let book = "<workbookPr date1904=\"1\"/>";
    let (targets, outcome) =
        read(bytes(&[sheet("表", dated)], book, None, Some(&styles(&["yyyy-mm-dd"]))));
    assert_eq!(targets["甲率"], None);
    let said = outcome.findings.iter().find(|finding| finding.rule == "unreadable-quantity");
    assert_eq!(said.unwrap().draft.facts.told()["words"], "2020-12-31");
}

#[test]
fn vocabularies_encodings_and_missing_parts_cost_nothing() {
    let usual = one(forest());
    let part = |change: &dyn Fn(&str) -> Vec<u8>| {
        package::changed(&usual, |name, bytes| {
            if name == "xl/sheets/0.xml" {
                *bytes = change(&String::from_utf8(bytes.clone()).unwrap());
            }
        })
    };
    let prefixed = |xml: &str| {
        let xml = xml.replace("xmlns=", "xmlns:x=").replace('<', "<x:").replace("<x:/", "</x:");
        xml.into_bytes()
    };
    is_read(part(&prefixed), "prefixed");
    let strict = SPACE.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
    is_read(part(&|xml| xml.replace(SPACE, &strict).into_bytes()), "strict");
    is_read(part(&|xml| [b"\xEF\xBB\xBF", xml.as_bytes()].concat()), "a mark of UTF-8");
    let wide = |xml: &str, unit: fn(u16) -> [u8; 2]| {
        let xml = format!("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>{xml}");
        xml.encode_utf16().flat_map(unit).collect::<Vec<u8>>()
    };
    is_read(part(&|xml| wide(xml, u16::to_le_bytes)), "UTF-16, low byte first");
    is_read(part(&|xml| wide(xml, u16::to_be_bytes)), "UTF-16, high byte first");
    let without = |lost: &str| {
        package::changed(&usual, |name, _| {
            if name == lost {
                name.clear()
            }
        })
    };
    is_read(without("_rels/.rels"), "no relations of the package");
    let styled = bytes(&[sheet("表", forest())], "", Some("<si/>"), Some(&styles(&["0"])));
    for lost in ["xl/styles.xml", "xl/sharedStrings.xml"] {
        is_read(
            package::changed(&styled, |name, _| {
                if name == lost {
                    name.clear()
                }
            }),
            lost,
        );
    }
    // Names that leave the package are never asked for.
    let strange = package::zip(
        package::entries(&usual).iter().map(|(name, bytes)| (&**name, &**bytes)).chain([
            ("/xl/sheets/0.xml", &b"bad"[..]),
            ("../../outside", b"bad"),
            ("C:\\outside", b"bad"),
        ]),
    );
    is_read(strange, "absolute names");
    for lost in ["xl/_rels/workbook.xml.rels", "xl/sheets/0.xml", "xl/workbook.xml"] {
        let (targets, outcome) = read(without(lost));
        assert!(
            targets.is_empty() && rules(&outcome) == ["unread-file"],
            "{lost}: {:?}",
            rules(&outcome)
        );
    }
}

#[test]
fn a_part_that_is_there_twice_is_damaged_and_the_others_are_read() {
    let other = rows(&(head() + &line("森林覆盖率（%）", &number("99"))));
    let sheets = [sheet("表", forest()), sheet("另", other.clone()), sheet("三", other)];
    let bytes = bytes(&sheets, "", None, None);
    // The third sheet takes the name of the second; a part that its name leads to is nowhere then.
    let mut twice = bytes.clone();
    let name = b"xl/sheets/2.xml";
    let found: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(name)).collect();
    assert_eq!(found.len(), 2, "in the entry and in the list");
    found.iter().for_each(|at| twice[at + 10] = b'1');
    let (targets, outcome) = read(twice);
    assert_eq!(targets["森林覆盖率"].as_deref(), Some("48.5"));
    let parts = rules(&outcome).iter().filter(|rule| **rule == "unread-part").count();
    assert_eq!(parts, 2, "{:?}", rules(&outcome));
}
