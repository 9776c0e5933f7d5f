//! What a column's head says it holds.

use std::borrow::Cow;

use super::nearest::nearest_meaning;
use super::terms::{COLUMNS, KeywordSet, compared_form};
use super::year_head::{self, is_year_digits};
use super::{ColumnKind, TableKind, YearRole};

/// No known head has more bytes, spaces included.
// Asked before a cell is folded and compared with every name: a row of prose would otherwise be folded for each of
// its cells.
const LONGEST_HEAD: usize = 64;

/// The kind of a column of `table` by its head.
pub(super) fn recognise_column(table: TableKind, head: &str) -> ColumnKind {
    let key = compared_form(head);
    if key.is_empty() || table == TableKind::Unknown {
        return ColumnKind::Unknown;
    }
    // A listed name goes before what a head looks like: 年均 and 累计 are columns of their own and no periods cut
    // out of longer words.
    if let Some(known) = column_named(table, &key) {
        return known;
    }
    match table {
        TableKind::Targets => year_head::read_year_head(&key)
            .or_else(|| period_column(&key))
            .unwrap_or(ColumnKind::Unknown),
        TableKind::Actuals => year_head::read_year_head(&key).unwrap_or(ColumnKind::Unknown),
        // A 分解表 has one column for each region below, headed by its name, and which names those are only the
        // forest knows.
        TableKind::Allocations => ColumnKind::Child,
        TableKind::Regions => weight_column(head).unwrap_or(ColumnKind::Unknown),
        _ => ColumnKind::Unknown,
    }
}

impl ColumnKind {
    /// The kind of a column of `table` that is headed `word`.
    #[must_use]
    pub fn named(table: TableKind, word: &str) -> Self {
        recognise_column(table, word)
    }

    /// A head that [`Self::named`] reads as this kind; `None` for a column whose head is a name of its own.
    #[must_use]
    pub fn headed(&self, table: TableKind, set: KeywordSet) -> Option<Cow<'static, str>> {
        match self {
            // Beside other heads of a document a year stands as it does there.
            // A head that is written must be read back as the same kind, which a test holds.
            Self::Year { year, role: YearRole::Bare } if set == KeywordSet::Chinese => {
                Some(Cow::Owned(format!("{year}年")))
            }
            Self::Year { year, role } => Some(year_head::of_level(*year, *role, set)),
            Self::Growth { year, role } => Some(year_head::of_growth(*year, *role, set)),
            _ => column_word(table, self, set).map(Cow::Borrowed),
        }
    }

    /// Whether a column of an indicator table holds values.
    #[must_use]
    pub fn holds_values(&self) -> bool {
        matches!(
            self,
            Self::Year { .. } | Self::Growth { .. } | Self::YearlyAverage | Self::Cumulative
        )
    }
}

/// Whether a row's cell can only be a column's head, whatever the table: a name that some table knows.
pub(super) fn is_any_head(cell: &str) -> bool {
    if cell.len() > LONGEST_HEAD {
        return false;
    }
    let key = compared_form(cell);
    // Years are left out: 2030 also stands in rows of values, and a table may not be cut in two at one.
    !key.is_empty() && COLUMNS.iter().any(|column| column.term.is(&key))
}

/// The column of a table whose name is closest to `head`.
pub(super) fn nearest_column(table: TableKind, head: &str) -> Option<&'static ColumnKind> {
    let known = COLUMNS.iter().filter(|column| column.tables.contains(&table));
    let words = known.flat_map(|column| column.term.all().map(|word| (word, &column.term.means)));
    nearest_meaning(head, words)
}

/// The usual word of a column of one table.
pub(super) fn column_word(
    table: TableKind,
    kind: &ColumnKind,
    set: KeywordSet,
) -> Option<&'static str> {
    let known = COLUMNS.iter().filter(|column| column.tables.contains(&table));
    known.map(|column| &column.term).find(|term| term.means == *kind).map(|term| term.word(set))
}

/// Whether a head is one of the column's words, not only something that ends like one.
pub(super) fn is_word_of(table: TableKind, kind: &ColumnKind, head: &str) -> bool {
    column_named(table, &compared_form(head)).is_some_and(|named| named == *kind)
}

fn column_named(table: TableKind, key: &str) -> Option<ColumnKind> {
    let known = COLUMNS.iter().filter(|column| column.tables.contains(&table));
    known.map(|column| &column.term).find(|term| term.is(key)).map(|term| term.means.clone())
}

/// `“十四五”累计`, `2021—2025年年均增长`, and `年均[累计]`, where a cell's own brackets say that it is a sum.
fn period_column(key: &str) -> Option<ColumnKind> {
    let ends = |words: &[&str]| words.iter().any(|word| key.ends_with(word));
    // An average up to one year is none of the period, and its unit is not said.
    let years = key.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4).count();
    // One column for rates and sums is what outline plans print; their cells in brackets are sums, and those without
    // are averages.
    if ["年均/累计", "年均增长/累计", "年均[累计]", "年均增长[累计]"].contains(&key)
    {
        Some(ColumnKind::YearlyAverage)
    } else if ends(&["累计", "累计值", "累计目标"]) {
        Some(ColumnKind::Cumulative)
    // 2021—2025年年均 has two years, “十四五”年均 none.
    } else if years != 1 && ends(&["年均", "年均值", "年均增长", "年均增速"]) {
        Some(ColumnKind::YearlyAverage)
    } else {
        None
    }
}

/// `常住人口（万人） 2020`: a name with a unit or a year.
fn weight_column(head: &str) -> Option<ColumnKind> {
    let (rest, year) = split_year(head.trim());
    let (name, unit) = split_unit(rest.trim());
    // Any unknown head would else be a weight, and a misspelt 层级 be passed over without a word.
    let measured = year.is_some() || !unit.is_empty();
    (measured && !name.is_empty()).then(|| ColumnKind::Weight {
        name: name.to_owned(),
        unit: unit.to_owned(),
        year,
    })
}

fn split_year(head: &str) -> (&str, Option<i32>) {
    // The year is taken from the end, since a name may begin with one: 2020年常住人口 is left as it is.
    let plain = head.strip_suffix('年').unwrap_or(head);
    let split = plain.len().saturating_sub(4);
    match (plain.get(..split), plain.get(split..)) {
        (Some(rest), Some(digits)) if digits.len() == 4 && is_year_digits(digits) => {
            (rest, digits.parse().ok())
        }
        _ => (head, None),
    }
}

fn split_unit(head: &str) -> (&str, &str) {
    let Some(inner) = head.strip_suffix([')', '）']) else { return (head, "") };
    match inner.rfind(['(', '（']) {
        Some(open) => {
            let (name, unit) = inner.split_at(open);
            (name.trim(), unit.trim_start_matches(['(', '（']).trim())
        }
        None => (head, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role_of(head: &str) -> Option<(i32, YearRole)> {
        match recognise_column(TableKind::Targets, head) {
            ColumnKind::Year { year, role } => Some((year, role)),
            _ => None,
        }
    }

    #[test]
    fn the_suffix_of_a_year_says_its_role() {
        for (head, role) in [
            ("2020", YearRole::Bare),
            ("２０２０年", YearRole::Bare),
            ("2020年数值", YearRole::Bare),
            ("2023 年实绩", YearRole::Observed),
            ("2020 observed", YearRole::Observed),
            ("2020年（预计）", YearRole::Estimate),
            ("2030年预测", YearRole::Projection),
            ("2025年 目标值", YearRole::Target),
            ("2025 Target", YearRole::Target),
            ("target 2025", YearRole::Target),
        ] {
            assert_eq!(role_of(head).map(|found| found.1), Some(role), "{head}");
        }
        for head in ["2025年什么", "12025", "1025", "二〇二五年", "2025—2030"] {
            assert_eq!(role_of(head), None, "{head}");
        }
    }

    #[test]
    fn one_word_means_what_its_table_says() {
        assert_eq!(recognise_column(TableKind::Targets, "类别"), ColumnKind::Category);
        assert_eq!(recognise_column(TableKind::Regions, "类别"), ColumnKind::Tags);
        assert_eq!(recognise_column(TableKind::Tasks, "目标"), ColumnKind::Value);
        assert_eq!(recognise_column(TableKind::Targets, "“十四五”累计"), ColumnKind::Cumulative);
        assert_eq!(recognise_column(TableKind::Allocations, "桐庐县"), ColumnKind::Child);
        assert_eq!(recognise_column(TableKind::Allocations, "备注"), ColumnKind::Note);
    }

    #[test]
    fn a_kind_can_be_headed_so_that_it_is_read_again() {
        let years = [YearRole::Bare, YearRole::Observed, YearRole::Estimate, YearRole::Target];
        let years = years.map(|role| ColumnKind::Year { year: 2025, role });
        for kind in years.into_iter().chain([ColumnKind::Indicator, ColumnKind::Cumulative]) {
            for set in [KeywordSet::Chinese, KeywordSet::English] {
                let head = kind.headed(TableKind::Targets, set).unwrap();
                assert_eq!(recognise_column(TableKind::Targets, head.trim()), kind, "{head}");
            }
        }
        assert_eq!(ColumnKind::Child.headed(TableKind::Targets, KeywordSet::Chinese), None);
    }

    #[test]
    fn weights_have_a_name_a_unit_and_a_year() {
        let weight = |name: &str, unit: &str, year| ColumnKind::Weight {
            name: name.to_owned(),
            unit: unit.to_owned(),
            year,
        };
        let read = |head| recognise_column(TableKind::Regions, head);
        assert_eq!(read("常住人口（万人） 2020"), weight("常住人口", "万人", Some(2020)));
        assert_eq!(read("area (km2)"), weight("area", "km2", None));
        assert_eq!(read("GDP 2023年"), weight("GDP", "", Some(2023)));
        assert_eq!(read("面积"), ColumnKind::Unknown);
        assert_eq!(read("（万人）"), ColumnKind::Unknown);
    }
}
