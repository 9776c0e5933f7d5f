//! A 对照表 to fill in: a group of columns for each plan, with its region and title above.

use std::io;

use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

use crate::{
    views::{ComparisonForm, FormPlan, FormRow},
    words::{Language, term_of},
};

use super::dateless::workbook_bytes;

/// 序号, 指标, 单位.
const FIXED: u16 = 3;
/// The rows above the years, from the second on: 地区, 规划名称, 规划期, 主题.
const LABELS: u32 = 4;
/// How many empty rows a form without indicators has.
// The number is a choice; further rows are added by hand.
const ROOM: u32 = 40;

/// The bytes of a workbook with the form and a sheet that says how to fill it in.
///
/// # Errors
/// When there is more than a sheet or a cell can hold.
pub fn form_workbook(form: &ComparisonForm, language: Language) -> io::Result<Vec<u8>> {
    workbook_bytes(|workbook| fill_form_workbook(workbook, form, language))
}

fn fill_form_workbook(
    workbook: &mut Workbook,
    form: &ComparisonForm,
    language: Language,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(language.pick("对照表", "comparison"))?;
    FormLayout::new(form, language).write(sheet)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(language.pick("填写说明", "how to fill in"))?.set_column_width(0, 100)?;
    for (row, (zh, en)) in (0..).zip(ADVICE) {
        sheet.write_string(row, 0, language.pick(zh, en))?;
    }
    Ok(())
}

const ADVICE: [(&str, &str); 5] = [
    (
        "每份规划占一组列：先填地区、规划名称，再把该规划的指标数值照原文抄入，“以上”“左右”“≥”等字样一并保留。",
        "Each plan has a group of columns: name its region and title, then copy its values as printed, words such as “above” and signs such as ≥ included.",
    ),
    (
        "规划里没有的指标留空；没有的规划整组留空。指标可以增加行，规划可以在右侧增加一组列。",
        "Leave blank what a plan does not state, and a whole group where there is no plan. Add rows for indicators and groups of columns for plans.",
    ),
    (
        "年份表头可以修改，例如 2025年、2030年目标值、“十五五”累计。",
        "Heads of years can be changed, such as 2025 or 2030 target.",
    ),
    ("属性填约束性或预期性。", "The class is binding or indicative."),
    ("填好后运行 planlint check 对照表.xlsx。", "Then run planlint check on this file."),
];

struct FormLayout<'a> {
    form: &'a ComparisonForm,
    language: Language,
    /// How many columns a plan has: its values and 属性.
    width: u16,
    head: Format,
    cell: Format,
    open: Format,
    title: Format,
}

impl<'a> FormLayout<'a> {
    fn new(form: &'a ComparisonForm, language: Language) -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
        let head = cell.clone().set_bold().set_align(FormatAlign::Center);
        Self {
            form,
            language,
            // A sheet has fewer columns than that, and the writer says so; the arithmetic here only must not
            // overflow.
            width: u16::try_from(form.heads.len()).unwrap_or(u16::MAX - 1).saturating_add(1),
            head: head.set_background_color(Color::RGB(0x00E7_ECF3)),
            open: cell.clone().set_background_color(Color::RGB(0x00FF_FBE6)),
            cell,
            title: Format::new().set_bold().set_font_size(14),
        }
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_width(1, 36)?.set_column_width(0, 9)?;
        let title = self.language.pick("规划指标对照表", "comparison of plans");
        sheet.write_string_with_format(0, 0, title, &self.title)?;
        self.labels(sheet)?;
        for (at, plan) in (0..).zip(&self.form.plans) {
            self.plan(sheet, at, plan)?;
        }
        let years = LABELS + 1;
        let fixed = self.language.pick(["序号", "指标", "单位"], ["no.", "indicator", "unit"]);
        for (column, head) in (0..).zip(fixed) {
            sheet.write_string_with_format(years, column, head, &self.head)?;
        }
        sheet.set_freeze_panes(years + 1, FIXED)?;
        // However many plans stand beside each other, a row is read on one page.
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, years)?;
        let last = self.rows(sheet, years + 1)?;
        self.classes(sheet, years + 1, last)
    }

    fn labels(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let zh = ["地区", "规划名称", "规划期", "主题"];
        let labels = self.language.pick(zh, ["region", "plan", "period", "topic"]);
        for (row, label) in (1..).zip(labels) {
            sheet.merge_range(row, 0, row, FIXED - 1, label, &self.head)?;
        }
        Ok(())
    }

    /// The first column of a plan.
    fn left(&self, plan: u16) -> u16 {
        FIXED.saturating_add(plan.saturating_mul(self.width))
    }

    fn plan(&self, sheet: &mut Worksheet, at: u16, plan: &FormPlan) -> Result<(), XlsxError> {
        let left = self.left(at);
        let right = left.saturating_add(self.width - 1);
        for (row, words) in (1..).zip([&plan.region, &plan.title, &plan.period, &plan.topic]) {
            let format = if words.is_empty() { &self.open } else { &self.head };
            // A range of one cell is refused by the writer.
            if left == right {
                sheet.write_string_with_format(row, left, words, format)?;
            } else {
                sheet.merge_range(row, left, row, right, words, format)?;
            }
        }
        let class = self.language.pick("属性", "class").to_owned();
        for (column, head) in (left..).zip(self.form.heads.iter().chain([&class])) {
            sheet.write_string_with_format(LABELS + 1, column, head, &self.head)?;
            sheet.set_column_width(column, 14)?;
        }
        Ok(())
    }

    /// Writes the rows from `row` on and gives the last.
    fn rows(&self, sheet: &mut Worksheet, first: u32) -> Result<u32, XlsxError> {
        let mut row = first;
        let mut group = "";
        let plans = u16::try_from(self.form.plans.len()).unwrap_or(u16::MAX);
        let last = self.left(plans).saturating_sub(1);
        for line in &self.form.rows {
            if line.group != group && !line.group.is_empty() {
                sheet.merge_range(row, 0, row, last, &line.group, &self.head)?;
                row += 1;
            }
            group = &line.group;
            self.row(sheet, row, last, line)?;
            row += 1;
        }
        if self.form.rows.is_empty() {
            for _ in 0..ROOM {
                self.row(sheet, row, last, &FormRow::default())?;
                row += 1;
            }
        }
        Ok(row.saturating_sub(1))
    }

    fn row(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        last: u16,
        line: &FormRow,
    ) -> Result<(), XlsxError> {
        let own = [&line.number, &line.indicator, &line.unit];
        let own = own.into_iter().chain(&line.values).chain([&line.class]);
        let class = |class| term_of(self.language, class).to_owned();
        let above = line.above.iter().flat_map(|above| {
            above.values.iter().cloned().chain([above.class.map(class).unwrap_or_default()])
        });
        let own = own.map(|words| (words.clone(), true));
        let mut column = 0;
        // What nobody states above stays open: it may stand where this program has not looked.
        for (words, is_own) in own.chain(above.map(|words| (words, false))) {
            match is_own || !words.is_empty() {
                true => sheet.write_string_with_format(row, column, &words, &self.cell)?,
                false => sheet.write_blank(row, column, &self.open)?,
            };
            column += 1;
        }
        for column in column..=last {
            sheet.write_blank(row, column, &self.open)?;
        }
        if !line.note.is_empty() {
            let note = Note::new(&line.note).add_author_prefix(false);
            sheet.insert_note(row, 1, &note)?;
        }
        Ok(())
    }

    /// Lets 属性 be picked from its two words.
    fn classes(&self, sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
        let words = self.language.pick(["约束性", "预期性"], ["binding", "indicative"]);
        for at in (0..).zip(&self.form.plans).map(|(at, _)| at) {
            let column = self.left(at).saturating_add(self.width - 1);
            let list = DataValidation::new().allow_list_strings(&words)?;
            sheet.add_data_validation(first, column, last, column, &list)?;
        }
        Ok(())
    }
}
