//! The years a plan is for, as titles and sentences print them.

use crate::text::fold_full_width;

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
        let folded = fold_full_width(words);
        let numbers = four_digit_years(&folded);
        // 规划期限为2021—2025年，展望至2035年: a pair says both ends, a five-year plan is known by its
        // name, a single year may be any.
        let pair = numbers.windows(2).find_map(|pair| match pair {
            [(start, behind), (end, _)] => span_of_years(&folded, (*start, *behind), *end),
            _ => None,
        });
        let single = || numbers.first().map(|&(year, _)| Self { start: year, end: year });
        pair.or_else(|| Self::five_year_plan(&folded)).or_else(single)
    }

    /// The years that the title of a plan is for: `2022-25`, `2021/22—2029/30`, `FY2022-FY2026`, `“十四五”`, `2026年`. A year
    /// by which something is to be done (`2030年前`, `到2035年`, `Vision 2035`) begins no period.
    #[must_use]
    pub fn of_title(words: &str) -> Option<Self> {
        let folded = fold_full_width(words);
        Self::several(&folded)
            .or_else(|| Self::five_year_plan(&folded))
            .or_else(|| lone_year_of_title(&folded))
    }

    /// The year by which the title of a plan says that something is to be done: `2030年前碳达峰实施方案`, `到2035年…`.
    #[must_use]
    pub fn aimed_at(words: &str) -> Option<i32> {
        let folded = fold_full_width(words);
        let &(year, behind) = four_digit_years(&folded).first()?;
        is_aimed(&folded, behind).then_some(year)
    }

    /// The last of the single years that words name: 2025年工作回顾和2026年工作安排.
    #[must_use]
    pub fn last(words: &str) -> Option<Self> {
        let named = Self::of(words).filter(|years| years.start == years.end)?;
        let year =
            four_digit_years(&fold_full_width(words)).last().map_or(named.end, |&(year, _)| year);
        Some(Self { start: year, end: year })
    }

    /// The only year that words name with its 年, five-year plans aside: `“十四五”规划2023年监测评估`.
    #[must_use]
    pub fn only(words: &str) -> Option<i32> {
        let folded = fold_full_width(words);
        match *four_digit_years(&folded) {
            [(year, behind)] => {
                folded.get(behind..)?.trim_start().starts_with('年').then_some(year)
            }
            _ => None,
        }
    }

    /// Two years and what lies between them.
    fn several(folded: &str) -> Option<Self> {
        let numbers = four_digit_years(folded);
        numbers.iter().enumerate().find_map(|(at, &(start, behind))| {
            let (short, behind) =
                fiscal_second_year(folded, start, behind).unwrap_or((start, behind));
            let next = numbers.get(at + 1).and_then(|&(end, behind)| {
                let end_of = fiscal_second_year(folded, end, behind).map_or(end, |(end, _)| end);
                let begins = behind.checked_sub(4)?;
                Some((begins, end_of))
            });
            let full = next.filter(|(begins, _)| joins_years(folded, behind, *begins));
            let end = full.map(|(_, end)| end).or_else(|| cut_short(folded, start, behind));
            let end = end.or_else(|| (short > start).then_some(short))?;
            // A choice: no period of a plan is that long, and two years further apart are of its history
            // (1949—2019年).
            (start < end && end < start + 30).then_some(Self { start, end })
        })
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
                // 十五 before anything but 五 is the tenth five-year plan, which is written without a
                // numeral for its ones.
                ('五', _) => Some(10),
                _ => None,
            }
        });
        let start = 1951 + 5 * count?;
        Some(Self { start, end: start + 4 })
    }
}

/// The second year of `2021/22`, and the offset behind it.
fn fiscal_second_year(text: &str, start: i32, behind: usize) -> Option<(i32, usize)> {
    let (two, rest) = text.get(behind..)?.strip_prefix('/')?.split_at_checked(2)?;
    let second: i32 =
        two.parse().ok().filter(|_| !rest.starts_with(|c: char| c.is_ascii_digit()))?;
    // 2021/22 is one year that ends in the next; 2021/30 is a date or a number of a file.
    (second == (start + 1) % 100).then_some((start + 1, behind + 3))
}

/// Whether nothing but dashes, 年, 到 and `FY` stands between two offsets, and something that joins.
fn joins_years(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or_default().replace("FY", "").replace("fy", "");
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '−' | '~' | '～' | '至' | '到');
    let between = between.replace(" to ", "-");
    between.contains(dash) && between.chars().all(|c| dash(c) || matches!(c, '年' | ' '))
}

/// The end of `2022-25`.
fn cut_short(text: &str, start: i32, behind: usize) -> Option<i32> {
    let rest = text.get(behind..)?.trim_start_matches(['年', ' ']);
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '−' | '~' | '～' | '至');
    let digits = rest.strip_prefix(dash)?.trim_start_matches(dash);
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let two: i32 = digits.get(..length).filter(|_| length == 2)?.parse().ok()?;
    let end = start - start.rem_euclid(100) + two;
    // 2021-05-30 and 2021-05月 are dates, and no end of a period.
    (end > start && !digits.get(length..)?.starts_with(['-', '/', '月'])).then_some(end)
}

/// The one year of a title, where it is the year of the plan and not one to aim at.
fn lone_year_of_title(text: &str) -> Option<Years> {
    let found = four_digit_years(text);
    let (first, second) = (*found.first()?, found.get(1));
    // 2024年计划执行情况与2025年计划草案: the report is on the first year, the plan for the second.
    let planned = second.filter(|(next, behind)| {
        let between = behind.checked_sub(4).and_then(|to| text.get(first.1..to));
        *next == first.0 + 1 && between.is_some_and(|between| between.contains("情况"))
    });
    let (year, behind) = planned.copied().unwrap_or(first);
    let aimed = is_aimed(text, behind) || is_outlook(text, behind);
    let (end, behind) = fiscal_second_year(text, year, behind).unwrap_or((year, behind));
    let rest = text.get(behind..)?.trim_start();
    let lower = text.to_lowercase();
    // English titles have no 年, so only those that speak of one year make a period of it: Vision 2035
    // looks out.
    let yearly = ["annual", "budget", "report", "work plan", "fy"];
    let named = rest.starts_with('年') || yearly.iter().any(|word| lower.contains(word));
    (named && !aimed).then_some(Years { start: year, end })
}

/// Whether something is to be done by the year of four digits before an offset.
fn is_aimed(text: &str, behind: usize) -> bool {
    let before = behind.checked_sub(4).and_then(|to| text.get(..to)).unwrap_or_default();
    before.trim_end().ends_with(['到', '至', '向', '望'])
        || is_followed(text, behind, &["前", "以前", "之前", "底", "末"])
}

/// Whether a year is one that a plan only looks out to.
fn is_outlook(text: &str, behind: usize) -> bool {
    is_followed(text, behind, &["远景", "愿景", "后"])
}

/// Whether one of `words` stands behind the 年 of a year.
fn is_followed(text: &str, behind: usize, words: &[&str]) -> bool {
    let rest = text.get(behind..).and_then(|rest| rest.trim_start().strip_prefix('年'));
    rest.is_some_and(|rest| words.iter().any(|word| rest.starts_with(word)))
}

/// `start—end`: nothing but dashes, 年 and 到 between two years.
fn span_of_years(text: &str, (start, behind): (i32, usize), end: i32) -> Option<Years> {
    let digits = text.get(behind..)?.find(|c: char| c.is_ascii_digit())?;
    let between = text.get(behind..behind + digits)?;
    let joins =
        |c: char| matches!(c, '-' | '—' | '–' | '－' | '~' | '～' | '至' | '到' | '年' | ' ');
    let joined = between.chars().all(joins) && between.chars().any(|c| !matches!(c, '年' | ' '));
    (joined && (start..start + 30).contains(&end)).then_some(Years { start, end })
}

/// The numbers of exactly four digits between 1900 and 2199, each with the offset behind it.
fn four_digit_years(text: &str) -> Vec<(i32, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in text.split(|c: char| !c.is_ascii_digit()) {
        let start = at;
        let behind = start + run.len();
        at = behind
            + text.get(behind..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        // 3.2025 is a decimal, and the run of 12025人 has five digits.
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
    fn a_title_has_a_period_or_none() {
        let told = |title: &str| Years::of_title(title).map(Years::written);
        for (title, years) in [
            ("甲市住房规划2022-25", Some("2022—2025")),
            ("甲市住房规划（2022—25年）", Some("2022—2025")),
            ("Housing Plan 2021/22—2029/30", Some("2021—2030")),
            ("Housing Plan 2021/22 to 2029/30", Some("2021—2030")),
            ("Service Plan FY2022-FY2026", Some("2022—2026")),
            ("Service Plan FY2022 – FY2026", Some("2022—2026")),
            ("甲市住房规划（２０２１－２０２５年）", Some("2021—2025")),
            ("甲市行动方案（2023—2027年）", Some("2023—2027")),
            ("甲市“十四五”住房规划", Some("2021—2025")),
            ("甲市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", Some("2021—2025")),
            ("甲市2026年政府工作报告", Some("2026")),
            ("甲市2024年国民经济和社会发展计划执行情况与2025年计划草案", Some("2025")),
            ("Annual Report 2026", Some("2026")),
            ("Budget 2021/22", Some("2021—2022")),
            ("甲市2030年前碳达峰实施方案", None),
            ("甲市到2035年住房规划", None),
            ("面向2035年的甲市规划", None),
            ("甲市2035年远景目标", None),
            ("甲市城市总体规划2035", None),
            ("Vision 2035", None),
            ("甲市住房规划 2021-05-30", None),
            ("甲市住房规划", None),
        ] {
            assert_eq!(told(title).as_deref(), years, "{title}");
        }
        assert_eq!(Years::aimed_at("甲市2030年前碳达峰实施方案"), Some(2030));
        assert_eq!(Years::aimed_at("甲市到2035年住房规划"), Some(2035));
        assert_eq!(Years::aimed_at("甲市2026年政府工作报告"), None);
        assert_eq!(Years::aimed_at("甲市2035年远景目标"), None);
        assert_eq!(Years::only("甲市“十四五”规划2023年监测评估"), Some(2023));
        assert_eq!(Years::only("甲市2021—2025年规划2023年监测评估"), None);
        assert_eq!(Years::only("甲市规划第2023号"), None);
    }

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
