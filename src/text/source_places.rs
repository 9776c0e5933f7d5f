//! Places in documents as their readers know them: headings, paragraphs and cells instead of lines and given words.

use super::{Locator, Place, Source, Sources, Span, Spot};

/// Characters of a place's words that are quoted.
// Enough to find the place by searching for it, and short enough for one line.
const QUOTED: usize = 30;

impl Sources {
    /// A place as the reader of its document knows it: given words lead back to what they stand for, and to the beginning
    /// where they stand for nothing; a plan file's place stays.
    #[must_use]
    pub fn home(&self, place: Place) -> Place {
        let Some((source, parts)) = self.get(place.file).and_then(|s| Some((s, s.parts.as_ref()?)))
        else {
            return place;
        };
        // Given words, such as a year taken from a heading, stand behind the document's own text, where no reader
        // would look for them.
        let span = parts.real(place.span).unwrap_or_default();
        let locator = match parts.has_lines {
            true => place.locator,
            false => locator_of_spot(source, span, place.locator),
        };
        Place { span, locator, ..place }
    }

    /// The line a place begins in, counted from 1, where its text has lines that a reader can count.
    #[must_use]
    pub fn line(&self, place: &Place) -> Option<u32> {
        let source = self.get(place.file).filter(|source| source.has_lines())?;
        Some(source.position(place.span.start).line)
    }
}

/// The locator of words in a document without lines; a table of a text document names its row and column better than a count
/// of its paragraphs would.
fn locator_of_spot(source: &Source, span: Span, known: Option<Locator>) -> Option<Locator> {
    let part = source.parts.as_ref()?.at(span.start);
    match (part.map(|part| &part.spot), known) {
        (Some(Spot::Cell { sheet, cell }), _) => {
            Some(Locator::Sheet { sheet: sheet.clone(), cell: cell.clone() })
        }
        // A paragraph in a table has no count of its own.
        (Some(Spot::Paragraph { number: 0, .. }), known @ Some(Locator::Cell { .. })) => known,
        (Some(Spot::Paragraph { under, number, .. }), _) => Some(Locator::Paragraph {
            under: under.clone(),
            number: *number,
            words: quoted_by_locator(source.slice(span)).into(),
        }),
        (None, known) => known,
    }
}

/// Words as a locator quotes them: on one line, and the beginning of long ones.
fn quoted_by_locator(words: &str) -> String {
    let mut quoted: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = quoted.char_indices().nth(QUOTED) {
        quoted.truncate(end);
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{FileId, Part, Parts};
    use super::*;

    #[test]
    fn words_of_a_document_are_told_by_heading_and_paragraph() {
        let text = "三、目标\n（一）人口\n常住人口城镇化率达到70%。\n达到70%";
        let paragraph = |start: usize, end: usize, number| Part {
            span: Span::new(start, end),
            spot: Spot::Paragraph {
                part: Arc::default(),
                index: 0,
                under: (number > 0).then(|| "三（一）".into()),
                number,
            },
        };
        let at = |words: &str| text.find(words).unwrap();
        let (sentence, given) = (at("常住"), text.len() - "达到70%".len());
        let value = Span::new(at("达到"), at("。"));
        let parts = Parts {
            parts: vec![paragraph(0, 12, 0), paragraph(sentence, given - 1, 2)],
            given: vec![(Span::new(given, text.len()), Some(value))],
            furniture: Vec::new(),
            years: Vec::new(),
            own: u32::try_from(given).unwrap_or_default(),
            has_lines: false,
        };
        let sources = Sources::new(vec![Source::new("草案.docx", text).with_parts(parts)]);
        let place = sources.home(Place::new(FileId(0), Span::new(given, text.len())));
        assert_eq!(place.span, value);
        let (under, words) = (Some("三（一）".into()), "达到70%".into());
        assert_eq!(place.locator, Some(Locator::Paragraph { under, number: 2, words }));
        let cell = Locator::Cell { table: None, row: "7".into(), column: None };
        let known = Place::new(FileId(0), Span::new(0, 3)).located(cell.clone());
        assert_eq!(sources.home(known).locator, Some(cell));
    }
}
