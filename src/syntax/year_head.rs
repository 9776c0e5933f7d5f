//! Heads of year columns: the year, what its values are, and whether they are levels or growth.

use std::borrow::Cow;

use super::terms::{KeywordSet, NEUTRAL, YEAR_ROLES};
use super::{ColumnKind, YearRole};

/// Words for how fast something grows, longer ones before those they hold.
const GROWTH: &[&str] = &[
    // The first that is found is cut out. 增长 cut out of 年均增长率 would leave 年均 and 率, which no role is
    // called.
    "年均增长率",
    "年均增长",
    "年均增速",
    "同比增长率",
    "同比增长",
    "同比增速",
    "同比增幅",
    "增长率",
    "增长",
    "增速",
    "增幅",
    "增减率",
    "增减(%)",
    "增减%",
    "涨幅",
    "同比",
    "annualgrowth",
    "growthrate",
    "growth",
    "%change",
    "yoy",
];

/// `2025`, `2025年目标值`, `2025 target`, `Baseline (2020)`, `FY2030`, `2029/30`, `2025年增长（%）`; `key` as words are compared.
pub(super) fn read_year_head(key: &str) -> Option<ColumnKind> {
    let (year, said) = split_year_head(key)?;
    // What a year is said to be goes first: only what no role is called may be growth.
    if let Some(role) = year_role(&said) {
        return Some(ColumnKind::Year { year, role });
    }
    let role = year_role(&without_growth(&said)?)?;
    Some(ColumnKind::Growth { year, role })
}

/// What the words around a year say when they speak of growth: those that are left.
#[must_use]
pub fn without_growth(said: &str) -> Option<String> {
    let word = GROWTH.iter().find(|word| said.contains(*word))?;
    let (before, behind) = said.split_once(word)?;
    let bare = |words: &str| words.replace(['(', ')', '%', '±'], "");
    let before = bare(before);
    // 2025年比上年增长（%） says the same as 2025年增长（%）.
    let before = before.trim_end_matches("比上年").trim_end_matches("较上年");
    Some(format!("{before}{}", bare(behind)))
}

/// The usual head of a year's levels; a bare year is written alike in both languages.
pub(super) fn of_level(year: i32, role: YearRole, set: KeywordSet) -> Cow<'static, str> {
    Cow::Owned(match (year_role_word(role, set), set) {
        (None, _) => year.to_string(),
        (Some(word), KeywordSet::Chinese) => format!("{year}年{word}"),
        (Some(word), KeywordSet::English) => format!("{year} {word}"),
    })
}

/// The usual head of a year's growth: `2025年目标值增长（%）`, `2025 target growth (%)`.
pub(super) fn of_growth(year: i32, role: YearRole, set: KeywordSet) -> Cow<'static, str> {
    let word = year_role_word(role, set);
    Cow::Owned(match set {
        KeywordSet::Chinese => format!("{year}年{}增长（%）", word.unwrap_or_default()),
        KeywordSet::English => {
            let word = word.map(|word| format!("{word} ")).unwrap_or_default();
            format!("{year} {word}growth (%)")
        }
    })
}

fn year_role_word(role: YearRole, set: KeywordSet) -> Option<&'static str> {
    YEAR_ROLES.iter().find(|term| term.means == role).map(|term| term.word(set))
}

/// The year a head names and the words around it; a fiscal year is the one it ends in.
fn split_year_head(key: &str) -> Option<(i32, String)> {
    let at = key.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = key.split_at_checked(at)?;
    let (digits, behind) = rest.split_at_checked(4)?;
    let year: i32 = digits.parse().ok().filter(|_| is_year_digits(digits))?;
    // 2029/30 ends in 2030, which is the year its value is for.
    let (year, behind) = fiscal_end_year(year, behind).unwrap_or((year, behind));
    // 2021—2025年累计 is no column of 2021, and a date is no column at all.
    if behind.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let before = before.trim_start_matches(['到', '至']);
    let before = before.strip_prefix("by").unwrap_or(before);
    let before = before.strip_suffix("fy").unwrap_or(before);
    let behind = behind.strip_prefix('年').unwrap_or(behind).trim_start_matches(['末', '底']);
    let trimmed = |words: &str| words.trim_matches(['(', ')', '[', ']']).to_owned();
    // The unit of growth is kept, since 增减(%) is growth and 增减 an amount; all other brackets only dress the
    // words.
    let percent = behind.strip_suffix("(%)");
    let behind = percent.map_or_else(|| trimmed(behind), |bare| format!("{}(%)", trimmed(bare)));
    Some((year, trimmed(before) + &behind))
}

/// `-30` and `/30` behind 2029: the fiscal year that ends in 2030, and what stands behind it.
fn fiscal_end_year(year: i32, behind: &str) -> Option<(i32, &str)> {
    let next = behind.strip_prefix(['-', '–', '/'])?;
    let (digits, rest) = next.split_at_checked(2)?;
    // 2021-25 is a period of five years; only the very next year makes a fiscal one.
    let ends = digits.parse().ok() == Some((year + 1) % 100);
    (ends && !rest.starts_with(|c: char| c.is_ascii_digit())).then_some((year + 1, rest))
}

/// Whether four characters are the digits of a year that plans name.
pub(super) fn is_year_digits(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_digit())
        // 1500 and 3000 are amounts that heads print as well.
        && matches!(digits.get(..2), Some("19" | "20" | "21"))
}

fn year_role(said: &str) -> Option<YearRole> {
    if said.is_empty() || NEUTRAL.contains(&said) {
        return Some(YearRole::Bare);
    }
    YEAR_ROLES.iter().find(|term| term.is(said)).map(|term| term.means)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::compared_form;

    fn said(head: &str) -> Option<(i32, YearRole, bool)> {
        match read_year_head(&compared_form(head))? {
            ColumnKind::Year { year, role } => Some((year, role, false)),
            ColumnKind::Growth { year, role } => Some((year, role, true)),
            _ => None,
        }
    }

    #[test]
    fn a_year_has_a_role_and_levels_or_growth() {
        use YearRole::{Bare, Estimate, Observed, Target};
        for (head, expected) in [
            ("2025", (2025, Bare, false)),
            ("2025年数值", (2025, Bare, false)),
            ("2025年指标值", (2025, Bare, false)),
            ("2025年绝对数", (2025, Bare, false)),
            ("2030 value", (2030, Bare, false)),
            ("2025年目标", (2025, Target, false)),
            ("2023年实际", (2023, Observed, false)),
            ("2023年完成情况", (2023, Observed, false)),
            ("Baseline (2020)", (2020, Observed, false)),
            ("Target (2030)", (2030, Target, false)),
            ("2030 goal", (2030, Target, false)),
            ("Actual 2023", (2023, Observed, false)),
            ("2023/24 outturn", (2024, Observed, false)),
            ("FY2030", (2030, Bare, false)),
            ("FY 2029/30 target", (2030, Target, false)),
            ("2029-30", (2030, Bare, false)),
            ("1999/00", (2000, Bare, false)),
            ("2024 estimate", (2024, Estimate, false)),
            ("2025年增长（%）", (2025, Bare, true)),
            ("2025年增速", (2025, Bare, true)),
            ("2025年目标增长", (2025, Target, true)),
            ("2025年增长目标（%）", (2025, Target, true)),
            ("2024年完成比上年增长（%）", (2024, Observed, true)),
            ("2025 target growth (%)", (2025, Target, true)),
            ("2025年年均增长", (2025, Bare, true)),
        ] {
            assert_eq!(said(head), Some(expected), "{head}");
        }
        for head in [
            "2025年比2020年增长",
            "2021—2025年",
            "2029-31",
            "2029-305",
            "2023年上半年完成",
            "2023年1-6月完成",
            "2025年年均",
            "2025年增长点",
            "2025年目标完成率",
            "20255",
        ] {
            assert_eq!(said(head), None, "{head}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        use YearRole::{Bare, Estimate, Observed, Projection, Target};
        for role in [Bare, Observed, Estimate, Projection, Target] {
            for set in [KeywordSet::Chinese, KeywordSet::English] {
                assert_eq!(said(&of_level(2025, role, set)), Some((2025, role, false)));
                assert_eq!(said(&of_growth(2025, role, set)), Some((2025, role, true)));
            }
        }
    }
}
