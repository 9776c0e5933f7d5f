//! Tables of tasks with those responsible and deadlines: 任务表.

use crate::{
    document::{Given, Grid, Years, pasted::is_number_cell},
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind, compared_form, is_blank_cell},
    text::Span,
};

use super::{
    UnreadTablePart, WhyUnread,
    column::kind_of,
    head::spans_width,
    layout::Framed,
    words::{cell_on_one_line, is_note, one_line},
};

/// Rows above the head: a title.
const MOST_ABOVE: usize = 4;

/// Heads of the columns that a 任务表 has, by what they hold.
const HEADS: &[(ColumnKind, &[&str])] = &[
    (
        ColumnKind::Task,
        &[
            "任务",
            "任务名称",
            "重点任务",
            "工作任务",
            "主要任务",
            "目标任务",
            "任务内容",
            "任务事项",
            "具体任务",
            "工作内容",
            "工作事项",
            "重点工作",
            "主要工作",
            "重点事项",
            "工作举措",
            "主要举措",
            "重点举措",
            "项目",
            "项目名称",
            "重点项目",
            "事项",
            "task",
            "tasks",
            "action",
            "actions",
            "project",
            "activity",
        ],
    ),
    (
        ColumnKind::Value,
        &[
            "目标",
            "工作目标",
            "年度目标",
            "目标要求",
            "预期目标",
            "任务目标",
            "预期成效",
            "工作要求",
            "target",
            "aim",
            "outcome",
        ],
    ),
    (
        ColumnKind::Owner,
        &[
            "责任单位",
            "责任部门",
            "牵头单位",
            "牵头部门",
            "责任主体",
            "牵头责任单位",
            "主要责任单位",
            "实施单位",
            "实施主体",
            "负责单位",
            "主管部门",
            "owner",
            "lead",
            "responsible",
            "leaddepartment",
            "leadofficer",
        ],
    ),
    (
        ColumnKind::Deadline,
        &[
            "期限",
            "时限",
            "完成时限",
            "完成时间",
            "完成期限",
            "时间节点",
            "时间要求",
            "办结时限",
            "时间安排",
            "进度安排",
            "计划完成时间",
            "deadline",
            "duedate",
            "due",
            "bywhen",
            "timescale",
            "targetdate",
            "completiondate",
        ],
    ),
];

/// The 任务表 that a grid is; `None` where no column names tasks beside one of offices or of deadlines.
pub(super) fn read_task_table(
    given: &mut Given,
    grid: &Grid,
    framed: &Framed,
    unread: &mut Vec<UnreadTablePart>,
) -> Option<Table> {
    let text = given.text();
    let top = (0..grid.height().min(MOST_ABOVE)).find(|&row| !spans_width(grid, row))?;
    let key =
        |column: usize| compared_form(&one_line(grid.cell(top, column).span.of(text))).into_owned();
    let of = |kind: &ColumnKind| {
        let (_, words) = HEADS.iter().find(|(known, _)| known == kind)?;
        (0..grid.width).find(|&column| words.contains(&&*key(column)))
    };
    let task = of(&ColumnKind::Task)?;
    // 项目 beside 目标 is as well an indicator table; who does it and by when is said only of tasks.
    of(&ColumnKind::Owner).or_else(|| of(&ColumnKind::Deadline))?;
    let kept: Vec<(ColumnKind, usize)> =
        HEADS.iter().filter_map(|(kind, _)| Some((kind.clone(), of(kind)?))).collect();
    let known = |column: &usize| {
        let others =
            [ColumnKind::Number, ColumnKind::Note, ColumnKind::Owner, ColumnKind::Category];
        kept.iter().any(|(_, at)| at == column) || others.contains(&kind_of(&key(*column), None))
    };
    let has_numbers = |column: &usize| {
        (top + 1..grid.height()).any(|row| is_number_cell(grid.cell(row, *column).span.of(text)))
    };
    // A column with numbers that nobody reads is told; words of a column that a 任务表 has no place for
    // are lost with no harm.
    let unknown = (0..grid.width).filter(|column| !known(column) && has_numbers(column));
    unread.extend(unknown.map(|column| UnreadTablePart {
        span: grid.cell(top, column).span,
        why: WhyUnread::Column,
    }));
    let heads = grid.row(top).iter().map(|cell| cell.span).collect::<Vec<_>>();
    let kind = TableKind::Tasks;
    let first = heads.get(task).copied();
    let mut table = Table {
        kind,
        keyword: given.write(kind.word(KeywordSet::Chinese), framed.caption.or(first)),
        title: framed.caption.map(|span| cell_on_one_line(given, span)),
        columns: Vec::new(),
        rows: Vec::new(),
        cells: Vec::new(),
        notes: Vec::new(),
    };
    for (column, at) in &kept {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        let span = given.write(&head, heads.get(*at).copied());
        table.columns.push(Column { kind: column.clone(), span });
    }
    read_task_rows(given, grid, (top + 1, task), &kept, framed.period, &mut table);
    (!table.rows.is_empty()).then_some(table)
}

fn read_task_rows(
    given: &mut Given,
    grid: &Grid,
    (below, task): (usize, usize),
    kept: &[(ColumnKind, usize)],
    period: Option<Years>,
    table: &mut Table,
) {
    // In a plan of several years 12月底前 is of any of them.
    let year = period.filter(|years| years.start == years.end).map(|years| years.end);
    let mut group = None;
    for row in below..grid.height() {
        let name = grid.cell(row, task).span;
        if spans_width(grid, row) {
            let words = name.of(given.text());
            if is_note(words) {
                table.notes.push(name);
            } else if !name.is_empty() {
                group = Some(cell_on_one_line(given, name));
            }
            continue;
        }
        // The same head again on the next page, and rows that name nothing.
        let again = kept.iter().all(|(kind, at)| {
            let words = compared_form(grid.cell(row, *at).span.of(given.text())).into_owned();
            let known = HEADS.iter().find(|(known, _)| known == kind);
            known.is_some_and(|(_, heads)| heads.contains(&&*words))
        });
        if is_blank_cell(name.of(given.text())) || again {
            continue;
        }
        let first = Span::new(0, table.cells.len()).end;
        for (kind, at) in kept {
            let span = cell_on_one_line(given, grid.cell(row, *at).span);
            let dated = year.filter(|_| *kind == ColumnKind::Deadline);
            let words = dated.and_then(|year| month_with_year(span.of(given.text()), year));
            table.cells.push(words.map_or(span, |words| given.write(&words, Some(span))));
        }
        let count = Span::new(0, table.cells.len()).end - first;
        let cells = grid.row(row).iter().map(|cell| cell.span);
        let span = cells.filter(|span| !span.is_empty()).reduce(Span::to).unwrap_or(name);
        table.rows.push(Row { span, group, first, count });
    }
}

/// `12月底前` of a plan of one year, with its year.
fn month_with_year(words: &str, year: i32) -> Option<String> {
    let (month, _) = words.split_once('月')?;
    let number: u32 = month.trim().parse().ok()?;
    (1..=12).contains(&number).then(|| format!("{year}年{}", words.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_one_of_the_year_of_the_plan() {
        assert_eq!(month_with_year("12月底前", 2025).as_deref(), Some("2025年12月底前"));
        assert_eq!(month_with_year("2026年3月", 2025), None);
        assert_eq!(month_with_year("持续推进", 2025), None);
    }
}
