//! The head of a plan, read from what stands at the front of a document: title, region, years, kind, topic, status, basis.
//!
//! What is said on the command line ([`About`]) goes before the document's own words. What neither says is left out.

mod basis;
mod front;
mod issue;
mod kind;
mod of_state;
mod own_name;
mod period;
mod region;
#[cfg(test)]
mod tests;
mod title;
mod title_without_years;
mod topic;

use crate::{
    catalogue::Catalogue,
    syntax::{Field, FieldKey, KeywordSet, PlanHead, PlanKind},
    text::Span,
};

use super::{About, Document, Given, Years};
use front::Front;
use title::Title;

/// A head, and the years that the tables and sentences below it speak for.
#[derive(Clone, Debug)]
pub struct Read {
    /// The head as a plan file would have it; a region that no word names is left out.
    pub head: PlanHead,
    /// The years of the plan, where they are known.
    pub period: Option<Years>,
}

/// Reads the head of a document whose file is called `name`; `None` when nothing in it is a title and nothing is said of it.
#[must_use]
pub fn read(
    (document, name): (&Document, &str),
    about: &About,
    catalogue: &mut Catalogue,
    given: &mut Given,
) -> Option<Read> {
    let front = Front::of(document);
    // A title in the document, then the name of its file, then what only looks like a title: each may be
    // wrong more easily.
    let title = title::find_title(&front)
        .or_else(|| title::of_file(name, given))
        .or_else(|| title::styled(&front));
    if title.is_none() && about.region.is_none() {
        return None;
    }
    // What is said on the command line is believed even where the document says otherwise.
    let region = match &about.region {
        Some(said) => Some((said.clone(), None)),
        None => region::find_plan_region(&front, title.as_ref(), catalogue)
            .map(|(path, at)| (path, Some(at))),
    };
    let kind = title.as_ref().and_then(|title| kind::kind_of_title(&title.words));
    let own =
        || title.as_ref().and_then(|title| topic::topic_of_title(&title.words, kind, catalogue));
    let topic = about.topic.clone().or_else(own);
    let issue = issue::find_issue(&front);
    let period = period::find_period(&front, title.as_ref(), about, (kind, issue.issued.as_ref()));

    // What only the name of the file says stands nowhere in the document.
    let printed = |span: Span| (span.end as usize <= document.text.len()).then_some(span);
    let region = region.map(|(path, at)| (path, at.and_then(printed)));
    let period = period.map(|(years, at)| (years, at.and_then(printed)));
    let at = title.as_ref().and_then(|title| printed(title.span));
    let named = title.as_ref().map_or("", |title| &*title.words);
    let (keyword, title_span) =
        (given.write(PlanHead::word(KeywordSet::Chinese), at), given.write(named, at));
    let mut head = Writer { given, fields: Vec::new() };
    if let Some((path, span)) = region {
        head.field(FieldKey::Region, &path, span);
    }
    // A report of one year looks out to nothing: the year of the outlook is that of the plan that it
    // reports on.
    head.years(&front, title.as_ref(), (kind, period));
    if let Some(kind) = kind {
        head.field(FieldKey::Kind, kind.word(KeywordSet::Chinese), at);
    }
    if let Some(topic) = topic {
        head.field(FieldKey::Topic, &topic, at.filter(|_| about.topic.is_none()));
    }
    if let Some((status, span)) = kind::status(&front, title.as_ref()) {
        head.field(FieldKey::Status, status.word(KeywordSet::Chinese), Some(span));
    }
    head.issue(&issue);
    for span in basis::find_basis_titles(&front, named) {
        head.field_as_printed(FieldKey::BasedOn, span);
    }
    let head = PlanHead { keyword, title: title_span, fields: head.fields };
    Some(Read { head, period: period.map(|(years, _)| years) })
}

/// The years that a document without a title says it is a plan of.
#[must_use]
pub(crate) fn years_said(document: &Document) -> Option<Years> {
    period::spelled(&Front::of(document)).map(|(years, _)| years)
}

/// The region that a document without a title says it is of, and where.
#[must_use]
pub(crate) fn region_said(
    document: &Document,
    catalogue: &mut Catalogue,
) -> Option<(String, Span)> {
    of_state::region_of_state(&Front::of(document), catalogue)
}

/// Fields as they are written one after the other.
struct Writer<'a> {
    given: &'a mut Given,
    fields: Vec<Field>,
}

impl Writer<'_> {
    fn field(&mut self, key: FieldKey, value: &str, stands_for: Option<Span>) {
        let key_span = self.given.write(key.word(KeywordSet::Chinese), stands_for);
        let value = self.given.write(value, stands_for);
        self.fields.push(Field { key, key_span, value });
    }

    fn field_as_printed(&mut self, key: FieldKey, span: Span) {
        let words = super::table::one_line(span.of(self.given.text())).into_owned();
        self.field(key, &words, Some(span));
    }

    /// The period, and what a plan of several years looks out to.
    fn years(
        &mut self,
        front: &Front<'_>,
        title: Option<&Title>,
        (kind, period): (Option<PlanKind>, Option<(Years, Option<Span>)>),
    ) {
        let Some((years, span)) = period else { return };
        self.field(FieldKey::Period, &years.written(), span);
        let outlook = period::outlook(front, title, years);
        if let Some((year, span)) = outlook.filter(|_| kind != Some(PlanKind::Annual)) {
            self.field(FieldKey::Outlook, &year.to_string(), Some(span));
        }
    }

    fn issue(&mut self, issue: &issue::Issue) {
        if let Some(number) = issue.number {
            self.field_as_printed(FieldKey::Number, number);
        }
        if let Some(issuer) = issue.issuer {
            self.field_as_printed(FieldKey::Issuer, issuer);
        }
        if let Some((date, span)) = &issue.issued {
            self.field(FieldKey::Issued, &date.to_string(), Some(*span));
        }
    }
}
