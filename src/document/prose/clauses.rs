//! Sentences, the items of their lists and the clauses of these.

/// A clause with what it is part of; places are bytes of plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it begins.
    pub start: usize,
    /// Where it ends, before its stop.
    pub end: usize,
    /// The item of a list with 分号 that it is part of.
    pub item: (usize, usize),
    /// The sentence.
    pub sentence: (usize, usize),
}

/// Bytes of a clause; a longer stretch without a stop is no sentence and is cut, so that reading stays linear.
// A thousand characters, a choice far above what anybody reads as a sentence: a text without any stop (甲
// twenty thousand times) would else be one clause, and what looks at a whole clause for each of its
// places would take the square of its length.
const LONGEST: usize = 3_000;

/// The sentences of plain text.
pub fn sentences(text: &str) -> Vec<(usize, usize)> {
    pieces_between(text, (0, text.len()), |c, _| matches!(c, '。' | '!' | '?'))
}

/// The clauses of a sentence.
pub fn clauses_of_sentence(text: &str, sentence: (usize, usize)) -> Vec<Clause> {
    let mut found = Vec::new();
    for item in pieces_between(text, sentence, |c, _| matches!(c, ';' | '|')) {
        for (start, end) in pieces_between(text, item, is_clause_stop) {
            let mut start = start;
            while end - start > LONGEST {
                let cut =
                    text.get(start..end).and_then(|words| words.char_indices().nth(LONGEST / 3));
                let Some((length, _)) = cut else { break };
                found.push(Clause { start, end: start + length, item, sentence });
                start += length;
            }
            found.push(Clause { start, end, item, sentence });
        }
    }
    found
}

/// About the last `bytes` of `text`.
pub fn last_of(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    let from = (from..text.len()).find(|at| text.is_char_boundary(*at));
    from.and_then(|from| text.get(from..)).unwrap_or_default()
}

/// A comma between a number and three digits is a thousands mark.
fn is_clause_stop(character: char, around: (&str, &str)) -> bool {
    let (before, behind) = around;
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let thousands = digits == 3 && before.ends_with(|c: char| c.is_ascii_digit());
    // A colon ends what announces a value (主要目标: 绿地率…), and in 1.6:1 it stands inside one.
    matches!(character, ',' | ':')
        && !(thousands && character == ',')
        && !is_ratio(character, around)
}

fn is_ratio(character: char, (before, behind): (&str, &str)) -> bool {
    character == ':'
        && before.ends_with(|c: char| c.is_ascii_digit())
        && behind.starts_with(|c: char| c.is_ascii_digit())
}

/// The pieces of a stretch between the characters that end one; empty ones are left out.
fn pieces_between(
    text: &str,
    (from, to): (usize, usize),
    ends: impl Fn(char, (&str, &str)) -> bool,
) -> Vec<(usize, usize)> {
    let words = text.get(from..to).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = from;
    for (at, character) in words.char_indices() {
        let behind = at + character.len_utf8();
        let around = (words.get(..at).unwrap_or_default(), words.get(behind..).unwrap_or_default());
        if ends(character, around) {
            found.push((start, from + at));
            start = from + behind;
        }
    }
    found.push((start, to));
    found.retain(|(start, end)| start < end);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_numbers_end_no_clause() {
        let text = "投资1,200万元,收入比缩小到1.6:1;新建学校3所。改造";
        let sentences = sentences(text);
        assert_eq!(sentences.len(), 2);
        let words: Vec<&str> = clauses_of_sentence(text, sentences[0])
            .iter()
            .map(|clause| &text[clause.start..clause.end])
            .collect();
        assert_eq!(words, ["投资1,200万元", "收入比缩小到1.6:1", "新建学校3所"]);
    }
}
