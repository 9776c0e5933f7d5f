//! Stretches of a web page in Markdown: tables above all, as converters write them.

use std::ops::Range;

/// Tags that begin a stretch of a web page when a line begins with them.
const BLOCKS: [&str; 24] = [
    "table",
    "thead",
    "tbody",
    "tr",
    "div",
    "p",
    "center",
    "ul",
    "ol",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "details",
    "figure",
    "blockquote",
    "section",
    "html",
    "body",
    "caption",
    "style",
];

/// Where a stretch of a web page begins in a line, if one does.
pub(super) fn start_of_page_stretch(line: &str) -> Option<usize> {
    // A table anywhere in the line, any other tag only at its beginning: `<p>` among words changes
    // nothing, and behind 表1 a table begins all the same.
    let mut tags = line.match_indices('<').map(|(at, _)| at);
    let table = tags.find(|at| opens(line, *at, "<table"));
    table.or_else(|| {
        let name = leading_tag_name(line.trim_start().strip_prefix('<')?);
        BLOCKS.contains(&&*name).then(|| line.len() - line.trim_start().len())
    })
}

/// Whether a tag that begins like `tag` stands at a byte of `text`.
fn opens(text: &str, at: usize, tag: &str) -> bool {
    text.get(at..at + tag.len()).is_some_and(|words| words.eq_ignore_ascii_case(tag))
}

fn leading_tag_name(tag: &str) -> String {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// Where the stretch ends that begins at byte `start` of `text`: behind its last table, else at a blank line. A table that
/// nothing closes takes the rest.
pub(super) fn page_stretch(text: &str, start: usize) -> Range<usize> {
    // Tables inside a table are closed first; a blank line inside one is only its layout.
    let mut depth = 0_usize;
    let rest = text.get(start..).unwrap_or_default();
    for (at, sign) in rest.match_indices(['<', '\n']) {
        let at = start + at;
        let behind = text.get(at + 1..).unwrap_or_default();
        if sign == "\n"
            && depth == 0
            && behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
        {
            return start..at;
        }
        if opens(text, at, "<table") {
            depth += 1;
        } else if opens(text, at, "</table>") && depth > 0 {
            depth -= 1;
            if depth == 0 {
                return start..at + "</table>".len();
            }
        }
    }
    start..text.len()
}

/// The lines, counted from the first of `html`, in which its rows begin.
#[cfg(feature = "office")]
pub(super) fn lines_of_rows(html: &str) -> Vec<usize> {
    // A table of a page may take one line or forty; by the lines of its rows each cell can be told where
    // it stands in the file.
    let (mut found, mut from, mut line) = (Vec::new(), 0, 0);
    for (at, _) in html.match_indices('<').filter(|(at, _)| opens(html, *at, "<tr")) {
        line += html.get(from..at).unwrap_or_default().matches('\n').count();
        found.push(line);
        from = at;
    }
    found
}
