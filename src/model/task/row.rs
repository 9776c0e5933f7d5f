//! The tasks of a plan: the rows of its 任务表, before regions are looked up and after.

use crate::{
    catalogue::{NameKey, RegionId},
    syntax::{ColumnKind, Row, Table, TableKind, Tree},
    text::{FileId, Source, Span},
};

use super::{
    super::PlanId,
    Deadline,
    name::{task_key, task_keys},
};

/// A row before its plan and its regions are known.
#[derive(Clone, Debug)]
pub struct TaskRow {
    name: Span,
    keys: Vec<NameKey>,
    upper: Span,
    upper_keys: Vec<NameKey>,
    deadline: Deadline,
    deadline_cell: Span,
    aim: Span,
    lead: Span,
    starts: bool,
    at: (u32, u32),
    /// The names in its 地区.
    pub regions: Vec<Span>,
}

/// Words of a task that is only to be begun.
// A task that shall only be begun by its year is not done by then, so that year is no deadline for finishing it.
const STARTING: [&str; 8] = ["开工", "启动", "前期", "谋划", "立项", "start", "begin", "prepar"];

/// Words in 地区 that name nobody in particular; 全州县 and 本溪市 are names.
const EVERYBODY: [&str; 13] = [
    "各", "所有", "全省", "全市", "全县", "全区", "全域", "本省", "本市", "本县", "all", "each",
    "every",
];

/// What stands between names.
const BETWEEN: [char; 5] = ['、', ',', '，', ';', '；'];

/// Reads the 任务表 of one file.
pub fn task_rows(source: &Source, tree: &Tree) -> Vec<TaskRow> {
    let mut rows = Vec::new();
    for (number, table) in (0..).zip(&tree.tables) {
        if table.kind == TableKind::Tasks {
            let lines = (0..).zip(&table.rows);
            rows.extend(
                lines.filter_map(|(at, line)| read_task_row(source, table, (number, at), line)),
            );
        }
    }
    rows
}

fn read_task_row(source: &Source, table: &Table, at: (u32, u32), line: &Row) -> Option<TaskRow> {
    let cell = |kind: ColumnKind| {
        table.column(&kind).map_or(Span::default(), |column| table.cell(line, column))
    };
    let words = |span: Span| source.slice(span);
    // A line without a task is a remark or a sum in the other columns; nothing can be traced to it.
    let name = cell(ColumnKind::Task);
    if name.is_empty() {
        return None;
    }
    let own = std::iter::once(task_key(words(name)));
    let upper = cell(ColumnKind::Parent);
    let deadline_cell = cell(ColumnKind::Deadline);
    let owner = cell(ColumnKind::Owner);
    let aim = cell(ColumnKind::Value);
    Some(TaskRow {
        name,
        keys: own.chain(task_keys(words(cell(ColumnKind::Aliases)))).collect(),
        upper,
        upper_keys: upper_keys(words(upper)),
        deadline: Deadline::of(words(deadline_cell)),
        deadline_cell,
        aim,
        lead: first_listed_body(words(owner), owner),
        starts: [name, aim, deadline_cell].into_iter().any(|span| is_starting(words(span))),
        at,
        regions: named_regions(words(cell(ColumnKind::Region)), cell(ColumnKind::Region)),
    })
}

fn upper_keys(cell: &str) -> Vec<NameKey> {
    let mut found: Vec<NameKey> = task_keys(cell).collect();
    if found.len() > 1 {
        // A name may hold 、 itself, 三、四级医院建设, and is then found as a whole.
        found.push(task_key(cell));
    }
    found
}

fn is_starting(words: &str) -> bool {
    STARTING.iter().any(|word| words.contains(word))
}

/// The names that a cell lists, with where they stand in it.
fn listed_bodies(cell: &str) -> impl Iterator<Item = (usize, &str)> {
    let pieces = cell.split_inclusive(BETWEEN).scan(0, |next, piece| {
        let start = *next + piece.len() - piece.trim_start().len();
        *next += piece.len();
        Some((start, piece.trim_end_matches(BETWEEN).trim()))
    });
    pieces.filter(|(_, name)| !name.is_empty())
}

/// The spans of the regions that a 地区 cell names.
fn named_regions(cell: &str, span: Span) -> Vec<Span> {
    let everybody = |name: &str| EVERYBODY.iter().any(|word| name.starts_with(word));
    let named = |(start, name): (usize, &str)| {
        let bare = name.strip_suffix("等地").or(name.strip_suffix('等')).unwrap_or(name);
        let bare = bare.trim_end();
        let kept = !bare.is_empty() && !everybody(bare);
        kept.then(|| Span::new(start, start + bare.len()).shifted(span.start))
    };
    listed_bodies(cell).filter_map(named).collect()
}

/// The first of the bodies that a cell lists.
fn first_listed_body(cell: &str, span: Span) -> Span {
    let body = listed_bodies(cell).next();
    body.map_or(Span::default(), |(start, name)| {
        Span::new(start, start + name.len()).shifted(span.start)
    })
}

impl TaskRow {
    /// The row as one of `plan`, its regions still to be looked up.
    pub fn of(self, plan: PlanId, file: FileId) -> Task {
        Task {
            plan,
            file,
            name: self.name,
            keys: self.keys,
            upper: self.upper,
            upper_keys: self.upper_keys,
            regions: Vec::new(),
            deadline: self.deadline,
            deadline_cell: self.deadline_cell,
            aim: self.aim,
            lead: self.lead,
            starts: self.starts,
            at: self.at,
        }
    }
}

/// Names one task of a run; ordered as the plans are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// One row of a 任务表.
#[derive(Clone, Debug)]
pub struct Task {
    /// The plan.
    pub plan: PlanId,
    /// The file.
    pub file: FileId,
    /// The cell with its name.
    pub name: Span,
    /// What its name and its aliases are compared by.
    pub keys: Vec<NameKey>,
    /// The cell that names a task of a level above; empty where none does.
    pub upper: Span,
    /// What that cell is compared by: as a whole, and name by name where it lists several.
    pub upper_keys: Vec<NameKey>,
    /// The regions its 地区 names; empty where nobody in particular is named.
    pub regions: Vec<RegionId>,
    /// 期限.
    pub deadline: Deadline,
    /// The cell of 期限; empty where there is none.
    pub deadline_cell: Span,
    /// 目标; empty where none is written.
    pub aim: Span,
    /// The first of the responsible bodies; empty where none is named.
    pub lead: Span,
    /// Whether it is only to be begun or prepared by its deadline.
    pub starts: bool,
    /// Table and row in the file's tree.
    pub at: (u32, u32),
}
