//! How deep the tags of a page stand in each other: building a tree of them takes time that grows with the square of it.

use crate::text::UnreadReason;

/// Pages of authorities stay below 60.
// A choice, well above those pages and far below where the square begins to hurt.
const DEEPEST: usize = 256;
/// A tag that stays open this often, each time with the same words, counts no more: a reader of pages forgets it, too.
const ALIKE: usize = 3;
/// Longer tags are compared by their first bytes.
const COMPARED: usize = 64;

/// Tags without content, and those that the next of their kind closes.
const FLAT: [&str; 26] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "option", "html", "head", "body", "!doctype", "rp",
    "rt", "optgroup",
];
/// Parts of a table: each closes what is open inside the table so far.
const CELLS: [&str; 9] =
    ["tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "table"];
/// Tags that style words; closing one leaves what was opened inside it.
const STYLES: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];
/// Tags whose content is no markup.
const RAW: [&str; 7] = ["script", "style", "textarea", "title", "xmp", "noframes", "iframe"];

/// Refuses a page whose tags stand too deep in each other.
pub(super) fn check(page: &str) -> Result<(), UnreadReason> {
    // A count over the text, without a tree: it has to be cheaper than what it guards. It need not be
    // exact, only never too low for long.
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        // What a comment holds opens nothing.
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").and_then(|end| comment.get(end..)).unwrap_or_default();
            continue;
        }
        let end = rest.find(['>', '<']).unwrap_or(rest.len());
        let tag = rest.get(..end).unwrap_or_default();
        let name = name_of_tag(tag);
        match tag.strip_prefix('/') {
            Some(_) => close_tag(&mut open, &name),
            None if name.is_empty() || tag.ends_with('/') && FLAT.contains(&&*name) => {}
            None => {
                enter(&mut open, tag, &name);
                rest = rest.get(end..).unwrap_or_default();
                // `<` inside a script is a comparison, not a tag.
                if RAW.contains(&&*name) {
                    open.pop();
                    rest = behind_raw_content(rest, &name);
                }
            }
        }
        if open.len() > DEEPEST {
            return Err(UnreadReason::Swollen);
        }
    }
    Ok(())
}

fn name_of_tag(tag: &str) -> String {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).next();
    name.unwrap_or_default().to_ascii_lowercase()
}

/// What follows the content of a tag that holds no markup.
fn behind_raw_content<'a>(rest: &'a str, tag: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|rest| rest.find("</")) {
        at += found;
        let closing = rest.get(at + 2..).unwrap_or_default();
        if closing.get(..tag.len()).is_some_and(|name| name.eq_ignore_ascii_case(tag)) {
            return closing;
        }
        at += 2;
    }
    ""
}

fn enter<'a>(open: &mut Vec<&'a str>, tag: &'a str, own: &str) {
    if FLAT.contains(&own) {
        return;
    }
    // A cell closes the one before it, whatever that had left open: pages leave `</td>` out.
    if CELLS.contains(&own) && own != "table" {
        leave_cell(open);
        return;
    }
    let tag = tag.char_indices().nth(COMPARED).and_then(|(end, _)| tag.get(..end)).unwrap_or(tag);
    // Some pages open the same <font> again and again and close none; parsers keep three of them (HTML
    // 13.2.4.3).
    let alike =
        STYLES.contains(&own) && open.iter().filter(|other| **other == tag).count() >= ALIKE;
    if !alike {
        open.push(tag);
    }
}

fn leave_cell(open: &mut Vec<&str>) {
    if let Some(table) = open.iter().rposition(|tag| name_of_tag(tag) == "table") {
        open.truncate(table + 1);
    }
}

fn close_tag(open: &mut Vec<&str>, own: &str) {
    if CELLS.contains(&own) && own != "table" {
        return leave_cell(open);
    }
    let Some(at) = open.iter().rposition(|tag| name_of_tag(tag) == own) else { return };
    if STYLES.contains(&own) {
        open.remove(at);
        return;
    }
    // What stands outside a table is not closed from inside one.
    let fenced = own != "table" && open.iter().skip(at + 1).any(|tag| name_of_tag(tag) == "table");
    if !fenced {
        open.truncate(at);
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn pages_as_they_are_written_pass() {
        let rows = "<tr><td><font size=3>甲<p>乙<td><b>丙</tr>".repeat(500);
        let items = "<li><a name=x>一<p><font color=red>二<br><img src=x>".repeat(500);
        let page = format!(
            "<!DOCTYPE html><html><body><script>if (a<b) '<div><div>'</script><!-- <div> --><table>{rows}</table><ul>{items}</ul>"
        );
        assert!(check(&page).is_ok());
        assert!(check(&"<div><p>甲</div>".repeat(1000)).is_ok());
    }

    #[test]
    fn deep_pages_are_refused() {
        let numbered: String = (0..300).map(|n| format!("<font size={n}><p>")).collect();
        for page in [
            "<div>".repeat(100_000),
            "<b><div></b>".repeat(1000),
            "<table><tr><td>".repeat(1000),
            "<div></i>".repeat(1000),
            "<div><table><td></div>".repeat(300),
            numbered,
        ] {
            assert!(check(&page).is_err(), "{}", page.get(..40).unwrap_or_default());
        }
    }
}
