//! A part of a clause that values are read from.

use std::ops::Range;

use super::{
    figures::ProseFigure,
    grammar::{ClauseNode, Rule},
    list_of_names::split_list_of_names,
    prose_value::ProseValue,
    tokens::Tokens,
};

/// The signs of what stands between a name and its value and belongs to its phrase: all that the grammar calls told but the year.
const TOLD: &str = "sztrleb";

/// A part of a clause with what its tokens stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClausePart<'a> {
    /// The text.
    pub text: &'a str,
    /// The tokens of the clause.
    pub tokens: &'a Tokens,
    /// The part.
    pub part: &'a ClauseNode,
}

impl ClausePart<'_> {
    /// The bytes of a range of tokens.
    pub fn bytes(&self, range: Range<usize>) -> (usize, usize) {
        let all = &self.tokens.all;
        let start = all.get(range.start).or(all.last().filter(|_| !range.is_empty()));
        let end = range.end.checked_sub(1).and_then(|at| all.get(at)).map_or(0, |token| token.end);
        let start = start.map_or(end, |token| token.start);
        (start, end.max(start))
    }

    /// Its values in order, without those that belong to its names.
    pub fn figures(&self) -> Vec<ProseFigure> {
        const NAMES: [Rule; 6] =
            [Rule::name, Rule::named, Rule::names, Rule::noun, Rule::origin, Rule::relative];
        let names = || self.part.parts.iter().filter(|part| NAMES.contains(&part.rule));
        let own = self.part.tokens.clone();
        let own = own.filter(|at| !names().any(|name| name.tokens.contains(at)));
        own.filter_map(|at| self.tokens.all.get(at)?.figure).collect()
    }

    /// Where the token `at` begins, or the first behind it that is no year.
    pub fn behind_times(&self, at: usize) -> usize {
        let rest = self.tokens.all.iter().zip(self.tokens.signs.chars()).skip(at);
        let mut rest = rest.skip_while(|(_, sign)| *sign == 'y');
        rest.next().map_or(0, |(token, _)| token.start)
    }

    /// Where the words begin that stand directly before the value at `to` and may belong to it, from `from` on.
    pub fn told(&self, to: usize, from: usize) -> usize {
        let all = self.tokens.all.iter().zip(self.tokens.signs.chars());
        let before = all.filter(|(token, _)| from <= token.start && token.start < to);
        let told = before.collect::<Vec<_>>().into_iter().rev();
        let told = told.take_while(|(_, sign)| TOLD.contains(*sign));
        told.last().map_or(to, |(token, _)| token.start)
    }
}

/// The values of one name in as many years; `None` when the years are not as many.
pub(super) fn of_years(
    piece: ClausePart<'_>,
    name: (usize, usize),
    years: &[(usize, usize)],
) -> Option<Vec<ProseValue>> {
    let figures = piece.figures();
    // Of two names and two years nobody can say what is of which.
    let is_one = split_list_of_names(piece.text, name.0, name.1).len() == 1;
    let first = figures.first().filter(|_| is_one && figures.len() == years.len())?;
    let told = piece.told(first.start, name.1);
    let sign = piece.text.get(told..first.start)?.trim_start_matches("分别");
    let value = |(figure, year): (&ProseFigure, &(usize, usize))| ProseValue {
        figure: *figure,
        own: name,
        left: name,
        told,
        leads: false,
        words: None,
        shared: Some((sign.to_owned(), String::new())),
        year: Some(*year),
    };
    Some(figures.iter().zip(years).map(value).collect())
}
