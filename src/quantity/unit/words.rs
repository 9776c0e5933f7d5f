//! The plain units as words spell them: one name each, the Chinese one.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    names::{BESIDE, COUNTS, MEASURE_WORDS, MEASURES, PREFIXED, RATES},
    ratio::unit_lines,
};

/// A plain unit as a word spells it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Its one name.
    pub name: &'static str,
    /// The power of ten the word carries: 6 for GW, counted in 千瓦.
    pub power: u32,
    /// What can stand beside it.
    pub kind: UnitWordKind,
}

/// How a word stands in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitWordKind {
    /// Alone only: `%`; there are no 万%.
    Rate,
    /// Alone, behind a magnitude, or at a stroke.
    Plain,
    /// Never alone, where it rather says which: `Emissions (household)`; but `per household`.
    Beside,
}

static BY_SPELLING: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let mut add = |rows: &[&[&'static str]], kind| {
        for row in rows {
            let Some(&name) = row.first() else { continue };
            words.extend(row.iter().map(|&spelling| (spelling, Word { name, power: 0, kind })));
        }
    };
    // Later rows replace earlier ones: a word that may stand alone in one list may do so, whatever a looser list
    // says of it.
    add(&MEASURE_WORDS.each_ref().map(std::slice::from_ref), UnitWordKind::Beside);
    add(&BESIDE, UnitWordKind::Beside);
    add(&RATES, UnitWordKind::Rate);
    add(&COUNTS, UnitWordKind::Plain);
    add(&MEASURES, UnitWordKind::Plain);
    for line in unit_lines() {
        let kind = words.get(line.name).map_or(UnitWordKind::Plain, |word: &Word| word.kind);
        let word = Word { name: line.name, power: 0, kind };
        words.extend(line.spellings.into_iter().map(|spelling| (spelling, word)));
        // The name of a line may be a unit of the lists above, which know how it may stand.
        words.entry(line.name).or_insert(word);
    }
    words.extend(PREFIXED.map(|(spelling, name, power)| {
        (spelling, Word { name, power, kind: UnitWordKind::Plain })
    }));
    words
});

/// The plain unit a squeezed word spells; a plural and a closing 数 do not matter.
pub fn find_plain_unit(word: &str) -> Option<Word> {
    let known = |word: &str| BY_SPELLING.get(word).copied();
    let counted =
        || word.strip_suffix('数').and_then(known).filter(|word| word.kind == UnitWordKind::Plain);
    // As it stands first: beds may stand alone in a bracket, and bed may not.
    known(word).or_else(|| word.strip_suffix('s').and_then(known)).or_else(counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::unit::spelling::squeezed;

    /// Names that no number stands directly before: 1.6:1, 三类, 每10万活产.
    const APART: [&str; 3] = [":1", "类", "活产"];

    fn rows() -> impl Iterator<Item = &'static [&'static str]> {
        let words = MEASURE_WORDS.iter().map(std::slice::from_ref);
        [&RATES[..], &COUNTS, &MEASURES, &BESIDE].concat().into_iter().chain(words)
    }

    #[test]
    fn every_name_and_spelling_is_found() {
        for row in rows() {
            for spelling in row {
                let word = find_plain_unit(&squeezed(spelling)).map(|word| word.name);
                assert_eq!(word, row.first().copied(), "{spelling}");
            }
        }
        for (spelling, name, _) in PREFIXED {
            assert_eq!(find_plain_unit(spelling).map(|word| word.name), Some(name), "{spelling}");
            assert!(find_plain_unit(&squeezed(name)).is_some(), "{name}");
        }
    }

    #[test]
    fn the_grammar_knows_every_name() {
        for name in rows().filter_map(|row| row.first()).filter(|name| !APART.contains(name)) {
            assert!(crate::quantity::grammar::is_unit(name), "{name}");
        }
    }
}
