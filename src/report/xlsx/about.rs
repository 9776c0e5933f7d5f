//! 说明: what was checked, what was found, what the sheets hold, how to fill them in, and what the run rests on.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::{
    report::{LevelCounts, Material},
    words::text,
};

use super::{
    Book, matrix,
    table::{SheetEntry, across, sheet_heads, write_sheet_table, write_words},
};

/// The columns: names, then counts, then room for what is long.
// The counts stand between the name and what is long because the table of tiers, the lines over all columns and the
// hashes share one set of columns.
const WIDTHS: [f64; 6] = [44.0, 12.0, 12.0, 12.0, 12.0, 52.0];

/// Fills the sheet.
pub(super) fn fill_about_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    material: &Material,
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = AboutPage { sheet, book, row: 0 };
    page.opening(material)?;
    page.counts(material)?;
    page.since(material)?;
    page.part("各表内容", "The sheets", &sheet_contents(book, material))?;
    page.part("符号", "Signs", &[matrix::legend_of_signs(book.language)])?;
    page.part("怎样填写和读回", "How to fill it in and read it back", &filling_advice(book))?;
    page.received(material)?;
    page.rests_on(material)
}

struct AboutPage<'a> {
    sheet: &'a mut Worksheet,
    book: &'a Book<'a>,
    row: u32,
}

impl AboutPage<'_> {
    fn pick<T>(&self, zh: T, en: T) -> T {
        self.book.language.pick(zh, en)
    }

    fn line(&mut self, words: &str) -> Result<(), XlsxError> {
        across(self.sheet, self.row, about_width(), words, &self.book.formats.prose)?;
        self.row += 1;
        Ok(())
    }

    fn heading(&mut self, zh: &str, en: &str) -> Result<(), XlsxError> {
        let words = self.pick(zh, en);
        write_words(self.sheet, (self.row + 1, 0), words, &self.book.formats.heading)?;
        self.sheet.set_row_height(self.row + 1, 20)?;
        self.row += 2;
        Ok(())
    }

    fn part(&mut self, zh: &str, en: &str, lines: &[String]) -> Result<(), XlsxError> {
        self.heading(zh, en)?;
        lines.iter().try_for_each(|line| self.line(line))
    }

    fn opening(&mut self, material: &Material) -> Result<(), XlsxError> {
        let title = self.pick("规划指标对照表", "Comparison of plans");
        write_words(self.sheet, (0, 0), title, &self.book.formats.title)?;
        self.sheet.set_row_height(0, 30)?;
        self.row = 1;
        self.line(&format!("{}{}{}", material.date, self.pick("　", "  "), material.tool))?;
        self.line(&material.closing)?;
        let footer = self.pick(
            "以上为机器比对的疑似问题，以审查人签署为准。",
            "Found by comparing texts; what the reviewers sign is what counts.",
        );
        across(self.sheet, self.row, about_width(), footer, &self.book.formats.strong)?;
        self.row += 1;
        Ok(())
    }

    fn counts(&mut self, material: &Material) -> Result<(), XlsxError> {
        self.heading("各层级的问题数", "Findings by tier")?;
        let words = self.pick(
            ["层级", "规划数", "须核改", "请说明", "供参考"],
            ["tier", "plans", "error", "warning", "info"],
        );
        let heads = sheet_heads(words, [44.0, 12.0, 12.0, 12.0, 12.0]);
        let plans = material.tiers.iter().map(|tier| tier.plans).sum();
        let row = |tier, plans, counts: &LevelCounts| {
            let counts = [plans, counts.error, counts.warning, counts.info].map(SheetEntry::count);
            [SheetEntry::words(tier)].into_iter().chain(counts).collect()
        };
        let all = row(self.pick("合计", "all"), plans, &material.counts);
        let tiers = material.tiers.iter().map(|tier| row(&tier.tier, tier.plans, &tier.counts));
        let rows = tiers.chain([all]);
        self.row = write_sheet_table(self.sheet, &self.book.formats, self.row, &heads, rows)?;
        Ok(())
    }

    fn since(&mut self, material: &Material) -> Result<(), XlsxError> {
        let Some(since) = &material.since else { return Ok(()) };
        let (new, known, fixed) = (since.new, since.known, since.fixed.len());
        let sum = text! { self.book.language;
            zh: "新增 {new} 处，原有 {known} 处，已解决 {fixed} 处。",
            en: "{new} new, {known} known, {fixed} fixed."
        };
        let gone = since.fixed.iter().map(|row| {
            let (level, title, about) = (row.level_word, &row.title, &row.about);
            text! { self.book.language;
                zh: "已解决：{title}（{about}，{level}）",
                en: "fixed: {title} ({about}, {level})"
            }
        });
        let lines: Vec<String> = [sum].into_iter().chain(gone).collect();
        self.part("与上次相比", "Since the earlier run", &lines)
    }

    fn received(&mut self, material: &Material) -> Result<(), XlsxError> {
        let received = &material.received;
        if received.missing.is_empty() && received.unread.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = received.missing.iter().chain(&received.unread).cloned().collect();
        self.part("缺少和未能读取的规划", "Plans that are missing or could not be read", &lines)
    }

    /// The files with their hashes, and the settings.
    fn rests_on(&mut self, material: &Material) -> Result<(), XlsxError> {
        self.heading("本次读取的文件", "Files of this run")?;
        let words = self.pick(["文件", "字节"], ["file", "bytes"]);
        // A hash has 64 signs and no place to break: over several columns it is on one line, and can still be copied
        // from one cell.
        let last = u16::try_from(WIDTHS.len() - 1).unwrap_or_default();
        for (column, words) in (0..).zip(words) {
            write_words(self.sheet, (self.row, column), words, &self.book.formats.head)?;
        }
        self.sheet.merge_range(self.row, 2, self.row, last, "SHA-256", &self.book.formats.head)?;
        self.row += 1;
        for input in &material.inputs {
            let row = self.row;
            write_words(self.sheet, (row, 0), &input.file, &self.book.formats.cell)?;
            let bytes = u32::try_from(input.bytes).unwrap_or(u32::MAX);
            self.sheet.write_number_with_format(row, 1, bytes, &self.book.formats.centre)?;
            self.sheet.merge_range(row, 2, row, last, &input.hash, &self.book.formats.cell)?;
            self.row += 1;
        }
        if material.settings.is_empty() {
            return Ok(());
        }
        let [open, close] = self.book.language.pick(["（", "）"], [" (", ")"]);
        let lines: Vec<String> = (material.settings.iter())
            .map(|row| format!("{} = {}{open}{}{close}", row.key, row.value, row.origin))
            .collect();
        self.part("有效的设置", "Settings in force", &lines)
    }
}

fn about_width() -> (u16, f64) {
    (u16::try_from(WIDTHS.len() - 1).unwrap_or_default(), WIDTHS.iter().sum())
}

/// What each sheet holds, or that there is nothing for it.
fn sheet_contents(book: &Book<'_>, material: &Material) -> Vec<String> {
    let registers = material.allows.len() + material.decisions.len();
    let sheets = [
        (
            material.cards.len(),
            "问题清单",
            "findings",
            "每处问题一行，供会议填写处理意见",
            "one row a finding, with columns for the decision",
        ),
        (
            material.matrices.len(),
            "对照矩阵",
            "matrix",
            "各指标在各规划中的数值，批注里有出处",
            "the values of each plan, with sources as notes",
        ),
        (
            material.rollups.len(),
            "下级汇总",
            "roll-ups",
            "下级各数与上级目标的算账，改数即重算",
            "the figures below beside the one above; change one and see",
        ),
        (
            material.coverage.len(),
            "承接情况",
            "coverage",
            "上级指标在下级规划中有没有写",
            "which indicators of the plan above are carried",
        ),
        (
            registers,
            "豁免与处理意见",
            "allows and decisions",
            "已登记的豁免和历次处理意见的落实情况",
            "what is allowed, and what became of decisions",
        ),
        (
            material.passed.len(),
            "未能判定",
            "not judged",
            "没有结论的比对及原因",
            "comparisons without a judgement, and why",
        ),
    ];
    // Sheets without rows are left out, and a sheet that is not there could have been lost: each is named here, with
    // 本次没有 where there was nothing.
    let said = |(count, zh, en, what, what_en): (usize, &str, &str, &str, &str)| {
        if count == 0 {
            text! { book.language; zh: "{zh}：本次没有。", en: "{en}: none this time." }
        } else {
            text! { book.language; zh: "{zh}：{what}。", en: "{en}: {what_en}." }
        }
    };
    sheets.into_iter().map(said).collect()
}

fn filling_advice(book: &Book<'_>) -> Vec<String> {
    let [accepted, partly, declined] = super::verdict_words(book.language);
    let lines = book.language.pick(
        [
            format!("1. 在“问题清单”的浅黄色栏填写：处理意见从下拉表中选{accepted}、{partly}或{declined}，尚未议定的留空。"),
            format!("2. {partly}的，请写明议定值；{partly}、{declined}的，请写明理由和批准人；期限写日期，如 2026-12-31。"),
            "3. 序号、编号等其他栏请勿改动；可以筛选、排序、删行，只印一部分时先在“级别”栏筛选。".to_owned(),
            "4. 存盘后运行 planlint import-decisions 指标对照表.xlsx，处理意见即登记入库，下次检查据此标注。".to_owned(),
        ],
        [
            format!("1. Fill in the yellow columns of “findings”: choose {accepted}, {partly} or {declined}; leave open what is not decided."),
            format!("2. Give the agreed value where the decision is {partly}, reason and approver where it is {partly} or {declined}; until is a day such as 2026-12-31."),
            "3. Leave the other columns as they are; rows may be filtered, sorted and deleted. To print some of them, filter by level first.".to_owned(),
            "4. Save it and run planlint import-decisions comparison.xlsx: the next run knows the decisions.".to_owned(),
        ],
    );
    lines.into()
}
