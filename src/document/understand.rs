//! What a document says as plans: its head, its tables and the targets of its prose.

use std::{borrow::Cow, sync::OnceLock};

use crate::{
    catalogue::Catalogue,
    syntax::{
        ColumnKind, Field, FieldKey, KeywordSet, PlanHead, Problem, ProblemKind, Table, Tree,
        Unsure, UnsureReason, first_invisible,
    },
    text::{Parts, Span},
};

use super::{
    About, Block, Document, Given, Imported, Lost, LostKind, Years, bulletin,
    english::english_with_values,
    furniture, head, headings,
    prose::{self, Doubt, Names, ProseSetting, ProseStatement, ReadingConfidence},
    table::{self, UnreadTablePart, WhyUnread},
    wide,
};

/// What is known before any document is read, prepared once for all of them.
#[derive(Debug)]
pub struct PriorKnowledge<'a> {
    catalogue: &'a Catalogue,
    /// Made when the first document needs them: most runs have none.
    names: OnceLock<Names>,
}

impl<'a> PriorKnowledge<'a> {
    /// The names of `catalogue` and of its built-in rows.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, names: OnceLock::new() }
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self.catalogue))
    }
}

/// The plans of a document that is called `name`; one without a head when it holds no plan.
#[must_use]
pub fn understand_document(
    document: &Document,
    name: &str,
    known: &PriorKnowledge<'_>,
    about: &About,
) -> Vec<Imported> {
    // Tables of several regions come first, and only where there is no running text: what such a table
    // holds in a plan is the plan's own account of its regions.
    if is_sheet(document) {
        let mut plans = wide::read_wide_tables(document);
        if let Some(first) = plans.first_mut() {
            first
                .tree
                .problems
                .extend(english_with_values(document).into_iter().map(problem_of_english));
            return plans;
        }
    }
    let mut given = Given::behind(document.text.clone());
    let mut book = known.catalogue.regions_only();
    let read = head::read((document, name), about, &mut book, &mut given);
    let read = read.unwrap_or_else(|| untitled((document, name), about, &mut book, &mut given));
    let period = read.period;
    let body = body(document);
    let document = &*body;
    let mut found = table::read_target_tables(document, period, &mut given);
    // Tables are read before the prose, which then finds the names that only this document's tables
    // print.
    let names = known.names().with(printed_names(&found.tables, given.text()));
    let region = read.head.fields.iter().find(|field| field.key == FieldKey::Region);
    let region = region.map(|field| field.value.of(given.text()).to_owned());
    let years = period.map(|years| (years.start, years.end));
    let setting = ProseSetting::of(&names, &book, region.as_deref(), years);
    let mut said = prose::read_prose(document, &setting);
    let mut tables = found.tables;
    // What a bulletin says of its own year was reached, however it is worded; read as promises, every
    // figure would be a target.
    let reached = period.filter(|_| bulletin::is_bulletin(read.head.title.of(given.text())));
    if let Some(years) = reached {
        tables = bulletin::actuals_of_bulletin(tables, &mut given, &mut found.unread);
        let (told, rest) = bulletin::actuals_of_prose(said, years, &mut given);
        tables.extend(told);
        said = rest;
    }
    tables.extend(prose::tables_of_prose(&said, &mut given));
    let mut problems: Vec<Problem> = document.lost.iter().map(problem_of_loss).collect();
    problems.extend(found.unread.iter().map(problem_of_unread_part));
    problems.extend(english_with_values(document).into_iter().map(problem_of_english));
    problems.extend(invisible(&document.text));
    problems.extend(said.iter().filter_map(|said| problem_of_unsure(said, &mut given)));
    // Problems come from several readers; by place they stand as a reader meets them.
    problems.sort_by_key(|problem| problem.span);
    // A document that says nothing is no plan, or the checks would miss in it all that its parent
    // promises.
    let plan = (!tables.is_empty()).then_some(read.head);
    let tree = Tree { plan, tables, allows: Vec::new(), problems };
    let parts = Parts { years: found.years, ..document.parts.clone() };
    vec![Imported::new(given, &parts, tree)]
}

/// The document without its furniture, and with the headings that only shape and words show.
fn body(document: &Document) -> Cow<'_, Document> {
    let mut body = furniture::without(document);
    let parts = headings::unnumbered(&body);
    if !parts.is_empty() {
        headings::mark_headings(body.to_mut(), &parts);
    }
    body
}

/// Lines beside the tables of a document that is nothing but tables: its title, the unit, who filled it in.
// A choice: a title, a unit, a date, who has filled it in and checked it.
const FEW: usize = 6;

/// Whether a document is nothing but tables: in running text, a table of other regions' values is no plan of theirs.
fn is_sheet(document: &Document) -> bool {
    document.blocks.iter().filter(|block| !matches!(block, Block::Table(_))).nth(FEW).is_none()
}

/// The head of a document without a title: it goes by its name.
fn untitled(
    (document, name): (&Document, &str),
    about: &About,
    book: &mut Catalogue,
    given: &mut Given,
) -> head::Read {
    let title = given.write(name, None);
    let mut fields = Vec::new();
    if let Some((region, span)) = head::region_said(document, book) {
        let key_span = given.write(FieldKey::Region.word(KeywordSet::Chinese), Some(span));
        let value = given.write(&region, Some(span));
        fields.push(Field { key: FieldKey::Region, key_span, value });
    }
    let own = || head::years_said(document).map(|years| years.written());
    let period = about.period.clone().or_else(own);
    let said = [(FieldKey::Period, &period), (FieldKey::Topic, &about.topic)];
    for (key, value) in said {
        let Some(value) = value else { continue };
        let key_span = given.write(key.word(KeywordSet::Chinese), None);
        fields.push(Field { key, key_span, value: given.write(value, None) });
    }
    let keyword = given.write(PlanHead::word(KeywordSet::Chinese), None);
    let years = |words: &str| Years::of_title(words).or_else(|| Years::of(words));
    let period = period.as_deref().and_then(years);
    head::Read { head: PlanHead { keyword, title, fields }, period }
}

/// The names that the document's own tables print.
fn printed_names<'a>(tables: &'a [Table], text: &'a str) -> impl Iterator<Item = &'a str> {
    tables.iter().flat_map(move |table| {
        let column = table.column(&ColumnKind::Indicator);
        let cells = table.rows.iter().filter_map(move |row| Some(table.cell(row, column?)));
        cells.map(move |cell| cell.of(text))
    })
}

/// The first character of each line that nobody sees; a mark where an English word may part is none.
fn invisible(text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let mut at = start;
        while let Some((character, span)) = first_invisible(text, Span::new(at, end)) {
            // A soft hyphen inside an English word is where it may be broken; anywhere else somebody has
            // copied it in unseen.
            if character != '\u{AD}' || !is_in_word(text, span) {
                problems
                    .push(Problem { kind: ProblemKind::InvisibleCharacter { character }, span });
                break;
            }
            at = span.end as usize;
        }
        start = end;
    }
    problems
}

/// Whether letters stand on both sides.
fn is_in_word(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default().chars().next_back();
    let behind = text.get(span.end as usize..).unwrap_or_default().chars().next();
    [before, behind].iter().all(|side| side.is_some_and(|side| side.is_ascii_alphabetic()))
}

fn problem_of_loss(lost: &Lost) -> Problem {
    let what = match lost.kind {
        LostKind::Picture => "picture",
        LostKind::Object => "object",
        LostKind::NestedTable => "nested-table",
        LostKind::Hidden => "hidden",
        LostKind::HiddenRow => "hidden-row",
        LostKind::HiddenColumn => "hidden-column",
        LostKind::Sheet => "sheet",
        LostKind::Formula => "formula",
        LostKind::NumberFormat => "number-format",
        LostKind::Row => "row",
        LostKind::Limit => "limit",
    };
    Problem { kind: ProblemKind::UnreadPart { what }, span: lost.span }
}

fn problem_of_english(span: Span) -> Problem {
    Problem { kind: ProblemKind::UnreadPart { what: Problem::ENGLISH }, span }
}

fn problem_of_unread_part(unread: &UnreadTablePart) -> Problem {
    let part = |what| ProblemKind::UnreadPart { what };
    let kind = match unread.why {
        WhyUnread::NoIndicators | WhyUnread::NoYears => part("table"),
        WhyUnread::Row => part("row"),
        WhyUnread::Column => part("column"),
        WhyUnread::Repeated => ProblemKind::DuplicateColumn,
    };
    Problem { kind, span: unread.span }
}

/// What a reading that is not sure would say.
fn problem_of_unsure(said: &ProseStatement, given: &mut Given) -> Option<Problem> {
    let ReadingConfidence::Unsure(doubt) = said.confidence else { return None };
    let why = match doubt {
        Doubt::Name => UnsureReason::Name,
        Doubt::Intent => UnsureReason::Intent,
        Doubt::Value => UnsureReason::Value,
    };
    let mut words = |words: &prose::CellWords| match &words.given {
        Some(given_words) => given.write(given_words, Some(words.span)),
        None => prose::unbroken(words.span, given),
    };
    let (name, span) = (words(&said.name), words(&said.phrase));
    let (region, year) = (said.region.as_ref().map(&mut words), said.year.as_ref().map(&mut words));
    let position =
        (!said.position.is_empty()).then(|| given.write(&said.position, Some(said.clause)));
    let kind = ProblemKind::Unsure(Unsure { name, region, year, position, why });
    Some(Problem { kind, span })
}
