//! From a value to what its clause says: name, phrase, scope and how sure all that is.

use crate::quantity::Measure;

use super::{
    clauses::{Clause, last_of},
    figures::{Figure, FigureKind},
    lexicon::{CAMPAIGNS, CHANGES, MAKING, MEASURED, OPENING, PLACES, TRYING},
    lists::parts,
    matching::{Around, Match, best},
    noun::{behind_verbs, beside, general, named, noun},
    phrase::{Extent, phrase, verbs},
    reader::{Reader, Scene},
    relation::{Relation, beside_numbers, relations},
    said::{Confidence, Doubt, Said, SaidKind, Words},
    scope,
    values::{Value, values},
    worded::worded,
};

/// A name as a cell holds it.
struct Named {
    words: Words,
    /// Where it stands in one piece beside its value.
    whole: Option<(usize, usize)>,
    /// How sure it is; `None` when it is only what stands beside the value.
    confidence: Option<Confidence>,
}

/// Bytes of a name that holds a value.
const LONGEST_NAME: usize = 300;

/// A target without a number as a value.
fn related(relation: Relation) -> Value {
    let (start, end) = relation.phrase;
    let figure = Figure { start, end, kind: FigureKind::Related };
    let (own, left) = (relation.name, relation.name);
    Value { figure, own, left, leads: false, words: None, shared: None }
}

/// Names in a list that all 全覆盖 of one clause can be of.
const LONGEST_LIST: usize = 12;

/// Bytes of a sentence before a clause that may name what its value is of.
const CONTEXT: usize = 900;

impl Reader<'_> {
    /// The values of a clause, those said in words alone included.
    pub(super) fn values(&self, clause: &Clause) -> Vec<Value> {
        let found = values(self.plain(), clause, self.masks_of(clause));
        let ranks = |value: &Value| value.figure.kind == FigureKind::Rank;
        let related_to = |own| relations(self.text(), own).into_iter().map(related).collect();
        // 保持全国前十: a rank is a target without a number, unless a name of the catalogue holds it.
        if !found.is_empty() && found.iter().all(ranks) {
            let relations: Vec<Value> = related_to((clause.start, clause.end));
            return if relations.is_empty() { found } else { relations };
        }
        if !found.is_empty() {
            let numbers: Vec<usize> = found.iter().map(|value| value.figure.start).collect();
            let own = (clause.start, clause.end);
            let beside = beside_numbers(self.text(), own, &numbers).into_iter().map(related);
            return found.into_iter().flat_map(|value| self.listed(value)).chain(beside).collect();
        }
        let own = (clause.start, clause.end);
        let found: Vec<Value> = related_to(own);
        if !found.is_empty() {
            return found;
        }
        let kind = worded(self.plain().get(own.0, own.1));
        let figure = kind.map(|kind| Figure { start: clause.end, end: clause.end, kind });
        let value =
            |figure| Value { figure, own, left: own, leads: false, words: None, shared: None };
        figure.map(value).into_iter().collect()
    }

    /// Where names that hold a value stand in or across a clause.
    fn masks_of(&self, clause: &Clause) -> &[(usize, usize)] {
        let from = clause.start.saturating_sub(LONGEST_NAME);
        let first = self.masks.partition_point(|(start, _)| *start < from);
        let last = self.masks.partition_point(|(start, _)| *start < clause.end);
        self.masks.get(first..last).unwrap_or_default()
    }

    /// `A、B全覆盖`: a value for each name of the list, when at least two are known.
    fn listed(&self, value: Value) -> Vec<Value> {
        let names = parts(self.text(), value.left.0, value.left.1);
        if value.figure.kind != FigureKind::Coverage || !(2..LONGEST_LIST).contains(&names.len()) {
            return vec![value];
        }
        let is_known = |own: (usize, usize)| {
            let around = Around { own: self.plain().get(own.0, own.1), ..Around::default() };
            best(self.setting.names, &around, value.figure.kind, false).is_some()
        };
        let (mut found, mut from) = (Vec::new(), value.left.0);
        for (start, end) in names {
            let own = (if found.is_empty() { from } else { start }, end);
            if is_known(own) {
                found.push(Value { own, left: own, ..value.clone() });
                from = end;
            }
        }
        let is_list = found.len() > 1 && from == value.left.1;
        if is_list { found } else { vec![value] }
    }

    /// What a clause says with one of its values; `None` when that is no statement and no figure worth quoting.
    /// `front` is what the name of an earlier value of its item began with, and is set anew.
    pub(super) fn said(&self, scene: Scene<'_>, value: &Value, front: &mut String) -> Option<Said> {
        let (plain, clause) = (self.plain(), scene.clause);
        if self.is_campaign(value) {
            return None;
        }
        let changes = CHANGES.is_in(plain.get(value.left.1, value.figure.end));
        let around = Around { front, ..self.around(clause, value) };
        let is_related = value.figure.kind == FigureKind::Related;
        let matched = match is_related {
            true => None,
            false => best(self.setting.names, &around, value.figure.kind, changes),
        };
        let carried = matched.filter(|found| found.front > 0);
        let carried = carried.map(|found| found.entry.core.iter().take(found.front).collect());
        *front = carried.unwrap_or_default();
        let name = self.named(scene, value, matched.as_ref())?;
        let told = self.told(scene, value);
        if told.kind == SaidKind::Citation && name.confidence != Some(Confidence::Certain) {
            return None;
        }
        let phrase = phrase(&self.document.text, plain, value, self.extent(value, &name));
        let confidence = self.confidence(clause, value, &name, told.kind, phrase.is_some());
        let bare = || match value.figure.start < value.figure.end {
            true => Words::printed(plain.span(value.figure.start, value.figure.end)),
            false => Words::printed(plain.span(clause.start, clause.end)),
        };
        let scope = scene.subject.scope.clone();
        Some(Said {
            kind: told.kind,
            clause: plain.span(clause.start, clause.end),
            position: self.passage.position.to_string(),
            region: told.region,
            scope: scope
                .or_else(|| self.scope(value, &name, matched))
                .or_else(|| self.area.clone()),
            year: told.year,
            phrase: phrase.unwrap_or_else(bare),
            name: name.words,
            confidence,
        })
    }

    /// Round numbers in the names of campaigns are no values: 万名博士集聚行动.
    fn is_campaign(&self, value: &Value) -> bool {
        let noun = self.plain().get(value.figure.end, value.own.1);
        let numeral = matches!(value.figure.kind, FigureKind::Numeral(_));
        numeral && value.leads && CAMPAIGNS.ends(noun).is_some()
    }

    fn around<'b>(&'b self, clause: &Clause, value: &'b Value) -> Around<'b> {
        let plain = self.plain();
        let noun = named(self.text(), beside(self.text(), value));
        let (start, mut end) = scope::left_out(self.text(), noun);
        // 44个乡镇全部完成验收: what all of them do is not what they are.
        end = plain.get(start, end).find("全部").filter(|at| *at > 0).map_or(end, |at| start + at);
        let leads = value.leads && value.words.is_none();
        Around {
            own: value.words.as_deref().unwrap_or_else(|| plain.get(value.own.0, value.own.1)),
            above: [
                last_of(plain.get(clause.item.0, value.own.0), CONTEXT),
                if self.lead_at == clause.sentence.0 { "" } else { &self.lead.text },
                &self.passage.heading.text,
                self.behind(value.own.1, clause.item.1, plain.get(start, end)),
            ],
            front: "",
            leading: leads.then(|| value.figure.start.saturating_sub(value.own.0)),
            beside: plain.get(start, end),
            noun: plain.get(noun.0, noun.1),
        }
    }

    /// What stands behind a clause, where the noun beside its value says nothing by itself: the next clause, and behind a place
    /// without a name the rest of the item.
    fn behind(&self, from: usize, to: usize, noun: &str) -> &str {
        let words = self.plain().get(from, to).trim_start_matches(',');
        let next = words.split(',').next().unwrap_or_default();
        match noun {
            "区域" | "范围" => words,
            _ if general(noun).is_some() && !next.starts_with("其中") => next,
            _ => "",
        }
    }

    /// The name of a value; `None` where no noun could be one.
    fn named(&self, scene: Scene<'_>, value: &Value, matched: Option<&Match<'_>>) -> Option<Named> {
        let (plain, clause) = (self.plain(), scene.clause);
        if value.figure.kind == FigureKind::Related {
            let words = Words::printed(plain.span(value.own.0, value.own.1));
            let confidence = Some(Confidence::Likely);
            return Some(Named { words, whole: Some(value.own), confidence });
        }
        let (start, end) = beside(self.text(), value);
        let span = plain.span(start, end);
        let found = |words, confidence| Named { words, whole: None, confidence: Some(confidence) };
        if let Some(words) = &value.words {
            let known = matched.is_some_and(|found| found.whole.is_some());
            let confidence = if known { Confidence::Certain } else { Confidence::Likely };
            return Some(found(Words::given(words, span), confidence));
        }
        if let Some(matched) = matched {
            let Some(at) = matched.whole else {
                return Some(found(Words::given(&matched.entry.words, span), Confidence::Likely));
            };
            let whole = (value.own.0 + at, value.own.0 + at + matched.entry.key.len());
            if let Some(noun) = self.longer(value, start, whole) {
                let words = Words::printed(plain.span(noun.0, noun.1));
                return Some(found(words, Confidence::Likely));
            }
            if self.is_another(value, start, whole) {
                return Some(found(Words::printed(plain.span(start, whole.1)), Confidence::Likely));
            }
            let words = Words::printed(plain.span(whole.0, whole.1));
            return Some(Named { whole: Some(whole), ..found(words, Confidence::Certain) });
        }
        let kind = value.figure.kind;
        let clear = matches!(kind, FigureKind::Number(_) | FigureKind::Coverage | FigureKind::Zero);
        let is_slogan = kind == FigureKind::Number(Measure::Time) && value.leads;
        if !clear || is_slogan || plain.is_quoted(value.figure.start, value.figure.end) {
            return None;
        }
        let noun = noun(self.text(), clause.start, value)?;
        // 其中安吉县达到75%: what is measured there stands in another clause.
        let words = plain.get(noun.start, noun.end);
        if self
            .setting
            .names
            .regions_in(words)
            .iter()
            .any(|(at, end, _)| (*at, *end) == (0, words.len()))
        {
            return None;
        }
        let span = plain.span(noun.start, noun.end);
        let projects = scene.before.filter(|name| name.ends_with("项目") || name.ends_with("工程"));
        let (words, is_whole) = match general(plain.get(noun.start, noun.end)) {
            // 实施重大项目1900个，完成投资2500亿元: it is spent on them.
            Some("投资") if projects.is_some() => {
                let name = format!("{}完成投资", projects.unwrap_or_default());
                (Words::given(&name, span), true)
            }
            // 石化产业…。产值突破1300亿元: what is only said to be measured is of what the sentences are about.
            Some(tail) => match &self.theme {
                Some(theme) => (Words::given(&format!("{theme}{tail}"), span), true),
                None => (Words::printed(span), false),
            },
            None => (Words::printed(span), true),
        };
        let confidence = (noun.is_clear && is_whole).then_some(Confidence::Likely);
        Some(Named { words, whole: None, confidence })
    }

    /// The noun that a known name is only a part of, as in 社会物流总费用与GDP比率, GDP能耗 or 企业数量 beside 企业数.
    fn longer(&self, value: &Value, noun: usize, whole: (usize, usize)) -> Option<(usize, usize)> {
        let behind = self.plain().get(whole.1, value.left.1);
        let measures = ["率", "量", "数", "额", "值", "比率"].contains(&behind)
            || MEASURED.begins(behind).is_some_and(|word| word == behind);
        (!value.leads && measures && noun <= whole.0).then_some((noun, value.left.1))
    }

    /// Whether words before a known name make it another one: 宁波舟山港集装箱吞吐量.
    fn is_another(&self, value: &Value, noun: usize, whole: (usize, usize)) -> bool {
        let before = self.plain().get(noun, whole.0);
        let counts = [Measure::Count, Measure::People].map(FigureKind::Number);
        let is_place = PLACES.ends(before.trim_end_matches('的')).is_some();
        let joins = |c: char| c.is_ascii_digit() || "、和与及的在()向对年".contains(c);
        let joined = before.contains(joins) || MAKING.is_in(before) || OPENING.is_in(before);
        let is_region = !self.setting.names.regions_in(before).is_empty();
        let ends = whole.1 == value.left.1;
        let length = before.chars().count();
        let may_be = !value.leads && !counts.contains(&value.figure.kind);
        may_be && ends && (2..=8).contains(&length) && !is_place && !joined && !is_region
    }

    /// What of the clause the phrase may take in.
    fn extent(&self, value: &Value, name: &Named) -> Extent {
        let signed = value.left.1 < value.figure.start;
        let noun = (!value.leads && signed).then_some(value.left.1);
        Extent {
            verbs: verbs(self.text(), value),
            name_end: name.whole.map(|(_, end)| end).or(noun),
        }
    }

    /// The part of the region that the clause names beside the indicator.
    fn scope(&self, value: &Value, name: &Named, matched: Option<Match<'_>>) -> Option<Words> {
        let from = behind_verbs(self.text(), value.own.0, value.figure.start);
        let core = &matched?.entry.core;
        scope::in_clause(self.plain(), from, value.figure.start, core, name.whole)
    }

    fn confidence(
        &self,
        clause: &Clause,
        value: &Value,
        name: &Named,
        kind: SaidKind,
        is_read: bool,
    ) -> Confidence {
        let trying = is_tried(self.plain().get(clause.start, value.figure.end));
        match name.confidence {
            _ if !is_read => Confidence::Unsure(Doubt::Value),
            _ if trying && kind == SaidKind::Statement => Confidence::Unsure(Doubt::Intent),
            Some(confidence) => confidence,
            None => Confidence::Unsure(Doubt::Name),
        }
    }
}

/// Whether words only try; 研究 with more behind it is a thing: 研究与开发经费, 研究生.
fn is_tried(words: &str) -> bool {
    const THINGS: [&str; 7] = ["与", "和", "开发", "经费", "生", "院", "中心"];
    let mut rest = words;
    while let Some(at) = TRYING.find(rest) {
        let behind = rest.get(at..).and_then(|words| words.strip_prefix("研究"));
        match behind.filter(|behind| THINGS.iter().any(|thing| behind.starts_with(thing))) {
            Some(behind) => rest = behind,
            None => return true,
        }
    }
    false
}
