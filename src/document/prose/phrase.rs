//! The phrase of a value: as much of the clause as the cell of a plan file would hold.

use crate::{
    document::pasted::unwrapped,
    quantity::{self, Comparator, ReadingKind, UnitDimension},
    text::Span,
};

use super::{
    figures::FigureKind, lexicon::OPENING, noun::length_of_leading_years, plain::Plain,
    prose_value::ProseValue, statement::CellWords,
};

/// Where the parts of the clause stand that a phrase may take in.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Where the verbs begin that lead to the value.
    pub verbs: usize,
    /// Where the name ends, when it stands in one piece before the value.
    pub name_end: Option<usize>,
}

/// The phrase of a value; `None` when it cannot be read as one value.
pub fn phrase_of_value(
    document: &str,
    plain: &Plain,
    value: &ProseValue,
    extent: Extent,
) -> Option<CellWords> {
    if let Some((prefix, tail)) = &value.shared {
        return phrase_of_listed_value(document, plain, value, prefix, tail);
    }
    let figure = &value.figure;
    if figure.kind == FigureKind::Related {
        return Some(CellWords::printed(plain.span(figure.start, figure.end)));
    }
    // The longest that reads as exactly one value is taken, for 建成示范田块3块 says more than 3块; where
    // words before the number are not understood, the number with its comparator still is, and at last
    // alone.
    let long = (start_of_phrase(plain, value, extent), end_of_phrase(plain, value));
    let tight = (value.left.1.min(figure.start), figure.end);
    let bare = (figure.start, figure.end);
    let stretches = [long, tight, bare];
    let spans = stretches.map(|(start, end)| plain.span(start, end));
    let unquoted = |span: Span| {
        let words = span.of(document);
        let bare = words.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
        let quote = '“'.len_utf8();
        match bare.filter(|bare| !bare.contains(['“', '”'])) {
            Some(bare) => {
                let start = span.start as usize + quote;
                Span::new(start, start + bare.len())
            }
            None => span,
        }
    };
    let number = plain.span(figure.start, figure.end);
    let counted = matches!(figure.kind, FigureKind::Number(_) | FigureKind::Numeral(_));
    let offset = |span: &Span| number.start.checked_sub(span.start).filter(|_| counted);
    let fits = |span: &Span| reads(&unwrapped(span.of(document)), offset(span));
    let printed = spans.map(unquoted).into_iter().find(fits).map(CellWords::printed);
    // Only where nothing reads as printed: 4 8 .5 % joined must not replace two numbers that stand beside
    // each other.
    printed.or_else(|| {
        // 4 8 .5 %: a page has set the digits apart.
        let is_apart = |span: &Span| digits_apart(span.of(document));
        let joined = stretches.into_iter().zip(spans).filter(|(_, span)| is_apart(span));
        let mut joined = joined.map(|((start, end), span)| (plain.cased(start, end), span));
        let (words, span) = joined.find(|(words, _)| reads(words, None))?;
        Some(CellWords::given(words, span))
    })
}

/// Whether blanks part the digits of a number one from the other, or from its point, and no two numbers.
fn digits_apart(words: &str) -> bool {
    let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    let characters: Vec<char> = words.chars().collect();
    let gaps = characters.iter().enumerate().filter(|(_, c)| c.is_whitespace());
    let mut gaps = gaps.map(|(at, _)| {
        let at = |offset: isize| at.checked_add_signed(offset).and_then(|at| characters.get(at));
        match (at(-1), at(1)) {
            (one, next) if is_digit(one) && is_digit(next) => {
                (!is_digit(at(-2)) && !is_digit(at(2))).then_some(true)
            }
            (Some('.'), next) if is_digit(next) => Some(true),
            (one, Some('.')) if is_digit(one) => Some(true),
            _ => Some(false),
        }
    });
    gaps.try_fold(false, |any, apart| Some(any || apart?)) == Some(true)
}

fn start_of_phrase(plain: &Plain, value: &ProseValue, extent: Extent) -> usize {
    // Words that say of each or by year change what the number means, so the phrase takes them in though
    // the name ends behind.
    let words = plain.get(extent.verbs, value.figure.start);
    let whole = ["每个", "各县", "单个", "每个", "全部", "所有", "累计", "每年", "年均"];
    let says_whose = whole.iter().any(|word| words.contains(word));
    let signed = value.left.1 < value.figure.start;
    match extent.name_end {
        Some(end)
            if end <= value.figure.start && !says_whose && (signed || !counts_things(value)) =>
        {
            end
        }
        _ => extent.verbs.min(value.figure.start),
    }
}

/// Whether a value counts things, so that the phrase holds what is counted: 建成示范田块3块.
fn counts_things(value: &ProseValue) -> bool {
    let other =
        [UnitDimension::Share, UnitDimension::Points, UnitDimension::Bare, UnitDimension::Money];
    match value.figure.kind {
        FigureKind::Number(measure) => !other.contains(&measure),
        FigureKind::Numeral(_) | FigureKind::Zero | FigureKind::Every => true,
        FigureKind::Assigned | FigureKind::Hold => true,
        _ => false,
    }
}

/// A noun behind the number belongs to the phrase unless it is long.
fn end_of_phrase(plain: &Plain, value: &ProseValue) -> usize {
    let noun = plain.get(value.figure.end, value.own.1);
    let noun = ["目标", "创建"].iter().find_map(|tail| noun.strip_suffix(tail)).unwrap_or(noun);
    // As long as a noun may be; a longer one is a clause, with which the phrase would not read.
    let taken = value.leads && noun.chars().count() <= 32;
    value.figure.end + if taken { noun.len() } else { 0 }
}

/// Whether a phrase states exactly one value, and that with the number at `number`.
fn reads(phrase: &str, number: Option<u32>) -> bool {
    let reading = quantity::read_phrase(phrase);
    match reading.targets.as_slice() {
        [] => reading.kind == ReadingKind::Placeholder,
        [one] => {
            // A bound whose word was not read with it is no bound.
            let is_cut = phrase.ends_with("以上") && one.comparator == Comparator::Reach;
            let is_later = number.is_some_and(|number| number + LONGEST_SIGN < one.span.start);
            !is_cut && !is_later
        }
        _ => false,
    }
}

/// The bytes between the beginning of a number and that of the words that its target is read from, at most.
const LONGEST_SIGN: u32 = 9;

/// Where the verbs begin that lead to a value: behind 其中, the year and 全市.
pub fn verbs(text: &str, value: &ProseValue) -> usize {
    let mut start = value.own.0;
    while let Some(word) = OPENING.begins(text.get(start..value.figure.start).unwrap_or_default()) {
        start += word.len();
    }
    start + length_of_leading_years(text.get(start..value.figure.start).unwrap_or_default())
}

/// A value of a list whose comparators are said once.
fn phrase_of_listed_value(
    document: &str,
    plain: &Plain,
    value: &ProseValue,
    prefix: &str,
    tail: &str,
) -> Option<CellWords> {
    let span = plain.span(value.figure.start, value.figure.end);
    let own = unwrapped(span.of(document));
    let tail = if own.ends_with(tail) { "" } else { tail };
    let words = format!("{prefix}{own}{tail}");
    reads(&words, None).then(|| CellWords::given(&words, span))
}
