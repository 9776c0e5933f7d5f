//! 下级汇总: what the regions below come to beside the figure above, with formulas that follow when a number is changed.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Formula, Worksheet, XlsxError,
};

use crate::{report::RollupTable, words::Language};

use super::{
    Book,
    height::height,
    sums::{self, Computed, Sums},
    table::{across, write},
};

/// 地区, 数值, 权重, 出处.
const WIDTHS: [f64; 4] = [34.0, 16.0, 18.0, 62.0];

/// Fills the sheet, one block a figure.
pub(super) fn fill(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    rollups: &[RollupTable],
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let hint = book.language.pick(
        "浅黄色的数可以改，合计、差额和未列地区的数随之重算；改动不会写回规划。",
        "Change the figures in yellow cells and see sums and gaps follow; the plans stay as they are.",
    );
    across(sheet, 0, span(), hint, &book.formats.prose)?;
    let mut row = 2;
    for (number, rollup) in (1..).zip(rollups) {
        let mut block = Block { sheet, book, rollup, row };
        block.write(number)?;
        row = block.row + 1;
    }
    Ok(())
}

fn span() -> (u16, f64) {
    (3, WIDTHS.iter().sum())
}

/// One figure above with those below it.
struct Block<'a> {
    sheet: &'a mut Worksheet,
    book: &'a Book<'a>,
    rollup: &'a RollupTable,
    row: u32,
}

impl Block<'_> {
    fn write(&mut self, number: usize) -> Result<(), XlsxError> {
        let (rollup, language) = (self.rollup, self.book.language);
        let title = format!("{number}. {}", title(rollup, language));
        across(self.sheet, self.row, span(), &title, &self.book.formats.heading)?;
        across(self.sheet, self.row + 1, span(), &rollup.sentence, &self.book.formats.prose)?;
        self.row += 2;
        self.heads()?;
        let first = self.row;
        for term in &rollup.terms {
            self.line(&term.region, &term.number, &term.weight, &term.source)?;
        }
        if !rollup.reserve.is_empty() {
            let kept = language.pick("预留，未分到地区", "kept back, not issued to a region");
            self.line(kept, &rollup.reserve, "", "")?;
        }
        if self.row == first {
            return Ok(());
        }
        self.results(&sums::sums(rollup, first, self.row - 1))
    }

    fn heads(&mut self) -> Result<(), XlsxError> {
        let unit = &self.rollup.unit;
        let figure = self.book.language.pick("数值", "figure");
        let figure =
            if unit.is_empty() { figure.to_owned() } else { format!("{figure}（{unit}）") };
        let weight = match (self.rollup.is_mean, &*self.rollup.weight) {
            (false, _) => String::new(),
            (true, "") => self.book.language.pick("权重", "weight").to_owned(),
            (true, weight) => weight.to_owned(),
        };
        let [region, source] = self.book.language.pick(["地区", "出处"], ["region", "source"]);
        for (column, head) in (0..).zip([region, &figure, &weight, source]) {
            write(self.sheet, (self.row, column), head, &self.book.formats.head)?;
        }
        self.high([region, &figure, &weight, source])?;
        self.row += 1;
        Ok(())
    }

    /// A line with figures that can be changed.
    fn line(
        &mut self,
        label: &str,
        number: &str,
        weight: &str,
        source: &str,
    ) -> Result<(), XlsxError> {
        write(self.sheet, (self.row, 0), label, &self.book.formats.cell)?;
        self.figure(1, number)?;
        self.figure(2, weight)?;
        write(self.sheet, (self.row, 3), source, &self.book.formats.cell)?;
        self.high([label, number, weight, source])?;
        self.row += 1;
        Ok(())
    }

    fn figure(&mut self, column: u16, number: &str) -> Result<(), XlsxError> {
        let formats = &self.book.formats;
        match number.parse::<f64>() {
            Ok(figure) => {
                let at = (self.row, column);
                self.sheet.write_number_with_format(at.0, at.1, figure, &formats.figure)?;
            }
            Err(_) => write(self.sheet, (self.row, column), number, &formats.cell)?,
        }
        Ok(())
    }

    /// The lines below the regions: sum or mean, the figure above, the difference, what is left for the silent.
    fn results(&mut self, sums: &Sums) -> Result<(), XlsxError> {
        let (rollup, language) = (self.rollup, self.book.language);
        let total = match (rollup.is_mean, rollup.silent.is_empty()) {
            (true, true) => language.pick("加权平均", "weighted mean"),
            (true, false) => language.pick("已列地区加权平均", "weighted mean of those above"),
            (false, true) => language.pick("合计", "sum"),
            (false, false) => language.pick("已列地区合计", "sum of those above"),
        };
        self.computed(total, &sums.total, sums.weight.as_ref())?;
        if rollup.number.is_empty() {
            return Ok(());
        }
        let target = language.pick(
            format!("{}目标“{}”", rollup.region, rollup.written),
            format!("{}: “{}”", rollup.region, rollup.written),
        );
        self.line(&target, &rollup.number, "", &rollup.source)?;
        let gap = language.pick("差额（本表所得减上级目标）", "difference to the figure above");
        self.computed(gap, &sums.gap, None)?;
        self.verdict(sums)?;
        match &sums.left {
            Some(left) => self.silent(left),
            None => Ok(()),
        }
    }

    /// How the sum stands to the figure above, in words that follow the sum.
    fn verdict(&mut self, sums: &Sums) -> Result<(), XlsxError> {
        let [below, above, equal] = self.book.language.pick(
            ["低于上级目标", "高于上级目标", "与上级目标一致"],
            ["below the figure above", "above the figure above", "equal to the figure above"],
        );
        // The difference stands in the row that was just written.
        let (row, at) = (self.row - 1, self.row);
        let formula = format!("=IF(B{at}<0,\"{below}\",IF(B{at}>0,\"{above}\",\"{equal}\"))");
        let said = match sums.gap.value() {
            gap if gap < 0.0 => below,
            gap if gap > 0.0 => above,
            _ => equal,
        };
        let formula = Formula::new(formula).set_result(said);
        self.sheet.write_formula_with_format(row, 3, formula, &self.book.formats.total)?;
        let bad = match self.rollup.outcome {
            "short" => below,
            "over" => above,
            _ => return Ok(()),
        };
        let rule = ConditionalFormatCellRule::EqualTo(bad.to_owned());
        let condition =
            ConditionalFormatCell::new().set_rule(rule).set_format(&self.book.fills.error);
        self.sheet.add_conditional_format(row, 3, row, 3, &condition)?;
        Ok(())
    }

    /// What is left for those who state nothing, their weight, and who they are.
    fn silent(&mut self, left: &Computed) -> Result<(), XlsxError> {
        let (rollup, language, formats) = (self.rollup, self.book.language, &self.book.formats);
        let label = if rollup.is_mean {
            language
                .pick("要达到上级目标，未列地区平均为", "left for the silent regions, on average")
        } else {
            language.pick("要达到上级目标，未列地区合计为", "left for the silent regions, together")
        };
        let names = rollup.silent.join(language.pick("、", ", "));
        let names = if names.is_empty() {
            language.pick("未列地区：名单不详", "silent regions: not known by name").to_owned()
        } else {
            format!("{}{names}", language.pick("未列地区：", "silent regions: "))
        };
        write(self.sheet, (self.row, 0), label, &formats.total)?;
        self.sheet.write_formula_with_format(self.row, 1, left.formula(), &formats.computed)?;
        self.figure(2, &rollup.silent_weight)?;
        write(self.sheet, (self.row, 3), &names, &formats.total)?;
        self.high([label, "", "", &names])?;
        self.row += 1;
        Ok(())
    }

    /// Makes the row as high as its words need.
    fn high(&mut self, words: [&str; 4]) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height(words.into_iter().zip(WIDTHS)))?;
        Ok(())
    }

    fn computed(
        &mut self,
        label: &str,
        result: &Computed,
        weight: Option<&Computed>,
    ) -> Result<(), XlsxError> {
        let formats = &self.book.formats;
        write(self.sheet, (self.row, 0), label, &formats.total)?;
        let computed = &formats.computed;
        self.sheet.write_formula_with_format(self.row, 1, result.formula(), computed)?;
        match weight {
            Some(weight) => {
                self.sheet.write_formula_with_format(self.row, 2, weight.formula(), computed)?;
            }
            None => write(self.sheet, (self.row, 2), "", &formats.total)?,
        }
        write(self.sheet, (self.row, 3), "", &formats.total)?;
        self.row += 1;
        Ok(())
    }
}

/// 浙江省 铁路里程（公里），2025 年，分解下达数.
fn title(rollup: &RollupTable, language: Language) -> String {
    let RollupTable { indicator, unit, year, region, is_issued, .. } = rollup;
    let shown = |zh: String, en: String| {
        if unit.is_empty() { String::new() } else { language.pick(zh, en) }
    };
    let unit = shown(format!("（{unit}）"), format!(" ({unit})"));
    let issued = if *is_issued {
        language.pick("，分解下达的数", ", as issued to the regions")
    } else {
        language.pick("，下级规划的数", ", as the plans below state it")
    };
    let year = language.pick(format!("，{year} 年"), format!(", {year}"));
    format!("{region} {indicator}{unit}{year}{issued}")
}
