//! What the sentences of a plan say of the speed of an indicator, and what rise over how many years they tell.

use crate::{
    quantity::Decimal,
    text::{Source, Span},
};

use super::{Model, PlanId, sentences::TextSentence};

/// What may stand between the beginning of a clause and its subject.
const LEADS: [&str; 20] = [
    "但是",
    "但",
    "且",
    "而",
    "同时",
    "预计",
    "今后一个时期",
    "今后几年",
    "今后五年",
    "未来一个时期",
    "未来几年",
    "未来五年",
    "今后",
    "未来",
    "近十年来",
    "近五年来",
    "十年间",
    "五年间",
    "十年来",
    "五年来",
];
/// Words between a subject and what is said of its speed.
const FILLERS: [&str; 18] = [
    "仍",
    "还",
    "也",
    "将",
    "会",
    "呈现",
    "呈",
    "逐渐",
    "逐步",
    "有所",
    "进一步",
    "总体",
    "明显",
    "显著",
    "的",
    "继续",
    "出现",
    "大幅",
];
const NEVER: [&str; 4] = ["不会", "难以", "不再", "不可能"];
const GREATLY: [&str; 5] = ["大幅度", "大幅", "明显", "显著", "快速"];
const RISES: [&str; 6] = ["增长", "提高", "上升", "提升", "增加", "攀升"];
const SPEEDS: [&str; 10] = [
    "增长速度",
    "提升速度",
    "提高速度",
    "上升速度",
    "增速",
    "增幅",
    "速度",
    "增长",
    "上升",
    "提升",
];
const SLOWS: [&str; 5] = ["放缓", "趋缓", "减缓", "放慢", "回落"];
const QUICKENS: [&str; 2] = ["加快", "提速"];
const STAYS: [&str; 5] = ["保持稳定", "保持平稳", "保持不变", "基本稳定", "稳定"];
/// Words of what is to come.
const AHEAD: [&str; 10] =
    ["今后", "未来", "下一步", "下一阶段", "规划期", "将", "预计", "不会", "难以", "不可能"];
/// Words of what has been.
const BEHIND: [&str; 8] = ["年来", "年间", "过去", "以来", "近年", "已", "上年", "同期"];
/// Spans of years that have passed.
const SPANS: [(&str, i32); 10] = [
    ("十年间", 10),
    ("十年来", 10),
    ("近十年", 10),
    ("过去十年", 10),
    ("10年来", 10),
    ("10年间", 10),
    ("五年间", 5),
    ("五年来", 5),
    ("近五年", 5),
    ("过去五年", 5),
];

/// What a sentence says of a speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// 增速放缓, 不会大幅增长.
    Slower,
    /// 增速明显加快.
    Faster,
    /// 增速保持稳定.
    Steady,
}

/// A clause on the speed at which an indicator will rise.
#[derive(Clone, Copy, Debug)]
pub struct SpeedClaim {
    /// What it says.
    pub speed: Speed,
    /// The clause.
    pub span: Span,
}

/// A rise in percentage points that a clause tells of a number of years.
#[derive(Clone, Copy, Debug)]
pub struct ToldRise {
    /// How far it rose.
    pub points: Decimal,
    /// In how many years.
    pub years: i32,
    /// The clause.
    pub span: Span,
}

/// The running text of a plan that is a document.
#[derive(Clone, Debug)]
pub struct SpokenText<'a> {
    source: &'a Source,
    region: Option<&'a str>,
    sentences: Vec<TextSentence>,
}

impl Model {
    /// What a plan says in sentences; `None` of a plan file, which holds rows.
    #[must_use]
    pub fn spoken(&self, plan: PlanId) -> Option<SpokenText<'_>> {
        let head = self.plan(plan);
        let source = self.sources.get(head.file)?;
        let region = head.region.map(|id| &*self.catalogue.region_of(id).name);
        let sentences = self.sentences(head.file);
        (!sentences.is_empty()).then_some(SpokenText { source, region, sentences })
    }
}

impl SpokenText<'_> {
    /// What the sentences say of the coming speed of what is called by one of `names`, which stand alone at the head of their
    /// clauses.
    #[must_use]
    pub fn speed_claims(&self, names: &[&str]) -> Vec<SpeedClaim> {
        let ahead = self.clauses_on(names).filter(Clause::is_ahead);
        ahead
            .filter_map(|clause| {
                Some(SpeedClaim { speed: speed_of(clause.rest)?, span: clause.span })
            })
            .collect()
    }

    /// The first rise over passed years that the sentences tell of what is called by one of `names`.
    #[must_use]
    pub fn told_rise(&self, names: &[&str]) -> Option<ToldRise> {
        self.clauses_on(names).find_map(|clause| {
            let points = risen_points(clause.rest)?;
            // The nearest span before it: 十年间城镇人口增加…，城镇人口比重上升….
            let before = SPANS.iter().filter_map(|(words, years)| {
                Some((clause.sentence.rfind(words)?, words.len(), *years))
            });
            let (.., years) = before.max()?;
            Some(ToldRise { points, years, span: clause.span })
        })
    }

    /// The clauses whose subject is one of `names`, in the order of the text.
    fn clauses_on(&self, names: &[&str]) -> impl Iterator<Item = Clause<'_>> {
        let named = self.sentences.iter().filter(|sentence| {
            // Most sentences name nothing that is asked for.
            let words = self.source.slice(sentence.span);
            names.iter().any(|name| words.contains(name))
        });
        named.flat_map(move |sentence| {
            sentence.clauses.iter().filter_map(move |clause| {
                let rest = after_subject(self.source.slice(clause.span), names, self.region)?;
                let so_far = Span { end: clause.span.end, ..sentence.span };
                Some(Clause { sentence: self.source.slice(so_far), rest, span: clause.span })
            })
        })
    }
}

/// A clause with its subject taken off.
struct Clause<'a> {
    /// The sentence up to the end of the clause.
    sentence: &'a str,
    /// What is said of the subject.
    rest: &'a str,
    span: Span,
}

impl Clause<'_> {
    /// Whether the last word of time before the end of the clause is one of what is to come.
    fn is_ahead(&self) -> bool {
        let last = |words: &[&str]| words.iter().filter_map(|word| self.sentence.rfind(word)).max();
        last(&AHEAD) > last(&BEHIND)
    }
}

/// What follows one of `names` at the head of a clause; words before it may say when, and that it is the own region.
fn after_subject<'a>(clause: &'a str, names: &[&str], region: Option<&str>) -> Option<&'a str> {
    let mut rest = clause.trim();
    loop {
        let lead = LEADS.iter().find_map(|lead| rest.strip_prefix(lead));
        match lead.or_else(|| after_own_region(rest, region)) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    // The longest name first: 常住人口城镇化水平 is no 常住人口.
    let named = names.iter().filter(|name| rest.starts_with(**name)).max_by_key(|name| name.len());
    named.and_then(|name| rest.strip_prefix(*name))
}

/// 全县 and 我县 in the plan of a county, or its name.
fn after_own_region<'a>(words: &'a str, region: Option<&str>) -> Option<&'a str> {
    let region = region?;
    let tier = region.chars().last()?;
    let by_tier = ["全", "我"].iter().find_map(|own| words.strip_prefix(own)?.strip_prefix(tier));
    by_tier.or_else(|| words.strip_prefix(region))
}

fn without_fillers(words: &str) -> &str {
    let mut rest = words.trim();
    while let Some(shorter) = FILLERS.iter().find_map(|filler| rest.strip_prefix(filler)) {
        rest = shorter.trim_start();
    }
    rest
}

/// What the words behind a subject say of its speed.
fn speed_of(words: &str) -> Option<Speed> {
    let any = |of: &[&str], words: &str| of.iter().any(|one| words.starts_with(one));
    let rest = without_fillers(words);
    let after = |of: &[&'static str], words: &'_ str| {
        of.iter().find(|one| words.starts_with(**one)).map(|one| one.len())
    };
    if let Some(at) = after(&NEVER, rest) {
        let rest = rest.get(at..)?;
        let rest = rest.get(after(&GREATLY, rest)?..)?;
        return any(&RISES, rest).then_some(Speed::Slower);
    }
    let spoken = without_fillers(rest.get(after(&SPEEDS, rest)?..)?);
    if any(&SLOWS, spoken) {
        return Some(Speed::Slower);
    }
    if any(&QUICKENS, spoken) {
        return Some(Speed::Faster);
    }
    any(&STAYS, spoken).then_some(Speed::Steady)
}

/// The points of 上升12.16个百分点.
fn risen_points(words: &str) -> Option<Decimal> {
    let rest = words.trim().trim_start_matches("累计").trim_start_matches("共");
    let rest = RISES.iter().find_map(|rises| rest.strip_prefix(rises))?;
    let rest = rest.trim_start_matches('了').trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = rest.split_at_checked(end)?;
    let points = unit.trim_start().starts_with("个百分点");
    number.parse().ok().filter(|_| points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_speed_say_which_way() {
        assert_eq!(speed_of("不会大幅增长"), Some(Speed::Slower));
        assert_eq!(speed_of("增长速度呈现趋缓态势"), Some(Speed::Slower));
        assert_eq!(speed_of("增速将明显加快"), Some(Speed::Faster));
        assert_eq!(speed_of("增速保持稳定"), Some(Speed::Steady));
        for silent in ["稳步提高", "保持稳定", "达到70%", "大幅提升", "不会下降", "增速超过全省"]
        {
            assert_eq!(speed_of(silent), None, "{silent}");
        }
    }

    #[test]
    fn a_rise_is_told_in_points() {
        assert_eq!(risen_points("上升12.16 个百分点"), Some(Decimal::new(1216, 2)));
        assert_eq!(risen_points("提高了5个百分点"), Some(Decimal::from(5)));
        assert_eq!(risen_points("提高到65%"), None);
        assert_eq!(risen_points("增长11.55%"), None);
    }

    #[test]
    fn the_subject_stands_at_the_head_of_its_clause() {
        let names = ["城镇化率", "常住人口城镇化率"];
        let rest = |clause| after_subject(clause, &names, Some("德清县"));
        assert_eq!(rest("但城镇化率不会大幅增长"), Some("不会大幅增长"));
        assert_eq!(rest(" 今后我县常住人口城镇化率增速放缓"), Some("增速放缓"));
        assert_eq!(rest("户籍人口城镇化率增速放缓"), None);
        assert_eq!(rest("全省城镇化率增速放缓"), None);
    }
}
