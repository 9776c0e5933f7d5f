//! 豁免与处理意见: what comments and decisions accept, and what became of each decision.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::{
    report::{AllowRow, AllowSource, DecisionRow, Material},
    words::text,
};

use super::{
    Book,
    table::{SheetEntry, sheet_heads, widen, write_sheet_table, write_words},
};

const WIDTHS: [f64; 11] = [24.0, 24.0, 22.0, 6.5, 12.0, 10.0, 26.0, 10.0, 11.0, 36.0, 24.0];

/// Fills the sheet: the register first, the decisions below.
pub(super) fn fill_decided_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    material: &Material,
) -> Result<(), XlsxError> {
    let mut row = 0;
    if !material.allows.is_empty() {
        row = write_allow_table(sheet, book, row, &material.allows)? + 1;
    }
    if !material.decisions.is_empty() {
        write_decision_table(sheet, book, row, &material.decisions)?;
    }
    Ok(())
}

fn write_allow_table(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    row: u32,
    allows: &[AllowRow],
) -> Result<u32, XlsxError> {
    let title = book.language.pick("已登记豁免的问题", "Findings that are allowed");
    write_words(sheet, (row, 0), title, &book.formats.heading)?;
    let words = book.language.pick(
        [
            "问题类型",
            "规划",
            "指标",
            "年份",
            "依据",
            "议定值",
            "理由",
            "批准人",
            "期限",
            "问题",
            "文件位置",
        ],
        [
            "kind of finding",
            "plan",
            "indicator",
            "year",
            "allowed by",
            "agreed value",
            "reason",
            "approved by",
            "until",
            "finding",
            "place",
        ],
    );
    let heads = sheet_heads(words, WIDTHS);
    widen(sheet, &heads)?;
    let rows = allows.iter().map(|allow| {
        let comment = book.language.pick("文件中注明", "a comment");
        let by = match allow.by {
            AllowSource::Comment => comment,
            AllowSource::Decision => &allow.ruling,
        };
        vec![
            SheetEntry::words(&*allow.title),
            SheetEntry::words(&*allow.plan),
            SheetEntry::words(&*allow.indicator),
            SheetEntry::year(allow.year),
            SheetEntry::sign(by),
            SheetEntry::words(&*allow.value),
            SheetEntry::words(&*allow.reason),
            SheetEntry::words(&*allow.approver),
            SheetEntry::sign(&*allow.until),
            SheetEntry::words(&*allow.message),
            SheetEntry::words(&*allow.at),
        ]
    });
    write_sheet_table(sheet, &book.formats, row + 1, &heads, rows)
}

fn write_decision_table(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    row: u32,
    decisions: &[DecisionRow],
) -> Result<u32, XlsxError> {
    let title = book.language.pick("处理意见的落实情况", "What became of decisions");
    write_words(sheet, (row, 0), title, &book.formats.heading)?;
    let words = book.language.pick(
        [
            "问题类型",
            "规划",
            "指标",
            "年份",
            "处理意见",
            "议定值",
            "理由",
            "批准人",
            "期限",
            "落实情况",
            "文件位置",
        ],
        [
            "kind of finding",
            "plan",
            "indicator",
            "year",
            "decision",
            "agreed value",
            "reason",
            "approved by",
            "until",
            "what became of it",
            "place",
        ],
    );
    let heads = sheet_heads(words, WIDTHS);
    widen(sheet, &heads)?;
    let rows = decisions.iter().map(|row| {
        vec![
            SheetEntry::words(&*row.title),
            SheetEntry::words(&*row.plan),
            SheetEntry::words(&*row.indicator),
            SheetEntry::year(row.year),
            SheetEntry::sign(row.ruling_word),
            SheetEntry::words(&*row.value),
            SheetEntry::words(&*row.reason),
            SheetEntry::words(&*row.approver),
            SheetEntry::sign(&*row.until),
            SheetEntry::lines([&*became(row, book), &*row.since_then]),
            SheetEntry::words(&*row.at),
        ]
    });
    write_sheet_table(sheet, &book.formats, row + 1, &heads, rows)
}

/// How it stands, with the number of the finding.
fn became(row: &DecisionRow, book: &Book<'_>) -> String {
    let card = row
        .card
        .map(|card| text! { book.language; zh: "（问题 {card}）", en: " (finding {card})" });
    format!("{}{}", row.state_word, card.unwrap_or_default())
}
