//! 承接情况: what each plan carries on of a plan above it, and what it leaves out.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::{CoverageRow, Miss};

use super::{
    Book,
    table::{Entry, heads, table, widen},
};

/// Fills the sheet.
pub(super) fn fill(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    coverage: &[CoverageRow],
) -> Result<(), XlsxError> {
    let words = book.language.pick(
        [
            "地区",
            "规划",
            "上级地区",
            "上级规划",
            "应承接",
            "已承接",
            "约束性应承接",
            "约束性已承接",
            "未承接的指标",
            "本级自设的指标",
            "引用落空的指标",
        ],
        [
            "region",
            "plan",
            "region above",
            "plan above",
            "asked for",
            "carried",
            "binding asked for",
            "binding carried",
            "missing",
            "of its own",
            "referring to nothing",
        ],
    );
    let widths = [9.0, 24.0, 9.0, 24.0, 8.0, 8.0, 8.0, 8.0, 40.0, 30.0, 20.0];
    let heads = heads(words, widths);
    widen(sheet, &heads)?;
    let rows = coverage.iter().map(|row| entries(row, book));
    let last = table(sheet, &book.formats, 0, &heads, rows)?.saturating_sub(1);
    sheet.autofilter(0, 0, last, 10)?.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn entries<'a>(row: &'a CoverageRow, book: &Book<'_>) -> Vec<Entry<'a>> {
    let comma = book.language.pick("、", ", ");
    let above = if row.above_plan.is_empty() {
        book.language.pick("（未找到上级规划）", "(no plan above)")
    } else {
        &row.above_plan
    };
    let missing: Vec<String> = row.missing.iter().map(|miss| missed(miss, book)).collect();
    vec![
        Entry::words(&*row.region),
        Entry::words(&*row.plan),
        Entry::words(&*row.above_region),
        Entry::words(above),
        Entry::count(row.asked),
        Entry::count(row.carried),
        Entry::count(row.binding_asked),
        Entry::count(row.binding_carried),
        Entry::words(missing.join(comma)),
        Entry::words(row.own.join(comma)),
        Entry::words(row.dangling.join(comma)),
    ]
}

fn missed(miss: &Miss, book: &Book<'_>) -> String {
    if miss.class.is_empty() {
        return miss.indicator.clone();
    }
    let Miss { indicator, class } = miss;
    book.language.pick(format!("{indicator}（{class}）"), format!("{indicator} ({class})"))
}
