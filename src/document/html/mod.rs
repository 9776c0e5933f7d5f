//! Web pages: headings, paragraphs, lists and tables of what a reader sees.

mod charset;
mod depth;
mod flow;
mod inline;
mod table;

use scraper::Html;

use crate::text::{Encoding, UnreadReason, decode, decode_as};

use super::Document;

/// Reads a stretch of a page, such as a table.
///
/// # Errors
/// `Swollen` when its tags stand too deep in each other to be read in bounded time.
pub(crate) fn fragment(html: &str) -> Result<Document, UnreadReason> {
    depth::check(html)?;
    Ok(flow::read_flow(Html::parse_fragment(html).root_element()))
}

/// Reads a page in the encoding it names, else the one it looks like.
///
/// # Errors
/// `Swollen` when its tags stand too deep in each other to be read in bounded time, `Empty` when it shows no word.
pub fn read_html(bytes: &[u8]) -> Result<Document, UnreadReason> {
    // A page that names GBK and is UTF-8 was saved again by somebody's browser; what the bytes are counts
    // first.
    let decoded = match charset::named_charset(bytes) {
        Some(Encoding::Gb18030) if std::str::from_utf8(bytes).is_err() => {
            decode_as(bytes, Encoding::Gb18030)
        }
        _ => decode(bytes),
    };
    // Before the parser, which is where the time goes.
    depth::check(&decoded.text)?;
    let page = Html::parse_document(&decoded.text);
    let document = flow::read_flow(page.root_element());
    if document.text.trim().is_empty() { Err(UnreadReason::Empty) } else { Ok(document) }
}
