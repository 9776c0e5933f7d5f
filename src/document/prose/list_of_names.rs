//! A list of names: where one ends and the next begins.

use super::lexicon::HELD;

/// Whether the character at `at` joins what stands on both of its sides.
pub fn is_pause(words: &str, at: usize) -> bool {
    let rest = words.get(at..).unwrap_or_default();
    let is_held = |word: &'static str| {
        let starts = word
            .char_indices()
            .map(|(offset, _)| offset)
            .filter_map(|offset| at.checked_sub(offset));
        starts
            .into_iter()
            .any(|start| words.get(start..).is_some_and(|rest| rest.starts_with(word)))
    };
    rest.starts_with('、') || rest.starts_with(['和', '及', '与']) && !HELD.words().any(is_held)
}

/// The stretches between 、 and 和.
pub fn split_list_of_names(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let words = text.get(from..to).unwrap_or_default();
    let mut found = Vec::new();
    let mut start = 0;
    // A list in brackets explains one name: 水质优良(达到和优于三类)比例.
    let mut depth = 0_i32;
    for (at, character) in words.char_indices() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 && at > start && is_pause(words, at) {
            found.push((from + start, from + at));
            start = at + character.len_utf8();
        }
    }
    found.push((from + start, to));
    found.retain(|(start, end)| start < end);
    found
}

/// The stretches between 、.
pub(super) fn split_at_list_commas(text: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let words = text.get(from..to).unwrap_or_default();
    let mut start = from;
    let span = |piece: &str| {
        let span = (start, start + piece.len());
        start = span.1 + '、'.len_utf8();
        span
    };
    words.split('、').map(span).filter(|(start, end)| start < end).collect()
}
