//! The name of a value: a known one, the noun that it is only a part of, or the noun beside the value.

use crate::quantity::UnitDimension;

use super::{
    all_of_them::fronted,
    clauses::Clause,
    figures::FigureKind,
    flow::{flow, is_verb_of_change},
    lexicon::{MAKING, MEASURED, OPENING, PLACES},
    matching::Match,
    noun::{Noun, general_measure, noun, noun_beside_value},
    prose_value::ProseValue,
    reader::{ClauseContext, PassageReader},
    scope::is_others,
    statement::{CellWords, ReadingConfidence},
    wordless_values::all_do,
};

/// A name as a cell holds it.
pub(super) struct CellName {
    /// Its words.
    pub words: CellWords,
    /// Where it stands in one piece beside its value.
    pub whole: Option<(usize, usize)>,
    /// How sure it is; `None` when it is only what stands beside the value.
    pub confidence: Option<ReadingConfidence>,
}

impl PassageReader<'_> {
    /// The name of a value; `None` where no noun could be one.
    pub(super) fn named(
        &self,
        scene: ClauseContext<'_>,
        value: &ProseValue,
        matched: Option<&Match<'_>>,
    ) -> Option<CellName> {
        let (plain, clause) = (self.plain(), scene.clause);
        if value.figure.kind == FigureKind::Related {
            let span = plain.span(value.own.0, value.own.1);
            let words = match &value.words {
                Some(words) => {
                    CellWords::given(words, plain.span(value.figure.start, value.figure.end))
                }
                // A relation without a name of its own is told by `goes_on`, which knows what the clause
                // before has named.
                None if value.own.0 == value.own.1 => return None,
                None => CellWords::printed(span),
            };
            let confidence = Some(ReadingConfidence::Likely);
            return Some(CellName { words, whole: Some(value.own), confidence });
        }
        let (start, end) = noun_beside_value(self.text(), value);
        let span = plain.span(start, end);
        let found =
            |words, confidence| CellName { words, whole: None, confidence: Some(confidence) };
        if let Some(words) = &value.words {
            let known = matched.is_some_and(|found| found.whole.is_some());
            let confidence =
                if known { ReadingConfidence::Certain } else { ReadingConfidence::Likely };
            return Some(found(CellWords::given(words, span), confidence));
        }
        match matched {
            Some(matched) => Some(self.known_name(clause, value, matched, (start, end))),
            None => self.noun_name(scene, value),
        }
    }

    /// The name of a value for which a known one was found, whose noun is `noun`.
    fn known_name(
        &self,
        clause: &Clause,
        value: &ProseValue,
        matched: &Match<'_>,
        (start, end): (usize, usize),
    ) -> CellName {
        let plain = self.plain();
        let span = plain.span(start, end);
        let likely =
            |words| CellName { words, whole: None, confidence: Some(ReadingConfidence::Likely) };
        let verb = |noun| {
            flow(self.text(), clause.start, value, noun).filter(|verb| is_verb_of_change(verb))
        };
        // From what replaces the known name to what changes it: spread over the clause, part of a longer
        // noun, part of another, changed by a verb. Only what passes all is certain.
        let Some(at) = matched.whole else {
            // 新增养老床位200张 are not all of them.
            let added = verb(start).filter(|verb| !matched.entry.key.contains(verb));
            return match added {
                Some(verb) => likely(self.done(verb, value, (start, end))),
                None => likely(CellWords::given(&matched.entry.words, span)),
            };
        };
        let whole = (at, at + matched.entry.key.len());
        if let Some(noun) = self.longer(value, start, whole) {
            return likely(CellWords::printed(plain.span(noun.0, noun.1)));
        }
        // 按可比价格计算的国民生产总值: only what stands behind 的 is part of the name.
        let start =
            plain.get(start, whole.0).rfind('的').map_or(start, |at| start + at + '的'.len_utf8());
        if self.is_another(value, start, whole) {
            return likely(CellWords::printed(plain.span(start, whole.1)));
        }
        if let Some(verb) = verb(whole.0) {
            return likely(self.done(verb, value, whole));
        }
        let words = CellWords::printed(plain.span(whole.0, whole.1));
        CellName { words, whole: Some(whole), confidence: Some(ReadingConfidence::Certain) }
    }

    /// The name of a value that nobody knows: the noun beside it, where that could be one.
    fn noun_name(&self, scene: ClauseContext<'_>, value: &ProseValue) -> Option<CellName> {
        let (plain, clause) = (self.plain(), scene.clause);
        let kind = value.figure.kind;
        if kind == FigureKind::Every {
            let own = plain.cased(value.own.0, value.own.1);
            let words = match fronted(self.text(), clause) {
                Some(whose) => all_do(&format!("{whose}{own}")),
                None => all_do(own),
            }?;
            let words = CellWords::given(&words, plain.span(value.own.0, value.own.1));
            let confidence = Some(ReadingConfidence::Likely);
            return Some(CellName { words, whole: None, confidence });
        }
        let clear = matches!(
            kind,
            FigureKind::Number(_)
                | FigureKind::Numeral(_)
                | FigureKind::Coverage
                | FigureKind::Zero
        );
        // 打造15分钟生活圈: a time before its noun is part of a slogan. Numbers between quotes are names
        // (“4210”体系), while 全覆盖 between them is only stressed.
        let is_slogan = kind == FigureKind::Number(UnitDimension::Time) && value.leads;
        let quoted =
            kind != FigureKind::Coverage && plain.is_quoted(value.figure.start, value.figure.end);
        if !clear || is_slogan || quoted {
            return None;
        }
        let likely = |words: &str, from| CellName {
            words: CellWords::given(words, plain.span(from, value.own.1)),
            whole: None,
            confidence: Some(ReadingConfidence::Likely),
        };
        // Before the noun is asked for, which would be only what is covered.
        if let Some(words) = self.covered_share(clause, value) {
            return Some(likely(&words, clause.start));
        }
        // 建成2所高校，6所职业学校: what was done with the first is done with both.
        let from = if clause.start == value.figure.start { clause.item.0 } else { clause.start };
        let noun = noun(self.text(), from, value)?;
        let words = plain.get(noun.start, noun.end);
        let regions = self.setting.names.regions_in(words);
        let is_region = regions.iter().any(|(at, end, _)| (*at, *end) == (0, words.len()));
        // 其中安吉县达到75%, 其余各县城达到12平方米: what is measured there stands in another clause.
        if is_region || is_others(words) {
            return None;
        }
        // 高新技术产品产值超过1万亿元，占规模以上工业的比重达45%
        if let Some(whole) = scene.near.filter(|_| words.starts_with('占'))
            && MEASURED.ends(words).is_some()
        {
            return Some(likely(&format!("{whole}{words}"), noun.start));
        }
        // 站点向社区全覆盖: whom it reaches is said with it.
        if kind == FigureKind::Coverage && noun.is_clear && words.contains('向') {
            return Some(likely(&format!("{words}覆盖"), noun.start));
        }
        let (words, is_whole) = self.noun_words(scene, value, &noun);
        let confidence = (noun.is_clear && is_whole).then_some(ReadingConfidence::Likely);
        Some(CellName { words, whole: None, confidence })
    }

    /// The words of a noun with what the sentence says of it, and whether they say what is measured.
    fn noun_words(
        &self,
        scene: ClauseContext<'_>,
        value: &ProseValue,
        noun: &Noun,
    ) -> (CellWords, bool) {
        let (plain, clause) = (self.plain(), scene.clause);
        let span = plain.span(noun.start, noun.end);
        let given = |of: &str, tail: &str| (CellWords::given(&format!("{of}{tail}"), span), true);
        let Some(tail) = general_measure(plain.get(noun.start, noun.end)) else {
            let verb = flow(self.text(), clause.start, value, noun.start);
            let words = match verb.or_else(|| self.made(value, noun)) {
                Some(verb) => self.done(verb, value, (noun.start, noun.end)),
                None => CellWords::printed(span),
            };
            return (words, true);
        };
        let projects = scene.before.filter(|name| name.ends_with("项目") || name.ends_with("工程"));
        let is_counted = |name: &&str| MEASURED.ends(name).is_none() && name.chars().count() > 3;
        let is_area = value.figure.kind == FigureKind::Number(UnitDimension::Area);
        // From what leaves least doubt: money is spent on projects, an area is of what was counted, all
        // else is of the theme.
        match (projects, scene.near.filter(is_counted), &self.theme) {
            // 实施重大项目1900个，完成投资2500亿元: it is spent on them.
            (Some(projects), ..) if tail == "投资" => given(projects, "完成投资"),
            // 建设孵化器15家，面积500万平方米: that of what was counted before.
            (_, Some(counted), _) if is_area => given(counted, tail),
            // 甲开发区…，总产值突破500亿元: the zone is the scope already, and its name is not said twice.
            _ if scene.subject.scope.is_some() => given("", tail),
            // 石化产业…。产值突破1300亿元: what is only said to be measured is of what the sentences are about.
            (.., Some(theme)) => given(theme, tail),
            _ => (CellWords::printed(span), false),
        }
    }

    /// The verb before a noun that says nothing but how large its things are: 实施亿元以上项目 are not those in reserve.
    fn made(&self, value: &ProseValue, noun: &Noun) -> Option<&'static str> {
        let words = self.plain().get(noun.start, noun.end);
        let is_size = words.starts_with("亿元") || words.starts_with("万元");
        MAKING.ends(self.plain().get(value.own.0, noun.start)).filter(|_| is_size && !value.leads)
    }

    /// A noun with the verb that is part of its name, as printed where they stand together.
    fn done(&self, verb: &str, value: &ProseValue, (start, end): (usize, usize)) -> CellWords {
        let plain = self.plain();
        let together = start.checked_sub(verb.len()).filter(|from| plain.get(*from, start) == verb);
        match together.filter(|_| !value.leads) {
            Some(from) => CellWords::printed(plain.span(from, end)),
            None => CellWords::given(
                &format!("{verb}{}", plain.get(start, end)),
                plain.span(start, end),
            ),
        }
    }

    /// The noun that a known name is only a part of, as in 社会物流总费用与GDP比率, GDP能耗 or 企业数量 beside 企业数.
    fn longer(
        &self,
        value: &ProseValue,
        noun: usize,
        whole: (usize, usize),
    ) -> Option<(usize, usize)> {
        let behind = self.plain().get(whole.1, value.left.1);
        // 企业数 in a catalogue is the beginning of 企业数量 in a sentence; what is printed names it.
        let measures = ["率", "量", "数", "额", "值", "比率"].contains(&behind)
            || MEASURED.begins(behind).is_some_and(|word| word == behind);
        (!value.leads && measures && noun <= whole.0).then_some((noun, value.left.1))
    }

    /// Whether words before a known name make it another one: 宁波舟山港集装箱吞吐量.
    fn is_another(&self, value: &ProseValue, noun: usize, whole: (usize, usize)) -> bool {
        let before = self.plain().get(noun, whole.0);
        let counts = [UnitDimension::Count, UnitDimension::People].map(FigureKind::Number);
        let is_place = PLACES.ends(before).is_some();
        let joins = |c: char| c.is_ascii_digit() || "、和与及在()向对年".contains(c);
        let joined = before.contains(joins) || MAKING.is_in(before) || OPENING.is_in(before);
        let is_region = !self.setting.names.regions_in(before).is_empty();
        let ends = whole.1 >= value.left.1;
        let length = before.chars().count();
        // A choice: one character is mostly left over from a verb, and more than eight hold words of the
        // clause.
        let may_be = !value.leads && !counts.contains(&value.figure.kind);
        may_be && ends && (2..=8).contains(&length) && !is_place && !joined && !is_region
    }
}
