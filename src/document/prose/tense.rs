//! Whether a value is promised or told, of which year, and of whose region.

use super::{
    lexicon::{FLOWS, PROMISING, REACHED, USING, holds},
    prose_value::ProseValue,
    reader::{ClauseContext, PassageReader},
    setting::Kin,
    statement::{CellWords, SaidKind},
    subject::quoted_region_above,
    years::{Year, year_of_words, yearly},
};

/// What the words around a value make of it.
#[derive(Clone, Debug)]
pub struct ValueTense {
    /// Whether it is promised.
    pub kind: SaidKind,
    /// The year, when said.
    pub year: Option<CellWords>,
    /// The region, when it is not the plan's own.
    pub region: Option<CellWords>,
    /// Whether it was reached in a part of a year, which says nothing of the year: 上半年增长5%.
    pub is_partial: bool,
}

/// Parts of a year that are over when they are told of.
const PARTS: [&str; 8] =
    ["上半年", "前三季度", "一季度", "二季度", "三季度", "1-6月", "1-9月", "1-11月"];

impl PassageReader<'_> {
    /// What the words around a value make of it.
    pub(super) fn told(&self, scene: ClauseContext<'_>, value: &ProseValue) -> ValueTense {
        let plain = self.plain();
        // The year before the first of the period is the last that a document can look back on from its
        // own time, so a result that names none is of that year.
        let year = self.year_of(scene, value);
        let base = self.setting.period.map(|(start, _)| start - 1);
        let last = year.as_ref().map(|(year, _)| year.last);
        let is_past = last.zip(base).is_some_and(|(last, base)| last <= base);
        let above = quoted_region_above(plain.get(scene.clause.start, value.left.1), self.setting);
        let others = scene.subject.region.as_ref().is_some_and(|(_, kin)| *kin == Kin::Other);
        let is_told = is_past || others || above.is_some() || self.looks_back(scene, value);
        // 力争上半年增长5% says nothing of the year either.
        // In what is told, 上半年 at the beginning of an item holds for all of it:
        // 上半年，进出口总额50亿元，增长86%.
        let from = if is_told { scene.clause.item.0 } else { scene.clause.start };
        let is_partial = holds(plain.get(from, value.figure.end), &PARTS);
        let kind = if is_told { SaidKind::Citation } else { SaidKind::Statement };
        let here = plain.span(value.figure.start, value.figure.end);
        let own = scene.subject.region.as_ref().map(|(words, _)| words.clone());
        let every_year = plain.get(scene.clause.start, value.figure.end).contains("每年");
        let year = match (year, base) {
            (Some((year, _)), _) if self.is_level(scene, value) => {
                Some(CellWords::given(&year.last.to_string(), here))
            }
            // Only what is told may be of the year before; a goal without a year is the plan's, and who
            // reads it knows for when.
            (Some((_, words)), _) => Some(words),
            _ if every_year => Some(yearly(here)),
            (None, Some(base)) if is_told => Some(CellWords::given(&base.to_string(), here)),
            _ => None,
        };
        let region = above.map(|name| CellWords::given(&name, here)).or(own);
        ValueTense { kind, year, region, is_partial }
    }

    /// The year that a value is of: the last before it in its sentence or behind it in its clause, that of a sentence before,
    /// that of its project, or that of a heading.
    fn year_of(&self, scene: ClauseContext<'_>, value: &ProseValue) -> Option<(Year, CellWords)> {
        if let Some(year) =
            value.year.and_then(|(start, end)| year_of_words(self.plain(), start, end))
        {
            let words = year.cell(self.plain());
            return Some((year, words));
        }
        let behind = scene.named.partition_point(|year| year.start <= value.figure.start);
        let before = behind.checked_sub(1).and_then(|at| scene.named.get(at));
        // A year that comes later is of what it stands beside.
        let beside = |year: &&Year| year.start < scene.clause.end;
        let said = before.or_else(|| scene.named.first().filter(beside));
        if said.is_none() && self.has_turned_back {
            // 2026年是开局之年。过去一年成效显著，生产总值增长6%: what opened the passage is not when that was.
            return None;
        }
        if said.is_none() && self.is_told_before(scene, value) {
            // 目前城镇化率62%: what stands so now is not of the year that the heading plans for.
            return None;
        }
        let said = said.or(self.year.as_ref()).or(self.closing.as_ref());
        let is_open = said.is_none() && self.passage.year.is_none();
        if is_open && let Some(period) = self.five_years(scene, value) {
            let here = self.plain().span(value.figure.start, value.figure.end);
            let words = CellWords::given(&period.words, here);
            return Some((period, words));
        }
        match (said, self.passage.year.as_deref()) {
            (Some(year), _) => Some((year.clone(), year.cell(self.plain()))),
            (None, Some((heading, year))) => Some((year.clone(), year.cell(heading))),
            (None, None) => None,
        }
    }

    /// The five years that goals in a report of one year are for, where they say 年均: a year has no average.
    fn five_years(&self, scene: ClauseContext<'_>, value: &ProseValue) -> Option<Year> {
        // Chinese five-year plans begin in the years that end in 1 and 6.
        let own = self.setting.period.filter(|(first, last)| first == last)?.0;
        let words = self.plain().get(scene.clause.start, value.figure.end);
        let promised = words.contains("年均") && !self.looks_back(scene, value);
        let first = own - (own - 1).rem_euclid(5);
        let words = format!("{first}—{}", first + 4);
        promised.then_some(Year { start: 0, end: 0, last: first + 4, words })
    }

    /// Whether a value is what something has come to at the end of its time, and no sum over it: 从874亿元增加到1112亿元.
    fn is_level(&self, scene: ClauseContext<'_>, value: &ProseValue) -> bool {
        // 到 and 至 say that something moves to a level, whatever moves; 达到 alone may be said of a sum,
        // so there a word of sums or of works makes the value one over all years.
        const SUMS: [&str; 6] = ["累计", "完成", "合计", "总共", "投资", "新增"];
        const REACHED: [&str; 6] = ["达到", "达", "突破", "超过", "超", "稳定在"];
        let told = self.plain().get(value.told.min(value.figure.start), value.figure.start);
        let clause = self.plain().get(scene.clause.start, value.figure.start);
        let moved = told.ends_with(['到', '至']) && !told.ends_with("达到");
        let sums = || holds(clause, &SUMS) || FLOWS.is_in(clause);
        moved || REACHED.iter().any(|word| told.ends_with(word)) && !sums()
    }

    /// Whether a sentence leads to a year of the plan before a value, which no part that looks back can have reached: 到2030年.
    fn aims(&self, scene: ClauseContext<'_>, value: &ProseValue) -> bool {
        let Some((first, _)) = self.setting.period else { return false };
        // In a part that looks back, 2020年 is told of and 到2030年 is not.
        let mut before = scene.named.iter().filter(|year| year.start < value.figure.start);
        before.any(|year| year.last >= first && leads_to_time(self.plain().get(0, year.start)))
    }

    /// Whether the sentence looks back before a value and has not turned to the plan's own time since: 去年增长5%，今年增长6%;
    /// 目前62%，到2027年达到65%.
    fn is_told_before(&self, scene: ClauseContext<'_>, value: &ProseValue) -> bool {
        let before = scene.past.partition_point(|at| *at < value.figure.end);
        let Some(&last) = before.checked_sub(1).and_then(|at| scene.past.get(at)) else {
            return false;
        };
        // Without a period nothing says which of the years named is the plan's own, so nothing can turn.
        let Some((first, _)) = self.setting.period else { return true };
        let mut between = scene.named.iter().filter(|year| last < year.start);
        !between.any(|year| {
            let before = self.plain().get(last, year.start);
            let named = self.plain().get(year.start, year.end);
            // 今年 turns at the beginning of a clause only; inside one it belongs to what is told.
            let is_now = before.ends_with([',', ';']) && named.starts_with(['今', '明']);
            let turns = is_now || leads_to_time(before);
            turns && year.last >= first && year.start < value.figure.start
        })
    }

    /// Whether a value is one that has been reached: by its part of the document or by the words before it.
    fn looks_back(&self, scene: ClauseContext<'_>, value: &ProseValue) -> bool {
        let plain = self.plain();
        let clause = plain.get(scene.clause.start, value.figure.end);
        // Each of these is enough by itself. 已 or 获评 look back wherever they stand in a clause, unless
        // it promises to hold what it has: 确保已脱贫人口不返贫.
        self.passage.is_background && !self.aims(scene, value)
            || self.is_told_before(scene, value)
            || REACHED.is_in(clause) && !PROMISING.is_in(clause)
            || USING.ends(plain.get(scene.clause.start, value.left.1)).is_some()
    }
}

/// Whether words lead to a time: 到2030年, 力争2027年; 截至2022年底 looks back from it.
fn leads_to_time(before: &str) -> bool {
    before.ends_with(['到', '至', '争']) && !before.ends_with("截至")
}
