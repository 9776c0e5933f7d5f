//! The sentences of a document's running text, cut into clauses.

use crate::{
    document::headings::HeadingNumber,
    text::{FileId, Source, Span, Spot, fold_char},
};

use super::Model;

/// A sentence that ends in a stop; headings, captions and cells mostly have none.
#[derive(Clone, Debug)]
pub struct TextSentence {
    /// Its words, without the number of the item before them and without the stop.
    pub span: Span,
    /// Its clauses, at least one.
    pub clauses: Vec<SentenceClause>,
    /// Whether it stands directly behind the sentence before it, in the same paragraph.
    pub follows: bool,
}

/// A stretch between commas and colons that has a letter.
#[derive(Clone, Debug)]
pub struct SentenceClause {
    /// Its words.
    pub span: Span,
    /// Its letters and digits, by which clauses are compared: marks, quotes and blanks say nothing.
    pub letters: String,
}

impl Model {
    /// The sentences of a document's own running text, in order; none for a plan file, which holds rows.
    #[must_use]
    pub fn sentences(&self, file: FileId) -> Vec<TextSentence> {
        let Some(source) = self.sources.get(file) else { return Vec::new() };
        let Some(parts) = &source.parts else { return Vec::new() };
        let mut sentences = Vec::new();
        let mut start = 0;
        for line in source.text.get(..parts.own as usize).unwrap_or_default().split_inclusive('\n')
        {
            let end = start + line.len();
            if is_running_text(source, Span::new(start, end), line) {
                read_line(line, start, &mut sentences);
            }
            start = end;
        }
        sentences
    }
}

/// Whether a line is none of a table, of the contents or of what else is no part of what the document says.
fn is_running_text(source: &Source, span: Span, line: &str) -> bool {
    let Some(parts) = &source.parts else { return false };
    let after = parts.furniture.partition_point(|gone| gone.end <= span.start);
    let gone = parts.furniture.get(after).is_some_and(|gone| gone.start < span.end);
    // Pasted tables keep a tab or a stroke between their cells.
    let in_table = line.trim().contains(['\t', '|']);
    let in_cell = parts.at(span.start).is_some_and(|part| match part.spot {
        Spot::Paragraph { number, .. } => number == 0,
        Spot::Cell { .. } => true,
    });
    !gone && !in_table && !in_cell
}

/// Adds the sentences of a line that stands at `at`.
fn read_line(line: &str, at: usize, sentences: &mut Vec<TextSentence>) {
    let mut follows = false;
    let mut rest = at;
    for piece in line.split_inclusive(is_stop) {
        let start = rest;
        rest += piece.len();
        let Some(words) = piece.strip_suffix(is_stop) else { continue };
        let bare = words.trim_start();
        let number = HeadingNumber::of(bare).map_or(0, |number| number.length);
        let before = words.len() - bare.len() + number;
        let clauses = clauses_of(words.get(before..).unwrap_or_default(), start + before);
        if let (Some(first), Some(last)) = (clauses.first(), clauses.last()) {
            let span = first.span.to(last.span);
            sentences.push(TextSentence { span, clauses, follows });
            follows = true;
        }
    }
}

fn clauses_of(words: &str, at: usize) -> Vec<SentenceClause> {
    let mut rest = at;
    let clause = |piece: &str| {
        let start = rest + (piece.len() - piece.trim_start().len());
        rest += piece.len();
        let words = piece.trim().trim_end_matches(|c| matches!(fold_char(c), ',' | ':')).trim_end();
        let letters: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
        let span = Span::new(start, start + words.len());
        (!letters.is_empty()).then_some(SentenceClause { span, letters })
    };
    words.split_inclusive(|c| matches!(fold_char(c), ',' | ':')).filter_map(clause).collect()
}

fn is_stop(character: char) -> bool {
    matches!(fold_char(character), '。' | ';' | '!' | '?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_stops_and_commas() {
        let line = "（一）推进改革。推进“改革”：到2025年, 建成1.5万套；余下的\n";
        let mut read = Vec::new();
        read_line(line, 10, &mut read);
        let seen: Vec<Vec<&str>> = read
            .iter()
            .map(|one| one.clauses.iter().map(|clause| &*clause.letters).collect())
            .collect();
        assert_eq!(seen, [vec!["推进改革"], vec!["推进改革", "到2025年", "建成15万套"]]);
        assert_eq!([read[0].follows, read[1].follows], [false, true]);
        let words = |span: Span| &line[span.start as usize - 10..span.end as usize - 10];
        assert_eq!(words(read[1].span), "推进“改革”：到2025年, 建成1.5万套");
        assert_eq!(words(read[1].clauses[1].span), "到2025年");
    }
}
