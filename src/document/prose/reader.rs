//! From passages to what their clauses say.

use crate::document::Document;

use super::{
    clauses::{Clause, clauses, sentences},
    figures::{Figure, FigureKind},
    lexicon::{CAMPAIGNS, PAST, PROMISING, REACHED, TRYING, USING, ending, holds},
    matching::{Around, Match, best},
    noun::{behind_verbs, beside, noun},
    passages::{Passage, passages},
    phrase::{Extent, phrase},
    plain::Plain,
    said::{Confidence, Doubt, Said, SaidKind, Words},
    scope,
    setting::{Kin, Setting},
    subject::{Subject, quoted, subject},
    values::{Value, values},
    years::{Year, yearly, years},
};

/// What the prose of a document says, in order.
#[must_use]
pub fn read(document: &Document, setting: &Setting<'_>) -> Vec<Said> {
    let mut found = Vec::new();
    for passage in passages(document) {
        Reader::of(document, setting, &passage).read(&mut found);
    }
    found
}

/// The reading of one passage.
struct Reader<'a> {
    document: &'a Document,
    setting: &'a Setting<'a>,
    passage: &'a Passage,
    /// Where names with digits stand.
    masks: Vec<(usize, usize)>,
    /// The short sentence that leads what follows.
    lead: Plain,
    /// The area that the passage is about.
    area: Option<Words>,
    /// The year that a sentence before has set.
    year: Option<Year>,
    /// The year in which the project of the passage ends.
    closing: Option<Year>,
}

impl<'a> Reader<'a> {
    fn of(document: &'a Document, setting: &'a Setting<'a>, passage: &'a Passage) -> Self {
        Self {
            document,
            setting,
            passage,
            masks: setting.names.with_numbers(&passage.plain.text),
            lead: Plain::default(),
            area: None,
            year: None,
            closing: None,
        }
    }

    fn plain(&self) -> &'a Plain {
        &self.passage.plain
    }

    fn text(&self) -> &'a str {
        &self.passage.plain.text
    }

    fn read(&mut self, found: &mut Vec<Said>) {
        let is_box = self.passage.heading.text.starts_with("专栏");
        self.area = Some(&self.passage.heading).filter(|_| is_box).and_then(scope::of_title);
        self.closing = self.closing_year();
        for sentence in sentences(self.text()) {
            self.sentence(sentence, found);
        }
    }

    /// 至2022年总投资…: a project says its time where it says its cost.
    fn closing_year(&self) -> Option<Year> {
        let last = sentences(self.text()).into_iter().last()?;
        let words = self.plain().get(last.0, last.1);
        let cost = words.find("总投资")?;
        let year = years(self.plain(), last.0, last.1).into_iter().next()?;
        (year.end <= last.0 + cost).then_some(year)
    }

    fn sentence(&mut self, sentence: (usize, usize), found: &mut Vec<Said>) {
        let words = self.plain().get(sentence.0, sentence.1);
        let numbered = words.find('.').is_some_and(|at| {
            at > 0 && at < 3 && words.bytes().take(at).all(|byte| byte.is_ascii_digit())
        });
        if numbered {
            self.year = None;
        }
        if numbered || sentence.0 == 0 || is_lead(words) {
            let span = self.plain().span(sentence.0, sentence.1);
            self.lead = Plain::of(&self.document.text, span);
            let area = scope::of_title(&self.lead);
            if numbered || area.is_some() {
                self.area = area;
            }
        }
        let named = years(self.plain(), sentence.0, sentence.1);
        let mut subject_of: Option<((usize, usize), Subject)> = None;
        for clause in clauses(self.text(), sentence) {
            if subject_of.as_ref().is_none_or(|(item, _)| *item != clause.item) {
                subject_of = Some((clause.item, subject(self.plain(), clause.item, self.setting)));
            }
            let Some((_, subject)) = &subject_of else { continue };
            for value in self.values(&clause) {
                found.extend(self.said(&clause, &value, &named, subject));
            }
        }
        let leads_on = named.last().filter(|year| year.start < sentence.0 + 24);
        self.year = leads_on.cloned().or(self.year.take());
    }

    /// The values of a clause, those said in words alone included.
    fn values(&self, clause: &Clause) -> Vec<Value> {
        let found = values(self.text(), clause, &self.masks);
        if !found.is_empty() {
            return found;
        }
        let words = self.plain().get(clause.start, clause.end);
        let Some(kind) = worded(words) else { return Vec::new() };
        let figure = Figure { start: clause.end, end: clause.end, kind };
        let own = (clause.start, clause.end);
        vec![Value { figure, own, left: own, leads: false, shared: None }]
    }

    fn said(
        &self,
        clause: &Clause,
        value: &Value,
        named: &[Year],
        subject: &Subject,
    ) -> Option<Said> {
        let plain = self.plain();
        let changes = holds(
            plain.get(value.left.1, value.figure.end),
            &["增长", "下降", "提高", "降低", "减少", "增加", "提升", "年均", "增"],
        );
        if matches!(value.figure.kind, FigureKind::Numeral(_)) && value.leads {
            let noun = plain.get(value.figure.end, value.own.1);
            if ending(noun, CAMPAIGNS).is_some() {
                return None;
            }
        }
        let matched =
            best(self.setting.names, &self.around(clause, value), value.figure.kind, changes);
        let whole = matched.as_ref().and_then(|found| {
            found.whole.map(|at| (value.own.0 + at, value.own.0 + at + found.entry.key.len()))
        });
        let (name, clear) = self.name(value, matched.as_ref(), whole)?;
        let (kind, year, region) = self.kind(clause, value, named, subject);
        if kind == SaidKind::Citation && whole.is_none() {
            return None;
        }
        let from = behind_verbs(self.text(), value.own.0, value.figure.start);
        let verbs = self.verbs(value);
        let extent = Extent {
            verbs,
            name_end: whole.map(|(_, end)| end).or_else(|| self.noun_end(value, matched.as_ref())),
        };
        let phrase = phrase(&self.document.text, plain, value, extent);
        let scope = subject.scope.clone().or_else(|| {
            let found = matched.as_ref()?;
            scope::in_clause(plain, from, value.figure.start, &found.entry.core, whole)
        });
        let scope = scope.or_else(|| self.area.clone());
        let trying = holds(plain.get(clause.start, value.figure.end), TRYING);
        let confidence = match (&phrase, clear) {
            (None, _) => Confidence::Unsure(Doubt::Value),
            _ if trying && kind == SaidKind::Statement => Confidence::Unsure(Doubt::Intent),
            (_, Some(confidence)) => confidence,
            (_, None) => Confidence::Unsure(Doubt::Name),
        };
        let bare = Words::printed(plain.span(value.figure.start, value.figure.end));
        Some(Said {
            kind,
            clause: plain.span(clause.start, clause.end),
            position: self.passage.position.clone(),
            region,
            scope,
            name,
            year,
            phrase: phrase.unwrap_or(bare),
            confidence,
        })
    }

    fn around(&self, clause: &Clause, value: &Value) -> Around<'_> {
        let plain = self.plain();
        let (start, end) = beside(self.text(), value);
        Around {
            own: plain.get(value.own.0, value.own.1),
            before: plain.get(clause.item.0, clause.start),
            behind: plain.get(clause.end, clause.item.1),
            lead: &self.lead.text,
            heading: &self.passage.heading.text,
            beside: plain.get(start, end),
        }
    }

    /// The name of a value, and how sure it is; `None` where no noun could be one.
    fn name(
        &self,
        value: &Value,
        matched: Option<&Match<'_>>,
        whole: Option<(usize, usize)>,
    ) -> Option<(Words, Option<Confidence>)> {
        let plain = self.plain();
        if let Some((start, end)) = whole {
            return Some((Words::printed(plain.span(start, end)), Some(Confidence::Certain)));
        }
        let (start, end) = beside(self.text(), value);
        if let Some(found) = matched {
            let words = Words::given(&found.entry.words, plain.span(start, end));
            return Some((words, Some(Confidence::Likely)));
        }
        let numeral = !matches!(value.figure.kind, FigureKind::Number(_));
        if numeral || plain.is_quoted(value.figure.start, value.figure.end) {
            return None;
        }
        let noun = noun(self.text(), value)?;
        let words = Words::printed(plain.span(noun.start, noun.end));
        Some((words, noun.is_clear.then_some(Confidence::Likely)))
    }

    /// Where the noun before the number ends, when it is no part of the phrase.
    fn noun_end(&self, value: &Value, matched: Option<&Match<'_>>) -> Option<usize> {
        let signed = value.left.1 < value.figure.start;
        (!value.leads && signed && matched.is_some()).then_some(value.left.1)
    }

    /// Where the verbs that lead to a value begin: behind the year and words such as 其中.
    fn verbs(&self, value: &Value) -> usize {
        let text = self.text();
        let mut start = value.own.0;
        let before = [
            "其中",
            "同时",
            "、",
            "和",
            "并",
            "及",
            "至2025年",
            "全省",
            "全市",
            "全县",
            "十四五期间",
            "到",
            "至",
        ];
        while let Some(word) = before.iter().find(|word| {
            text.get(start..value.figure.start).is_some_and(|rest| rest.starts_with(**word))
        }) {
            start += word.len();
        }
        start.min(value.figure.start)
    }

    /// What a value is, its year and region.
    fn kind(
        &self,
        clause: &Clause,
        value: &Value,
        named: &[Year],
        subject: &Subject,
    ) -> (SaidKind, Option<Words>, Option<Words>) {
        let plain = self.plain();
        let before = plain.get(clause.start, value.figure.end);
        let year = named
            .iter()
            .rev()
            .find(|year| year.start <= value.figure.start)
            .or_else(|| named.first());
        let year = year.or(self.year.as_ref()).or(self.closing.as_ref());
        let base = self.setting.period.map(|(start, _)| start - 1);
        let is_past = year.zip(base).is_some_and(|(year, base)| year.last <= base);
        let looks_back = self.passage.is_background
            || is_past
            || holds(plain.get(clause.sentence.0, value.figure.end), PAST)
            || holds(before, REACHED) && !holds(before, PROMISING)
            || ending(plain.get(clause.start, value.left.1), USING).is_some();
        let other = subject.region.as_ref().filter(|(_, kin)| *kin == Kin::Other);
        let above = quoted(plain.get(clause.start, value.left.1), self.setting);
        let kind = if looks_back || other.is_some() || above.is_some() {
            SaidKind::Citation
        } else {
            SaidKind::Statement
        };
        let region = subject.region.as_ref().map(|(words, _)| words.clone());
        let here = plain.span(value.figure.start, value.figure.end);
        let region = above.map(|name| Words::given(&name, here)).or(region);
        let words = match year {
            _ if before.contains("每年") => Some(yearly(here)),
            Some(year) => Some(year.cell(plain)),
            None if kind == SaidKind::Citation => {
                base.map(|base| Words::given(&base.to_string(), here))
            }
            None => None,
        };
        (kind, words, region)
    }
}

/// The value that a clause states in words without a number.
fn worded(words: &str) -> Option<FigureKind> {
    let all = words.contains("全部") || words.contains("所有") && words.contains("均达到");
    let every = words.contains("所有") && words.contains("达到");
    if all || every || one_each(words) {
        Some(FigureKind::Every)
    } else if words.contains("不返") {
        Some(FigureKind::Zero)
    } else if words.contains("完成") && (words.ends_with("目标") || words.ends_with("指标")) {
        Some(FigureKind::Assigned)
    } else if holds(words, &["保持", "巩固"]) && words.ends_with('率') {
        Some(FigureKind::Hold)
    } else {
        None
    }
}

/// A short sentence without a value leads those behind it.
fn is_lead(words: &str) -> bool {
    !words.contains([',', '%'])
        && !words.contains(|c: char| c.is_ascii_digit())
        && words.chars().count() <= 30
}

/// 一市一脑.
fn one_each(words: &str) -> bool {
    let characters: Vec<char> = words.chars().collect();
    characters.windows(4).any(|four| four.first() == Some(&'一') && four.get(2) == Some(&'一'))
}
