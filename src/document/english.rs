//! English prose in a document: no target is read of it, so its paragraphs with values are told as unread.

use crate::{
    quantity::{Spelt, spelt},
    text::Span,
};

use super::{Block, Document};

/// Fewer words are a name or a term.
// These numbers are choices, held by the examples below. Titles and terms inside Chinese text
// (Sustainable Development Goals) are longer than a lone name, so what stands between Chinese words must
// say more.
const FEW: usize = 3;
/// Fewer words between Chinese ones are.
const FEW_BETWEEN: usize = 6;
/// From so many letters on, the words of a title begin with a capital.
const LONG: usize = 4;
/// Short words without which English is no prose.
const SHORT: [&str; 30] = [
    "the", "of", "and", "to", "by", "for", "with", "from", "at", "in", "on", "a", "an", "as", "or",
    "this", "these", "that", "we", "our", "its", "their", "all", "each", "than", "per", "over",
    "under", "which", "more",
];
/// Words that make a sentence of others.
const VERBS: [&str; 33] = [
    "will", "shall", "should", "must", "would", "can", "is", "are", "was", "were", "be", "been",
    "has", "have", "had", "reach", "reaches", "reached", "rise", "rises", "rose", "grow", "grows",
    "grew", "fall", "falls", "fell", "aim", "aims", "plan", "plans", "remain", "remains",
];
/// Words that open a line that says what to do.
const ORDERS: [&str; 30] = [
    "achieve", "add", "build", "bring", "complete", "connect", "create", "cut", "decrease",
    "deliver", "develop", "double", "ensure", "expand", "halve", "improve", "increase", "invest",
    "keep", "lower", "maintain", "plant", "provide", "raise", "reduce", "restore", "retrofit",
    "support", "train", "triple",
];
/// Marks of what somebody else has written.
const CITED: [&str; 15] = [
    "[J]",
    "[M]",
    "[R]",
    "[D]",
    "[C]",
    "[N]",
    "[S]",
    "[EB",
    "doi",
    "ISBN",
    "ISSN",
    "pp.",
    "Vol.",
    "©",
    "ights reserved",
];
/// Words that open a caption or name a source.
const CAPTIONS: [&str; 8] =
    ["figure", "fig", "table", "box", "source", "sources", "chart", "keywords"];
/// Headings of lists of what others have written.
const SOURCES: [&str; 4] = ["参考文献", "references", "bibliography", "works cited"];

/// The stretches of English prose with a value, in order: paragraphs, and parts of those that are Chinese besides.
pub(super) fn english_with_values(document: &Document) -> Vec<Span> {
    let text = &document.text;
    let (mut found, mut cites) = (Vec::new(), false);
    for block in &document.blocks {
        let Some(line) = block.line() else { continue };
        let words = line.of(text);
        let name = words.trim().trim_end_matches([':', '：']).to_lowercase();
        if SOURCES.iter().any(|sources| name.ends_with(sources)) {
            cites = true;
            continue;
        }
        // A heading ends the list of sources. The title of the document may be English and still promises
        // nothing.
        let heading = matches!(block, Block::Heading { .. });
        cites &= !heading;
        if !cites && !matches!(block, Block::Heading { level: 1, .. }) {
            found.extend(stretches(words).filter(|own| is_prose(*own)).map(|own| {
                let start = line.start as usize + own.at;
                Span::new(start, start + own.words.len())
            }));
        }
    }
    found
}

/// Words without Chinese ones among them.
#[derive(Clone, Copy)]
struct EnglishStretch<'a> {
    words: &'a str,
    /// Where they stand in their line.
    at: usize,
    /// Whether they are all of the line.
    is_whole: bool,
}

/// The longest stretches of a line without Chinese words.
fn stretches(line: &str) -> impl Iterator<Item = EnglishStretch<'_>> {
    let parts = line.split(is_chinese);
    parts.filter(|part| part.len() > FEW).map(move |part| {
        let words = part.trim();
        // A trimmed part is a stretch of the line, so the distance of the pointers is its offset.
        let at = words.as_ptr() as usize - line.as_ptr() as usize;
        EnglishStretch { words, at, is_whole: words.len() == line.trim().len() }
    })
}

/// Letters and stops of Chinese; English has the quotes of it, too.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}')
}

/// Whether a stretch says something in English, with a value in it.
fn is_prose(stretch: EnglishStretch<'_>) -> bool {
    let EnglishStretch { words: text, is_whole, .. } = stretch;
    let words: Vec<&str> = letter_words(text).collect();
    let one_of = |list: &[&str], word: &str| list.iter().any(|one| one.eq_ignore_ascii_case(word));
    let first = words.first().copied().unwrap_or_default();
    let short = words.iter().filter(|word| one_of(&SHORT, word)).count();
    let verb = words.iter().any(|word| one_of(&VERBS, word));
    let orders = is_whole && one_of(&ORDERS, first);
    // A whole line with a verb is prose without any short word: Halve road deaths. Between Chinese words
    // the title of a book has one.
    let fewest = if is_whole { usize::from(!verb && !orders) } else { 2 };
    let few = if is_whole { FEW } else { FEW_BETWEEN };
    if words.len() < few
        || short < fewest
        || is_title(&words)
        || one_of(&CAPTIONS, first)
        || CITED.iter().any(|mark| text.contains(mark))
    {
        return false;
    }
    // A stop makes a sentence of a line that is more than a name; inside Chinese text a stop may end an
    // abbreviation.
    let stops = is_whole && text.ends_with(['.', ';', '!']) && words.len() > few;
    let quoted = text.starts_with('“') && text.ends_with('”');
    let shown = !quoted && (orders || stops || text.contains(['%', '％']) || says_due_year(text));
    (verb || shown) && has_value(text)
}

/// The words of letters of a text; what is grown together by a hyphen is one.
fn letter_words(text: &str) -> impl Iterator<Item = &str> {
    let letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '\'' | '’');
    text.split(move |c| !letter(c))
        .map(|word| word.trim_matches(['-', '\'', '’']))
        .filter(|word| !word.is_empty())
}

/// Whether most long words behind the first begin with a capital.
fn is_title(words: &[&str]) -> bool {
    let long = words.iter().skip(1).filter(|word| word.len() >= LONG);
    let (mut all, mut capital) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(word.starts_with(|c: char| c.is_ascii_uppercase()));
    }
    // More than half: only the first word of a sentence and its names begin with a capital.
    capital * 2 > all
}

/// Whether a text says by which year: `by 2030`.
fn says_due_year(text: &str) -> bool {
    text.match_indices("by 20").any(|(at, lead)| {
        let year = text.get(at + lead.len()..).unwrap_or_default();
        year.bytes().take_while(u8::is_ascii_digit).count() == 2
    })
}

/// Whether a text holds a number that may be a value: no year, no code, no number of a line or a note.
fn has_value(text: &str) -> bool {
    let mut at = 0;
    let mut before = '\n';
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(character) = rest.chars().next() else { return false };
        let length = if character.is_ascii_digit() {
            let number = leading_number(rest);
            if may_say_how_much(text, (at, number.len()), before) {
                return true;
            }
            number.len()
        } else if character.is_ascii_alphabetic() && !before.is_ascii_alphanumeric() {
            match spelt(text, at) {
                Spelt::Value(_) => return true,
                Spelt::Numeral(length) | Spelt::Blank(length) | Spelt::Word(length) => length,
            }
        } else {
            character.len_utf8()
        };
        let end = at + length.max(1);
        before = text.get(at..end).and_then(|own| own.chars().next_back()).unwrap_or(character);
        at = end;
    }
    false
}

/// The digits that `rest` begins with, with the points and commas between them.
fn leading_number(rest: &str) -> &str {
    let end =
        rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default().trim_end_matches(['.', ','])
}

/// Whether the number of `length` bytes at `at` may say how much.
fn may_say_how_much(text: &str, (at, length): (usize, usize), before: char) -> bool {
    let number = text.get(at..at + length).unwrap_or_default();
    let behind = text.get(at + length..).unwrap_or_default();
    // 1,900 homes are written with a comma, so four digits that may be a year are one.
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let grown = before.is_ascii_alphabetic() || before == '[';
    // 12th, 5G, 1A: what has grown together with the digits makes a name of them.
    let ordinal = ["st", "nd", "rd", "th", "G", "A", "D"].iter().any(|end| {
        let rest = behind.strip_prefix(end);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    });
    let opens = text.get(..at).is_some_and(|text| text.trim_matches(['(', ' ']).is_empty());
    let numbers_line = opens && behind.starts_with(['.', ')', '、']);
    !(year || grown || ordinal || numbers_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<&str> {
        let own = stretches(line).filter(|own| is_prose(*own));
        own.map(|own| &line[own.at..own.at + own.words.len()]).collect()
    }

    #[test]
    fn sentences_with_values_are_prose() {
        for line in [
            "By 2030, housing coverage will reach 65% and the forest cover of the region 50%.",
            "One in five new homes will be affordable.",
            "Energy use is to be halved by 2030.",
            "- Build 12,000 new homes by 2030",
            "(2) Reduce waste by a third",
            "Halve road deaths.",
            "£250m will be invested.",
            "65% of homes with heat pumps",
            "About 4,100 homes for the elderly in the towns of the county.",
        ] {
            let bare = line.trim_start_matches("- ");
            assert_eq!(found(bare), [bare], "{line}");
        }
    }

    #[test]
    fn a_sentence_between_chinese_words_is_found_alone() {
        for (line, expected) in [
            (
                "总体目标：By 2030, housing coverage will reach 65% in all of the towns.",
                "By 2030, housing coverage will reach 65% in all of the towns.",
            ),
            (
                "原文为“we will build 4100 homes in the county by 2030”，以此为准。",
                "“we will build 4100 homes in the county by 2030”",
            ),
        ] {
            assert_eq!(found(line), [expected], "{line}");
        }
    }

    #[test]
    fn names_titles_and_references_are_none() {
        for line in [
            "建设5G基站3000个，PM2.5浓度降到25μg/m³，GDP增长5%。",
            "借鉴Sustainable Development Goals（SDGs）的17项目标。",
            "参考《Housing for all: lessons from 12 counties in the north》一书。",
            "以“Housing for all in the 12 towns of a county”为题。",
            "Housing Plan of Jia Province for 120 Counties (2026-2030)",
            "Fig. 3 Growth of homes in 12 counties is shown by year",
            "Source: statistics of the province are for 12 counties.",
            "[3] Smith J. How 120 small towns are growing: a review[J]. Urban Studies, 2019, 12(3): 45-60.",
            "This plan was adopted by the council in 2026.",
            "The 14th Five-Year Plan is over.",
            "No one is left behind by this plan.",
            "By 2030",
            "Copyright © by the council, best viewed at 1024*768.",
            "12 counties",
            "65% / 70%",
        ] {
            assert!(found(line).is_empty(), "{line}: {:?}", found(line));
        }
    }

    #[test]
    fn a_list_of_references_is_none_up_to_the_next_heading() {
        let text = "参考文献\nSmith, J. (2019). Why 12 towns are growing in the north.\n目标\nWe will build 41 homes for the old.\n";
        let line = |words: &str| {
            let at = text.find(words).expect("a line");
            Span::new(at, at + text[at..].find('\n').expect("an end"))
        };
        let blocks = vec![
            Block::Heading { level: 2, span: line("参考文献") },
            Block::Paragraph(line("Smith")),
            Block::Heading { level: 2, span: line("目标") },
            Block::Paragraph(line("We")),
        ];
        let document = Document { text: text.to_owned(), blocks, ..Document::default() };
        let found: Vec<&str> =
            english_with_values(&document).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["We will build 41 homes for the old."]);
    }
}
