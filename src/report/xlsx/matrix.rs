//! 对照矩阵: indicators beside plans; a sign in front of each value says what was found, so that it reads without colour.

use rust_xlsxwriter::{
    ConditionalFormatFormula, Format, Note, Worksheet, XlsxError, utility::column_number_to_name,
};

use crate::{
    finding::Level,
    report::{CellMark, Matrix, MatrixCell, MatrixColumn, MatrixRow},
    text::escape,
    words::{Language, level_sign, text, unjudged_sign},
};

use super::{
    Book,
    height::height,
    table::{as_written, cut_to_cell, joined, write_words},
};

/// 指标, 单位, 属性.
// The columns and rows that stay in sight and repeat on paper; conditions and merged heads count from them.
const FIXED: u16 = 3;
/// The title, and the legend below it.
const TOP: u32 = 2;
/// 地区, 规划, 规划期.
const HEADS: u32 = 3;
/// The widths of those columns, of a plan's values and of their signs.
const WIDTHS: [f64; 3] = [26.0, 9.0, 8.0];
const VALUE: f64 = 12.0;
const SIGN: f64 = 3.0;
/// How many plans fit beside each other on paper.
// With these widths more would print smaller than a reader can bear; wider matrices take further pages with the
// three columns repeated.
const BESIDE: usize = 12;

/// The marks that have a sign, loudest first.
const MARKS: [CellMark; 6] = [
    CellMark::Found(Level::Error),
    CellMark::Found(Level::Warning),
    CellMark::Found(Level::Info),
    CellMark::Missing,
    CellMark::Passed,
    CellMark::Good,
];

/// The sign of a mark and its words.
fn sign_of_mark(mark: CellMark, language: Language) -> (&'static str, &'static str) {
    let (sign, zh, en) = match mark {
        CellMark::Found(Level::Error) => (level_sign(Some(Level::Error)), "须核改", "error"),
        CellMark::Found(Level::Warning) => (level_sign(Some(Level::Warning)), "请说明", "warning"),
        CellMark::Found(Level::Info | Level::Off) => {
            (level_sign(Some(Level::Info)), "供参考", "info")
        }
        CellMark::Missing => ("—", "应列未列", "asked for and missing"),
        CellMark::Passed => (unjudged_sign(language), "未能判定", "not judged"),
        CellMark::Good => ("√", "未发现问题", "nothing found"),
    };
    (sign, language.pick(zh, en))
}

/// All signs with their words, in one line.
pub(super) fn legend_of_signs(language: Language) -> String {
    let signs = MARKS.map(|mark| {
        let (sign, words) = sign_of_mark(mark, language);
        format!("{sign} {words}")
    });
    let blank = language.pick("无符号：没有可比的数", "no sign: nothing to compare");
    let gap = language.pick("　", "  ");
    format!("{}{gap}{blank}", signs.join(gap))
}

/// Fills the sheet.
pub(super) fn fill_matrix_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    matrix: &Matrix,
) -> Result<(), XlsxError> {
    let title = book.language.pick("对照矩阵：", "Matrix: ");
    write_words(sheet, (0, 0), &format!("{title}{}", matrix.title), &book.formats.title)?;
    sheet.set_row_height(0, 28)?;
    let hint = book.language.pick(
        "点开有批注的单元格可看出处和问题序号。",
        "Notes of cells tell the source and the numbers of the findings.",
    );
    let gap = book.language.pick("　", "  ");
    let legend = format!("{}{gap}{hint}", legend_of_signs(book.language));
    // Not wrapped: it runs on over the empty cells beside it.
    write_words(sheet, (1, 0), &legend, &book.formats.base)?;
    write_matrix_head(sheet, book, matrix)?;
    for (row, line) in (TOP + HEADS..).zip(&matrix.rows) {
        self::write_matrix_row(sheet, book, row, line)?;
    }
    colour_signs(sheet, book, matrix)?;
    sheet.set_freeze_panes(TOP + HEADS, FIXED)?;
    sheet.set_repeat_rows(TOP, TOP + HEADS - 1)?;
    sheet.set_repeat_columns(0, FIXED - 1)?;
    let pages = u16::try_from(matrix.columns.len().div_ceil(BESIDE)).unwrap_or(u16::MAX);
    sheet.set_print_fit_to_pages(pages.max(1), 0);
    Ok(())
}

/// The column of a plan's signs; its values stand to the right.
fn left(plan: usize) -> u16 {
    u16::try_from(plan).unwrap_or(u16::MAX).saturating_mul(2).saturating_add(FIXED)
}

fn write_matrix_head(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    matrix: &Matrix,
) -> Result<(), XlsxError> {
    let format = &book.formats.head;
    let fixed = book.language.pick(["指标", "单位", "属性"], ["indicator", "unit", "class"]);
    let last = TOP + HEADS - 1;
    for (column, (words, width)) in (0..).zip(fixed.into_iter().zip(WIDTHS)) {
        sheet.set_column_width(column, width)?;
        sheet.merge_range(TOP, column, last, column, words, format)?;
    }
    let heads: Vec<[String; 3]> =
        matrix.columns.iter().map(|plan| matrix_labels(plan, book)).collect();
    for (at, labels) in heads.iter().enumerate() {
        let left = left(at);
        sheet.set_column_width(left, SIGN)?.set_column_width(left + 1, VALUE)?;
        for (row, words) in (TOP..).zip(labels) {
            sheet.merge_range(row, left, row, left + 1, &cut_to_cell(&escape(words)), format)?;
        }
    }
    for row in 0..HEADS {
        let words = heads.iter().filter_map(|labels| labels.get(row as usize));
        let cells = words.map(|words| (&**words, VALUE + SIGN));
        sheet.set_row_height(TOP + row, height(cells))?;
    }
    Ok(())
}

fn matrix_labels(plan: &MatrixColumn, book: &Book<'_>) -> [String; 3] {
    let region = if plan.tier.is_empty() {
        plan.region.clone()
    } else {
        let MatrixColumn { region, tier, .. } = plan;
        text! { book.language; zh: "{region}（{tier}）", en: "{region} ({tier})" }
    };
    [region, plan.plan.clone(), plan.period.clone()]
}

fn write_matrix_row(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    row: u32,
    line: &MatrixRow,
) -> Result<(), XlsxError> {
    let values = line.cells.iter().map(|cell| (&*cell.value, VALUE));
    let fixed = [&line.indicator, &line.unit, &line.class].map(|words| &**words).into_iter();
    sheet.set_row_height(row, height(fixed.zip(WIDTHS).chain(values)))?;
    write_words(sheet, (row, 0), &line.indicator, &book.formats.cell)?;
    write_words(sheet, (row, 1), &line.unit, &book.formats.centre)?;
    write_words(sheet, (row, 2), &line.class, &book.formats.centre)?;
    for (at, cell) in line.cells.iter().enumerate() {
        let left = left(at);
        // No sign where there was nothing to judge.
        let (sign, _) = cell.mark.map(|mark| sign_of_mark(mark, book.language)).unwrap_or_default();
        write_words(sheet, (row, left), sign, &book.formats.sign)?;
        write_words(sheet, (row, left + 1), &cell.value, &book.formats.value)?;
        let said = matrix_cell_note(cell, book.language);
        if !said.is_empty() {
            let note = Note::new(shorten_note(said)).add_author_prefix(false).set_width(260);
            sheet.insert_note(row, left + 1, &note)?;
        }
    }
    Ok(())
}

/// Signs of a note: it is read beside its cell.
// A note does not scroll: what does not fit into its box is not seen. Sources are far shorter, except for names that
// are made to be long.
const LONGEST: usize = 500;

fn shorten_note(said: String) -> String {
    match said.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", said.get(..end).unwrap_or_default()),
        None => said,
    }
}

/// The year, the source and the findings of a cell, a line each.
fn matrix_cell_note(cell: &MatrixCell, language: Language) -> String {
    let year = cell.year.map(|year| text! { language; zh: "{year} 年", en: "{year}" });
    let numbers: Vec<String> = cell.cards.iter().map(usize::to_string).collect();
    let numbers = (!numbers.is_empty()).then(|| {
        let list = numbers.join(language.pick("、", ", "));
        format!("{}{list}", language.pick("见问题清单序号 ", "findings no. "))
    });
    // A year alone says little: the heads of the columns name the period.
    let year = year.filter(|_| cell.source.is_empty() && numbers.is_some());
    let [year, numbers] = [year, numbers].map(Option::unwrap_or_default);
    joined([&year, &cell.source, &numbers])
}

/// Fills signs and the values beside them by the sign.
fn colour_signs(sheet: &mut Worksheet, book: &Book<'_>, matrix: &Matrix) -> Result<(), XlsxError> {
    // Without rows the range would end above its first row, which the library refuses.
    let Some(rows) = u32::try_from(matrix.rows.len()).ok().filter(|rows| *rows > 0) else {
        return Ok(());
    };
    let (first, last) = (TOP + HEADS, TOP + HEADS + rows - 1);
    let fills: [(CellMark, &Format); 5] = [
        (CellMark::Found(Level::Error), &book.fills.error),
        (CellMark::Found(Level::Warning), &book.fills.warning),
        (CellMark::Found(Level::Info), &book.fills.info),
        (CellMark::Missing, &book.fills.missing),
        (CellMark::Passed, &book.fills.passed),
    ];
    as_written(sheet, (first, 0), (last, left(matrix.columns.len()).saturating_sub(1)))?;
    for left in (0..matrix.columns.len()).map(left) {
        let column = column_number_to_name(left);
        for (mark, fill) in fills {
            let (sign, _) = sign_of_mark(mark, book.language);
            // The column is held, the row is not: the rule is written for the first row and moves down with each,
            // while both cells of a plan look at the sign. Conditions and not fixed fills, so that a sign somebody
            // corrects changes its colour.
            let rule = format!("=${column}{}=\"{sign}\"", first + 1);
            let condition = ConditionalFormatFormula::new().set_rule(&*rule).set_format(fill);
            sheet.add_conditional_format(first, left, last, left + 1, &condition)?;
        }
    }
    Ok(())
}
