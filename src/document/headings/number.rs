//! The number a line begins with: `第一章`, `一、`, `（一）`, `1.`, `（1）`, `专栏6-1`.

use crate::text::fold_char;

const NUMERALS: &[char] =
    &['〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百'];

/// How deep a number stands, outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadingRank {
    /// 第一篇, 第一部分.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 一、
    Numeral,
    /// （一）
    Bracketed,
    /// 1.
    Digit,
    /// （1）, 1）, ①
    Item,
    /// 专栏6-1: a box beside the text.
    Box,
}

/// A number at the beginning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingNumber {
    /// How deep it stands.
    pub rank: HeadingRank,
    /// Which one it is, from 1; for a box its last number.
    pub count: u32,
    /// As a position shows it: `三`, `（一）`, `1`, `专栏6-1`.
    pub shown: String,
    /// How many bytes it takes, with the mark behind it.
    pub length: usize,
}

impl HeadingNumber {
    /// The number `line` begins with.
    #[must_use]
    pub fn of(line: &str) -> Option<Self> {
        // 专栏 and 第 are words that say what they count, so they are asked for before bare numbers.
        boxed(line)
            .or_else(|| ordinal_heading_number(line))
            .or_else(|| bracketed_heading_number(line))
            .or_else(|| plain_heading_number(line))
            .or_else(|| circled(line))
    }
}

/// `专栏6-1`, `专栏 3`, `专栏一`.
fn boxed(line: &str) -> Option<HeadingNumber> {
    let rest = line.strip_prefix("专栏")?;
    let spaced = rest.trim_start_matches(is_blank_character);
    let numeral = |c: char| {
        fold_char(c).is_ascii_digit()
            || matches!(fold_char(c), '-' | '—' | '–' | '.')
            || NUMERALS.contains(&c)
    };
    let end = spaced.find(|c| !numeral(c)).unwrap_or(spaced.len());
    // 专栏3- is a number whose last part a line end has cut off: the stroke says nothing.
    let number = spaced.get(..end)?.trim_end_matches(['-', '—', '–', '.', '－', '．']);
    let last = number.rsplit(|c: char| matches!(fold_char(c), '-' | '—' | '–' | '.')).next()?;
    let folded: String = number.chars().map(fold_char).collect();
    Some(HeadingNumber {
        rank: HeadingRank::Box,
        count: value_of_numerals(last)?,
        shown: format!("专栏{folded}"),
        length: line.len() - spaced.len() + number.len(),
    })
}

/// `第一章`.
fn ordinal_heading_number(line: &str) -> Option<HeadingNumber> {
    let rest = line.strip_prefix('第')?;
    let end = rest.find(|c| !is_heading_numeral(c))?;
    let (number, behind) = rest.split_at_checked(end)?;
    let (rank, word) = [
        (HeadingRank::Part, "部分"),
        (HeadingRank::Part, "篇"),
        (HeadingRank::Part, "编"),
        (HeadingRank::Chapter, "章"),
        (HeadingRank::Section, "节"),
    ]
    .into_iter()
    .find(|(_, word)| behind.starts_with(word))?;
    let shown = format!("第{number}{word}");
    // 第一节课, 第二章程: a heading's number is set off or goes on with its own words, which no rule tells; the line's length does.
    Some(HeadingNumber { rank, count: value_of_numerals(number)?, length: shown.len(), shown })
}

/// `（一）` and `（1）`.
fn bracketed_heading_number(line: &str) -> Option<HeadingNumber> {
    let mut characters = line.char_indices();
    let (_, open) = characters.next()?;
    if fold_char(open) != '(' {
        return None;
    }
    let (close, mark) = characters.find(|(_, c)| fold_char(*c) == ')')?;
    let number = line.get(open.len_utf8()..close)?.trim_matches(is_blank_character);
    let counted = value_of_numerals(number)?;
    let digits = number.chars().all(|c| fold_char(c).is_ascii_digit());
    Some(HeadingNumber {
        rank: if digits { HeadingRank::Item } else { HeadingRank::Bracketed },
        count: counted,
        shown: format!("（{}）", number.chars().map(fold_char).collect::<String>()),
        length: close + mark.len_utf8(),
    })
}

/// `一、`, `1.`, `1、`, `1）`; `1.2` is a number of its own, `1.5倍` and `2025年` are none.
fn plain_heading_number(line: &str) -> Option<HeadingNumber> {
    let end = line.find(|c| !is_heading_numeral(c))?;
    let (number, behind) = line.split_at_checked(end)?;
    let digits = number.chars().all(|c| fold_char(c).is_ascii_digit());
    let mark = behind.chars().next()?;
    // A Chinese numeral may be set off by a blank (一 总则), while digits before one begin a table's row
    // or a value: 1 500.
    let rank = match (digits, fold_char(mark)) {
        (false, '、' | '.' | ',') => HeadingRank::Numeral,
        (false, ' ') if behind.trim_start_matches(is_blank_character).chars().count() > 1 => {
            HeadingRank::Numeral
        }
        (true, '、' | '.') => HeadingRank::Digit,
        (true, ')') => HeadingRank::Item,
        _ => return None,
    };
    let next = behind.chars().nth(1).map(fold_char);
    // 1.5万人 and 2025年: a digit behind the mark goes on with the number, and no list counts to seven
    // digits.
    if digits && (number.len() > 6 || next.is_none_or(|c| c.is_ascii_digit())) {
        return None;
    }
    Some(HeadingNumber {
        rank,
        count: value_of_numerals(number)?,
        shown: if rank == HeadingRank::Item {
            format!("（{number}）")
        } else {
            number.chars().map(fold_char).collect()
        },
        length: number.len() + mark.len_utf8(),
    })
}

/// `①`.
fn circled(line: &str) -> Option<HeadingNumber> {
    let mark = line.chars().next().filter(|c| ('①'..='⑳').contains(c))?;
    let count = u32::from(mark) - u32::from('①') + 1;
    Some(HeadingNumber {
        rank: HeadingRank::Item,
        count,
        shown: mark.to_string(),
        length: mark.len_utf8(),
    })
}

fn is_heading_numeral(character: char) -> bool {
    fold_char(character).is_ascii_digit() || NUMERALS.contains(&character)
}

fn is_blank_character(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}' | '\u{A0}')
}

/// The value of Chinese numerals or digits below 1000.
fn value_of_numerals(number: &str) -> Option<u32> {
    // Five characters write every number below a thousand: 九百九十九. The bound on digits keeps 2025.
    // from being an item.
    if number.is_empty() || number.chars().count() > 5 {
        return None;
    }
    let folded: String = number.chars().map(fold_char).collect();
    if let Ok(digits) = folded.parse::<u32>() {
        return (digits < 1000).then_some(digits);
    }
    let (mut total, mut ones) = (0, 0);
    for character in folded.chars() {
        match character {
            // 十 alone is ten and 百 alone a hundred: one that is not written counts.
            '百' => (total, ones) = (total + ones.max(1) * 100, 0),
            '十' => (total, ones) = (total + ones.max(1) * 10, 0),
            '〇' | '○' | '零' => ones = 0,
            _ => {
                let at = NUMERALS.iter().position(|&numeral| numeral == character)?;
                ones = u32::try_from(at.checked_sub(2)?).ok()?;
            }
        }
    }
    Some(total + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(HeadingRank, u32, String)> {
        HeadingNumber::of(line).map(|number| (number.rank, number.count, number.shown))
    }

    #[test]
    fn lines_begin_with_many_numbers() {
        for (line, rank, count, shown) in [
            ("第一章 总则", HeadingRank::Chapter, 1, "第一章"),
            ("第十二节 就业", HeadingRank::Section, 12, "第十二节"),
            ("第二部分 要求", HeadingRank::Part, 2, "第二部分"),
            ("三、总体要求", HeadingRank::Numeral, 3, "三"),
            ("二十一、保障", HeadingRank::Numeral, 21, "二十一"),
            ("（十一）提升能力", HeadingRank::Bracketed, 11, "（十一）"),
            ("(二)发展目标", HeadingRank::Bracketed, 2, "（二）"),
            ("1.坚持规划引领", HeadingRank::Digit, 1, "1"),
            ("２．坚持", HeadingRank::Digit, 2, "2"),
            ("10、坚持", HeadingRank::Digit, 10, "10"),
            ("（3）坚持", HeadingRank::Item, 3, "（3）"),
            ("②坚持", HeadingRank::Item, 2, "②"),
            ("专栏6-1“低成本创业”", HeadingRank::Box, 1, "专栏6-1"),
            ("专栏 12  实施", HeadingRank::Box, 12, "专栏12"),
        ] {
            assert_eq!(read(line), Some((rank, count, shown.to_owned())), "{line}");
        }
    }

    #[test]
    fn values_and_words_are_no_numbers_of_headings() {
        for line in [
            "1.5万人",
            "2025年目标",
            "第七次人口普查",
            "一是坚持",
            "十四五",
            "专栏",
            "（试行）",
            "一",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
