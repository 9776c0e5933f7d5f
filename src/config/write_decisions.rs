//! Enters what a meeting decided into the text of a decisions file; its other entries and its comments stay.

use std::io;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::{finding::Ruling, text::Written};

use super::{ConfigProblem, Decision, Language, read_decisions};

/// A decision as a filled form tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionEntry {
    /// The finding's id.
    pub id: String,
    /// The rule's name.
    pub rule: String,
    /// The plan's title.
    pub plan: String,
    /// The indicator as the plan prints it, when the finding has one.
    pub indicator: Option<String>,
    /// The year, when the finding has one.
    pub year: Option<i32>,
    /// What was decided.
    pub ruling: Ruling,
    /// The value that was agreed on, where the finding is accepted in part.
    pub value: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Who decided.
    pub approver: Option<String>,
    /// The last day, as `2026-12-31`.
    pub until: Option<String>,
    /// The value the finding was about.
    pub child: Option<String>,
    /// The value it was compared with.
    pub parent: Option<String>,
}

/// A decisions file after entries were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// Its text.
    pub text: String,
    /// How many entries are new.
    pub added: usize,
    /// How many take the place of another decision on the same finding.
    pub replaced: usize,
    /// How many stood there already.
    pub unchanged: usize,
}

/// Why nothing was entered.
#[derive(Debug)]
pub enum EnterError {
    /// The file has problems of its own.
    Problems(Vec<ConfigProblem>),
    /// Its text cannot be kept while it is changed.
    Text(io::Error),
}

const HEAD: [&str; 2] = [
    "# 会议对 planlint 所列问题的处理意见，由 planlint import-decisions 写入，也可以手工修改。\n",
    "# What meetings decided on findings of planlint, entered by planlint import-decisions; it may be edited by hand.\n",
];

/// Enters `entries` into `text`; an empty text gets a head in `language`.
///
/// # Errors
/// When `text` has problems already: a broken file is never written over.
pub fn enter_decisions(
    text: &str,
    entries: &[DecisionEntry],
    language: Language,
) -> Result<Entered, EnterError> {
    // A file that cannot be read has entries nobody knows of; writing would lose them, or enter a
    // decision twice.
    let known = read_decisions(text).map_err(EnterError::Problems)?;
    let broken = |error| EnterError::Text(io::Error::new(io::ErrorKind::InvalidData, error));
    let mut document: DocumentMut = text.parse().map_err(broken)?;
    let mut entered = Entered::default();
    // The tables are taken out in the order in which they were read, so the count of a decision is that
    // of its table.
    let mut tables = take_decision_tables(&mut document);
    for entry in entries {
        match known.iter().position(|decision| entry.speaks_of(decision)) {
            Some(at) if known.get(at).is_some_and(|decision| entry.is(decision)) => {
                entered.unchanged += 1;
            }
            Some(at) => {
                entered.replaced += 1;
                tables.get_mut(at).into_iter().for_each(|table| entry.fill(table));
            }
            None => {
                entered.added += 1;
                let mut table = Table::new();
                // A blank line parts it from what stands above.
                table.decor_mut().set_prefix("\n");
                entry.fill(&mut table);
                tables.push(table);
            }
        }
    }
    // Put back at the end, with all that stood around them: comments belong to tables and travel with
    // them.
    document.insert("decision", Item::ArrayOfTables(tables));
    let head = if text.trim().is_empty() { language.pick(HEAD[0], HEAD[1]) } else { "" };
    entered.text = format!("{head}{document}");
    Ok(entered)
}

/// The decisions of a document, taken out of it; a list in one line becomes tables, too.
fn take_decision_tables(document: &mut DocumentMut) -> ArrayOfTables {
    let item = document.remove("decision").unwrap_or_default();
    item.into_array_of_tables().unwrap_or_default()
}

impl DecisionEntry {
    /// Whether `decision` is on the same finding.
    fn speaks_of(&self, decision: &Decision) -> bool {
        // By id where one is written, for twins have all the rest in common.
        match &decision.id {
            Some(id) => *id.text == self.id,
            None => {
                let Decision { rule, plan, indicator, year, .. } = decision;
                let indicator = indicator.as_ref().map(|written| &*written.text);
                *rule.text == self.rule
                    && *plan.text == self.plan
                    && indicator == self.indicator.as_deref()
                    && *year == self.year
            }
        }
    }

    /// Whether `decision` says the same.
    fn is(&self, decision: &Decision) -> bool {
        let same = |own: &Option<String>, other: &Option<Written>| {
            own.as_deref() == other.as_ref().map(|written| &*written.text)
        };
        self.ruling == decision.ruling
            && same(&self.value, &decision.value)
            && same(&self.reason, &decision.reason)
            && same(&self.approver, &decision.approver)
            && same(&self.until, &decision.until)
            && same(&self.child, &decision.child)
            && same(&self.parent, &decision.parent)
    }

    fn fill(&self, table: &mut Table) {
        let text = |text: &str| Some(value(text));
        let some = |text: &Option<String>| text.as_deref().map(value);
        let fields = [
            ("id", text(&self.id)),
            ("rule", text(&self.rule)),
            ("plan", text(&self.plan)),
            ("indicator", some(&self.indicator)),
            ("year", self.year.map(|year| value(i64::from(year)))),
            ("verdict", text(self.ruling.key())),
            ("value", some(&self.value)),
            ("reason", some(&self.reason)),
            ("approver", some(&self.approver)),
            ("until", some(&self.until)),
            ("child", some(&self.child)),
            ("parent", some(&self.parent)),
        ];
        // Only what the new entry says is touched, key by key: what people wrote beside a key would go
        // with a new table.
        for (key, written) in fields {
            match (written, table.get_mut(key)) {
                // The comments of the key stay.
                (Some(written), Some(item)) => replace_item(item, written),
                (Some(written), None) => _ = table.insert(key, written),
                (None, _) => _ = table.remove(key),
            }
        }
    }
}

/// Puts a value in the place of another; a comment behind that one stays.
fn replace_item(item: &mut Item, mut written: Item) {
    if let (Some(old), Some(new)) = (item.as_value(), written.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    *item = written;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, ruling: Ruling) -> DecisionEntry {
        DecisionEntry {
            id: id.to_owned(),
            rule: "weaker-than-parent".to_owned(),
            plan: "甲县“十四五”规划".to_owned(),
            indicator: Some("覆盖率\"".to_owned()),
            year: Some(2025),
            ruling,
            value: (ruling == Ruling::Partly).then(|| "≥24.8%".to_owned()),
            reason: Some("山区\n县".to_owned()),
            approver: Some("省住建厅".to_owned()),
            until: None,
            child: Some("24".to_owned()),
            parent: Some("25".to_owned()),
        }
    }

    #[test]
    fn an_entry_is_read_back_and_entered_once() {
        let first = enter_decisions("", &[entry("a", Ruling::Declined)], Language::Zh).unwrap();
        assert_eq!((first.added, first.replaced, first.unchanged), (1, 0, 0));
        let read = read_decisions(&first.text).unwrap();
        assert!(entry("a", Ruling::Declined).is(&read[0]), "{}", first.text);
        assert_eq!(read[0].year, Some(2025));
        let partly = enter_decisions(&first.text, &[entry("a", Ruling::Partly)], Language::Zh);
        let partly = partly.unwrap();
        assert_eq!((partly.added, partly.replaced), (0, 1));
        let read_partly = read_decisions(&partly.text).unwrap();
        assert!(entry("a", Ruling::Partly).is(&read_partly[0]), "{}", partly.text);
        let other = DecisionEntry { value: None, ..entry("a", Ruling::Partly) };
        assert!(!other.is(&read_partly[0]), "{}", partly.text);
        let again =
            enter_decisions(&first.text, &[entry("a", Ruling::Declined)], Language::Zh).unwrap();
        assert_eq!((again.text == first.text, again.unchanged), (true, 1), "{}", again.text);
    }

    #[test]
    fn what_stands_there_stays() {
        let text = "# kept\n[[decision]]\n# why\nid = \"b\"  # third meeting\nrule = \"no-progress\"\nplan = \"乙\"\nverdict = \"accepted\"\n";
        let entries = [entry("a", Ruling::Partly), entry("b", Ruling::Accepted)];
        let entered = enter_decisions(text, &entries, Language::En).unwrap();
        assert_eq!((entered.added, entered.replaced), (1, 1));
        let start = "# kept\n[[decision]]\n# why\nid = \"b\"  # third meeting\n";
        assert!(entered.text.starts_with(start), "{}", entered.text);
        assert_eq!(read_decisions(&entered.text).unwrap().len(), 2);
    }

    #[test]
    fn a_broken_file_is_refused() {
        let refused = enter_decisions("[[decision]]\nrule =", &[], Language::Zh);
        assert!(matches!(refused, Err(EnterError::Problems(_))));
    }
}
