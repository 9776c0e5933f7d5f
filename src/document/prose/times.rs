//! The times that stand among the words of a clause, as tokens: 2027年底, 较2020年, 5年.

use super::years::{digit_of_numeral, range_start, year_before};

/// Characters of a time that something is compared with: 较2020年末, 比上年.
const OF_BASE: &str = "年末初上期前底";

/// What may follow a year and belongs to the time: 2027年底.
const PARTS: [&str; 7] = ["以前", "之前", "期间", "前", "底", "末", "内"];

/// The bytes of the time that words begin with, and its sign: 2027年底, 较2020年, 5年.
pub fn time_at(words: &str) -> Option<(usize, char)> {
    if let Some(rest) = words.strip_prefix(['较', '比']) {
        let is_time = |c: char| digit_of_numeral(c).is_some() || OF_BASE.contains(c);
        // 比 begins 比重 and 比例, too, so only what is made of digits and words of time to its end is a
        // base. Eight characters are a choice in which 二○○○年末 fits.
        let length = rest.find(|c| !is_time(c)).unwrap_or(rest.len());
        let run = rest.get(..length)?;
        let is_base = run.contains(['年', '期']) && run.chars().count() < 8;
        return is_base.then_some(('比'.len_utf8() + length, 'b'));
    }
    words.chars().next().and_then(digit_of_numeral)?;
    let is_part = |c: char| digit_of_numeral(c).is_some() || "年-~—–至".contains(c);
    let run = words.get(..words.find(|c| !is_part(c)).unwrap_or(words.len()))?;
    let last = run.rfind('年')?;
    // 一年 and 三年 are no numbers here: they stand in words such as 三年行动, which the lists know.
    let is_short = last <= 2 && run.bytes().take(last).all(|byte| byte.is_ascii_digit());
    let is_year = year_before(run, last).is_some_and(|(start, ..)| {
        start == 0 || range_start(run, start).is_some_and(|(first, _)| first == 0)
    });
    let end = last + '年'.len_utf8();
    let rest = words.get(end..)?;
    let part = PARTS.iter().find(|part| rest.starts_with(**part) && !goes_on_as_word(rest, part));
    let part = part.map_or(0, |part| part.len());
    match (is_year, is_short) {
        (true, _) => Some((end + part, 'y')),
        (false, true) => Some((end + part, 't')),
        _ => None,
    }
}

/// Whether what looks like the part of a year begins another word: 2027年内蒙古, 2026年前三季度.
fn goes_on_as_word(rest: &str, part: &str) -> bool {
    let behind = rest.get(part.len()..).unwrap_or_default();
    match part {
        "内" => behind.starts_with(['蒙', '部', '陆', '外']),
        "前" => {
            behind.starts_with(['三', '两', '半'])
                || behind.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_year_a_base_or_how_long() {
        for (words, expected) in [
            ("2027年底绿地率", Some(("2027年底", 'y'))),
            ("2021—2023年新建", Some(("2021—2023年", 'y'))),
            ("较2020年提高", Some(("较2020年", 'b'))),
            ("比上年末增加", Some(("比上年末", 'b'))),
            ("比二○○○年翻一番", Some(("比二○○○年", 'b'))),
            ("5年增长", Some(("5年", 't'))),
            ("10年新增", Some(("10年", 't'))),
            ("2027年内蒙古绿地", Some(("2027年", 'y'))),
            ("比重达到", None),
            ("全年新增", None),
        ] {
            let found = time_at(words).map(|(length, sign)| (&words[..length], sign));
            assert_eq!(found, expected, "{words}");
        }
    }
}
