//! 问题清单: one row a finding, with the columns a meeting fills in.

use std::borrow::Cow;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle,
    Worksheet, XlsxError,
};

use crate::{
    finding::Level,
    report::{Card, Material, Quote, form::FormColumn},
    words::{Language, term},
};

use super::{
    Book,
    table::{SheetEntry, SheetHead, widen, write_sheet_table},
};

/// What stands in a column: what the form asks for, or what only this sheet has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Form(FormColumn),
    Level,
    Gap,
    Source,
    Place,
}

/// The columns with their widths. The first [`PRINTED`] go on paper, the others stand beside them for a look at the screen.
const COLUMNS: [(What, f64); 21] = [
    (What::Form(FormColumn::Number), 5.0),
    (What::Level, 7.5),
    (What::Form(FormColumn::Rule), 9.5),
    (What::Form(FormColumn::Region), 7.5),
    (What::Form(FormColumn::Plan), 13.0),
    (What::Form(FormColumn::Indicator), 14.0),
    (What::Form(FormColumn::Year), 6.0),
    (What::Form(FormColumn::Own), 10.5),
    (What::Form(FormColumn::Whose), 8.0),
    (What::Form(FormColumn::Other), 10.5),
    (What::Form(FormColumn::Finding), 34.0),
    (What::Form(FormColumn::Verdict), 9.0),
    (What::Form(FormColumn::Value), 8.0),
    (What::Form(FormColumn::Reason), 13.0),
    (What::Form(FormColumn::Approver), 8.0),
    (What::Form(FormColumn::Until), 11.0),
    (What::Form(FormColumn::Id), 12.0),
    (What::Form(FormColumn::Unit), 14.0),
    (What::Gap, 13.0),
    (What::Source, 76.0),
    (What::Place, 48.0),
];
// 序号 to 期限 fill A4 on its side at a size that can be read. The id is not for people: it stands behind the
// printed ones, but in the sheet, because the form is read back by it.
const PRINTED: u16 = 16;

/// Fills the sheet; there is at least one finding.
pub(super) fn fill_findings_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    material: &Material,
) -> Result<(), XlsxError> {
    let heads: Vec<SheetHead<'_>> = COLUMNS
        .iter()
        .map(|(what, width)| (Cow::Borrowed(findings_head(*what, book)), *width))
        .collect();
    widen(sheet, &heads)?;
    let rows = material.cards.iter().map(|card| {
        COLUMNS.iter().map(|(what, _)| findings_entry(*what, card, book)).collect::<Vec<_>>()
    });
    let last = write_sheet_table(sheet, &book.formats, 0, &heads, rows)?.saturating_sub(1);
    let columns = u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last, columns)?;
    // Number and level stay in sight; so do the heads.
    // Two, so that a small screen keeps room for the others.
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_print_area(0, 0, last, PRINTED - 1)?;
    offer_verdicts(sheet, book, last)?;
    colour_levels(sheet, book, material, last)
}

fn findings_head(what: What, book: &Book<'_>) -> &'static str {
    let pick = |zh, en| book.language.pick(zh, en);
    match what {
        What::Form(column) => column.head(book.language),
        What::Level => pick("级别", "level"),
        What::Gap => pick("差距", "gap"),
        What::Source => pick("出处", "source"),
        What::Place => pick("文件位置", "place in the file"),
    }
}

fn findings_entry<'a>(what: What, card: &'a Card, book: &Book<'_>) -> SheetEntry<'a> {
    match what {
        What::Form(column) => form_column_entry(column, card, book),
        What::Level => SheetEntry::sign(card.level_word),
        What::Gap => SheetEntry::words(&*card.gap),
        What::Source => {
            SheetEntry::lines(card.quotes.iter().map(|quote| source(quote, book.language)))
        }
        What::Place => SheetEntry::lines(card.quotes.iter().map(|quote| &quote.at)),
    }
}

fn form_column_entry<'a>(column: FormColumn, card: &'a Card, book: &Book<'_>) -> SheetEntry<'a> {
    match column {
        FormColumn::Number => SheetEntry::count(card.number),
        FormColumn::Id => SheetEntry::sign(&*card.id),
        FormColumn::Rule => SheetEntry::words(&*card.title),
        FormColumn::Region => SheetEntry::words(&*card.region),
        FormColumn::Plan => SheetEntry::words(&*card.plan),
        FormColumn::Indicator => SheetEntry::words(&*card.indicator),
        FormColumn::Year => SheetEntry::year(card.year),
        FormColumn::Unit => {
            let class = if card.is_binding { term(book.language, "binding-involved") } else { "" };
            let comma = book.language.pick("，", ", ");
            let both = if card.unit.is_empty() || class.is_empty() { "" } else { comma };
            SheetEntry::words(format!("{}{both}{class}", card.unit))
        }
        FormColumn::Own => SheetEntry::words(&*card.own),
        FormColumn::Whose => SheetEntry::words(card.whose_and_class(book.language)),
        FormColumn::Other => SheetEntry::words(&*card.other),
        FormColumn::Finding => SheetEntry::lines(finding_with_advice(card, book)),
        FormColumn::Verdict | FormColumn::Value | FormColumn::Reason | FormColumn::Approver => {
            SheetEntry::Open
        }
        FormColumn::Until => SheetEntry::Day,
    }
}

/// What is found, what to do, what was decided before: a line each.
fn finding_with_advice<'a>(card: &'a Card, book: &Book<'_>) -> [Cow<'a, str>; 4] {
    let advice = book.language.pick("建议：", "Advice: ");
    let help = (!card.help.is_empty()).then(|| Cow::Owned(format!("{advice}{}", card.help)));
    let [message, basis, standing] =
        [&card.message, &card.basis, &card.standing].map(|words| Cow::Borrowed(&**words));
    [message, help.unwrap_or_default(), basis, standing]
}

/// Where the words of a quote stand, with what is said of the place.
fn source(quote: &Quote, language: Language) -> Cow<'_, str> {
    if quote.note.is_empty() {
        return Cow::Borrowed(&quote.source);
    }
    Cow::Owned(format!("{}{}{}", quote.source, language.pick("：", ": "), quote.note))
}

fn place_of(what: What) -> u16 {
    let at = COLUMNS.iter().position(|(column, _)| *column == what);
    at.and_then(|at| u16::try_from(at).ok()).unwrap_or_default()
}

/// Lets the verdict be picked from its three words.
fn offer_verdicts(sheet: &mut Worksheet, book: &Book<'_>, last: u32) -> Result<(), XlsxError> {
    let language = book.language;
    let title = language.pick("处理意见", "decision");
    let hint = language.pick(
        "请选：采纳、部分采纳、不采纳；尚未议定的留空。",
        "Choose accepted, partly or declined; leave open what is not decided.",
    );
    let list = DataValidation::new()
        .allow_list_strings(&super::verdict_words(language))?
        // Refused at once and not warned of: 同意 or 已改 could not be read back weeks later, when nobody remembers
        // what was meant.
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(title)?
        .set_error_message(hint)?;
    let column = place_of(What::Form(FormColumn::Verdict));
    sheet.add_data_validation(1, column, last, column, &list)?;
    Ok(())
}

/// Fills the cells of the level by their word.
fn colour_levels(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    material: &Material,
    last: u32,
) -> Result<(), XlsxError> {
    let column = place_of(What::Level);
    let fills = [
        (Level::Error, &book.fills.error),
        (Level::Warning, &book.fills.warning),
        (Level::Info, &book.fills.info),
    ];
    for (level, fill) in fills {
        // By the word in the cell and not by row, so that colours go along when somebody sorts; and by the word the
        // card itself has, so that no second list of these words can differ from it.
        let Some(card) = material.cards.iter().find(|card| card.level == level) else { continue };
        let rule = ConditionalFormatCellRule::EqualTo(card.level_word.to_owned());
        let condition = ConditionalFormatCell::new().set_rule(rule).set_format(fill);
        sheet.add_conditional_format(1, column, last, column, &condition)?;
    }
    Ok(())
}
