//! The names of columns, which tables know them, and what the suffix of a year column says.

use super::Term;
use crate::syntax::{ColumnKind, TableKind, YearRole};

/// A column's words, and the tables they mean it in.
#[derive(Debug)]
pub(in crate::syntax) struct ColumnTerm {
    /// The words.
    pub(in crate::syntax) term: Term<ColumnKind>,
    /// The tables that know the column.
    pub(in crate::syntax) tables: &'static [TableKind],
}

use TableKind::{
    Actuals, Allocations, Catalogue, Checks, Citations, Regions, Statements, Targets, Tasks,
};

const EVERY: &[TableKind] =
    &[Targets, Statements, Citations, Tasks, Actuals, Checks, Allocations, Catalogue, Regions];
const MEASURED: &[TableKind] = &[Targets, Statements, Citations, Actuals, Allocations, Catalogue];
const STATED: &[TableKind] = &[Targets, Statements, Citations];
const UNITS: &[TableKind] = &[Targets, Actuals, Allocations, Catalogue];

const INDICATORS: &[&str] = &[
    "indicator",
    "indicators",
    "kpi",
    "kpis",
    "metric",
    "metrics",
    "measure",
    "measures",
    "keyperformanceindicator",
    "keyperformanceindicators",
    "keyindicator",
    "keyindicators",
    "performanceindicator",
    "performancemeasure",
    "outcomeindicator",
];
const OWNERS: &[&str] = &[
    "owner",
    "lead",
    "leadofficer",
    "leaddepartment",
    "responsible",
    "responsibleofficer",
    "responsibledepartment",
];
// Columns that English scorecards have beside their values and that no rule looks at; named here they are no unknown
// columns.
const NOTES: &[&str] = &[
    "note",
    "notes",
    "comment",
    "comments",
    "remarks",
    "datasource",
    "frequency",
    "rag",
    "ragstatus",
    "goodis",
    "polarity",
];

/// Every column but years, weights and children.
pub(in crate::syntax) static COLUMNS: [ColumnTerm; 36] = [
    column_term(
        ColumnKind::Number,
        EVERY,
        &["序号", "编号"],
        &["no", "no.", "ref", "ref.", "reference", "id"],
    ),
    column_term(
        ColumnKind::Category,
        &[Targets],
        &["分组", "类别", "分类"],
        &["category", "group"],
    ),
    column_term(ColumnKind::Indicator, MEASURED, &["指标", "指标名称"], INDICATORS),
    column_term(
        ColumnKind::Region,
        &[Targets, Statements, Citations, Tasks, Regions],
        &["地区"],
        &["region"],
    ),
    column_term(ColumnKind::Scope, STATED, &["范围"], &["scope"]),
    column_term(
        ColumnKind::YearlyAverage,
        &[Targets],
        &["年均", "年均值"],
        &["annual", "annualaverage"],
    ),
    column_term(ColumnKind::Cumulative, &[Targets], &["累计", "累计值"], &["total", "cumulative"]),
    column_term(
        ColumnKind::Progress,
        &[Targets, Actuals],
        &["完成率", "目标完成率", "完成进度", "完成比例"],
        &["progress", "completionrate"],
    ),
    column_term(ColumnKind::Class, &[Targets, Statements], &["属性", "指标属性"], &["class"]),
    column_term(
        ColumnKind::Owner,
        &[Targets, Tasks],
        &["责任单位", "责任部门", "牵头单位", "牵头部门"],
        OWNERS,
    ),
    column_term(ColumnKind::Unit, UNITS, &["单位", "计量单位"], &["unit"]),
    column_term(ColumnKind::Note, EVERY, &["说明", "备注"], NOTES),
    column_term(ColumnKind::Where, &[Statements, Citations, Checks], &["位置"], &["where"]),
    column_term(ColumnKind::When, &[Statements, Citations, Allocations], &["年份"], &["year"]),
    column_term(ColumnKind::Value, &[Statements, Citations], &["表述"], &["value"]),
    column_term(ColumnKind::Value, &[Tasks], &["目标"], &["value"]),
    column_term(ColumnKind::Task, &[Tasks], &["任务", "任务名称"], &["task"]),
    column_term(ColumnKind::Aliases, &[Tasks, Catalogue], &["别名"], &["aliases"]),
    column_term(ColumnKind::Parent, &[Tasks], &["上级任务"], &["parent"]),
    column_term(ColumnKind::Parent, &[Regions], &["上级"], &["parent"]),
    column_term(ColumnKind::Deadline, &[Tasks], &["期限"], &["deadline"]),
    column_term(ColumnKind::Definition, &[Actuals], &["口径"], &["definition"]),
    column_term(ColumnKind::Expression, &[Checks], &["算式"], &["expression"]),
    column_term(ColumnKind::Result, &[Checks], &["结果"], &["result"]),
    column_term(ColumnKind::Reserve, &[Allocations], &["预留"], &["reserve"]),
    column_term(ColumnKind::Direction, &[Catalogue], &["方向"], &["direction"]),
    column_term(ColumnKind::Relation, &[Catalogue], &["汇总", "汇总方式"], &["relation"]),
    column_term(ColumnKind::Tiers, &[Catalogue], &["适用层级"], &["tiers"]),
    column_term(ColumnKind::Range, &[Catalogue], &["取值范围"], &["range"]),
    column_term(ColumnKind::Path, &[Catalogue], &["路径"], &["path"]),
    column_term(ColumnKind::Coverage, &[Catalogue], &["覆盖口径"], &["coverage"]),
    column_term(
        ColumnKind::English,
        &[Catalogue],
        &["英文名", "英文名称"],
        &["english", "englishname"],
    ),
    column_term(ColumnKind::Confusable, &[Catalogue], &["易混"], &["confusable"]),
    column_term(ColumnKind::Tier, &[Regions], &["层级"], &["tier"]),
    column_term(ColumnKind::Code, &[Regions], &["代码"], &["code"]),
    column_term(ColumnKind::Tags, &[Regions], &["类别"], &["tags"]),
];

/// Words behind a year that say nothing of their own: the period decides.
// A head of two rows, 2025年 over 数值 and 增速, arrives here as 2025年数值: its 数值 only parts the level from the
// growth.
pub(in crate::syntax) const NEUTRAL: &[&str] = &[
    "数值",
    "数",
    "值",
    "指标值",
    "绝对数",
    "绝对值",
    "绝对额",
    "总量",
    "总额",
    "value",
    "values",
    "figure",
    "level",
    "amount",
];

/// What stands behind the year in the head of a year column, without 年.
pub(in crate::syntax) static YEAR_ROLES: [Term<YearRole>; 4] = [
    Term {
        means: YearRole::Observed,
        chinese: &[
            "实绩",
            "现状",
            "现状值",
            "实际",
            "实际值",
            "完成",
            "完成值",
            "完成情况",
            "实际完成",
            "实现值",
            "基期",
            "基期值",
            "基数",
            "基准值",
        ],
        english: &[
            "observed",
            "actual",
            "actuals",
            "baseline",
            "baselinevalue",
            "base",
            "outturn",
            "achieved",
        ],
    },
    Term {
        means: YearRole::Estimate,
        chinese: &["预计值", "预计", "快报", "快报数", "估计值"],
        english: &["estimate", "estimated", "provisional", "preliminary"],
    },
    Term {
        means: YearRole::Projection,
        chinese: &["预测", "预测值"],
        english: &["projection", "projected", "forecast"],
    },
    Term {
        means: YearRole::Target,
        chinese: &["目标值", "目标", "规划目标", "规划目标值", "规划值", "计划", "计划值"],
        english: &["target", "targetvalue", "goal", "objective", "ambition"],
    },
];

const fn column_term(
    means: ColumnKind,
    tables: &'static [TableKind],
    chinese: &'static [&'static str],
    english: &'static [&'static str],
) -> ColumnTerm {
    ColumnTerm { term: Term { means, chinese, english }, tables }
}

/// The columns without which nothing in a table can be judged.
pub(in crate::syntax) fn required_columns(table: TableKind) -> &'static [ColumnKind] {
    match table {
        Targets | Actuals | Allocations | Catalogue => &[ColumnKind::Indicator],
        Statements | Citations => &[ColumnKind::Indicator, ColumnKind::Value],
        Tasks => &[ColumnKind::Task],
        Checks => &[ColumnKind::Expression],
        Regions => &[ColumnKind::Region],
        TableKind::Unknown => &[],
    }
}
