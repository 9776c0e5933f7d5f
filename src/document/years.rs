//! The years a plan is for, as titles and sentences print them.

use crate::text::fold;

/// A span of years, both ends in it; an annual plan begins and ends in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub start: i32,
    /// The last year.
    pub end: i32,
}

impl Years {
    /// The years that words name: `2021—2025年`, `“十四五”`, `2024年`; the first that stand there.
    #[must_use]
    pub fn of(words: &str) -> Option<Self> {
        let folded = fold(words);
        let numbers = years(&folded);
        let pair = numbers.windows(2).find_map(|pair| match pair {
            [(start, behind), (end, _)] => span(&folded, (*start, *behind), *end),
            _ => None,
        });
        let single = || numbers.first().map(|&(year, _)| Self { start: year, end: year });
        pair.or_else(|| Self::five_year_plan(&folded)).or_else(single)
    }

    /// As a plan file writes them: `2021—2025`, or one year.
    #[must_use]
    pub fn written(self) -> String {
        if self.start == self.end {
            self.end.to_string()
        } else {
            format!("{}—{}", self.start, self.end)
        }
    }

    /// The years of `十四五`, wherever it stands; the first five-year plan began in 1953, all since the sixth begin in years
    /// that end in 1 or 6.
    #[must_use]
    pub fn five_year_plan(words: &str) -> Option<Self> {
        let count = words.match_indices('十').find_map(|(at, ten)| {
            let mut behind = words.get(at + ten.len()..)?.chars().filter(|&c| c != '个');
            match (behind.next()?, behind.next()) {
                (ones, Some('五')) => Some(10 + ones_of(ones)?),
                ('五', _) => Some(10),
                _ => None,
            }
        });
        let start = 1951 + 5 * count?;
        Some(Self { start, end: start + 4 })
    }
}

/// `start—end`: nothing but dashes, 年 and 到 between two years.
fn span(text: &str, (start, behind): (i32, usize), end: i32) -> Option<Years> {
    let digits = text.get(behind..)?.find(|c: char| c.is_ascii_digit())?;
    let between = text.get(behind..behind + digits)?;
    let joins =
        |c: char| matches!(c, '-' | '—' | '–' | '－' | '~' | '～' | '至' | '到' | '年' | ' ');
    let joined = between.chars().all(joins) && between.chars().any(|c| !matches!(c, '年' | ' '));
    (joined && (start..start + 30).contains(&end)).then_some(Years { start, end })
}

/// The numbers of exactly four digits between 1900 and 2199, each with the offset behind it.
fn years(text: &str) -> Vec<(i32, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in text.split(|c: char| !c.is_ascii_digit()) {
        let start = at;
        let behind = start + run.len();
        at = behind
            + text.get(behind..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let decimal = text.get(..start).is_some_and(|before| before.ends_with('.'));
        if run.len() == 4
            && !decimal
            && let Ok(year) = run.parse()
            && (1900..2200).contains(&year)
        {
            found.push((year, behind));
        }
    }
    found
}

fn ones_of(numeral: char) -> Option<i32> {
    let at = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
        .iter()
        .position(|&c| c == numeral)?;
    i32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_a_plan_are_printed_in_many_forms() {
        for (words, start, end) in [
            ("规划期限为2021-2025年，展望至2035年", 2021, 2025),
            ("实施方案（2023—2027年）", 2023, 2027),
            ("２０２３年至２０２５年行动计划", 2023, 2025),
            ("某市“十四五”规划", 2021, 2025),
            ("某市国民经济和社会发展第十五个五年规划", 2026, 2030),
            ("某市“十五五”规划", 2026, 2030),
            ("2024年政府工作报告", 2024, 2024),
        ] {
            let years = Years::of(words).unwrap();
            assert_eq!((years.start, years.end), (start, end), "{words}");
        }
        assert_eq!(Years::of("第3.2025号和12025人"), None);
    }
}
