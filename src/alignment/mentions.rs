//! Where the words of a plan mention an indicator that it states no target for.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::{
    model::{Model, PlanId, TargetRow},
    syntax::{Table, TableKind, Tree},
    text::Span,
};

/// Names shorter than this are parts of too many other words to mention anything: 项目, 人口.
// Three characters are a choice: 绿地率 is a name, 人口 is found in every second sentence.
const SHORTEST: usize = 3;

/// For each of `rows` the first place in the words of `plan` that mentions its indicator; tables that define names say
/// nothing of what the plan does.
pub fn mentions(model: &Model, plan: PlanId, rows: &[&TargetRow]) -> Vec<Option<Span>> {
    let mut found = vec![None; rows.len()];
    let file = model.plan(plan).file;
    let (Some(source), Some(tree)) = (model.sources.get(file), model.tree(file)) else {
        return found;
    };
    let (names, of): (Vec<String>, Vec<usize>) = rows
        .iter()
        .enumerate()
        .flat_map(|(at, row)| names_of(model, row).map(move |name| (name, at)))
        .unzip();
    // Built once for all rows: a plan is read through once, however much is missing from it.
    let Ok(search) = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(&names)
    else {
        return found;
    };
    let defining: Vec<Range<usize>> = defining_tables(tree).collect();
    let text = &*source.text;
    for hit in search.find_iter(text) {
        let defined = defining.iter().any(|table| table.contains(&hit.start()));
        let row = of.get(hit.pattern().as_usize()).and_then(|&at| found.get_mut(at));
        if let Some(place @ None) = row.filter(|_| !defined) {
            *place = Some(Span::new(hit.start(), hit.end()));
        }
    }
    found
}

/// What an indicator is called: as the row prints it, and as its catalogue does.
fn names_of<'a>(model: &'a Model, row: &'a TargetRow) -> impl Iterator<Item = String> + 'a {
    let indicator = model.catalogue.indicator(row.indicator);
    let names = [&row.printed, &indicator.name].into_iter().chain(indicator.other_names());
    names.filter(|name| name.chars().count() >= SHORTEST).map(ToString::to_string)
}

/// The stretches of tables of names: catalogues and registers of regions.
fn defining_tables(tree: &Tree) -> impl Iterator<Item = Range<usize>> + '_ {
    let defines = |table: &&Table| matches!(table.kind, TableKind::Catalogue | TableKind::Regions);
    tree.tables.iter().filter(defines).map(|table| {
        let end = table.rows.last().map_or(table.keyword, |row| row.span);
        table.keyword.range().start..end.range().end
    })
}
