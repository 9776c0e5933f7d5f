//! What a document says as plans: its head, its tables and the targets of its prose.

use crate::{
    catalogue::Catalogue,
    syntax::{Field, FieldKey, PlanHead, Tree},
    text::Span,
};

use super::{About, Document, Given, Imported};

/// The plans of a document; none when it holds no plan.
#[must_use]
pub fn understand(document: Document, _catalogue: &Catalogue, about: &About) -> Vec<Imported> {
    let Document { text, parts, .. } = document;
    let title = text.lines().next().unwrap_or_default().trim();
    let title = Span::new(0, title.len());
    let mut given = Given::behind(text);
    let mut fields = Vec::new();
    let said =
        [(FieldKey::Region, "地区", &about.region), (FieldKey::Period, "规划期", &about.period)];
    for (key, word, value) in said {
        if let Some(value) = value {
            let key_span = given.write(word, None);
            fields.push(Field { key, key_span, value: given.write(value, None) });
        }
    }
    let keyword = given.write("规划", None);
    let plan = Some(PlanHead { keyword, title, fields });
    vec![Imported::new(given, &parts, Tree { plan, ..Tree::default() })]
}
