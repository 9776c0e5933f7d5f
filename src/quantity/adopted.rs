//! Units that no word of the grammar lists: 9000 widgets, 30梯次, 5 ktoe.
//!
//! What stands directly behind a number and ends its part of the phrase is the unit it is counted in, kept as printed and
//! compared only with itself.

use super::figure::QuantityFigure;
use super::grammar::Rule;
use super::tokens::{PhraseToken, TokenContent};
use super::unit::read_beside;
use super::words_that_change::{AMENDS, is_naming, is_operative, is_turning};
use super::{Decimal, Unit, unknown_unit};
use crate::text::is_han;

/// Words behind a number that say how it is meant and not what is counted.
const NO_UNITS: [&str; 20] = [
    // `30 overall` and `20 new` count what their row counts. Taken for units these words would make a row
    // incomparable with its parent, which is worse than a unit that is missed.
    "achieved",
    "altogether",
    "approx",
    "average",
    "combined",
    "complete",
    "completed",
    "each",
    "estimated",
    "everywhere",
    "gross",
    "maximum",
    "minimum",
    "net",
    "new",
    "only",
    "overall",
    "planned",
    "target",
    "total",
];
/// The most letters and words that a unit has.
// What is longer is a sentence that goes on and no measure; the bounds are a choice that lets `9000 widgets` and `5
// FTE jobs` in.
const LONGEST: usize = 16;
const MOST_WORDS: usize = 2;
/// In Chinese a longer word is the thing counted, 50万大学生, unless it ends in a measure word, 30标准机架.
// 梯次, 机柜, 台套: a measure word has one character or two. 标准机架 is let in by its end, because a name is put
// before its measure word and never behind it.
const LONGEST_HAN: usize = 2;
const LONGEST_MEASURED: usize = 6;

/// Gives every number without a unit the one that stands behind it; the tokens of the unit become a part of the number.
pub(super) fn adopt_units(text: &str, tokens: &mut Vec<PhraseToken>) {
    if !tokens.iter().any(|token| token.figure().is_some()) {
        return;
    }
    // Before anything is adopted: in `12% (2027)` the bare 2027 would otherwise be a number that looks for a unit of
    // its own.
    years_in_brackets(tokens);
    let mut settled: Vec<PhraseToken> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let adopted =
            token.figure().and_then(|figure| figure_with_adopted_unit(text, tokens, at, figure));
        let (figure, last) = adopted.map_or((None, at), |(figure, last)| (Some(figure), last));
        let mut token = token.clone();
        if let Some(figure) = figure {
            token.end = tokens.get(last).map_or(token.end, |last| last.end);
            token.content = TokenContent::Figure(figure);
        }
        settled.push(token);
        at = last + 1;
    }
    *tokens = settled;
}

/// `12% (2027), 15% (2030)`: a bare year alone in brackets behind a number is the year of that number.
fn years_in_brackets(tokens: &mut [PhraseToken]) {
    // Bounds within which plans have base and target years; 1500 in brackets is an amount.
    let years = Decimal::from(1990)..Decimal::from(2100);
    let is_year = |figure: &QuantityFigure| {
        figure.unit.is_none()
            && figure.low == figure.high
            && figure.low.is_integer()
            && years.contains(&figure.low)
    };
    for at in 2..tokens.len() {
        let Some([number, open, year, rest @ ..]) = tokens.get_mut(at - 2..) else { return };
        let closes = rest.first().is_some_and(|token| token.rule == Rule::close);
        let named = number.figure().is_some()
            || matches!(number.rule, Rule::after_ge | Rule::after_le | Rule::gap);
        // 1,500 (2,000) are two numbers.
        let four = year.end - year.start == 4;
        let year_alone = four && year.rule == Rule::quantity && year.figure().is_some_and(is_year);
        let low = year.figure().and_then(|figure| i32::try_from(figure.low.trunc()).ok());
        if let Some(low) = low.filter(|_| named && open.rule == Rule::open && closes && year_alone)
        {
            (year.rule, year.content) = (Rule::period, TokenContent::Year(low));
        }
    }
}

/// The figure of the token `at` with the unit behind it, and the last token of that unit.
fn figure_with_adopted_unit(
    text: &str,
    tokens: &[PhraseToken],
    at: usize,
    figure: &QuantityFigure,
) -> Option<(QuantityFigure, usize)> {
    // 万 and 千亿 before a word are as often the name itself, 千亿产业, and a ratio is counted in nothing.
    if figure.round || !matches!(tokens.get(at)?.rule, Rule::quantity | Rule::range) {
        return None;
    }
    let (first, last) = han(text, tokens, at).or_else(|| latin(text, tokens, at, figure))?;
    let words = text.get(tokens.get(first)?.start..tokens.get(last)?.end)?;
    let Some(own) = &figure.unit else {
        return figure_counted_in(figure, adopted_unit(words)?).map(|figure| (figure, last));
    };
    // 25台套, 25件套: two words for one count; 5个人 counts persons.
    let printed = own.words();
    // The generic 个 is followed by what is counted, 5个人, and so is a share, 25%人 by what it is a share of. Only
    // a word that measures joins another to one unit.
    let joined = !matches!(&*own.name, "个" | "%" | "‰" | "‱" | "百分点" | "倍")
        && read_beside(words).is_some();
    // Where the text does not end in the unit's own words, its power was multiplied in (万吨), and the two together
    // would be a word that nobody printed.
    let whole = joined && text.get(..tokens.get(first)?.start)?.ends_with(&printed);
    let unit = unknown_unit(&format!("{printed}{words}")).filter(|_| whole)?;
    Some((QuantityFigure { unit: Some(unit), ..figure.clone() }, last))
}

/// The unit that `words` are.
fn adopted_unit(words: &str) -> Option<Unit> {
    // `30 new homes` is 30 homes: a word that says which ones does not change what is counted.
    let words = words.strip_prefix("new ").unwrap_or(words);
    if let Some(known) = read_beside(words) {
        return Some(known);
    }
    let lower = words.to_ascii_lowercase();
    let says_how = NO_UNITS.contains(&lower.as_str())
        || lower.split([' ', '-', '/']).any(is_operative)
        // nationally, nationwide: where or how often, and no list of them would ever be whole.
        || ["ly", "wide"].iter().any(|end| lower.ends_with(end))
        // A misspelt `percentx` is a slip of the unit and no unit of its own: kept as one it would never meet the
        // row's %.
        || lower.starts_with("percent")
        || lower.split(' ').nth(MOST_WORDS).is_some()
        || lower.chars().nth(LONGEST).is_some();
    if says_how { None } else { unknown_unit(words) }
}

/// `figure` counted in `unit`.
fn figure_counted_in(figure: &QuantityFigure, unit: Unit) -> Option<QuantityFigure> {
    let scaled = |value: Decimal| value.checked_mul(unit.factor);
    let (low, high) = (scaled(figure.low)?, scaled(figure.high)?);
    // The factor is in the numbers now: beside 5000 the printed ktoe would make it a thousand times too large.
    let printed = unit.printed.clone().filter(|_| unit.factor == Decimal::ONE);
    let unit = Unit { factor: Decimal::ONE, printed, ..unit };
    Some(QuantityFigure { low, high, unit: Some(unit), ..figure.clone() })
}

/// The Chinese words grown together with the number before them, when they end the part.
fn han(text: &str, tokens: &[PhraseToken], at: usize) -> Option<(usize, usize)> {
    let mut last = at;
    for (index, token) in tokens.iter().enumerate().skip(at + 1) {
        // A blank ends the unit: in 25 学校 nobody says whether the words belong to the number or to the next
        // column.
        let grown = tokens.get(last).is_some_and(|before| before.end == token.start);
        let words = text.get(token.start..token.end).unwrap_or_default();
        let is_name = matches!(token.rule, Rule::idle | Rule::other | Rule::plain_word)
            || token.rule == Rule::goal_word;
        if !(grown && is_name && words.chars().all(is_han)) {
            break;
        }
        last = index;
    }
    let (start, end) = (tokens.get(at + 1)?.start, tokens.get(last)?.end);
    let words = text.get(start..end)?;
    let counts = || {
        // A measure word has one or two characters, so the last two places are where it can begin.
        let ends = words.char_indices().rev().take(2).map(|(at, _)| at);
        ends.filter_map(|at| words.get(at..)).any(|end| read_beside(end).is_some())
    };
    let length = words.chars().count();
    let short = length <= LONGEST_HAN || length <= LONGEST_MEASURED && counts();
    let fits = last > at && short && !is_turning(words, false) && !is_naming(words);
    // Half of a compound would be adopted without what it is counted on.
    let stroked = text.get(end..).is_some_and(|behind| behind.starts_with('/'));
    // 70除外 must stay what doubt.rs stops at; as a unit 除外 would be accounted for and the phrase would pass.
    let amends = AMENDS.iter().any(|word| words.starts_with(word));
    // The goal words are 目标, 任务, 水平: 25目标 is the target 25, not 25 of something.
    let goal = last == at + 1 && tokens.get(last)?.rule == Rule::goal_word;
    (fits
        && !stroked
        && !amends
        && !goal
        && !words.starts_with(NOT_COUNTED)
        && part_ends_before(tokens, last + 1))
    .then_some((at + 1, last))
}

/// What a Chinese word behind a number begins with when it counts nothing.
const NOT_COUNTED: [char; 12] =
    ['以', '左', '上', '下', '的', '之', '至', '到', '等', '为', '是', '在'];

/// The Latin words behind the number: a unit by themselves, or words that end the part.
fn latin(
    text: &str,
    tokens: &[PhraseToken],
    at: usize,
    figure: &QuantityFigure,
) -> Option<(usize, usize)> {
    if figure.unit.is_some() {
        return None;
    }
    let gap = |at: usize| tokens.get(at).is_some_and(|token| token.rule == Rule::gap);
    let first = if gap(at + 1) { at + 2 } else { at + 1 };
    let last = run_of_words(text, tokens, first)?;
    let words =
        |first: usize, last: usize| text.get(tokens.get(first)?.start..tokens.get(last)?.end);
    let is_known = |last: usize| Some(read_beside(words(first, last)?).is_some());
    let long = words(first, last)?.len() > 1;
    let grown = tokens.get(at)?.end == tokens.get(first)?.start;
    // 25abc, 2a5: letters grown together with the digits are a slip or a code unless some list knows them.
    if grown && !is_known(last)? {
        return None;
    }
    // 5 points below average: a unit that is known needs no end of a part behind it.
    if long && (part_ends_before(tokens, last + 1) || last == first && is_known(first)?) {
        return Some((first, last));
    }
    // 5 Mt coal: the power of ten of the first word may not be lost.
    let scaled = read_beside(words(first, first)?).is_some_and(|unit| unit.factor != Decimal::ONE);
    (words(first, first)?.len() > 1 && scaled).then_some((first, first))
}

/// The last of the Latin words that stand in a row from `first` on, strokes and hyphens among them.
fn run_of_words(text: &str, tokens: &[PhraseToken], first: usize) -> Option<usize> {
    let said = |at: usize| tokens.get(at).and_then(|token| text.get(token.start..token.end));
    let is_word = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.rule, Rule::plain_word | Rule::code))
            && said(at).is_some_and(|words| words.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    let joins = |at: usize| matches!(said(at), Some("-" | "/" | " "));
    let mut last = Some(first).filter(|&first| is_word(first))?;
    loop {
        if is_word(last + 1) {
            last += 1;
        } else if joins(last + 1) && is_word(last + 2) {
            last += 2;
        } else {
            return Some(last);
        }
    }
}

/// Whether a part of the phrase ends before the token `at`, blanks aside.
fn part_ends_before(tokens: &[PhraseToken], at: usize) -> bool {
    let next = tokens.iter().skip(at).find(|token| token.rule != Rule::gap);
    next.is_none_or(|next| {
        matches!(
            next.rule,
            Rule::stop
                | Rule::pause
                | Rule::open
                | Rule::close
                | Rule::note
                | Rule::period
                | Rule::date
                | Rule::per_year
                | Rule::after_ge
                | Rule::after_le
                | Rule::after_about
        )
    })
}
