//! Places as SARIF has them: a URI, a region where the document has lines, and how the document names the place.

use std::fmt::Write as _;

use crate::{
    finding::Place,
    text::{Source, Sources, Span},
    words::Words,
};

use super::{
    super::escape,
    shape::{Artifact, Logical, Message, Offset, Physical, SarifLocation, SarifRegion},
};

/// A place with what is said of it; none when its text is not at hand.
pub(super) fn sarif_location(
    sources: &Sources,
    words: &Words,
    place: &Place,
    said: Option<&str>,
) -> Option<SarifLocation> {
    let source = sources.get(place.file)?;
    let locator = place.locator.as_ref().map(|locator| words.locator(locator));
    let named = |name: String| Logical { fully_qualified_name: escape(&name).into_owned() };
    Some(SarifLocation {
        physical_location: Physical {
            artifact_location: artifact(&source.path),
            region: source.has_lines().then(|| sarif_region(source, place.span)),
        },
        logical_locations: locator.map(named).into_iter().collect(),
        message: said.map(Message::plain),
    })
}

/// The place of a file.
pub(super) fn sarif_file_location(path: &str) -> SarifLocation {
    SarifLocation {
        physical_location: Physical { artifact_location: artifact(path), region: None },
        logical_locations: Vec::new(),
        message: None,
    }
}

pub(super) fn artifact(path: &str) -> Artifact {
    Artifact { uri: uri(path) }
}

/// Offsets stand only where the text is that of the file. Bytes are never told: the file may be of another encoding.
pub(super) fn sarif_region(source: &Source, span: Span) -> SarifRegion {
    let (start, end) = (source.position(span.start), source.position(span.end));
    // The text of a Word file is made here and stands in no file, so an offset in it leads nowhere.
    let offset = (!source.is_document()).then(|| {
        let first = source.characters(span.start);
        let length = source.characters(span.end).saturating_sub(first);
        Offset { char_offset: first, char_length: length }
    });
    SarifRegion {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        offset,
    }
}

/// A path as a URI: relative as it is, else of the scheme `file`; what may not stand in one is percent-encoded as UTF-8.
fn uri(path: &str) -> String {
    // C:/plans would be read as an address of the scheme c.
    let drive = path.get(1..3) == Some(":/") && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let head = match (path.starts_with("//"), path.starts_with('/'), drive) {
        (true, ..) => "file:",
        (_, true, _) => "file://",
        (.., true) => "file:///",
        _ => "",
    };
    let mut uri = head.to_owned();
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            b':' if drive && at == 1 => uri.push(':'),
            _ if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            // Writing to a string cannot fail.
            _ => _ = write!(uri, "%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("plans/德清.plan"), "plans/%E5%BE%B7%E6%B8%85.plan");
        assert_eq!(uri("../a b/%41:c?#[x]"), "../a%20b/%2541%3Ac%3F%23%5Bx%5D");
        assert_eq!(uri("/srv/草案.docx"), "file:///srv/%E8%8D%89%E6%A1%88.docx");
        assert_eq!(uri("C:/甲"), "file:///C:/%E7%94%B2");
        assert_eq!(uri("//server/a"), "file://server/a");
    }
}
