//! From a value to what its clause says: name, phrase, scope and how sure all that is.

use super::{
    clauses::Clause,
    figures::FigureKind,
    lexicon::{CAMPAIGNS, CHANGES, TRYING},
    matching::{Match, best},
    naming::CellName,
    noun::{behind_verbs, makes_noun},
    phrase::{Extent, phrase_of_value, verbs},
    prose_value::ProseValue,
    reader::{ClauseContext, PassageReader},
    scope,
    statement::{CellWords, Doubt, ProseStatement, ReadingConfidence, SaidKind},
    torn::is_torn,
    value_context::ValueContext,
};

impl PassageReader<'_> {
    /// What a clause says with one of its values; `None` when that is no statement and no figure worth quoting.
    /// `front` is what the name of an earlier value of its item began with, and is set anew.
    // From what can be told cheaply and for certain to what must be put together: a campaign, a name,
    // whether it is whole, its time.
    pub(super) fn said(
        &self,
        scene: ClauseContext<'_>,
        value: &ProseValue,
        front: &mut String,
    ) -> Option<ProseStatement> {
        let (plain, clause) = (self.plain(), scene.clause);
        if self.is_campaign(value) {
            return None;
        }
        let changes = CHANGES.is_in(plain.get(value.left.1, value.figure.end));
        let began = std::mem::take(front);
        let around = ValueContext { front: &began, ..self.around(clause, value) };
        let is_related = value.figure.kind == FigureKind::Related;
        let matched = match is_related {
            true => None,
            false => best(self.setting.names, &around, value.figure.kind, changes),
        };
        let carried = matched.filter(|found| found.front > 0);
        let carried = carried.map(|found| found.entry.core.iter().take(found.front).collect());
        *front = carried.unwrap_or_default();
        let name = self.named(scene, value, matched.as_ref())?;
        let words = name.words.of(&self.document.text);
        let is_known = matched.is_some_and(|found| *found.entry.words == *words);
        let is_whole = name.whole.is_some() && name.confidence == Some(ReadingConfidence::Certain);
        // Known names are whole by themselves, also those that begin with 数 or 量; all else may be a
        // piece that a cut has left.
        if !is_known && !is_whole && is_torn(words) {
            return None;
        }
        let told = self.told(scene, value);
        let is_certain = name.confidence == Some(ReadingConfidence::Certain);
        // With a result that names no year nobody can compare.
        let is_worth = is_certain && told.year.is_some();
        if told.is_partial || told.kind == SaidKind::Citation && !is_worth {
            return None;
        }
        let phrase = phrase_of_value(&self.document.text, plain, value, self.extent(value, &name));
        let confidence = self.confidence(clause, value, &name, told.kind, phrase.is_some());
        let bare = || match value.figure.start < value.figure.end {
            true => CellWords::printed(plain.span(value.figure.start, value.figure.end)),
            false => CellWords::printed(plain.span(clause.start, clause.end)),
        };
        let scope = scene.subject.scope.clone();
        Some(ProseStatement {
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
    fn is_campaign(&self, value: &ProseValue) -> bool {
        let noun = self.plain().get(value.figure.end, value.own.1);
        let numeral = matches!(value.figure.kind, FigureKind::Numeral(_));
        numeral && value.leads && CAMPAIGNS.ends(noun).is_some()
    }

    /// What of the clause the phrase may take in.
    fn extent(&self, value: &ProseValue, name: &CellName) -> Extent {
        let signed = value.left.1 < value.figure.start;
        let noun = (!value.leads && signed).then_some(value.left.1);
        let end = name.whole.map(|(_, end)| end).or(noun);
        let name_end = end.map(|end| if end == value.left.1 { value.told } else { end });
        Extent { verbs: verbs(self.text(), value), name_end }
    }

    /// The part of the region that the clause names beside the indicator.
    fn scope(
        &self,
        value: &ProseValue,
        name: &CellName,
        matched: Option<Match<'_>>,
    ) -> Option<CellWords> {
        let from = behind_verbs(self.text(), value.own.0, value.figure.start);
        let core = &matched?.entry.core;
        scope::in_clause(self.plain(), from, value.figure.start, core, name.whole)
    }

    fn confidence(
        &self,
        clause: &Clause,
        value: &ProseValue,
        name: &CellName,
        kind: SaidKind,
        is_read: bool,
    ) -> ReadingConfidence {
        // In this order: without a value that reads there is nothing to take; an intent makes a promise
        // of nothing that is sure.
        let trying = is_tried(self.plain().get(clause.start, value.figure.end));
        match name.confidence {
            _ if !is_read => ReadingConfidence::Unsure(Doubt::Value),
            _ if trying && kind == SaidKind::Statement => ReadingConfidence::Unsure(Doubt::Intent),
            Some(confidence) => confidence,
            None => ReadingConfidence::Unsure(Doubt::Name),
        }
    }
}

/// Whether words only try; 研究 with more behind it is a thing: 研究与开发经费, 研究生.
fn is_tried(words: &str) -> bool {
    const THINGS: [&str; 7] = ["与", "和", "开发", "经费", "生", "院", "中心"];
    let mut rest = words;
    while let Some(at) = TRYING.find(rest) {
        // 鼓励类产业 is a kind, and nothing that is encouraged.
        let tried = rest.get(at..).unwrap_or_default();
        let kind = TRYING.begins(tried).and_then(|word| tried.strip_prefix(word));
        if let Some(kind) = kind.filter(|kind| makes_noun(kind)) {
            rest = kind;
            continue;
        }
        let behind = tried.strip_prefix("研究");
        match behind.filter(|behind| THINGS.iter().any(|thing| behind.starts_with(thing))) {
            Some(behind) => rest = behind,
            None => return true,
        }
    }
    false
}
