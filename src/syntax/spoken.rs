//! Whether a text is written in the plan language at all.

use super::{TableKind, read::parse};

/// Bytes of a text that are looked at.
const NEAR: usize = 16 << 10;

/// Whether the first line that is neither blank nor a comment opens a plan, or a table that the language knows: what a page
/// prints before its own words is none of both.
#[must_use]
pub fn is_plan_file(text: &str) -> bool {
    let mut near = NEAR.min(text.len());
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    let tree = parse(text.get(..near).unwrap_or_default());
    let plan = tree.plan.as_ref().map(|plan| plan.keyword.start);
    let known = tree.tables.iter().filter(|table| table.kind != TableKind::Unknown);
    let table = known.filter(|table| !table.columns.is_empty()).map(|table| table.keyword.start);
    let first = plan.into_iter().chain(table).min();
    first.is_some_and(|first| tree.problems.iter().all(|problem| problem.span.start > first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_page_is_no_plan_file() {
        assert!(is_plan_file("# 说明\n\n规划 《甲县规划》\n地区: 甲县\n"));
        assert!(is_plan_file("指标目录\n| 指标 | 单位 |\n"));
        assert!(is_plan_file("plan “X”\nwhat is this\n"));
        assert!(!is_plan_file("索引号: | 1 |\n规划 《甲县规划》\n"));
        assert!(!is_plan_file("甲县住房发展规划\n正文\n一、总则\n"));
        assert!(!is_plan_file(""));
    }
}
