//! What the words of a cell can be: a number, an ordinal, a class, a name.

use crate::{
    document::table::is_ditto,
    quantity::{ReadingKind, read_phrase, read_unit},
    syntax::{Class, ColumnKind, compared_form, is_blank_cell},
    text::fold_char,
};

/// A cell that stands where such cells usually do, and one that can stand there.
// The two prices only have to differ: what can stand somewhere stands there when nothing better does.
const LIKELY: u32 = 0;
const POSSIBLE: u32 = 1;

/// No number with its unit has more characters.
// Choices: a grammar reads what is shorter, and longer words with a number in them are a name or a
// sentence.
const LONGEST_AMOUNT: usize = 16;

/// No unit has more bytes.
const LONGEST_UNIT: usize = 40;

/// What the words of one cell can be.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    words: &'a str,
    class: bool,
    amount: bool,
    blank: bool,
    ordinal: bool,
}

impl<'a> Facts<'a> {
    /// Looks at words once, for all columns.
    #[must_use]
    pub fn of(words: &'a str) -> Self {
        Self {
            words,
            class: Class::read(words).is_some(),
            amount: is_amount(words),
            blank: is_blank_cell(words) || is_ditto(words),
            ordinal: ordinal_of_cell(words).is_some() || is_code(words),
        }
    }

    /// What it costs to read the words in a column; `None` when they cannot stand there.
    #[must_use]
    pub fn cost(self, kind: &ColumnKind) -> Option<u32> {
        // Names are what is nothing else, so that a column of names takes no value.
        let words = !self.class && !self.amount && !self.blank;
        let usual = |usual: bool| if usual { LIKELY } else { POSSIBLE };
        match kind {
            ColumnKind::Number => self.ordinal.then_some(LIKELY),
            ColumnKind::Class => (self.class || self.blank).then_some(LIKELY),
            ColumnKind::Indicator | ColumnKind::Category | ColumnKind::Owner => {
                words.then_some(LIKELY)
            }
            ColumnKind::Unit => {
                (!self.class && !self.amount).then_some(usual(self.is_unit() || self.blank))
            }
            kind if kind.holds_values() => {
                (!self.class).then_some(usual(self.amount || self.blank))
            }
            _ => (!self.class).then_some(POSSIBLE),
        }
    }

    /// Only columns of units ask: a grammar has to read the words.
    fn is_unit(self) -> bool {
        self.words.len() <= LONGEST_UNIT && read_unit(self.words).is_some()
    }
}

/// `7`, `7.` or `（7）`.
#[must_use]
pub fn ordinal_of_cell(words: &str) -> Option<u32> {
    if words.len() > 15 {
        return None;
    }
    let folded = compared_form(words);
    let bare = folded.trim_matches(['(', ')', '.', '、']);
    // 007 and 2025 number no row.
    (bare.len() <= 3 && !bare.starts_with('0')).then(|| bare.parse().ok())?
}

/// `EN01`, `1.2`, `A-3`: what some tables number their rows by.
fn is_code(words: &str) -> bool {
    let digits = words.chars().any(|c| c.is_ascii_digit());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
    let lettered = words.starts_with(|c: char| c.is_ascii_uppercase());
    digits && lettered && words.len() <= 8 && words.chars().all(plain)
}

/// Whether words are a number and nothing but what stands around numbers.
#[must_use]
pub fn is_number_cell(words: &str) -> bool {
    const AROUND: &[char] = &[
        '.', ',', ':', '%', '‰', '+', '-', '—', '–', '~', '±', '≥', '≤', '>', '<', '=', '(', ')',
        '[', ']', '〔', '〕', '*', '左', '右', '以', '上', '下', '约', '超', '万', '亿', '、', '/',
        '∗', '﹥', '﹤', '≧', '≦',
    ];
    let folded = || words.chars().map(fold_char).filter(|c| !c.is_whitespace());
    folded().any(|c| c.is_ascii_digit())
        && folded().all(|c| c.is_ascii_digit() || AROUND.contains(&c))
}

/// Whether words are a number with its unit and nothing more: `2473 万吨`, not `5G基站数`.
#[must_use]
pub fn is_amount(words: &str) -> bool {
    if is_number_cell(words) {
        return true;
    }
    let digits = words.chars().any(|c| fold_char(c).is_ascii_digit());
    if !digits || words.chars().count() > LONGEST_AMOUNT {
        return false;
    }
    let reading = read_phrase(words);
    let said: u32 =
        reading.targets.iter().map(|quantity| quantity.span.end - quantity.span.start).sum();
    // A sign may stand before or behind the quantity that is read: one byte is left for it.
    reading.kind == ReadingKind::Targets && words.len() <= said as usize + 'a'.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_alone() {
        for words in ["70", "≥93", "1.90：1", "[3000]*", "5.5左右", "50%以上", "10～15", "２．８"]
        {
            assert!(is_number_cell(words), "{words}");
        }
        for words in ["5G基站", "--", "高于市均", "3岁以下婴幼儿入托率", ""] {
            assert!(!is_number_cell(words), "{words}");
        }
    }

    #[test]
    fn amounts_are_numbers_with_their_unit() {
        for words in ["2473 万吨", "≤ 2400 万吨", "1800 万千瓦左右", "突破 60%", "26% 左右", "70"]
        {
            assert!(is_amount(words), "{words}");
        }
        for words in
            ["5G基站数", "3岁以下婴幼儿入托率", "60岁及以上人口占比", "煤炭消费总量", "GDP"]
        {
            assert!(!is_amount(words), "{words}");
        }
    }
}
