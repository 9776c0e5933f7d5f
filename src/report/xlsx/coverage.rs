//! 承接情况: what each plan carries on of a plan above it, and what it leaves out.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::{
    report::{CoverageRow, Miss},
    words::text,
};

use super::{
    Book,
    table::{SheetEntry, sheet_heads, widen, write_sheet_table},
};

/// Fills the sheet.
pub(super) fn fill_coverage_sheet(
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
    let widths = [8.0, 20.0, 8.0, 20.0, 7.5, 7.5, 9.5, 9.5, 40.0, 44.0, 18.0];
    let heads = sheet_heads(words, widths);
    widen(sheet, &heads)?;
    let rows = coverage.iter().map(|row| entries(row, book));
    let last = write_sheet_table(sheet, &book.formats, 0, &heads, rows)?.saturating_sub(1);
    sheet.autofilter(0, 0, last, 10)?.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
    Ok(())
}

fn entries<'a>(row: &'a CoverageRow, book: &Book<'_>) -> Vec<SheetEntry<'a>> {
    let comma = book.language.pick("、", ", ");
    // Two different nothings: nobody sent a plan from above, or one came that is of another topic. Only the first is
    // a reason to ask for a file.
    let (above, is_known) = match (&*row.above_region, &*row.above_plan) {
        ("", _) => (book.language.pick("（未收到上级规划）", "(no plan above)"), false),
        (_, "") => {
            let none = ("（上级没有同主题的规划，逐项比对）", "(none of its topic: one by one)");
            (book.language.pick(none.0, none.1), false)
        }
        (_, plan) => (plan, true),
    };
    // Nought of nought would look like a count.
    let count = |count| SheetEntry::Count(Some(count).filter(|_| is_known));
    let missing: Vec<String> = row.missing.iter().map(|miss| missed(miss, book)).collect();
    vec![
        SheetEntry::words(&*row.region),
        SheetEntry::words(&*row.plan),
        SheetEntry::words(&*row.above_region),
        SheetEntry::words(above),
        count(row.asked),
        count(row.carried),
        count(row.binding_asked),
        count(row.binding_carried),
        SheetEntry::words(missing.join(comma)),
        SheetEntry::words(row.own.join(comma)),
        SheetEntry::words(row.dangling.join(comma)),
    ]
}

fn missed(miss: &Miss, book: &Book<'_>) -> String {
    if miss.class.is_empty() {
        return miss.indicator.clone();
    }
    let Miss { indicator, class, .. } = miss;
    text! { book.language; zh: "{indicator}（{class}）", en: "{indicator} ({class})" }
}
