//! One row of a long table.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    document::{Cell, compose::ComposedWords, table::one_line},
    quantity::{Basis, Decimal, read_phrase},
    syntax::YearRole,
    text::{Span, fold_full_width},
};

use super::place::PrintedPlace;

/// The columns that are read; those that a value's words say again are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LongColumn {
    Plan,
    Region,
    Scope,
    Indicator,
    Class,
    Unit,
    Basis,
    Year,
    Role,
    Place,
    Value,
    Comparator,
    Low,
    High,
    Owner,
}

impl LongColumn {
    /// The column that is headed `head`, in the words of `export` or in Chinese.
    pub(super) fn of(head: &str) -> Option<Self> {
        let key = fold_full_width(head.trim()).to_ascii_lowercase();
        Some(match &*key {
            "plan" | "规划" | "规划名称" | "文件" | "文件名称" => Self::Plan,
            "region" | "地区" => Self::Region,
            "scope" | "范围" => Self::Scope,
            "indicator" | "指标" | "指标名称" => Self::Indicator,
            "class" | "属性" | "指标属性" => Self::Class,
            "unit" | "单位" | "计量单位" => Self::Unit,
            "basis" => Self::Basis,
            "year" | "年份" | "年度" => Self::Year,
            "role" | "数值类型" | "性质" => Self::Role,
            "place" | "位置" => Self::Place,
            "value" | "表述" | "数值" | "目标值" => Self::Value,
            "comparator" => Self::Comparator,
            "low" => Self::Low,
            "high" => Self::High,
            "owner" | "责任单位" => Self::Owner,
            _ => return None,
        })
    }
}

/// A row with its words.
#[derive(Debug)]
pub(super) struct LongRecord {
    cells: BTreeMap<LongColumn, (String, Span)>,
    /// From its first cell to its last.
    pub(super) span: Span,
    /// How its value was placed in the plan.
    pub(super) printed: PrintedPlace,
}

impl LongRecord {
    pub(super) fn read(text: &str, row: &[Cell], columns: &BTreeMap<LongColumn, usize>) -> Self {
        let cell = |(key, at): (&LongColumn, &usize)| {
            let span = row.get(*at)?.span;
            Some((*key, (plain_csv_cell(span.of(text)), span)))
        };
        let cells: BTreeMap<LongColumn, (String, Span)> = columns.iter().filter_map(cell).collect();
        let whole = row.iter().map(|cell| cell.span).reduce(Span::to);
        let place = cells.get(&LongColumn::Place).map_or("", |(words, _)| words);
        let printed = PrintedPlace::read(place);
        Self { span: whole.unwrap_or_default(), printed, cells }
    }

    pub(super) fn words(&self, key: LongColumn) -> &str {
        self.cells.get(&key).map_or("", |(words, _)| words)
    }

    pub(super) fn piece(&self, key: LongColumn) -> ComposedWords {
        let cell = self.cells.get(&key);
        cell.map(|(words, span)| ComposedWords::new(words, *span)).unwrap_or_default()
    }

    /// The title of its plan without 《》.
    pub(super) fn title(&self) -> &str {
        self.words(LongColumn::Plan)
    }

    /// Whether it names no indicator, as a blank row or one with a remark.
    pub(super) fn is_blank(&self) -> bool {
        self.words(LongColumn::Indicator).is_empty() || self.title().is_empty()
    }

    pub(super) fn sort(&self) -> Sort {
        match (self.words(LongColumn::Role), &self.printed) {
            ("citation" | "引述" | "引用", _) => Sort::Cited,
            ("allocation" | "reserve" | "分解", _) => Sort::Allocated,
            (_, PrintedPlace::Prose(_)) => Sort::Said,
            _ => Sort::Target,
        }
    }

    /// What its value is; a bare year where nobody says it.
    pub(super) fn role(&self) -> YearRole {
        match self.words(LongColumn::Role) {
            "observed" | "实绩" | "现状" | "基期" => YearRole::Observed,
            "estimate" | "预计" => YearRole::Estimate,
            "projection" | "预测" => YearRole::Projection,
            "target" | "目标" => YearRole::Target,
            _ => YearRole::Bare,
        }
    }

    pub(super) fn year(&self) -> Option<i32> {
        let year = self.words(LongColumn::Year).trim_end_matches('年').parse().ok()?;
        (1900..2200).contains(&year).then_some(year)
    }

    /// The basis that its row or column gave it: one that its own words do not say.
    pub(super) fn framed(&self) -> Option<Basis> {
        let basis = match self.words(LongColumn::Basis) {
            "cumulative" => Basis::Cumulative,
            "per-year" => Basis::PerYear,
            "growth" => Basis::Growth,
            _ => return None,
        };
        let said = read_phrase(self.words(LongColumn::Value))
            .targets
            .iter()
            .any(|part| part.basis == Some(basis));
        (!said).then_some(basis)
    }

    /// The unit, where neither the value prints it nor full coverage brings its own.
    pub(super) fn unit(&self) -> Option<ComposedWords> {
        let (unit, value) = (self.words(LongColumn::Unit), self.words(LongColumn::Value));
        // Full coverage is 100 % whatever the unit of its row is.
        let own =
            unit.is_empty() || value.contains(unit) || self.words(LongColumn::Comparator) == "all";
        let unit = self.piece(LongColumn::Unit);
        (!own && !value.is_empty())
            .then(|| ComposedWords { words: format!("{}{}", self.multiple(), unit.words), ..unit })
    }

    /// 万 where 6 stands for 60 000: the bounds count in the plain unit, the value in that of its row.
    fn multiple(&self) -> &'static str {
        let said = read_phrase(self.words(LongColumn::Value)).targets;
        let printed = said.iter().find_map(|part| part.low.or(part.high));
        // From the bounds, the only columns that count in the plain unit: 6 in 万人 has a low of 60000.
        let plain = [LongColumn::Low, LongColumn::High]
            .iter()
            .find_map(|key| self.words(*key).parse().ok());
        let times = printed
            .zip(plain)
            .and_then(|(printed, plain): (_, Decimal)| plain.checked_div(printed));
        let times = times.map(|times| times.normalize().to_string());
        match times.as_deref() {
            Some("1000") => "千",
            Some("10000") => "万",
            Some("100000000") => "亿",
            _ => "",
        }
    }

    /// The indicator with its unit in brackets, as a plan prints it where there is no column for units.
    pub(super) fn indicator(&self) -> ComposedWords {
        let mut piece = self.piece(LongColumn::Indicator);
        if let Some(unit) = self.unit() {
            piece.words = format!("{}（{}）", piece.words, unit.words);
        }
        piece
    }
}

/// The words of a cell on one line, without what CSV needs around them.
fn plain_csv_cell(cell: &str) -> String {
    let cell = one_line(cell.trim());
    let formula =
        // An exported cell that would begin like a formula has a quote before it, for the sake of
        // spreadsheets.
        |rest: &&str| rest.starts_with(['=', '＝', '@', '＠', '+', '-', '＋', '－', '\t']);
    let cell = match cell.strip_prefix('\'').filter(formula) {
        Some(rest) => Cow::Borrowed(rest),
        None => cell,
    };
    let cell = if cell.contains("\"\"") { Cow::Owned(cell.replace("\"\"", "\"")) } else { cell };
    let bare = cell.strip_prefix('《').and_then(|rest| rest.strip_suffix('》'));
    bare.unwrap_or(&cell).to_owned()
}

/// What a record is, which decides the table of the plan it goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Target,
    Said,
    Cited,
    Allocated,
}
