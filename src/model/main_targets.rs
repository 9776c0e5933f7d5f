//! What a plan itself calls its main targets: they are meant as indicative where no class is printed.

use crate::{
    syntax::{Class, ColumnKind, Table, Tree},
    text::{Source, Span},
};

use super::{Role, Statement};

/// Words by which plans and reports announce their main targets.
const ANNOUNCED: [&str; 5] =
    ["主要目标", "主要预期目标", "预期目标", "main targets", "headline targets"];

/// Whether the row that names an indicator at `name` stands under words that announce main targets: the title of its
/// table, its position, or the sentence before it.
pub fn is_main_target(source: &Source, tree: &Tree, at: (u32, u32), name: Span) -> bool {
    let announces = |words: &str| {
        let words = words.to_ascii_lowercase();
        ANNOUNCED.iter().any(|one| words.contains(one))
    };
    let table = tree.tables.get(at.0 as usize);
    let title = table.and_then(|table| table.title).map(|title| source.slice(title));
    let position =
        table.and_then(|table| position_cell(table, at.1)).map(|cell| source.slice(cell));
    title.is_some_and(announces)
        || position.is_some_and(announces)
        || source.is_document() && announces(sentence_before(source, name))
}

/// Gives the targets of a row that a plan calls main targets their class; an outlook year has none.
pub fn class_main_targets(row: &mut [Statement], outlook: Option<i32>) {
    let promised = |said: &Statement| said.role == Role::Target && Some(said.year) != outlook;
    for statement in row.iter_mut().filter(|statement| promised(statement)) {
        statement.class = Some(Class::Indicative);
    }
}

fn position_cell(table: &Table, row: u32) -> Option<Span> {
    Some(table.cell(table.rows.get(row as usize)?, table.column(&ColumnKind::Where)?))
}

/// The words of the sentence before a name, on its own line.
fn sentence_before(source: &Source, name: Span) -> &str {
    let before = source.text.get(..name.range().start).unwrap_or_default();
    // A list of main targets runs on behind its semicolons and ends with the sentence.
    before.rsplit(['\n', '。']).next().unwrap_or_default()
}
