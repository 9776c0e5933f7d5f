//! The lines below the regions: sum or mean, the figure above, the difference, what is left for those who state nothing.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Formula, XlsxError};

use crate::words::text;

use super::{
    block::{RollupBlock, Stand},
    sums::{Computed, Sums},
};

impl RollupBlock<'_> {
    /// Writes the lines of `sums`, which names their cells.
    pub(super) fn results(&mut self, sums: Sums) -> Result<(), XlsxError> {
        let (language, total) = (self.book.language, &self.book.formats.total);
        // With regions that state nothing the sum is one of some: called 合计 beside the target, it would make the
        // target look missed.
        let label = match (self.rollup.is_mean, sums.left.is_none()) {
            (true, true) => language.pick("加权平均", "weighted mean"),
            (true, false) => language.pick("已列地区加权平均", "weighted mean of those above"),
            (false, true) => language.pick("合计", "sum"),
            (false, false) => language.pick("已列地区合计", "sum of those above"),
        };
        let weight = sums.weight.map(|weight| Stand::Formula(weight.formula()));
        let figures = [Stand::Formula(sums.total.formula()), weight.unwrap_or(Stand::Words(""))];
        self.line(total, label, figures, Stand::Words(""))?;
        if self.rollup.number.is_empty() {
            return Ok(());
        }
        self.target()?;
        self.gap(&sums.gap, sums.left.is_some())?;
        sums.left.map_or(Ok(()), |left| self.silent(&left))
    }

    /// The figure above, and the end of it that counts where that is another.
    fn target(&mut self) -> Result<(), XlsxError> {
        let (rollup, language) = (self.rollup, self.book.language);
        let (region, written, asked) = (&rollup.region, &rollup.written, rollup.counted());
        let label = if asked == rollup.number {
            text! { language; zh: "{region}目标“{written}”", en: "{region}: “{written}”" }
        } else {
            text! { language;
                zh: "{region}目标“{written}”，按 {asked} 计",
                en: "{region}: “{written}”, taken as {asked}"
            }
        };
        let figures = [Stand::Figure(asked), Stand::Words("")];
        self.line(&self.book.formats.cell, &label, figures, Stand::Words(&rollup.source))
    }

    /// The difference, and how the sum stands to the figure above in words that follow it.
    fn gap(&mut self, gap: &Computed, is_open: bool) -> Result<(), XlsxError> {
        let language = self.book.language;
        let mut words = language.pick(
            ["低于上级目标", "高于上级目标", "与上级目标一致"],
            ["below the figure above", "over the figure above", "equal to the figure above"],
        );
        if is_open && !self.rollup.is_mean {
            // A sum of some regions is naturally below.
            words[0] =
                language.pick("不足部分须由未列地区完成", "the rest is left to the silent regions");
        }
        let (at, [below, over, equal]) = (self.row + 1, words);
        // Words and not only a sign: the verdict changes with the figures somebody tries out. Its present value is
        // stored with it for viewers that do not calculate.
        let formula = format!("=IF(B{at}<0,\"{below}\",IF(B{at}>0,\"{over}\",\"{equal}\"))");
        let said = match gap.value() {
            gap if gap < 0.0 => below,
            gap if gap > 0.0 => over,
            _ => equal,
        };
        let label = language.pick("差额（以上所得减上级目标）", "difference to the figure above");
        let figures = [Stand::Formula(gap.formula()), Stand::Words("")];
        let said = Stand::Formula(Formula::new(formula).set_result(said));
        self.line(&self.book.formats.total, label, figures, said)?;
        match self.rollup.outcome {
            // Marked only while it says what the rule objects to: a sum above the target is a fault for energy use
            // and none for railways, and when the figures are mended the colour goes.
            "short" => self.mark(below),
            "over" => self.mark(over),
            _ => Ok(()),
        }
    }

    /// Fills the verdict of the line above while it is these words.
    fn mark(&mut self, words: &str) -> Result<(), XlsxError> {
        let (row, column) = (self.row - 1, self.note());
        let rule = ConditionalFormatCellRule::EqualTo(words.to_owned());
        let condition =
            ConditionalFormatCell::new().set_rule(rule).set_format(&self.book.fills.error);
        self.sheet.add_conditional_format(row, column, row, column, &condition)?;
        Ok(())
    }

    /// What is left for those who state nothing, their weight, and who they are.
    fn silent(&mut self, left: &Computed) -> Result<(), XlsxError> {
        let (rollup, language) = (self.rollup, self.book.language);
        let label = if rollup.is_mean {
            language
                .pick("要达到上级目标，未列地区平均须为", "left for the silent regions, on average")
        } else {
            language
                .pick("要达到上级目标，未列地区合计须为", "left for the silent regions, together")
        };
        let mut names = rollup.silent.join(language.pick("、", ", "));
        if rollup.is_open_ended {
            let more = language.pick("名单不全", "more than are known by name");
            let comma = if names.is_empty() { "" } else { language.pick("；", "; ") };
            names = format!("{names}{comma}{more}");
        }
        let names = format!("{}{names}", language.pick("未列地区：", "silent regions: "));
        let figures = [Stand::Formula(left.formula()), Stand::Figure(&rollup.silent_weight)];
        self.line(&self.book.formats.total, label, figures, Stand::Words(&names))
    }
}
