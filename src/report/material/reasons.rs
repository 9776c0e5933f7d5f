//! What could not be judged, reason by reason: one sentence of why, and below it what of which plan.

use std::collections::BTreeMap;

use serde::Serialize;

use super::PassedRow;

/// What was not judged for one reason.
#[derive(Debug, Serialize)]
pub struct UnjudgedReason<'a> {
    /// Why.
    pub why: &'a str,
    /// How many comparisons.
    pub count: usize,
    /// What of which plan, in the order of the plans.
    pub plans: Vec<UnjudgedPlan<'a>>,
}

/// What of one plan was not judged for it.
#[derive(Debug, Serialize)]
pub struct UnjudgedPlan<'a> {
    /// The plan's title.
    pub plan: &'a str,
    /// Its region and those above it.
    pub line: &'a str,
    /// Its indicators.
    pub indicators: Vec<UnjudgedIndicator<'a>>,
}

/// One indicator and the years of it.
#[derive(Debug, Serialize)]
pub struct UnjudgedIndicator<'a> {
    /// The indicator as printed.
    pub indicator: &'a str,
    /// The years, where they are said.
    pub years: Vec<i32>,
    /// Where the first of them stands.
    pub source: &'a str,
}

/// The reasons, each in the place of its first comparison.
#[must_use]
pub fn by_reason(passed: &[PassedRow]) -> Vec<UnjudgedReason<'_>> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut reasons: Vec<UnjudgedReason<'_>> = Vec::new();
    for row in passed {
        let place = *places.entry(&row.why).or_insert(reasons.len());
        if place == reasons.len() {
            reasons.push(UnjudgedReason { why: &row.why, count: 0, plans: Vec::new() });
        }
        if let Some(reason) = reasons.get_mut(place) {
            reason.count += 1;
            reason.add(row);
        }
    }
    reasons
}

impl<'a> UnjudgedReason<'a> {
    /// Adds a comparison; those of one plan follow one another.
    fn add(&mut self, row: &'a PassedRow) {
        if self.plans.last().is_none_or(|last| (last.plan, last.line) != (&row.plan, &row.line)) {
            self.plans.push(UnjudgedPlan {
                plan: &row.plan,
                line: &row.line,
                indicators: Vec::new(),
            });
        }
        let Some(plan) = self.plans.last_mut() else { return };
        if plan.indicators.last().is_none_or(|last| last.indicator != row.indicator) {
            let source = if row.source.is_empty() { &row.at } else { &row.source };
            let (indicator, years) = (&*row.indicator, Vec::new());
            plan.indicators.push(UnjudgedIndicator { indicator, years, source });
        }
        if let Some(last) = plan.indicators.last_mut() {
            last.years.extend(row.year);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(plan: &str, indicator: &str, year: i32, why: &str) -> PassedRow {
        let [line, source, at] = ["甲省/乙县", "表1 第1行", "a.plan:1:1"].map(str::to_owned);
        let [plan, indicator, why] = [plan, indicator, why].map(str::to_owned);
        PassedRow { line, plan, indicator, year: Some(year), why, source, at }
    }

    #[test]
    fn a_reason_stands_once_and_an_indicator_once_below_its_plan() {
        let rows = [
            row("甲", "率", 2025, "缺基期"),
            row("甲", "率", 2030, "缺基期"),
            row("甲", "数", 2025, "单位不同"),
            row("乙", "率", 2025, "缺基期"),
        ];
        let told: Vec<String> = by_reason(&rows)
            .iter()
            .map(|reason| {
                let plan = |plan: &UnjudgedPlan<'_>| {
                    let all = plan
                        .indicators
                        .iter()
                        .map(|one| format!("{}{:?}", one.indicator, one.years));
                    format!("{} {}", plan.plan, all.collect::<Vec<_>>().join(" "))
                };
                let plans: Vec<String> = reason.plans.iter().map(plan).collect();
                format!("{} {}: {}", reason.why, reason.count, plans.join("; "))
            })
            .collect();
        assert_eq!(told, ["缺基期 3: 甲 率[2025, 2030]; 乙 率[2025]", "单位不同 1: 甲 数[2025]"]);
    }
}
