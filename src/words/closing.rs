//! The last line of every run: what was checked, what was found, and what was not judged.

use crate::{
    config::Language,
    engine::{NumberCounts, Outcome, RunComparison, Summary},
    finding::Level,
};

use super::number::number_with_noun;

/// How many findings there are of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 须核改.
    pub errors: usize,
    /// 请说明.
    pub warnings: usize,
    /// 供参考.
    pub infos: usize,
}

impl Tally {
    /// Counts the findings of `outcome`.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let count = |level| outcome.findings.iter().filter(|f| f.level == level).count();
        Self {
            errors: count(Level::Error),
            warnings: count(Level::Warning),
            infos: count(Level::Info),
        }
    }
}

/// The last line: `检查 5 个规划、67 项指标、76 条规则：3 处须核改，9 处请说明；2 项未能判定`. What is zero is left out.
#[must_use]
pub fn closing_line(language: Language, outcome: &Outcome) -> String {
    let tally = Tally::of(outcome);
    let tails = Tails {
        known: outcome.known.len(),
        unread: outcome.summary.unread,
        allowed: outcome.allowed.len(),
        passed: outcome.undetermined.len(),
        over: outcome.summary.passed_over,
        copies: outcome.summary.copies,
        unnamed: outcome.summary.unnamed,
    };
    let since = outcome.since.as_ref();
    match language {
        Language::Zh => {
            closing_in_chinese(&outcome.summary, tally, tails)
                + &since.map(since_zh).unwrap_or_default()
        }
        Language::En => {
            closing_in_english(&outcome.summary, tally, tails)
                + &since.map(since_en).unwrap_or_default()
        }
    }
}

/// What became of the findings of an earlier run: `；与上次相比：新增 2 处，原有 9 处，已解决 3 处`.
fn since_zh(since: &RunComparison) -> String {
    let (new, known, fixed) = (since.new.len(), since.known, since.fixed.len());
    let said = format!("；与上次相比：新增 {new} 处，原有 {known} 处，已解决 {fixed} 处");
    match since.unasked {
        0 => said,
        unasked => format!("{said}，{unasked} 处不在本次检查范围"),
    }
}

fn since_en(since: &RunComparison) -> String {
    let (new, known, fixed) = (since.new.len(), since.known, since.fixed.len());
    let said = format!("; since the earlier run: {new} new, {known} known, {fixed} fixed");
    match since.unasked {
        0 => said,
        unasked => format!("{said}, {unasked} not looked for this time"),
    }
}

/// What the last line says besides findings.
#[derive(Clone, Copy, Default)]
struct Tails {
    known: usize,
    unread: usize,
    allowed: usize,
    passed: usize,
    over: usize,
    copies: usize,
    unnamed: usize,
}

fn closing_in_chinese(summary: &Summary, tally: Tally, tails: Tails) -> String {
    let Tails { known, unread, allowed, passed, over, copies, unnamed } = tails;
    let Summary { plans, indicators, rules, numbers, .. } = summary;
    let found = join_nonzero(
        "，",
        [
            (tally.errors, format!("{} 处须核改", tally.errors)),
            (tally.warnings, format!("{} 处请说明", tally.warnings)),
            (tally.infos, format!("{} 处供参考", tally.infos)),
        ],
    );
    // A run that checked nothing would otherwise end in 未发现问题 and be filed as a pass.
    let none = match (*plans, known) {
        // Where nothing was checked, nothing can be said to be in order.
        (0, _) => "没有规划可以检查",
        (_, 0) => "未发现问题",
        _ => "未发现新问题",
    };
    let found = if found.is_empty() { none.to_owned() } else { found };
    let tail = join_nonzero(
        "；",
        [
            (known, format!("另有 {known} 处存量问题")),
            (unread, format!("{unread} 个文件或表格未能读取")),
            (allowed, format!("{allowed} 处已登记豁免")),
            (passed, format!("{passed} 项未能判定")),
            (over, format!("{over} 个会议审查材料不作规划检查")),
            (copies, format!("{copies} 个 planlint 写出、此后未改动的副本不再检查")),
            (unnamed, format!("另有 {unnamed} 个文本文件或其他文档未点名，没有读")),
            // The account of the numbers is last and is said whenever there are any, unread ones or not: it is what
            // makes 未发现问题 worth something.
            (numbers.any(), accounted(Language::Zh, *numbers)),
        ],
    );
    let gap = if tail.is_empty() { "" } else { "；" };
    format!("检查 {plans} 个规划、{indicators} 项指标、{rules} 条规则：{found}{gap}{tail}")
}

fn closing_in_english(summary: &Summary, tally: Tally, tails: Tails) -> String {
    let known = tails.known;
    let count = |n: usize, one: &str, many: &str| number_with_noun(&n.to_string(), one, many);
    let found = join_nonzero(
        ", ",
        [
            (tally.errors, count(tally.errors, "error", "errors")),
            (tally.warnings, count(tally.warnings, "warning", "warnings")),
            (tally.infos, count(tally.infos, "info", "infos")),
        ],
    );
    let none = match (summary.plans, known) {
        (0, _) => "there is no plan to check",
        (_, 0) => "nothing found",
        _ => "nothing new found",
    };
    let found = if found.is_empty() { none.to_owned() } else { found };
    let tail = en_tail(summary, tails);
    let gap = if tail.is_empty() { "" } else { "; " };
    let plans = count(summary.plans, "plan", "plans");
    let indicators = count(summary.indicators, "indicator", "indicators");
    let rules = count(summary.rules, "rule", "rules");
    format!("checked {plans}, {indicators}, {rules}: {found}{gap}{tail}")
}

/// What stands behind the findings in English.
fn en_tail(summary: &Summary, tails: Tails) -> String {
    let Tails { known, unread, allowed, passed, over, copies, unnamed } = tails;
    let count = |n: usize, one: &str, many: &str| number_with_noun(&n.to_string(), one, many);
    let unread_words =
        count(unread, "file or table could not be read", "files or tables could not be read");
    let passed_words =
        count(passed, "comparison could not be judged", "comparisons could not be judged");
    join_nonzero(
        "; ",
        [
            (known, count(known, "known finding besides", "known findings besides")),
            (unread, unread_words),
            (allowed, format!("{allowed} allowed on record")),
            (passed, passed_words),
            (
                over,
                count(
                    over,
                    "paper of a review meeting passed over",
                    "papers of a review meeting passed over",
                ),
            ),
            (
                copies,
                count(
                    copies,
                    "unchanged copy that planlint wrote passed over",
                    "unchanged copies that planlint wrote passed over",
                ),
            ),
            (
                unnamed,
                count(
                    unnamed,
                    "text or other document not named and not read",
                    "texts or other documents not named and not read",
                ),
            ),
            (summary.numbers.any(), accounted(Language::En, summary.numbers)),
        ],
    )
}

/// What became of the numbers: `读出 58，另列 96，未读出 3`.
#[must_use]
pub fn accounted(language: Language, numbers: NumberCounts) -> String {
    let NumberCounts { read, aside, unread } = numbers;
    match language {
        Language::Zh => format!("读出 {read}，另列 {aside}，未读出 {unread}"),
        Language::En => {
            let read = number_with_noun(&read.to_string(), "number read", "numbers read");
            format!("{read}, {aside} set aside, {unread} unread")
        }
    }
}

/// The words whose number is not zero.
fn join_nonzero<const N: usize>(separator: &str, parts: [(usize, String); N]) -> String {
    let some = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    some.collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_left_out() {
        let summary = Summary { plans: 5, indicators: 67, rules: 76, ..Summary::default() };
        let tally = Tally { errors: 3, warnings: 9, infos: 12 };
        assert_eq!(
            closing_in_chinese(
                &summary,
                tally,
                Tails { allowed: 1, passed: 2, ..Tails::default() }
            ),
            "检查 5 个规划、67 项指标、76 条规则：3 处须核改，9 处请说明，12 处供参考；1 处已登记豁免；2 项未能判定"
        );
        assert_eq!(
            closing_in_chinese(&summary, Tally::default(), Tails::default()),
            "检查 5 个规划、67 项指标、76 条规则：未发现问题"
        );
        assert_eq!(
            closing_in_chinese(
                &summary,
                Tally::default(),
                Tails { known: 3, allowed: 1, ..Tails::default() }
            ),
            "检查 5 个规划、67 项指标、76 条规则：未发现新问题；另有 3 处存量问题；1 处已登记豁免"
        );
        assert_eq!(
            closing_in_english(
                &summary,
                Tally { errors: 1, ..Tally::default() },
                Tails { unread: 1, passed: 2, ..Tails::default() }
            ),
            "checked 5 plans, 67 indicators, 76 rules: 1 error; 1 file or table could not be read; 2 comparisons could not be judged"
        );
    }
}
