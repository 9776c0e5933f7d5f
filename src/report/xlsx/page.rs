//! A4 landscape, as wide as the paper, with title, date and page numbers; and the names of sheets.

use rust_xlsxwriter::Worksheet;

use crate::{text::escape, words::Language};

// The number the format has for it; without one the printer's own paper counts.
const A4: u8 = 9;

/// Sets a sheet up for paper.
pub(super) fn set_up(sheet: &mut Worksheet, language: Language, date: &str) {
    let title = language.pick("规划指标对照表", "Comparison of plans");
    let pages = language.pick("第 &P 页，共 &N 页", "page &P of &N");
    let note = language.pick(
        "以上为机器比对的疑似问题，以审查人签署为准",
        "Found by comparing texts; what the reviewers sign is what counts",
    );
    let gap = language.pick("　", "  ");
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.75, 0.7, 0.35, 0.35)
        .set_print_center_horizontally(true)
        .set_screen_gridlines(false)
        .set_header(format!("&L{title}{gap}&A&R{}", escape_header_sign(date)))
        .set_footer(format!("&L{note}&R{pages}"));
}

/// Words without the sign that commands a header.
fn escape_header_sign(words: &str) -> String {
    // &P, &D and others are commands in headers and footers.
    words.replace('&', "&&")
}

/// A name a sheet can have that none of `taken` has: no forbidden signs, 31 units at most, compared without case.
pub(super) fn sheet_name(wanted: &str, taken: &mut Vec<String>) -> String {
    // Excel's bound, and it compares names without case; a file that breaks either is offered for repair. Room for
    // the number is made by cutting the name, not by leaving the number off.
    const ROOM: usize = 31;
    let clean: String =
        escape(wanted).chars().map(|c| if is_forbidden(c) { ' ' } else { c }).collect();
    let mut name = shorten_to_units(clean.trim(), ROOM);
    let mut copy = 1;
    while name.is_empty() || taken.contains(&name.to_lowercase()) {
        copy += 1;
        let tail = format!(" {copy}");
        name = shorten_to_units(clean.trim(), ROOM.saturating_sub(tail.len())) + &tail;
    }
    taken.push(name.to_lowercase());
    name
}

fn is_forbidden(character: char) -> bool {
    matches!(character, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'')
}

/// As many characters as fit into `room` units of UTF-16.
fn shorten_to_units(words: &str, mut room: usize) -> String {
    let fits = |character: &char| {
        let units = character.len_utf16();
        let fits = units <= room;
        room = room.saturating_sub(units);
        fits
    };
    words.chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_topic_gives_a_name_of_its_own() {
        let mut taken = Vec::new();
        let long = "甲".repeat(40);
        let names: Vec<String> = ["对照", "对照", "a/b'[c]", "A:B??c", &long, &long, ""]
            .iter()
            .map(|wanted| sheet_name(wanted, &mut taken))
            .collect();
        let long = |count: usize| "甲".repeat(count);
        let expected =
            ["对照", "对照 2", "a b  c", "A B  c 2", &long(31), &format!("{} 2", long(29))];
        assert_eq!(names[..6], expected);
        assert_eq!(names[6].trim(), "2");
    }
}
