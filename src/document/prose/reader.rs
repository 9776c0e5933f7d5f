//! From passages to clauses: what stands above a clause and what the sentences before it have set.

use crate::{document::Document, quantity::UnitDimension};

use super::{
    clauses::{Clause, clauses_of_sentence, sentences},
    figures::FigureKind,
    names::NameOccurrence,
    noun::{behind_verbs, general_measure},
    passages::{Passage, passages},
    plain::Plain,
    prose_value::ProseValue,
    scope,
    section::BACK,
    setting::ProseSetting,
    signals::may_state,
    statement::{CellWords, Doubt, ProseStatement, ReadingConfidence},
    subject::{ItemSubject, length_of_area, subject_of_item},
    topic::topic,
    turns::{past, sentence_turns_ahead},
    years::{Year, years_between},
};

/// What the prose of a document says, in order.
#[must_use]
pub fn read_prose(document: &Document, setting: &ProseSetting<'_>) -> Vec<ProseStatement> {
    let mut found = Vec::new();
    let passages = passages(document, setting.period);
    for passage in passages.iter().filter(|passage| may_state(&passage.plain.text)) {
        // Each passage is read anew: what 今年 or an area meant in one paragraph says nothing of the
        // next, for which `passages` keeps what headings and opening sentences say.
        PassageReader::of(document, setting, passage).read(&mut found);
    }
    found
}

/// The reading of one passage.
pub(super) struct PassageReader<'a> {
    /// The document.
    pub document: &'a Document,
    /// What is known of it.
    pub setting: &'a ProseSetting<'a>,
    /// The passage.
    pub passage: &'a Passage,
    /// Where known names stand, in order.
    pub found: Vec<NameOccurrence<'a>>,
    /// The short sentence that leads what follows.
    pub lead: (usize, usize),
    /// The area that the passage is about.
    pub area: Option<CellWords>,
    /// The industry that its sentences are about.
    pub theme: Option<String>,
    /// The year that a sentence before has set.
    pub year: Option<Year>,
    /// The year in which the project of the passage ends.
    pub closing: Option<Year>,
    /// Whether a sentence before has begun to look back: 过去一年，各项工作取得很大成绩。生产总值增长10%.
    pub has_turned_back: bool,
}

/// A clause with what its sentence says of all its values.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClauseContext<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The years of the sentence.
    pub named: &'a [Year],
    /// Whose values its item tells.
    pub subject: &'a ItemSubject,
    /// Where the sentence looks back, each time that it does.
    pub past: &'a [usize],
    /// The name of the value before, in the same sentence.
    pub before: Option<&'a str>,
    /// The same where it stands in this clause or the one before it.
    pub near: Option<&'a str>,
}

impl<'a> PassageReader<'a> {
    fn of(document: &'a Document, setting: &'a ProseSetting<'a>, passage: &'a Passage) -> Self {
        Self {
            document,
            setting,
            passage,
            found: setting.names.found_in(&passage.plain.text),
            lead: (0, 0),
            area: None,
            theme: None,
            year: None,
            closing: None,
            has_turned_back: false,
        }
    }

    /// The passage as plain text with its way back.
    pub fn plain(&self) -> &'a Plain {
        &self.passage.plain
    }

    /// The passage as plain text.
    pub fn text(&self) -> &'a str {
        &self.passage.plain.text
    }

    fn read(&mut self, found: &mut Vec<ProseStatement>) {
        let title = self.passage.is_boxed.then_some(&self.passage.heading);
        self.area = title.and_then(|title| scope::of_title(title, (0, title.text.len())));
        self.closing = self.closing_year();
        for sentence in sentences(self.text()) {
            self.begin(sentence);
            let words = self.plain().get(sentence.0, sentence.1);
            self.theme = industry_of_sentence(words).map(str::to_owned).or(self.theme.take());
            let named = years_between(self.plain(), sentence.0, sentence.1, self.setting.period);
            let begins = self.setting.period.map(|(first, _)| first);
            let is_later = |year: &Year| begins.is_some_and(|first| year.last >= first);
            // A passage that has looked back does so until a sentence says 今年, 力争 and the like, or
            // names a year of the plan itself; what stands between tells on, whether it says so or not.
            let turns_ahead = sentence_turns_ahead(words) || named.iter().any(is_later);
            self.has_turned_back = BACK.iter().any(|back| words.starts_with(back))
                || self.has_turned_back && !turns_ahead;
            self.sentence(sentence, &named, found);
            // 去年增长5%。投资增长6%: what was last year is said of its own sentence only.
            let leads_on = named.iter().rev().find(|year| is_later(year) || begins.is_none());
            let leads_on = leads_on.filter(|year| year.start < sentence.0 + LEADS_ON);
            self.year = leads_on.cloned().or(self.year.take());
        }
    }

    /// 至2022年总投资…: a project says its time where it says its cost.
    fn closing_year(&self) -> Option<Year> {
        let last = sentences(self.text()).into_iter().last()?;
        let words = self.plain().get(last.0, last.1);
        let cost = words.find("总投资")?;
        let year =
            years_between(self.plain(), last.0, last.1, self.setting.period).into_iter().next()?;
        (year.end <= last.0 + cost).then_some(year)
    }

    /// Takes in what a sentence says of those behind it: an item with a number starts anew, a short sentence leads.
    fn begin(&mut self, sentence: (usize, usize)) {
        let words = self.plain().get(sentence.0, sentence.1);
        let is_item = begins_with_item_number(words);
        // An item with a number starts anew: the year of 1. is not that of 2., and its area neither.
        if is_item {
            self.year = None;
        }
        if !is_item && sentence.0 > 0 && !is_lead(words) {
            return;
        }
        self.lead = sentence;
        let area = scope::of_title(self.plain(), sentence);
        if is_item || area.is_some() {
            self.area = area;
        }
    }

    // The subject is that of the item: after 分号 a list tells of the next county, and goes on
    // with nothing that was said before.
    fn sentence(&self, sentence: (usize, usize), named: &[Year], found: &mut Vec<ProseStatement>) {
        let words = self.plain().get(sentence.0, sentence.1);
        if !may_state(words) {
            return;
        }
        let mut past = past(words);
        past.iter_mut().for_each(|at| *at += sentence.0);
        if past.is_empty() && self.has_turned_back {
            past.push(sentence.0);
        }
        let mut item = None;
        let mut whose = ItemSubject::default();
        let mut subject: Option<(String, usize)> = None;
        let mut front = String::new();
        for clause in &clauses_of_sentence(self.text(), sentence) {
            if item != Some(clause.item) {
                item = Some(clause.item);
                whose = subject_of_item(self.plain(), clause.item, self.setting);
                front.clear();
            } else {
                // 坚持稳中求进，安吉县入园率达到97%: a clause that begins with a region tells of it.
                let own = subject_of_item(self.plain(), (clause.start, clause.end), self.setting);
                whose = if own.region.is_some() { own } else { whose };
            }
            let scene = ClauseContext {
                clause,
                named,
                subject: &whose,
                past: &past,
                before: None,
                near: None,
            };
            let may_state = may_state(self.plain().get(clause.start, clause.end));
            let values = if may_state { self.values(clause, named) } else { Vec::new() };
            // A clause without a value may still name what the one behind it gives a value.
            if values.is_empty() {
                let topic = topic(self.text(), (clause.start, clause.end));
                subject = topic.map(|name| (name, clause.end)).or(subject);
            }
            let mut has_share = false;
            for value in values {
                let said = self.told_of(scene, &value, (subject.as_ref(), has_share), &mut front);
                let name = self.name_behind(said.as_ref(), &value, clause);
                subject = name.map(|name| (name, clause.end)).or(subject);
                has_share |= value.figure.kind == FigureKind::Number(UnitDimension::Share);
                found.extend(said);
            }
        }
    }

    /// What is spoken of behind a value, when the clause names it.
    fn name_behind(
        &self,
        said: Option<&ProseStatement>,
        value: &ProseValue,
        clause: &Clause,
    ) -> Option<String> {
        let is_clear =
            |said: &&ProseStatement| said.confidence != ReadingConfidence::Unsure(Doubt::Name);
        let name = said.filter(is_clear).map(|said| said.name.of(&self.document.text).to_owned());
        // 规模 alone says nothing of what is measured next; 生产总值 does, as a name that the list knows.
        let is_known = said.is_some_and(|said| said.confidence == ReadingConfidence::Certain);
        let name = name.filter(|name| is_known || general_measure(name).is_none());
        // 目前城镇化率62%，到2027年达到65%: what has no year of its own still says what comes next.
        let topic = || match said.is_none() && !value.leads {
            true => topic(self.text(), (clause.start, value.figure.start)),
            false => None,
        };
        name.or_else(topic)
    }
}

/// Characters of the name of an industry.
// A choice: longer beginnings are whole clauses that happen to hold 产业.
const LONGEST_THEME: usize = 10;

/// The industry that a sentence begins with: 石化产业持续提质.
fn industry_of_sentence(sentence: &str) -> Option<&str> {
    let words = sentence.split(',').next()?;
    let verbs = behind_verbs(words, 0, words.len());
    let words = words.get(verbs..)?;
    // The shortest that fits, or 石化产业和其他制造业 would be one industry.
    let ends = ["产业", "制造业", "服务业", "农业", "经济"].iter();
    // 发挥内需作为经济…: behind a verb the economy is rarely an industry.
    let ends = ends.filter(|end| verbs == 0 || **end != "经济").filter_map(|end| {
        let at = words.find(end).filter(|at| *at > 0)?;
        words.get(..at + end.len())
    });
    ends.min_by_key(|name| name.len())
        .filter(|name| name.chars().count() <= LONGEST_THEME && name.len() < words.len())
        // 甲经济技术开发区 begins with no 甲经济: what is told is of the whole zone.
        .map(|name| match length_of_area(words) {
            Some(area) if name.len() < area => words.get(..area).unwrap_or(name),
            _ => name,
        })
}

/// A year within so many bytes of a sentence's beginning is that of the sentences behind it, too.
// Eight Chinese characters or so, in which 力争到2030年底 fits. A year that stands further on is of its
// clause only.
const LEADS_ON: usize = 24;

/// Whether a sentence begins with `1.`.
fn begins_with_item_number(words: &str) -> bool {
    // Three digits and more before a point are a number or a year.
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    matches!(digits, 1 | 2) && words.get(digits..).is_some_and(|rest| rest.starts_with('.'))
}

/// A short sentence without a value leads those behind it.
fn is_lead(words: &str) -> bool {
    // A choice: longer sentences without a value tell something, and lead nothing.
    let says_value = words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '%'));
    !says_value && words.chars().count() <= 30
}
