//! A plan of a document as a plan file: what it says in the plan language, and as remarks what a person has to look at.

mod flat;
mod remark;
mod table;

use crate::syntax::{FieldKey, FormatOptions, KeywordSet, Keywords, format_plan};

use super::Imported;

use flat::flat;

/// A plan file for the plan of a document named `document`; nothing where no plan was found.
///
/// It reads as the tree it was written from does; unsure readings and unread parts stand in it as remarks.
#[must_use]
pub fn plan_file(plan: &Imported, document: &str, keywords: KeywordSet) -> Option<String> {
    let head = plan.tree.plan.as_ref()?;
    let mut out = remark::opening_remark(document, keywords);
    out.push_str("规划 《");
    // A title in two lines of the document has one line in the language.
    out.push_str(&flat(head.title.of(&plan.text)));
    out.push_str("》\n");
    for field in &head.fields {
        field_line(field.key, &flat(field.value.of(&plan.text)), &mut out);
    }
    for table in &plan.tree.tables {
        out.push('\n');
        table::write_plan_table(table, &plan.text, &mut out);
    }
    remark::closing_remarks(plan, keywords, &mut out);
    let keywords = match keywords {
        KeywordSet::Chinese => Keywords::Keep,
        KeywordSet::English => Keywords::English,
    };
    // Written with Chinese words and turned into English ones by the formatter, so that only one place
    // knows both.
    Some(format_plan(&out, &FormatOptions { keywords, ..FormatOptions::default() }))
}

/// `地区: 德清县`.
fn field_line(key: FieldKey, value: &str, out: &mut String) {
    out.push_str(key.word(KeywordSet::Chinese));
    out.push_str(": ");
    out.push_str(value);
    out.push('\n');
}
