//! Long tables of several regions as tables with a column for each region.

use std::collections::HashMap;

use crate::{
    document::{Given, compose::ComposedWords},
    syntax::Table,
    text::Span,
};

use super::{
    UnreadTablePart, WhyUnread,
    issued::{SUMS, WHOLE, write_issued_table},
    issued_line::IssuedLine,
    layout::Framed,
    listed_value::ListedValue,
    words::one_line,
};

/// Places of a table at most; rows of further ones are listed as unread.
// Lines times regions, which a list of pairs that never meet would make the square of its length: each
// row would add a line and a column. The number is a choice that no real table comes near.
const MOST: usize = 1 << 18;

/// A line for each indicator and year, and a column for each region.
pub(super) fn allocated(
    given: &mut Given,
    said: &[ListedValue],
    framed: &Framed,
    unread: &mut Vec<UnreadTablePart>,
) -> Table {
    let text = given.text();
    let over = framed.unit.as_ref().map(|(unit, _)| unit.clone());
    let mut regions: Vec<Span> = Vec::new();
    let mut lines: Vec<IssuedLine> = Vec::new();
    let (mut of_region, mut of_line) = (HashMap::new(), HashMap::new());
    for one in said {
        let Some(region) = one.region else { continue };
        // 全市 and 合计 are issued to nobody.
        let is_whole = WHOLE.iter().chain(SUMS).any(|whole| region.of(text).starts_with(whole));
        if is_whole || lines.len().saturating_mul(regions.len()) > MOST {
            unread.push(UnreadTablePart { span: one.row, why: WhyUnread::Row });
            continue;
        }
        let column = *of_region.entry(region.of(text)).or_insert(regions.len());
        if column == regions.len() {
            regions.push(region);
        }
        // A row's own unit goes before the one that is said for the table.
        let unit = one.unit.map(|unit| unit.of(text).to_owned()).or_else(|| over.clone());
        let name = one_line(one.name.of(text));
        let printed = crate::catalogue::split_printed_unit(&name).is_some();
        let name = match unit.filter(|_| !printed) {
            Some(unit) => format!("{name}（{unit}）"),
            None => name.into_owned(),
        };
        let at = *of_line.entry((name.clone(), one.year)).or_insert(lines.len());
        if at == lines.len() {
            let year = ComposedWords::new(one.year.to_string(), one.row);
            let name = ComposedWords::new(name, one.name);
            lines.push(IssuedLine { span: one.row, name, year, values: Vec::new(), own: None });
        }
        let Some(line) = lines.get_mut(at) else { continue };
        // A region may first come up in a later line, so the earlier ones are filled up behind the loop.
        if line.values.len() <= column {
            line.values.resize(column + 1, Span::default());
        }
        match line.values.get_mut(column) {
            Some(place) if place.is_empty() => {
                *place = one.value;
                line.span = line.span.to(one.row);
            }
            // Two values of one region, indicator and year: nobody knows which one counts, so the second
            // is told.
            _ => unread.push(UnreadTablePart { span: one.row, why: WhyUnread::Row }),
        }
    }
    for line in &mut lines {
        line.values.resize(regions.len(), Span::default());
    }
    write_issued_table(given, regions, lines, framed.caption)
}
