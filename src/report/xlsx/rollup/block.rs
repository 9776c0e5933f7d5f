//! One figure above with those below it: what is stated, a row a region.

use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use crate::{
    report::{
        RollupTable,
        xlsx::{
            Book,
            height::height,
            table::{across, write_words},
        },
    },
    words::{Language, text},
};

use super::sums::{has_rollup_result, rollup_formulas};

/// 地区, 数值, 权重, 出处.
pub(super) const WIDTHS: [f64; 4] = [36.0, 16.0, 18.0, 60.0];

/// All columns together.
pub(super) fn rollup_width() -> (u16, f64) {
    (3, WIDTHS.iter().sum())
}

/// A block that is being written.
pub(super) struct RollupBlock<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) book: &'a Book<'a>,
    pub(super) rollup: &'a RollupTable,
    /// The row that is written next.
    pub(super) row: u32,
}

/// What stands in one cell.
pub(super) enum Stand<'a> {
    /// Words.
    Words(&'a str),
    /// A figure that can be changed.
    Figure(&'a str),
    /// A formula.
    Formula(Formula),
}

impl RollupBlock<'_> {
    /// Writes the block and gives the row behind it.
    pub(super) fn write(mut self, number: usize) -> Result<u32, XlsxError> {
        let (rollup, language) = (self.rollup, self.book.language);
        let title = format!("{number}. {}", rollup_title(rollup, language));
        across(self.sheet, self.row, rollup_width(), &title, &self.book.formats.heading)?;
        across(
            self.sheet,
            self.row + 1,
            rollup_width(),
            &rollup.sentence,
            &self.book.formats.prose,
        )?;
        self.row += 2;
        self.heads()?;
        let first = self.row;
        let cell = &self.book.formats.cell;
        for term in &rollup.terms {
            let figures = [&term.number, &term.weight].map(|figure| Stand::Figure(figure));
            self.line(cell, &term.region, figures, Stand::Words(&term.source))?;
        }
        if !rollup.reserve.is_empty() {
            let kept = language.pick("预留，未分到地区", "kept back, not issued to a region");
            let figures = [Stand::Figure(&rollup.reserve), Stand::Words("")];
            self.line(cell, kept, figures, Stand::Words(""))?;
        }
        // No formulas over no rows: the range would turn round and take in the head, and a mean without weights
        // divide by nothing.
        if self.row > first && has_rollup_result(rollup) {
            self.results(rollup_formulas(rollup, first, self.row - 1))?;
        }
        Ok(self.row)
    }

    fn heads(&mut self) -> Result<(), XlsxError> {
        let language = self.book.language;
        let [region, figure, source] =
            language.pick(["地区", "数值", "出处"], ["region", "figure", "source"]);
        let figure = match &*self.rollup.unit {
            "" => figure.to_owned(),
            unit => text! { language; zh: "{figure}（{unit}）", en: "{figure} ({unit})" },
        };
        let weight = match &*self.rollup.weight {
            "" => language.pick("权重", "weight"),
            weight => weight,
        };
        let figures = [Stand::Words(&figure), Stand::Words(weight)];
        self.line(&self.book.formats.head, region, figures, Stand::Words(source))
    }

    /// Writes a line; where nothing is weighed the last cell takes the column of weights, too.
    pub(super) fn line(
        &mut self,
        format: &Format,
        label: &str,
        [figure, weight]: [Stand<'_>; 2],
        note: Stand<'_>,
    ) -> Result<(), XlsxError> {
        let words = match &note {
            Stand::Words(words) => *words,
            _ => "",
        };
        let [first, _, weights, last] = WIDTHS;
        let room = if self.rollup.is_mean { last } else { weights + last };
        self.sheet.set_row_height(self.row, height([(label, first), (words, room)]))?;
        write_words(self.sheet, (self.row, 0), label, format)?;
        self.put(1, figure, format)?;
        if self.rollup.is_mean {
            self.put(2, weight, format)?;
        } else {
            self.sheet.merge_range(self.row, 2, self.row, 3, "", format)?;
        }
        self.put(self.note(), note, format)?;
        self.row += 1;
        Ok(())
    }

    /// The column of sources and verdicts.
    pub(super) fn note(&self) -> u16 {
        if self.rollup.is_mean { 3 } else { 2 }
    }

    fn put(&mut self, column: u16, stand: Stand<'_>, format: &Format) -> Result<(), XlsxError> {
        let (row, formats) = (self.row, &self.book.formats);
        match stand {
            Stand::Words(words) => write_words(self.sheet, (row, column), words, format)?,
            // Numbers as numbers, since formulas count with them; what is none (an empty weight) stays words, which
            // SUM passes over.
            Stand::Figure(figure) => match figure.parse::<f64>() {
                Ok(number) => {
                    self.sheet.write_number_with_format(row, column, number, &formats.figure)?;
                }
                Err(_) => write_words(self.sheet, (row, column), figure, format)?,
            },
            Stand::Formula(formula) => {
                let format = match (column, self.rollup.is_mean) {
                    (1, true) => &formats.mean,
                    (1 | 2, _) if column != self.note() => &formats.computed,
                    _ => format,
                };
                self.sheet.write_formula_with_format(row, column, formula, format)?;
            }
        }
        Ok(())
    }
}

/// 浙江省 铁路里程（公里），2025 年，分解下达的数.
fn rollup_title(rollup: &RollupTable, language: Language) -> String {
    let RollupTable { indicator, unit, year, region, .. } = rollup;
    let unit = match &**unit {
        "" => String::new(),
        unit => text! { language; zh: "（{unit}）", en: " ({unit})" },
    };
    let parts = if rollup.is_issued {
        language.pick("上级分解下达的数", "as issued to the regions")
    } else {
        language.pick("下级规划的数", "as the plans below state it")
    };
    text! { language;
        zh: "{region} {indicator}{unit}，{year} 年，{parts}",
        en: "{region} {indicator}{unit}, {year}, {parts}"
    }
}
