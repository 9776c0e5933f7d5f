//! Values in English words: twenty-four percent, one in five, a third of, halved, net zero.
//!
//! They are found, not read: whoever counts the numbers of a text must not pass over those that nobody wrote in digits.

mod changed;
mod counted;
mod shared;
mod words;

use words::WordCursor;

/// What English words say at the place where they begin, each with the bytes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelt {
    /// A value.
    Value(usize),
    /// A numeral that says how much only where something else says so: `one by one`.
    Numeral(usize),
    /// A value to come: `to be confirmed`.
    Blank(usize),
    /// Another word.
    Word(usize),
}

/// Words of a value to come.
const BLANKS: [&str; 7] = [
    "tbc",
    "tbd",
    "to be added",
    "to be confirmed",
    "to be decided",
    "to be determined",
    "to be supplied",
];

/// What the word says that begins at `at` in `text`, with those behind it that belong to it.
#[must_use]
pub fn spelt(text: &str, at: usize) -> Spelt {
    let start = WordCursor { text, at };
    let counted = counted::read_english_numeral(start);
    // A share holds its numeral, one in five, so it is looked for first; as a numeral alone the one would be found
    // and the five left over.
    let value = shared::end_of_share(start, counted)
        .or_else(|| counted.filter(|counted| counted.is_value(start)).map(|counted| counted.end))
        .or_else(|| changed::end_of_change_word(start));
    if let Some(end) = value {
        return Spelt::Value(end.at - at);
    }
    if let Some(end) = BLANKS.iter().find_map(|blank| start.phrase(blank)) {
        return Spelt::Blank(end.at - at);
    }
    match counted {
        Some(counted) => Spelt::Numeral(counted.end.at - at),
        None => Spelt::Word(start.word().len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of a text, and the numerals behind `?`, the blanks behind `!`.
    fn said(text: &str) -> Vec<String> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_alphabetic()) {
            at += start;
            let (mark, length) = match spelt(text, at) {
                Spelt::Value(length) => ("", length),
                Spelt::Numeral(length) => ("?", length),
                Spelt::Blank(length) => ("!", length),
                Spelt::Word(length) => {
                    at += length;
                    continue;
                }
            };
            found.push(format!("{mark}{}", &text[at..at + length]));
            at += length;
        }
        found
    }

    #[test]
    fn values_in_words_are_found_as_a_whole() {
        for (text, expected) in [
            ("grow by twenty-four percent, to five million", vec!["twenty-four", "five million"]),
            ("one in five households", vec!["one in five"]),
            ("Nine out of ten homes", vec!["Nine out of ten"]),
            ("one in every four", vec!["one in every four"]),
            ("a third of homes", vec!["a third"]),
            ("cut by a third.", vec!["a third"]),
            ("cut by a third on 2020 levels", vec!["a third"]),
            (
                "two thirds, two-thirds, Three Quarters",
                vec!["two thirds", "two-thirds", "Three Quarters"],
            ),
            ("one-fifth of land", vec!["one-fifth"]),
            ("a quarter less energy", vec!["a quarter"]),
            ("halved by 2030", vec!["halved"]),
            ("halve waste, halving it", vec!["halve", "halving"]),
            ("by half, at least half, half the homes", vec!["half", "half", "half"]),
            ("half a million trees", vec!["half a million"]),
            ("two and a half million trips", vec!["two and a half million"]),
            ("one hundred and twenty-five schools", vec!["one hundred and twenty-five"]),
            ("a thousand trees, a dozen parks", vec!["a thousand", "a dozen"]),
            ("doubled, will double the number, tripling", vec!["doubled", "double", "tripling"]),
            ("twice as many, three times as many", vec!["twice", "three times"]),
            ("threefold, ten-fold", vec!["threefold", "ten-fold"]),
            ("twelve schools, five new parks", vec!["twelve", "five"]),
            ("net zero by 2050, net-zero homes", vec!["net zero", "net-zero"]),
            (
                "full coverage, fall to zero, zero landfill",
                vec!["full coverage", "zero", "zero landfill"],
            ),
            ("double-digit growth", vec!["double-digit"]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_only_sound_like_values_are_none() {
        for text in [
            "no one is left, one by one they go",
            "everyone, someone, tenants, often",
            "by a third party, a third time, from a third country",
            "the first half of 2026, in the second half, on behalf of",
            "in the third quarter, once a quarter, the town's quarters",
            "double glazing, double-glazed windows, the double burden",
            "Double First-Class universities",
            "both halves of the town",
            "the Net Zero Strategy, a net zero plan",
            "zero tolerance",
            "a five-year plan, within ten years, a fifteen-minute city",
        ] {
            let values: Vec<String> =
                said(text).into_iter().filter(|one| !one.starts_with('?')).collect();
            assert!(values.is_empty(), "{text}: {values:?}");
        }
    }

    #[test]
    fn blanks_are_told_from_values() {
        assert_eq!(said("TBC, to be confirmed"), ["!TBC", "!to be confirmed"]);
        assert_eq!(said("to be built"), [""; 0]);
    }

    #[test]
    fn a_line_that_prose_is_broken_at_parts_no_value_and_cells_are_not_joined() {
        let prose = "Of all the homes in the county that are cold, two\nthirds will be warm";
        assert_eq!(said(prose), ["two\nthirds"]);
        assert_eq!(said("two\nthirds\n"), ["?two"]);
    }
}
